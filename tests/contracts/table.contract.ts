// What any Table must do, whatever it is made of.

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compareKeys } from '../../shared/key-order.ts';
import { BadCursor } from '../../shared/paging.ts';
import type { Item, Query, Table } from '../../shared/ports.ts';

/** Where a stand-in for DynamoDB is known to differ from it. */
export type TableTraits = {
  /** dynalite sorts by bytes, but compares bounds as JavaScript does: it mistakes characters beyond U+FFFF. */
  readonly boundsByBytes: boolean;
};

export function tableContract(table: () => Table, { boundsByBytes }: TableTraits): void {
  describe('an item', () => {
    it('comes back as it was put, at once', async () => {
      const item: Item = {
        pk: fresh(),
        sk: 'head',
        at: '2026-11-24T10:00:00.000Z',
        revision: 7,
        forgetAt: 1_795_000_000,
        data: someData,
      };
      expect(await table().put(item)).toBe(true);
      expect(await table().get(item)).toEqual(item);
    });

    it('has only what it was given', async () => {
      const item = { pk: fresh(), sk: 'bare', data: null };
      await table().put(item);
      expect(await table().get(item)).toEqual(item);
    });

    it('holds any JSON', async () => {
      const key = { pk: fresh(), sk: 'json' };
      for (const data of [
        null,
        0,
        '',
        false,
        [],
        {},
        'text',
        1.5,
        -1e-7,
        [[[{}]]],
        { '': '', 'a.b': [null] },
        JSON.parse('{"__proto__":1}'),
        '\u0000\uD800"\\',
      ]) {
        await table().put({ ...key, data });
        expect(JSON.stringify((await table().get(key))?.data)).toBe(JSON.stringify(data));
      }
    });

    it('is replaced whole', async () => {
      const key = { pk: fresh(), sk: 'head' };
      await table().put({ ...key, at: '1', revision: 9, forgetAt: 5, data: { old: true } });
      expect(await table().put({ ...key, data: 'new' })).toBe(true);
      expect(await table().get(key)).toEqual({ ...key, data: 'new' });
    });

    it('is found under its own keys alone', async () => {
      const [pk, other] = [fresh(), fresh()];
      await table().put({ pk, sk: 'a', data: 1 });
      expect(await table().get({ pk, sk: 'A' })).toBeUndefined();
      expect(await table().get({ pk: other, sk: 'a' })).toBeUndefined();
      expect(await table().get({ pk: pk.toUpperCase(), sk: 'a' })).toBeUndefined();
    });

    it('is gone once deleted, and deleting it again is no error', async () => {
      const key = { pk: fresh(), sk: 'head' };
      await table().put({ ...key, at: '1', data: 1 });
      await table().delete(key);
      await table().delete(key);
      expect(await table().get(key)).toBeUndefined();
      expect((await table().query({ pk: key.pk })).items).toEqual([]);
      expect((await table().query({ pk: key.pk, by: 'at' })).items).toEqual([]);
    });

    it('may have 380 KB of data, and 190 KB with at', async () => {
      const key = { pk: fresh(), sk: 'large' };
      const text = (kilobytes: number): string => 'é'.repeat(kilobytes * 512 - 1);
      for (const item of [
        { ...key, data: text(380) },
        { ...key, at: '1', data: text(190) },
      ]) {
        await table().put(item);
        expect(await table().get(key)).toEqual(item);
      }
      await expect(table().put({ ...key, data: `${text(380)}x` })).rejects.toThrow(/bytes/);
      await expect(table().put({ ...key, at: '1', data: `${text(190)}x` })).rejects.toThrow(/bytes/);
    });

    it.each(oddKeys)('can be under the key %j', async (odd) => {
      const pk = `${fresh()}${odd}`;
      const item: Item = { pk, sk: odd, at: odd, data: odd };
      await table().put(item);
      expect(await table().get(item)).toEqual(item);
      expect((await table().query({ pk, from: odd, to: odd })).items).toEqual([item]);
      expect((await table().query({ pk, by: 'at', from: odd, to: odd })).items).toEqual([item]);
    });

    it('can have a pk of 2,048 bytes, and a sk and an at of 1,024', async () => {
      const item: Item = { pk: fresh().padEnd(2048, 'p'), sk: 'é'.repeat(512), at: 'ü'.repeat(512), data: 1 };
      await table().put(item);
      expect(await table().get(item)).toEqual(item);
    });

    it.each<[string, Partial<Item>]>([
      ['without a pk', { pk: '' }],
      ['without a sk', { sk: '' }],
      ['with an empty at', { at: '' }],
      ['with too long a pk', { pk: 'é'.repeat(1025) }],
      ['with too long a sk', { sk: 'é'.repeat(513) }],
      ['with too long an at', { at: 'é'.repeat(513) }],
      ['with a malformed sk', { sk: 'a\uD800' }],
      ['with half a revision', { revision: 1.5 }],
      ['with a revision beyond whole numbers', { revision: 2 ** 53 }],
      ['with half a forgetAt', { forgetAt: 0.5 }],
      ['without data', { data: undefined }],
    ])('%s is refused', async (_, wrong) => {
      const item: Item = { pk: fresh(), sk: 'a', data: 1, ...wrong };
      await expect(table().put(item)).rejects.toThrow(Error);
      if ('pk' in wrong || 'sk' in wrong) await table().delete(item);
      expect(await table().get(item)).toBeUndefined();
    });
  });

  describe('a put on condition', () => {
    it('of absence writes only where nothing is', async () => {
      const key = { pk: fresh(), sk: 'version' };
      expect(await table().put({ ...key, data: 1 }, 'absent')).toBe(true);
      expect(await table().put({ ...key, data: 2 }, 'absent')).toBe(false);
      expect(await table().put({ ...key, data: 1 }, 'absent')).toBe(false);
      expect((await table().get(key))?.data).toBe(1);
      await table().delete(key);
      expect(await table().put({ ...key, data: 3 }, 'absent')).toBe(true);
    });

    it('of being newer writes only over a lower revision', async () => {
      const key = { pk: fresh(), sk: 'head' };
      const put = (revision: number): Promise<boolean> => table().put({ ...key, revision, data: revision }, 'newer');
      const answers = [];
      for (const revision of [9, 10, 10, 9, 100, 11, 99, 101]) answers.push(await put(revision));
      expect(answers).toEqual([true, true, false, false, true, false, false, true]);
      expect(await table().get(key)).toEqual({ ...key, revision: 101, data: 101 });
    });

    it('compares revisions as numbers, to the last digit', async () => {
      const key = { pk: fresh(), sk: 'head' };
      const rising = [
        -Number.MAX_SAFE_INTEGER,
        -10,
        -9,
        0,
        1,
        999_999_999_999,
        Number.MAX_SAFE_INTEGER - 1,
        Number.MAX_SAFE_INTEGER,
      ];
      for (const revision of rising) {
        expect(await table().put({ ...key, revision, data: 1 }, 'newer')).toBe(true);
        expect(await table().put({ ...key, revision, data: 2 }, 'newer')).toBe(false);
        expect(await table().get(key)).toEqual({ ...key, revision, data: 1 });
      }
    });

    it('of being newer never writes over an item without a revision', async () => {
      const key = { pk: fresh(), sk: 'head' };
      await table().put({ ...key, data: 1 });
      expect(await table().put({ ...key, revision: 5, data: 2 }, 'newer')).toBe(false);
      await expect(table().put({ ...key, data: 3 }, 'newer')).rejects.toThrow(/revision/);
      expect((await table().get(key))?.data).toBe(1);
    });

    it('of absence is won by one of twenty, also when all say the same', async () => {
      const key = { pk: fresh(), sk: 'version' };
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => table().put({ ...key, revision: 1, data: 'same' }, 'absent')),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
    });

    it('of being newer loses no step of twenty counters', async () => {
      const key = { pk: fresh(), sk: 'counter' };
      await Promise.all(Array.from({ length: 20 }, () => countUp(table(), key)));
      expect(await table().get(key)).toEqual({ ...key, revision: 20, data: 20 });
    });

    it('that is refused leaves every order as it was', async () => {
      const key = { pk: fresh(), sk: 'entry' };
      await table().put({ ...key, at: '5', revision: 5, data: 5 }, 'newer');
      await table().put({ ...key, at: '4', revision: 4, data: 4 }, 'newer');
      expect((await table().query({ pk: key.pk, by: 'at' })).items).toEqual([
        { ...key, at: '5', revision: 5, data: 5 },
      ]);
    });
  });

  describe('a query', () => {
    it('sees every write at once', async () => {
      const pk = fresh();
      for (const sk of ['c', 'a', 'b']) {
        await table().put({ pk, sk, at: sk, data: sk });
        expect((await table().query({ pk })).items.map((item) => item.sk)).toContain(sk);
        expect((await table().query({ pk, by: 'at' })).items.map((item) => item.sk)).toContain(sk);
      }
    });

    it('gives whole items of one partition', async () => {
      const pk = fresh();
      const item: Item = { pk, sk: 'a', at: 'x', revision: 2, forgetAt: 3, data: someData };
      await table().put(item);
      await table().put({ ...item, pk: `${pk}0` });
      expect(await table().query({ pk })).toEqual({ items: [item] });
      expect(await table().query({ pk, by: 'at' })).toEqual({ items: [item] });
      expect(await table().query({ pk: fresh() })).toEqual({ items: [] });
      expect(await table().query({ pk: '' })).toEqual({ items: [] });
    });

    it.each(['sk', 'at'] as const)('goes by the bytes of %s, up and down', async (by) => {
      const pk = fresh();
      for (const [i, name] of byBytes.toReversed().entries())
        await table().put({ pk, sk: by === 'sk' ? name : String(i), at: name, data: i });
      const names = async (descending: boolean): Promise<unknown> =>
        (await table().query({ pk, by, descending })).items.map((item) => item[by]);
      expect(await names(false)).toEqual(byBytes);
      expect(await names(true)).toEqual(byBytes.toReversed());
    });

    it.each(['sk', 'at'] as const)('keeps to its bounds on %s, both included', async (by) => {
      const pk = fresh();
      for (const [i, name] of byBytes.entries())
        await table().put({ pk, sk: by === 'sk' ? name : String(i), at: name, data: i });
      const bounds = [undefined, ...byBytes.filter((name) => boundsByBytes || name < '\uD800'), 'Zz', 'é!'];
      for (const from of bounds) {
        for (const to of bounds.filter((_, i) => i % 3 === 0)) {
          const expected = byBytes.filter(
            (name) =>
              (from === undefined || compareKeys(name, from) >= 0) && (to === undefined || compareKeys(name, to) <= 0),
          );
          const { items } = await table().query({ pk, by, from, to });
          expect(items.map((item) => item[by])).toEqual(expected);
        }
      }
    });

    it('takes an empty lower bound for none, and finds nothing below an empty upper one', async () => {
      const pk = fresh();
      await table().put({ pk, sk: 'a', at: 'a', data: 1 });
      for (const by of ['sk', 'at'] as const) {
        expect((await table().query({ pk, by, from: '' })).items).toHaveLength(1);
        expect((await table().query({ pk, by, to: '' })).items).toEqual([]);
      }
    });

    it('by at leaves out what has none, and follows an item that changes its own', async () => {
      const pk = fresh();
      const order = async (): Promise<readonly string[]> =>
        (await table().query({ pk, by: 'at' })).items.map(({ sk }) => sk);
      for (const sk of ['a', 'b', 'c']) await table().put({ pk, sk, at: sk, data: 1 });
      await table().put({ pk, sk: 'none', data: 1 });
      expect(await order()).toEqual(['a', 'b', 'c']);
      await table().put({ pk, sk: 'a', at: 'd', data: 2 });
      expect(await order()).toEqual(['b', 'c', 'a']);
      await table().put({ pk, sk: 'c', data: 2 });
      expect(await order()).toEqual(['b', 'a']);
      await table().put({ pk, sk: 'none', at: 'c', data: 2 });
      expect(await order()).toEqual(['b', 'none', 'a']);
      expect((await table().query({ pk })).items).toHaveLength(4);
    });

    it('gives a hundred items unless told otherwise', async () => {
      const pk = fresh();
      await putMany(table(), pk, 101);
      expect((await table().query({ pk })).items).toHaveLength(100);
      expect((await table().query({ pk, limit: 101 })).items).toHaveLength(101);
    });

    it('fills its pages also with large items', async () => {
      const pk = fresh();
      const text = 'x'.repeat(150_000);
      for (let i = 0; i < 10; i += 1) await table().put({ pk, sk: `${i}`, at: `${i}`, data: text });
      const page = await table().query({ pk, by: 'at', limit: 9 });
      expect(page.items.map(({ sk }) => sk).join('')).toBe('012345678');
      expect((await everyPage(table(), { pk, limit: 9 })).map((items) => items.length)).toEqual([9, 1]);
    });

    it.each([0, -1, 1.5, Number.NaN])('refuses the limit %j', async (limit) => {
      await expect(table().query({ pk: fresh(), limit })).rejects.toThrow(/limit/);
    });
  });

  describe('a cursor', () => {
    it.each([
      ['sk', false],
      ['sk', true],
      ['at', false],
      ['at', true],
    ] as const)(
      'leads through all of %s (descending: %j), each item once, to no empty page',
      async (by, descending) => {
        const pk = fresh();
        const names = Array.from({ length: 23 }, (_, i) => String(i).padStart(2, '0'));
        for (const name of names) await table().put({ pk, sk: name, at: `at ${name}`, data: 1 });
        for (const limit of [1, 4, 22, 23, 24]) {
          const pages = await everyPage(table(), { pk, by, descending, limit });
          expect(pages.map((items) => items.length)).toEqual(pageSizes(23, limit));
          expect(pages.flat().map(({ sk }) => sk)).toEqual(descending ? names.toReversed() : names);
        }
      },
    );

    it.each([false, true])('leads through items of one at, each once (descending: %j)', async (descending) => {
      const pk = fresh();
      for (let i = 0; i < 30; i += 1) await table().put({ pk, sk: `${i}`, at: `${i % 3}`, data: 1 });
      for (const limit of [1, 4, 10, 29]) {
        const items = (await everyPage(table(), { pk, by: 'at', descending, limit })).flat();
        expect(new Set(items.map(({ sk }) => sk)).size).toBe(30);
        const ats = items.map(({ at }) => at!).join('');
        expect(ats).toBe(descending ? '222222222211111111110000000000' : '000000000011111111112222222222');
      }
    });

    it.each([false, true])('keeps to the bounds (descending: %j)', async (descending) => {
      const pk = fresh();
      await putMany(table(), pk, 20);
      for (const by of ['sk', 'at'] as const) {
        const items = (await everyPage(table(), { pk, by, from: '00003', to: '00012', descending, limit: 3 })).flat();
        expect(items.map(({ sk }) => sk).toSorted()).toEqual(
          Array.from({ length: 10 }, (_, i) => String(i + 3).padStart(5, '0')),
        );
      }
    });

    it('holds its place while others write', async () => {
      const pk = fresh();
      for (const sk of ['b', 'd', 'f', 'h']) await table().put({ pk, sk, data: 1 });
      const { cursor } = await table().query({ pk, limit: 2 });
      await table().delete({ pk, sk: 'd' });
      await table().put({ pk, sk: 'a', data: 1 });
      await table().put({ pk, sk: 'e', data: 1 });
      await table().delete({ pk, sk: 'h' });
      expect((await table().query({ pk, limit: 2, cursor })).items.map(({ sk }) => sk)).toEqual(['e', 'f']);
    });

    it('holds its place in at, also when the item it stands on moves', async () => {
      const pk = fresh();
      for (const sk of ['b', 'd', 'f', 'h']) await table().put({ pk, sk, at: sk, data: 1 });
      const { cursor } = await table().query({ pk, by: 'at', descending: true, limit: 2 });
      await table().put({ pk, sk: 'f', at: 'z', data: 2 });
      await table().put({ pk, sk: 'h', at: 'y', data: 2 });
      expect(
        (await table().query({ pk, by: 'at', descending: true, limit: 2, cursor })).items.map(({ sk }) => sk),
      ).toEqual(['d', 'b']);
    });

    it('misses nothing that stays where it is while many write beside it', async () => {
      const pk = fresh();
      await putMany(table(), pk, 60);
      const restless = Promise.all(
        Array.from({ length: 40 }, (_, i) =>
          table().put({ pk, sk: `${String(i).padStart(5, '0')}+`, at: `x${i}`, data: 1 }),
        ),
      );
      const seen = (await everyPage(table(), { pk, by: 'at', limit: 7 })).flat().map(({ sk }) => sk);
      await restless;
      const settled = seen.filter((sk) => !sk.endsWith('+'));
      expect(settled).toEqual(Array.from({ length: 60 }, (_, i) => String(i).padStart(5, '0')));
    });

    it('that is none is refused in so many words', async () => {
      const pk = fresh();
      await putMany(table(), pk, 3);
      const { cursor: ofSk } = await table().query({ pk, limit: 1 });
      const { cursor: ofAt } = await table().query({ pk, by: 'at', limit: 1 });
      const wrong: readonly Query[] = [
        ...['', 'x', '%%%', 'bnVsbA', 'W10', Buffer.from('{"pk":1,"sk":2}').toString('base64url')].map((cursor) => ({
          pk,
          cursor,
        })),
        { pk: fresh(), cursor: ofSk },
        { pk, by: 'at', cursor: ofSk },
        { pk, cursor: ofAt },
        { pk, from: '00001', cursor: ofSk },
        { pk, by: 'at', to: '0', cursor: ofAt },
      ];
      for (const query of wrong) await expect(table().query(query)).rejects.toThrow(BadCursor);
    });
  });
}

