// Embargoes that have passed and stories whose time has ended: called every minute, and until no more wait.

import { endExpired, releaseEmbargoes } from '../shared/emit.ts';
import type { Ground } from '../shared/ground.ts';

export async function release(ground: Ground): Promise<void> {
  const released = await releaseEmbargoes(ground);
  if (released > 0) ground.log.info('embargoes-released', { stories: released });
  const ended = await endExpired(ground);
  if (ended > 0) ground.log.info('stories-expired', { stories: ended });
}
