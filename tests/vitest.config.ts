// How the tests run.

import { statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Processes are started and emulators spoken to: a loaded machine needs longer than the default.
    testTimeout: 20_000,
    // One more than there are processors: some files mostly wait for programs they started.
    maxWorkers: availableParallelism() + 1,
    // Files of one worker share what they import: nothing of ours keeps a state between calls that a test could see.
    isolate: false,
    env: { TMPDIR: memoryFolder() ?? tmpdir() },
    reporters: ['default', 'tests/closing-line.ts'],
  },
});

/** Linux's folder in memory, where it has a gigabyte free: a ground in it comes and goes three times as quick as on a disk. */
function memoryFolder(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 1e9 ? '/dev/shm' : undefined;
  } catch {
    return undefined;
  }
}
