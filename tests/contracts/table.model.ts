// Any run of writes and queries gives on a Table what it gives on a Map.

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { compareKeys } from '../../shared/key-order.ts';
import type { Condition, Item, Query, Table } from '../../shared/ports.ts';
import type { TableTraits } from './table.contract.ts';

type Step =
  | { readonly do: 'put'; readonly item: Omit<Item, 'pk'>; readonly condition: Condition | undefined }
  | { readonly do: 'delete' | 'get'; readonly sk: string }
  | { readonly do: 'query'; readonly query: Omit<Query, 'pk'> };

const plainName = fc.constantFrom('a', 'B', 'aa', 'é', '~', ' ');
const name = fc.oneof(plainName, fc.constantFrom('\uFFFD', '\u{1F600}'));
const perhaps = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const put = fc
  .record({
    sk: name,
    at: perhaps(name),
    revision: fc.integer({ min: 1, max: 12 }),
    unnumbered: fc.boolean(),
    data: fc.jsonValue({ maxDepth: 1 }),
    condition: perhaps(fc.constantFrom<Condition>('absent', 'newer')),
  })
  .map(({ sk, at, revision, unnumbered, data, condition }): Step => {
    const numbered = condition === 'newer' || !unnumbered;
    return {
      do: 'put',
      condition,
      item: {
        sk,
        ...(at !== undefined && { at }),
        ...(numbered && { revision }),
        data: JSON.parse(JSON.stringify(data)) as unknown,
      },
    };
  });
const touch = fc.record({ do: fc.constantFrom('delete', 'get'), sk: name }) as fc.Arbitrary<Step>;
const query = (bound: fc.Arbitrary<string>): fc.Arbitrary<Step> =>
  fc
    .record({
      by: perhaps(fc.constantFrom('sk' as const, 'at' as const)),
      from: perhaps(bound),
      to: perhaps(bound),
      descending: perhaps(fc.boolean()),
      limit: fc.integer({ min: 1, max: 5 }),
    })
    .map((asked): Step => ({ do: 'query', query: asked }));

const steps = (bound: fc.Arbitrary<string>): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof({ weight: 5, arbitrary: put }, { weight: 1, arbitrary: touch }, { weight: 2, arbitrary: query(bound) }),
    { maxLength: 30 },
  );

export type ModelTraits = TableTraits & { readonly runs: number };

export async function matchesAMap(table: () => Table, { boundsByBytes, runs }: ModelTraits): Promise<void> {
  await fc.assert(
    fc.asyncProperty(steps(boundsByBytes ? name : plainName), async (all) => {
      const pk = `model#${randomUUID()}`;
      const model = new Map<string, Item>();
      for (const step of all) await take(table(), model, pk, step);
    }),
    { numRuns: runs },
  );
}

async function take(table: Table, model: Map<string, Item>, pk: string, step: Step): Promise<void> {
  switch (step.do) {
    case 'put': {
      const item: Item = { pk, ...step.item };
      const writes = isAllowed(model.get(item.sk), item, step.condition);
      expect(await table.put(item, step.condition)).toBe(writes);
      if (writes) model.set(item.sk, item);
      return;
    }
    case 'delete':
      model.delete(step.sk);
      return table.delete({ pk, sk: step.sk });
    case 'get':
      expect(await table.get({ pk, sk: step.sk })).toEqual(model.get(step.sk));
      return;
    case 'query':
      return compareQuery(table, model, { pk, ...step.query });
  }
}

function isAllowed(standing: Item | undefined, item: Item, condition: Condition | undefined): boolean {
  if (!standing || condition === undefined) return true;
  return condition === 'newer' && standing.revision !== undefined && standing.revision < item.revision!;
}

async function compareQuery(table: Table, model: ReadonlyMap<string, Item>, query: Query): Promise<void> {
  const { by = 'sk', from, to, descending = false, limit = 100 } = query;
  const within = (place: string | undefined): boolean =>
    place !== undefined &&
    (from === undefined || compareKeys(place, from) >= 0) &&
    (to === undefined || compareKeys(place, to) <= 0);
  const wanted = [...model.values()].filter((item) => within(item[by])).sort((a, b) => compareKeys(a[by]!, b[by]!));
  if (descending) wanted.reverse();
  const found = await followPages(table, query, limit, wanted.length);
  expect(found.map((item) => item[by])).toEqual(wanted.map((item) => item[by]));
  // Items of one `at` come in any order.
  const bySk = (items: readonly Item[]): readonly Item[] => items.toSorted((a, b) => compareKeys(a.sk, b.sk));
  expect(bySk(found)).toEqual(bySk(wanted));
}

/** All pages; each but the last must be full. */
async function followPages(table: Table, query: Query, limit: number, count: number): Promise<readonly Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await table.query({ ...query, cursor });
    expect(page.items.length).toBe(Math.min(limit, count - found.length));
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}
