// The ground the three doors stand on: everything with side effects, and the settings, in one record.
// AWS and the laptop each make one (lambdas/aws/ground.ts, infra/laptop/ground.ts).

import type { Peek } from './dead-letters.ts';
import type { DeskTables } from './desk-tables.ts';
import type { Clock, Log, Notices, Objects, Outbox, Table } from './ports.ts';
import type { Settings } from './settings.ts';

export type Ground = {
  /** Uploads as they came, `<desk>/<name>`. */
  readonly inbox: Objects;
  /** Rendered feeds and documents, and stories too large for the table. */
  readonly feeds: Objects;
  /** Pictures by digest. */
  readonly media: Objects;
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Settings;
  readonly tables: DeskTables;
  /** Absent where nobody asked to be told. */
  readonly notices?: Notices;
  /** Absent where nothing is published or delivered. */
  readonly outbox?: Outbox;
  /** Uploads that were set aside; absent where nobody looks after them. */
  readonly deadUploads?: Peek;
};
