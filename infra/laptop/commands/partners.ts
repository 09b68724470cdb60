// `copytaster partners add|list|rotate|revoke|usage`: who may come in by a key, on this machine's store.

import type { Command } from 'commander';
import { addPartner, listPartners, revokePartner, rotateKey } from '../../../shared/store/partners.ts';
import { listUsage } from '../../../shared/store/usage.ts';
import type { Ground } from '../../../shared/ground.ts';
import { withGround } from './with-ground.ts';

type AddOptions = { readonly data: string; readonly desk?: true; readonly channels: string; readonly formats?: string; readonly embargoed?: true };

export function addPartners(program: Command): void {
  const partners = program.command('partners').description('partners and desks that come in by a key');
  partners
    .command('add <name>')
    .description('makes a key, which is shown this once')
    .option('--channels <patterns>', 'channels it may read, divided by commas: all,section/*', '')
    .option('--formats <endings>', 'formats it may read: rss,newsml; without it all')
    .option('--embargoed', 'may read stories before their embargo passes')
    .option('--desk', 'a desk: uploads, reads its receipts and corrects its stories')
    .option('--data <dir>', 'the data folder of npm start', './.data')
    .action((name: string, options: AddOptions) => withGround(options.data, (ground) => add(ground, name, options)));
  simple(partners, 'list', 'who has a key', async (ground) => {
    for (const { name, kind, channels, formats, embargoed, keys } of await listPartners(ground.table)) {
      say(`${name.padEnd(24)} ${kind.padEnd(8)} ${(channels.join(',') || '-').padEnd(32)} ${formats?.join(',') ?? 'all formats'}${embargoed ? ', embargoed' : ''}, ${keys.length} key${keys.length === 1 ? '' : 's'}`);
    }
  });
  named(partners, 'rotate', 'makes a new key; the old one works for another week', async (ground, name) => {
    const key = await rotateKey(ground.table, name, ground.clock.now());
    return key === undefined ? unknown(name) : say(key);
  });
  named(partners, 'revoke', 'lets the partner in no more', async (ground, name) => ((await revokePartner(ground.table, name)) ? say(`${name} has no key any more.`) : unknown(name)));
  named(partners, 'usage', 'what the partner pulled, day by day', async (ground, name) => {
    const usage = await listUsage(ground.table, name);
    if (usage.length === 0) say(`${name} has pulled nothing yet.`);
    for (const { day, channel, pulls, lastPullAt } of usage) say(`${day}  ${String(pulls).padStart(8)}  ${channel.padEnd(32)} last ${lastPullAt}`);
  });
}

async function add(ground: Ground, name: string, { desk, channels, formats, embargoed }: AddOptions): Promise<void> {
  if (!/^[\p{L}\p{N}_.-]{1,64}$/u.test(name)) return complain('A name is letters, digits, dots and dashes, at most 64.');
  const list = (text: string): readonly string[] => text.split(',').map((part) => part.trim()).filter((part) => part !== '');
  if (!desk && list(channels).length === 0) return complain('Say which channels it may read: --channels all,section/*');
  const key = await addPartner(ground.table, { name, kind: desk ? 'desk' : 'partner', channels: list(channels), ...(formats !== undefined && { formats: list(formats) }), embargoed: embargoed === true }, ground.clock.now());
  return key === undefined ? complain(`There is a ${name} already; rotate its key, or revoke it first.`) : say(key);
}

function simple(parent: Command, name: string, description: string, run: (ground: Ground) => Promise<void>): void {
  parent.command(name).description(description).option('--data <dir>', 'the data folder of npm start', './.data').action(({ data }: { readonly data: string }) => withGround(data, run));
}

function named(parent: Command, name: string, description: string, run: (ground: Ground, partner: string) => Promise<void>): void {
  parent.command(`${name} <name>`).description(description).option('--data <dir>', 'the data folder of npm start', './.data').action((partner: string, { data }: { readonly data: string }) => withGround(data, (ground) => run(ground, partner)));
}

function unknown(name: string): void {
  complain(`There is no partner ${name}.`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}
