// What comes due: a list of the table is gone through to its end, some items at once. One that fails or hangs holds up none
// behind it; it stays on the list, is told in the log, and is tried again next time.

import { setTimeout as pause } from 'node:timers/promises';
import { describeError } from './describe-error.ts';
import type { Ground } from './ground.ts';
import type { Item, Table } from './ports.ts';

export type DueList = {
  /** As the log calls it: `embargoes`. */
  readonly job: string;
  /** Items with an `at` up to now are due, the longest waiting first. */
  readonly partition: string;
  /** Answers whether the item is done with. */
  readonly act: (item: Item) => Promise<boolean>;
  /** What the log says of an item that failed. Default `release-failed`. */
  readonly event?: string;
  /** Asks whether time is up. */
  readonly isOver: () => boolean;
};

const atOnce = 10;
const pageSize = 50;

/** Milliseconds after which an item counts as failed: a page is through within half a minute, however slow. */
const patienceMs = 5000;

/** Answers how many items were done. Where time is up before the end, the next call goes on there. Throws where the list can't be read. */
export async function eachDue(ground: Ground, list: DueList): Promise<number> {
  const { job, partition, isOver } = list;
  const places = placesIn(ground.table);
  const now = ground.clock.now();
  let done = 0;
  let cursor = places.get(job);
  // One that is no good, since the clock was put back, is not used again.
  places.delete(job);
  do {
    if (isOver()) {
      if (cursor !== undefined) places.set(job, cursor);
      return done;
    }
    const page = await ground.table.query({ pk: partition, by: 'at', to: now, limit: pageSize, cursor });
    const queue = page.items.values();
    const work = async (): Promise<void> => {
      for (const item of queue) if (await tryOne(ground, list, item)) done += 1;
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return done;
}

async function tryOne(ground: Ground, list: DueList, item: Item): Promise<boolean> {
  const bell = new AbortController();
  try {
    return await Promise.race([list.act(item), tooLate(bell.signal)]);
  } catch (error) {
    tell(ground, list, item, error);
    return false;
  } finally {
    bell.abort();
  }
}

async function tooLate(signal: AbortSignal): Promise<never> {
  await pause(patienceMs, undefined, { signal });
  throw new Error(`It took longer than ${patienceMs / 1000} seconds.`);
}

/** On this machine lists are gone through every second: a minute is enough between two lines of one item. */
const quietMs = 50_000;

function tell(ground: Ground, { job, event = 'release-failed' }: DueList, { sk: uri }: Item, error: unknown): void {
  const told = toldIn(ground.table);
  const name = `${job} ${uri}`;
  const now = Date.parse(ground.clock.now());
  if (now - (told.get(name) ?? -Infinity) < quietMs) return;
  if (told.size >= mostTold) told.clear();
  told.set(name, now);
  ground.log.error(event, { job, uri, ...describeError(error) });
}

const mostTold = 10_000;

/** Where each job's next call goes on, and when items were last told, by table. A new process begins at the front. */
const placesIn = keptBy<string>();
const toldIn = keptBy<number>();

function keptBy<T>(): (table: Table) => Map<string, T> {
  const kept = new WeakMap<Table, Map<string, T>>();
  return (table) => {
    const map = kept.get(table) ?? new Map<string, T>();
    kept.set(table, map);
    return map;
  };
}
