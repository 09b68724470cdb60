// S3 → SQS → receive. A message that could not be taken in for want of ground comes again; its neighbours do not.

import { mostTries } from '../shared/dead-letters.ts';
import { describeError } from '../shared/describe-error.ts';
import type { Ground } from '../shared/ground.ts';
import { isReadAgainOrder, readOrder } from '../shared/read-again.ts';
import { receive } from '../shared/receive.ts';
import { replayStory } from '../shared/replay.ts';
import { withdraw } from '../shared/withdraw.ts';
import type { Arrival } from '../shared/upload.ts';
import { arrivalOf, isStory } from './arrivals.ts';
import { giveUp } from './dead-uploads.ts';
import type { BatchResponse, ObjectChange, QueueMessage } from './events.ts';
import { readNotification, readQueueEvent } from './events.ts';

/** Bytes. What is larger takes some ten times as much memory while it is read. */
const large = 5_000_000;

export async function ingest(ground: Ground, event: unknown): Promise<BatchResponse> {
  const messages = readQueueEvent(event);
  const inTurn = takeTurns();
  const done = await Promise.all(messages.map((message) => takeIn(ground, message, inTurn)));
  return {
    batchItemFailures: messages
      .filter((_, index) => !done[index])
      .map(({ messageId }) => ({ itemIdentifier: messageId })),
  };
}

type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Each begins when the one before has ended, well or not: several large uploads at once would fill the function's memory. */
function takeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function takeIn(ground: Ground, message: QueueMessage, inTurn: Turns): Promise<boolean> {
  const { messageId, body, attributes } = message;
  try {
    for (const object of readNotification(body)) {
      if (!isStory(object.key)) continue;
      const read = (): Promise<unknown> => handlerOf(object)(ground, arrivalOf(object));
      await (object.bytes > large ? inTurn(read) : read());
    }
    return true;
  } catch (error) {
    ground.log.error('ingest-failed', { messageId, ...describeError(error) });
    if (Number(attributes.ApproximateReceiveCount) >= mostTries) await giveUp(ground, message, error);
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
