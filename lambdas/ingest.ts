// S3 → SQS → receive. A message that could not be taken in for want of ground comes again; its neighbours do not.

import type { Ground } from '../shared/ground.ts';
import { receive } from '../shared/receive.ts';
import { withdraw } from '../shared/withdraw.ts';
import type { Arrival } from '../shared/upload.ts';
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
      if (isStory(object.key)) await (object.removed ? withdraw : receive)(ground, arrivalOf(object));
    }
    return true;
  } catch (error) {
    ground.log.error('ingest-failed', { messageId, error: String(error) });
    return false;
  }
}

/** Consoles make empty objects that stand for folders; they are no uploads. */
function isStory(key: string): boolean {
  return !key.endsWith('/');
}

/** `<desk>/<name>`; what lies outside any desk's folder belongs to the desk `inbox`. */
function arrivalOf({ key, bytes, version, sequencer, time }: ObjectChange): Arrival {
  const slash = key.indexOf('/');
  const [desk, name] = slash > 0 ? [key.slice(0, slash), key.slice(slash + 1)] : ['inbox', key];
  return { desk, name, key, objectVersion: version, sequencer, bytes, receivedAt: time };
}
