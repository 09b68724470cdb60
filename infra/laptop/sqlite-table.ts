// The table on this machine: one SQLite file. Every change leaves a row in a change log, in the same transaction:
// it stands in for DynamoDB Streams with keys only.

import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { Range } from '../../shared/paging.ts';
import { pageOf, readQuery } from '../../shared/paging.ts';
import { isItemKey, writableText } from '../../shared/port-limits.ts';
import type { Condition, Item, ItemKey, Table } from '../../shared/ports.ts';
import { itemWith } from '../../shared/spoilt-item.ts';

export type Change = ItemKey & { readonly sequence: number; readonly kind: 'put' | 'delete' };

/** What changed, oldest first. Like the stream it says nothing of a put that left the item as it was. */
export type ChangeLog = {
  /** At most `limit` rows with a higher sequence. */
  changesAfter(sequence: number, limit: number): readonly Change[];
  /** Rows up to and including this one are done. */
  forgetUpTo(sequence: number): void;
};

/** Text compares by its UTF-8 bytes, which is DynamoDB's order too. */
const schema = `
  CREATE TABLE IF NOT EXISTS items (pk TEXT NOT NULL, sk TEXT NOT NULL, at TEXT, revision INTEGER, forget_at INTEGER, data TEXT NOT NULL, PRIMARY KEY (pk, sk));
  CREATE INDEX IF NOT EXISTS items_at ON items (pk, at, sk) WHERE at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS items_forget_at ON items (forget_at) WHERE forget_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS changes (sequence INTEGER PRIMARY KEY AUTOINCREMENT, pk TEXT NOT NULL, sk TEXT NOT NULL, kind TEXT NOT NULL);
  CREATE TRIGGER IF NOT EXISTS item_added AFTER INSERT ON items
    BEGIN INSERT INTO changes (pk, sk, kind) VALUES (new.pk, new.sk, 'put'); END;
  CREATE TRIGGER IF NOT EXISTS item_changed AFTER UPDATE ON items
    WHEN (old.at, old.revision, old.forget_at, old.data) IS NOT (new.at, new.revision, new.forget_at, new.data)
    BEGIN INSERT INTO changes (pk, sk, kind) VALUES (new.pk, new.sk, 'put'); END;
  CREATE TRIGGER IF NOT EXISTS item_removed AFTER DELETE ON items
    BEGIN INSERT INTO changes (pk, sk, kind) VALUES (old.pk, old.sk, 'delete'); END;
`;

/**
 * Opens or makes the file. Several processes may have it open; who finds it locked waits for up to ten seconds.
 * After a crash of the program nothing is lost; a power cut may cost the last moments, but never the order (synchronous = NORMAL).
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  // One transaction: of two processes that find a new file, one waits for the other.
  database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`);
  return database;
}

const insert =
  'INSERT INTO items (pk, sk, at, revision, forget_at, data) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (pk, sk) DO';
const overwrite =
  'UPDATE SET at = excluded.at, revision = excluded.revision, forget_at = excluded.forget_at, data = excluded.data';

const putStatements: Record<Condition | 'always', string> = {
  always: `${insert} ${overwrite}`,
  absent: `${insert} NOTHING`,
  newer: `${insert} ${overwrite} WHERE items.revision < excluded.revision`,
};

export function sqliteTable(database: DatabaseSync): Table {
  const puts = {
    always: database.prepare(putStatements.always),
    absent: database.prepare(putStatements.absent),
    newer: database.prepare(putStatements.newer),
  };
  const get = database.prepare('SELECT * FROM items WHERE pk = ? AND sk = ?');
  const remove = database.prepare('DELETE FROM items WHERE pk = ? AND sk = ?');
  // A range is one of a dozen statements; preparing one takes longer than running it.
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    async get({ pk, sk }) {
      const row = get.get(pk, sk);
      return row && itemOf(row as Row);
    },
    async put(item, condition) {
      const { pk, sk, at = null, revision = null, forgetAt = null } = item;
      const data = writableText(item, condition);
      return puts[condition ?? 'always'].run(pk, sk, at, revision, forgetAt, data).changes > 0;
    },
    async delete(key) {
      if (isItemKey(key)) remove.run(key.pk, key.sk);
    },
    async query(query) {
      const range = readQuery(query);
      return range ? pageOf(find(prepare, range), range) : { items: [] };
    },
  };
}

export function changeLog(database: DatabaseSync): ChangeLog {
  const read = database.prepare(
    'SELECT sequence, pk, sk, kind FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?',
  );
  const forget = database.prepare('DELETE FROM changes WHERE sequence <= ?');
  return {
    changesAfter: (sequence, limit) => read.all(sequence, limit) as unknown as readonly Change[],
    forgetUpTo: (sequence) => void forget.run(sequence),
  };
}

/** Removes what may be forgotten at `seconds` since 1970, as DynamoDB's time to live does. */
export function forgetExpired(database: DatabaseSync, seconds: number): void {
  database.prepare('DELETE FROM items WHERE forget_at < ?').run(seconds);
}

/** One item more than the limit where there are more. */
function find(
  prepare: (sql: string) => StatementSync,
  { pk, by, from, to, descending, limit, after }: Range,
): readonly Item[] {
  const [beyond, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const order = by === 'at' ? ['at', 'sk'] : ['sk'];
  const place = after && (after.at ?? after.sk);
  // The place of the cursor is a bound too: SQLite then finds it in the index instead of reading up to it.
  const [lower, upper] = descending ? [from, place ?? to] : [place ?? from, to];
  const conditions = ['pk = ?', `${by} >= ?`];
  const values: SQLInputValue[] = [pk, lower];
  const add = (condition: string, ...added: readonly string[]): void => {
    conditions.push(condition);
    values.push(...added);
  };
  if (upper !== undefined) add(`${by} <= ?`, upper);
  if (after)
    add(
      `(${order.join(', ')}) ${beyond} (${order.map(() => '?').join(', ')})`,
      ...(by === 'at' ? [place!, after.sk] : [place!]),
    );
  const rows = prepare(
    `SELECT * FROM items WHERE ${conditions.join(' AND ')} ORDER BY ${order.map((column) => `${column} ${direction}`).join(', ')} LIMIT ?`,
  ).all(...values, limit + 1);
  return rows.map((row) => itemOf(row as Row));
}

type Row = {
  readonly pk: string;
  readonly sk: string;
  readonly at: string | null;
  readonly revision: number | null;
  readonly forget_at: number | null;
  readonly data: string;
};

function itemOf({ pk, sk, at, revision, forget_at, data }: Row): Item {
  const item = {
    pk,
    sk,
    ...(at !== null && { at }),
    ...(revision !== null && { revision }),
    ...(forget_at !== null && { forgetAt: forget_at }),
  };
  return itemWith(item, data);
}
