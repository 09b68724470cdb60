// One story that can't be read: every feed goes on without it, jobs go on past it, and it comes back by itself.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Laptop } from '../infra/laptop/laptop.ts';
import { startLaptop } from '../infra/laptop/laptop.ts';
import { openDatabase } from '../infra/laptop/sqlite-table.ts';
import { release } from '../lambdas/release.ts';
import { serve } from '../lambdas/serve.ts';
import { exportStories } from '../shared/carry-over.ts';
import { emitChannel } from '../shared/emit.ts';
import type { Ground } from '../shared/ground.ts';
import type { Facts, Log } from '../shared/ports.ts';
import { documentId } from '../shared/publish/document-id.ts';
import { askToRebuild } from '../shared/rebuild.ts';
import { replay } from '../shared/replay.ts';
import { endExpired, releaseEmbargoes } from '../shared/release.ts';
import { entryKey, headKey, killKey, versionKey } from '../shared/store/keys.ts';
import { addPartner } from '../shared/store/partners.ts';
import { storedFormat } from '../shared/store/stored-format.ts';
import { readHead, readStory } from '../shared/store/stories.ts';
import { listUnpulled } from '../shared/unpulled.ts';
import { throttledAt, withoutItem, withSpoiltItem, withTexts, withVersionData } from './broken-ground.ts';
import type { TestGround } from './ground.ts';
import { testGround } from './ground.ts';
import { freePort } from './running-laptop.ts';

const uriOf = (name: string): string => `tag:copytaster.localhost,2026:desk/${name}.txt`;
const plums = uriOf('plums');
const long = `A long orchard. ${'Word after word after word. '.repeat(6000)}`;
const extensions = ['rss', 'atom', 'json', 'newsml', 'ninjs'];

type Line = { readonly event: string; readonly facts: Facts };

function listening(ground: Ground): { readonly ground: Ground; readonly lines: Line[] } {
  const lines: Line[] = [];
  const say: Log['info'] = (event, facts = {}) => void lines.push({ event, facts });
  return { ground: { ...ground, log: { info: say, warn: say, error: say } }, lines };
}

async function read(ground: Ground, rawPath: string, rawQueryString = ''): Promise<string> {
  const { statusCode, body } = await serve(ground, {
    rawPath,
    rawQueryString,
    requestContext: { http: { method: 'GET' } },
  });
  return statusCode === 200 ? Buffer.from(body, 'base64').toString('utf8') : `status ${statusCode}`;
}

/** Apples, plums and pears, of which the plums were never read by this ground. */
async function threeStories(test: TestGround, plumText = 'Ripe plums.'): Promise<void> {
  await test.upload('desk/apples.txt', 'Headline: Apples\n\nRed apples.');
  await test.upload('desk/plums.txt', `Headline: Plums\n\n${plumText}`);
  await test.upload('desk/pears.txt', 'Headline: Pears\n\nGreen pears.');
}

type Fault = (ground: Ground) => Ground;

const faults: readonly (readonly [string, Fault, string])[] = [
  ['is not in the table', (ground) => withoutItem(ground, versionKey(plums, 1)), 'Ripe plums.'],
  ['is spoilt', (ground) => withSpoiltItem(ground, versionKey(plums, 1)), 'Ripe plums.'],
  [
    'was stored by a newer release',
    (ground) => withVersionData(ground, plums, 1, (data) => ({ ...data, format: storedFormat + 1 })),
    'Ripe plums.',
  ],
  [
    'is no story',
    (ground) => withVersionData(ground, plums, 1, (data) => ({ ...data, story: { uri: plums } })),
    'Ripe plums.',
  ],
  [
    'trips a format',
    (ground) =>
      withVersionData(ground, plums, 1, (data) => ({
        ...data,
        story: { ...(data as { story: object }).story, body: [null] },
      })),
    'Ripe plums.',
  ],
  ['has lost its text', (ground) => withTexts(ground, undefined), long],
  ['has a text that is cut off', (ground) => withTexts(ground, gzipSync('{"uri":"tag:')), long],
  ['has a text that is no archive', (ground) => withTexts(ground, new Uint8Array([1, 2, 3])), long],
];

