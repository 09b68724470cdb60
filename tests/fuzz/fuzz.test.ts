// A short run of the fuzzer, always the same: `npm run fuzz` looks at a hundred thousand.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutate, seeded } from './mutate.ts';
import { tryUpload } from './try-upload.ts';

const stories = join(import.meta.dirname, '../stories');
const inputs = readdirSync(stories, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const file = readdirSync(join(stories, name)).find((each) => each.startsWith('input.'))!;
    return { name: file, bytes: new Uint8Array(readFileSync(join(stories, name, file))) };
  });

describe('a spoiled upload', () => {
  it('is taken or refused, never thrown, and what is taken comes out valid', { timeout: 60_000 }, async () => {
    let outcomes = 0;
    for (let seed = 1; seed <= 1000; seed += 1) {
      const random = seeded(seed);
      const input = inputs[random(inputs.length)]!;
      const { stories: taken, refused } = await tryUpload(
        mutate(
          input.bytes,
          inputs.map(({ bytes }) => bytes),
          random,
        ),
        input.name,
        seed % 10 === 0,
      ).catch((error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error });
      });
      outcomes += taken + refused;
    }
    expect(outcomes).toBeGreaterThanOrEqual(1000);
  });

  it('is spoiled alike by the same seed', () => {
    const spoil = (): Uint8Array => mutate(inputs[0]!.bytes, [inputs[1]!.bytes], seeded(7));
    expect(spoil()).toEqual(spoil());
  });
});
