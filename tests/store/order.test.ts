import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Order } from '../../shared/store/order.ts';
import { compareOrder } from '../../shared/store/order.ts';

const base: Order = {
  key: 'desk/a.txt',
  sequencer: '10',
  receivedAt: '2026-11-24T10:00:00.000Z',
  versionCreatedAt: '2026-11-24T10:00:00.000Z',
  part: 0,
};

describe('which arrival is the newer', () => {
  it('goes by the provider’s numbers before anything else, as numbers', () => {
    expect(
      compareOrder({ ...base, givenVersion: 10, sequencer: '1' }, { ...base, givenVersion: 9, sequencer: '2' }),
    ).toBeGreaterThan(0);
  });

  it('goes by the bucket’s sequencer for one name, right-aligned and in any case', () => {
    expect(compareOrder({ ...base, sequencer: '0ff' }, { ...base, sequencer: '100' })).toBeLessThan(0);
    expect(compareOrder({ ...base, sequencer: 'ff' }, { ...base, sequencer: 'FF' })).toBe(0);
  });

  it('goes by the date of the version between two names with one number', () => {
    const other = { ...base, key: 'desk/b.txt', givenVersion: 2, versionCreatedAt: '2026-11-24T11:00:00.000Z' };
    expect(compareOrder(other, { ...base, givenVersion: 2 })).toBeGreaterThan(0);
  });

  it('goes by arrival between two unnumbered names of one date', () => {
    expect(compareOrder({ ...base, key: 'desk/b.txt', receivedAt: '2026-11-24T10:00:01.000Z' }, base)).toBeGreaterThan(
      0,
    );
  });

  it('tells the stories of one upload apart by their place in it', () => {
    expect(compareOrder({ ...base, part: 1 }, base)).toBeGreaterThan(0);
  });

  it('is antisymmetric', () => {
    const instant = fc.integer({ min: 0, max: 3 }).map((hour) => `2026-11-24T1${hour}:00:00.000Z`);
    const order = fc.record({
      key: fc.constantFrom('desk/a.txt', 'desk/b.txt'),
      sequencer: fc.option(fc.constantFrom('1', '02', 'A'), { nil: undefined }),
      receivedAt: instant,
      versionCreatedAt: instant,
      givenVersion: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      part: fc.integer({ min: 0, max: 1 }),
    });
    fc.assert(fc.property(order, order, (a, b) => Math.sign(compareOrder(a, b)) + Math.sign(compareOrder(b, a)) === 0));
  });
});
