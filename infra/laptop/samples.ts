// The shipped samples: dropped into a new inbox, so that the first start has something to show. The second round corrects and kills some of the first.

import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = (round: 'first' | 'then'): string => fileURLToPath(new URL(`samples/${round}`, import.meta.url));

/** Copies the samples into the inbox folder; `settled` resolves when what lies there has been taken in. */
export async function dropSamples(inbox: string, settled: () => Promise<void>): Promise<void> {
  await cp(folder('first'), inbox, { recursive: true, force: false });
  await settled();
  await cp(folder('then'), inbox, { recursive: true, force: true });
  await settled();
}
