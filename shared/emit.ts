// The way out on one page: a changed story writes its documents and its place in every channel;
// a changed channel renders its feeds. Everything may be repeated and comes out the same.

import { inWording, readFeed } from './channel-feed.ts';
import { describeError } from './describe-error.ts';
import type { Ground } from './ground.ts';
import type { Facts, ItemKey } from './ports.ts';
import { mediaDigests } from './pictures/media-keys.ts';
import { channelsOf } from './publish/channels.ts';
import { documentId } from './publish/document-id.ts';
import { announceChannel, announceStory } from './push/announce.ts';
import type { StoryEventType } from './push/push-job.ts';
import { eventTypeOf } from './push/story-event.ts';
import { isOver, isUnderEmbargo } from './release.ts';
import { clearAway, renderChannel, renderDocuments } from './render-formats.ts';
import { forbids, storyByHead } from './store/by-head.ts';
import { replacePredecessor } from './store/chain.ts';
import { embargoedChannel, lateness, readMembership, rememberChannels, writeEntry } from './store/entries.ts';
import { everyItem } from './store/every-item.ts';
import { noteKill } from './store/kills.ts';
import { channelKey, channelsPartition, documentKey, headKey } from './store/keys.ts';
import type { ChannelPointer, DocumentPointer } from './store/renderings.ts';
import type { Head } from './store/stories.ts';
import { notePictures } from './store/shown-pictures.ts';
import { isUnreadable, listedStories, readHeadAt, readStory } from './store/stories.ts';
import { noteUnreadable } from './store/unreadable.ts';
import { waitUntil } from './store/waits.ts';
import type { Story } from './story.ts';

/** Publishes the story whose head changed, as it stands now. */
export async function emitStory(ground: Ground, headKey: ItemKey): Promise<void> {
  const head = await readHeadAt(ground.table, headKey);
  if (!head) return;
  const story = await readForPublishing(ground, head);
  if (!story) return;
  const held = isHeld(ground, head, story);
  const early = isUnderEmbargo(ground, head, story);
  if (early) await waitUntil(ground.table, 'embargoes', head.uri, story.embargoedUntil!, head.revision);
  if (story.expiresAt !== undefined && story.status === 'usable' && head.expired !== story.expiresAt)
    await waitUntil(ground.table, 'expiries', head.uri, story.expiresAt, head.revision);
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
    await announceStory(ground, {
      type,
      head,
      story,
      early,
      ever: ever.filter((channel) => channel !== embargoedChannel),
    });
  }
}

/** Renders the channel's feeds from the entries that stand, in every format; what is under embargo is rendered for nobody beforehand (embargoed.ts). */
export async function emitChannel(ground: Ground, name: string): Promise<void> {
  if (name === embargoedChannel) return;
  for (;;) {
    // The pointer is read before the entries: whoever moves it next has seen at least what we see.
    const item = await ground.table.get(channelKey(name));
    const before = item?.data as ChannelPointer | undefined;
    const { feed: plain, missing } = await readFeed(ground, name, before);
    // Before the feed stands: one that lacks a story is not left to itself.
    for (const entry of missing) await noteUnreadable(ground.table, entry, ground.clock.now());
    const feed = inWording(ground, plain);
    const standing = before?.isToRender ? {} : (before?.renderings ?? {});
    const renderings = await renderChannel(ground, feed, standing);
    if (renderings === before?.renderings) return;
    const { channel, updatedAt, entries } = feed;
    const { title, description } = channel;
    const { publicUrl } = ground.settings.site;
    const pointer: ChannelPointer = {
      title,
      description,
      updatedAt,
      publicUrl,
      stories: entries.length,
      renderings,
      ...(before?.offline && { offline: before.offline }),
    };
    const moved = await ground.table.put(
      { ...channelKey(name), at: updatedAt, revision: (item?.revision ?? 0) + 1, data: pointer },
      'newer',
    );
    await clearAway(ground, moved, before?.renderings, renderings);
    if (moved)
      return announceChannel(
        ground,
        name,
        Object.keys(renderings).filter(
          (extension) => renderings[extension]!.tag !== before?.renderings[extension]?.tag,
        ),
      );
  }
}

