// `copytaster channel offline|online|list`: takes a channel from its readers for a while. Its feeds are kept up behind that.

import type { Command } from 'commander';
import { everyChannel, setOffline } from '../../../shared/store/pointers.ts';
import type { Place } from './with-ground.ts';
import { addPlace, withStore } from './with-ground.ts';

export function addChannel(program: Command): void {
  const channel = program.command('channel').description('takes channels offline, and online again');
  addPlace(
    channel
      .command('offline <channel>')
      .description('readers get a 503 with the reason until it is online again')
      .option('--reason <text>', 'told to the readers'),
  ).action((name: string, { reason, ...place }: Place & { readonly reason?: string }) =>
    withStore(place, async ({ table, clock }) =>
      tell(
        await setOffline(table, name, { since: clock.now(), ...(reason !== undefined && { reason }) }),
        name,
        'offline',
      ),
    ),
  );
  addPlace(channel.command('online <channel>').description('readers get the feeds again')).action(
    (name: string, place: Place) =>
      withStore(place, async ({ table }) => tell(await setOffline(table, name, undefined), name, 'online')),
  );
  addPlace(channel.command('list').description('all channels, and which are offline')).action((place: Place) =>
    withStore(place, async ({ table }) => {
      for await (const { name, pointer } of everyChannel(table)) {
        const { offline, stories } = pointer;
        const state = offline
          ? `offline since ${offline.since}${offline.reason === undefined ? '' : `: ${offline.reason}`}`
          : 'online';
        process.stdout.write(`${name.padEnd(32)} ${String(stories).padStart(4)} stories  ${state}\n`);
      }
    }),
  );
}

function tell(known: boolean, name: string, state: string): void {
  if (known) return void process.stdout.write(`${name} is ${state}.\n`);
  process.stderr.write(`There is no channel ${name}.\n`);
  process.exitCode = 2;
}
