// Originals again through receive, after a rule, a table or a desk's correction changed. Nothing that reads as before gets a new version.

import { isRejection } from './outcome.ts';
import type { Outcome, Receipt } from './outcome.ts';
import type { Ground } from './ground.ts';
import { correctByHand } from './normalise/by-hand.ts';
import { finish, readArrival, receive } from './receive.ts';
import { originalOf } from './original.ts';
import { attachPictures } from './pictures/attach.ts';
import { readEdits } from './store/edits.ts';
import { listedStories, readHead, readStory } from './store/stories.ts';
import type { Head } from './store/stories.ts';
import { contentDigest } from './store/order.ts';
import type { Source, Story, StoryUri } from './story.ts';
import type { Arrival } from './upload.ts';

/** Reads one story's original again; `undefined` when the original is gone. */
export async function replayStory(ground: Ground, uri: string): Promise<Receipt | undefined> {
  const head = await readHead(ground.table, uri);
  const story = head && (await readStory(ground, uri, head.version));
  const arrival = story && (await originalOf(ground, head.desk, story.source));
  return arrival && receive(ground, arrival);
}

export type ReplayOrder = {
  /** Only uploads whose key begins so: `newsflash/2026/`. */
  readonly prefix?: string;
  /** From an earlier report: goes on behind this story. */
  readonly after?: StoryUri;
  /** Stories a second at most. Default 20. */
  readonly perSecond?: number;
  /** Shows what would change and changes nothing. */
  readonly dryRun?: boolean;
  /** Asks whether to stop here; the report then says where to go on. */
  readonly isOver?: () => boolean;
  readonly pause?: (ms: number) => Promise<void>;
};

export type ReplayReport = {
  readonly read: number;
  readonly changed: readonly ReplayChange[];
  /** Stories whose original is no longer in the bucket. */
  readonly missing: readonly StoryUri[];
  /** Where to go on; absent when all was read. */
  readonly after?: StoryUri;
};

export type ReplayChange = {
  readonly uri: StoryUri;
  /** The version that stands now; the one before a dry run. */
  readonly version: number;
  /** Names of the story's fields that differ; the refusal where the original is refused now. */
  readonly fields: readonly string[];
};

/** Story by story, in the order of their uris. */
export async function replay(ground: Ground, order: ReplayOrder = {}): Promise<ReplayReport> {
  const { prefix = '', after, perSecond = 20, dryRun = false, isOver = () => false, pause = wait } = order;
  const changed: ReplayChange[] = [];
  const missing: StoryUri[] = [];
  let read = 0;
  for await (const uri of listedStories(ground, after)) {
    const change = await replayOne(ground, uri, prefix, dryRun);
    if (change === 'skipped') continue;
    read += 1;
    if (change === 'missing') missing.push(uri);
    else if (change) changed.push(change);
    if (isOver()) return { read, changed, missing, after: uri };
    await pause(1000 / perSecond);
  }
  return { read, changed, missing };
}

async function replayOne(ground: Ground, uri: StoryUri, prefix: string, dryRun: boolean): Promise<ReplayChange | 'skipped' | 'missing' | undefined> {
  const head = await readHead(ground.table, uri);
  const before = head && (await readStory(ground, uri, head.version));
  if (!before || !before.source.key.startsWith(prefix)) return 'skipped';
  const arrival = await originalOf(ground, head.desk, before.source);
  if (!arrival) return 'missing';
  if (dryRun) return compare(before, head, await rehearse(ground, arrival, uri));
  const outcomes = (await receive(ground, arrival)).outcomes;
  const now = await readHead(ground.table, uri);
  if (now && now.version !== head.version) return { uri, version: now.version, fields: differences(before, await readStory(ground, uri, now.version)) };
  return refused(outcomes, uri, head.version);
}

function refused(outcomes: readonly Outcome[], uri: StoryUri, version: number): ReplayChange | undefined {
  const [only] = outcomes;
  return outcomes.length === 1 && only?.outcome === 'rejected' ? { uri, version, fields: [`refused now: ${only.code}`] } : undefined;
}

/** What receive would make of it, without saving. */
async function rehearse(ground: Ground, arrival: Arrival, uri: StoryUri): Promise<Omit<Story, 'version'> | string> {
  const { readings, digest = '' } = await readArrival(ground, arrival);
  const rules = await ground.tables.rules();
  const { key, objectVersion, receivedAt, sequencer, desk } = arrival;
  for (const [part, reading] of readings.entries()) {
    if (isRejection(reading)) continue;
    const draft = await attachPictures(ground, arrival, reading);
    const source: Source = { key, objectVersion, format: draft.format, digest, receivedAt, sequencer };
    const finished = finish(draft, source, desk, { tagAuthority: ground.settings.tagAuthority, rules }, part);
    if (!isRejection(finished) && finished.story.uri === uri) return correctByHand(finished, await readEdits(ground.table, uri), rules).story;
  }
  const [first] = readings;
  return first && isRejection(first) ? first.code : 'another story';
}

function compare(before: Story, head: Head, now: Omit<Story, 'version'> | string): ReplayChange | undefined {
  if (typeof now === 'string') return { uri: before.uri, version: before.version, fields: [`refused now: ${now}`] };
  if (contentDigest(now) === head.contentDigest) return undefined;
  return { uri: before.uri, version: before.version, fields: differences(before, now) };
}

/** Fields that differ, but for those that say when and how it was read. */
function differences(before: Omit<Story, 'version'>, now: Omit<Story, 'version'>): readonly string[] {
  const ignored = new Set(['version', 'notes', 'source', 'versionCreatedAt', 'firstCreatedAt']);
  const [a, b] = [before as Record<string, unknown>, now as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !ignored.has(name) && JSON.stringify(a[name]) !== JSON.stringify(b[name])).sort();
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
