// Stories that wait for a moment, by that moment: for their embargo to pass, or for their own end.

import type { Table } from '../ports.ts';
import type { Instant, StoryUri } from '../story.ts';
import { waitKey } from './keys.ts';

export type Wait = 'embargoes' | 'expiries';

/** `revision` of the head that waits. */
export async function waitUntil(
  table: Table,
  wait: Wait,
  uri: StoryUri,
  moment: Instant,
  revision: number,
): Promise<void> {
  await table.put({ ...waitKey(wait, uri), at: moment, revision, data: uri }, 'newer');
}

/** Unless a head newer than `revision` waits by now: deleting would take its moment too, and nobody would ever let it go. */
export async function stopWaiting(table: Table, wait: Wait, uri: StoryUri, revision: number): Promise<void> {
  await table.put({ ...waitKey(wait, uri), revision, data: uri }, 'newer');
}
