// Stories that wait for a moment, by that moment: for their embargo to pass, or for their own end.

import type { Table } from '../ports.ts';
import type { Instant, StoryUri } from '../story.ts';
import { waitKey, waitsPartition } from './keys.ts';

/** So many are given at once. */
export const mostAtOnce = 100;

export type Wait = 'embargoes' | 'expiries';

/** `revision` of the head that waits. */
export async function waitUntil(table: Table, wait: Wait, uri: StoryUri, moment: Instant, revision: number): Promise<void> {
  await table.put({ ...waitKey(wait, uri), at: moment, revision, data: uri }, 'newer');
}

/** Unless a head newer than `revision` waits by now: deleting would take its moment too, and nobody would ever let it go. */
export async function stopWaiting(table: Table, wait: Wait, uri: StoryUri, revision: number): Promise<void> {
  await table.put({ ...waitKey(wait, uri), revision, data: uri }, 'newer');
}

/** Stories whose moment came at or before `now`, the longest waiting first. */
export async function waitedLongEnough(table: Table, wait: Wait, now: Instant): Promise<readonly StoryUri[]> {
  const { items } = await table.query({ pk: waitsPartition(wait), by: 'at', to: now, limit: mostAtOnce });
  return items.map((item) => item.data as StoryUri);
}
