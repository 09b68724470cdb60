// Kills of the last day, so that it can be seen who has not pulled them.

import type { Item, Table } from '../ports.ts';
import type { Instant, StoryUri } from '../story.ts';
import { everyItem } from './every-item.ts';
import { killKey, killsPartition } from './keys.ts';

export type Kill = {
  readonly uri: StoryUri;
  /** The channels that carry its notice. */
  readonly channels: readonly string[];
  readonly killedAt: Instant;
};

/** How long partners have to pull a kill before they are reported: an hour. */
export const patienceMs = 3_600_000;

const keptMs = 24 * patienceMs;

/** Looked up an hour later, then listed until a day has passed. `revision` of the head; a kill that is noted twice is looked up once. */
export async function noteKill(table: Table, kill: Kill, revision: number): Promise<void> {
  await table.put({ ...itemOf(kill, 2 * revision), at: later(kill.killedAt, patienceMs) }, 'newer');
}

/** Takes it out of the order of those to be looked up, unless the story was killed again since `item` was read. */
export async function settleKill(table: Table, { data, revision = 0 }: Item): Promise<void> {
  await table.put(itemOf(data as Kill, revision + 1), 'newer');
}

type Unread = (uri: string, error: unknown) => void;

/** Those of the last day, also before their hour has passed. `unread` is told of items that say nothing. */
export async function recentKills(table: Table, now: Instant, unread: Unread): Promise<readonly Kill[]> {
  const kills: Kill[] = [];
  for await (const item of everyItem(table, killsPartition)) {
    try {
      kills.push(item.data as Kill);
    } catch (error) {
      unread(item.sk, error);
    }
  }
  return kills
    .filter(({ killedAt }) => later(killedAt, keptMs) > now)
    .toSorted((a, b) => (a.killedAt < b.killedAt ? -1 : 1));
}

function itemOf(kill: Kill, revision: number) {
  return {
    ...killKey(kill.uri),
    revision,
    forgetAt: Math.ceil((Date.parse(kill.killedAt) + keptMs) / 1000),
    data: kill,
  };
}

function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}
