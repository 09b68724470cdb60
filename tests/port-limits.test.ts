import { describe, expect, it } from 'vitest';
import { isObjectKey, writableText } from '../shared/port-limits.ts';

describe('a bucket key', () => {
  it.each(['a', 'a/b', 'a/', '/a', 'a//b', '.', './a', 'a/..', 'a/../b', 'a/b/../../c', '...', '..a', 'é'.repeat(512)])(
    'can be %j',
    (key) => {
      expect(isObjectKey(key)).toBe(true);
    },
  );

  it.each(['', '..', '../a', 'a/../..', 'a/../../b', './../../a', 'é'.repeat(513), 'x'.repeat(1025), '\uDC00'])(
    'can not be %j',
    (key) => {
      expect(isObjectKey(key)).toBe(false);
    },
  );
});

describe('what a refusal says', () => {
  it('names neither key nor data', () => {
    const secret = 'desk-key-1234';
    const wrong = [
      { pk: secret, sk: '', data: secret },
      { pk: 'p', sk: 's', data: secret.repeat(40_000) },
      { pk: 'p', sk: 's', at: '', data: secret },
    ];
    for (const item of wrong) {
      expect(() => writableText(item, undefined)).toThrow(Error);
      expect(() => writableText(item, undefined)).not.toThrow(new RegExp(secret));
    }
  });
});