describe('a feed with a story that can’t be read', () => {
  it.each(faults)(
    'goes on without it in every format when it %s, says which, and shows kills',
    async (_fault, breakIt, text) => {
      using test = testGround();
      await threeStories(test, text);
      await test.settle();
      const { ground, lines } = listening(breakIt(test.ground));
      await test.upload('desk/apples.txt', 'Headline: Apples\nStatus: canceled\n');
      await test.settle(ground);
      for (const extension of extensions) {
        const feed = await read(test.ground, `/feeds/all.${extension}`);
        expect(feed, extension).toContain('Green pears.');
        expect(feed, extension).not.toContain('Red apples.');
        expect(/Ripe plums|long orchard/.test(feed), extension).toBe(false);
      }
      const told = lines.filter(({ event, facts }) => event === 'entry-unreadable' && facts['channel'] === 'all');
      expect(told.length).toBeGreaterThan(0);
      expect(told[0]!.facts).toMatchObject({
        uri: plums,
        version: 1,
        error: expect.any(String) as string,
        stack: expect.any(String) as string,
      });
    },
  );

  it('tells it once for each rendering, with the story, the channel and the cause', async () => {
    using test = testGround();
    await threeStories(test);
    await test.settle();
    const { ground, lines } = listening(withoutItem(test.ground, versionKey(plums, 1)));
    await emitChannel(ground, 'all');
    expect(lines.filter(({ event }) => event === 'entry-unreadable')).toHaveLength(1);
  });

  it('has it again by itself once it can be read, and nobody need do anything', async () => {
    using test = testGround();
    await threeStories(test);
    const broken = withoutItem(test.ground, versionKey(plums, 1));
    await test.settle(broken);
    await release(broken);
    await test.settle(broken);
    expect(await read(test.ground, '/feeds/all.rss')).not.toContain('Ripe plums.');
    await release(test.ground);
    await test.settle();
    expect(await read(test.ground, '/feeds/all.rss')).toContain('Ripe plums.');
    const quiet = listening(test.ground);
    await release(quiet.ground);
    expect(quiet.lines).toEqual([]);
  });

  it('has it again also where the very entry was spoilt', async () => {
    using test = testGround();
    await threeStories(test);
    await test.settle();
    const broken = withSpoiltItem(test.ground, entryKey('all', plums));
    await emitChannel(broken, 'all');
    expect(await read(test.ground, '/feeds/all.rss')).toMatch(/Red apples[^]*Green pears|Green pears[^]*Red apples/);
    expect(await read(test.ground, '/feeds/all.rss')).not.toContain('Ripe plums.');
    await release(test.ground);
    await test.settle();
    expect(await read(test.ground, '/feeds/all.rss')).toContain('Ripe plums.');
  });

  it('is left as it stands and rendered again later where the ground turns a call away', async () => {
    using test = testGround();
    await threeStories(test);
    await test.settle();
    const before = await read(test.ground, '/feeds/all.rss');
    await test.upload('desk/apples.txt', 'Headline: Apples\n\nYellow apples.');
    await expect(test.settle(throttledAt(test.ground, versionKey(plums, 1)))).rejects.toThrow('ThrottlingException');
    expect(await read(test.ground, '/feeds/all.rss')).toBe(before);
    await test.settle();
    expect(await read(test.ground, '/feeds/all.rss')).toMatch(
      /Yellow apples[^]*Ripe plums|Ripe plums[^]*Yellow apples/,
    );
  });

  it('is answered on day pages and since a moment as well', async () => {
    using test = testGround();
    await threeStories(test);
    await test.settle();
    const { ground, lines } = listening(withoutItem(test.ground, versionKey(plums, 1)));
    for (const query of ['day=2026-11-24', 'since=2026-11-24T00:00:00.000Z']) {
      const page = await read(ground, '/feeds/all.rss', query);
      expect(page).toContain('Green pears.');
      expect(page).not.toContain('Ripe plums.');
    }
    expect(lines.filter(({ event }) => event === 'entry-unreadable')).toHaveLength(2);
  });

  it('is read anew each time: a failure is not remembered', async () => {
    using test = testGround();
    await threeStories(test);
    let isThere = false;
    const get: Ground['table']['get'] = async (key) =>
      isThere || key.sk !== versionKey(plums, 1).sk ? test.ground.table.get(key) : undefined;
    const ground: Ground = { ...test.ground, table: { ...test.ground.table, get } };
    await expect(readStory(ground, plums, 1)).rejects.toThrow('is not in the table');
    isThere = true;
    expect((await readStory(ground, plums, 1)).headline).toBe('Plums');
  });
});