const someData = { headline: 'Fähre fällt aus: “Sturm” 🌊', list: [1, null, true, 'x'], nested: { '': 0, 'a b': [] } };

/** UTF-8 bytes rising; UTF-16 has the last two the other way round. */
const byBytes: readonly string[] = [
  '\u0000',
  '\u0001',
  ' ',
  '!',
  '0',
  '10',
  '9',
  'A',
  'Z',
  'a',
  'a\u0000',
  'a ',
  'aa',
  'b',
  '~',
  '\u007F',
  'é',
  '\u0301',
  'ﬀ',
  '\uFFFD',
  '\u{1F600}',
  '\u{10FFFF}',
];

const oddKeys: readonly string[] = [
  '/',
  '//',
  '..',
  '%2F',
  '#',
  "'",
  '"; DROP TABLE items; --',
  '%',
  '_',
  '\\',
  'caf\u00E9',
  'cafe\u0301',
  '\u{1F600}',
  '\u0000',
  'a\u0000b',
  ' ',
  '\n',
  '~',
  '__proto__',
  'true',
  '0',
  '1e3',
];

function fresh(): string {
  return `contract#${randomUUID()}`;
}

async function putMany(table: Table, pk: string, count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, i) => String(i).padStart(5, '0'));
  await Promise.all(names.map((sk) => table.put({ pk, sk, at: sk, data: 1 })));
}

async function countUp(table: Table, key: { readonly pk: string; readonly sk: string }): Promise<void> {
  for (;;) {
    const count = ((await table.get(key))?.revision ?? 0) + 1;
    if (await table.put({ ...key, revision: count, data: count }, 'newer')) return;
  }
}

async function everyPage(table: Table, query: Query): Promise<readonly (readonly Item[])[]> {
  const pages: (readonly Item[])[] = [];
  let cursor: string | undefined;
  do {
    const page = await table.query({ ...query, cursor });
    pages.push(page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return pages;
}

function pageSizes(count: number, limit: number): readonly number[] {
  return Array.from({ length: Math.ceil(count / limit) }, (_, i) => Math.min(limit, count - i * limit));
}
