// The life of stories under every fault: a hundred random lives; `npm run torture` lives thousands.

import fc from 'fast-check';
import { describe, it } from 'vitest';
import { arbitraryLife } from './arbitrary-life.ts';
import { runLife } from './run-life.ts';

describe('whatever is uploaded, delivered twice, late or out of order, and wherever a process dies', () => {
  it('the store, every channel and every document are as a careful sub-editor would have left them', { timeout: 110_000 }, async () => {
    await fc.assert(fc.asyncProperty(arbitraryLife(50), runLife), { numRuns: 100 });
  });
});
