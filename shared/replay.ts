// Originals again through receive, after a rule, a table or a desk's correction changed. Nothing that reads as before gets a new version.

import { describeError } from './describe-error.ts';
import { isRejection } from './outcome.ts';
import type { Outcome, Receipt } from './outcome.ts';
import type { Ground } from './ground.ts';
import { prepare, readArrival, receive } from './receive.ts';
import { originalOf } from './original.ts';
import { attachPictures } from './pictures/attach.ts';
import { underEmbargo } from './store/embargo-word.ts';
import { listedStories, readHead, readStory } from './store/stories.ts';
import type { Head } from './store/stories.ts';
import { contentDigest, orderOf } from './store/order.ts';
import type { Story, StoryUri } from './story.ts';
import type { Arrival } from './upload.ts';

/** Reads one story's original again; `undefined` when the original is gone. */
export async function replayStory(ground: Ground, uri: string): Promise<Receipt | undefined> {
  const head = await readHead(ground.table, uri);
  const arrival = head && (await originalOf(ground, head.order));
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
  /** Told of each change when it is made. */
  readonly changed?: (change: ReplayChange) => void;
  readonly pause?: (ms: number) => Promise<void>;
};

export type ReplayReport = {
  readonly read: number;
  readonly changed: readonly ReplayChange[];
  /** Stories whose original is no longer in the bucket. */
  readonly missing: readonly StoryUri[];
  /** Stories that could not be read, or not be read again, each with the reason; absent when there are none. */
  readonly failed?: readonly { readonly uri: StoryUri; readonly error: string }[];
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
  const {
    prefix = '',
    after,
    perSecond = 20,
    dryRun = false,
    isOver = () => false,
    changed: told = () => undefined,
    pause = wait,
  } = order;
  const changed: ReplayChange[] = [];
  const missing: StoryUri[] = [];
  const failed: { readonly uri: StoryUri; readonly error: string }[] = [];
  let read = 0;
  for await (const uri of listedStories(ground, after)) {
    const change = await replayOne(ground, uri, prefix, dryRun).catch((error: unknown) => {
      ground.log.error('replay-failed', { uri, ...describeError(error) });
      failed.push({ uri, error: String(error) });
      return 'failed' as const;
    });
    if (change === 'skipped') continue;
    if (change !== 'failed') read += 1;
    if (change === 'missing') missing.push(uri);
    else if (change && change !== 'failed') {
      changed.push(change);
      told(change);
    }
    if (isOver()) return { read, changed, missing, ...(failed.length > 0 && { failed }), after: uri };
    await pause(1000 / perSecond);
  }
  return { read, changed, missing, ...(failed.length > 0 && { failed }) };
}

async function replayOne(
  ground: Ground,
  uri: StoryUri,
  prefix: string,
  dryRun: boolean,
): Promise<ReplayChange | 'skipped' | 'missing' | undefined> {
  const head = await readHead(ground.table, uri);
  const before = head && (await readStory(ground, uri, head.version));
  if (!before || !before.source.key.startsWith(prefix)) return 'skipped';
  const arrival = await originalOf(ground, head.order);
  if (!arrival) return 'missing';
  if (dryRun) return compare(before, head, await rehearse(ground, arrival, head));
  const outcomes = (await receive(ground, arrival)).outcomes;
  const now = await readHead(ground.table, uri);
  if (now && now.version !== head.version)
    return { uri, version: now.version, fields: differences(before, await readStory(ground, uri, now.version)) };
  return refused(outcomes, uri, head.version);
}

function refused(outcomes: readonly Outcome[], uri: StoryUri, version: number): ReplayChange | undefined {
  const [only] = outcomes;
  return outcomes.length === 1 && only?.outcome === 'rejected'
    ? { uri, version, fields: [`refused now: ${only.code}`] }
    : undefined;
}

/** What receive would make of it, without saving. */
async function rehearse(ground: Ground, arrival: Arrival, head: Head): Promise<Omit<Story, 'version'> | string> {
  const read = await readArrival(ground, arrival);
  for (const [part, reading] of read.readings.entries()) {
    if (isRejection(reading)) continue;
    const candidate = await prepare(ground, arrival, read, await attachPictures(ground, arrival, reading), part);
    if (!isRejection(candidate) && candidate.story.uri === head.uri)
      return underEmbargo(candidate, orderOf(candidate, part), head.embargo).story;
  }
  const [first] = read.readings;
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
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => !ignored.has(name) && JSON.stringify(a[name]) !== JSON.stringify(b[name]))
    .sort();
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
