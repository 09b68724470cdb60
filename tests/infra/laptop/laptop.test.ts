// The laptop as its user meets it: a process, a folder, and HTTP.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const running: { readonly process: ChildProcess; readonly folder: string }[] = [];

afterEach(() => {
  for (const { process: child, folder } of running.splice(0)) {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

type Started = {
  readonly process: ChildProcess;
  readonly folder: string;
  readonly url: string;
  output(): string;
  ended: Promise<number | null>;
};

function start(folder: string, port: number, ...more: readonly string[]): Started {
  const child = spawn(process.execPath, [
    'infra/laptop/start.ts',
    '--inbox',
    join(folder, 'inbox'),
    '--data',
    join(folder, 'data'),
    '--port',
    String(port),
    ...more,
  ]);
  let output = '';
  child.stdout.on('data', (data: Buffer) => void (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => void (output += data.toString()));
  running.push({ process: child, folder });
  return {
    process: child,
    folder,
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    ended: new Promise((resolve) => void child.once('exit', resolve)),
  };
}

async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await look().catch(() => undefined);
    if (found) return found;
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  throw new Error('It never came.');
}

const feed = ({ url }: Started, name = 'all.rss'): Promise<string> =>
  fetch(`${url}/feeds/${name}`).then((response) => response.text());
const askWith = ({ url }: Started, target: string): Promise<string> =>
  new Promise((resolve, reject) =>
    get({ host: '127.0.0.1', port: new URL(url).port, path: target }, (response) => resolve(text(response))).once(
      'error',
      reject,
    ),
  );
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'copytaster-laptop-'));

describe('npm start', { timeout: 30_000 }, () => {
  it('takes in the samples, corrects one, kills one, refuses one, and says where everything is', async () => {
    const laptop = start(newFolder(), await freePort());
    const rss = await until(async () => {
      const text = await feed(laptop);
      return text.includes('Correction') && text.includes('Killed') && text;
    });
    expect(rss).toContain('Russia Now At Loggerheads With Japan');
    expect(rss).toContain('Ministry of Defense of Russia/Newsflash');
    expect(rss).not.toContain('We don’t spam');
    expect(rss).not.toContain('Viking silver, Northlight has learned');
    expect(laptop.output()).toContain('/feeds/all.rss');
    expect(laptop.output()).toContain('bad-status');
    // As clients of a proxy ask.
    expect(await askWith(laptop, `${laptop.url}/feeds/all.rss?limit=1`)).toContain('<rss');
  });

  it('publishes a file dropped into the inbox and one sent over HTTP, keeps them over a restart, and ends cleanly', async () => {
    const folder = newFolder();
    const port = await freePort();
    const first = start(folder, port, '--no-samples');
    await until(async () => (await fetch(first.url)).ok);
    mkdirSync(join(folder, 'inbox', 'desk'), { recursive: true });
    writeFileSync(join(folder, 'inbox', 'desk', 'dropped.txt'), 'Headline: Dropped\n\nA file was dropped.');
    // What lies in no desk's folder is nobody's, but not nothing.
    writeFileSync(join(folder, 'inbox', 'loose.txt'), 'Headline: Loose\n\nA file was dropped outside.');
    await until(async () => (await feed(first)).includes('Dropped'));
    await until(async () => (await feed(first)).includes('Loose'));
    expect((await fetch(`${first.url}/receipts/inbox/loose.txt`)).status).toBe(200);
    const sent = await fetch(`${first.url}/inbox/desk/sent.txt`, {
      method: 'PUT',
      body: 'Headline: Sent\n\nA story was sent.',
    });
    expect(sent.status).toBe(202);
    const receipt = await until(async () => {
      const response = await fetch(`${first.url}${sent.headers.get('location')}`);
      return response.ok && ((await response.json()) as { outcomes: readonly unknown[] });
    });
    expect(receipt.outcomes).toMatchObject([{ outcome: 'stored', version: 1 }]);
    const before = await until(async () => {
      const text = await feed(first);
      return text.includes('Sent') && text;
    });
    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);
    const second = start(folder, port);
    expect(await until(() => feed(second))).toBe(before);
    expect(second.output()).not.toContain('stored');
  });

  it('says in one line that the port is taken, a folder can’t be written, or an option is wrong', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => void taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');
    const attempts = [
      { attempt: start(folder, port), says: new RegExp(`port ${port}`), code: 1 },
      { attempt: start(join(folder, 'file'), await freePort()), says: /folder .* can't be written/, code: 1 },
      { attempt: start(folder, await freePort(), '--prot', '1'), says: /unknown option '--prot'/, code: 2 },
      { attempt: start(folder, 99_999), says: /whole number from 1 to 65535/, code: 2 },
    ];
    for (const { attempt, says, code } of attempts) {
      expect(await attempt.ended).toBe(code);
      expect(attempt.output()).toMatch(says);
      expect(attempt.output().trim().split('\n')).toHaveLength(1);
    }
    taken.close();
  });
});
