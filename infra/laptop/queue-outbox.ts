// The outbox on this machine: a queue beside the table, as SQS has one on AWS.

import type { Outbox } from '../../shared/ports.ts';
import type { Queue } from './sqlite-queue.ts';

/** Receipts are the messages' ids. */
export function queueOutbox(queue: Queue): Outbox {
  return {
    send: async (messages) => messages.forEach((message) => queue.send(message)),
    defer: async (receipt, seconds) => queue.hide(receipt, seconds),
  };
}
