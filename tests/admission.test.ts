// Keys at the counter: partners read what they are entitled to, desks speak for themselves, and nobody learns what is not theirs.

import { describe, expect, it } from 'vitest';
import { releaseEmbargoes } from '../shared/release.ts';
import { documentId } from '../shared/publish/document-id.ts';
import { serve } from '../lambdas/serve.ts';
import type { HttpResult } from '../lambdas/events.ts';
import { addPartner, listPartners, partnerOf, revokePartner, rotateKey } from '../shared/store/partners.ts';
import { listUsage } from '../shared/store/usage.ts';
import type { TestGround } from './ground.ts';
import { testGround } from './ground.ts';

const now = '2026-11-24T10:00:00.000Z';

async function closedHouse(): Promise<TestGround> {
  const desk = testGround({ openChannels: ['section/open'], openDesk: false });
  await desk.upload('north/a.txt', 'Section: News\nHeadline: Apples Ripen Early\n\nThe apples are ripe.');
  await desk.upload('north/b.txt', 'Section: Open\nHeadline: Pears Ripen Late\n\nThe pears are not.');
  await desk.settle();
  return desk;
}

function ask(
  desk: TestGround,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string,
): Promise<HttpResult> {
  const [rawPath, rawQueryString = ''] = path.split('?');
  return serve(desk.ground, {
    rawPath,
    rawQueryString,
    headers,
    requestContext: { http: { method } },
    ...(body !== undefined && { body }),
  });
}

const bearer = (key: string): Record<string, string> => ({ Authorization: `Bearer ${key}` });
const partner = { name: 'herald', kind: 'partner', channels: ['section/*', 'all'], embargoed: false } as const;

