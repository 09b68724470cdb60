// Stories carried from one stage to another, a line each: ninjs for whoever reads it, and under `x_copytaster` all that ninjs cannot hold.
// A killed story is carried as a tombstone, without its text and pictures.

import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { describeIssue } from './describe-issue.ts';
import type { Ground } from './ground.ts';
import { mediaDigests, originalFolder, originalKey } from './pictures/media-keys.ts';
import type { Objects } from './ports.ts';
import { channelsOf } from './publish/channels.ts';
import type { Site } from './publish/feed.ts';
import { formats } from './publish/formats.ts';
import { ninjs } from './publish/ninjs.ts';
import type { Edits } from './store/edits.ts';
import { readEdits, writeFirstEdits } from './store/edits.ts';
import { readMembership, rememberChannels } from './store/entries.ts';
import { compareOrder } from './store/order.ts';
import { describeChannel, introduceChannel } from './store/pointers.ts';
import type { Head } from './store/stories.ts';
import { listedStories, listStory, moveHead, readHead, readStory, readVersion, writeVersion } from './store/stories.ts';
import type { Story } from './story.ts';

type Carried = {
  readonly head: Head;
  readonly story: Story;
  /** Every channel the story was ever in. One that has emptied has its title from nowhere else. */
  readonly channels: readonly CarriedChannel[];
  readonly edits?: Edits;
};

type CarriedChannel = { readonly name: string; readonly title?: string; readonly description?: string };

/** The same stories give the same bytes on every stage, so addresses name none. */
const nowhere: Site = { title: 'Copytaster', publicUrl: 'https://copytaster.invalid', language: 'en' };

/** Told of each story that could not be exported. */
type Told = (uri: string, error: unknown) => void;

/**
 * Every story in the version that stands, held and killed ones too, by uri; lines end in a line end. With `media` the pictures
 * they show are copied there.
 * A story that can't be read stops no other where `failed` is told of it; by default it throws.
 */
export async function* exportStories(ground: Ground, media?: Objects, failed: Told = raise): AsyncGenerator<string> {
  const known = new Map<string, CarriedChannel>();
  for await (const uri of listedStories(ground)) {
    const line = await exportStory(ground, uri, known, media).catch((error: unknown) => void failed(uri, error));
    if (line !== undefined) yield line;
  }
}

function raise(_uri: string, error: unknown): never {
  throw error;
}

type Known = Map<string, CarriedChannel>;

async function exportStory(ground: Ground, uri: string, known: Known, media?: Objects): Promise<string | undefined> {
  const head = await readHead(ground.table, uri);
  if (!head) return undefined;
  const story = buried(await readStory(ground, uri, head.version));
  const edits = await readEdits(ground.table, uri);
  const carried: Carried = { head, story, channels: await channelsEver(ground, uri, known), ...(edits && { edits }) };
  if (media) await copyPictures(story, ground.media, media);
  const forAll = JSON.parse(ninjs.document!({ story, changedAt: head.changedAt }, nowhere)) as object;
  return `${JSON.stringify({ ...forAll, x_copytaster: carried })}\n`;
}

async function channelsEver(
  { table }: Ground,
  uri: string,
  known: Map<string, CarriedChannel>,
): Promise<readonly CarriedChannel[]> {
  const channels: CarriedChannel[] = [];
  for (const name of await readMembership(table, uri)) {
    const channel = known.get(name) ?? { name, ...(await describeChannel(table, name)) };
    known.set(name, channel);
    channels.push(channel);
  }
  return channels;
}

function buried(story: Story): Story {
  if (story.status !== 'canceled') return story;
  const { standfirst: _standfirst, ...rest } = story;
  return { ...rest, body: [], pictures: [], notes: [] };
}

/** `superseded`: what stands is newer. */
export type Imported = 'stored' | 'unchanged' | 'superseded' | { readonly refused: string };

/** How often other writers of the story may come first. */
const mostAttempts = 50;

/** Takes one exported line in, unless something as new stands already. With `media` the story's pictures are taken from there. Safe to repeat, also after a crash. */
export async function importStory(ground: Ground, line: string, media?: Objects): Promise<Imported> {
  const carried = readCarried(line);
  if (typeof carried === 'string') return { refused: carried };
  const { head, story, channels, edits } = carried;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const standing = await readHead(ground.table, story.uri);
    const verdict = standing && judge(head, standing);
    if (verdict) return verdict;
    // All that publishing the story asks for, before its head wakes the publisher.
    if (media) await copyPictures(story, media, ground.media);
    if (!standing) await listStory(ground.table, story.uri);
    for (const channel of channels) await introduceChannel(ground.table, channel, head.changedAt);
    await rememberChannels(
      ground.table,
      story.uri,
      channels.map(({ name }) => name),
    );
    if (edits) await writeFirstEdits(ground.table, story.uri, edits);
    const version = Math.max(head.version, (standing?.version ?? 0) + 1);
    const next = { ...head, version, revision: Math.max(head.revision, (standing?.revision ?? 0) + 1) };
    const other = (await writeVersion(ground, { story: { ...story, version }, head: next }))
      ? undefined
      : await readVersion(ground, story.uri, version);
    // The number is taken: by a writer that did not live to make it stand. It counts as if it had.
    const stands = other ? { ...other.head, revision: next.revision } : next;
    if ((await moveHead(ground.table, stands)) && !other) return 'stored';
  }
  throw new Error(`Too many writers of ${story.uri} at once.`);
}

