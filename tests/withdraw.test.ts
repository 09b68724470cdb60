// What a desk’s removal of an upload means: nothing by default, and where settings say so its stories are withheld until they come again.

import { describe, expect, it } from 'vitest';
import { ingest } from '../lambdas/ingest.ts';
import { serve } from '../lambdas/serve.ts';
import { documentId } from '../shared/publish/document-id.ts';
import { replay } from '../shared/replay.ts';
import { readReceipt } from '../shared/store/receipts.ts';
import type { TestGround } from './ground.ts';
import { headlineStory, testGround } from './ground.ts';

const key = 'north/ferries.txt';
const copy = headlineStory('Ann Poe/AFP');
const document = `/stories/${documentId('tag:copytaster.localhost,2026:north/ferries.txt')}.json`;

async function published(withdrawRemoved?: boolean): Promise<TestGround> {
  const desk = testGround(withdrawRemoved === undefined ? {} : { withdrawRemoved });
  await desk.upload(key, copy, { sequencer: '0a' });
  await desk.settle();
  return desk;
}

async function announceRemoval(desk: TestGround, sequencer: string, of = key): Promise<void> {
  const event = {
    eventName: 'ObjectRemoved:DeleteMarkerCreated',
    eventTime: '2026-11-24T10:05:00.000Z',
    s3: { object: { key: of, sequencer } },
  };
  expect(
    await ingest(desk.ground, { Records: [{ messageId: '1', body: JSON.stringify({ Records: [event] }) }] }),
  ).toEqual({ batchItemFailures: [] });
  await desk.settle();
}

async function remove(desk: TestGround, sequencer: string): Promise<void> {
  await desk.ground.inbox.delete(key);
  await announceRemoval(desk, sequencer);
}

const statusOf = async (desk: TestGround): Promise<number> =>
  (await serve(desk.ground, { rawPath: document, requestContext: { http: { method: 'GET' } } })).statusCode;

describe('an upload that its desk removes', () => {
  it('leaves its story as it is by default', async () => {
    using desk = await published();
    await remove(desk, '0b');
    expect(await statusOf(desk)).toBe(200);
  });

  it('takes its story out of the feeds where settings say so, and the desk reads why', async () => {
    using desk = await published(true);
    await remove(desk, '0b');
    await announceRemoval(desk, '0b');
    expect(await statusOf(desk)).toBe(404);
    expect((await readReceipt(desk.ground.table, 'north', 'ferries.txt'))!.outcomes).toEqual([
      expect.objectContaining({
        outcome: 'stored',
        version: 2,
        status: 'withheld',
        notes: expect.arrayContaining([expect.objectContaining({ rule: 'upload-removed' })]) as unknown,
      }),
    ]);
    expect(await replay(desk.ground, { pause: async () => undefined })).toMatchObject({
      changed: [],
      missing: ['tag:copytaster.localhost,2026:north/ferries.txt'],
    });
    expect(await statusOf(desk)).toBe(404);
  });

  it('and sends again is back', async () => {
    using desk = await published(true);
    await remove(desk, '0b');
    await desk.upload(key, copy, { sequencer: '0c', receivedAt: '2026-11-24T10:06:00.000Z' });
    await desk.settle();
    expect(await statusOf(desk)).toBe(200);
  });

  it('is not gone when the removal is told late, after it was sent again', async () => {
    using desk = await published(true);
    await desk.ground.inbox.delete(key);
    await desk.upload(key, copy.replace('noon', 'ten'), { sequencer: '0c' });
    await announceRemoval(desk, '0b');
    expect(await statusOf(desk)).toBe(200);
  });

  it('was never taken in, and nothing comes of its removal', async () => {
    using desk = await published(true);
    await announceRemoval(desk, '0b', 'north/other.txt');
    expect(await readReceipt(desk.ground.table, 'north', 'other.txt')).toBeUndefined();
    expect(await statusOf(desk)).toBe(200);
  });
});
