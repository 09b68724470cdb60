// Objects over SQLite: the feeds bucket of this machine. A story makes dozens of small renderings, and rows are written many times as quickly as files.
// They lie in the table's own file, so that no power cut leaves a pointer without the object it names.

import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { isObjectKey, requireObjectKey } from '../../shared/port-limits.ts';
import type { ListedObject, Objects } from '../../shared/ports.ts';

const pageSize = 1000;

/** `bucket` names the table, so that one file holds several buckets. Keeps no versions. */
export function sqliteObjects(database: DatabaseSync, bucket: string): Objects {
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${bucket} (key TEXT PRIMARY KEY, bytes BLOB NOT NULL, media_type TEXT NOT NULL, encoding TEXT, modified_at TEXT NOT NULL)`,
  );
  const read = database.prepare(`SELECT bytes, media_type, encoding, modified_at FROM ${bucket} WHERE key = ?`);
  const write = database.prepare(
    `INSERT OR REPLACE INTO ${bucket} (key, bytes, media_type, encoding, modified_at) VALUES (?, ?, ?, ?, ?)`,
  );
  const remove = database.prepare(`DELETE FROM ${bucket} WHERE key = ?`);
  const find = database.prepare(
    `SELECT key, length(bytes) AS bytes, modified_at AS modifiedAt FROM ${bucket} WHERE key >= ? AND key > ? ORDER BY key LIMIT ?`,
  );
  return {
    async get(key, version) {
      const row = version === undefined && isObjectKey(key) ? (read.get(key) as Row | undefined) : undefined;
      return (
        row && {
          bytes: row.bytes,
          mediaType: row.media_type,
          modifiedAt: row.modified_at,
          ...(row.encoding !== null && { encoding: row.encoding }),
        }
      );
    },
    async put(
      key,
      bytes,
      { mediaType, encoding = null }: { readonly mediaType: string; readonly encoding?: string | null },
    ) {
      requireObjectKey(key);
      write.run(key, bytes, mediaType, encoding, new Date().toISOString());
      // Nothing here ever waits: without a turn for others a run of renderings would keep every request waiting to its end.
      await setImmediate();
      return {};
    },
    async delete(key) {
      if (isObjectKey(key)) remove.run(key);
    },
    async list(prefix, cursor = '') {
      const found = find.all(prefix, cursor, pageSize + 1) as unknown as readonly ListedObject[];
      // Keys that share a prefix lie together.
      const end = found.findIndex(({ key }) => !key.startsWith(prefix));
      const wanted = end < 0 ? found : found.slice(0, end);
      const keys = wanted.slice(0, pageSize);
      return wanted.length > pageSize ? { keys, cursor: keys.at(-1)!.key } : { keys };
    },
  };
}

type Row = {
  readonly bytes: Uint8Array;
  readonly media_type: string;
  readonly encoding: string | null;
  readonly modified_at: string;
};
