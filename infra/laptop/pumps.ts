// What SQS, DynamoDB Streams and EventBridge do on AWS: bring events of the same shapes to the same handlers, and bring them again when that failed.

import { setTimeout as pause } from 'node:timers/promises';
import type { BatchResponse } from '../../lambdas/events.ts';
import { ingest } from '../../lambdas/ingest.ts';
import { publish } from '../../lambdas/publish.ts';
import { push } from '../../lambdas/push.ts';
import { release } from '../../lambdas/release.ts';
import { renditions } from '../../lambdas/renditions.ts';
import type { Ground } from '../../shared/ground.ts';
import type { Queue } from './sqlite-queue.ts';
import type { ChangeLog } from './sqlite-table.ts';

/** Something that is done whenever there is reason to, one run at a time. */
export type Pump = {
  /** There is something to do. */
  wake(): void;
  /** Resolves when the run under way has ended; nothing starts any more. */
  stop(): Promise<void>;
};

/** `run` answers whether there may be more to do at once. It is called when woken, and every `everyMs` besides. */
export function startPump(run: () => Promise<boolean>, everyMs: number, failed: (error: unknown) => void): Pump {
  let stopped = false;
  let woken = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopped) {
      woken = new AbortController();
      const more = await run().catch((error: unknown) => (failed(error), false));
      if (!more && !stopped) await pause(everyMs, undefined, { signal: woken.signal }).catch(() => undefined);
    }
  };
  const ended = loop();
  return {
    wake: () => woken.abort(),
    async stop() {
      stopped = true;
      woken.abort();
      await ended;
    },
  };
}

/** Queue → ingest: up to ten messages at a time; what failed comes again a little later, and after five times goes to the dead letters. */
export function pumpQueue(ground: Ground, queue: Queue): () => Promise<boolean> {
  return pumpMessages(queue, 10, (event) => ingest(ground, event));
}

/** Originals → web renditions, one at a time. */
export function pumpPictures(ground: Ground, pictures: Queue): () => Promise<boolean> {
  return pumpMessages(pictures, 1, (event) => renditions(ground, event));
}

/** Outbox → hubs and webhooks, ten at a time. */
export function pumpPushes(ground: Ground, pushes: Queue): () => Promise<boolean> {
  return pumpMessages(pushes, 10, (event) => push(ground, event));
}

function pumpMessages(
  queue: Queue,
  most: number,
  handle: (event: unknown) => Promise<BatchResponse>,
): () => Promise<boolean> {
  return async () => {
    const messages = queue.receive(most);
    if (messages.length === 0) return false;
    const Records = messages.map(({ id, body, attempts }) => ({
      messageId: id,
      receiptHandle: id,
      body,
      attributes: { ApproximateReceiveCount: String(attempts) },
    }));
    const { batchItemFailures } = await handle({ Records });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const { id } of messages) if (!failed.has(id)) queue.delete(id);
    return true;
  };
}

/** How long a change may go on failing before it is set aside, as the stream's on-failure destination does on AWS: longer than a full disk or a locked file lasts by itself. */
const patienceMs = 60_000;

/** A story leaves some thirty rows, and the more stories in a batch, the fewer times each feed is rendered. */
const largestBatch = 5000;

/** Change log → publish: a batch at a time, together with what failed; what keeps failing is set aside, so that it never blocks its neighbours. */
export function pumpChanges(ground: Ground, changes: ChangeLog): () => Promise<boolean> {
  let failingSince: number | undefined;
  return async () => {
    const batch = changes.changesAfter(0, largestBatch);
    if (batch.length === 0) return false;
    const Records = batch.map(({ sequence, pk, sk }) => ({
      dynamodb: { SequenceNumber: String(sequence), Keys: { pk: { S: pk }, sk: { S: sk } } },
    }));
    const { batchItemFailures } = await publish(ground, { Records });
    const failed = batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier));
    const now = Date.parse(ground.clock.now());
    failingSince = failed.length > 0 ? (failingSince ?? now) : undefined;
    if (failingSince !== undefined && now - failingSince < patienceMs) return false;
    for (const sequence of failed)
      ground.log.error('change-set-aside', { change: batch.find((row) => row.sequence === sequence) });
    failingSince = undefined;
    changes.forgetUpTo(batch.at(-1)!.sequence);
    return true;
  };
}

/** Embargoes, to the second. */
export function pumpEmbargoes(ground: Ground): () => Promise<boolean> {
  return async () => {
    await release(ground);
    return false;
  };
}

/** Items whose time is over, as DynamoDB's time to live forgets them. */
export function pumpForgetting(forget: (seconds: number) => void, ground: Ground): () => Promise<boolean> {
  return async () => {
    forget(Math.floor(Date.parse(ground.clock.now()) / 1000));
    return false;
  };
}
