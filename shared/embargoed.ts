// Stories whose embargo has not passed, for partners that may read them early. Rendered when they are asked for, so that no early word ever lies among the feeds.

import type { ArchivePage } from './archive.ts';
import type { Ground } from './ground.ts';
import { channelsOf } from './publish/channels.ts';
import type { Channel, Entry, Feed, Format } from './publish/feed.ts';
import { tellUnreadable } from './read-entries.ts';
import { isUnderEmbargo } from './release.ts';
import { storyByHead } from './store/by-head.ts';
import { embargoedChannel, readEntries } from './store/entries.ts';
import type { ChannelEntry } from './store/entries.ts';
import type { Head } from './store/stories.ts';
import { isUnreadable, readHead, readStory } from './store/stories.ts';
import type { Story } from './story.ts';

/** Whether a partner is entitled to a channel in this format. */
export type Entitlement = (channel: string) => boolean;

const channel: Channel = {
  name: embargoedChannel,
  title: 'Under embargo',
  description: 'Not to be published before the moment each story names',
};

/** Newest change first; a story that was killed under embargo is there as its notice. */
export async function renderEmbargoed(
  ground: Ground,
  format: Format,
  mayRead: Entitlement,
): Promise<ArchivePage | undefined> {
  if (!format.feed) return undefined;
  const changes = await readEntries(ground.table, embargoedChannel, ground.settings.feedItems);
  const entries = (
    await Promise.all(changes.filter(({ gone }) => !gone).map((change) => readEntry(ground, change, mayRead)))
  ).filter((entry) => entry !== undefined);
  const updatedAt = entries[0]?.changedAt ?? new Date(0).toISOString();
  const feed: Feed = { site: ground.settings.site, channel, entries, updatedAt };
  return { text: format.feed(feed), changedAt: updatedAt };
}

/** The story as a document, marked with its embargo; `undefined` unless it is under one. */
export async function renderEmbargoedDocument(
  ground: Ground,
  format: Format,
  uri: string,
): Promise<ArchivePage | undefined> {
  const head = await readHead(ground.table, uri);
  const story = head && (await readStory(ground, uri, head.version));
  if (!story || !format.document || !isUnderEmbargo(ground, head, story)) return undefined;
  return {
    text: format.document({ story, changedAt: head.changedAt }, ground.settings.site),
    changedAt: head.changedAt,
  };
}

/** What is published meanwhile has its place in the other channels, and what is withheld in none. */
async function readEntry(ground: Ground, entry: ChannelEntry, mayRead: Entitlement): Promise<Entry | undefined> {
  const { uri, version, changedAt } = entry;
  const { head, story } = await readStanding(ground, uri).catch((error: unknown) => {
    if (!isUnreadable(error)) throw error;
    tellUnreadable(ground, { channel: embargoedChannel, uri, version }, error);
    return nothing;
  });
  if (!head || !story || !(story.status === 'canceled' || isUnderEmbargo(ground, head, story))) return undefined;
  return isFor(ground, story, mayRead) ? { story, changedAt } : undefined;
}

type Standing = { readonly head?: Head; readonly story?: Story };

const nothing: Standing = {};

/** Of a kill the head is enough. */
async function readStanding(ground: Ground, uri: string): Promise<Standing> {
  const head = await readHead(ground.table, uri);
  if (!head) return nothing;
  const story = await readStory(ground, uri, head.version).catch((error: unknown) => {
    if (head.status === 'canceled' && isUnreadable(error)) return storyByHead(ground, head);
    throw error;
  });
  return { head, story };
}

function isFor({ settings }: Ground, story: Story, mayRead: Entitlement): boolean {
  return channelsOf(story, settings.channels).some(({ name }) => mayRead(name));
}
