// What docs/operations.md shows is what happens: each of its command lines on this machine, in order; and what they do to a service that runs.

import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { openGround } from '../infra/laptop/ground.ts';
import type { Laptop } from '../infra/laptop/laptop.ts';
import { startLaptop } from '../infra/laptop/laptop.ts';
import { openDatabase } from '../infra/laptop/sqlite-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'copytaster-operations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = resolve('infra/laptop/copytaster.ts');

async function start(name: string, samples: boolean): Promise<Laptop> {
  const port = await new Promise<number>((found) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
  const laptop = await startLaptop({
    inbox: join(folder, name, 'inbox'),
    data: join(folder, name, '.data'),
    port,
    samples,
  });
  await laptop.dropSamples();
  await laptop.settled();
  return laptop;
}

/** The command line while the service in this process goes on. */
async function run(name: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], { cwd: join(folder, name) });
  return stdout;
}

/** A letter to the queue that has failed too often already. */
function bury(name: string, key: string): void {
  const database = openDatabase(join(folder, name, '.data', 'copytaster.sqlite'));
  const body = JSON.stringify({ Records: [{ eventTime: '2026-11-24T10:00:00.000Z', s3: { object: { key } } }] });
  database.prepare('INSERT INTO queue (body, attempts, due, dead) VALUES (?, 5, 0, 1)').run(body);
  database.close();
}

/** `$ command` and what it prints. */
function shown(): readonly { readonly command: string; readonly output: string }[] {
  const blocks = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^```console\n([^]*?)^```$/gm)].map(
    ([, block]) => block!,
  );
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => ({ command: part.slice(0, part.indexOf('\n')), output: part.slice(part.indexOf('\n') + 1) })),
  );
}

/** Moments and keys differ from run to run. */
function settled(text: string): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<moment>')
    .replaceAll(/ct_[\w-]{43}/g, '<key>')
    .replaceAll(/under \d+$/gm, 'under <number>');
}

describe('docs/operations.md', { timeout: 60_000 }, () => {
  it('shows commands and what they print', async () => {
    await (await start('shown', true)).stop();
    bury('shown', 'newsflash/storm.txt');
    expect(shown().length).toBeGreaterThan(10);
    for (const { command, output } of shown()) {
      const typed = command.replace('npm run -s copytaster --', `"${process.execPath}" "${program}"`);
      const { status, stdout, stderr } = spawnSync('sh', ['-c', typed], {
        cwd: join(folder, 'shown'),
        encoding: 'utf8',
      });
      expect({ command, status, stderr, printed: settled(stdout) }).toEqual({
        command,
        status: 0,
        stderr: '',
        printed: settled(output),
      });
    }
  });
});