describe('the feed of stories under embargo', () => {
  it('goes on without one that can’t be read', async () => {
    using test = testGround({ openChannels: [] });
    for (const name of ['apples', 'plums'])
      await test.upload(`desk/${name}.txt`, `Headline: ${name}\nEmbargo: 2026-11-24 18:00 UTC\n\nThe ${name}.`);
    await test.settle();
    const key = await addPartner(
      test.ground.table,
      { name: 'early', kind: 'partner', channels: ['*'], embargoed: true },
      test.ground.clock.now(),
    );
    const { ground, lines } = listening(withoutItem(test.ground, versionKey(plums, 1)));
    const page = await read(ground, '/feeds/embargoed.rss', `key=${key}`);
    expect(page).toContain('The apples.');
    expect(page).not.toContain('The plums.');
    expect(lines).toMatchObject([{ event: 'entry-unreadable', facts: { channel: 'embargoed', uri: plums } }]);
  });
});

describe('a kill whose copy can’t be read', () => {
  it('reaches every feed by its head alone, under the guid the story had, and its pages are gone', async () => {
    using test = testGround();
    await threeStories(test);
    await test.settle();
    const link = /<link>[^<]*(\/stories\/\w+)\.html<\/link>/.exec(
      (await read(test.ground, '/feeds/all.rss')).split('Plums')[1]!,
    )![1]!;
    expect(await read(test.ground, `${link}.newsml`)).toContain('Ripe plums.');
    await test.upload('desk/plums.txt', 'Headline: Plums\nStatus: canceled\n');
    const { ground, lines } = listening(withoutItem(test.ground, versionKey(plums, 2)));
    await test.settle(ground);
    for (const extension of extensions) {
      const feed = await read(test.ground, `/feeds/all.${extension}`);
      expect(feed, extension).not.toContain('Ripe plums.');
      expect(feed, extension).toContain(plums);
      expect(feed, extension).toContain('Green pears.');
    }
    expect(await read(test.ground, `${link}.newsml`)).toBe('status 410');
    expect(lines).toContainEqual({
      event: 'story-unreadable',
      facts: expect.objectContaining({ uri: plums, version: 2 }) as Facts,
    });
  });

  it('keeps the guid of the chain that the story is in', async () => {
    using test = testGround();
    await test.upload('desk/plums.txt', 'Headline: Plums\n\nGreen plums.');
    await test.upload('desk/ripe.txt', 'Headline: Plums\nReplaces: plums.txt\n\nRipe plums.');
    await test.settle();
    expect(await read(test.ground, '/feeds/all.rss')).toContain(`<guid isPermaLink="false">${plums}</guid>`);
    await test.upload('desk/ripe.txt', 'Headline: Plums\nReplaces: plums.txt\nStatus: canceled\n');
    await test.settle(withoutItem(test.ground, versionKey(uriOf('ripe'), 2)));
    const feed = await read(test.ground, '/feeds/all.rss');
    expect(feed).toContain(`<guid isPermaLink="false">${plums}</guid>`);
    expect(feed).not.toMatch(/(?:Green|Ripe) plums/);
  });
});

describe('a new version that can’t be read', () => {
  it.each(['Status: withheld', 'Embargo: 2026-11-24 18:00 UTC', 'Embargo: when the minister sits down'])(
    'takes out of the feeds what stands in them where its head says “%s”',
    async (line) => {
      using test = testGround();
      await threeStories(test);
      await test.settle();
      await test.upload('desk/plums.txt', `Headline: Plums\n${line}\n\nRiper plums.`);
      await test.settle(withoutItem(test.ground, versionKey(plums, 2)));
      expect(await read(test.ground, '/feeds/all.rss')).not.toMatch(/Ripe|Plums/);
      expect(await read(test.ground, '/feeds/all.rss')).toContain('Green pears.');
    },
  );

  it('leaves standing what stands where its head forbids nothing, and is published once it can be read', async () => {
    using test = testGround();
    await threeStories(test);
    await test.settle();
    await test.upload('desk/plums.txt', 'Headline: Plums\n\nRiper plums.');
    await test.settle(withoutItem(test.ground, versionKey(plums, 2)));
    expect(await read(test.ground, '/feeds/all.rss')).toContain('Ripe plums.');
    await release(test.ground);
    await test.settle();
    expect(await read(test.ground, '/feeds/all.rss')).toContain('Riper plums.');
  });

  it('is given up where another has followed it', async () => {
    using test = testGround();
    await threeStories(test);
    const broken = withoutItem(test.ground, versionKey(plums, 1));
    await test.settle(broken);
    await test.upload('desk/plums.txt', 'Headline: Plums\n\nRiper plums.');
    await test.settle(broken);
    await release(broken);
    const { ground, lines } = listening(broken);
    test.setClock('2026-11-24T10:05:00.000Z');
    await release(ground);
    expect(lines).toEqual([]);
    expect(await read(test.ground, '/feeds/all.rss')).toContain('Riper plums.');
  });
});

