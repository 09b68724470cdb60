// Stories that wait for their embargo to pass, by the moment it does.

import type { Table } from '../ports.ts';
import type { Instant, StoryUri } from '../story.ts';
import { embargoesPartition, embargoKey } from './keys.ts';

export async function holdUntil(table: Table, uri: StoryUri, until: Instant, revision: number): Promise<void> {
  await table.put({ ...embargoKey(uri), at: until, revision, data: uri }, 'newer');
}

export async function forgetEmbargo(table: Table, uri: StoryUri): Promise<void> {
  await table.delete(embargoKey(uri));
}

/** Stories whose embargo passed at or before `now`, the longest waiting first. */
export async function embargoesPassed(table: Table, now: Instant): Promise<readonly StoryUri[]> {
  const { items } = await table.query({ pk: embargoesPartition, by: 'at', to: now, limit: 100 });
  return items.map((item) => item.data as StoryUri);
}
