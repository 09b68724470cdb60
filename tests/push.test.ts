// Push: what partners and hubs outside really receive when stories change, over HTTP, through the same handlers and queue as on the laptop.

import { createHmac } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { pumpPushes } from '../infra/laptop/pumps.ts';
import { queueOutbox } from '../infra/laptop/queue-outbox.ts';
import type { Queue } from '../infra/laptop/sqlite-queue.ts';
import { sqliteQueue } from '../infra/laptop/sqlite-queue.ts';
import { serve } from '../lambdas/serve.ts';
import { rebuild } from '../shared/emit.ts';
import { releaseEmbargoes } from '../shared/release.ts';
import type { Ground } from '../shared/ground.ts';
import { mostDeliveries, waits } from '../shared/push/deliver.ts';
import type { Settings } from '../shared/settings.ts';
import type { Partner } from '../shared/store/partners.ts';
import { addPartner, readPartner, revokePartner } from '../shared/store/partners.ts';
import { removeWebhook, rotateSecret, setWebhook } from '../shared/store/webhooks.ts';
import type { TestGround } from './ground.ts';
import { testGround } from './ground.ts';
import type { Call } from './outside.ts';
import { openOutside } from './outside.ts';

type Event = {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly links: Readonly<Record<string, string>> };
};

type Newsroom = Disposable & {
  readonly desk: TestGround;
  readonly ground: Ground;
  readonly outbox: Queue;
  /** Publishes what changed and delivers what is due. */
  push(): Promise<void>;
  deliver(): Promise<void>;
  pass(seconds: number): void;
  /** Answers the secret. */
  listens(url: string, about?: Partial<Partner>): Promise<string>;
};

function openNewsroom(settings: Partial<Settings> = {}): Newsroom {
  const desk = testGround({ openChannels: [], localPush: true, ...settings });
  const database = new DatabaseSync(':memory:');
  const outbox = sqliteQueue(database, () => Date.parse(desk.ground.clock.now()), 'pushes', mostDeliveries);
  const ground: Ground = { ...desk.ground, outbox: queueOutbox(outbox) };
  const deliver = async (): Promise<void> => {
    while (await pumpPushes(ground, outbox)());
  };
  return {
    desk,
    ground,
    outbox,
    deliver,
    async push() {
      await desk.settle(ground);
      await deliver();
    },
    pass: (seconds) => desk.setClock(new Date(Date.parse(ground.clock.now()) + 1000 * seconds).toISOString()),
    async listens(url, about = {}) {
      const partner = {
        name: 'herald',
        kind: 'partner',
        channels: ['all', 'section/*'],
        embargoed: false,
        ...about,
      } as const;
      await addPartner(ground.table, partner, ground.clock.now());
      return (await setWebhook(ground.table, partner.name, url))!;
    },
    [Symbol.dispose]() {
      database.close();
      desk[Symbol.dispose]();
    },
  };
}

const eventsIn = (calls: readonly Call[]): readonly Event[] => calls.map(({ body }) => JSON.parse(body) as Event);
const typesIn = (calls: readonly Call[]): readonly string[] => eventsIn(calls).map(({ type }) => type);

