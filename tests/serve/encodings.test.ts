import { describe, expect, it } from 'vitest';
import { chooseEncoding } from '../../shared/serve/encodings.ts';

describe('the choice of encoding', () => {
  it.each([
    ['br, gzip, deflate', 'br'],
    ['gzip, deflate', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['GZIP', 'gzip'],
    ['identity, gzip;q=0.2', undefined],
    ['deflate', undefined],
    ['gzip;q=0', undefined],
    ['', undefined],
    [undefined, undefined],
    ['gzip;q=nonsense', 'gzip'],
  ])('answers %j with %j', (accepted, chosen) => {
    expect(chooseEncoding(accepted)).toBe(chosen);
  });
});
