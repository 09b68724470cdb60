// What can become of an upload. An Outcome is data, decided once, never retried; a desk reads it in a receipt.
// Only broken ground (network, table, bucket) is thrown as an error, and the queue tries that again.

import type { Instant, Note, StoryUri } from './story.ts';

export type { Note } from './story.ts';

export type Outcome = Stored | Unchanged | Superseded | Rejection | Adopted;

/** The story is in the table under this version. */
export type Stored = {
  readonly outcome: 'stored';
  readonly uri: StoryUri;
  readonly version: number;
  readonly headline: string;
  /** `canceled` for a kill, `withheld` for a story held back. */
  readonly status: string;
  readonly notes: readonly Note[];
};

/** The same story was here already. */
export type Unchanged = { readonly outcome: 'unchanged'; readonly uri: StoryUri; readonly version: number };

/** A newer version was here already: `version` is the one that stands. */
export type Superseded = { readonly outcome: 'superseded'; readonly uri: StoryUri; readonly version: number };

/** It was one of the desk's own tables, which counts from now on. */
export type Adopted = {
  readonly outcome: 'adopted';
  readonly table: 'agencies' | 'people';
  /** Rows that were taken. */
  readonly rows: number;
  /** Rows that were skipped, by line from 1; at most 100. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
};

/** No story can be made of it. */
export type Rejection = {
  readonly outcome: 'rejected';
  readonly code: RejectionCode;
  /** A sentence a sub-editor understands. */
  readonly message: string;
  /** Where in the upload, from 1, where it is known. */
  readonly line?: number;
  readonly column?: number;
  /** Which member of an archive or message, where only that one was refused. */
  readonly member?: string;
};

export type RejectionCode =
  | 'empty'
  | 'too-large'
  | 'unreadable'
  | 'unknown-format'
  | 'malformed'
  | 'no-headline-no-body'
  | 'bad-status'
  | 'bad-embargo'
  | 'unsafe'
  | 'duplicate-guid-other-desk'
  /** Not refused for what it is: the service failed, and keeps it for another try. */
  | 'set-aside';

/** Refuses an upload, or one story of it. */
export function reject(
  code: RejectionCode,
  message: string,
  place: Pick<Rejection, 'line' | 'column' | 'member'> = {},
): Rejection {
  return { outcome: 'rejected', code, message, ...place };
}

/** Tells a rejection from what a stage otherwise returns. */
export function isRejection(value: object): value is Rejection {
  return 'outcome' in value && value.outcome === 'rejected';
}

/** What a desk is told of one upload. One receipt per upload; the newest upload of a name stands. */
export type Receipt = {
  readonly desk: string;
  readonly name: string;
  readonly receivedAt: Instant;
  /** Size of the upload. */
  readonly bytes: number;
  readonly sequencer?: string;
  readonly digest?: string;
  /** Which parser read it; absent when none did. */
  readonly format?: string;
  /** One for each story in the upload; one rejection when no story could be made of it. */
  readonly outcomes: readonly Outcome[];
  /** How many more outcomes there were than a receipt has room for. */
  readonly omitted?: number;
};
