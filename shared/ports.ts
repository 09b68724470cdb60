// The only things with side effects. Each has two lives: AWS (lambdas/aws) and this laptop (infra/laptop);
// both pass the same contract tests (tests/contracts).

import type { Receipt } from './outcome.ts';
import type { Instant } from './story.ts';

/**
 * Files under keys: an S3 bucket or a folder. Keys are paths with slashes, never starting with one; 1 to 1,024 bytes, none leading out by `..`.
 * A put under another key throws; get and delete find nothing there (port-limits.ts).
 */
export interface Objects {
  /** The object, or one version of it; `undefined` when there is none. */
  get(key: string, version?: string): Promise<StoredObject | undefined>;
  /** Writes or replaces; the answer names the version where the store keeps versions. */
  put(key: string, bytes: Uint8Array, about: ObjectKind): Promise<{ readonly version?: string }>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Keys that start with `prefix`, in order, some 1,000 at a time; go on with `cursor`. */
  list(prefix: string, cursor?: string): Promise<{ readonly keys: readonly ListedObject[]; readonly cursor?: string }>;
  /** A web address where anyone can get the object for a quarter of an hour; absent where the store answers nobody but us. */
  temporaryUrl?(key: string): Promise<string>;
}

export type ObjectKind = {
  /** `application/rss+xml; charset=utf-8`. */
  readonly mediaType: string;
  /** `gzip` or `br` when the bytes are compressed. */
  readonly encoding?: string;
};

export type StoredObject = ObjectKind & {
  readonly bytes: Uint8Array;
  readonly version?: string;
  readonly modifiedAt: Instant;
};

export type ListedObject = { readonly key: string; readonly bytes: number; readonly modifiedAt: Instant };

/** Items under a partition and a sort key: a DynamoDB table or a SQLite file. Reads see every write that was acknowledged before. */
export interface Table {
  get(key: ItemKey): Promise<Item | undefined>;
  /**
   * Writes one item whole. With `absent` only when the key is free; with `newer` only when it is free or holds a lower `revision`
   * (an item without one is never lower).
   * Answers whether it was written.
   */
  put(item: Item, condition?: Condition): Promise<boolean>;
  delete(key: ItemKey): Promise<void>;
  /**
   * The items of one partition, ordered by the bytes of `sk`, or of `at` (items without `at` are then left out; those of one `at` come in any order).
   * A page is full while there is more, and a cursor leads to at least one item if nothing is deleted. Throws BadCursor (paging.ts).
   */
  query(query: Query): Promise<{ readonly items: readonly Item[]; readonly cursor?: string }>;
}

export type ItemKey = { readonly pk: string; readonly sk: string };

export type Item = ItemKey & {
  /** The second order within the partition, usually an instant. At most one per item; it may change. */
  readonly at?: string;
  /** What `newer` compares; whole numbers. */
  readonly revision?: number;
  /** The table may forget the item after this moment, seconds since 1970. */
  readonly forgetAt?: number;
  /**
   * JSON; at most 380 KB as text, and 190 KB with `at`: the index holds the item a second time.
   * Reading it throws SpoiltItem where what is stored is none.
   */
  readonly data: unknown;
};

export type Condition = 'absent' | 'newer';

export type Query = {
  readonly pk: string;
  /** Default `sk`. */
  readonly by?: 'sk' | 'at';
  /** Inclusive bounds on the chosen order. */
  readonly from?: string;
  readonly to?: string;
  /** Default false: ascending. */
  readonly descending?: boolean;
  /** At most so many items a page; default 100. */
  readonly limit?: number;
  /** From the page before. */
  readonly cursor?: string;
};

export interface Clock {
  now(): Instant;
}

/** One line per event. Never story text, never keys. */
export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

export type Facts = Readonly<Record<string, unknown>>;

/** Where people are told what cannot wait for them to look. */
export interface Notices {
  /** An upload, or a story in it, was refused. */
  refused(receipt: Receipt): Promise<void>;
}

/** What waits to be brought to others: pings for hubs, events for partners' webhooks (push/push-job.ts). Messages come at least once. */
export interface Outbox {
  send(messages: readonly string[]): Promise<void>;
  /** A message that was received and not delivered comes again only after so many seconds, at most 12 hours. `receipt` as the queue gave it with the message. */
  defer(receipt: string, seconds: number): Promise<void>;
}
