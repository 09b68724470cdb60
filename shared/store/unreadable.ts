// Versions that a publisher could not read: on a list, so that every minute somebody looks whether they are there again.

import type { Item, Table } from '../ports.ts';
import type { Instant, StoryUri } from '../story.ts';
import { unreadableKey } from './keys.ts';

export type MissingVersion = { readonly uri: StoryUri; readonly version: number };

/** Each time anew, so that whoever settles it meanwhile does not settle this. */
export async function noteUnreadable(table: Table, { uri, version }: MissingVersion, now: Instant): Promise<void> {
  for (;;) {
    const before = await table.get(unreadableKey(uri, version));
    const revision = (before?.revision ?? 0) + 1;
    const data: MissingVersion = { uri, version };
    if (await table.put({ ...unreadableKey(uri, version), at: before?.at ?? now, revision, data }, 'newer')) return;
  }
}

/** Takes it off the list, unless it was noted again since `item` was read. */
export async function settleUnreadable(table: Table, item: Item, now: Instant): Promise<void> {
  const { pk, sk, revision = 0, data } = item;
  const forgetAt = Math.ceil(Date.parse(now) / 1000) + keptSeconds;
  await table.put({ pk, sk, revision: revision + 1, forgetAt, data }, 'newer');
}

/** What is settled is kept for a day, that no late writer takes it for new. */
const keptSeconds = 86_400;
