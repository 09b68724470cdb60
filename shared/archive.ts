// Feeds that are rendered when they are asked for: the pages of a day, behind the head of its channel (RFC 5005), and what changed since a moment.
// A story stands on a page of the day it last changed: whoever walks the pages sees every story exactly once.

import { definedAs, inWording } from './channel-feed.ts';
import type { Ground } from './ground.ts';
import { channelOf } from './publish/channels.ts';
import type { Channel, DayPage, Feed, FeedQuery, Format } from './publish/feed.ts';
import type { FeedLink } from './publish/feed-links.ts';
import { linksOf } from './publish/feed-links.ts';
import { readEntriesOf } from './read-entries.ts';
import { entriesBetween, neighbourDay } from './store/entries.ts';
import type { ChannelEntry } from './store/entries.ts';
import { channelKey } from './store/keys.ts';
import type { ChannelPointer } from './store/renderings.ts';
import type { Instant } from './story.ts';

export type ArchivePage = { readonly text: string; readonly changedAt: Instant; readonly links?: readonly FeedLink[] };

/** Stories on a page of the archive: what a function can answer with, also uncompressed. A busier day has more pages. */
export const storiesOnPage = 250;

/** `day` as `2026-11-23`, in UTC; `undefined` where there is no such channel. Throws BadCursor. */
export async function renderDay(
  ground: Ground,
  name: string,
  format: Format,
  day: string,
  part?: string,
): Promise<ArchivePage | undefined> {
  const channel = await describe(ground, name);
  if (!channel || !format.feed) return undefined;
  const [from, to] = [`${day}T00:00:00.000Z`, `${day}T23:59:59.999Z`];
  const { entries, cursor } = await entriesBetween(ground.table, name, from, to, storiesOnPage, part);
  const [older, newer] = await Promise.all([
    cursor === undefined ? neighbour(ground, name, day, 'before') : { day, cursor },
    part === undefined ? neighbour(ground, name, day, 'after') : undefined,
  ]);
  return render(ground, format, channel, entries, {
    updatedAt: entries[0]?.changedAt ?? from,
    day: { day, cursor: part },
    previousPage: older,
    nextPage: newer,
  });
}

async function neighbour(
  { table }: Ground,
  name: string,
  day: string,
  side: 'before' | 'after',
): Promise<DayPage | undefined> {
  const found = await neighbourDay(table, name, day, side);
  return found === undefined ? undefined : { day: found };
}

/** So far back it is looked for stories that came into the channel late: behind others that changed after them, and that a puller has seen. */
const latestMs = 10 * 60_000;

/** What changed behind `since`, newest first, at most `limit` stories; the page links to the rest. Throws BadCursor. */
export async function renderSince(
  ground: Ground,
  name: string,
  format: Format,
  since: Instant,
  limit: number,
  part?: string,
): Promise<ArchivePage | undefined> {
  const channel = await describe(ground, name);
  if (!channel || !format.feed) return undefined;
  const from = new Date(Math.max(0, Date.parse(since) - latestMs)).toISOString();
  const { entries, cursor } = await entriesBetween(ground.table, name, from, '9999', limit, part);
  const changes = entries.filter(
    ({ changedAt, enteredAt }) => changedAt > since || (enteredAt !== undefined && enteredAt > since),
  );
  const more: FeedQuery | undefined = cursor === undefined ? undefined : { since, limit: String(limit), cursor };
  return render(ground, format, channel, changes, { updatedAt: changes[0]?.changedAt ?? since, more });
}

async function render(
  ground: Ground,
  format: Format,
  channel: Channel,
  changes: readonly ChannelEntry[],
  about: Pick<Feed, 'updatedAt' | 'day' | 'previousPage' | 'nextPage' | 'more'>,
): Promise<ArchivePage> {
  const { entries } = await readEntriesOf(ground, channel.name, changes);
  const feed: Feed = { site: ground.settings.site, channel, entries, ...about };
  return { text: format.feed!(inWording(ground, feed)), changedAt: about.updatedAt, links: linksOf(feed, format) };
}

async function describe(ground: Ground, name: string): Promise<Channel | undefined> {
  const pointer = (await ground.table.get(channelKey(name)))?.data as ChannelPointer | undefined;
  const defined = definedAs(ground, name);
  if (!pointer) return undefined;
  return defined ? channelOf(defined) : { name, title: pointer.title, description: pointer.description };
}
