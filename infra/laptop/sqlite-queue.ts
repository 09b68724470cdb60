// The queue on this machine, durable beside the table: it stands in for SQS with its dead letters.

import type { DatabaseSync } from 'node:sqlite';

export type Message = { readonly id: string; readonly body: string; readonly attempts: number };

export type Queue = {
  send(body: string): void;
  /** Up to `most` messages that are due; they are hidden for a while and come again unless deleted. */
  receive(most: number): readonly Message[];
  delete(id: string): void;
  /** Whether nothing waits, neither due nor hidden. */
  isEmpty(): boolean;
  /** Messages that failed too often. */
  deadLetters(): readonly Message[];
  /** Gives the dead letters another chance; answers how many. */
  redrive(): number;
};

/** A message that failed this often becomes a dead letter. */
const mostAttempts = 5;

/** A failed message waits a second, then two, four, eight. */
function hiddenMs(attempts: number): number {
  return 1000 * 2 ** (attempts - 1);
}

/** `now` in milliseconds since 1970. */
export function sqliteQueue(database: DatabaseSync, now: () => number): Queue {
  database.exec(`
    CREATE TABLE IF NOT EXISTS queue (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, dead INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX IF NOT EXISTS queue_due ON queue (dead, due);
  `);
  const send = database.prepare('INSERT INTO queue (body, due) VALUES (?, ?)');
  const bury = database.prepare('UPDATE queue SET dead = 1 WHERE dead = 0 AND due <= ? AND attempts >= ?');
  const due = database.prepare('SELECT id, body, attempts FROM queue WHERE dead = 0 AND due <= ? ORDER BY id LIMIT ?');
  const hide = database.prepare('UPDATE queue SET attempts = ?, due = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM queue WHERE id = ?');
  const waiting = database.prepare('SELECT count(*) AS n FROM queue WHERE dead = 0');
  const dead = database.prepare('SELECT id, body, attempts FROM queue WHERE dead = 1 ORDER BY id');
  const revive = database.prepare('UPDATE queue SET dead = 0, attempts = 0, due = ? WHERE dead = 1');
  return {
    send: (body) => void send.run(body, now()),
    receive(most) {
      const at = now();
      bury.run(at, mostAttempts);
      const rows = due.all(at, most).map(messageOf);
      for (const { id, attempts } of rows) hide.run(attempts + 1, at + hiddenMs(attempts + 1), Number(id));
      return rows;
    },
    delete: (id) => void remove.run(Number(id)),
    isEmpty: () => waiting.get()?.['n'] === 0,
    deadLetters: () => dead.all().map(messageOf),
    redrive: () => Number(revive.run(now()).changes),
  };
}

function messageOf(row: Record<string, unknown>): Message {
  return { id: String(row['id']), body: String(row['body']), attempts: Number(row['attempts']) };
}
