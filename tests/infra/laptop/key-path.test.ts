import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldersOf, keyOf, pathOf } from '../../../infra/laptop/key-path.ts';

const part = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '..',
    'CON',
    'con',
    'a',
    'A',
    'a.d',
    'a.o',
    '_a',
    '=',
    '%2e',
    'caf\u00E9',
    'cafe\u0301',
    'İ',
    'a ',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 90 }),
);
const key = fc
  .array(part, { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('/'))
  .filter((text) => text !== '');

describe('the path of a key', () => {
  it('can be read', () => {
    expect(pathOf('newsflash/Late story.txt')).toEqual(['_newsflash.d', '_%4cate%20story.txt.o']);
  });

  it('leads back to the key, unless it is long', () => {
    fc.assert(fc.property(key, (text) => keyOf(pathOf(text)) === (pathOf(text)[0] === '=' ? undefined : text)));
  });

  it('is of letters that no file system takes for others, and none is special', () => {
    fc.assert(
      fc.property(key, (text) => {
        for (const name of pathOf(text)) expect(name).toMatch(/^(?:=|_[a-z0-9._%-]*\.[do]|[0-9a-f]{64}\.o)$/);
        expect(pathOf(text).join('/').length).toBeLessThanOrEqual(700);
      }),
    );
  });

  it('differs for two keys, also where the system folds case and accents', () => {
    const folded = (text: string): string => pathOf(text).join('/').toLowerCase().normalize('NFKC');
    fc.assert(fc.property(key, key, (a, b) => (a === b) === (folded(a) === folded(b))));
    expect(folded('N'.repeat(300))).not.toBe(folded('n'.repeat(300)));
  });

  it('makes no file where another key has a folder', () => {
    fc.assert(
      fc.property(
        key,
        key,
        (a, b) =>
          !pathOf(a)
            .slice(0, -1)
            .some(
              (_, i) =>
                pathOf(a)
                  .slice(0, i + 1)
                  .join('/') === pathOf(b).join('/'),
            ),
      ),
    );
  });

  it('of a long key can not be had by a short one', () => {
    const [folder, file] = pathOf('x'.repeat(1000));
    expect(pathOf(`${folder}/${file}`)).not.toEqual([folder, file]);
    expect(pathOf(`${folder}/${file!.slice(0, -2)}`)).not.toEqual([folder, file]);
  });

  it('lies in the folders of each of its beginnings', () => {
    fc.assert(
      fc.property(key, fc.nat(), (text, cut) => {
        const path = pathOf(text);
        const folders = foldersOf(text.slice(0, cut % (text.length + 1)));
        expect(path[0] === '=' || folders.every((name, i) => name === path[i])).toBe(true);
      }),
    );
  });
});

describe('a path that is none of ours', () => {
  it.each([[['.DS_Store']], [['_a.o.tmp']], [['a.o']], [['_A.o']], [['_a.d', 'Thumbs.db']], [['_%zz.o']], [[]]])(
    '%j has no key',
    (path) => {
      expect(keyOf(path)).toBeUndefined();
    },
  );
});
