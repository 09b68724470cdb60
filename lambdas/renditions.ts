// Media bucket → SQS → web renditions: every new original gets its smaller copies, in a function of its own so that taking in stories stays light.

import { isRejection } from '../shared/outcome.ts';
import { originalFolder, renditionKey } from '../shared/pictures/media-keys.ts';
import type { Ground } from '../shared/ground.ts';
import type { BatchResponse, QueueMessage } from './events.ts';
import { readNotification, readQueueEvent } from './events.ts';

/** Safe to repeat: the same original gives the same renditions under the same keys. */
export async function renditions(ground: Ground, event: unknown): Promise<BatchResponse> {
  const failed: string[] = [];
  // One after another: a large picture alone fills the memory.
  for (const message of readQueueEvent(event))
    if (!(await serveMessage(ground, message))) failed.push(message.messageId);
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function serveMessage(ground: Ground, { messageId, body }: QueueMessage): Promise<boolean> {
  try {
    for (const { key } of readNotification(body)) if (key.startsWith(originalFolder)) await makeFor(ground, key);
    return true;
  } catch (error) {
    ground.log.error('renditions-failed', { messageId, error: String(error) });
    return false;
  }
}

async function makeFor(ground: Ground, key: string): Promise<void> {
  const original = await ground.media.get(key);
  if (!original) return;
  // The codecs and the readers of metadata are half of the bundle, and needed only once there is a picture.
  const [{ openCodecs }, { makeRenditions }, { readWasm }] = await Promise.all([
    import('../shared/renditions/codecs.ts'),
    import('../shared/renditions/make-renditions.ts'),
    import('./read-wasm.ts'),
  ]);
  const codecs = await openCodecs(readWasm);
  const made = await makeRenditions(original.bytes, original.mediaType, {
    codecs,
    imagePixels: ground.settings.limits.imagePixels,
  });
  // The original stands in for renditions that cannot be made; trying again would not help.
  if (isRejection(made)) return ground.log.warn('no-renditions', { picture: key, reason: made.message });
  const stem = key.slice(originalFolder.length, key.lastIndexOf('.'));
  for (const { name, mediaType, bytes } of made) {
    const extension = mediaType === 'image/webp' ? 'webp' : 'jpg';
    await ground.media.put(renditionKey(`${stem}-${name.slice(name.indexOf('-') + 1)}.${extension}`), bytes, {
      mediaType,
    });
  }
  ground.log.info('renditions-made', { picture: key, renditions: made.length });
}
