// What any Objects must do, whatever it is made of.

import { describe, expect, it } from 'vitest';
import { compareKeys } from '../../shared/key-order.ts';
import type { ListedObject, Objects } from '../../shared/ports.ts';

/** Where a stand-in for S3 is known to differ from it. */
export type ObjectsTraits = {
  /** fauxqs sorts a listing by locale. */
  readonly listsByBytes: boolean;
};

export function objectsContract(
  objects: () => Objects,
  versioned: () => Objects | undefined,
  { listsByBytes }: ObjectsTraits,
): void {
  describe('an object', () => {
    it('comes back byte for byte with its kind', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 31 + (i >> 8)) & 0xff);
      await objects().put('kind/all-bytes', bytes, { mediaType: 'application/rss+xml; charset=utf-8' });
      const found = await objects().get('kind/all-bytes');
      expect(found).toMatchObject({ mediaType: 'application/rss+xml; charset=utf-8' });
      expect(found?.encoding).toBeUndefined();
      expect(Buffer.compare(found!.bytes, bytes)).toBe(0);
    });

    it.each(['gzip', 'br'])('stays as it was packed by %s', async (encoding) => {
      const packed = Uint8Array.of(0x1f, 0x8b, 8, 0, 13, 10, 0, 255);
      await objects().put(`kind/${encoding}`, packed, { mediaType: 'text/xml', encoding });
      const found = await objects().get(`kind/${encoding}`);
      expect(found).toMatchObject({ mediaType: 'text/xml', encoding });
      expect([...found!.bytes]).toEqual([...packed]);
    });

    it('may be empty', async () => {
      await objects().put('kind/empty', new Uint8Array(), { mediaType: 'text/plain' });
      expect((await objects().get('kind/empty'))?.bytes.length).toBe(0);
    });

    it('may begin with a line break', async () => {
      await objects().put('kind/line', textBytes('\n\n{"mediaType":"no"}\n'), { mediaType: 'text/plain' });
      expect(await readText(objects(), 'kind/line')).toBe('\n\n{"mediaType":"no"}\n');
    });

    it('may have several megabytes', async () => {
      const bytes = Buffer.alloc(5_000_000, 'copy');
      await objects().put('kind/large', bytes, { mediaType: 'text/plain' });
      expect(Buffer.compare((await objects().get('kind/large'))!.bytes, bytes)).toBe(0);
    });

    it('is dated by its writing', async () => {
      await objects().put('kind/dated', textBytes('now'), { mediaType: 'text/plain' });
      const { modifiedAt } = (await objects().get('kind/dated'))!;
      expect(modifiedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(Math.abs(Date.parse(modifiedAt) - Date.now())).toBeLessThan(120_000);
    });

    it('is replaced with its kind by the next of its key', async () => {
      await objects().put('kind/replaced', textBytes('old and longer'), { mediaType: 'text/xml', encoding: 'gzip' });
      await objects().put('kind/replaced', textBytes('new'), { mediaType: 'text/plain' });
      const found = await objects().get('kind/replaced');
      expect(found?.mediaType).toBe('text/plain');
      expect(found?.encoding).toBeUndefined();
      expect(Buffer.from(found!.bytes).toString()).toBe('new');
    });

    it('is whole whoever of many writers comes last', async () => {
      const texts = Array.from({ length: 12 }, (_, i) => String(i).padStart(2, '0').repeat(20_000));
      await Promise.all(
        texts.map((text) => objects().put('kind/contested', textBytes(text), { mediaType: 'text/plain' })),
      );
      expect(texts).toContain(await readText(objects(), 'kind/contested'));
    });

    it('is gone once deleted, and deleting it again is no error', async () => {
      await objects().put('kind/deleted', textBytes('short-lived'), { mediaType: 'text/plain' });
      await objects().delete('kind/deleted');
      await objects().delete('kind/deleted');
      expect(await objects().get('kind/deleted')).toBeUndefined();
    });

    it('is undefined where there never was one', async () => {
      expect(await objects().get('nothing/here')).toBeUndefined();
      expect(await objects().get('kind')).toBeUndefined();
      await objects().delete('nothing/here');
    });
  });

  describe('a key', () => {
    it('can be anything that S3 takes, and each is another', async () => {
      for (const key of oddKeys) await objects().put(`odd/${key}`, textBytes(key), { mediaType: 'text/plain' });
      for (const key of oddKeys) expect(await readText(objects(), `odd/${key}`)).toBe(key);
      expect((await everyKey(objects(), 'odd/')).toSorted()).toEqual(oddKeys.map((key) => `odd/${key}`).toSorted());
      for (const key of oddKeys) await objects().delete(`odd/${key}`);
      expect(await everyKey(objects(), 'odd/')).toEqual([]);
    });

    it('can have 1,024 bytes', async () => {
      const keys = [
        'long/'.padEnd(1024, 'a'),
        'long/'.padEnd(1024, 'A'),
        `long/${'é'.repeat(509)}b`,
        `long${'/x'.repeat(510)}`,
        `long${'/É'.repeat(340)}`,
      ];
      for (const key of keys) await objects().put(key, textBytes(key), { mediaType: 'text/plain' });
      for (const key of keys) expect(await readText(objects(), key)).toBe(key);
      expect((await everyKey(objects(), 'long')).toSorted()).toEqual(keys.toSorted());
      expect((await everyKey(objects(), 'long/A')).toSorted()).toEqual([keys[1]]);
    });

    it.each([
      ['is empty', ''],
      ['has more than 1,024 bytes', 'é'.repeat(513)],
      ['leads out of the bucket', '../x'],
      ['leads out of the bucket on the way', 'a/../../x'],
      ['is no well-formed Unicode', 'a\uD800'],
    ])('that %s is refused by put, and names nothing', async (_, key) => {
      await expect(objects().put(key, textBytes('x'), { mediaType: 'text/plain' })).rejects.toThrow(/key/);
      expect(await objects().get(key)).toBeUndefined();
      await objects().delete(key);
    });
  });

  describe('a list', () => {
    it('holds what starts with the prefix, in order, with sizes and dates', async () => {
      const names = ['list/a', 'list/a.b', 'list/a/b', 'list/ab', 'lisu', 'lis', 'list'];
      for (const name of names) await objects().put(name, textBytes(name), { mediaType: 'text/plain' });
      const keys = await everyObject(objects(), 'list/a');
      expect(keys.map(({ key }) => key).toSorted(compareKeys)).toEqual(['list/a', 'list/a.b', 'list/a/b', 'list/ab']);
      for (const { key, bytes, modifiedAt } of keys) {
        expect(bytes).toBe(key.length);
        expect(new Date(modifiedAt).toISOString()).toBe(modifiedAt);
      }
      expect(await everyKey(objects(), 'list/a/')).toEqual(['list/a/b']);
      expect(await everyKey(objects(), 'list/nothing')).toEqual([]);
    });

    it.runIf(listsByBytes)('goes by the bytes of the keys', async () => {
      const names = ['Z', 'a', 'a!', 'a/b', 'a0', 'b', 'é', '\uFFFD', '\u{1F600}'].map((name) => `order/${name}`);
      for (const name of names.toReversed()) await objects().put(name, textBytes(name), { mediaType: 'text/plain' });
      expect(await everyKey(objects(), 'order/')).toEqual(names);
    });

    it('goes on with a cursor beyond 1,000 keys, and holds each once', async () => {
      const names = Array.from(
        { length: 1100 },
        (_, i) => `many/${String(i % 7)}/${String(i).padStart(5, '0')}`,
      ).toSorted();
      await inTurns(names, (name) => objects().put(name, textBytes('x'), { mediaType: 'text/plain' }));
      const first = await objects().list('many/');
      expect(first.keys.length).toBeLessThanOrEqual(1000);
      expect(first.cursor).toBeDefined();
      // What is deleted or added behind the cursor changes nothing before it.
      await objects().delete(first.keys.at(-1)!.key);
      expect([...first.keys.map(({ key }) => key), ...(await everyKey(objects(), 'many/', first.cursor))]).toEqual(
        names,
      );
    });
  });

  describe('a version', () => {
    it('can be read again after it was replaced and deleted', async ({ skip }) => {
      const kept = versioned() ?? skip('this ground keeps no versions');
      const first = await kept.put('desk/story', textBytes('first'), { mediaType: 'text/plain', encoding: 'gzip' });
      const second = await kept.put('desk/story', textBytes('second'), { mediaType: 'text/xml' });
      expect(new Set([first.version, second.version, undefined]).size).toBe(3);
      expect(await kept.get('desk/story')).toMatchObject({ version: second.version, mediaType: 'text/xml' });
      await kept.delete('desk/story');
      expect(await kept.get('desk/story')).toBeUndefined();
      const again = await kept.get('desk/story', first.version);
      expect(again).toMatchObject({ version: first.version, mediaType: 'text/plain', encoding: 'gzip' });
      expect(Buffer.from(again!.bytes).toString()).toBe('first');
      expect(await everyKey(kept, 'desk/story')).toEqual([]);
    });

    it('belongs to its key', async ({ skip }) => {
      const kept = versioned() ?? skip('this ground keeps no versions');
      const { version } = await kept.put('desk/one', textBytes('one'), { mediaType: 'text/plain' });
      await kept.put('desk/two', textBytes('two'), { mediaType: 'text/plain' });
      expect(await kept.get('desk/two', version)).toBeUndefined();
    });

    it('is kept of every one of many writers', async ({ skip }) => {
      const kept = versioned() ?? skip('this ground keeps no versions');
      const versions = await Promise.all(
        Array.from(
          { length: 10 },
          async (_, i) =>
            (await kept.put('desk/contested', textBytes(String(i)), { mediaType: 'text/plain' })).version!,
        ),
      );
      for (const [i, version] of versions.entries())
        expect(await readText(kept, 'desk/contested', version)).toBe(String(i));
      expect(versions).toContain((await kept.get('desk/contested'))?.version);
    });
  });
}

