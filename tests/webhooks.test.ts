// A whole laptop that pushes, set up on the command line, and a partner that checks what comes with the code of docs/push.md.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Call } from './outside.ts';
import { openOutside } from './outside.ts';
import type { RunningLaptop } from './running-laptop.ts';
import { runLaptop, waitFor } from './running-laptop.ts';

type Verify = (
  secret: string,
  headers: Call['headers'],
  body: string,
) => { readonly type: string; readonly data: { readonly headline?: string } };

/** The example as it stands in the documentation. */
async function documentedVerify(): Promise<Verify> {
  const example = /### Verify the signature\n\n```js\n([\s\S]*?)```/.exec(readFileSync('docs/push.md', 'utf8'))![1]!;
  return ((await import(`data:text/javascript,${encodeURIComponent(example)}`)) as { readonly verify: Verify }).verify;
}

function partners(
  { folder }: RunningLaptop,
  ...words: readonly string[]
): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['infra/laptop/copytaster.ts', 'partners', ...words, '--data', join(folder, 'data')],
    { encoding: 'utf8' },
  );
  return { status, out: stdout.trim(), err: stderr.trim() };
}

function drop({ folder }: RunningLaptop, name: string, copy: string): void {
  mkdirSync(join(folder, 'inbox', 'north'), { recursive: true });
  writeFileSync(join(folder, 'inbox', 'north', name), copy);
}

describe('a laptop', { timeout: 60_000 }, () => {
  it('pushes to a partner, who verifies it as documented, also while the secret changes', async () => {
    const verify = await documentedVerify();
    await using outside = await openOutside();
    await using laptop = await runLaptop();
    expect(partners(laptop, 'add', 'herald', '--channels', 'all').status).toBe(0);
    const set = partners(laptop, 'webhook', 'herald', `${outside.url}/hook`);
    expect(set).toMatchObject({ status: 0, out: expect.stringMatching(/^whsec_\S{44}$/) as string });
    const rotated = partners(laptop, 'webhook', 'herald', '--rotate');
    expect(partners(laptop, 'list').out).toMatch(/^herald .*, webhook$/);
    drop(laptop, 'a.txt', 'Headline: Apples Ripen Early\n\nThe apples are ripe.');
    await waitFor('the event', async () => outside.calls.length === 1);
    const [{ headers, body }] = outside.calls as [Call];
    for (const secret of [set.out, rotated.out])
      expect(verify(secret, headers, body)).toMatchObject({
        type: 'story.published',
        data: { headline: 'Apples Ripen Early' },
      });
    expect(() => verify(set.out, headers, body.replace('Early', 'Late'))).toThrow('Wrong signature.');
    expect(() => verify(`whsec_${'A'.repeat(43)}=`, headers, body)).toThrow('Wrong signature.');
    expect(() =>
      verify(set.out, { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 600) }, body),
    ).toThrow('Too old');
    expect(() => verify(set.out, {}, body)).toThrow('not signed');
    expect(partners(laptop, 'webhook', 'herald', '--remove').out).toBe('herald is told of nothing any more.');
    expect(partners(laptop, 'unpulled').out).toBe('Every kill that is an hour old has been pulled.');
  });

  it('says in a sentence what is wrong with a webhook', async () => {
    await using laptop = await runLaptop();
    partners(laptop, 'add', 'herald', '--channels', 'all');
    partners(laptop, 'add', 'north', '--desk');
    for (const [words, complaint] of [
      [['webhook', 'nobody', 'https://herald.example/'], 'There is no partner nobody.'],
      [['webhook', 'north', 'https://herald.example/'], 'There is no partner north.'],
      [['webhook', 'herald'], 'Give one: an address, --rotate or --remove.'],
      [['webhook', 'herald', 'https://herald.example/', '--remove'], 'Give one: an address, --rotate or --remove.'],
      [['webhook', 'herald', '--rotate'], 'herald has no webhook.'],
      [['webhook', 'herald', '--remove'], 'herald has no webhook.'],
      [['webhook', 'herald', 'http://herald.example/'], 'An address must begin with https://.'],
      [['webhook', 'herald', 'https://10.0.0.1/'], 'The address 10.0.0.1 is not on the public internet.'],
      [['webhook', 'herald', 'herald.example'], 'This is no address.'],
    ] as const) {
      expect(partners(laptop, ...words), words.join(' ')).toEqual({ status: 2, out: '', err: complaint });
    }
  });
});
