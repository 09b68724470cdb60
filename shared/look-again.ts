// Stories that a publisher could not read, looked for every minute: once one is there again it is published anew, into every
// feed that lacked it.

import { eachDue } from './each-due.ts';
import type { Ground } from './ground.ts';
import type { Item } from './ports.ts';
import { unreadablePartition } from './store/keys.ts';
import { moveHead, readHead, readStory } from './store/stories.ts';
import type { MissingVersion } from './store/unreadable.ts';
import { settleUnreadable } from './store/unreadable.ts';

/** Answers how many have come back. */
export async function publishRecovered(ground: Ground, isOver: () => boolean = () => false): Promise<number> {
  const act = (item: Item): Promise<boolean> => lookAgain(ground, item);
  return eachDue(ground, { job: 'unreadable', event: 'story-unreadable', partition: unreadablePartition, act, isOver });
}

/** Throws as long as the story stands in a version that can't be read. One that was followed by another is done with. */
async function lookAgain(ground: Ground, item: Item): Promise<boolean> {
  const { uri, version } = item.data as MissingVersion;
  const head = await readHead(ground.table, uri);
  if (!head || head.version === version) await readStory(ground, uri, version);
  // The head moves on without change, which wakes the publisher. Whoever moves it first has woken him.
  if (head) await moveHead(ground.table, { ...head, revision: head.revision + 1 });
  await settleUnreadable(ground.table, item, ground.clock.now());
  return true;
}
