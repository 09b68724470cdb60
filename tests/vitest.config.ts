// How the tests run.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Processes are started and emulators spoken to: a loaded machine needs longer than the default.
    testTimeout: 20_000,
    reporters: ['default', 'tests/closing-line.ts'],
  },
});
