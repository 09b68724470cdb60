// Saves a story with single-item conditional writes only: first the version (never changed, put if absent), then the head (put if newer).
// A crash between the two is healed by the retry, which finds its own version and makes it stand; whoever else comes between takes the next number.

import type { Ground } from '../ground.ts';
import type { Candidate } from '../normalise/complete.ts';
import type { Outcome } from '../outcome.ts';
import { reject } from '../outcome.ts';
import type { Instant, Note, Story, StoryUri } from '../story.ts';
import type { EmbargoWord } from './embargo-word.ts';
import { newerWord, restate, underEmbargo, wordOf } from './embargo-word.ts';
import type { Order } from './order.ts';
import { compareOrder, contentDigest, isSameUpload, newerOf, orderOf } from './order.ts';
import type { Head, StoredVersion } from './stories.ts';
import { listStory, moveHead, readHead, readStory, readVersion, writeVersion } from './stories.ts';

/** How often two savers of one story may get in each other's way before the queue is asked to try again. */
const mostAttempts = 50;

export type Saved = {
  readonly outcome: Outcome;
  /** A newer copy that a kill had kept out: its upload is to be read again, now that the story is revived. */
  readonly readAgain?: Order;
};

/** Stores the candidate as the next version of its story, or says why not; `part` tells the stories of one upload apart. Throws only for broken ground. */
export async function save(ground: Ground, candidate: Candidate, desk: string, part = 0): Promise<Saved> {
  const order = orderOf(candidate, part);
  const word = wordOf(candidate, order);
  for (let attempt = 0, taken = 0; attempt < mostAttempts; attempt += 1) {
    const head = await readHead(ground.table, candidate.story.uri);
    const copy = underEmbargo(candidate, order, head?.embargo);
    const digest = contentDigest(copy.story);
    const verdict = judge(copy, order, digest, ground.settings.sharedGuids ? head?.desk : desk, head);
    const late = verdict !== 'store' && head ? await coveredLate(ground, head, verdict, word) : undefined;
    if (verdict !== 'store' && !late) {
      const followed = head && follow(head, verdict, candidate, order, word);
      if (followed && !(await moveHead(ground.table, followed))) continue;
      return { outcome: verdict, ...(verdict.outcome === 'stored' && head && missed(head)) };
    }
    // Before the story itself, so that no crash leaves a story that the list of all stories lacks.
    if (!head) await listStory(ground.table, candidate.story.uri);
    const next = above(taken, late ?? nextVersion(copy, order, digest, desk, head, ground.clock.now()));
    if (!(await writeVersion(ground, next)) && !(await isOwn(ground, next.head))) taken = next.head.version;
    else if (await moveHead(ground.table, next.head))
      return late ? { outcome: superseded(next.head) } : { outcome: stored(next.story), ...missed(next.head) };
  }
  throw new Error(`Too many writers of ${candidate.story.uri} at once.`);
}

/** What to do with the candidate, seen against the version that stands. Pure. */
function judge(
  candidate: Candidate,
  order: Order,
  digest: string,
  desk: string | undefined,
  head: Head | undefined,
): 'store' | Outcome {
  if (!head) return 'store';
  const { uri } = candidate.story;
  if (head.desk !== desk) {
    return reject(
      'duplicate-guid-other-desk',
      `The story ${uri} belongs to the desk ${head.desk}; ${desk} can't change it.`,
    );
  }
  const same = head.contentDigest === digest;
  // The event came twice, or a crash kept the first answer from the desk: the answer is the same again.
  if (same && isSameUpload(order, head.order)) return stored({ ...candidate.story, version: head.version });
  const newer = compareOrder(order, head.order);
  if (same && newer >= 0) return { outcome: 'unchanged', uri, version: head.version };
  // A kill applies to every version, also when it comes behind a later one, unless the copy has said meanwhile that it may be used.
  if (newer < 0 && candidate.story.status === 'canceled' && head.status !== 'canceled' && !outlives(head, order))
    return 'store';
  // The same upload read again under new rules is a new version; another one that is no newer is not.
  if (newer < 0 || (newer === 0 && !isSameUpload(order, head.order))) return superseded(head);
  // A kill is final: only copy that says it is usable again may revive the story.
  if (isKeptOut(head, candidate)) return superseded(head);
  return 'store';
}

function outlives({ saidUsable }: Head, kill: Order): boolean {
  return saidUsable !== undefined && compareOrder(kill, saidUsable) < 0;
}

function isKeptOut({ status }: Head, candidate: Candidate): boolean {
  return status === 'canceled' && candidate.story.status !== 'canceled' && !saysUsable(candidate);
}

function saysUsable({ statusGiven, story }: Candidate): boolean {
  return statusGiven && story.status === 'usable';
}

/** The newest copy that is not shown, where the story itself is. */
function missed({ status, keptOut }: Head): Pick<Saved, 'readAgain'> {
  return status !== 'canceled' && keptOut ? { readAgain: keptOut } : {};
}

