// What ends in the dead letters: the desk is told, whoever had the last word, and the operator sees why.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openGround } from '../infra/laptop/ground.ts';
import { openDatabase } from '../infra/laptop/sqlite-table.ts';
import { ingest } from '../lambdas/ingest.ts';
import { push } from '../lambdas/push.ts';
import { release } from '../lambdas/release.ts';
import type { DeadLetter } from '../shared/dead-letters.ts';
import type { Ground } from '../shared/ground.ts';
import { mostDeliveries } from '../shared/push/deliver.ts';
import { listDesks, readReceipt } from '../shared/store/receipts.ts';
import type { TestGround } from './ground.ts';
import { testGround } from './ground.ts';

function notice(key: string, eventName = 'ObjectCreated:Put', sequencer = '0a'): string {
  return JSON.stringify({
    Records: [
      {
        eventName,
        eventTime: '2026-11-24T10:00:00.000Z',
        s3: { object: { key: encodeURIComponent(key), size: 20, sequencer } },
      },
    ],
  });
}

function message(body: string, attempt: number, messageId = '7'): unknown {
  return { Records: [{ messageId, body, attributes: { ApproximateReceiveCount: String(attempt) } }] };
}

const inboxAway = (ground: Ground): Ground => ({
  ...ground,
  inbox: { ...ground.inbox, get: async () => Promise.reject(new Error('The bucket is away.')) },
});

/** With these bodies among the dead letters. */
const withDead = (ground: Ground, ...bodies: readonly string[]): Ground => ({
  ...ground,
  deadUploads: async function* () {
    for (const [place, body] of bodies.entries())
      yield { queue: 'uploads', id: String(place), body } satisfies DeadLetter;
  },
});

async function outcomeOf({ ground }: TestGround, name: string): Promise<unknown> {
  return (await readReceipt(ground.table, 'desk', name))?.outcomes[0];
}

async function send({ ground }: TestGround, key: string): Promise<string> {
  await ground.inbox.put(key, new TextEncoder().encode('Headline: Storm Passes\n\nIt passed.'), {
    mediaType: 'text/plain',
  });
  return notice(key);
}

describe('an upload that fails on its last try', () => {
  it('has a receipt then, not before, and what becomes of it afterwards replaces that', async () => {
    using test = testGround();
    const body = await send(test, 'desk/storm.txt');
    for (const attempt of [1, 2, 3, 4]) await ingest(inboxAway(test.ground), message(body, attempt));
    expect(await outcomeOf(test, 'storm.txt')).toBeUndefined();
    expect(await ingest(inboxAway(test.ground), message(body, 5))).toEqual({
      batchItemFailures: [{ itemIdentifier: '7' }],
    });
    expect(await outcomeOf(test, 'storm.txt')).toMatchObject({
      outcome: 'rejected',
      code: 'set-aside',
      message: expect.stringMatching(/kept in the dead letters\. .*`npm run copytaster -- redrive`\.$/) as string,
    });
    expect(await ingest(test.ground, message(body, 1))).toEqual({ batchItemFailures: [] });
    expect(await outcomeOf(test, 'storm.txt')).toMatchObject({ outcome: 'stored' });
  });

  it('keeps the receipt it has where the same notice came twice', async () => {
    using test = testGround();
    const body = await send(test, 'desk/storm.txt');
    await ingest(test.ground, message(body, 1));
    await ingest(inboxAway(test.ground), message(body, 5));
    await release(withDead(test.ground, body));
    expect(await outcomeOf(test, 'storm.txt')).toMatchObject({ outcome: 'stored' });
  });

  it('and leaves every neighbour alone', async () => {
    using test = testGround();
    const [bad, good] = [await send(test, 'desk/bad.txt'), await send(test, 'desk/good.txt')];
    const get: Ground['inbox']['get'] = (key, version) =>
      key === 'desk/bad.txt' ? Promise.reject(new Error('The bucket is away.')) : test.ground.inbox.get(key, version);
    const Records = [bad, good].map((body, place) => ({
      messageId: String(place),
      body,
      attributes: { ApproximateReceiveCount: '5' },
    }));
    expect(await ingest({ ...test.ground, inbox: { ...test.ground.inbox, get } }, { Records })).toEqual({
      batchItemFailures: [{ itemIdentifier: '0' }],
    });
    expect(await outcomeOf(test, 'bad.txt')).toMatchObject({ code: 'set-aside' });
    expect(await outcomeOf(test, 'good.txt')).toMatchObject({ outcome: 'stored' });
  });
});

