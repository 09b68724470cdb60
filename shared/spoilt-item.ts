// An item of the table whose data is no JSON. It spoils no listing: only who reads its data is stopped.

import type { Item, ItemKey } from './ports.ts';

/** The item is there and says nothing; trying again helps nothing. */
export class SpoiltItem extends Error {
  constructor({ pk, sk }: ItemKey, cause: unknown) {
    super(`The item ${pk} ${sk} is spoilt: its data is no JSON.`, { cause });
    this.name = 'SpoiltItem';
  }
}

/** The item with `text` as its data; where that is no JSON, reading `data` throws SpoiltItem. */
export function itemWith(item: Omit<Item, 'data'>, text: string): Item {
  try {
    return { ...item, data: JSON.parse(text) as unknown };
  } catch (cause) {
    return {
      ...item,
      get data(): unknown {
        throw new SpoiltItem(item, cause);
      },
    };
  }
}
