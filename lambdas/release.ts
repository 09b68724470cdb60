// Embargoes that have passed, stories whose time has ended, and kills that somebody has not pulled: called every minute.

import { endExpired, releaseEmbargoes } from '../shared/release.ts';
import type { Ground } from '../shared/ground.ts';
import { reportUnpulled } from '../shared/unpulled.ts';

export async function release(ground: Ground): Promise<void> {
  const released = await releaseEmbargoes(ground);
  if (released > 0) ground.log.info('embargoes-released', { stories: released });
  const ended = await endExpired(ground);
  if (ended > 0) ground.log.info('stories-expired', { stories: ended });
  await reportUnpulled(ground);
}
