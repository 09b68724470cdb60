// What is sent: the shipped samples with the seed story, the golden stories of the tests, and then what corrects and kills some of the samples.

import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../../shared/settings.ts';

export type Piece = {
  /** Behind the desk: `northlight/museum-theft.txt`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether a story in it names itself; the others are named after desk and upload. */
  readonly hasGuid?: boolean;
};

export const seedStory = 'newsflash/russia-japan-missile-tests.txt';
export const correctedStory = 'harbour-wire/bakery-prices.txt';
export const killedStory = 'northlight/museum-theft.txt';

const samples = fileURLToPath(new URL('../laptop/samples/', import.meta.url));
const golden = fileURLToPath(new URL('../../tests/stories/', import.meta.url));

export function firstRound(): readonly Piece[] {
  return [...readSamples('first'), ...readGolden()];
}

/** A correction and a kill. */
export function secondRound(): readonly Piece[] {
  return readSamples('then');
}

function readSamples(round: 'first' | 'then'): readonly Piece[] {
  return filesIn(`${samples}${round}/*/*`).map((file) => ({
    name: relative(`${samples}${round}`, file).replaceAll('\\', '/'),
    bytes: readFileSync(file),
  }));
}

function readGolden(): readonly Piece[] {
  return filesIn(`${golden}*/input.*`).map((file) => ({
    name: basename(dirname(file)) + extname(file),
    bytes: readFileSync(file),
    hasGuid: hasGuid(dirname(file)),
  }));
}

/** Read from the story that is expected: minted uris begin with our own authority. */
function hasGuid(folder: string): boolean {
  const expected = JSON.parse(readFileSync(join(folder, 'stories.json'), 'utf8')) as readonly {
    readonly uri?: string;
  }[];
  return expected.some(({ uri }) => uri !== undefined && !uri.startsWith(`tag:${defaultSettings.tagAuthority}:`));
}

function filesIn(pattern: string): readonly string[] {
  return globSync(pattern).sort();
}
