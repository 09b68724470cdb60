// A query with its defaults, and the page and cursor that come of it: the same for every table.

import { compareKeys } from './key-order.ts';
import { isItemKey, isPartition, isSortKey } from './port-limits.ts';
import type { Item, ItemKey, Query } from './ports.ts';

/** The cursor is none that this query gave out; it may come from a request. */
export class BadCursor extends Error {
  constructor() {
    super('That is no cursor of this query.');
    this.name = 'BadCursor';
  }
}

/** What a query asks for, with nothing left open. */
export type Range = {
  readonly pk: string;
  readonly by: 'sk' | 'at';
  /** Empty: from the first. */
  readonly from: string;
  readonly to: string | undefined;
  readonly descending: boolean;
  readonly limit: number;
  /** The last item of the page before. */
  readonly after: Place | undefined;
};

/** Where an item stands; `at` where the query goes by it. */
export type Place = ItemKey & { readonly at?: string };

export type Page = { readonly items: readonly Item[]; readonly cursor?: string };

/** `undefined` when nothing can match. Throws BadCursor, and an Error for a bound or a limit that makes no sense. */
export function readQuery(query: Query): Range | undefined {
  const { pk, by = 'sk', from = '', to, descending = false, limit = 100, cursor } = query;
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new Error('A page has at least one item: limit is a whole number from 1.');
  for (const bound of [from, to]) {
    if (bound && !isSortKey(bound))
      throw new Error('The bound of a query has at most 1,024 bytes, in well-formed Unicode.');
  }
  const after = cursor === undefined ? undefined : readCursor(cursor, query);
  // DynamoDB refuses bounds the wrong way round.
  if (!isPartition(pk) || to === '' || (to !== undefined && compareKeys(from, to) > 0)) return undefined;
  return { pk, by, from, to, descending, limit, after };
}

/** The page out of what was found; `found` holds one item more than the limit when there are more, so that no cursor leads to nothing. */
export function pageOf(found: readonly Item[], { by, limit }: Range): Page {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, cursor: writeCursor(last, by) } : { items };
}

function writeCursor({ pk, sk, at }: Item, by: 'sk' | 'at'): string {
  const place: Place = by === 'at' ? { pk, sk, at } : { pk, sk };
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readCursor(cursor: string, { pk, by = 'sk', from = '', to }: Query): Place {
  const place = parsePlace(cursor);
  const isOurs =
    place !== undefined && place.pk === pk && isItemKey(place) && (place.at !== undefined) === (by === 'at');
  if (!isOurs) throw new BadCursor();
  const position = place.at ?? place.sk;
  if (!isSortKey(position) || compareKeys(position, from) < 0 || (to !== undefined && compareKeys(position, to) > 0))
    throw new BadCursor();
  return place;
}

function parsePlace(cursor: string): Place | undefined {
  try {
    const value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Partial<
      Record<keyof Place, unknown>
    > | null;
    const { pk, sk, at } = value ?? {};
    if (typeof pk !== 'string' || typeof sk !== 'string') return undefined;
    if (at === undefined) return { pk, sk };
    return typeof at === 'string' ? { pk, sk, at } : undefined;
  } catch {
    return undefined;
  }
}
