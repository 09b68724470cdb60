// Pictures and stories that look for each other, desk by desk: a picture leaves its names, a story that misses a file leaves the same.
// Whoever writes first is found by the other: each writes its own side before it reads the other's.

import type { DraftPicture } from '../draft.ts';
import type { Table } from '../ports.ts';
import type { Arrival } from '../upload.ts';
import { filePictureKey, waitingPrefix, waitingStoryKey } from './keys.ts';

/** Seconds a picture can be joined, and a story waits for one. */
const keptSeconds = 90 * 24 * 3600;

/** Makes the picture findable under its handles. The newest of a name counts, also when its notice overtakes an older one. */
export async function offerPicture(
  table: Table,
  desk: string,
  handles: readonly string[],
  picture: DraftPicture,
  receivedAt: string,
): Promise<void> {
  for (const handle of handles)
    await table.put({ ...filePictureKey(desk, handle), ...kept(receivedAt), data: picture }, 'newer');
}

export async function findPicture(
  table: Table,
  desk: string,
  handles: readonly string[],
): Promise<DraftPicture | undefined> {
  for (const handle of handles) {
    const item = await table.get(filePictureKey(desk, handle));
    if (item) return item.data as DraftPicture;
  }
  return undefined;
}

/** Remembers that the story of this upload lacks the picture; of an upload's versions the newest is the one to read again. */
export async function awaitPicture(table: Table, handles: readonly string[], arrival: Arrival): Promise<void> {
  for (const handle of handles)
    await table.put(
      { ...waitingStoryKey(arrival.desk, handle, arrival.key), ...kept(arrival.receivedAt), data: arrival },
      'newer',
    );
}

/** The uploads whose stories lack a picture that goes by one of the handles. */
export async function uploadsWaiting(
  table: Table,
  desk: string,
  handles: readonly string[],
): Promise<readonly Arrival[]> {
  const found = new Map<string, Arrival>();
  for (const handle of handles) {
    const { pk, from, to } = waitingPrefix(desk, handle);
    const { items } = await table.query({ pk, from, to, limit: 50 });
    for (const { data } of items) found.set((data as Arrival).key, data as Arrival);
  }
  return [...found.values()];
}

function kept(receivedAt: string): { readonly revision: number; readonly forgetAt: number } {
  const revision = Date.parse(receivedAt);
  return { revision, forgetAt: Math.floor(revision / 1000) + keptSeconds };
}