/**
 * Publishes everything in the table again, for instance under a new address. What fails is told and holds up nothing.
 * Safe to repeat and to run beside the publishers.
 */
export async function rebuild(ground: Ground): Promise<void> {
  const { table, log } = ground;
  const tell = (facts: Facts) => (error: unknown) => log.error('rebuild-failed', { ...facts, ...describeError(error) });
  for await (const { sk } of everyItem(table, channelsPartition))
    await emitChannel(ground, sk).catch(tell({ channel: sk }));
  for await (const uri of listedStories(ground)) await emitStory(ground, headKey(uri)).catch(tell({ uri }));
}

/**
 * The story as the head has it. One that can't be read is looked for every minute, and what stands is left standing; but a kill
 * or a hold is kept to by the head alone. `undefined` where there is nothing to do meanwhile.
 */
async function readForPublishing(ground: Ground, head: Head): Promise<Story | undefined> {
  const { uri, version } = head;
  try {
    return await readStory(ground, uri, version);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    ground.log.error('story-unreadable', { uri, version, ...describeError(error) });
    await noteUnreadable(ground.table, head, ground.clock.now());
    return forbids(head, ground.clock.now()) ? storyByHead(ground, head) : undefined;
  }
}

/** Whether nobody outside may see the story yet: it is withheld or under embargo. */
function isHeld(ground: Ground, head: Head, story: Story): boolean {
  return story.status === 'withheld' || isUnderEmbargo(ground, head, story);
}

/** Answers with the channels that the story was ever in. */
async function emitEntries(
  ground: Ground,
  head: Head,
  story: Story,
  now: readonly string[],
): Promise<readonly string[]> {
  const killed = story.status === 'canceled';
  const ever = await readMembership(ground.table, head.uri);
  // A kill reaches every channel the story was ever in, and no other: what nobody saw needs no notice.
  const present = new Set(killed && head.replacedBy === undefined ? ever : now);
  const { uri, version, changedAt, revision } = head;
  const late = lateness(changedAt, ground.clock.now());
  await Promise.all(
    ever.map((channel) =>
      writeEntry(
        ground.table,
        channel,
        { uri, version, changedAt, ...late, ...(!present.has(channel) && { gone: true }) },
        revision,
      ),
    ),
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
async function emitDocuments(
  ground: Ground,
  head: Head,
  story: Story,
  { held, early }: { readonly held: boolean; readonly early: boolean },
): Promise<StoryEventType | 'outdated' | undefined> {
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
    if (before?.headRevision === head.revision && before.publicUrl === publicUrl && !before.isToRender)
      return before.event;
    const state = held
      ? 'held'
      : story.status === 'canceled' || head.isBuried || isOver(ground, head, story)
        ? 'gone'
        : 'shown';
    const renderings =
      state === 'shown'
        ? await renderDocuments(
            ground,
            { story, changedAt: head.changedAt },
            before?.isToRender ? {} : before?.renderings,
          )
        : {};
    const { uri, version, changedAt, revision } = head;
    const channels = channelsOf(story, ground.settings.channels).map(({ name }) => name);
    const shown = state === 'shown' ? mediaDigests(story) : [];
    const pictures = [...new Set([...(before?.pictures ?? []), ...shown])];
    const waiting = early ? mediaDigests(story).filter((digest) => !pictures.includes(digest)) : [];
    for (const digest of [...shown, ...waiting]) noted.add(digest);
    await notePictures(ground.table, uri, { ever: pictures, shown, early: waiting }, revision);
    const event = eventTypeOf(before, state, story);
    const pointer: DocumentPointer = {
      uri,
      version,
      headRevision: revision,
      changedAt,
      publicUrl,
      state,
      channels,
      ...(event && { event }),
      pictures,
      renderings,
    };
    const moved = await ground.table.put({ ...key, revision: (item?.revision ?? 0) + 1, data: pointer }, 'newer');
    await clearAway(ground, moved, before?.renderings, renderings);
    if (moved) return event;
  }
}