describe('a partner', () => {
  it('reads its channels with its key, as Bearer, as Basic or in the address', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(desk.ground.table, partner, now))!;
    expect((await ask(desk, '/feeds/all.rss', bearer(key))).statusCode).toBe(200);
    expect(
      (await ask(desk, '/feeds/all.rss', { authorization: `Basic ${Buffer.from(`herald:${key}`).toString('base64')}` }))
        .statusCode,
    ).toBe(200);
    expect(
      (await ask(desk, '/feeds/all.rss', { authorization: `basic ${Buffer.from(`${key}:`).toString('base64')}` }))
        .statusCode,
    ).toBe(200);
    expect((await ask(desk, `/feeds/section/news.atom?key=${key}`)).statusCode).toBe(200);
  });

  it('without a good key gets the same answer whether there is something or not', async () => {
    using desk = await closedHouse();
    const bodies = await Promise.all(
      ['/feeds/all.rss', '/feeds/none.rss'].flatMap((path) => [
        ask(desk, path),
        ask(desk, path, bearer('ct_wrong')),
        ask(desk, path, bearer(`ct_${'x'.repeat(43)}`)),
      ]),
    );
    for (const result of bodies) expect(result).toEqual(bodies[0]);
    expect(bodies[0]).toMatchObject({
      statusCode: 401,
      headers: { 'WWW-Authenticate': expect.stringContaining('Bearer') as string },
    });
    expect((await ask(desk, '/feeds/section/open.rss')).statusCode).toBe(200);
  });

  it('gets nothing of what its key does not cover, as if it were not there', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(
      desk.ground.table,
      { ...partner, channels: ['section/open'], formats: ['rss'] },
      now,
    ))!;
    expect(await ask(desk, '/feeds/all.rss', bearer(key))).toEqual(await ask(desk, '/feeds/none.rss', bearer(key)));
    expect((await ask(desk, '/feeds/all.rss', bearer(key))).statusCode).toBe(404);
    for (const [path, method] of [
      ['/desk', 'GET'],
      ['/receipts/north', 'GET'],
      ['/inbox/north/c.txt', 'PUT'],
    ] as const)
      expect((await ask(desk, path, bearer(key), method, 'x')).statusCode).toBe(404);
  });

  it('keeps both keys for a week when it rotates, then the new one', async () => {
    using desk = await closedHouse();
    const { table } = desk.ground;
    const old = (await addPartner(table, partner, now))!;
    const fresh = (await rotateKey(table, 'herald', now))!;
    const later = '2026-12-02T10:00:00.000Z';
    expect([await partnerOf(table, old, now), await partnerOf(table, fresh, now)].map((found) => found?.name)).toEqual([
      'herald',
      'herald',
    ]);
    expect(
      [await partnerOf(table, old, later), await partnerOf(table, fresh, later)].map((found) => found?.name),
    ).toEqual([undefined, 'herald']);
    expect(JSON.stringify(await listPartners(table))).not.toContain(fresh.slice(3));
  });

  it('is out at once when it is revoked, and its name is free again', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(desk.ground.table, partner, now))!;
    expect(await addPartner(desk.ground.table, partner, now)).toBeUndefined();
    expect(await revokePartner(desk.ground.table, 'herald')).toBe(true);
    expect((await ask(desk, '/feeds/all.rss', bearer(key))).statusCode).toBe(401);
    expect(await revokePartner(desk.ground.table, 'herald')).toBe(false);
    expect(await addPartner(desk.ground.table, partner, now)).toMatch(/^ct_/);
  });

  it('that asks too often is told when to come again', async () => {
    using desk = testGround({ openDesk: false, requestsPerMinute: 2 });
    const key = (await addPartner(desk.ground.table, partner, now))!;
    await ask(desk, '/', bearer(key));
    await ask(desk, '/', bearer(key));
    expect(await ask(desk, '/', bearer(key))).toMatchObject({ statusCode: 429, headers: { 'Retry-After': '30' } });
    desk.setClock('2026-11-24T10:00:31.000Z');
    expect((await ask(desk, '/', bearer(key))).statusCode).toBe(200);
  });

  it('gets answers that no shared cache may hand to others, unless the channel is open', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(desk.ground.table, { ...partner, channels: ['*'] }, now))!;
    const caching = async (path: string): Promise<string | undefined> =>
      (await ask(desk, path, bearer(key))).headers['Cache-Control'];
    for (const path of ['/feeds/all.rss', '/feeds/all.rss?day=2026-11-24', '/feeds/all.rss?limit=5'])
      expect(await caching(path)).toMatch(/^private, max-age=\d+(?!.*s-maxage)/);
    expect(await caching('/feeds/section/open.rss')).toMatch(/^public/);
    // In a cache that others share the address would lie, and the key in it.
    expect(await caching(`/feeds/section/open.rss?key=${key}`)).toMatch(/^private/);
  });

  it('leaves a trace of what it pulled, day by day', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(desk.ground.table, partner, now))!;
    desk.setClock('2026-11-24T11:00:00.000Z');
    await ask(desk, '/feeds/all.rss', bearer(key));
    for (const [path, method] of [
      ['/feeds/section/none.rss', 'GET'],
      ['/feeds/section/news.rss', 'HEAD'],
      ['/feeds/section/news.rss?since=x', 'GET'],
    ] as const)
      await ask(desk, path, bearer(key), method);
    expect(await listUsage(desk.ground.table, 'herald')).toEqual([
      { day: '2026-11-24', channel: 'all', pulls: 1, lastPullAt: '2026-11-24T11:00:00.000Z' },
    ]);
  });

  it('finds its channels on the front page and as OPML, in the formats it may read, and others do not', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(
      desk.ground.table,
      { ...partner, channels: ['section/news'], formats: ['rss'] },
      now,
    ))!;
    const text = ({ body }: HttpResult): string => Buffer.from(body, 'base64').toString('utf8');
    const feeds = (page: string): readonly string[] =>
      (page.match(/\/feeds\/[a-z/]+\.(?!opml)[a-z]+/g) ?? []).toSorted();
    const open = ['atom', 'json', 'newsml', 'ninjs', 'rss'].map((extension) => `/feeds/section/open.${extension}`);
    expect(feeds(text(await ask(desk, '/', bearer(key))))).toEqual(['/feeds/section/news.rss', ...open]);
    expect(feeds(text(await ask(desk, '/feeds.opml', bearer(key))))).toEqual([
      '/feeds/section/news.rss',
      '/feeds/section/open.rss',
    ]);
    expect(feeds(text(await ask(desk, '/')))).toEqual(open);
    expect((await ask(desk, '/', bearer(key))).headers['Cache-Control']).toBe('private, no-cache');
  });
});

