// Uploads that end in the dead letters: their desks are told, by ingest itself on the last try, and every minute where it had
// no chance to (its time or memory was up, or the table was away).

import { describeError } from '../shared/describe-error.ts';
import type { Ground } from '../shared/ground.ts';
import type { SetAside } from '../shared/set-aside.ts';
import { setAside } from '../shared/set-aside.ts';
import { noteLastError } from '../shared/store/last-errors.ts';
import { arrivalOf, isStory } from './arrivals.ts';
import type { QueueMessage } from './events.ts';
import { readNotification } from './events.ts';

/** Of a message that failed on its last try. Never throws. */
export async function giveUp(ground: Ground, { messageId, body }: QueueMessage, error: unknown): Promise<void> {
  try {
    await noteLastError(ground.table, 'uploads', messageId, String(error), ground.clock.now());
  } catch (failure) {
    ground.log.error('last-error-lost', { messageId, ...describeError(failure) });
  }
  for (const upload of uploadsIn(body)) await setAside(ground, upload);
}

/** Tells of the dead letters that have no receipt, and takes none away. Answers how many. */
export async function tellSetAside(ground: Ground, isOver: () => boolean = () => false): Promise<number> {
  let told = 0;
  for await (const { body } of ground.deadUploads?.() ?? []) {
    if (isOver()) break;
    for (const upload of uploadsIn(body)) if (await setAside(ground, upload)) told += 1;
  }
  return told;
}

/** None of a message that is no notification: nobody knows whose it was. */
function uploadsIn(body: string): readonly SetAside[] {
  try {
    const stories = readNotification(body).filter(({ key }) => isStory(key));
    return stories.map((object) => ({ arrival: arrivalOf(object), isRemoval: object.removed }));
  } catch {
    return [];
  }
}
