// The table on this machine: one SQLite file in WAL mode. Every write also leaves a row in a change log, in the same transaction:
// it stands in for DynamoDB Streams with keys only.

import { DatabaseSync } from 'node:sqlite';
import type { Condition, Item, ItemKey, Query, Table } from '../../shared/ports.ts';

export type Change = ItemKey & { readonly sequence: number };

/** What was written since, oldest first; rows that were dealt with are forgotten. */
export type ChangeLog = {
  changesAfter(sequence: number, limit: number): readonly Change[];
  /** Rows up to and including this one are done. */
  forgetUpTo(sequence: number): void;
};

/** Opens or makes the file; several processes may have it open. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA busy_timeout = 10000;
    CREATE TABLE IF NOT EXISTS items (pk TEXT NOT NULL, sk TEXT NOT NULL, at TEXT, revision INTEGER, forget_at INTEGER, data TEXT NOT NULL, PRIMARY KEY (pk, sk)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS items_at ON items (pk, at, sk) WHERE at IS NOT NULL;
    CREATE INDEX IF NOT EXISTS items_forget_at ON items (forget_at) WHERE forget_at IS NOT NULL;
    CREATE TABLE IF NOT EXISTS changes (sequence INTEGER PRIMARY KEY AUTOINCREMENT, pk TEXT NOT NULL, sk TEXT NOT NULL);
    CREATE TRIGGER IF NOT EXISTS item_added AFTER INSERT ON items BEGIN INSERT INTO changes (pk, sk) VALUES (new.pk, new.sk); END;
    CREATE TRIGGER IF NOT EXISTS item_changed AFTER UPDATE ON items BEGIN INSERT INTO changes (pk, sk) VALUES (new.pk, new.sk); END;
    CREATE TRIGGER IF NOT EXISTS item_removed AFTER DELETE ON items BEGIN INSERT INTO changes (pk, sk) VALUES (old.pk, old.sk); END;
  `);
  return database;
}

type Row = { readonly pk: string; readonly sk: string; readonly at: string | null; readonly revision: number | null; readonly forget_at: number | null; readonly data: string };

const overwrite = `ON CONFLICT (pk, sk) DO UPDATE SET at = excluded.at, revision = excluded.revision, forget_at = excluded.forget_at, data = excluded.data`;

const onConflict: Record<Condition | 'always', string> = {
  always: overwrite,
  absent: 'ON CONFLICT (pk, sk) DO NOTHING',
  // An item without a revision counts as the lowest.
  newer: `${overwrite} WHERE items.revision IS NULL OR items.revision < excluded.revision`,
};

export function sqliteTable(database: DatabaseSync): Table {
  const insert = 'INSERT INTO items (pk, sk, at, revision, forget_at, data) VALUES (?, ?, ?, ?, ?, ?)';
  const puts = {
    always: database.prepare(`${insert} ${onConflict.always}`),
    absent: database.prepare(`${insert} ${onConflict.absent}`),
    newer: database.prepare(`${insert} ${onConflict.newer}`),
  };
  const get = database.prepare('SELECT * FROM items WHERE pk = ? AND sk = ?');
  const remove = database.prepare('DELETE FROM items WHERE pk = ? AND sk = ?');
  return {
    async get({ pk, sk }) {
      const row = get.get(pk, sk) as Row | undefined;
      return row && itemOf(row);
    },
    async put(item, condition) {
      const { pk, sk, at = null, revision = null, forgetAt = null, data } = item;
      return puts[condition ?? 'always'].run(pk, sk, at, revision, forgetAt, JSON.stringify(data)).changes > 0;
    },
    async delete({ pk, sk }) {
      remove.run(pk, sk);
    },
    async query(query) {
      return runQuery(database, query);
    },
  };
}

export function changeLog(database: DatabaseSync): ChangeLog {
  const read = database.prepare('SELECT sequence, pk, sk FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?');
  const forget = database.prepare('DELETE FROM changes WHERE sequence <= ?');
  return {
    changesAfter: (sequence, limit) => read.all(sequence, limit) as unknown as readonly Change[],
    forgetUpTo: (sequence) => void forget.run(sequence),
  };
}

/** One page more than asked for is read, to know whether to hand out a cursor. */
function runQuery(database: DatabaseSync, query: Query): { readonly items: readonly Item[]; readonly cursor?: string } {
  const { pk, by = 'sk', from, to, descending = false, limit = 100, cursor } = query;
  const conditions = ['pk = ?'];
  const values: string[] = [pk];
  const add = (condition: string, ...added: readonly string[]): void => {
    conditions.push(condition);
    values.push(...added);
  };
  if (by === 'at') add('at IS NOT NULL');
  if (from !== undefined) add(`${by} >= ?`, from);
  if (to !== undefined) add(`${by} <= ?`, to);
  const beyond = descending ? '<' : '>';
  if (cursor !== undefined) add(...afterCursor(by, beyond, cursor));
  const direction = descending ? 'DESC' : 'ASC';
  const order = by === 'at' ? `at ${direction}, sk ${direction}` : `sk ${direction}`;
  const rows = database
    .prepare(`SELECT * FROM items WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`)
    .all(...values, limit + 1) as unknown as readonly Row[];
  const items = rows.slice(0, limit).map(itemOf);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, cursor: writeCursor(last, by) } : { items };
}

function afterCursor(by: 'sk' | 'at', beyond: '<' | '>', cursor: string): readonly [string, ...string[]] {
  const { sk, at } = readCursor(cursor);
  return by === 'at' ? [`(at, sk) ${beyond} (?, ?)`, at, sk] : [`sk ${beyond} ?`, sk];
}

function writeCursor({ sk, at }: Item, by: 'sk' | 'at'): string {
  return Buffer.from(JSON.stringify(by === 'at' ? [sk, at] : [sk])).toString('base64url');
}

/** Throws when the text is no cursor of ours. */
function readCursor(cursor: string): { readonly sk: string; readonly at: string } {
  try {
    const [sk, at = ''] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as readonly string[];
    if (typeof sk === 'string' && typeof at === 'string') return { sk, at };
  } catch {
    // Said below.
  }
  throw new Error('That is no cursor of this table.');
}

function itemOf({ pk, sk, at, revision, forget_at, data }: Row): Item {
  return {
    pk,
    sk,
    ...(at !== null && { at }),
    ...(revision !== null && { revision }),
    ...(forget_at !== null && { forgetAt: forget_at }),
    data: JSON.parse(data) as unknown,
  };
}

/** Removes what may be forgotten at `seconds` since 1970, as DynamoDB's time to live does. */
export function forgetExpired(database: DatabaseSync, seconds: number): void {
  database.prepare('DELETE FROM items WHERE forget_at < ?').run(seconds);
}