/** Case pairs, normalisation pairs, folders that are files too, names some systems reserve, and what looks like an encoding. */
const oddKeys: readonly string[] = [
  'a',
  'A',
  'a/b',
  'a/B',
  'a//b',
  'a/',
  'a/b/',
  '/b',
  '.',
  'x/..',
  'x/../y',
  './y',
  'y',
  '...',
  '.hidden',
  'trailing.',
  'trailing.. ',
  ' leading',
  '%2e%2e',
  '%2E%2E',
  '%2f',
  'a%2fb',
  '%',
  '%%',
  '%zz',
  '+',
  'a b',
  'a+b',
  'a%20b',
  'CON',
  'con',
  'nul.txt',
  'aux.d',
  'a.o',
  'a.d',
  '_a',
  '=',
  'caf\u00E9',
  'cafe\u0301',
  'Stra\u00DFe',
  'STRASSE',
  '\u1E9E',
  'İ',
  'ı',
  '\u{1F600}',
  '日本/語',
  'שלום',
  '\u202Egnp.exe',
  '\uFEFF',
  '?versionId=1',
  '#x',
  '&amp;',
  '<a>',
  '"q"',
  "it's",
  'a\\b',
  'C:\\x',
  'a:b',
  'a*b',
  'a|b',
  '~',
  '$HOME',
  '`x`',
  '[1]',
  '{x}',
  '^',
  '@',
  ',;',
  'n'.repeat(255),
  'N'.repeat(255),
  '\u00E9'.repeat(400),
  '__proto__',
  'constructor',
  'story.txt.tmp',
  'x.v',
];

function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function readText(objects: Objects, key: string, version?: string): Promise<string | undefined> {
  const found = await objects.get(key, version);
  return found && Buffer.from(found.bytes).toString('utf8');
}

async function everyObject(objects: Objects, prefix: string, from?: string): Promise<readonly ListedObject[]> {
  const found: ListedObject[] = [];
  let cursor = from;
  do {
    const page = await objects.list(prefix, cursor);
    found.push(...page.keys);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

async function everyKey(objects: Objects, prefix: string, from?: string): Promise<readonly string[]> {
  return (await everyObject(objects, prefix, from)).map(({ key }) => key);
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < all.length; start += 50) await Promise.all(all.slice(start, start + 50).map(work));
}
