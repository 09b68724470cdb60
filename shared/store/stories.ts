// Stories in the table: the head says which version stands, versions never change, so they are remembered once read.

import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describeError } from '../describe-error.ts';
import type { Ground } from '../ground.ts';
import type { Item, ItemKey, Table } from '../ports.ts';
import { SpoiltItem } from '../spoilt-item.ts';
import type { Instant, Status, Story, StoryUri } from '../story.ts';
import type { EmbargoWord } from './embargo-word.ts';
import { everyItem } from './every-item.ts';
import { headKey, listedStoryKey, storiesPartition, versionIn, versionKey } from './keys.ts';
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

/**
 * The version is told of and can't be read: it is not in the table, its text is not in the bucket, it is spoilt, or a newer release wrote it.
 * Trying again at once helps nothing. Whatever else is thrown is broken ground, and passes.
 */
export class UnreadableStory extends Error {
  readonly uri: StoryUri;
  readonly version: number;

  constructor(uri: StoryUri, version: number, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'UnreadableStory';
    this.uri = uri;
    this.version = version;
  }
}

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
  const data: VersionData = {
    head,
    format: storedFormat,
    ...(text.length <= largestInTable ? { story } : { storyAt: await putAside(ground, text) }),
  };
  return ground.table.put({ ...versionKey(story.uri, story.version), data }, 'absent');
}

/** `undefined` when there is none of that number. Throws UnreadableStory for one that is there and can't be read. */
export async function readVersion(ground: Ground, uri: string, version: number): Promise<StoredVersion | undefined> {
  const item = await ground.table.get(versionKey(uri, version));
  if (!item) return undefined;
  const { head, story, storyAt, format } = understand(uri, version, () => item.data as VersionData);
  const given = storyAt === undefined ? story : await fetchAside(ground, uri, version, storyAt);
  return understand(uri, version, () => ({ head, story: asToday(requireStory(given, format), format) }));
}

/** What fails here fails by what is stored, and not by the ground. */
function understand<T>(uri: StoryUri, version: number, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new UnreadableStory(uri, version, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** What every format renders; a shape that only a newer release knows is for asToday to refuse. */
const lists = ['body', 'pictures', 'subjects', 'keywords', 'links', 'notes'] as const;

function requireStory(given: unknown, format = 0): Story {
  const story = given as Partial<Story> | null | undefined;
  const hasTexts = typeof story?.headline === 'string' && typeof story.source?.key === 'string';
  const isWhole = hasTexts && lists.every((name) => Array.isArray(story[name]));
  if (!isWhole && format <= storedFormat) throw new Error('What is stored there is no story.');
  return story as Story;
}

/** Stories read lately, by table. Versions never change, so nothing here can be out of date. */
const remembered = new WeakMap<Table, Map<string, Story>>();
const mostRemembered = 500;

/**
 * A version's story; throws UnreadableStory also when it is not there, since whoever asks was told of it by the table.
 * Only what was read is remembered.
 */
export async function readStory(ground: Ground, uri: string, version: number): Promise<Story> {
  const memory = remembered.get(ground.table) ?? new Map<string, Story>();
  remembered.set(ground.table, memory);
  const name = `${version} ${uri}`;
  const known = memory.get(name);
  if (known) return known;
  const stored = await readVersion(ground, uri, version);
  if (!stored) throw new UnreadableStory(uri, version, `Version ${version} of ${uri} is not in the table.`);
  if (memory.size >= mostRemembered) memory.delete(memory.keys().next().value!);
  memory.set(name, stored.story);
  return stored.story;
}

/** So many versions are tried. */
const mostTried = 10;

/** The newest version up to the head's that can be read; for what all versions of a story have in common. */
export async function newestReadable(ground: Ground, { uri, version }: Head): Promise<Story | undefined> {
  const [from, to] = [versionKey(uri, 0), versionKey(uri, version)];
  const range = { pk: to.pk, from: from.sk, to: to.sk };
  const { items } = await ground.table.query({ ...range, descending: true, limit: mostTried });
  for (const { sk } of items) {
    const story = await readStory(ground, uri, versionIn(sk)).catch(ifUnreadable);
    if (story) return story;
  }
  return undefined;
}

/** Whether it lies in what is stored, so that to go on without it is all that can be done; else the ground is broken. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof UnreadableStory || error instanceof SpoiltItem;
}

/** For who goes on without it. */
export function ifUnreadable(error: unknown): undefined {
  if (isUnreadable(error)) return undefined;
  throw error;
}

/** Puts the story on the list of all stories; safe to repeat. */
export async function listStory(table: Table, uri: StoryUri): Promise<void> {
  await table.put({ ...listedStoryKey(uri), data: uri }, 'absent');
}

/** The uris of all stories in their order, those behind `after`. */
export async function* listedStories(ground: Ground, after?: string): AsyncGenerator<StoryUri> {
  const from = after === undefined ? undefined : listedStoryKey(after).sk;
  for await (const item of everyItem(ground.table, storiesPartition, from)) {
    const uri = uriIn(item);
    if (uri !== after) yield uri;
  }
}

/** An item that is spoilt has its key left, which is the uri of all but the longest. */
function uriIn(item: Item): StoryUri {
  try {
    return item.data as StoryUri;
  } catch {
    return item.sk;
  }
}

/**
 * Every story in the table, held and killed ones too, each in the version that stands, by uri.
 * Those that can't be read are told in the log and left out.
 */
export async function* everyStory(ground: Ground): AsyncGenerator<Story> {
  for await (const uri of listedStories(ground)) {
    const story = await readStanding(ground, uri).catch((error: unknown) => {
      ground.log.error('story-unreadable', { uri, ...describeError(error) });
      return ifUnreadable(error);
    });
    if (story) yield story;
  }
}

async function readStanding(ground: Ground, uri: StoryUri): Promise<Story | undefined> {
  const head = await readHead(ground.table, uri);
  return head && readStory(ground, head.uri, head.version);
}

async function putAside(ground: Ground, text: string): Promise<string> {
  const key = `overflow/${createHash('sha256').update(text).digest('hex')}.json`;
  await ground.feeds.put(key, gzipSync(text), { mediaType: 'application/json', encoding: 'gzip' });
  return key;
}

async function fetchAside(ground: Ground, uri: StoryUri, version: number, key: string): Promise<unknown> {
  const object = await ground.feeds.get(key);
  if (!object) throw new UnreadableStory(uri, version, `The story at ${key} is not in the feeds bucket.`);
  return understand(uri, version, () => JSON.parse(gunzipSync(object.bytes).toString('utf8')) as unknown);
}
