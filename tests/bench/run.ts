// `npm run bench [name...]`: how fast the parts are on this machine. Figures, no verdicts: machines differ.

import { benchColdStart } from './cold-start.ts';
import { benchCredits } from './credits.ts';
import { benchFormats } from './formats.ts';
import { benchLoad } from './load.ts';
import { benchRendering } from './rendering.ts';
import { benchUnchanged } from './unchanged.ts';

const benches: ReadonlyMap<string, () => void | Promise<void>> = new Map([
  ['cold-start', benchColdStart],
  ['credits', benchCredits],
  ['formats', benchFormats],
  ['rendering', benchRendering],
  ['unchanged', benchUnchanged],
  ['load', benchLoad],
]);

const wanted = process.argv.slice(2);
for (const [name, bench] of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  await bench();
}