/** What keeps the carried story out; `undefined` when nothing does. Pure. */
function judge(carried: Head, standing: Head): Imported | undefined {
  if (carried.desk !== standing.desk)
    return { refused: `The story ${carried.uri} belongs to the desk ${standing.desk} here.` };
  const newer = compareOrder(carried.order, standing.order);
  if (newer < 0) return 'superseded';
  if (carried.contentDigest === standing.contentDigest || (newer === 0 && carried.version <= standing.version))
    return 'unchanged';
  const { saidUsable } = carried;
  const revives = saidUsable !== undefined && compareOrder(saidUsable, standing.order) > 0;
  return standing.status === 'canceled' && carried.status !== 'canceled' && !revives ? 'superseded' : undefined;
}

/** Fit for a key of the table. */
const text = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.check((name) => name.isWellFormed(), 'must be well-formed Unicode'),
);
const channel = v.strictObject({
  name: v.pipe(text, v.maxBytes(1000)),
  title: v.optional(v.string()),
  description: v.optional(v.string()),
});
const instant = v.pipe(v.string(), v.isoTimestamp());
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const version = v.pipe(whole, v.minValue(1));
const status = v.picklist(['usable', 'withheld', 'canceled']);
const order = v.strictObject({
  givenVersion: v.optional(v.number()),
  versionCreatedAt: instant,
  receivedAt: instant,
  key: v.string(),
  objectVersion: v.optional(v.string()),
  sequencer: v.optional(v.string()),
  part: whole,
});
const head = v.strictObject({
  uri: text,
  version,
  status,
  desk: text,
  revision: version,
  order,
  saidUsable: v.optional(order),
  keptOut: v.optional(order),
  embargo: v.optional(v.strictObject({ order, until: v.optional(instant), isUnreadable: v.optional(v.literal(true)) })),
  replacedBy: v.optional(text),
  replacerRevision: v.optional(whole),
  isBuried: v.optional(v.literal(true)),
  expired: v.optional(instant),
  contentDigest: text,
  firstCreatedAt: instant,
  changedAt: instant,
  released: v.optional(instant),
});
const story = v.looseObject({
  uri: text,
  version,
  status,
  headline: v.string(),
  firstCreatedAt: instant,
  versionCreatedAt: instant,
  embargoedUntil: v.optional(instant),
  expiresAt: v.optional(instant),
  source: v.looseObject({ key: v.string(), receivedAt: instant }),
  notes: v.array(v.looseObject({})),
});
const edits = v.looseObject({ by: v.string(), at: instant });
const exported = v.looseObject({
  x_copytaster: v.strictObject({ head, story, channels: v.array(channel), edits: v.optional(edits) }),
});

/** A sentence when the line is none of ours. */
function readCarried(line: string): Carried | string {
  const value = parse(line);
  const result = v.safeParse(exported, value);
  if (!result.success)
    return value === undefined
      ? 'This is no JSON.'
      : `This is no exported story: ${v.getDotPath(result.issues[0]) ?? 'the whole'} ${describeIssue(result.issues[0])}.`;
  // The value itself, not what was read of it: fields keep their order, and the export its bytes.
  const carried = (value as { readonly x_copytaster: Carried }).x_copytaster;
  const { head, story } = carried;
  if (head.uri !== story.uri || head.version !== story.version || head.status !== story.status)
    return 'This is no exported story: its head is of another one.';
  return canBePublished(carried) ? carried : 'This is no exported story: it can’t be published.';
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** Tried out rather than described: a story that stops a publisher must not come in. */
function canBePublished({ head, story }: Carried): boolean {
  const entry = { story, changedAt: head.changedAt };
  const feed = {
    site: nowhere,
    channel: { name: 'all', title: 'all', description: 'all' },
    entries: [entry],
    updatedAt: head.changedAt,
  };
  try {
    mediaDigests(story);
    channelsOf(story);
    for (const format of formats) {
      format.document?.(entry, nowhere);
      format.feed?.(feed);
    }
    return true;
  } catch {
    return false;
  }
}

/** Originals only: what is made of them is made again. Bytes that are not what their name says stay behind. */
async function copyPictures(story: Story, from: Objects, to: Objects): Promise<void> {
  for (const digest of mediaDigests(story)) {
    const { keys } = await from.list(originalKey(digest));
    for (const { key } of keys) {
      if ((await to.list(key)).keys.length > 0) continue;
      const object = await from.get(key);
      const isWhole = object && createHash('sha256').update(object.bytes).digest('hex') === digest;
      if (isWhole && /^[0-9a-f]{64}\.[a-z]{3,4}$/.test(key.slice(originalFolder.length)))
        await to.put(key, object.bytes, object);
    }
  }
}
