// Faults in what a ground keeps: a version that is gone, spoilt, of a newer release, or whose text is gone; and a ground that turns one call away.

import type { Ground } from '../shared/ground.ts';
import type { Item, ItemKey, Objects, Table } from '../shared/ports.ts';
import { itemWith } from '../shared/spoilt-item.ts';
import { versionKey } from '../shared/store/keys.ts';

const isSame = (a: ItemKey, b: ItemKey): boolean => a.pk === b.pk && a.sk === b.sk;

/** Every read of one item answers with what `make` makes of it. */
function withItem(ground: Ground, key: ItemKey, make: (item: Item) => Item | undefined): Ground {
  const table: Table = {
    ...ground.table,
    async get(asked) {
      const item = await ground.table.get(asked);
      return item && isSame(asked, key) ? make(item) : item;
    },
    async query(query) {
      const page = await ground.table.query(query);
      const items = page.items
        .map((item) => (isSame(item, key) ? make(item) : item))
        .filter((item) => item !== undefined);
      return { ...page, items };
    },
  };
  return { ...ground, table };
}

export function withoutItem(ground: Ground, key: ItemKey): Ground {
  return withItem(ground, key, () => undefined);
}

/** Its data is no JSON. */
export function withSpoiltItem(ground: Ground, key: ItemKey): Ground {
  return withItem(ground, key, ({ data: _data, ...item }) => itemWith(item, '{"uri":"tag:'));
}

/** The version holds something else than a story. */
export function withVersionData(
  ground: Ground,
  uri: string,
  version: number,
  change: (data: object) => object,
): Ground {
  return withItem(ground, versionKey(uri, version), (item) => ({ ...item, data: change(item.data as object) }));
}

/** The texts that lie outside the table answer with `bytes`, or are gone; under a table of its own, since what was read is remembered by table. */
export function withTexts(ground: Ground, bytes: Uint8Array | undefined): Ground {
  const get: Objects['get'] = async (key, version) => {
    const object = await ground.feeds.get(key, version);
    if (!object || !key.startsWith('overflow/')) return object;
    return bytes && { ...object, bytes };
  };
  return { ...ground, table: { ...ground.table }, feeds: { ...ground.feeds, get } };
}

/** Reading this item is turned away, as under too many calls. */
export function throttledAt(ground: Ground, key: ItemKey): Ground {
  const get: Table['get'] = (asked) =>
    isSame(asked, key) ? Promise.reject(new Error('ThrottlingException')) : ground.table.get(asked);
  return { ...ground, table: { ...ground.table, get } };
}