describe('an operator', { timeout: 60_000 }, () => {
  it('takes a channel offline in every format and on day pages, while its feeds are kept up', async () => {
    const laptop = await start('offline', true);
    const ask = (address: string, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(laptop.url + address, { headers });
    const before = await ask('/feeds/all.rss');
    const tag = before.headers.get('etag')!;
    expect(await run('offline', 'channel', 'offline', 'all', '--reason', 'Being checked.')).toBe('all is offline.\n');
    for (const address of ['rss', 'atom', 'json', 'newsml', 'ninjs']
      .map((format) => `/feeds/all.${format}`)
      .concat('/feeds/all.rss?day=2026-11-24', '/feeds/all.atom?since=2026-11-24T00:00:00Z')) {
      const answer = await ask(address, { 'if-none-match': tag });
      expect([address, answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([
        address,
        503,
        '300',
        'application/problem+json',
      ]);
      expect(await answer.json()).toMatchObject({
        title: 'Channel offline',
        status: 503,
        detail: expect.stringContaining('Being checked.') as string,
      });
    }
    expect((await ask('/feeds/language/en.rss')).status).toBe(200);
    mkdirSync(join(folder, 'offline', 'inbox', 'late'), { recursive: true });
    writeFileSync(
      join(folder, 'offline', 'inbox', 'late', 'late.txt'),
      'Headline: Told Behind the Curtain\n\nIt came meanwhile.\n',
    );
    await expect.poll(async () => (await ask('/feeds/desk/late.rss')).status, { timeout: 20_000 }).toBe(200);
    await laptop.settled();
    expect((await ask('/feeds/all.rss')).status).toBe(503);
    expect(await run('offline', 'channel', 'online', 'all')).toBe('all is online.\n');
    expect(await (await ask('/feeds/all.rss')).text()).toContain('Told Behind the Curtain');
    await laptop.stop();
  });

  it('has everything rendered again that the feeds store lost', async () => {
    const laptop = await start('lost', true);
    const page = (await (await fetch(`${laptop.url}/feeds/all.rss`)).text()).match(/\/stories\/\w+\.html/)![0];
    const addresses = ['/feeds/all.rss', '/feeds/section/emergency.newsml', page];
    const read = (): Promise<readonly [number, string][]> =>
      Promise.all(
        addresses.map(async (address) =>
          fetch(laptop.url + address).then(
            async (answer): Promise<[number, string]> => [answer.status, await answer.text()],
          ),
        ),
      );
    const before = await read();
    expect(before.map(([status]) => status)).toEqual([200, 200, 200]);
    const { ground, close } = openGround(join(folder, 'lost', '.data'), laptop.url);
    for (const { key } of (await ground.feeds.list('')).keys) await ground.feeds.delete(key);
    close();
    expect((await read()).map(([status]) => status)).toEqual([503, 503, 503]);
    await run('lost', 'rebuild', '--per-second', '1000');
    await laptop.settled();
    expect(await read()).toEqual(before);
    await laptop.stop();
  });

  it('gives a dead letter another try', async () => {
    const laptop = await start('dead', false);
    const { ground, close } = openGround(join(folder, 'dead', '.data'), laptop.url);
    await ground.inbox.put('newsflash/storm.txt', new TextEncoder().encode('Headline: Storm Passes\n\nIt passed.\n'), {
      mediaType: 'text/plain',
    });
    close();
    bury('dead', 'newsflash/storm.txt');
    const outcome = async (): Promise<unknown> => {
      const answer = await fetch(`${laptop.url}/receipts/newsflash/storm.txt`);
      return answer.status === 200
        ? (
            (await answer.json()) as {
              readonly outcomes: readonly { readonly outcome: string; readonly code?: string }[];
            }
          ).outcomes[0]
        : undefined;
    };
    await expect
      .poll(outcome, { timeout: 20_000 })
      .toMatchObject({
        code: 'set-aside',
        message: expect.stringContaining('npm run copytaster -- redrive') as string,
      });
    expect(await (await fetch(`${laptop.url}/desk`)).text()).toContain(
      '<span class="rejected">Set aside</span> It could not be taken in',
    );
    expect(await run('dead', 'redrive', '--list')).toMatch(
      /"newsflash\/storm\.txt" {2}failed 5 times[^]*1 letter waiting/,
    );
    expect(await run('dead', 'redrive')).toContain('1 letter put back.');
    await expect
      .poll(async () => (await fetch(`${laptop.url}/feeds/all.rss`)).text(), { timeout: 20_000 })
      .toContain('Storm Passes');
    expect(await run('dead', 'redrive', '--list')).toBe('0 letters waiting.\n');
    await expect.poll(outcome, { timeout: 20_000 }).toMatchObject({ outcome: 'stored' });
    await laptop.stop();
  });

  it('is told in one line of a channel or a file that is not there, and which lines of an import are none', async () => {
    await (await start('wrong', false)).stop();
    writeFileSync(join(folder, 'wrong', 'bad.ndjson'), 'no json\n{"x_copytaster":{}}\n\n[]\n');
    const failed = (...words: readonly string[]) => {
      const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
        cwd: join(folder, 'wrong'),
        encoding: 'utf8',
      });
      return { status, stderr };
    };
    expect(failed('channel', 'offline', 'nowhere')).toEqual({ status: 2, stderr: 'There is no channel nowhere.\n' });
    expect(failed('rebuild', 'nowhere')).toEqual({ status: 2, stderr: 'There is no channel nowhere.\n' });
    expect(failed('import', 'none.ndjson')).toEqual({ status: 2, stderr: "none.ndjson can't be read (ENOENT).\n" });
    expect(failed('redrive', '--queue', 'letters').status).toBe(2);
    const bad = failed('import', 'bad.ndjson');
    expect(bad.status).toBe(3);
    expect(bad.stderr.trim().split('\n')).toEqual([
      'bad.ndjson, line 1: This is no JSON.',
      expect.stringMatching(/^bad\.ndjson, line 2: This is no exported story: /),
      expect.stringMatching(/^bad\.ndjson, line 4: This is no exported story: /),
    ]);
  });
});
