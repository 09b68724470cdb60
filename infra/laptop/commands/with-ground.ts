// Opens the store of this machine for one command and closes it again, whatever happens.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ground } from '../../../shared/ground.ts';
import { openGround } from '../ground.ts';

/** Complains in one line, with exit status 2, where there is no store. */
export async function withGround(data: string, run: (ground: Ground) => Promise<void>): Promise<void> {
  if (!existsSync(join(data, 'copytaster.sqlite'))) {
    process.stderr.write(`There is no store in ${data}; start the service once, or name its data folder with --data.\n`);
    process.exitCode = 2;
    return;
  }
  const { ground, close } = openGround(data, 'http://localhost');
  try {
    await run(ground);
  } finally {
    close();
  }
}