describe('a rewrite of a story that can’t be read', () => {
  it('is taken in, and replaces it', async () => {
    using test = testGround();
    await test.upload('desk/plums.txt', 'Headline: Plums\n\nGreen plums.');
    await test.settle();
    const broken = withoutItem(test.ground, versionKey(plums, 1));
    const { outcomes } = await test.upload('desk/ripe.txt', 'Headline: Plums\nReplaces: plums.txt\n\nRipe plums.', {
      on: broken,
    });
    expect(outcomes).toMatchObject([{ outcome: 'stored' }]);
    await test.settle(broken);
    const feed = await read(test.ground, '/feeds/all.rss');
    expect(feed).toContain('Ripe plums.');
    expect(feed).toContain(`<guid isPermaLink="false">${plums}</guid>`);
    expect(feed).not.toContain('Green plums.');
  });
});

describe('moments that come', () => {
  const both = 'Embargo: 2026-11-24 18:00 UTC\nExpires: 2026-11-24 19:00 UTC';
  const name = (number: number): string => String(number).padStart(3, '0');
  const gone = (ground: Ground, isGone: (uri: string) => boolean): Ground => {
    const get: Ground['table']['get'] = async (key) =>
      key.sk.startsWith('version#') && isGone(key.pk) ? undefined : ground.table.get(key);
    return { ...ground, table: { ...ground.table, get } };
  };

  it('come for every other story when the longest waiting hundred and fifty can’t be read, and for those too when they can', async () => {
    using test = testGround();
    for (let number = 0; number < 200; number += 1)
      await test.upload(
        `desk/${name(number)}.txt`,
        `Headline: Honour ${number}\n${both.replace('18:00', number < 150 ? '17:00' : '18:00')}\n\nHonour.`,
      );
    await test.settle();
    const { ground, lines } = listening(gone(test.ground, (pk) => Number(/(\d{3})\.txt$/.exec(pk)![1]) < 150));
    test.setClock('2026-11-24T18:00:00.000Z');
    expect(await releaseEmbargoes(ground)).toBe(50);
    expect(lines.filter(({ event }) => event === 'release-failed')).toHaveLength(150);
    expect(lines[0]!.facts).toMatchObject({
      job: 'embargoes',
      uri: expect.stringMatching(/\d{3}\.txt$/) as string,
      error: expect.stringContaining('is not in the table') as string,
      stack: expect.any(String) as string,
    });
    test.setClock('2026-11-24T18:01:00.000Z');
    expect(await releaseEmbargoes(test.ground)).toBe(150);
    test.setClock('2026-11-24T19:00:00.000Z');
    const later = listening(gone(test.ground, (pk) => pk.endsWith('000.txt')));
    expect(await endExpired(later.ground)).toBe(199);
    expect(later.lines).toMatchObject([{ event: 'release-failed', facts: { job: 'expiries', uri: uriOf('000') } }]);
  });

  it('hold up nobody behind one that takes for ever', async () => {
    using test = testGround();
    for (const fruit of ['apples', 'pears', 'plums'])
      await test.upload(`desk/${fruit}.txt`, `Headline: ${fruit}\nEmbargo: 2026-11-24 18:00 UTC\n\nThe ${fruit}.`);
    await test.settle();
    test.setClock('2026-11-24T18:00:00.000Z');
    const get: Ground['table']['get'] = (key) =>
      key.pk === headKey(uriOf('apples')).pk ? new Promise(() => undefined) : test.ground.table.get(key);
    const { ground, lines } = listening({ ...test.ground, table: { ...test.ground.table, get } });
    expect(await releaseEmbargoes(ground)).toBe(2);
    expect(lines).toMatchObject([
      { event: 'release-failed', facts: { uri: uriOf('apples'), error: 'Error: It took longer than 5 seconds.' } },
    ]);
  }, 15_000);

  it('go on where time was up, so that all are reached', async () => {
    using test = testGround();
    for (let number = 0; number < 120; number += 1)
      await test.upload(
        `desk/${name(number)}.txt`,
        `Headline: Honour ${number}\nEmbargo: 2026-11-24 18:00 UTC\n\nHonour.`,
      );
    await test.settle();
    test.setClock('2026-11-24T18:00:00.000Z');
    const ground = gone(test.ground, (pk) => Number(/(\d{3})\.txt$/.exec(pk)![1]) < 100);
    const released: number[] = [];
    for (let minute = 0; minute < 3; minute += 1) {
      let pages = 0;
      released.push(await releaseEmbargoes(ground, () => (pages += 1) > 1));
    }
    expect(released).toEqual([0, 0, 20]);
  });

  it('are left to the next minute where the function has no time left', async () => {
    using test = testGround();
    await test.upload('desk/apples.txt', `Headline: Apples\n${both}\n\nApples.`);
    await test.settle();
    test.setClock('2026-11-24T18:00:00.000Z');
    await release(test.ground, { getRemainingTimeInMillis: () => 20_000 });
    expect((await readHead(test.ground.table, uriOf('apples')))!.released).toBeUndefined();
    await release(test.ground, { getRemainingTimeInMillis: () => 49_000 });
    expect((await readHead(test.ground.table, uriOf('apples')))!.released).toBe('2026-11-24T18:00:00.000Z');
  });

  it('come though another job can’t begin at all', async () => {
    using test = testGround({ openChannels: [] });
    await addPartner(
      test.ground.table,
      { name: 'late', kind: 'partner', channels: ['all'], embargoed: false },
      test.ground.clock.now(),
    );
    await test.upload('desk/apples.txt', `Headline: Apples\n${both}\n\nApples.`);
    await test.upload('desk/pears.txt', 'Headline: Pears\nExpires: 2026-11-24 18:00 UTC\n\nPears.');
    await test.upload('desk/plums.txt', 'Headline: Plums\n\nPlums.');
    await test.settle();
    await test.upload('desk/plums.txt', 'Headline: Plums\nStatus: canceled\n');
    await test.settle();
    test.setClock('2026-11-24T18:00:00.000Z');
    for (const broken of ['embargoes', 'expiries', 'kills', 'unreadable']) {
      const query: Ground['table']['query'] = (asked) =>
        asked.pk === broken ? Promise.reject(new Error('Turned away.')) : test.ground.table.query(asked);
      const { ground, lines } = listening({ ...test.ground, table: { ...test.ground.table, query } });
      await expect(release(ground)).rejects.toThrow(`${broken}: Error: Turned away.`);
      expect(lines).toContainEqual({
        event: 'release-failed',
        facts: expect.objectContaining({ job: broken }) as Facts,
      });
      if (broken === 'embargoes')
        expect(lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['stories-expired', 'kill-not-pulled']));
      if (broken === 'expiries') expect(lines.map(({ event }) => event)).toContain('embargoes-released');
    }
    expect(await readHead(test.ground.table, uriOf('apples'))).toMatchObject({ released: '2026-11-24T18:00:00.000Z' });
  });
});

