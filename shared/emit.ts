// The way out on one page: a changed story writes its documents and its place in every channel;
// a changed channel renders its feeds. Everything may be repeated and comes out the same.

import { fitsAny } from './channel-pattern.ts';
import type { Ground } from './ground.ts';
import type { ItemKey } from './ports.ts';
import { mediaDigests } from './pictures/media-keys.ts';
import { channelOf, channelsOf } from './publish/channels.ts';
import type { DefinedChannel } from './publish/defined-channels.ts';
import { documentId } from './publish/document-id.ts';
import type { Channel, Entry, Feed, Format } from './publish/feed.ts';
import { formats, formatsOnRequest } from './publish/formats.ts';
import { profileNamed } from './publish/profiles.rules.ts';
import { renderFeed } from './publish/render.ts';
import { inWireWords } from './publish/wire-words.ts';
import { announceChannel, announceStory } from './push/announce.ts';
import { hubsOf } from './push/hubs.ts';
import type { StoryEventType } from './push/push-job.ts';
import { eventTypeOf } from './push/story-event.ts';
import { isOver, isUnderEmbargo } from './release.ts';
import { replacePredecessor } from './store/chain.ts';
import { embargoedChannel, lateness, readEntries, readMembership, rememberChannels, writeEntry } from './store/entries.ts';
import { everyItem } from './store/every-item.ts';
import { noteKill } from './store/kills.ts';
import { channelKey, channelsPartition, documentKey, headKey } from './store/keys.ts';
import type { ChannelPointer, DocumentPointer, Rendering, Renderings } from './store/renderings.ts';
import { deleteRenderings, writeRendering } from './store/renderings.ts';
import type { Head } from './store/stories.ts';
import { notePictures } from './store/shown-pictures.ts';
import { listedStories, readHeadAt, readStory } from './store/stories.ts';
import { waitUntil } from './store/waits.ts';
import type { Story } from './story.ts';

/** Publishes the story whose head changed, as it stands now. */
export async function emitStory(ground: Ground, headKey: ItemKey): Promise<void> {
  const head = await readHeadAt(ground.table, headKey);
  if (!head) return;
  const story = await readStory(ground, head.uri, head.version);
  const held = isHeld(ground, head, story);
  const early = isUnderEmbargo(ground, head, story);
  if (early) await waitUntil(ground.table, 'embargoes', head.uri, story.embargoedUntil!, head.revision);
  if (story.expiresAt !== undefined && story.status === 'usable' && head.expired !== story.expiresAt) await waitUntil(ground.table, 'expiries', head.uri, story.expiresAt, head.revision);
  if (!held) await replacePredecessor(ground, story, head);
  const now = channelsNow(ground, head, story, held);
  // Before the documents, and read again behind them: of two publishers of one story the one with the newer head moves the documents last,
  // and knows then of every channel in which the other may still leave an older version.
  await rememberChannels(ground.table, head.uri, now);
  const type = await emitDocuments(ground, head, story, { held, early });
  if (type === 'outdated') return;
  const ever = await emitEntries(ground, head, story, now);
  // What nobody saw is nobody's business, and the guid of a story that was replaced belongs to its rewrite.
  if (type && head.replacedBy === undefined && (story.status === 'usable' || ever.length > 0)) {
    await announceStory(ground, { type, head, story, early, ever: ever.filter((channel) => channel !== embargoedChannel) });
  }
}

/** Renders the channel's feeds from the entries that stand, in every format; what is under embargo is rendered for nobody beforehand (embargoed.ts). */
export async function emitChannel(ground: Ground, name: string): Promise<void> {
  if (name === embargoedChannel) return;
  for (;;) {
    // The pointer is read before the entries: whoever moves it next has seen at least what we see.
    const item = await ground.table.get(channelKey(name));
    const before = item?.data as ChannelPointer | undefined;
    const feed = inWording(ground, await readFeed(ground, name, before));
    const standing = before?.isToRender ? {} : (before?.renderings ?? {});
    const renderings = await renderChannel(ground, feed, standing);
    if (renderings === before?.renderings) return;
    const { channel, updatedAt, entries } = feed;
    const { title, description } = channel;
    const { publicUrl } = ground.settings.site;
    const pointer: ChannelPointer = { title, description, updatedAt, publicUrl, stories: entries.length, renderings, ...(before?.offline && { offline: before.offline }) };
    const moved = await ground.table.put({ ...channelKey(name), at: updatedAt, revision: (item?.revision ?? 0) + 1, data: pointer }, 'newer');
    await deleteRenderings(ground, onlyIn(moved ? before?.renderings : renderings, moved ? renderings : before?.renderings));
    if (moved) return announceChannel(ground, name, Object.keys(renderings).filter((extension) => renderings[extension]!.tag !== before?.renderings[extension]?.tag));
  }
}

