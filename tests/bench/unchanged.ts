// How many requests for an unchanged feed one laptop process answers a second, beside a bare node:http server measured in turn with it.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runLaptop, waitFor } from '../running-laptop.ts';
import type { Measured } from './measure.ts';
import { tell } from './measure.ts';

const run = promisify(execFile);
const rounds = 5;

export async function benchUnchanged(): Promise<void> {
  await using laptop = await runLaptop();
  const feed = `${laptop.url}/feeds/all.rss`;
  await fetch(`${laptop.url}/inbox/desk/story.txt`, {
    method: 'PUT',
    body: 'Headline: Ferries stop\n\nThe harbour closed at noon.\n',
  });
  await waitFor('the feed', async () => (await fetch(feed)).ok);
  const { headers } = await fetch(feed, { headers: { 'accept-encoding': 'gzip' } });
  const tag = headers.get('etag')!;
  const shown = [
    'etag',
    'last-modified',
    'cache-control',
    'vary',
    'x-content-type-options',
    'referrer-policy',
    'content-security-policy',
  ];
  const bare = spawn(
    process.execPath,
    [file('bare-server.ts'), JSON.stringify(Object.fromEntries(shown.map((name) => [name, headers.get(name) ?? ''])))],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const [port] = (await once(bare.stdout, 'data')) as [Buffer];
    const floor = `http://localhost:${String(port).trim()}/feeds/all.rss`;
    const rates: { readonly ours: number; readonly bare: number }[] = [];
    for (let round = 0; round < rounds; round += 1)
      rates.push({ ours: await ask(feed, tag), bare: await ask(floor, tag) });
    tell('304 from the laptop', 'answers', summary(rates.map(({ ours }) => ours)));
    tell('304 from a bare node:http server', 'answers', summary(rates.map((rate) => rate.bare)));
  } finally {
    bare.kill();
  }
}

async function ask(address: string, tag: string): Promise<number> {
  const { stdout } = await run(process.execPath, [file('ask-again.ts'), address, tag, '1.5']);
  return Number(stdout);
}

function summary(rates: readonly number[]): Measured {
  const sorted = rates.toSorted((a, b) => a - b);
  return { perSecond: sorted[Math.floor(rounds / 2)]!, lowest: sorted[0]!, highest: sorted.at(-1)! };
}

function file(name: string): string {
  return join(import.meta.dirname, name);
}
