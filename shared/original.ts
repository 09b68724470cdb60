// The upload that a story came from, to be read again.

import type { Ground } from './ground.ts';
import type { Source } from './story.ts';
import type { Arrival } from './upload.ts';
import { addresseeOf } from './upload.ts';

/** As the event announced it then; `undefined` when its bytes are gone. */
export async function originalOf(
  ground: Ground,
  { key, objectVersion, receivedAt, sequencer }: Pick<Source, 'key' | 'objectVersion' | 'receivedAt' | 'sequencer'>,
): Promise<Arrival | undefined> {
  const object = await ground.inbox.get(key, objectVersion);
  return object && { ...addresseeOf(key), key, objectVersion, sequencer, receivedAt, bytes: object.bytes.length };
}
