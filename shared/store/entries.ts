// Stories in channels. An entry has one place in its channel whatever happens to the story, so an older write never covers a newer one;
// a story that left a channel leaves an entry marked `gone`.

import type { Item, Table } from '../ports.ts';
import type { Instant, StoryUri } from '../story.ts';
import { channelPartition, entryKey, membershipKey } from './keys.ts';

export type ChannelEntry = {
  readonly uri: StoryUri;
  readonly version: number;
  /** When the story entered, changed in or left the channel. */
  readonly changedAt: Instant;
  /** When the entry was written, where that was noticeably later: a publisher had to try again. */
  readonly enteredAt?: Instant;
  readonly gone?: true;
};

/** As long as a publisher usually takes. */
const promptMs = 1000;

/** Of an entry that is written now. */
export function lateness(changedAt: Instant, now: Instant): Pick<ChannelEntry, 'enteredAt'> {
  return Date.parse(now) - Date.parse(changedAt) > promptMs ? { enteredAt: now } : {};
}

/** Where stories under embargo wait; no partner reads it but those that may read early. */
export const embargoedChannel = 'embargoed';

/** No story has it: an entry that is spoilt names a version that is to be looked for, and never found. */
const noVersion = 0;

/** Of an entry that is spoilt its place is left, which says whose it is and of when. */
function entryIn(item: Item): ChannelEntry {
  try {
    return item.data as ChannelEntry;
  } catch {
    return { uri: item.sk, version: noVersion, changedAt: item.at ?? new Date(0).toISOString() };
  }
}

/** Writes the entry unless the channel holds one of a later revision of the story. */
export async function writeEntry(table: Table, channel: string, entry: ChannelEntry, revision: number): Promise<void> {
  await table.put({ ...entryKey(channel, entry.uri), at: entry.changedAt, revision, data: entry }, 'newer');
}

/** The newest changes of a channel: at most `most` stories that are in it, and those that left it meanwhile. */
export async function readEntries(table: Table, channel: string, most: number): Promise<readonly ChannelEntry[]> {
  const entries: ChannelEntry[] = [];
  let present = 0;
  let cursor: string | undefined;
  do {
    const page = await table.query({ pk: channelPartition(channel), by: 'at', descending: true, limit: most, cursor });
    for (const item of page.items) {
      const entry = entryIn(item);
      if (!entry.gone && (present += 1) > most) return entries;
      entries.push(entry);
    }
    cursor = page.cursor;
  } while (cursor);
  return entries;
}

/**
 * Adds `channels` to those the story was ever in and answers with all of them.
 * Must be awaited before the entries are written: it is how a later version finds the entries of an earlier one.
 */
export async function rememberChannels(
  table: Table,
  uri: string,
  channels: readonly string[],
): Promise<readonly string[]> {
  for (;;) {
    const item = await table.get(membershipKey(uri));
    const before = (item?.data ?? []) as readonly string[];
    const all = [...new Set([...before, ...channels])];
    if (all.length === before.length) return before;
    const revision = (item?.revision ?? 0) + 1;
    if (await table.put({ ...membershipKey(uri), revision, data: all }, 'newer')) return all;
  }
}

/** Every channel the story was ever in. */
export async function readMembership(table: Table, uri: string): Promise<readonly string[]> {
  return ((await table.get(membershipKey(uri)))?.data ?? []) as readonly string[];
}

/** Changes of a channel between two moments (inclusive), newest first, at most `limit`; `cursor` leads to the rest. Throws BadCursor. */
export async function entriesBetween(
  table: Table,
  channel: string,
  from: Instant,
  to: Instant,
  limit: number,
  cursor?: string,
): Promise<{ readonly entries: readonly ChannelEntry[]; readonly cursor?: string }> {
  const page = await table.query({
    pk: channelPartition(channel),
    by: 'at',
    from,
    to,
    descending: true,
    limit,
    cursor,
  });
  return { entries: page.items.map(entryIn), cursor: page.cursor };
}

/** The nearest day before or after `day` on which a story that is in the channel last changed. */
export async function neighbourDay(
  table: Table,
  channel: string,
  day: string,
  side: 'before' | 'after',
): Promise<string | undefined> {
  const range =
    side === 'before' ? { to: `${day}T00:00:00`, descending: true } : { from: `${day}T24`, descending: false };
  let cursor: string | undefined;
  do {
    const page = await table.query({ pk: channelPartition(channel), by: 'at', ...range, limit: 20, cursor });
    const found = page.items.map(entryIn).find(({ gone }) => !gone);
    if (found) return found.changedAt.slice(0, 10);
    cursor = page.cursor;
  } while (cursor);
  return undefined;
}
