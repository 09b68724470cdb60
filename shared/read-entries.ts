// The stories that a channel's entries name, each in the very version it was published in. One that can't be read is told in the
// log and left out, so that it freezes no feed; the notice of a kill needs no more than its head.

import { describeError } from './describe-error.ts';
import type { Ground } from './ground.ts';
import type { Entry } from './publish/feed.ts';
import { storyByHead } from './store/by-head.ts';
import type { ChannelEntry } from './store/entries.ts';
import { isUnreadable, readHead, readStory } from './store/stories.ts';
import type { Story } from './story.ts';

type ChannelEntries = readonly ChannelEntry[];

export type ReadEntries = {
  readonly entries: readonly Entry[];
  /** Those of which no story could be read. */
  readonly missing: ChannelEntries;
};

/** `channel` for the log. Whatever else than an unreadable story is the matter is broken ground, and thrown. */
export async function readEntriesOf(ground: Ground, channel: string, changes: ChannelEntries): Promise<ReadEntries> {
  const present = changes.filter(({ gone }) => !gone);
  const stories = await Promise.all(present.map((entry) => readOrTell(ground, channel, entry)));
  const entries = present.flatMap(({ changedAt }, place): readonly Entry[] => {
    const story = stories[place];
    return story ? [{ story, changedAt }] : [];
  });
  return { entries, missing: present.filter((_, place) => !stories[place]) };
}

async function readOrTell(ground: Ground, channel: string, { uri, version }: ChannelEntry): Promise<Story | undefined> {
  try {
    return await readStory(ground, uri, version);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const notice = await noticeInstead(ground, uri, version);
    if (!notice) tellUnreadable(ground, { channel, uri, version }, error);
    return notice;
  }
}

/** Of a story that was killed with this very version. */
async function noticeInstead(ground: Ground, uri: string, version: number): Promise<Story | undefined> {
  try {
    const head = await readHead(ground.table, uri);
    return head?.version === version && head.status === 'canceled' ? await storyByHead(ground, head) : undefined;
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

type Unread = { readonly channel: string; readonly uri: string; readonly version: number };

/** One line for each rendering that lacks the story. */
export function tellUnreadable({ log }: Ground, unread: Unread, error: unknown): void {
  log.error('entry-unreadable', { ...unread, ...describeError(error) });
}
