// Poison: what cannot be read holds up nobody, leaves no trace on the service's speed, and can be tried again.

import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../infra/laptop/sqlite-table.ts';
import { pumpQueue } from '../../infra/laptop/pumps.ts';
import { sqliteQueue } from '../../infra/laptop/sqlite-queue.ts';
import { ingest } from '../../lambdas/ingest.ts';
import { serve } from '../../lambdas/serve.ts';
import type { Ground } from '../../shared/ground.ts';
import { receive } from '../../shared/receive.ts';
import { listReceipts, readReceipt } from '../../shared/store/receipts.ts';
import type { TestGround } from '../ground.ts';
import { testGround } from '../ground.ts';

function notice(key: string, sequencer: string, versionId?: string): string {
  return JSON.stringify({
    Records: [
      {
        eventTime: '2026-11-24T10:00:00.000Z',
        s3: { object: { key: encodeURIComponent(key), size: 20, sequencer, versionId } },
      },
    ],
  });
}

/** Counts the calls of all ports. */
function counted(ground: Ground): { readonly ground: Ground; calls(): number } {
  let calls = 0;
  const count = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name: keyof T & string) => {
        const call = target[name];
        return typeof call !== 'function'
          ? call
          : (...given: unknown[]) => ((calls += 1), (call as (...all: unknown[]) => unknown).apply(target, given));
      },
    });
  return {
    ground: { ...ground, table: count(ground.table), inbox: count(ground.inbox), feeds: count(ground.feeds) },
    calls: () => calls,
  };
}

describe('a message that is none', () => {
  it.each([
    'no notification',
    '{}',
    '{"Records":[{"s3":{}}]}',
    notice('%E0%A4%A', '1').replace('%25E0%25A4%25A', '%E0%A4%A'),
  ])('fails alone, and its neighbours are taken in: %j', async (body) => {
    using test = testGround();
    const keys = ['desk/a.txt', 'desk/b.txt', 'desk/c.txt'];
    for (const key of keys)
      await test.ground.inbox.put(key, new TextEncoder().encode('Headline: Apples\n\nApples.'), {
        mediaType: 'text/plain',
      });
    const Records = [
      { messageId: 'poison', body },
      ...keys.map((key, index) => ({ messageId: key, body: notice(key, String(index)) })),
    ];
    expect(await ingest(test.ground, { Records })).toEqual({ batchItemFailures: [{ itemIdentifier: 'poison' }] });
    for (const key of keys)
      expect(await readReceipt(test.ground.table, 'desk', key.slice(5))).toMatchObject({
        outcomes: [{ outcome: 'stored' }],
      });
  });
});

describe('ten thousand rejections', () => {
  it('leave the service as it was: a story costs as many calls as before, and its receipt stands first', {
    timeout: 60_000,
  }, async () => {
    using test = testGround();
    const cost = async (name: string): Promise<number> => {
      const { ground, calls } = counted(test.ground);
      await test.upload(`desk/${name}`, `Headline: ${name}\n\nApples.`, {
        on: ground,
        receivedAt: '2026-11-24T12:00:00.000Z',
      });
      await test.settle(ground);
      await serve(ground, { rawPath: '/feeds/all.rss', headers: {}, requestContext: { http: { method: 'GET' } } });
      await listReceipts(ground.table, 'desk', 50);
      return calls();
    };
    await cost('first.txt');
    const [second, third] = [await cost('second.txt'), await cost('third.txt')];
    const { version } = await test.ground.inbox.put('desk/empty.txt', new Uint8Array(), { mediaType: 'text/plain' });
    for (let number = 0; number < 10_000; number += 1) {
      await receive(test.ground, {
        desk: 'desk',
        name: `empty-${number}.txt`,
        key: 'desk/empty.txt',
        ...(version !== undefined && { objectVersion: version }),
        sequencer: number.toString(16),
        bytes: 0,
        receivedAt: '2026-11-24T11:00:00.000Z',
      });
    }
    // Each story more in a feed is read once more.
    expect((await cost('after.txt')) - third).toBe(third - second);
    expect((await listReceipts(test.ground.table, 'desk', 1)).receipts[0]).toMatchObject({
      outcomes: [{ outcome: 'stored' }],
    });
  });
});

