// The queue on this machine, durable beside the table: it stands in for SQS with its dead letters. Messages come at least once.

import type { DatabaseSync } from 'node:sqlite';

export type Message = {
  readonly id: string;
  readonly body: string;
  /** How often it has been received, this time included. */
  readonly attempts: number;
};

export type Queue = {
  send(body: string): void;
  /** Up to `most` messages that are due, oldest first; they are hidden for a while and come again unless deleted. */
  receive(most: number): readonly Message[];
  delete(id: string): void;
  /** Hides a message that was received for so many seconds from now, instead of the queue's own while. */
  hide(id: string, seconds: number): void;
  /** Whether nothing waits, neither due nor hidden. */
  isEmpty(): boolean;
  /** Messages that failed too often. */
  deadLetters(): readonly Message[];
  /** Gives the dead letters another chance; answers how many. */
  redrive(): number;
};

const schema = (queue: string): string => `
  CREATE TABLE IF NOT EXISTS ${queue} (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, dead INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX IF NOT EXISTS ${queue}_due ON ${queue} (dead, due);
`;

/** One statement, so that no two processes receive a message at once. Hides for a second, then two, four, eight, sixteen. */
const receiveStatement = (queue: string): string => `
  UPDATE ${queue} SET attempts = attempts + 1, due = :now + 1000 * (1 << attempts)
  WHERE id IN (SELECT id FROM ${queue} WHERE dead = 0 AND due <= :now ORDER BY id LIMIT :most)
  RETURNING id, body, attempts
`;

/**
 * `now` in milliseconds since 1970; `queue` names the table, so that one file holds several queues.
 * A message that was received `mostAttempts` times and is due again becomes a dead letter.
 */
export function sqliteQueue(database: DatabaseSync, now: () => number, queue = 'queue', mostAttempts = 5): Queue {
  database.exec(`BEGIN IMMEDIATE; ${schema(queue)} COMMIT;`);
  const send = database.prepare(`INSERT INTO ${queue} (body, due) VALUES (?, ?)`);
  const bury = database.prepare(`UPDATE ${queue} SET dead = 1 WHERE dead = 0 AND due <= ? AND attempts >= ?`);
  const receive = database.prepare(receiveStatement(queue));
  const remove = database.prepare(`DELETE FROM ${queue} WHERE id = ?`);
  const hide = database.prepare(`UPDATE ${queue} SET due = ? WHERE id = ?`);
  const waiting = database.prepare(`SELECT count(*) AS n FROM ${queue} WHERE dead = 0`);
  const dead = database.prepare(`SELECT id, body, attempts FROM ${queue} WHERE dead = 1 ORDER BY id`);
  const revive = database.prepare(`UPDATE ${queue} SET dead = 0, attempts = 0, due = ? WHERE dead = 1`);
  return {
    send: (body) => void send.run(body, now()),
    receive(most) {
      bury.run(now(), mostAttempts);
      // SQLite returns the rows in no order.
      return receive
        .all({ now: now(), most })
        .map(messageOf)
        .sort((a, b) => Number(a.id) - Number(b.id));
    },
    delete: (id) => void remove.run(Number(id)),
    hide: (id, seconds) => void hide.run(now() + 1000 * seconds, Number(id)),
    isEmpty: () => waiting.get()?.['n'] === 0,
    deadLetters: () => dead.all().map(messageOf),
    redrive: () => Number(revive.run(now()).changes),
  };
}

function messageOf(row: Record<string, unknown>): Message {
  return { id: String(row['id']), body: String(row['body']), attempts: Number(row['attempts']) };
}