/** Publishes everything in the table again, for instance under a new address. Safe to repeat and to run beside the publishers. */
export async function rebuild(ground: Ground): Promise<void> {
  for await (const { sk } of everyItem(ground.table, channelsPartition)) await emitChannel(ground, sk);
  for await (const uri of listedStories(ground)) await emitStory(ground, headKey(uri));
}

/** Whether nobody outside may see the story yet: it is withheld or under embargo. */
function isHeld(ground: Ground, head: Head, story: Story): boolean {
  return story.status === 'withheld' || isUnderEmbargo(ground, head, story);
}

/** Answers with the channels that the story was ever in. */
async function emitEntries(ground: Ground, head: Head, story: Story, now: readonly string[]): Promise<readonly string[]> {
  const killed = story.status === 'canceled';
  const ever = await readMembership(ground.table, head.uri);
  // A kill reaches every channel the story was ever in, and no other: what nobody saw needs no notice.
  const present = new Set(killed && head.replacedBy === undefined ? ever : now);
  const { uri, version, changedAt, revision } = head;
  const late = lateness(changedAt, ground.clock.now());
  await Promise.all(
    ever.map((channel) => writeEntry(ground.table, channel, { uri, version, changedAt, ...late, ...(!present.has(channel) && { gone: true }) }, revision)),
  );
  const notified = killed ? [...present].filter((channel) => channel !== embargoedChannel) : [];
  if (notified.length > 0) await noteKill(ground.table, { uri, channels: notified, killedAt: changedAt }, revision);
  return ever;
}

/** A kill is in none of its own: its notice goes where the story was. */
function channelsNow(ground: Ground, head: Head, story: Story, held: boolean): readonly string[] {
  if (story.status === 'canceled' || isOver(ground, head, story) || head.replacedBy !== undefined) return [];
  if (!held) return channelsOf(story, ground.settings.channels).map(({ name }) => name);
  return isUnderEmbargo(ground, head, story) ? [embargoedChannel] : [];
}

/** Answers what partners are to be told: again the same where an earlier attempt ended before they were. `outdated` where a newer head has come first. */
async function emitDocuments(ground: Ground, head: Head, story: Story, { held, early }: { readonly held: boolean; readonly early: boolean }): Promise<StoryEventType | 'outdated' | undefined> {
  const noted = new Set<string>();
  const key = documentKey(documentId(head.uri));
  const { publicUrl } = ground.settings.site;
  for (;;) {
    const item = await ground.table.get(key);
    const before = item?.data as DocumentPointer | undefined;
    if (before && before.headRevision > head.revision) {
      await notePictures(ground.table, head.uri, { ever: [...noted], shown: [], early: [] }, before.headRevision);
      return 'outdated';
    }
    if (before?.headRevision === head.revision && before.publicUrl === publicUrl && !before.isToRender) return before.event;
    const state = held ? 'held' : story.status === 'canceled' || head.isBuried || isOver(ground, head, story) ? 'gone' : 'shown';
    const renderings = state === 'shown' ? await renderDocuments(ground, { story, changedAt: head.changedAt }, before?.isToRender ? {} : before?.renderings) : {};
    const { uri, version, changedAt, revision } = head;
    const channels = channelsOf(story, ground.settings.channels).map(({ name }) => name);
    const shown = state === 'shown' ? mediaDigests(story) : [];
    const pictures = [...new Set([...(before?.pictures ?? []), ...shown])];
    const waiting = early ? mediaDigests(story).filter((digest) => !pictures.includes(digest)) : [];
    for (const digest of [...shown, ...waiting]) noted.add(digest);
    await notePictures(ground.table, uri, { ever: pictures, shown, early: waiting }, revision);
    const event = eventTypeOf(before, state, story);
    const pointer: DocumentPointer = { uri, version, headRevision: revision, changedAt, publicUrl, state, channels, ...(event && { event }), pictures, renderings };
    const moved = await ground.table.put({ ...key, revision: (item?.revision ?? 0) + 1, data: pointer }, 'newer');
    await deleteRenderings(ground, onlyIn(moved ? before?.renderings : renderings, moved ? renderings : before?.renderings));
    if (moved) return event;
  }
}

