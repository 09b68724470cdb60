// What time does to a story: its embargo passes, or it ends. Looked for every minute; the story then changes like any other, and its feeds with it.

import type { Ground } from './ground.ts';
import type { Head } from './store/stories.ts';
import { moveHead, readHead, readStory } from './store/stories.ts';
import type { Wait } from './store/waits.ts';
import { mostAtOnce, stopWaiting, waitedLongEnough } from './store/waits.ts';
import type { Instant, Story, StoryUri } from './story.ts';

/** Lets go the stories whose embargo has passed. Answers how many. */
export async function releaseEmbargoes(ground: Ground): Promise<number> {
  return actOnMoments(ground, 'embargoes', ({ embargoedUntil }) => embargoedUntil, 'released');
}

/** Takes the stories whose time has ended out of the feeds. Answers how many. */
export async function endExpired(ground: Ground): Promise<number> {
  return actOnMoments(ground, 'expiries', ({ expiresAt }) => expiresAt, 'expired');
}

/** Whether its embargo has not been released. A kill is under none: everybody is to know of it. */
export function isUnderEmbargo(ground: Ground, head: Head, { status, embargoedUntil }: Story): boolean {
  if (status !== 'usable' || !embargoedUntil || head.released === embargoedUntil) return false;
  return embargoedUntil > ground.clock.now();
}

/** Whether the story's time has ended. */
export function isOver(ground: Ground, head: Head, { expiresAt }: Story): boolean {
  return expiresAt !== undefined && (head.expired === expiresAt || expiresAt <= ground.clock.now());
}

/** Until no more wait: a thousand stories may be under one embargo. */
async function actOnMoments(ground: Ground, wait: Wait, momentOf: (story: Story) => Instant | undefined, mark: 'released' | 'expired'): Promise<number> {
  const now = ground.clock.now();
  for (let passed = 0; ; ) {
    const uris = await waitedLongEnough(ground.table, wait, now);
    const before = passed;
    for (const uri of uris) if (await actOnMoment(ground, wait, uri, momentOf, mark, now)) passed += 1;
    if (uris.length < mostAtOnce || passed === before) return passed;
  }
}

/** Answers whether the story waits no longer. */
async function actOnMoment(ground: Ground, wait: Wait, uri: StoryUri, momentOf: (story: Story) => Instant | undefined, mark: 'released' | 'expired', now: Instant): Promise<boolean> {
  const head = await readHead(ground.table, uri);
  const moment = head && momentOf(await readStory(ground, uri, head.version));
  // A newer version may wait longer: it has put its own moment in the list, or will.
  if (!head || (moment !== undefined && moment > now)) return false;
  const passed: Head = moment === undefined || head[mark] === moment ? head : { ...head, [mark]: moment, changedAt: now, revision: head.revision + 1 };
  if (passed !== head && !(await moveHead(ground.table, passed))) return false;
  await stopWaiting(ground.table, wait, uri, passed.revision);
  return true;
}
