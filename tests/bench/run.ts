// `npm run bench [name...]`: how fast the parts are on this machine. Figures, no verdicts: machines differ.

import { benchCredits } from './credits.ts';
import { benchFormats } from './formats.ts';

const benches: ReadonlyMap<string, () => void | Promise<void>> = new Map([
  ['credits', benchCredits],
  ['formats', benchFormats],
]);

const wanted = process.argv.slice(2);
for (const [name, bench] of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  await bench();
}
