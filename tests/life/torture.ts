// `npm run torture [-- --runs N --seed S]`: thousands of random lives, then a laptop that is killed again and again under load.

import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { arbitraryLife } from './arbitrary-life.ts';
import { killAgainAndAgain } from './killed-laptop.ts';
import { runLife } from './run-life.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    stories: { type: 'string', default: '2000' },
  },
});

process.stdout.write(`${values.runs} lives, seed ${values.seed}\n`);
const start = performance.now();
await fc.assert(fc.asyncProperty(arbitraryLife(50), runLife), {
  numRuns: Number(values.runs),
  seed: Number(values.seed),
});
process.stdout.write(
  `${values.runs} lives as the model says, in ${Math.round((performance.now() - start) / 1000)} s\n`,
);
await killAgainAndAgain(Number(values.stories), Number(values.seed));
