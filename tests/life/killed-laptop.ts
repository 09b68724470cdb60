// The laptop's process killed with -9 at random moments while thousands of stories come in, and started again each time:
// at the end every upload has one receipt, every story its newest version, and the feeds are right.

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openGround } from '../../infra/laptop/ground.ts';
import { serve } from '../../lambdas/serve.ts';
import type { Ground } from '../../shared/ground.ts';
import type { Receipt } from '../../shared/outcome.ts';
import { documentId } from '../../shared/publish/document-id.ts';
import { listDesks, listReceipts } from '../../shared/store/receipts.ts';
import { readHead, readStory } from '../../shared/store/stories.ts';
import { seeded } from '../fuzz/mutate.ts';

const versionsOf = (story: number): number => 1 + (story % 3);
const textOf = (story: number, version: number): string =>
  `Headline: Story ${story} comes in version ${version}\n\nThe body of story ${story} in version ${version}.\n`;
const keyOf = (story: number): string => `desk-${story % 7}/story-${story}.txt`;

export async function killAgainAndAgain(stories: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'copytaster-torture-'));
  const random = seeded(seed);
  const port = await freePort();
  const began = performance.now();
  let kills = 0;
  let laptop = start(folder, port);
  try {
    for (let round = 1; round <= 3; round += 1) {
      for (let story = 0; story < stories; story += 1) {
        if (versionsOf(story) >= round) drop(folder, keyOf(story), textOf(story, round));
        if (random(120) === 0) {
          await pause(random(400));
          laptop.kill('SIGKILL');
          kills += 1;
          laptop = start(folder, port);
        }
        if (story % 25 === 0) await pause(10);
      }
      // The next version of a file must be a later state of it; the folder shows one state at a time.
      await settled(laptop, folder, port, stories, round);
    }
    laptop.kill('SIGTERM');
    await new Promise((resolve) => laptop.once('exit', resolve));
    const problems = await check(folder, stories);
    process.stdout.write(
      `${stories} stories, ${kills} kills, ${Math.round((performance.now() - began) / 1000)} s: ${problems.length === 0 ? 'every receipt, version and feed is right' : problems.slice(0, 10).join('; ')}\n`,
    );
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    laptop.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(folder: string, port: number): ChildProcess {
  return spawn(
    process.execPath,
    [
      'infra/laptop/start.ts',
      '--no-samples',
      '--inbox',
      join(folder, 'inbox'),
      '--data',
      join(folder, 'data'),
      '--port',
      String(port),
    ],
    { stdio: 'ignore' },
  );
}

function drop(folder: string, key: string, text: string): void {
  const file = join(folder, 'inbox', key);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until the last upload of the round has its receipt and the feed has shown it, and nothing changes any more. */
async function settled(
  laptop: ChildProcess,
  folder: string,
  port: number,
  stories: number,
  round: number,
): Promise<void> {
  let last = '';
  for (let quiet = 0, waited = 0; quiet < 6; waited += 1) {
    await pause(500);
    if (waited > 1200) throw new Error(`Nothing settles after round ${round}.`);
    if (laptop.exitCode !== null) throw new Error('The laptop ended by itself.');
    const answer = await fetch(`http://localhost:${port}/feeds/all.rss`)
      .then(async (response) => `${response.headers.get('etag')}`)
      .catch(() => 'none');
    const receipts = await Promise.all(
      [0, Math.floor(stories / 2), stories - 1].map((story) =>
        fetch(`http://localhost:${port}/receipts/${keyOf(story)}`)
          .then((response) => response.status)
          .catch(() => 0),
      ),
    );
    const state = `${answer} ${receipts.join()}`;
    quiet = state === last && receipts.every((status) => status === 200) && nothingWaits(folder) ? quiet + 1 : 0;
    last = state;
  }
}

/** The store is looked into beside the running process: on a slow machine a feed may stand still while changes wait. */
function nothingWaits(folder: string): boolean {
  const { queue, changes, close } = openGround(join(folder, 'data'), 'http://localhost');
  try {
    return queue.isEmpty() && changes.changesAfter(0, 1).length === 0;
  } finally {
    close();
  }
}

type Received = ReadonlyMap<string, ReadonlyMap<string, readonly Receipt[]>>;

/** By desk and name. */
async function everyReceipt(ground: Ground): Promise<Received> {
  const received = new Map<string, Map<string, Receipt[]>>();
  for (const desk of await listDesks(ground.table)) {
    const names = new Map<string, Receipt[]>();
    received.set(desk, names);
    let cursor: string | undefined;
    do {
      const page = await listReceipts(ground.table, desk, 500, cursor);
      for (const receipt of page.receipts) names.set(receipt.name, [...(names.get(receipt.name) ?? []), receipt]);
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return received;
}

/** The headlines that whoever walks a channel's pages is shown, from its head back to its first day. */
async function everyShown(ground: Ground): Promise<ReadonlyMap<string, readonly string[]>> {
  const shown = new Map<string, readonly string[]>();
  for (const channel of ['all', ...(await listDesks(ground.table)).map((desk) => `desk/${desk}`)]) {
    const titles: string[] = [];
    let address: string | undefined = `/feeds/${channel}.rss`;
    for (let isHead = true; address !== undefined; isHead = false) {
      const [rawPath = '', rawQueryString = ''] = address.split('?');
      const { body } = await serve(ground, {
        rawPath,
        rawQueryString,
        headers: {},
        requestContext: { http: { method: 'GET' } },
      });
      const text = Buffer.from(body, 'base64').toString('utf8');
      const found = [...text.matchAll(/<item>\s*<title>([^<]*)/g)].map((match) => match[1]!);
      // The head repeats what the day pages hold.
      if (!isHead) titles.push(...found);
      address = /rel="prev-archive"[^>]*href="https?:\/\/[^/"]+([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    shown.set(channel, titles);
  }
  return shown;
}

async function check(folder: string, stories: number): Promise<readonly string[]> {
  const problems: string[] = [];
  const { ground, queue, changes, close } = openGround(join(folder, 'data'), 'http://localhost');
  try {
    if (!queue.isEmpty()) problems.push('uploads still wait');
    if (changes.changesAfter(0, 1).length > 0) problems.push('changes still wait');
    if (queue.deadLetters().length > 0) problems.push(`${queue.deadLetters().length} dead letters`);
    const received = await everyReceipt(ground);
    const shown = await everyShown(ground);
    for (let story = 0; story < stories; story += 1) {
      const key = keyOf(story);
      const [desk = '', name = ''] = key.split('/');
      const uri = `tag:copytaster.localhost,2026:${key}`;
      const head = await readHead(ground.table, uri);
      const wanted = `Story ${story} comes in version ${versionsOf(story)}`;
      if (!head) problems.push(`${key} is not there`);
      else if ((await readStory(ground, uri, head.version)).headline !== wanted)
        problems.push(`${key} stands in another version`);
      const receipts = received.get(desk)?.get(name) ?? [];
      if (
        receipts.length !== versionsOf(story) ||
        receipts.some(({ outcomes }) => outcomes.length !== 1 || outcomes[0]!.outcome !== 'stored')
      )
        problems.push(
          `${key} was sent ${versionsOf(story)} times and has ${receipts.length} receipts: ${receipts.map(({ outcomes }) => outcomes[0]?.outcome).join()}`,
        );
      const document = (await ground.table.get({ pk: `document#${documentId(uri)}`, sk: 'head' }))?.data as
        | { readonly version?: number }
        | undefined;
      if (document?.version !== head?.version) problems.push(`${key} has an old document`);
      for (const channel of ['all', `desk/${desk}`])
        if (shown.get(channel)?.filter((text) => text === wanted).length !== 1)
          problems.push(`${channel} has ${key} wrong`);
    }
  } finally {
    close();
  }
  return problems;
}
