// S3 → SQS → receive. A message that could not be taken in for want of ground comes again; its neighbours do not.

import type { Ground } from '../shared/ground.ts';
import { isReadAgainOrder, readOrder } from '../shared/read-again.ts';
import { receive } from '../shared/receive.ts';
import { replayStory } from '../shared/replay.ts';
import { withdraw } from '../shared/withdraw.ts';
import type { Arrival } from '../shared/upload.ts';
import { addresseeOf } from '../shared/upload.ts';
import type { BatchResponse, ObjectChange, QueueMessage } from './events.ts';
import { readNotification, readQueueEvent } from './events.ts';

export async function ingest(ground: Ground, event: unknown): Promise<BatchResponse> {
  const messages = readQueueEvent(event);
  const done = await Promise.all(messages.map((message) => takeIn(ground, message)));
  return { batchItemFailures: messages.filter((_, index) => !done[index]).map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

async function takeIn(ground: Ground, { messageId, body }: QueueMessage): Promise<boolean> {
  try {
    for (const object of readNotification(body)) {
      if (isStory(object.key)) await handlerOf(object)(ground, arrivalOf(object));
    }
    return true;
  } catch (error) {
    ground.log.error('ingest-failed', { messageId, error: String(error) });
    return false;
  }
}

function handlerOf(object: ObjectChange): (ground: Ground, arrival: Arrival) => Promise<unknown> {
  if (isReadAgainOrder(object.key)) return carryOut;
  return object.removed ? withdraw : receive;
}

async function carryOut(ground: Ground, order: Arrival): Promise<void> {
  const uri = await readOrder(ground, order);
  if (uri !== undefined) await replayStory(ground, uri);
}

/** Consoles make empty objects that stand for folders; they are no uploads. */
function isStory(key: string): boolean {
  return !key.endsWith('/');
}

function arrivalOf({ key, bytes, version, sequencer, time }: ObjectChange): Arrival {
  return { ...addresseeOf(key), key, objectVersion: version, sequencer, bytes, receivedAt: time };
}