describe('a kill that can’t be looked up', () => {
  it('stops no report of the others, in whatever place, and is looked up when it can', async () => {
    using test = testGround({ openChannels: [] });
    await addPartner(
      test.ground.table,
      { name: 'late', kind: 'partner', channels: ['all'], embargoed: false },
      test.ground.clock.now(),
    );
    await threeStories(test);
    await test.settle();
    for (const fruit of ['apples', 'plums', 'pears'])
      await test.upload(`desk/${fruit}.txt`, `Headline: ${fruit}\nStatus: canceled\n`);
    await test.settle();
    test.setClock('2026-11-24T12:00:00.000Z');
    for (const key of [killKey(plums), headKey(plums)]) {
      const { ground, lines } = listening(withSpoiltItem(test.ground, key));
      expect((await listUnpulled(ground)).map(({ kill }) => kill.uri).toSorted()).toEqual([
        uriOf('apples'),
        uriOf('pears'),
      ]);
      expect(lines).toMatchObject([{ event: 'kill-not-looked-up', facts: { uri: plums } }]);
    }
    const { ground, lines } = listening(withSpoiltItem(test.ground, headKey(plums)));
    await release(ground);
    const reported = (all: readonly Line[]): readonly unknown[] =>
      all
        .filter(({ event }) => event === 'kill-not-pulled')
        .map(({ facts }) => facts['uri'])
        .toSorted();
    expect(reported(lines)).toEqual([uriOf('apples'), uriOf('pears')]);
    expect(lines).toContainEqual({
      event: 'release-failed',
      facts: expect.objectContaining({ job: 'kills', uri: plums }) as Facts,
    });
    const mended = listening(test.ground);
    await release(mended.ground);
    expect(reported(mended.lines)).toEqual([plums]);
  });
});

