// What a notification of the inbox tells of an upload, as the way in carries it.

import type { Arrival } from '../shared/upload.ts';
import { addresseeOf } from '../shared/upload.ts';
import type { ObjectChange } from './events.ts';

/** Consoles make empty objects that stand for folders; they are no uploads. */
export function isStory(key: string): boolean {
  return !key.endsWith('/');
}

export function arrivalOf({ key, bytes, version, sequencer, time }: ObjectChange): Arrival {
  return { ...addresseeOf(key), key, objectVersion: version, sequencer, bytes, receivedAt: time };
}
