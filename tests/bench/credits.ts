// Credits and bylines a second, on one core: the statements of our own tests, as they repeat all day (then most are remembered), and with a new name in each.

import { readFileSync } from 'node:fs';
import { builtInAuthority } from '../../shared/normalise/authority.ts';
import { parseByline } from '../../shared/normalise/parse-byline.ts';
import { parseCredit } from '../../shared/normalise/parse-credit.ts';
import { measure, tell } from './measure.ts';

export function benchCredits(): void {
  const credits = statements('credits');
  const bylines = statements('bylines');
  tell(
    'credits, as they repeat',
    'credits',
    measure(() => run(credits, (text) => parseCredit(text, builtInAuthority))),
  );
  const fresh = newNames(credits);
  tell(
    'credits, a new name in each',
    'credits',
    measure(() => run(fresh(500), (text) => parseCredit(text, builtInAuthority))),
  );
  for (const [what, part] of hostile)
    tell(
      `100 KB of ${what}`,
      'lines',
      measure(() =>
        run([part.repeat(100_000 / part.length)], (text) => [
          parseCredit(text, builtInAuthority),
          parseByline(text, builtInAuthority),
        ]),
      ),
    );
  tell(
    '1,000 characters of brackets and slashes',
    'credits',
    measure(() => run(['(a/'.repeat(333)], (text) => parseCredit(text, builtInAuthority))),
  );
  tell(
    'bylines',
    'bylines',
    measure(() => run(bylines, (text) => parseByline(text, builtInAuthority))),
  );
}

/** A line of one part over and over: what makes careless patterns run for minutes. */
const hostile: readonly (readonly [string, string])[] = [
  ['slashes', 'a/'],
  ['brackets', '('],
  ['names', 'Jane Roe and '],
  ['initials', 'A. '],
  ['prefixes', 'Photo by '],
];

function run(texts: readonly string[], parse: (text: string) => unknown): number {
  for (const text of texts) parse(text);
  return texts.length;
}

/** Inputs of the strings tests: what stands before the arrow. */
function statements(name: string): readonly string[] {
  const rows = readFileSync(new URL(`../strings/${name}.txt`, import.meta.url), 'utf8').split('\n');
  return rows.filter((row) => row !== '' && !row.startsWith('#')).map((row) => row.split(' => ')[0]!.trim());
}

const syllables = ['ka', 'ro', 'mi', 'ne', 'lu', 'ta', 'so', 'vi', 'ra', 'be', 'do', 'fi'];

/** The statements that name "Jane Roe" or the like, with names never seen before. */
function newNames(credits: readonly string[]): (count: number) => readonly string[] {
  const named = credits.filter((text) => /\bJane Roe\b/.test(text));
  let seed = 1;
  const random = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff) % below;
  const word = (): string =>
    [0, 1, 2]
      .map(() => syllables[random(syllables.length)])
      .join('')
      .replace(/^./, (letter) => letter.toUpperCase());
  return (count) =>
    Array.from({ length: count }, () => named[random(named.length)]!.replace(/\bJane Roe\b/, `${word()} ${word()}`));
}
