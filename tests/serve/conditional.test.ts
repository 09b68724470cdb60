import { describe, expect, it } from 'vitest';
import { isStillGood, lastModified } from '../../shared/serve/conditional.ts';
import type { Request } from '../../shared/serve/request.ts';

const validators = { tag: 'abc-DEF_1', modifiedAt: new Date('2026-11-24T10:00:00Z') };

function asked(headers: Request['headers']): boolean {
  return isStillGood({ method: 'GET', path: '/', query: new URLSearchParams(), headers }, validators);
}

describe('a conditional request', () => {
  it.each(['"abc-DEF_1"', 'W/"abc-DEF_1"', '"x", "abc-DEF_1-gzip"', '"abc-DEF_1-br"', '*'])(
    'is still good for the tag %s',
    (tag) => {
      expect(asked({ 'if-none-match': tag })).toBe(true);
    },
  );

  it('is not for another tag, whatever the date says', () => {
    expect(asked({ 'if-none-match': '"other"', 'if-modified-since': 'Tue, 24 Nov 2026 10:00:00 GMT' })).toBe(false);
  });

  it('goes by the date where there is no tag', () => {
    expect(asked({ 'if-modified-since': 'Tue, 24 Nov 2026 10:00:00 GMT' })).toBe(true);
    expect(asked({ 'if-modified-since': 'Tue, 24 Nov 2026 09:59:59 GMT' })).toBe(false);
    expect(asked({ 'if-modified-since': 'yesterday' })).toBe(false);
    expect(asked({})).toBe(false);
  });
});

describe('the date of a text', () => {
  it('is its second, once that second is over', () => {
    expect(lastModified('2026-11-24T10:00:00.900Z', '2026-11-24T10:00:01.000Z').toISOString()).toBe(
      '2026-11-24T10:00:00.000Z',
    );
  });

  it('is the second before while its own still runs, since the text may change once more in it', () => {
    expect(lastModified('2026-11-24T10:00:00.100Z', '2026-11-24T10:00:00.900Z').toISOString()).toBe(
      '2026-11-24T09:59:59.000Z',
    );
  });
});
