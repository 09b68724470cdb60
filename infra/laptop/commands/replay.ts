// `copytaster replay`: originals again through receive, after a rule or table changed; `copytaster edit`: a correction by hand.

import type { Command } from 'commander';
import type { ReplayChange, ReplayOrder, ReplayReport } from '../../../shared/replay.ts';
import { replay, replayStory } from '../../../shared/replay.ts';
import { readCorrections } from '../../../shared/serve/corrections.ts';
import { changeEdits } from '../../../shared/store/edits.ts';
import { readHead } from '../../../shared/store/stories.ts';
import { readRate } from './rate.ts';
import { withGround } from './with-ground.ts';

type ReplayOptions = {
  readonly data: string;
  readonly prefix?: string;
  readonly after?: string;
  readonly perSecond: number;
  readonly dryRun?: true;
};

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('reads originals again; a story gets a new version only where something reads otherwise')
    .option('--prefix <key>', 'only uploads whose key begins so: newsflash/2026/')
    .option('--after <uri>', 'goes on behind this story')
    .option('--per-second <n>', 'stories a second at most', readRate, 20)
    .option('--dry-run', 'shows what would change and changes nothing')
    .option('--data <dir>', 'the data folder of npm start', './.data')
    .action(({ data, dryRun, ...order }: ReplayOptions) =>
      withGround(data, async (ground) => {
        let isOver = false;
        // Whoever stops it is told where it can go on.
        process.once('SIGINT', () => void (isOver = true));
        tell(
          await replay(ground, {
            ...order,
            dryRun: dryRun === true,
            isOver: () => isOver,
            changed: tellChange,
          } satisfies ReplayOrder),
          dryRun === true,
        );
      }),
    );
  program
    .command('edit <uri> <json>')
    .description(
      'corrects a story by hand: {"headline":"…","section":"…","byline":"…","status":"canceled","pictures":{"picture-1":{"credit":"…"}}}; null takes a correction back',
    )
    .option('--data <dir>', 'the data folder of npm start', './.data')
    .action((uri: string, json: string, { data }: { readonly data: string }) =>
      withGround(data, async (ground) => {
        const head = await readHead(ground.table, uri);
        const corrections = readCorrections(json);
        if (!head) return complain(`There is no story ${uri}.`);
        if (typeof corrections === 'string') return complain(corrections);
        const edits = await changeEdits(ground.table, uri, (before) =>
          corrections({ ...before, by: head.desk, at: ground.clock.now() }),
        );
        if (!(await replayStory(ground, uri)))
          process.stderr.write(
            'The original is no longer in the inbox: the correction is kept and counts from the next upload on.\n',
          );
        process.stdout.write(
          `${JSON.stringify({ uri, version: (await readHead(ground.table, uri))?.version, edits })}\n`,
        );
      }),
    );
}

function tell({ read, changed, missing, failed = [], after }: ReplayReport, isDry: boolean): void {
  for (const uri of missing) process.stdout.write(`${uri}: the original is no longer in the inbox\n`);
  for (const { uri, error } of failed) process.stderr.write(`${uri} could not be read again: ${error}\n`);
  if (failed.length > 0) process.exitCode = 3;
  process.stdout.write(
    `${read} stories read, ${changed.length} ${isDry ? 'would change' : 'changed'}, ${missing.length} without original.${after === undefined ? '' : ` Go on with --after ${after}`}\n`,
  );
}

function tellChange({ uri, version, fields }: ReplayChange): void {
  process.stdout.write(`${uri} version ${version}: ${fields.join(', ')}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}
