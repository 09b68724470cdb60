// Which of two arrivals of one story is the newer, and whether they say the same. Pure.

import { createHash } from 'node:crypto';
import type { Candidate } from '../normalise/complete.ts';
import type { Instant, Story } from '../story.ts';
import { padSequencer } from './keys.ts';

/** What decides the order of two arrivals of one story. */
export type Order = {
  /** The provider's own number, where it gives one. */
  readonly givenVersion?: number;
  readonly versionCreatedAt: Instant;
  readonly receivedAt: Instant;
  readonly key: string;
  /** Decides nothing: where the bytes are to be read again. */
  readonly objectVersion?: string;
  readonly sequencer?: string;
  /** Which of several stories in the upload, from 0. */
  readonly part: number;
};

/** `part` tells the stories of one upload apart. */
export function orderOf({ story, givenVersion }: Candidate, part: number): Order {
  const { receivedAt, key, objectVersion, sequencer } = story.source;
  return { givenVersion, versionCreatedAt: story.versionCreatedAt, receivedAt, key, objectVersion, sequencer, part };
}

/**
 * Positive when `a` is newer, negative when it is older, 0 when the wire does not say.
 * The provider's numbers decide first; then, for two uploads of one name, the bucket's sequencer; then versionCreated;
 * and between unnumbered uploads the moment they came. Of two uploads under one number and date the first stands.
 */
export function compareOrder(a: Order, b: Order): number {
  const numbered = a.givenVersion !== undefined && b.givenVersion !== undefined;
  if (numbered && a.givenVersion !== b.givenVersion) return a.givenVersion! - b.givenVersion!;
  if (a.key === b.key && a.sequencer !== undefined && b.sequencer !== undefined) {
    return compareText(padSequencer(a.sequencer), padSequencer(b.sequencer)) || a.part - b.part;
  }
  const dated = compareText(a.versionCreatedAt, b.versionCreatedAt);
  if (dated !== 0 || numbered) return dated;
  return compareText(a.receivedAt, b.receivedAt);
}

/** The newer of two, of which one may be missing. */
export function newerOf(a: Order | undefined, b: Order | undefined): Order | undefined {
  return a && b ? (compareOrder(a, b) >= 0 ? a : b) : (a ?? b);
}

/** Whether both are the very same story of the very same upload: events are delivered at least once. */
export function isSameUpload(a: Order, b: Order): boolean {
  return a.key === b.key && a.sequencer === b.sequencer && a.receivedAt === b.receivedAt && a.part === b.part;
}

/** Digest of what a reader could notice: two uploads with the same digest are one version. A story was first published when it was, whatever a later copy says of that. */
export function contentDigest(story: Omit<Story, 'version'>): string {
  const { source, notes, firstCreatedAt, versionCreatedAt, ...content } = story;
  // A version without a date of its own is dated by its arrival; that alone is no change.
  const dates = {
    firstCreatedAt: '',
    versionCreatedAt: versionCreatedAt === source.receivedAt ? '' : versionCreatedAt,
  };
  return createHash('sha256')
    .update(JSON.stringify([content, dates]))
    .digest('hex');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
