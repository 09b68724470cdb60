// Outbox → hubs and partners' webhooks, in a function of its own so that a partner that does not answer holds up nobody.

import type { Ground } from '../shared/ground.ts';
import type { Post } from '../shared/push/deliver.ts';
import { deliver, mostDeliveries, waits } from '../shared/push/deliver.ts';
import { noteLastError } from '../shared/store/last-errors.ts';
import type { BatchResponse, QueueMessage } from './events.ts';
import { readPushJob, readQueueEvent } from './events.ts';
import { makePost } from './post.ts';

/** What could not be delivered comes again after a while that grows with each attempt. `post` for tests of names that resolve elsewhere. */
export async function push(
  ground: Ground,
  event: unknown,
  post = makePost(ground.settings.localPush),
): Promise<BatchResponse> {
  const messages = readQueueEvent(event);
  const delivered = await Promise.all(messages.map((message) => isDone(ground, post, message)));
  return {
    batchItemFailures: messages
      .filter((_, place) => !delivered[place])
      .map(({ messageId }) => ({ itemIdentifier: messageId })),
  };
}

async function isDone(
  ground: Ground,
  post: Post,
  { messageId, body, receiptHandle, attributes }: QueueMessage,
): Promise<boolean> {
  try {
    await deliver(ground, post, readPushJob(body));
    return true;
  } catch (error) {
    const attempt = Number(attributes.ApproximateReceiveCount);
    ground.log.warn('push-failed', { messageId, attempt, error: String(error) });
    if (attempt >= mostDeliveries) await keepError(ground, messageId, error);
    // Where that fails too it comes again when the queue's own time is up.
    await ground.outbox?.defer(receiptHandle, waits[attempt - 1] ?? 0).catch(() => undefined);
    return false;
  }
}

/** For the operator who finds the message among the dead letters. Where that fails the log has it alone. */
async function keepError({ table, clock }: Ground, messageId: string, error: unknown): Promise<void> {
  await noteLastError(table, 'pushes', messageId, String(error), clock.now()).catch(() => undefined);
}
