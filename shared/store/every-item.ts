// A whole partition, page by page.

import type { Item, Table } from '../ports.ts';

/** The items of a partition by sort key, from `from` on; items that come or go meanwhile may be missed. */
export async function* everyItem(table: Table, pk: string, from?: string): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await table.query({ pk, limit: 500, cursor, ...(from !== undefined && { from }) });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor);
}