describe('an upload that nobody could write a receipt for', () => {
  it('has one a minute after the table is back, once', async () => {
    using test = testGround();
    const body = await send(test, 'desk/storm.txt');
    const away: Ground = {
      ...test.ground,
      table: { ...test.ground.table, put: async () => Promise.reject(new Error('The disk is full.')) },
    };
    expect(await ingest(away, message(body, 5))).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
    await release(withDead(away, body)).catch(() => undefined);
    expect(await outcomeOf(test, 'storm.txt')).toBeUndefined();
    for (const _minute of [1, 2, 3]) await release(withDead(test.ground, 'no notification', body));
    expect(await outcomeOf(test, 'storm.txt')).toMatchObject({ code: 'set-aside' });
    expect(test.logged.filter((event) => event.startsWith('set-aside '))).toHaveLength(1);
  });

  it('has one where the function died with it, in the words of its kind', async () => {
    using test = testGround();
    await release(
      withDead(test.ground, notice('desk/heavy.zip'), notice('desk/gone.txt', 'ObjectRemoved:DeleteMarkerCreated')),
    );
    expect(await outcomeOf(test, 'heavy.zip')).toMatchObject({
      code: 'set-aside',
      message: expect.stringMatching(/^It could not be taken in/) as string,
    });
    expect(await outcomeOf(test, 'gone.txt')).toMatchObject({
      code: 'set-aside',
      message: expect.stringMatching(/^Its removal could not be carried out/) as string,
    });
  });

  it('is no upload where it is an order of ours or a folder of a console: no desk is made up for it', async () => {
    using test = testGround();
    await release(withDead(test.ground, notice('.again/abc'), notice('desk/')));
    expect(await listDesks(test.ground.table)).toEqual([]);
  });
});

describe('copytaster redrive --list', { timeout: 30_000 }, () => {
  it('says of each letter what it is, since when, how often it was tried and why it failed', async () => {
    const data = mkdtempSync(join(tmpdir(), 'copytaster-dead-'));
    const { ground, close } = openGround(data, 'http://localhost');
    const quiet: Ground = { ...ground, log: { info: () => undefined, warn: () => undefined, error: () => undefined } };
    await ground.inbox.put('desk/storm.txt', new TextEncoder().encode('Headline: Storm\n\nIt passed.'), {
      mediaType: 'text/plain',
    });
    await ingest(quiet, message(notice('desk/storm.txt'), 1));
    const event = JSON.stringify({
      kind: 'event',
      partner: 'herald',
      id: 'evt_1',
      uri: 'tag:copytaster.localhost,2026:desk/storm.txt',
      status: 'usable',
      body: '{"data":{"channels":[]}}',
    });
    const database = openDatabase(join(data, 'copytaster.sqlite'));
    const bury = (queue: string, body: string, attempts: number) =>
      database.prepare(`INSERT INTO ${queue} (body, attempts, due, dead) VALUES (?, ?, 0, 1)`).run(body, attempts);
    bury('queue', notice('desk/late.txt'), 5);
    bury('pushes', event, mostDeliveries);
    database.close();
    await ingest(inboxAway(quiet), message(notice('desk/late.txt'), 5, '1'));
    const tableAway: Ground = {
      ...quiet,
      table: { ...quiet.table, get: async () => Promise.reject(new Error('Nobody answers.')) },
    };
    await push(tableAway, message(event, mostDeliveries, '1'));
    close();
    const { stdout } = await promisify(execFile)(process.execPath, [
      'infra/laptop/copytaster.ts',
      'redrive',
      '--list',
      '--data',
      data,
    ]);
    rmSync(data, { recursive: true, force: true });
    expect(stdout.split('\n').map((line) => line.trim())).toEqual([
      'uploads   2026-11-24T10:00:00.000Z  "desk/late.txt"  failed 5 times; in the log under 1',
      'Error: The bucket is away.',
      `pushes    -                         herald tag:copytaster.localhost,2026:desk/storm.txt (desk/storm.txt)  failed ${mostDeliveries} times; in the log under 1`,
      'Error: Nobody answers.',
      '2 letters waiting.',
      '',
    ]);
  });
});
