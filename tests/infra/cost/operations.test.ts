// How often a story and a poll ask DynamoDB and S3, exactly: whoever adds a request adds it to every story and every poll, and changes a number here.

import { describe, expect, it } from 'vitest';
import { countGround } from '../../../infra/cost/counted-ground.ts';
import type { Tally } from '../../../infra/cost/counted-ground.ts';
import { serve } from '../../../lambdas/serve.ts';
import { release } from '../../../lambdas/release.ts';
import { addPartner } from '../../../shared/store/partners.ts';
import { testGround } from '../../ground.ts';
import type { TestGround } from '../../ground.ts';

const key = 'north/storm.txt';
const story = (words: string): string =>
  `Section: World\nHeadline: Storm nears\nLanguage: en\n\nThe harbour ${words} on Tuesday, the port authority said.\n`;

/** Calls by operation. */
function calls(tally: Tally): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(tally).map(([operation, { calls: number }]) => [operation, number]));
}

/** A ground for each function, as on AWS: what one has read the other has not. */
async function passThrough(
  test: TestGround,
  content: string,
): Promise<{ readonly ingest: object; readonly publish: object }> {
  const [ingest, publish] = [countGround(test.ground), countGround(test.ground)];
  await test.upload(key, content, { on: ingest.ground });
  await test.settle(publish.ground);
  return { ingest: calls(ingest.take()), publish: calls(publish.take()) };
}

async function ask(
  test: TestGround,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly tag: string; readonly calls: object }> {
  const counted = countGround(test.ground);
  const { statusCode, headers: given } = await serve(counted.ground, {
    rawPath: path,
    headers,
    requestContext: { http: { method: 'GET' } },
  });
  return { status: statusCode, tag: given['ETag'] ?? '', calls: calls(counted.take()) };
}

// Writes of objects: five feeds of each channel and five documents, each in gzip and brotli. Who stores looks whether a rewrite came first,
// and who publishes reads the story's channels before its documents and behind them (emit.ts).
describe('a story in four channels', () => {
  it('asks table and buckets this often when it comes', async () => {
    using test = testGround();
    expect(await passThrough(test, story('closed'))).toEqual({
      ingest: { 'inbox.get': 3, 'table.get': 3, 'table.put': 5 },
      publish: { 'table.get': 9, 'table.query': 4, 'table.put': 10, 'feeds.put': 50 },
    });
  });

  it('asks table and buckets this often when it changes', async () => {
    using test = testGround();
    await passThrough(test, story('closed'));
    expect(await passThrough(test, story('opened'))).toEqual({
      ingest: { 'inbox.get': 3, 'table.get': 3, 'table.put': 4 },
      publish: { 'table.get': 9, 'table.query': 4, 'table.put': 9, 'feeds.put': 50, 'feeds.delete': 50 },
    });
  });

  it('asks table and buckets this often when it comes again as it was', async () => {
    using test = testGround();
    await passThrough(test, story('closed'));
    expect(await passThrough(test, story('closed'))).toEqual({
      ingest: { 'inbox.get': 3, 'table.get': 2, 'table.put': 3 },
      publish: { 'table.get': 9, 'table.query': 4, 'table.put': 5 },
    });
  });

  it('asks table and buckets this often when it is killed', async () => {
    using test = testGround();
    await passThrough(test, story('closed'));
    expect(await passThrough(test, 'Headline: Storm nears\nStatus: canceled\n')).toEqual({
      ingest: { 'inbox.get': 3, 'table.get': 3, 'table.put': 4 },
      // One more than another change: who has not pulled the kill is looked up by its note.
      publish: { 'table.get': 9, 'table.query': 4, 'table.put': 10, 'feeds.put': 40, 'feeds.delete': 50 },
    });
  });
});

describe('a poll', () => {
  it('asks this often of an open channel, changed and unchanged', async () => {
    using test = testGround();
    await passThrough(test, story('closed'));
    const full = await ask(test, '/feeds/all.rss', { 'accept-encoding': 'gzip' });
    expect(full.status).toBe(200);
    expect(full.calls).toEqual({ 'table.get': 1, 'feeds.get': 1 });
    expect(await ask(test, '/feeds/all.rss', { 'accept-encoding': 'gzip', 'if-none-match': full.tag })).toEqual({
      status: 304,
      tag: full.tag,
      calls: { 'table.get': 1 },
    });
  });

  it('asks more often with a partner’s key', async () => {
    using test = testGround();
    await passThrough(test, story('closed'));
    const secret = await addPartner(
      test.ground.table,
      { name: 'gazette', kind: 'partner', channels: ['*'], embargoed: false },
      test.ground.clock.now(),
    );
    const full = await ask(test, '/feeds/all.rss', { authorization: `Bearer ${secret}` });
    expect(full.status).toBe(200);
    // Whose key it is takes two reads, counting the pull a read and a write.
    expect(full.calls).toEqual({ 'table.get': 4, 'table.put': 1, 'feeds.get': 1 });
    expect(await ask(test, '/feeds/all.rss', { authorization: `Bearer ${secret}`, 'if-none-match': full.tag })).toEqual(
      { status: 304, tag: full.tag, calls: { 'table.get': 4, 'table.put': 1 } },
    );
  });
});

describe('the clock', () => {
  it('asks this often every minute when nothing waits', async () => {
    using test = testGround();
    const counted = countGround(test.ground);
    await release(counted.ground);
    expect(calls(counted.take())).toEqual({ 'table.query': 4 });
  });
});
