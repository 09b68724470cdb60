// `copytaster redrive`: what failed too often, and another try for it.

import type { Command } from 'commander';
import { Option } from 'commander';
import type { DeadLetter, DeadLetterQueue } from '../../../shared/dead-letters.ts';
import { deadLetterQueues } from '../../../shared/dead-letters.ts';
import { readNotification, readPushJob } from '../../../lambdas/events.ts';
import type { Place } from './with-ground.ts';
import { addPlace, withStore } from './with-ground.ts';

type RedriveOptions = Place & { readonly list?: true; readonly queue?: DeadLetterQueue };

export function addRedrive(program: Command): void {
  const command = program
    .command('redrive')
    .description('gives uploads, pictures and pushes that failed too often another try')
    .option('--list', 'shows them and changes nothing')
    .addOption(new Option('--queue <name>', 'only those of this queue').choices(deadLetterQueues));
  addPlace(command).action(({ list, queue, ...place }: RedriveOptions) =>
    withStore(place, async (_ground, deadLetters) => {
      const queues = queue === undefined ? deadLetterQueues : [queue];
      let letters = 0;
      for await (const letter of list ? deadLetters.list(queues) : deadLetters.redrive(queues)) {
        letters += 1;
        process.stdout.write(`${tell(letter)}\n`);
      }
      process.stdout.write(`${letters} ${letters === 1 ? 'letter' : 'letters'} ${list ? 'waiting' : 'put back'}.\n`);
      if (!list && queue === 'changes') process.stdout.write('Changes can’t be put back: copytaster rebuild publishes what they would have.\n');
    }),
  );
}

/** Why it failed stands in the log, under the same number. */
function tell({ queue, id, body, attempts }: DeadLetter): string {
  const { keys, since } = toldBy(queue, body);
  return `${queue.padEnd(8)}  ${since.padEnd(24)}  ${keys}  ${attempts === undefined ? 'set aside' : `failed ${attempts} times`}; in the log under ${id}`;
}

/** Whom a push was for, or the keys a notification names. */
function toldBy(queue: DeadLetterQueue, body: string): { readonly keys: string; readonly since: string } {
  try {
    if (queue === 'pushes') {
      const job = readPushJob(body);
      return { keys: job.kind === 'event' ? `${job.partner} ${job.uri}` : job.hub, since: '-' };
    }
    const changes = readNotification(body);
    return { keys: changes.map(({ key }) => JSON.stringify(key)).join(', ') || '-', since: changes[0]?.time ?? '-' };
  } catch {
    return { keys: 'no notification', since: '-' };
  }
}