/** As a partner would check it, from the standard's words alone. */
function signedWith(secret: string, { headers, body }: Call): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return `v1,${createHmac('sha256', key)
    .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`)
    .digest('base64')}`;
}

const apples = 'Section: News\nHeadline: Apples Ripen Early\n\nA secret orchard has ripe apples.';
const corrected =
  'Section: News\nHeadline: Apples Ripen Early\nCorrection: Corrects the month.\n\nA secret orchard has ripe apples in May.';
const killed = 'Section: News\nHeadline: Apples Ripen Early\nStatus: canceled\n';

describe('a partner with a webhook', () => {
  it('is told of a story from its first day to its kill, signed, in order, never its text', async () => {
    await using outside = await openOutside();
    using room = openNewsroom();
    const secret = await room.listens(`${outside.url}/hooks?for=herald`);
    for (const copy of [
      apples,
      `${apples}\n\nMore of them.`,
      corrected,
      'Section: News\nHeadline: Apples Ripen Early\nStatus: withheld\n\nHold this secret orchard.',
      apples,
      killed,
    ]) {
      await room.desk.upload('north/a.txt', copy);
      await room.push();
      room.pass(60);
    }
    expect(typesIn(outside.calls)).toEqual([
      'story.published',
      'story.updated',
      'story.corrected',
      'story.withheld',
      'story.published',
      'story.killed',
    ]);
    for (const call of outside.calls) {
      expect(call.path).toBe('/hooks?for=herald');
      expect(call.headers).toMatchObject({
        'content-type': 'application/json',
        'webhook-signature': signedWith(secret, call),
      });
      expect(call.body).not.toContain('orchard');
    }
    expect(new Set(outside.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(6);
    const [published, , , withheld, , kill] = eventsIn(outside.calls);
    expect(published).toEqual({
      type: 'story.published',
      timestamp: '2026-11-24T10:00:00.000Z',
      data: {
        uri: 'tag:copytaster.localhost,2026:north/a.txt',
        version: 1,
        status: 'usable',
        headline: 'Apples Ripen Early',
        channels: ['all', 'section/news'],
        links: expect.objectContaining({
          newsml: expect.stringMatching(/^http:\/\/localhost:8080\/stories\/\w+\.newsml$/) as string,
        }) as unknown,
      },
    });
    expect(withheld!.data).toEqual({
      uri: published!.data['uri'],
      version: 4,
      status: 'withheld',
      channels: ['all', 'section/news'],
      links: {},
    });
    expect(kill!.data).toEqual({
      uri: published!.data['uri'],
      version: 6,
      status: 'canceled',
      channels: ['all', 'section/news'],
      links: {},
    });
  });

  it('finds the documents under the links, with its key', async () => {
    await using outside = await openOutside();
    using room = openNewsroom();
    const key = (await addPartner(
      room.ground.table,
      { name: 'herald', kind: 'partner', channels: ['all'], formats: ['newsml', 'html'], embargoed: false },
      room.ground.clock.now(),
    ))!;
    await setWebhook(room.ground.table, 'herald', outside.url);
    await room.desk.upload('north/a.txt', apples);
    await room.push();
    const { links } = eventsIn(outside.calls)[0]!.data;
    expect(Object.keys(links)).toEqual(['newsml', 'html']);
    const { statusCode } = await serve(room.ground, {
      rawPath: new URL(links['newsml']!).pathname,
      headers: { authorization: `Bearer ${key}` },
      requestContext: { http: { method: 'GET' } },
    });
    expect(statusCode).toBe(200);
  });

  it('hears again, under the same id, until it answers with success, each time a while later', async () => {
    await using outside = await openOutside();
    using room = openNewsroom();
    const secret = await room.listens(outside.url);
    outside.answer(500);
    await room.desk.upload('north/a.txt', apples);
    await room.push();
    await room.deliver();
    expect(outside.calls).toHaveLength(1);
    for (const [attempt, wait] of waits.slice(0, 3).entries()) {
      room.pass(wait - 1);
      await room.deliver();
      expect(outside.calls).toHaveLength(attempt + 1);
      room.pass(1);
      await room.deliver();
      expect(outside.calls).toHaveLength(attempt + 2);
    }
    outside.answer(200);
    room.pass(waits[3]!);
    await room.deliver();
    expect(room.outbox.isEmpty()).toBe(true);
    expect(outside.calls).toHaveLength(5);
    expect(new Set(outside.calls.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`)).size).toBe(1);
    expect(new Set(outside.calls.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(5);
    for (const call of outside.calls) expect(call.headers['webhook-signature']).toBe(signedWith(secret, call));
  });

  it('that never answers well leaves a dead letter after sixteen hours', async () => {
    await using outside = await openOutside();
    using room = openNewsroom();
    await room.listens(outside.url);
    outside.answer(503);
    await room.desk.upload('north/a.txt', apples);
    await room.push();
    for (const wait of [...waits, 1_000]) {
      room.pass(wait);
      await room.deliver();
    }
    expect(outside.calls).toHaveLength(mostDeliveries);
    expect(room.outbox.deadLetters()).toHaveLength(1);
    expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(15 * 3600);
    // SQS hides a message for twelve hours at most.
    expect(Math.max(...waits)).toBeLessThan(12 * 3600);
  });

  it('gets two signatures for a week after its secret was changed', async () => {
    await using outside = await openOutside();
    using room = openNewsroom();
    const old = await room.listens(outside.url);
    const fresh = (await rotateSecret(room.ground.table, 'herald', room.ground.clock.now()))!;
    await room.desk.upload('north/a.txt', apples);
    await room.push();
    room.pass(8 * 86_400);
    await room.desk.upload('north/a.txt', corrected);
    await room.push();
    const [during, after] = outside.calls as [Call, Call];
    expect(during.headers['webhook-signature']).toBe(`${signedWith(fresh, during)} ${signedWith(old, during)}`);
    expect(after.headers['webhook-signature']).toBe(signedWith(fresh, after));
    expect([old, fresh].every((secret) => /^whsec_[A-Za-z0-9+/]{43}=$/.test(secret))).toBe(true);
  });

  it('that answers 410 is not called again until it is given an address anew', async () => {
    await using outside = await openOutside();
    using room = openNewsroom();
    await room.listens(outside.url);
    outside.answer(410);
    await room.desk.upload('north/a.txt', apples);
    await room.push();
    expect((await readPartner(room.ground.table, 'herald'))!.webhook).toMatchObject({
      goneAt: '2026-11-24T10:00:00.000Z',
    });
    outside.answer(204);
    await room.desk.upload('north/a.txt', corrected);
    await room.push();
    expect(outside.calls).toHaveLength(1);
    expect(room.outbox.isEmpty()).toBe(true);
    await setWebhook(room.ground.table, 'herald', outside.url);
    await room.desk.upload('north/a.txt', killed);
    await room.push();
    expect(typesIn(outside.calls)).toEqual(['story.published', 'story.killed']);
  });

  it('is told only of its own channels, and of no channel else', async () => {
    await using outside = await openOutside();
    using room = openNewsroom({ openChannels: ['all'] });
    await room.listens(outside.url, { channels: ['section/sport'] });
    await room.desk.upload('north/a.txt', apples);
    await room.desk.upload('north/b.txt', 'Section: Sport\nHeadline: Pears Win\n\nThe pears won.');
    await room.push();
    expect(eventsIn(outside.calls).map(({ data }) => [data['headline'], data['channels']])).toEqual([
      ['Pears Win', ['section/sport']],
    ]);
    await room.desk.upload('north/a.txt', killed);
    await room.push();
    expect(outside.calls).toHaveLength(1);
  });

  it('hears nothing more once its rights or its webhook are taken away, not even what waits', async () => {
    await using outside = await openOutside();
    using room = openNewsroom();
    await room.listens(outside.url);
    await room.listens(outside.url, { name: 'courier' });
    await room.desk.upload('north/a.txt', apples);
    await room.desk.settle(room.ground);
    await revokePartner(room.ground.table, 'herald');
    await room.listens(outside.url, { channels: ['section/sport'] });
    await removeWebhook(room.ground.table, 'courier');
    await room.deliver();
    expect(outside.calls).toEqual([]);
    expect(room.outbox.isEmpty()).toBe(true);
  });

  it('learns nothing of an embargoed story before its time, unless it may read it; then no headline', async () => {
    await using outside = await openOutside();
    await using early = await openOutside();
    using room = openNewsroom();
    await room.listens(outside.url);
    await room.listens(early.url, { name: 'early', embargoed: true });
    await room.desk.upload('north/a.txt', `Embargo: 2026-11-24 18:00 UTC\n${apples}`);
    await room.push();
    expect(outside.calls).toEqual([]);
    expect(eventsIn(early.calls)).toMatchObject([
      {
        type: 'story.published',
        data: { embargoedUntil: '2026-11-24T18:00:00.000Z', channels: ['all', 'section/news'] },
      },
    ]);
    expect(early.calls[0]!.body).not.toMatch(/Apples|orchard/);
    room.desk.setClock('2026-11-24T18:00:00.000Z');
    await releaseEmbargoes(room.ground);
    await room.push();
    for (const calls of [outside.calls, early.calls.slice(1)]) {
      expect(eventsIn(calls)).toMatchObject([{ type: 'story.published', data: { headline: 'Apples Ripen Early' } }]);
      expect(eventsIn(calls)[0]!.data).not.toHaveProperty('embargoedUntil');
    }
  });

  it('is told of the kill of an embargoed story if it knew of it, and of a story nobody saw not at all', async () => {
    await using outside = await openOutside();
    await using early = await openOutside();
    using room = openNewsroom();
    await room.listens(outside.url);
    await room.listens(early.url, { name: 'early', embargoed: true });
    await room.desk.upload('north/a.txt', `Embargo: 2026-11-24 18:00 UTC\n${apples}`);
    await room.desk.upload('north/b.txt', 'Headline: Pears\nStatus: withheld\n\nThe pears wait.');
    await room.push();
    await room.desk.upload('north/a.txt', killed);
    await room.desk.upload('north/b.txt', 'Headline: Pears\nStatus: canceled\n');
    await room.push();
    expect(outside.calls).toEqual([]);
    expect(eventsIn(early.calls).map(({ type, data }) => [type, data['uri']])).toEqual([
      ['story.published', 'tag:copytaster.localhost,2026:north/a.txt'],
      ['story.killed', 'tag:copytaster.localhost,2026:north/a.txt'],
    ]);
  });

  it('that was out of reach gets the kill and no longer the headline of what was killed', async () => {
    await using outside = await openOutside();
    using room = openNewsroom();
    await room.listens(outside.url);
    await room.desk.upload('north/a.txt', apples);
    await room.desk.settle(room.ground);
    await room.desk.upload('north/a.txt', killed);
    await room.push();
    expect(typesIn(outside.calls)).toEqual(['story.killed']);
    expect(outside.calls[0]!.body).not.toContain('Apples');
  });

  it('is told the same under the same id when a publisher broke down before it was done, and nothing when all is rendered again', async () => {
    await using outside = await openOutside();
    using room = openNewsroom();
    await room.listens(outside.url);
    await room.desk.upload('north/a.txt', apples);
    const broken: Ground = {
      ...room.ground,
      outbox: { ...room.ground.outbox!, send: async () => Promise.reject(new Error('The queue is away.')) },
    };
    await room.desk.settleOn(broken);
    expect(room.outbox.isEmpty()).toBe(true);
    await room.push();
    expect(typesIn(outside.calls)).toEqual(['story.published']);
    await rebuild({
      ...room.ground,
      settings: { ...room.ground.settings, site: { ...room.ground.settings.site, publicUrl: 'http://localhost:8081' } },
    });
    await room.push();
    expect(outside.calls).toHaveLength(1);
  });

  it('is told of a rewrite as of an update under the guid that feeds show, and not of the story it replaces', async () => {
    await using outside = await openOutside();
    using room = openNewsroom();
    await room.listens(outside.url);
    await room.desk.upload('north/a.txt', `Guid: urn:north:1\n${apples}`);
    await room.push();
    await room.desk.upload('north/b.txt', `Guid: urn:north:2\nReplaces: urn:north:1\n${apples}`);
    await room.push();
    expect(eventsIn(outside.calls).map(({ type, data: { uri, guid } }) => [type, uri, guid])).toEqual([
      ['story.published', 'urn:north:1', undefined],
      ['story.updated', 'urn:north:2', 'urn:north:1'],
    ]);
  });
});

