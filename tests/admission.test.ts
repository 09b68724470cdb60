// Keys at the counter: partners read what they are entitled to, desks speak for themselves, and nobody learns what is not theirs.

import { describe, expect, it } from 'vitest';
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

function ask(desk: TestGround, path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<HttpResult> {
  const [rawPath, rawQueryString = ''] = path.split('?');
  return serve(desk.ground, { rawPath, rawQueryString, headers, requestContext: { http: { method } }, ...(body !== undefined && { body }) });
}

const bearer = (key: string): Record<string, string> => ({ Authorization: `Bearer ${key}` });
const partner = { name: 'herald', kind: 'partner', channels: ['section/*', 'all'], embargoed: false } as const;

describe('a partner', () => {
  it('reads its channels with its key, as Bearer, as Basic or in the address', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(desk.ground.table, partner, now))!;
    expect((await ask(desk, '/feeds/all.rss', bearer(key))).statusCode).toBe(200);
    expect((await ask(desk, '/feeds/all.rss', { authorization: `Basic ${Buffer.from(`herald:${key}`).toString('base64')}` })).statusCode).toBe(200);
    expect((await ask(desk, '/feeds/all.rss', { authorization: `basic ${Buffer.from(`${key}:`).toString('base64')}` })).statusCode).toBe(200);
    expect((await ask(desk, `/feeds/section/news.atom?key=${key}`)).statusCode).toBe(200);
  });

  it('without a good key gets the same answer whether there is something or not', async () => {
    using desk = await closedHouse();
    const bodies = await Promise.all(['/feeds/all.rss', '/feeds/none.rss'].flatMap((path) => [ask(desk, path), ask(desk, path, bearer('ct_wrong')), ask(desk, path, bearer(`ct_${'x'.repeat(43)}`))]));
    for (const result of bodies) expect(result).toEqual(bodies[0]);
    expect(bodies[0]).toMatchObject({ statusCode: 401, headers: { 'WWW-Authenticate': expect.stringContaining('Bearer') as string } });
    expect((await ask(desk, '/feeds/section/open.rss')).statusCode).toBe(200);
  });

  it('gets nothing of what its key does not cover, as if it were not there', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(desk.ground.table, { ...partner, channels: ['section/open'], formats: ['rss'] }, now))!;
    expect(await ask(desk, '/feeds/all.rss', bearer(key))).toEqual(await ask(desk, '/feeds/none.rss', bearer(key)));
    expect((await ask(desk, '/feeds/all.rss', bearer(key))).statusCode).toBe(404);
    for (const [path, method] of [['/desk', 'GET'], ['/receipts/north', 'GET'], ['/inbox/north/c.txt', 'PUT']] as const) expect((await ask(desk, path, bearer(key), method, 'x')).statusCode).toBe(404);
  });

  it('keeps both keys for a week when it rotates, then the new one', async () => {
    using desk = await closedHouse();
    const { table } = desk.ground;
    const old = (await addPartner(table, partner, now))!;
    const fresh = (await rotateKey(table, 'herald', now))!;
    const later = '2026-12-02T10:00:00.000Z';
    expect([await partnerOf(table, old, now), await partnerOf(table, fresh, now)].map((found) => found?.name)).toEqual(['herald', 'herald']);
    expect([await partnerOf(table, old, later), await partnerOf(table, fresh, later)].map((found) => found?.name)).toEqual([undefined, 'herald']);
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

  it('leaves a trace of what it pulled, day by day', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(desk.ground.table, partner, now))!;
    desk.setClock('2026-11-24T11:00:00.000Z');
    await ask(desk, '/feeds/all.rss', bearer(key));
    expect(await listUsage(desk.ground.table, 'herald')).toEqual([{ day: '2026-11-24', channel: 'all', pulls: 1, lastPullAt: '2026-11-24T11:00:00.000Z' }]);
  });
});

describe('a desk with its key', () => {
  it('uploads and reads its own receipts, and nobody else’s', async () => {
    using desk = await closedHouse();
    const key = (await addPartner(desk.ground.table, { name: 'north', kind: 'desk', channels: [], embargoed: false }, now))!;
    expect((await ask(desk, '/inbox/north/c.txt', bearer(key), 'PUT', 'Cherries\n\nRed.')).statusCode).toBe(202);
    expect((await ask(desk, '/receipts/north/a.txt', bearer(key))).statusCode).toBe(200);
    expect((await ask(desk, '/desk', bearer(key))).statusCode).toBe(200);
    expect((await ask(desk, '/inbox/south/c.txt', bearer(key), 'PUT', 'x')).statusCode).toBe(404);
    expect((await ask(desk, '/receipts/south', bearer(key))).statusCode).toBe(404);
  });
});
