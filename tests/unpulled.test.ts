// Kills that a partner has not pulled: who is reported, when, and who is not.

import { describe, expect, it } from 'vitest';
import { release } from '../lambdas/release.ts';
import { serve } from '../lambdas/serve.ts';
import type { Facts, Log } from '../shared/ports.ts';
import { addPartner } from '../shared/store/partners.ts';
import { listUnpulled } from '../shared/unpulled.ts';
import type { TestGround } from './ground.ts';
import { testGround } from './ground.ts';

const apples = 'Section: News\nHeadline: Apples\n\nA secret orchard.';
const kill = 'Headline: Apples\nStatus: canceled\n';
const uri = 'tag:copytaster.localhost,2026:north/a.txt';

type Watch = {
  readonly desk: TestGround;
  readonly warned: Facts[];
  look(): Promise<void>;
  pull(key: string, path: string): Promise<void>;
};

function watch(desk: TestGround): Watch {
  const warned: Facts[] = [];
  const log: Log = {
    info: () => undefined,
    error: () => undefined,
    warn: (event, facts = {}) => void (event === 'kill-not-pulled' && warned.push(facts)),
  };
  return {
    desk,
    warned,
    look: () => release({ ...desk.ground, log }),
    async pull(key, rawPath) {
      const { statusCode } = await serve(desk.ground, {
        rawPath,
        headers: { authorization: `Bearer ${key}` },
        requestContext: { http: { method: 'GET' } },
      });
      expect(statusCode).toBe(200);
    },
  };
}

async function add({ ground }: TestGround, name: string, ...channels: readonly string[]): Promise<string> {
  return (await addPartner(ground.table, { name, kind: 'partner', channels, embargoed: false }, ground.clock.now()))!;
}

async function publish(desk: TestGround, at: string, copy: string): Promise<void> {
  desk.setClock(at);
  await desk.upload('north/a.txt', copy);
  await desk.settle();
}

describe('a partner that has not pulled a kill', () => {
  it('is reported once, an hour after it, with the channel; one that pulled is not', async () => {
    using desk = testGround({ openChannels: [] });
    const { warned, look, pull } = watch(desk);
    const [late, prompt] = [await add(desk, 'late', 'all'), await add(desk, 'prompt', 'all')];
    await publish(desk, '2026-11-24T10:00:00.000Z', apples);
    for (const key of [late, prompt]) await pull(key, '/feeds/all.rss');
    await publish(desk, '2026-11-24T11:00:00.000Z', kill);
    desk.setClock('2026-11-24T11:30:00.000Z');
    await pull(prompt, '/feeds/all.rss');
    desk.setClock('2026-11-24T11:59:59.999Z');
    await look();
    expect(warned).toEqual([]);
    expect(await listUnpulled(desk.ground)).toEqual([]);
    desk.setClock('2026-11-24T12:00:00.000Z');
    for (let times = 0; times < 3; times += 1) await look();
    expect(warned).toEqual([
      {
        partner: 'late',
        channel: 'all',
        uri,
        killedAt: '2026-11-24T11:00:00.000Z',
        lastPullAt: '2026-11-24T10:00:00.000Z',
      },
    ]);
    expect(await listUnpulled(desk.ground)).toMatchObject([
      {
        partner: 'late',
        channel: 'all',
        kill: { uri, channels: expect.arrayContaining(['all', 'section/news']) as unknown },
      },
    ]);
    desk.setClock('2026-11-24T12:30:00.000Z');
    await pull(late, '/feeds/all.rss');
    expect(await listUnpulled(desk.ground)).toEqual([]);
  });

  it('is reported for channels it ordered by name or has pulled, not for all that its pattern would let it read', async () => {
    using desk = testGround({ openChannels: [] });
    const { warned, look, pull } = watch(desk);
    await add(desk, 'named', 'section/news');
    await add(desk, 'sport', 'section/sport');
    const wide = await add(desk, 'wide', '*');
    await publish(desk, '2026-11-24T10:00:00.000Z', apples);
    await pull(wide, '/feeds/all.rss');
    await publish(desk, '2026-11-24T11:00:00.000Z', kill);
    desk.setClock('2026-11-24T12:00:00.000Z');
    await look();
    expect(warned.map(({ partner, channel }) => [partner, channel])).toEqual([
      ['named', 'section/news'],
      ['wide', 'all'],
    ]);
  });

  it('is left alone when the story was revived meanwhile, and when nobody had seen it', async () => {
    using desk = testGround({ openChannels: [] });
    const { warned, look } = watch(desk);
    await add(desk, 'late', 'all');
    await publish(desk, '2026-11-24T10:00:00.000Z', apples);
    await publish(desk, '2026-11-24T10:10:00.000Z', kill);
    await publish(desk, '2026-11-24T10:20:00.000Z', `Status: usable\n${apples}`);
    await desk.upload('north/b.txt', 'Headline: Pears\nEmbargo: 2026-12-01 06:00 UTC\n\nThe pears.');
    await desk.settle();
    await desk.upload('north/b.txt', 'Headline: Pears\nStatus: canceled\n');
    await desk.settle();
    desk.setClock('2026-11-24T12:00:00.000Z');
    await look();
    expect(warned).toEqual([]);
  });

  it('is off the list a day later', async () => {
    using desk = testGround({ openChannels: [] });
    await add(desk, 'late', 'all');
    await publish(desk, '2026-11-24T10:00:00.000Z', apples);
    await publish(desk, '2026-11-24T11:00:00.000Z', kill);
    desk.setClock('2026-11-25T10:59:00.000Z');
    expect(await listUnpulled(desk.ground)).toHaveLength(1);
    desk.setClock('2026-11-25T11:00:00.000Z');
    expect(await listUnpulled(desk.ground)).toEqual([]);
  });

  it('is reported again for a second kill after a revival', async () => {
    using desk = testGround({ openChannels: [] });
    const { warned, look } = watch(desk);
    await add(desk, 'late', 'all');
    await publish(desk, '2026-11-24T10:00:00.000Z', apples);
    await publish(desk, '2026-11-24T11:00:00.000Z', kill);
    desk.setClock('2026-11-24T12:00:00.000Z');
    await look();
    await publish(desk, '2026-11-24T12:10:00.000Z', `Status: usable\n${apples}`);
    await publish(desk, '2026-11-24T12:20:00.000Z', kill);
    desk.setClock('2026-11-24T13:20:00.000Z');
    await look();
    expect(warned.map(({ killedAt }) => killedAt)).toEqual(['2026-11-24T11:00:00.000Z', '2026-11-24T12:20:00.000Z']);
  });
});