describe('a hub', () => {
  it('is told of each changed feed of an open channel once a batch, and of no closed channel', async () => {
    await using hub = await openOutside();
    using room = openNewsroom({ openChannels: ['section/*'], hubs: [`${hub.url}/publish`] });
    await room.desk.upload('north/a.txt', apples);
    await room.desk.upload('north/b.txt', 'Section: News\nHeadline: Pears\n\nThe pears are ripe.');
    await room.push();
    const pings = hub.calls.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
    const topics = ['rss', 'atom', 'json', 'newsml', 'ninjs'].map(
      (extension) => `http://localhost:8080/feeds/section/news.${extension}`,
    );
    expect(pings.map((ping) => ping['hub.topic']!).toSorted()).toEqual(topics.toSorted());
    for (const ping of pings)
      expect(ping).toEqual({ 'hub.mode': 'publish', 'hub.url': ping['hub.topic'], 'hub.topic': ping['hub.topic'] });
    for (const { path, headers } of hub.calls)
      expect([path, headers['content-type']]).toEqual(['/publish', 'application/x-www-form-urlencoded']);
    // The same copy again changes no feed.
    await room.desk.upload('north/b.txt', 'Section: News\nHeadline: Pears\n\nThe pears are ripe.');
    await room.push();
    expect(hub.calls).toHaveLength(topics.length);
  });

  it('that is away is told again later', async () => {
    await using hub = await openOutside();
    using room = openNewsroom({ openChannels: ['all'], hubs: [hub.url] });
    hub.answer(503);
    await room.desk.upload('north/a.txt', apples);
    await room.push();
    const before = hub.calls.length;
    hub.answer(202);
    room.pass(waits[0]!);
    await room.deliver();
    expect(hub.calls.length).toBe(2 * before);
    expect(room.outbox.isEmpty()).toBe(true);
  });

  it('is named by feeds and in the Link header of open channels alone', async () => {
    const hubs = ['https://hub.example.org/', 'https://other.example.org/publish'];
    using room = openNewsroom({ openChannels: ['section/*'], hubs });
    const key = (await addPartner(
      room.ground.table,
      { name: 'herald', kind: 'partner', channels: ['*'], embargoed: false },
      room.ground.clock.now(),
    ))!;
    await room.desk.upload('north/a.txt', apples);
    await room.desk.settle(room.ground);
    const ask = async (rawPath: string, method = 'GET', headers: Record<string, string> = {}) =>
      serve(room.ground, {
        rawPath,
        headers: { authorization: `Bearer ${key}`, ...headers },
        requestContext: { http: { method } },
      });
    const text = ({ body }: { readonly body: string }): string => Buffer.from(body, 'base64').toString();
    for (const extension of ['rss', 'atom', 'json', 'newsml', 'ninjs']) {
      const [self, archive] = ['', '?day=2026-11-24'].map(
        (query) => `http://localhost:8080/feeds/section/news.${extension}${query}`,
      );
      const link = `<${self}>; rel="self", <${hubs[0]}>; rel="hub", <${hubs[1]}>; rel="hub", <${archive}>; rel="prev-archive"`;
      const open = await ask(`/feeds/section/news.${extension}`);
      expect(open).toMatchObject({ statusCode: 200, headers: { Link: link } });
      expect((await ask(`/feeds/section/news.${extension}`, 'HEAD')).headers['Link']).toBe(link);
      expect(
        await ask(`/feeds/section/news.${extension}`, 'GET', { 'if-none-match': open.headers['ETag']! }),
      ).toMatchObject({ statusCode: 304, headers: { Link: link } });
      const closed = await ask(`/feeds/all.${extension}`);
      expect(closed.statusCode).toBe(200);
      expect(closed.headers['Link']).not.toContain('hub');
      expect(text(closed)).not.toContain('hub.example.org');
    }
    expect(text(await ask('/feeds/section/news.rss')).match(/<atom:link rel="hub" href="[^"]*"/g)).toEqual(
      hubs.map((hub) => `<atom:link rel="hub" href="${hub}"`),
    );
    expect(text(await ask('/feeds/section/news.atom')).match(/<link rel="hub" href="[^"]*"/g)).toEqual(
      hubs.map((hub) => `<link rel="hub" href="${hub}"`),
    );
    expect(JSON.parse(text(await ask('/feeds/section/news.json')))).toMatchObject({
      hubs: hubs.map((url) => ({ type: 'WebSub', url })),
    });
  });
});
