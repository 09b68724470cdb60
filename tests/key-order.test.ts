import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKeys } from '../shared/key-order.ts';

describe('the order of keys', () => {
  it('is that of their UTF-8 bytes', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('a', '\u007F', 'é', '\uD7FF', '\uE000', '\uFFFF', '\u{10000}', '\u{10FFFF}'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        text,
        text,
        (a, b) => Math.sign(compareKeys(a, b)) === Buffer.compare(Buffer.from(a), Buffer.from(b)),
      ),
      { numRuns: 2000 },
    );
  });

  it('puts a beginning before what goes on', () => {
    expect(compareKeys('a', 'ab')).toBeLessThan(0);
    expect(compareKeys('', 'a')).toBeLessThan(0);
    expect(compareKeys('', '')).toBe(0);
  });
});
