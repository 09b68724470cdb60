// The table with an eye on the feed of all stories: whenever its pointer moves, one line in the log tells how full the feed is and how long its newest story took.
// put channels/all → feed-moved {"stories":58,"shrunkPercent":3,"bytes":412000,"uploadToFeedMs":1840}

import type { Clock, Item, ItemKey, Log, Table } from '../../shared/ports.ts';
import { channelKey, channelPartition, versionKey } from '../../shared/store/keys.ts';

const watched = 'all';

/** A feed of fewer stories halves easily and means nothing by it. */
const leastToShrink = 10;

/** Older stories in a feed that moved have waited for something else than us: an embargo, a replay, a correction by hand. */
const longestArrivalMs = 3_600_000;

/** Behaves as `table` does; what cannot be measured is left out and stops nobody. */
export function watchedTable(table: Table, clock: Clock, log: Log): Table {
  let before: number | undefined;
  return {
    ...table,
    async get(key) {
      const item = await table.get(key);
      if (isWatched(key)) before = storiesOf(item);
      return item;
    },
    async put(item, condition) {
      const written = await table.put(item, condition);
      if (!written || !isWatched(item)) return written;
      const stories = storiesOf(item);
      log.info('feed-moved', {
        channel: watched,
        stories,
        shrunkPercent: shrunk(before, stories),
        bytes: bytesOf(item),
        uploadToFeedMs: await uploadToFeed(table, clock),
      });
      before = stories;
      return written;
    },
  };
}

function isWatched({ pk, sk }: ItemKey): boolean {
  const key = channelKey(watched);
  return pk === key.pk && sk === key.sk;
}

/** How much of the feed is gone since it last moved, in percent. */
function shrunk(before: number | undefined, now: number | undefined): number | undefined {
  if (before === undefined || now === undefined) return undefined;
  return before < leastToShrink ? 0 : Math.max(0, Math.round((100 * (before - now)) / before));
}

function storiesOf(item: Item | undefined): number | undefined {
  const stories = member(item?.data, 'stories');
  return typeof stories === 'number' ? stories : undefined;
}

/** The largest of its formats, since that is what readers choke on. */
function bytesOf({ data }: Item): number {
  const sizes = Object.values(member(data, 'renderings') ?? {}).map((rendering) => Number(member(rendering, 'bytes')));
  return Math.max(0, ...sizes.filter(Number.isFinite));
}

/** Milliseconds from the upload of the story that changed last until now. */
async function uploadToFeed(table: Table, clock: Clock): Promise<number | undefined> {
  try {
    const { items } = await table.query({ pk: channelPartition(watched), by: 'at', descending: true, limit: 1 });
    const entry = items[0]?.data;
    if (entry === undefined || member(entry, 'gone')) return undefined;
    const version = await table.get(versionKey(String(member(entry, 'uri')), Number(member(entry, 'version'))));
    const receivedAt = member(member(member(version?.data, 'story'), 'source'), 'receivedAt');
    const took = Date.parse(clock.now()) - Date.parse(String(receivedAt));
    return took >= 0 && took <= longestArrivalMs ? took : undefined;
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
