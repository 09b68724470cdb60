// `npm run fuzz [-- --runs N --seed S --schemas]`: spoils the golden inputs at random and looks whether everything that must hold does.
// A failure is written to .fuzz/ with its seed; the exit status is then 1.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutate, seeded } from './mutate.ts';
import { tryUpload } from './try-upload.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    schemas: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const firstSeed = Number(values.seed);

/** Slower than this is as bad as wrong. */
const longestMs = 2000;
const mostMemory = 1_500_000_000;

const stories = join(import.meta.dirname, '../stories');
const inputs = readdirSync(stories, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const file = readdirSync(join(stories, name)).find((each) => each.startsWith('input.'))!;
    return { name: file, of: name, bytes: new Uint8Array(readFileSync(join(stories, name, file))) };
  });
const all = inputs.map(({ bytes }) => bytes);

let [taken, refused, failures, slowest] = [0, 0, 0, 0];
const start = performance.now();
process.stdout.write(`${runs} runs over ${inputs.length} inputs, first seed ${firstSeed}\n`);
for (let run = 0; run < runs && failures < 20; run += 1) {
  const seed = firstSeed + run;
  const random = seeded(seed);
  const input = inputs[random(inputs.length)]!;
  const bytes = mutate(input.bytes, all, random);
  const began = performance.now();
  try {
    const tried = await tryUpload(bytes, input.name, values.schemas);
    taken += tried.stories;
    refused += tried.refused;
    const ms = performance.now() - began;
    slowest = Math.max(slowest, ms);
    if (ms > longestMs) throw new Error(`took ${Math.round(ms)} ms`);
    if (run % 500 === 0 && process.memoryUsage().rss > mostMemory)
      throw new Error(`needs ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  } catch (error) {
    failures += 1;
    mkdirSync('.fuzz', { recursive: true });
    writeFileSync(`.fuzz/${seed}-${input.name}`, bytes);
    process.stdout.write(
      `seed ${seed} (${input.of}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  }
  if ((run + 1) % 10_000 === 0)
    process.stdout.write(`${run + 1} runs, ${Math.round((run + 1) / ((performance.now() - start) / 1000))} a second\n`);
}
const { rss } = process.memoryUsage();
process.stdout.write(
  `${taken} stories taken, ${refused} refused, ${failures} failures, slowest ${Math.round(slowest)} ms, ${Math.round(rss / 1e6)} MB\n`,
);
process.exitCode = failures > 0 ? 1 : 0;
