// `copytaster export` and `copytaster import`: all stories as lines of JSON, and into another stage.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { exportStories, importStory } from '../../../shared/carry-over.ts';
import { folderObjects } from '../folder-objects.ts';
import type { Place } from './with-ground.ts';
import { addPlace, withStore } from './with-ground.ts';

type CarryOptions = Place & { readonly media?: string };

export function addCarryOver(program: Command): void {
  addPlace(
    program
      .command('export')
      .description('prints every story in its newest version, one line of ninjs each, held and killed ones too')
      .option('--media <dir>', 'copies their pictures into this folder'),
  ).action(({ media, ...place }: CarryOptions) =>
    withStore(place, (ground) => {
      const pictures = media === undefined ? undefined : folderObjects(media);
      return pipeline(Readable.from(exportStories(ground, pictures, tellNotExported)), process.stdout, { end: false });
    }),
  );
  addPlace(
    program
      .command('import <file...>')
      .description('takes exported stories in; what is newer here stays')
      .option('--media <dir>', 'takes their pictures from this folder'),
  ).action((files: readonly string[], { media, ...place }: CarryOptions) =>
    withStore(place, async (ground) => {
      const pictures = media === undefined ? undefined : folderObjects(media);
      const counts = { stored: 0, unchanged: 0, superseded: 0, refused: 0 };
      for await (const { file, number, line } of linesOf(files)) {
        const imported = await importStory(ground, line, pictures).catch(refusedFor);
        counts[typeof imported === 'string' ? imported : 'refused'] += 1;
        if (typeof imported !== 'string') process.stderr.write(`${file}, line ${number}: ${imported.refused}\n`);
      }
      process.stdout.write(
        `${counts.stored} stored, ${counts.unchanged} unchanged, ${counts.superseded} older than what stands here, ${counts.refused} refused.\n`,
      );
      if (counts.refused > 0) process.exitCode = 3;
    }),
  );
}

function refusedFor(error: unknown): { readonly refused: string } {
  return { refused: `It could not be taken in: ${String(error)}` };
}

function tellNotExported(uri: string, error: unknown): void {
  process.stderr.write(`${uri} could not be exported: ${String(error)}\n`);
  process.exitCode = 3;
}

type Line = { readonly file: string; readonly number: number; readonly line: string };

/** A file that can't be read is complained of, with exit status 2; the others are read. */
async function* linesOf(files: readonly string[]): AsyncGenerator<Line> {
  for (const file of files) {
    let number = 0;
    try {
      for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
        number += 1;
        if (line.trim() !== '') yield { file, number, line };
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      process.stderr.write(`${file} can't be read (${code}).\n`);
      process.exitCode = 2;
    }
  }
}
