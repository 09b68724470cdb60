// Feeds that are rendered when they are asked for: the page of a day, behind the head of its channel (RFC 5005), and what changed since a moment.
// A story stands on the page of the day it last changed: whoever walks the pages sees every story exactly once.

import { inWording } from './emit.ts';
import type { Ground } from './ground.ts';
import { channelOf } from './publish/channels.ts';
import type { Channel, Entry, Feed, Format } from './publish/feed.ts';
import { entriesBetween, neighbourDay } from './store/entries.ts';
import type { ChannelEntry } from './store/entries.ts';
import { channelKey } from './store/keys.ts';
import type { ChannelPointer } from './store/renderings.ts';
import { readStory } from './store/stories.ts';
import type { Instant } from './story.ts';

export type ArchivePage = { readonly text: string; readonly changedAt: Instant };

/** More on one day than any desk sends; the rest is found by `since`. */
const mostOfADay = 2000;

/** `day` as `2026-11-23`, in UTC; `undefined` where there is no such channel. */
export async function renderDay(ground: Ground, name: string, format: Format, day: string): Promise<ArchivePage | undefined> {
  const channel = await describe(ground, name);
  if (!channel || !format.feed) return undefined;
  const [from, to] = [`${day}T00:00:00.000Z`, `${day}T23:59:59.999Z`];
  const changes = await entriesBetween(ground.table, name, from, to, mostOfADay);
  const [previousDay, nextDay] = await Promise.all([neighbourDay(ground.table, name, day, 'before'), neighbourDay(ground.table, name, day, 'after')]);
  const changedAt = changes[0]?.changedAt ?? from;
  return { text: await render(ground, format, channel, changes, { updatedAt: changedAt, day, ...(previousDay && { previousDay }), ...(nextDay && { nextDay }) }), changedAt };
}

/** What changed behind `since`, newest first, at most `limit` stories. */
export async function renderSince(ground: Ground, name: string, format: Format, since: Instant, limit: number): Promise<ArchivePage | undefined> {
  const channel = await describe(ground, name);
  if (!channel || !format.feed) return undefined;
  const changes = (await entriesBetween(ground.table, name, since, '9999', limit + 1)).filter(({ changedAt }) => changedAt > since).slice(0, limit);
  const changedAt = changes[0]?.changedAt ?? since;
  return { text: await render(ground, format, channel, changes, { updatedAt: changedAt }), changedAt };
}

async function render(ground: Ground, format: Format, channel: Channel, changes: readonly ChannelEntry[], about: Pick<Feed, 'updatedAt' | 'day' | 'previousDay' | 'nextDay'>): Promise<string> {
  const entries = await Promise.all(changes.filter(({ gone }) => !gone).map(async ({ uri, version, changedAt }): Promise<Entry> => ({ story: await readStory(ground, uri, version), changedAt })));
  return format.feed!(inWording(ground, { site: ground.settings.site, channel, entries, ...about }));
}

async function describe(ground: Ground, name: string): Promise<Channel | undefined> {
  const pointer = (await ground.table.get(channelKey(name)))?.data as ChannelPointer | undefined;
  const defined = ground.settings.channels.find((channel) => channel.name === name);
  if (!pointer) return undefined;
  return defined ? channelOf(defined) : { name, title: pointer.title, description: pointer.description };
}
