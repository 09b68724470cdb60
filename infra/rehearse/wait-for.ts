// Patience with an end.

import { setTimeout as pause } from 'node:timers/promises';

/** Asks ten times a second. Throws when it takes longer. */
export async function waitFor(what: string, seconds: number, isThere: () => Promise<boolean>): Promise<void> {
  for (const over = performance.now() + seconds * 1000; !(await isThere()); await pause(100)) {
    if (performance.now() > over) throw new Error(`${seconds} seconds were not enough for ${what}.`);
  }
}
