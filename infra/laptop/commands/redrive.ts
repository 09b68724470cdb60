// `copytaster redrive`: what failed too often, and another try for it.

import type { Command } from 'commander';
import { Option } from 'commander';
import type { DeadLetterQueue } from '../../../shared/dead-letters.ts';
import { deadLetterQueues } from '../../../shared/dead-letters.ts';
import { linesOf } from './dead-letter-lines.ts';
import type { Place } from './with-ground.ts';
import { addPlace, withStore } from './with-ground.ts';

type RedriveOptions = Place & { readonly list?: true; readonly queue?: DeadLetterQueue };

export function addRedrive(program: Command): void {
  const command = program
    .command('redrive')
    .description('gives uploads, pictures and pushes that failed too often another try')
    .option('--list', 'shows them, and why they failed, and changes nothing')
    .addOption(new Option('--queue <name>', 'only those of this queue').choices(deadLetterQueues));
  addPlace(command).action(({ list, queue, ...place }: RedriveOptions) =>
    withStore(place, async ({ table }, deadLetters) => {
      const queues = queue === undefined ? deadLetterQueues : [queue];
      let letters = 0;
      for await (const letter of list ? deadLetters.list(queues) : deadLetters.redrive(queues)) {
        letters += 1;
        process.stdout.write(`${await linesOf(table, letter)}\n`);
      }
      process.stdout.write(`${letters} ${letters === 1 ? 'letter' : 'letters'} ${list ? 'waiting' : 'put back'}.\n`);
      if (!list && queue === 'changes')
        process.stdout.write('Changes can’t be put back: copytaster rebuild publishes what they would have.\n');
    }),
  );
}
