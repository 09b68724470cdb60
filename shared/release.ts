// What time does to a story: its embargo passes, or it ends. Looked for every minute; the story then changes like any other, and its feeds with it.

import { eachDue } from './each-due.ts';
import type { Ground } from './ground.ts';
import type { Item } from './ports.ts';
import { waitsPartition } from './store/keys.ts';
import type { Head } from './store/stories.ts';
import { moveHead, readHead, readStory } from './store/stories.ts';
import type { Wait } from './store/waits.ts';
import { stopWaiting } from './store/waits.ts';
import type { Instant, Story, StoryUri } from './story.ts';

type IsOver = () => boolean;

/** Lets go the stories whose embargo has passed. Answers how many. */
export async function releaseEmbargoes(ground: Ground, isOver: IsOver = () => false): Promise<number> {
  const momentOf = ({ embargoedUntil }: Story): Instant | undefined => embargoedUntil;
  return actOnMoments(ground, { wait: 'embargoes', momentOf, mark: 'released' }, isOver);
}

/** Takes the stories whose time has ended out of the feeds. Answers how many. */
export async function endExpired(ground: Ground, isOver: IsOver = () => false): Promise<number> {
  const momentOf = ({ expiresAt }: Story): Instant | undefined => expiresAt;
  return actOnMoments(ground, { wait: 'expiries', momentOf, mark: 'expired' }, isOver);
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

type Kind = {
  readonly wait: Wait;
  readonly momentOf: (story: Story) => Instant | undefined;
  readonly mark: 'released' | 'expired';
};

async function actOnMoments(ground: Ground, kind: Kind, isOver: IsOver): Promise<number> {
  const now = ground.clock.now();
  const act = ({ data }: Item): Promise<boolean> => actOnMoment(ground, kind, data as StoryUri, now);
  return eachDue(ground, { job: kind.wait, partition: waitsPartition(kind.wait), act, isOver });
}

/** Answers whether the story waits no longer. */
async function actOnMoment(
  ground: Ground,
  { wait, momentOf, mark }: Kind,
  uri: StoryUri,
  now: Instant,
): Promise<boolean> {
  const head = await readHead(ground.table, uri);
  const moment = head && momentOf(await readStory(ground, uri, head.version));
  // A newer version may wait longer: it has put its own moment in the list, or will.
  if (!head || (moment !== undefined && moment > now)) return false;
  const isPast = moment === undefined || head[mark] === moment;
  const passed: Head = isPast ? head : { ...head, [mark]: moment, changedAt: now, revision: head.revision + 1 };
  if (passed !== head && !(await moveHead(ground.table, passed))) return false;
  await stopWaiting(ground.table, wait, uri, passed.revision);
  return true;
}
