// Opens the store a command is for, this machine's or a stage's on AWS, and closes it again, whatever happens.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Stage } from '../../../lambdas/aws/stage.ts';
import type { DeadLetters } from '../../../shared/dead-letters.ts';
import type { Ground } from '../../../shared/ground.ts';
import { laptopDeadLetters } from '../dead-letters.ts';
import { openGround } from '../ground.ts';

/** Where a command is to work: `--stage` goes before `--data`. */
export type Place = { readonly data: string; readonly stage?: string };

/** The two options of every command that may work on a stage. */
export function addPlace(command: Command): Command {
  return command
    .option('--data <dir>', 'the data folder of npm start', './.data')
    .option(
      '--stage <stage>',
      'a stage on AWS instead, in the region and with the credentials of the environment: prod',
    );
}

/** Complains in one line, with exit status 2, where there is no store. */
export async function withGround(data: string, run: (ground: Ground) => Promise<void>): Promise<void> {
  return withStore({ data }, run);
}

/** The same for either place. */
export async function withStore(
  { data, stage }: Place,
  run: (ground: Ground, deadLetters: DeadLetters) => Promise<void>,
): Promise<void> {
  if (stage !== undefined) return onStage(stage, ({ ground, deadLetters }) => run(ground, deadLetters));
  if (!existsSync(join(data, 'copytaster.sqlite')))
    return fail(`There is no store in ${data}; start the service once, or name its data folder with --data.`, 2);
  const { ground, queue, pictures, pushes, close } = openGround(data, 'http://localhost');
  try {
    await run(ground, laptopDeadLetters({ uploads: queue, pictures, pushes }));
  } finally {
    close();
  }
}

/** What AWS refuses is told in one line, with exit status 1. */
export async function onStage(stage: string, run: (stage: Stage) => Promise<void>): Promise<void> {
  try {
    // Loaded here, so that no other command waits for the SDK.
    const { openStage } = await import('../../../lambdas/aws/stage.ts');
    await run(await openStage(stage));
  } catch (error) {
    fail(
      error instanceof Error ? `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}` : String(error),
      1,
    );
  }
}

function fail(message: string, status: number): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = status;
}
