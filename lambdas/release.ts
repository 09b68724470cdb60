// Embargoes that have passed: called every minute, and until no more wait.

import { releaseEmbargoes } from '../shared/emit.ts';
import type { Ground } from '../shared/ground.ts';

export async function release(ground: Ground): Promise<void> {
  const released = await releaseEmbargoes(ground);
  if (released > 0) ground.log.info('embargoes-released', { stories: released });
}
