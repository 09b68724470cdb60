// What a rehearsal makes the same before it compares, and above all what it leaves alone.

import { describe, expect, it } from 'vitest';
import { difference, level } from '../../../infra/rehearse/level.ts';

const span = { from: Date.parse('2026-11-24T16:25:30.695Z'), to: Date.parse('2026-11-24T16:31:00.000Z') };
const url = 'http://b1ace90b.execute-api.localhost:45661';

describe('levelling', () => {
  it.each([
    '2026-11-24T16:25:30.695Z',
    '2026-11-24T16:25:30Z',
    '2026-11-24T17:26:00+01:00',
    '2026-11-24 16:30:59 UTC',
    '20261124T162600Z',
    'Tue, 24 Nov 2026 16:25:30 GMT',
    '2026-11-24',
  ])('hides %s, which is of the rehearsal itself', (instant) => {
    expect(level(`at ${instant}, it`, url, span)).toBe('at {now}, it');
  });

  it.each([
    '2026-11-24T16:25:29Z',
    '2026-11-24T16:31:01Z',
    '2022-02-08T09:30:00.000Z',
    '20260208T093000Z',
    'Tue, 08 Feb 2022 09:30:00 GMT',
    '2026-11-23',
    '2026-11-25',
    '24 November',
  ])('leaves %s, which is a story’s own', (instant) => {
    expect(level(`at ${instant}, it`, url, span)).toBe(`at ${instant}, it`);
  });

  it('hides the address of the service and its host, and nobody else’s', () => {
    expect(level(`${url}/feeds/all.rss b1ace90b.execute-api.localhost:45661 http://example.org/`, url, span)).toBe(
      '{service}/feeds/all.rss {host} http://example.org/',
    );
  });
});

describe('a difference', () => {
  it('is told from where the texts part', () => {
    expect(difference('the ferry is late', 'the ferry is on time')).toBe(
      '"the ferry is late" here, "the ferry is on time" on the laptop',
    );
    expect(difference('the ferry', 'the ferry is late')).toContain('"the ferry" here');
  });

  it('is none between the same', () => {
    expect(difference('the ferry', 'the ferry')).toBeUndefined();
  });
});
