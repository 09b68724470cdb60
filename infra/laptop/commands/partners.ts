// `copytaster partners add|list|rotate|revoke|usage|webhook|unpulled`: who may come in by a key and is told of changes, on this machine or a stage.

import type { Command } from 'commander';
import { formats, formatsOnRequest } from '../../../shared/publish/formats.ts';
import { addPartner, listPartners, readPartner, revokePartner, rotateKey } from '../../../shared/store/partners.ts';
import { listUsage } from '../../../shared/store/usage.ts';
import { removeWebhook, rotateSecret, setWebhook } from '../../../shared/store/webhooks.ts';
import { objectionTo } from '../../../shared/push/outside-address.ts';
import { listUnpulled } from '../../../shared/unpulled.ts';
import type { Ground } from '../../../shared/ground.ts';
import type { Place } from './with-ground.ts';
import { addPlace, withStore } from './with-ground.ts';

const allFormats = [...formats, ...formatsOnRequest];

type AddOptions = Place & {
  readonly desk?: true;
  readonly channels: string;
  readonly formats?: string;
  readonly embargoed?: true;
};
type HookOptions = Place & { readonly rotate?: true; readonly remove?: true };

export function addPartners(program: Command): void {
  const partners = program.command('partners').description('partners and desks that come in by a key');
  const adding = partners
    .command('add <name>')
    .description('makes a key, which is shown this once')
    .option('--channels <patterns>', 'channels it may read, divided by commas: all,section/*', '')
    .option('--formats <endings>', 'formats it may read: rss,newsml; without it all')
    .option('--embargoed', 'may read stories before their embargo passes')
    .option('--desk', 'a desk: uploads, reads its receipts and corrects its stories');
  addPlace(adding).action((name: string, options: AddOptions) =>
    withStore(options, (ground) => add(ground, name, options)),
  );
  simple(partners, 'list', 'who has a key', async (ground) => {
    for (const { name, kind, channels, formats, embargoed, keys, webhook } of await listPartners(ground.table)) {
      say(
        `${name.padEnd(24)} ${kind.padEnd(8)} ${(channels.join(',') || '-').padEnd(32)} ${formats?.join(',') ?? 'all formats'}${embargoed ? ', embargoed' : ''}, ${keys.length} key${keys.length === 1 ? '' : 's'}${webhook ? `, webhook${webhook.goneAt === undefined ? '' : ` gone since ${webhook.goneAt}`}` : ''}`,
      );
    }
  });
  named(partners, 'rotate', 'makes a new key; the old one works for another week', async (ground, name) => {
    const key = await rotateKey(ground.table, name, ground.clock.now());
    return key === undefined ? unknown(name) : say(key);
  });
  named(partners, 'revoke', 'lets the partner in no more', async (ground, name) =>
    (await revokePartner(ground.table, name)) ? say(`${name} has no key any more.`) : unknown(name),
  );
  named(partners, 'usage', 'what the partner pulled, day by day', async (ground, name) => {
    if (!(await readPartner(ground.table, name))) return unknown(name);
    const usage = await listUsage(ground.table, name);
    if (usage.length === 0) say(`${name} has pulled nothing yet.`);
    for (const { day, channel, pulls, lastPullAt } of usage)
      say(`${day}  ${String(pulls).padStart(8)}  ${channel.padEnd(32)} last ${lastPullAt}`);
  });
  const hooking = partners
    .command('webhook <name> [address]')
    .description('where the partner is told of changes; makes a secret that signs, which is shown this once')
    .option('--rotate', 'makes a new secret; for another week events are signed with both')
    .option('--remove', 'tells the partner no more');
  addPlace(hooking).action((name: string, address: string | undefined, options: HookOptions) =>
    withStore(options, (ground) => hook(ground, name, address, options)),
  );
  simple(partners, 'unpulled', 'who has not pulled a kill of the last day within an hour', async (ground) => {
    const unpulled = await listUnpulled(ground);
    if (unpulled.length === 0) say('Every kill that is an hour old has been pulled.');
    for (const { partner, channel, kill, lastPullAt } of unpulled)
      say(
        `${partner.padEnd(24)} ${channel.padEnd(32)} killed ${kill.killedAt}  last pull ${lastPullAt ?? 'never'}  ${kill.uri}`,
      );
  });
}

/** The address is checked again whenever it is called: here a mistake is told to whoever made it. */
async function hook(
  { table, clock, settings }: Ground,
  name: string,
  address: string | undefined,
  { rotate, remove }: HookOptions,
): Promise<void> {
  if ([rotate, remove, address].filter(Boolean).length !== 1)
    return complain('Give one: an address, --rotate or --remove.');
  if ((await readPartner(table, name))?.kind !== 'partner') return unknown(name);
  if (remove)
    return (await removeWebhook(table, name))
      ? say(`${name} is told of nothing any more.`)
      : complain(`${name} has no webhook.`);
  const objection = address === undefined ? undefined : objectionTo(address, settings.localPush);
  if (objection !== undefined) return complain(objection);
  const secret =
    address === undefined ? await rotateSecret(table, name, clock.now()) : await setWebhook(table, name, address);
  return secret === undefined ? complain(`${name} has no webhook.`) : say(secret);
}

async function add(ground: Ground, name: string, { desk, channels, formats, embargoed }: AddOptions): Promise<void> {
  if (!/^[\p{L}\p{N}_.-]{1,64}$/u.test(name))
    return complain('A name is letters, digits, dots and dashes, at most 64.');
  const list = (text: string): readonly string[] =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  if (!desk && list(channels).length === 0) return complain('Say which channels it may read: --channels all,section/*');
  const [endings, known] = [
    formats === undefined ? undefined : list(formats),
    allFormats.map(({ extension }) => extension),
  ];
  const stranger = endings?.find((ending) => !known.includes(ending));
  if (stranger !== undefined) return complain(`There is no format ${stranger}; there are ${known.join(', ')}.`);
  const key = await addPartner(
    ground.table,
    {
      name,
      kind: desk ? 'desk' : 'partner',
      channels: list(channels),
      ...(endings && { formats: endings }),
      embargoed: embargoed === true,
    },
    ground.clock.now(),
  );
  return key === undefined ? complain(`There is a ${name} already; rotate its key, or revoke it first.`) : say(key);
}

function simple(parent: Command, name: string, description: string, run: (ground: Ground) => Promise<void>): void {
  addPlace(parent.command(name).description(description)).action((place: Place) => withStore(place, run));
}

function named(
  parent: Command,
  name: string,
  description: string,
  run: (ground: Ground, partner: string) => Promise<void>,
): void {
  addPlace(parent.command(`${name} <name>`).description(description)).action((partner: string, place: Place) =>
    withStore(place, (ground) => run(ground, partner)),
  );
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
