// Stories in the table: the head says which version stands, versions never change, so they are remembered once read.

import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Ground } from '../ground.ts';
import type { ItemKey, Table } from '../ports.ts';
import type { Instant, Status, Story, StoryUri } from '../story.ts';
import type { EmbargoWord } from './embargo-word.ts';
import { everyItem } from './every-item.ts';
import { headKey, listedStoryKey, storiesPartition, versionKey } from './keys.ts';
import type { Order } from './order.ts';
import { asToday, storedFormat } from './stored-format.ts';

export type Head = {
  readonly uri: StoryUri;
  readonly version: number;
  readonly status: Status;
  readonly desk: string;
  /** Rises with every write of the head, also those that change no version. */
  readonly revision: number;
  readonly order: Order;
  /** The newest upload that itself said it may be used: a kill older than that has no say. */
  readonly saidUsable?: Order;
  /** The newest copy that a kill keeps out; it is read again should the story be revived by one that is older. */
  readonly keptOut?: Order;
  /** The newest word on when the story may go out. */
  readonly embargo?: EmbargoWord;
  /** The rewrite that stands in feeds instead, under the same guid. */
  readonly replacedBy?: StoryUri;
  /** Of the rewrite's head when it last had a say here. */
  readonly replacerRevision?: number;
  /** That rewrite was killed, and this one with it. */
  readonly isBuried?: true;
  /** The moment of expiry that has passed and been acted on. */
  readonly expired?: Instant;
  readonly contentDigest: string;
  readonly firstCreatedAt: Instant;
  /** When partners last had reason to look: a new version, or an embargo that passed. */
  readonly changedAt: Instant;
  /** The embargo that has passed and been acted on. */
  readonly released?: Instant;
};

/** A version as it lies in the table: the story and the head that makes it stand. */
export type StoredVersion = { readonly story: Story; readonly head: Head };

/** Above this many characters of JSON a story lies in the feeds bucket and the table only points at it (items end at 400 KB). */
const largestInTable = 120_000;

type VersionData = { readonly head: Head; readonly story?: Story; readonly storyAt?: string; readonly format?: number };

export async function readHead(table: Table, uri: string): Promise<Head | undefined> {
  return readHeadAt(table, headKey(uri));
}

export async function readHeadAt(table: Table, key: ItemKey): Promise<Head | undefined> {
  const item = await table.get(key);
  return item && (item.data as Head);
}

/** Makes `head` stand unless the table holds a higher revision; answers whether it does now. */
export async function moveHead(table: Table, head: Head): Promise<boolean> {
  return table.put({ ...headKey(head.uri), revision: head.revision, data: head }, 'newer');
}

/** Writes a version unless its number is taken; answers whether it was written. */
export async function writeVersion(ground: Ground, { story, head }: StoredVersion): Promise<boolean> {
  const text = JSON.stringify(story);
  const data: VersionData = { head, format: storedFormat, ...(text.length <= largestInTable ? { story } : { storyAt: await putAside(ground, text) }) };
  return ground.table.put({ ...versionKey(story.uri, story.version), data }, 'absent');
}

export async function readVersion(ground: Ground, uri: string, version: number): Promise<StoredVersion | undefined> {
  const item = await ground.table.get(versionKey(uri, version));
  if (!item) return undefined;
  const { head, story, storyAt, format } = item.data as VersionData;
  return { head, story: asToday(story ?? (await fetchAside(ground, storyAt!)), format) };
}

/** Stories read lately, by table. Versions never change, so nothing here can be out of date. */
const remembered = new WeakMap<Table, Map<string, Story>>();
const mostRemembered = 500;

/** A version's story; throws when it is not there, since whoever asks was told of it by the table. */
export async function readStory(ground: Ground, uri: string, version: number): Promise<Story> {
  const memory = remembered.get(ground.table) ?? new Map<string, Story>();
  remembered.set(ground.table, memory);
  const name = `${version} ${uri}`;
  const known = memory.get(name);
  if (known) return known;
  const stored = await readVersion(ground, uri, version);
  if (!stored) throw new Error(`Version ${version} of ${uri} is not in the table.`);
  if (memory.size >= mostRemembered) memory.delete(memory.keys().next().value!);
  memory.set(name, stored.story);
  return stored.story;
}

/** Puts the story on the list of all stories; safe to repeat. */
export async function listStory(table: Table, uri: StoryUri): Promise<void> {
  await table.put({ ...listedStoryKey(uri), data: uri }, 'absent');
}

/** The uris of all stories in their order, those behind `after`. */
export async function* listedStories(ground: Ground, after?: string): AsyncGenerator<StoryUri> {
  for await (const { data } of everyItem(ground.table, storiesPartition, after === undefined ? undefined : listedStoryKey(after).sk)) if (data !== after) yield data as StoryUri;
}

/** Every story in the table, held and killed ones too, each in the version that stands, by uri. */
export async function* everyStory(ground: Ground): AsyncGenerator<Story> {
  for await (const { data } of everyItem(ground.table, storiesPartition)) {
    const head = await readHead(ground.table, data as StoryUri);
    if (head) yield readStory(ground, head.uri, head.version);
  }
}

async function putAside(ground: Ground, text: string): Promise<string> {
  const key = `overflow/${createHash('sha256').update(text).digest('hex')}.json`;
  await ground.feeds.put(key, gzipSync(text), { mediaType: 'application/json', encoding: 'gzip' });
  return key;
}

async function fetchAside(ground: Ground, key: string): Promise<Story> {
  const object = await ground.feeds.get(key);
  if (!object) throw new Error(`The story at ${key} is not in the feeds bucket.`);
  return JSON.parse(gunzipSync(object.bytes).toString('utf8')) as Story;
}