describe('the versions of a story', () => {
  it('are all listed, with the one that can’t be read named as such', async () => {
    using test = testGround();
    for (const ripeness of ['Green', 'Ripe'])
      await test.upload('desk/plums.txt', `Headline: Plums\n\n${ripeness} plums.`);
    await test.settle();
    const page = await read(withoutVersion(test, 1), `/stories/${documentId(plums)}/versions`);
    expect((JSON.parse(page) as { readonly versions: readonly object[] }).versions).toMatchObject([
      { version: 2, headline: 'Plums' },
      { version: 1, unreadable: true },
    ]);
  });

  const withoutVersion = (test: TestGround, version: number): Ground =>
    withSpoiltItem(test.ground, versionKey(plums, version));
});

describe('a laptop', { timeout: 60_000 }, () => {
  it('goes on without a story that can’t be read, and has it again within seconds of its return', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copytaster-unreadable-'));
    const start = async (): Promise<Laptop> =>
      startLaptop({ inbox: join(folder, 'inbox'), data: join(folder, 'data'), port: await freePort(), samples: false });
    const put = (laptop: Laptop, name: string, text: string) =>
      fetch(`${laptop.url}/inbox/desk/${name}.txt`, { method: 'PUT', body: text });
    const feed = async (laptop: Laptop): Promise<string> => (await fetch(`${laptop.url}/feeds/all.rss`)).text();
    const first = await start();
    await put(first, 'plums', 'Headline: Plums\n\nRipe plums.');
    await put(first, 'apples', 'Headline: Apples\n\nRed apples.');
    await expect
      .poll(() => feed(first), { timeout: 20_000 })
      .toMatch(/Ripe plums[^]*Red apples|Red apples[^]*Ripe plums/);
    await first.stop();
    const database = openDatabase(join(folder, 'data', 'copytaster.sqlite'));
    const { pk, sk } = versionKey(plums, 1);
    database.prepare('UPDATE items SET data = ? || data WHERE pk = ? AND sk = ?').run('spoilt', pk, sk);
    const second = await start();
    await put(second, 'apples', 'Headline: Apples\nStatus: canceled\n');
    await put(second, 'pears', 'Headline: Pears\n\nGreen pears.');
    await expect.poll(() => feed(second), { timeout: 20_000 }).toContain('Green pears.');
    expect(await feed(second)).not.toMatch(/Red apples|Ripe plums/);
    database.prepare('UPDATE items SET data = substr(data, 7) WHERE pk = ? AND sk = ?').run(pk, sk);
    database.close();
    await expect.poll(() => feed(second), { timeout: 20_000 }).toContain('Ripe plums.');
    await second.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('an operator’s job', () => {
  const broken = (test: TestGround): Ground => withoutItem(test.ground, versionKey(plums, 1));

  it('exports every other story and tells of the one it can’t', async () => {
    using test = testGround();
    await threeStories(test);
    const [lines, failed]: [string[], string[]] = [[], []];
    for await (const line of exportStories(broken(test), undefined, (uri) => failed.push(uri))) lines.push(line);
    expect([lines.length, failed]).toEqual([2, [plums]]);
  });

  it('replays every other story and tells of the one it can’t', async () => {
    using test = testGround();
    await threeStories(test);
    const report = await replay(broken(test), { perSecond: 1000 });
    expect(report).toMatchObject({
      read: 2,
      failed: [{ uri: plums, error: expect.stringContaining('is not in the table') as string }],
    });
  });

  it('marks every other story and channel to be rendered again', async () => {
    using test = testGround();
    await threeStories(test);
    await test.settle();
    const report = await askToRebuild(withSpoiltItem(test.ground, headKey(plums)), { perSecond: 10_000 });
    expect(report).toMatchObject({ stories: 2, unknown: [], failed: [{ name: plums }] });
  });
});
