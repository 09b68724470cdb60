// Saves a story with single-item conditional writes only: first the version (never changed, put if absent), then the head (put if newer).
// A crash between the two is healed by whoever comes next: it finds the version taken, makes it stand, and looks again.

import type { Ground } from '../ground.ts';
import type { Candidate } from '../normalise/complete.ts';
import type { Outcome } from '../outcome.ts';
import { reject } from '../outcome.ts';
import type { Instant, Story } from '../story.ts';
import type { Order } from './order.ts';
import { compareOrder, contentDigest, isSameUpload } from './order.ts';
import type { Head, StoredVersion } from './stories.ts';
import { listStory, moveHead, readHead, readVersion, writeVersion } from './stories.ts';

/** How often two savers of one story may get in each other's way before the queue is asked to try again. */
const mostAttempts = 50;

/** Stores the candidate as the next version of its story, or says why not; `part` tells the stories of one upload apart. Throws only for broken ground. */
export async function save(ground: Ground, candidate: Candidate, desk: string, part = 0): Promise<Outcome> {
  const order = orderOf(candidate, part);
  const digest = contentDigest(candidate.story);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const head = await readHead(ground.table, candidate.story.uri);
    const verdict = judge(candidate, order, digest, desk, head);
    if (verdict !== 'store') {
      if (head && verdict.outcome === 'unchanged' && !(await followOrder(ground, head, order))) continue;
      return verdict;
    }
    // Before the story itself, so that no crash leaves a story that the list of all stories lacks.
    if (!head) await listStory(ground.table, candidate.story.uri);
    const next = nextVersion(candidate, order, digest, desk, head, ground.clock.now());
    if (!(await writeVersion(ground, next))) await finishOther(ground, next.head, head);
    else if (await moveHead(ground.table, next.head)) return stored(next.story);
  }
  throw new Error(`Too many writers of ${candidate.story.uri} at once.`);
}

/** What to do with the candidate, seen against the version that stands. Pure. */
function judge(candidate: Candidate, order: Order, digest: string, desk: string, head: Head | undefined): 'store' | Outcome {
  if (!head) return 'store';
  const { uri } = candidate.story;
  if (head.desk !== desk) {
    return reject('duplicate-guid-other-desk', `The story ${uri} belongs to the desk ${head.desk}; ${desk} can't change it.`);
  }
  const same = head.contentDigest === digest;
  // The event came twice, or a crash kept the first answer from the desk: the answer is the same again.
  if (same && isSameUpload(order, head.order)) return stored({ ...candidate.story, version: head.version });
  const newer = compareOrder(order, head.order);
  if (same && newer >= 0) return { outcome: 'unchanged', uri, version: head.version };
  // A kill applies to every version, also when it comes behind a later one, unless that one said it may be used.
  if (newer < 0 && candidate.story.status === 'canceled' && head.status !== 'canceled' && !head.statusGiven) return 'store';
  // The same upload read again under new rules is a new version; another one that is no newer is not.
  if (newer < 0 || (newer === 0 && !isSameUpload(order, head.order))) return { outcome: 'superseded', uri, version: head.version };
  // A kill is final: only copy that says it is usable again may revive the story.
  if (head.status === 'canceled' && candidate.story.status === 'usable' && !candidate.statusGiven) {
    return { outcome: 'superseded', uri, version: head.version };
  }
  return 'store';
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
  const story: Story = { ...candidate.story, version, firstCreatedAt };
  const revision = (before?.revision ?? 0) + 1;
  const { uri, status } = story;
  const { replacedBy } = before ?? {};
  const statusGiven = candidate.statusGiven && status === 'usable' && ({ statusGiven: true } as const);
  return { story, head: { uri, version, status, desk, revision, order, contentDigest: digest, firstCreatedAt, changedAt, ...statusGiven, ...(replacedBy !== undefined && { replacedBy }) } };
}

/** The number is taken: makes the version that holds it stand, in case its writer did not live to. */
async function finishOther(ground: Ground, wanted: Head, before: Head | undefined): Promise<void> {
  const other = await readVersion(ground, wanted.uri, wanted.version);
  if (other) await moveHead(ground.table, { ...other.head, revision: (before?.revision ?? 0) + 1 });
}

/** The same copy came again later: the head remembers the later arrival, so that a straggler between the two stays behind both. */
async function followOrder(ground: Ground, head: Head, order: Order): Promise<boolean> {
  if (compareOrder(order, head.order) <= 0) return true;
  return moveHead(ground.table, { ...head, order, revision: head.revision + 1 });
}

function orderOf({ story, givenVersion }: Candidate, part: number): Order {
  const { receivedAt, key, sequencer } = story.source;
  return { givenVersion, versionCreatedAt: story.versionCreatedAt, receivedAt, key, sequencer, part };
}

function stored({ uri, version, headline, status, notes }: Story): Outcome {
  return { outcome: 'stored', uri, version, headline, status, notes };
}