function nextVersion(
  candidate: Candidate,
  order: Order,
  digest: string,
  desk: string,
  before: Head | undefined,
  changedAt: Instant,
): StoredVersion {
  const version = Math.max(candidate.givenVersion ?? 1, (before?.version ?? 0) + 1);
  const firstCreatedAt = before?.firstCreatedAt ?? candidate.story.firstCreatedAt;
  const versionCreatedAt = createdAt(candidate, before, changedAt);
  const notes =
    before?.replacedBy === undefined
      ? candidate.story.notes
      : [...candidate.story.notes, replacedNote(before.replacedBy)];
  const story: Story = { ...candidate.story, version, firstCreatedAt, versionCreatedAt, notes };
  const revision = (before?.revision ?? 0) + 1;
  const { uri, status } = story;
  const { replacedBy, replacerRevision, isBuried } = before ?? {};
  const saidUsable = newerOf(before?.saidUsable, saysUsable(candidate) ? order : undefined);
  // A kill that comes late keeps out what stood until now.
  const copy = newerOf(
    before?.keptOut,
    status === 'canceled' && before?.status !== 'canceled' ? before?.order : undefined,
  );
  const keptOut = copy && compareOrder(copy, order) > 0 ? copy : undefined;
  const embargo = newerWord(before?.embargo, wordOf(candidate, order));
  const remembered = {
    ...(saidUsable && { saidUsable }),
    ...(embargo && { embargo }),
    ...(keptOut && { keptOut }),
    ...(replacedBy !== undefined && { replacedBy, replacerRevision }),
    ...(isBuried && { isBuried }),
  };
  return {
    story,
    head: {
      uri,
      version,
      status,
      desk,
      revision,
      order,
      contentDigest: digest,
      firstCreatedAt,
      changedAt,
      ...remembered,
    },
  };
}

/** What is stored and seen by nobody is told to the desk. */
function replacedNote(rewrite: StoryUri): Note {
  return {
    step: 'save',
    rule: 'replaced',
    before: rewrite,
    text: 'Another story has replaced this one: feeds show that, and not this version.',
  };
}

/**
 * A version is younger than the one before: partners tell by its date that there is something new. A copy that came with the old date, or was read again
 * since its picture arrived or its desk corrected it, is of the moment it is stored.
 */
function createdAt({ story: { versionCreatedAt } }: Candidate, before: Head | undefined, now: Instant): Instant {
  return before !== undefined && versionCreatedAt <= before.order.versionCreatedAt && versionCreatedAt < now
    ? now
    : versionCreatedAt;
}

/** Under a number that is free. */
function above(taken: number, { story, head }: StoredVersion): StoredVersion {
  const version = Math.max(head.version, taken + 1);
  return { story: { ...story, version }, head: { ...head, version } };
}

/** Whether the version that holds the number is this very one, of an attempt that did not come to make it stand. Another's is its writer's affair: whether it may still stand is for that one's retry to see. */
async function isOwn(ground: Ground, wanted: Head): Promise<boolean> {
  const other = await readVersion(ground, wanted.uri, wanted.version);
  return (
    other !== undefined &&
    other.head.contentDigest === wanted.contentDigest &&
    isSameUpload(other.head.order, wanted.order)
  );
}

/** An embargo covers every version, also when it comes behind one that says nothing of it: that one then stands anew, under the embargo. `undefined` where nothing changes. */
async function coveredLate(
  ground: Ground,
  head: Head,
  verdict: Outcome,
  word: EmbargoWord | undefined,
): Promise<StoredVersion | undefined> {
  if (verdict.outcome !== 'superseded' || head.status === 'canceled' || !word || newerWord(head.embargo, word) !== word)
    return undefined;
  const { version: before, ...standing } = await readStory(ground, head.uri, head.version);
  const text = restate(standing, head.order, word);
  // As the copy was read, so that reading it again comes to the same.
  const { receivedAt, versionCreatedAt } = head.order;
  const digest = contentDigest({ ...text, versionCreatedAt, source: { ...text.source, receivedAt } });
  if (digest === head.contentDigest) return undefined;
  const version = before + 1;
  const changedAt = ground.clock.now();
  const { released: _released, ...kept } = head;
  return {
    story: { ...text, version, versionCreatedAt: changedAt },
    head: {
      ...kept,
      version,
      status: text.status,
      revision: head.revision + 1,
      contentDigest: digest,
      changedAt,
      embargo: word,
    },
  };
}

/**
 * What the head remembers of an upload that made no version: that the same copy came again later, so that a straggler between the two stays behind both;
 * the newest copy that a kill keeps out; and that one said it may be used, or when. `undefined` when there is nothing to remember.
 */
function follow(
  head: Head,
  verdict: Outcome,
  candidate: Candidate,
  order: Order,
  word: EmbargoWord | undefined,
): Head | undefined {
  if (verdict.outcome !== 'unchanged' && verdict.outcome !== 'superseded') return undefined;
  const isSuperseded = verdict.outcome === 'superseded';
  const isLater = compareOrder(order, head.order) > 0;
  const learned = {
    ...(!isSuperseded && isLater && { order }),
    ...(isSuperseded &&
      isLater &&
      isKeptOut(head, candidate) &&
      newerOf(head.keptOut, order) === order && { keptOut: order }),
    ...(saysUsable(candidate) && newerOf(head.saidUsable, order) === order && { saidUsable: order }),
    ...(word && newerWord(head.embargo, word) === word && { embargo: word }),
  };
  return Object.keys(learned).length > 0 ? { ...head, ...learned, revision: head.revision + 1 } : undefined;
}

function superseded({ uri, version }: Head): Outcome {
  return { outcome: 'superseded', uri, version };
}

function stored({ uri, version, headline, status, notes }: Story): Outcome {
  return { outcome: 'stored', uri, version, headline, status, notes };
}
