// `copytaster rebuild`: all feeds, or those of some channels, again from the table.

import type { Command } from 'commander';
import { askToRebuild } from '../../../shared/rebuild.ts';
import { readRate } from './rate.ts';
import type { Place } from './with-ground.ts';
import { addPlace, withStore } from './with-ground.ts';

export function addRebuild(program: Command): void {
  const command = program
    .command('rebuild [channel...]')
    .description('has feeds rendered again from the table; without a channel all of them, and the pages of all stories')
    .option('--per-second <n>', 'channels and stories a second at most', readRate, 20);
  addPlace(command).action(
    (asked: readonly string[], { perSecond, ...place }: Place & { readonly perSecond: number }) =>
      withStore(place, async (ground) => {
        const { channels, stories, unknown, failed } = await askToRebuild(ground, { channels: asked, perSecond });
        process.stdout.write(
          `The publishers render ${channels} ${channels === 1 ? 'channel' : 'channels'} and ${stories} ${stories === 1 ? 'story' : 'stories'} again.\n`,
        );
        for (const name of unknown) process.stderr.write(`There is no channel ${name}.\n`);
        for (const { name, error } of failed) process.stderr.write(`${name} could not be marked: ${error}\n`);
        if (failed.length > 0) process.exitCode = 3;
        if (unknown.length > 0) process.exitCode = 2;
      }),
  );
}
