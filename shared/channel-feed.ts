// A channel as it stands → the feed that is rendered: its newest stories under its title, in the house's words or in the wire's own.

import { fitsAny } from './channel-pattern.ts';
import type { Ground } from './ground.ts';
import { channelOf, channelsOf } from './publish/channels.ts';
import type { DefinedChannel } from './publish/defined-channels.ts';
import type { Channel, Entry, Feed } from './publish/feed.ts';
import { inWireWords } from './publish/wire-words.ts';
import { hubsOf } from './push/hubs.ts';
import { readEntriesOf } from './read-entries.ts';
import type { ChannelEntry } from './store/entries.ts';
import { readEntries } from './store/entries.ts';
import type { ChannelPointer } from './store/renderings.ts';

export type ReadFeed = {
  readonly feed: Feed;
  /** What should stand in it and can't be read. */
  readonly missing: readonly ChannelEntry[];
};

/** As it stands in the table; `before` is what was rendered of it last. */
export async function readFeed(ground: Ground, name: string, before: ChannelPointer | undefined): Promise<ReadFeed> {
  const { site } = ground.settings;
  const changes = await readEntries(ground.table, name, itemsOf(ground, name));
  const { entries, missing } = await readEntriesOf(ground, name, changes);
  const updatedAt = changes[0]?.changedAt ?? new Date(0).toISOString();
  // Older stories lie on day pages; the newest of them is that of the last change.
  const hubs = hubsOf(ground.settings, name);
  const day = changes[0]?.changedAt.slice(0, 10);
  const channel = describeChannel(ground, name, entries, before);
  const links = { ...(hubs.length > 0 && { hubs }), ...(day && { previousPage: { day } }) };
  return { feed: { site, channel, entries, updatedAt, ...links }, missing };
}

export function definedAs({ settings }: Ground, name: string): DefinedChannel | undefined {
  return settings.channels.find((channel) => channel.name === name);
}

/** Stories at the channel's head. */
export function itemsOf(ground: Ground, name: string): number {
  return definedAs(ground, name)?.items ?? ground.settings.feedItems;
}

/** In the house's words, or in the wire's own where settings say so. */
export function inWording(ground: Ground, feed: Feed): Feed {
  const { name } = feed.channel;
  if (definedAs(ground, name)?.credits !== 'wire' && !fitsAny(ground.settings.wireWording, name)) return feed;
  return { ...feed, entries: feed.entries.map((entry) => ({ ...entry, story: inWireWords(entry.story) })) };
}

/** A channel's title comes from the stories in it; one that has emptied keeps the title it had. */
function describeChannel(
  ground: Ground,
  name: string,
  entries: readonly Entry[],
  before: ChannelPointer | undefined,
): Channel {
  const defined = definedAs(ground, name);
  if (defined) return channelOf(defined);
  for (const { story } of entries) {
    const channel = channelsOf(story).find((candidate) => candidate.name === name);
    if (channel) return channel;
  }
  return { name, title: before?.title ?? name, description: before?.description ?? name };
}
