// Stories that end at a moment of their own, by that moment.

import type { Table } from '../ports.ts';
import type { Instant, StoryUri } from '../story.ts';
import { expiriesPartition, expiryKey } from './keys.ts';

export async function expireAt(table: Table, uri: StoryUri, at: Instant, revision: number): Promise<void> {
  await table.put({ ...expiryKey(uri), at, revision, data: uri }, 'newer');
}

export async function forgetExpiry(table: Table, uri: StoryUri): Promise<void> {
  await table.delete(expiryKey(uri));
}

/** Stories whose time ended at or before `now`, the earliest first. */
export async function expiriesPassed(table: Table, now: Instant): Promise<readonly StoryUri[]> {
  const { items } = await table.query({ pk: expiriesPartition, by: 'at', to: now, limit: 100 });
  return items.map((item) => item.data as StoryUri);
}
