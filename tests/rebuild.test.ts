// What operators change on a channel's pointer, beside publishers that move it at the same time.

import { describe, expect, it } from 'vitest';
import { serve } from '../lambdas/serve.ts';
import { emitChannel } from '../shared/emit.ts';
import type { Ground } from '../shared/ground.ts';
import { askToRebuild } from '../shared/rebuild.ts';
import { channelKey } from '../shared/store/keys.ts';
import { setOffline } from '../shared/store/pointers.ts';
import type { ChannelPointer } from '../shared/store/renderings.ts';
import { testGround } from './ground.ts';

const fast = { perSecond: 10_000 };

async function pointerOf({ table }: Ground, name: string): Promise<ChannelPointer> {
  return (await table.get(channelKey(name)))!.data as ChannelPointer;
}

async function status(ground: Ground, path: string): Promise<number> {
  return (await serve(ground, { rawPath: path, requestContext: { http: { method: 'GET' } } })).statusCode;
}

/** Runs `meanwhile` before the n-th call of the table. */
function interruptedAt(ground: Ground, at: number, meanwhile: () => Promise<unknown>): Ground {
  let calls = 0;
  const table = new Proxy(ground.table, {
    get:
      (target, name) =>
      async (...words: readonly unknown[]) => {
        if ((calls += 1) === at) await meanwhile();
        return (target as unknown as Record<PropertyKey, (...given: readonly unknown[]) => unknown>)[name]!(...words);
      },
  });
  return { ...ground, table };
}

describe('a rebuild', () => {
  it('is not lost, and loses nothing, wherever it meets a publisher', async () => {
    for (let at = 1; at <= 8; at += 1) {
      using test = testGround();
      await test.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
      await test.settle();
      await test.upload('desk/b.txt', 'Headline: Pears\n\nPears.');
      const before = await pointerOf(test.ground, 'all');
      await emitChannel(
        interruptedAt(test.ground, at, () => askToRebuild(test.ground, { ...fast, channels: ['all'] })),
        'all',
      );
      await test.settle();
      const after = await pointerOf(test.ground, 'all');
      expect(after.isToRender).toBeUndefined();
      for (const extension of Object.keys(before.renderings))
        expect(await status(test.ground, `/feeds/all.${extension}`)).toBe(200);
      expect(after.stories).toBe(2);
    }
  });

  it('writes new objects under the same tags, so that no reader loads a feed again for it', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
    await test.settle();
    const before = await pointerOf(test.ground, 'all');
    expect(await askToRebuild(test.ground, fast)).toMatchObject({ stories: 1, unknown: [] });
    await test.settle();
    const after = await pointerOf(test.ground, 'all');
    expect(after.renderings['rss']!.key).not.toBe(before.renderings['rss']!.key);
    expect(after.renderings['rss']!.tag).toBe(before.renderings['rss']!.tag);
    expect((await test.ground.feeds.list(before.renderings['rss']!.key)).keys).toEqual([]);
  });
});

describe('a channel taken offline', () => {
  it('stays so wherever a publisher moves its pointer meanwhile', async () => {
    for (let at = 1; at <= 8; at += 1) {
      using test = testGround();
      await test.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
      await test.settle();
      await test.upload('desk/b.txt', 'Headline: Pears\n\nPears.');
      await emitChannel(
        interruptedAt(test.ground, at, () =>
          setOffline(test.ground.table, 'all', { since: '2026-11-24T10:00:00.000Z' }),
        ),
        'all',
      );
      await test.settle();
      const { offline } = await pointerOf(test.ground, 'all');
      // Fewer calls than that, and nobody interrupted.
      expect(offline === undefined ? at : 8).toBeGreaterThan(3);
      expect(await status(test.ground, '/feeds/all.rss')).toBe(offline ? 503 : 200);
    }
  });

  it('costs an unchanged feed no further read of the table', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
    await test.settle();
    const ask = (ground: Ground, headers: Record<string, string> = {}) =>
      serve(ground, { rawPath: '/feeds/all.rss', headers, requestContext: { http: { method: 'GET' } } });
    const tag = (await ask(test.ground)).headers['ETag']!;
    let reads = 0;
    const table = {
      ...test.ground.table,
      get: (key: Parameters<Ground['table']['get']>[0]) => ((reads += 1), test.ground.table.get(key)),
    };
    expect((await ask({ ...test.ground, table }, { 'if-none-match': tag })).statusCode).toBe(304);
    expect(reads).toBe(1);
  });
});