async function readFeed(ground: Ground, name: string, before: ChannelPointer | undefined): Promise<Feed> {
  const { site } = ground.settings;
  const changes = await readEntries(ground.table, name, itemsOf(ground, name));
  const entries = await Promise.all(
    changes
      .filter(({ gone }) => !gone)
      .map(async ({ uri, version, changedAt }): Promise<Entry> => ({ story: await readStory(ground, uri, version), changedAt })),
  );
  const updatedAt = changes[0]?.changedAt ?? new Date(0).toISOString();
  // Older stories lie on day pages; the newest of them is that of the last change.
  const hubs = hubsOf(ground.settings, name);
  const day = changes[0]?.changedAt.slice(0, 10);
  return { site, channel: describeChannel(ground, name, entries, before), entries, updatedAt, ...(hubs.length > 0 && { hubs }), ...(day && { previousPage: { day } }) };
}

function definedAs({ settings }: Ground, name: string): DefinedChannel | undefined {
  return settings.channels.find((channel) => channel.name === name);
}

/** Stories at the channel's head. */
function itemsOf(ground: Ground, name: string): number {
  return definedAs(ground, name)?.items ?? ground.settings.feedItems;
}

/** In the house's words, or in the wire's own where settings say so. */
export function inWording(ground: Ground, feed: Feed): Feed {
  const { name } = feed.channel;
  if (definedAs(ground, name)?.credits !== 'wire' && !fitsAny(ground.settings.wireWording, name)) return feed;
  return { ...feed, entries: feed.entries.map((entry) => ({ ...entry, story: inWireWords(entry.story) })) };
}

/** A channel's title comes from the stories in it; one that has emptied keeps the title it had. */
function describeChannel(ground: Ground, name: string, entries: readonly Entry[], before: ChannelPointer | undefined): Channel {
  const defined = definedAs(ground, name);
  if (defined) return channelOf(defined);
  for (const { story } of entries) {
    const channel = channelsOf(story).find((candidate) => candidate.name === name);
    if (channel) return channel;
  }
  return { name, title: before?.title ?? name, description: before?.description ?? name };
}

/** Renders every format; gives back `before` itself when no text differs from it. */
async function renderChannel(ground: Ground, feed: Feed, before: Renderings): Promise<Renderings> {
  const defined = definedAs(ground, feed.channel.name);
  const limits = { items: itemsOf(ground, feed.channel.name), bytes: Math.min(ground.settings.feedBytes, profileNamed(feed.channel.profile).feedBytes ?? Infinity) };
  const folder = `channels/${feed.channel.name}`;
  const wanted = defined?.formats === undefined ? formats.filter((format) => format.feed) : [...formats, ...formatsOnRequest].filter((format) => format.feed && defined.formats!.includes(format.extension));
  const renderings = await Promise.all(wanted.map((format) => keepOrWrite(ground, folder, format, renderFeed(format, feed, limits), before)));
  const unchanged = renderings.every(([extension, rendering]) => before[extension] === rendering);
  return unchanged && renderings.length === Object.keys(before).length ? before : Object.fromEntries(renderings);
}

async function renderDocuments(ground: Ground, entry: Entry, before: Renderings = {}): Promise<Renderings> {
  const folder = `stories/${documentId(entry.story.uri)}`;
  const renderings = formats.filter((format) => format.document).map((format) => keepOrWrite(ground, folder, format, format.document!(entry, ground.settings.site), before));
  return Object.fromEntries(await Promise.all(renderings));
}

/** The rendering that stands where its text is the same, else a new one. */
async function keepOrWrite(ground: Ground, folder: string, { extension, mediaType }: Format, text: string, before: Renderings): Promise<readonly [string, Rendering]> {
  return [extension, await writeRendering(ground, folder, extension, mediaType, text, before[extension])];
}

/** Those of `some` whose object is not also in `others`. */
function onlyIn(some: Renderings = {}, others: Renderings = {}): Renderings {
  const kept = new Set(Object.values(others).map(({ key }) => key));
  return Object.fromEntries(Object.entries(some).filter(([, { key }]) => !kept.has(key)));
}