describe('a partner that may read under embargo', () => {
  const early = { ...partner, name: 'early', embargoed: true };
  const copy = (body: string): string =>
    `Section: Sport\nHeadline: The Secret Final\nEmbargo: 2026-11-24 18:00 UTC\n\n${body}\n`;

  it('reads the stories of its channels early, marked, and nobody else does', async () => {
    using desk = await closedHouse();
    await desk.upload('north/final.txt', copy('The cup goes north.'));
    await desk.settle();
    const [key, usual, elsewhere] = [
      await addPartner(desk.ground.table, early, now),
      await addPartner(desk.ground.table, partner, now),
      await addPartner(desk.ground.table, { ...early, name: 'elsewhere', channels: ['section/open'] }, now),
    ] as [string, string, string];
    const feed = await ask(desk, '/feeds/embargoed.rss', bearer(key));
    expect(feed).toMatchObject({ statusCode: 200, headers: { 'Cache-Control': 'private, no-store' } });
    const text = Buffer.from(feed.body, 'base64').toString('utf8');
    expect(text).toContain('The cup goes north.');
    expect(text).toContain('Embargoed until 2026-11-24 18:00 UTC');
    const id = documentId('tag:copytaster.localhost,2026:north/final.txt');
    expect(await ask(desk, `/stories/${id}.newsml`, bearer(key))).toMatchObject({
      statusCode: 200,
      headers: { 'Cache-Control': 'private, no-store' },
    });
    expect(
      Buffer.from((await ask(desk, '/feeds/embargoed.rss', bearer(elsewhere))).body, 'base64').toString(),
    ).not.toContain('cup');
    for (const who of [bearer(usual), bearer(elsewhere), {}])
      expect(await ask(desk, `/stories/${id}.newsml`, who)).toEqual(
        await ask(desk, `/stories/${documentId('none')}.newsml`, who),
      );
    for (const who of [bearer(usual), {}])
      expect(await ask(desk, '/feeds/embargoed.rss', who)).toEqual(await ask(desk, '/feeds/none.rss', who));
  });

  it('finds the story in the other channels when it is released, and a notice when it is killed before', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(desk.ground.table, early, now))!;
    const feed = async (name: string): Promise<string> =>
      Buffer.from((await ask(desk, `/feeds/${name}.rss`, bearer(key))).body, 'base64').toString('utf8');
    await desk.upload('north/final.txt', copy('The cup goes north.'));
    await desk.upload('north/other.txt', copy('The shield goes south.'));
    await desk.settle();
    await desk.upload('north/other.txt', 'Headline: The Secret Final\nStatus: canceled\n');
    await desk.settle();
    expect(await feed('embargoed')).toMatch(/Killed: The Secret Final/);
    expect(await feed('embargoed')).not.toContain('shield');
    expect(await feed('all')).not.toMatch(/Secret Final/);
    desk.setClock('2026-11-24T18:00:00.000Z');
    await releaseEmbargoes(desk.ground);
    await desk.settle();
    expect(await feed('embargoed')).not.toContain('The cup goes north.');
    expect(await feed('all')).toContain('The cup goes north.');
  });
});

describe('a desk with its key', () => {
  it('uploads and reads its own receipts, and nobody else’s', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(
      desk.ground.table,
      { name: 'north', kind: 'desk', channels: [], embargoed: false },
      now,
    ))!;
    expect((await ask(desk, '/inbox/north/c.txt', bearer(key), 'PUT', 'Cherries\n\nRed.')).statusCode).toBe(202);
    expect((await ask(desk, '/receipts/north/a.txt', bearer(key))).statusCode).toBe(200);
    expect((await ask(desk, '/desk', bearer(key))).statusCode).toBe(200);
    expect((await ask(desk, '/inbox/south/c.txt', bearer(key), 'PUT', 'x')).statusCode).toBe(404);
    expect((await ask(desk, '/receipts/south', bearer(key))).statusCode).toBe(404);
  });
});
