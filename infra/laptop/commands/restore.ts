// `copytaster restore`: what a table restored from a backup holds, back into a stage's own.

import type { Command } from 'commander';
import { onStage } from './with-ground.ts';

export function addRestore(program: Command): void {
  program
    .command('restore <table>')
    .description('copies every item of a table that AWS restored from a backup into a stage’s table')
    .requiredOption('--stage <stage>', 'the stage on AWS: prod')
    .action((table: string, { stage }: { readonly stage: string }) =>
      onStage(stage, async ({ restoreFrom }) => {
        process.stdout.write(`${await restoreFrom(table)} items restored. Now: copytaster rebuild --stage ${stage}\n`);
      }),
    );
}