describe('a full dead-letter queue', () => {
  it('can be given another try when the ground is whole again, and every upload then has its one receipt', async () => {
    using test = testGround();
    let now = 0;
    const queue = sqliteQueue(openDatabase(':memory:'), () => now);
    for (let number = 0; number < 300; number += 1) {
      const key = `desk/${number}.txt`;
      const { version } = await test.ground.inbox.put(
        key,
        new TextEncoder().encode(`Headline: Apples ${number}\n\nApples.`),
        { mediaType: 'text/plain' },
      );
      queue.send(notice(key, '1', version));
    }
    const broken: Ground = {
      ...test.ground,
      table: { ...test.ground.table, put: async () => Promise.reject(new Error('The disk is full.')) },
    };
    for (; !queue.isEmpty(); now += 60_000) while (await pumpQueue(broken, queue)());
    expect(queue.deadLetters()).toHaveLength(300);
    expect(queue.redrive()).toBe(300);
    while (await pumpQueue(test.ground, queue)());
    expect(queue.isEmpty() && queue.deadLetters().length === 0).toBe(true);
    const { receipts } = await listReceipts(test.ground.table, 'desk', 500);
    expect(new Set(receipts.map(({ name }) => name)).size).toBe(300);
    expect(receipts.every(({ outcomes }) => outcomes.length === 1 && outcomes[0]!.outcome === 'stored')).toBe(true);
  });
});

/** As S3 and SQS tell of uploads; `size` as they say. */
function batchOf(sizes: readonly number[]): unknown {
  return {
    Records: sizes.map((size, number) => ({
      messageId: String(number),
      body: JSON.stringify({
        Records: [
          {
            eventName: 'ObjectCreated:Put',
            eventTime: '2026-11-24T10:00:00.000Z',
            s3: { object: { key: `desk/${number}.txt`, size, sequencer: `0${number}` } },
          },
        ],
      }),
    })),
  };
}

/** The most uploads that were read at once, and which of them failed. The upload `broken` cannot be fetched. */
async function readAtOnce(
  sizes: readonly number[],
  broken?: number,
): Promise<{ readonly most: number; readonly failed: readonly string[]; readonly stored: number }> {
  using test: TestGround = testGround();
  for (const number of sizes.keys())
    await test.ground.inbox.put(`desk/${number}.txt`, new TextEncoder().encode(`Headline: Story ${number}\n\nWords.`), {
      mediaType: 'text/plain',
    });
  let [now, most] = [0, 0];
  const get: Ground['inbox']['get'] = async (key, version) => {
    most = Math.max(most, (now += 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    if (key === `desk/${broken}.txt`) throw new Error('The bucket is away.');
    return test.ground.inbox.get(key, version);
  };
  const { batchItemFailures } = await ingest({ ...test.ground, inbox: { ...test.ground.inbox, get } }, batchOf(sizes));
  return {
    most,
    failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier),
    stored: test.logged.filter((event) => event === 'stored').length,
  };
}

describe('a batch of uploads', () => {
  it('is read side by side', async () => {
    expect(await readAtOnce([100, 100, 100])).toEqual({ most: 3, failed: [], stored: 3 });
  });

  it('is read one after another where they are large, since a few at once would fill the memory', async () => {
    expect(await readAtOnce([40e6, 40e6, 40e6])).toEqual({ most: 1, failed: [], stored: 3 });
  });

  it('comes again only where it failed, and holds up nobody', async () => {
    expect(await readAtOnce([40e6, 40e6, 100], 0)).toMatchObject({ failed: ['0'], stored: 2 });
  });
});
