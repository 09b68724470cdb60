// Why a message failed the last time before its queue set it aside: what an operator reads before giving it another chance.

import type { DeadLetterQueue as Queue } from '../dead-letters.ts';
import type { Table } from '../ports.ts';
import type { Instant } from '../story.ts';
import { lastErrorKey } from './keys.ts';

/** A day longer than the letters themselves. */
const keptSeconds = 15 * 86_400;

/** `error` as the log tells it. */
export async function noteLastError(
  table: Table,
  queue: Queue,
  message: string,
  error: string,
  now: Instant,
): Promise<void> {
  const forgetAt = Math.ceil(Date.parse(now) / 1000) + keptSeconds;
  await table.put({ ...lastErrorKey(queue, message), forgetAt, data: error.slice(0, longest) });
}

/** Characters. */
const longest = 2000;

/** `undefined` where none was kept. */
export async function readLastError(table: Table, queue: Queue, message: string): Promise<string | undefined> {
  return (await table.get(lastErrorKey(queue, message)))?.data as string | undefined;
}
