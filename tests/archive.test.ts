// Behind the head of a channel: day pages that hold every story once, deltas for pullers that want them, and channels that settings define.

import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { serve } from '../lambdas/serve.ts';
import { emitChannel, emitStory } from '../shared/emit.ts';
import { headKey } from '../shared/store/keys.ts';
import { storiesOnPage } from '../shared/archive.ts';
import { writeEntry } from '../shared/store/entries.ts';
import type { TestGround } from './ground.ts';
import { testGround } from './ground.ts';

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly text: string };

async function get(desk: TestGround, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const [rawPath, rawQueryString = ''] = path.split('?');
  const {
    statusCode,
    headers: sent,
    body,
  } = await serve(desk.ground, { rawPath, rawQueryString, headers, requestContext: { http: { method: 'GET' } } });
  const bytes = Buffer.from(body, 'base64');
  return {
    status: statusCode,
    headers: sent,
    text: (sent['Content-Encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes).toString('utf8'),
  };
}

const titles = (text: string): readonly string[] =>
  [...text.matchAll(/<item>\s*<title>([^<]*)<\/title>/g)].map(([, title]) => title!);
const link = (text: string, rel: string): string | undefined =>
  new RegExp(`<atom:link rel="${rel}"[^>]*href="([^"]*)"`).exec(text)?.[1]?.replaceAll('&amp;', '&');

/** Two stories a day for four days; one of the first day is corrected on the last. */
async function fourDays(settings: Parameters<typeof testGround>[0] = {}): Promise<TestGround> {
  const desk = testGround(settings);
  for (let day = 20; day <= 23; day += 1) {
    desk.setClock(`2026-11-${day}T10:00:00.000Z`);
    for (const part of ['a', 'b'])
      await desk.upload(
        `north/${day}${part}.txt`,
        `Section: Ports\nHeadline: Story ${day}${part}\nKeywords: ${part === 'a' ? 'ice' : 'tea'}\n\nThe body of the story says something that is long enough.`,
      );
    await desk.settle();
  }
  await desk.upload(
    'north/20a.txt',
    'Section: Ports\nHeadline: Story 20a corrected\nKeywords: ice\n\nThe body of the story says something else that is long enough.',
  );
  await desk.settle();
  return desk;
}

describe('the archive of a channel', () => {
  it('shows every story exactly once to whoever walks its day pages', async () => {
    using desk = await fourDays();
    const found: string[] = [];
    const head = await get(desk, '/feeds/all.rss');
    for (let page = link(head.text, 'prev-archive'); page !== undefined; ) {
      const { status, text } = await get(desk, page.slice(desk.ground.settings.site.publicUrl.length));
      expect(status).toBe(200);
      found.push(...titles(text));
      page = link(text, 'prev-archive');
    }
    expect(found.toSorted()).toEqual([
      'Story 20a corrected',
      'Story 20b',
      'Story 21a',
      'Story 21b',
      'Story 22a',
      'Story 22b',
      'Story 23a',
      'Story 23b',
    ]);
  });

  it('links its pages both ways, in every format', async () => {
    using desk = await fourDays();
    const page = await get(desk, '/feeds/all.rss?day=2026-11-22');
    expect(titles(page.text).toSorted()).toEqual(['Story 22a', 'Story 22b']);
    expect([link(page.text, 'prev-archive'), link(page.text, 'next-archive')].map((href) => href?.slice(-10))).toEqual([
      '2026-11-21',
      '2026-11-23',
    ]);
    for (const extension of ['atom', 'json', 'newsml', 'ninjs'])
      expect((await get(desk, `/feeds/all.${extension}?day=2026-11-22`)).text).toContain('Story 22a');
    expect((await get(desk, '/feeds/all.rss?day=2026-11-22', { 'if-none-match': page.headers['ETag']! })).status).toBe(
      304,
    );
    for (const query of ['day=2026-13-99', 'day=2026-02-30', 'day=2026-11-22&cursor=x'])
      expect((await get(desk, `/feeds/all.rss?${query}`)).status).toBe(400);
    expect((await get(desk, '/feeds/none.rss?day=2026-11-22')).status).toBe(404);
  });
});

describe('a day with more stories than fit on a page', () => {
  it('goes on behind its first page, also for formats that have no links of their own', {
    timeout: 30_000,
  }, async () => {
    using desk = testGround();
    const many = storiesOnPage * 2 + 3;
    for (let number = 0; number < many; number += 1)
      await writeEntry(
        desk.ground.table,
        'all',
        { uri: `tag:${number}`, version: 1, changedAt: '2026-11-24T10:00:00.000Z', gone: true },
        1,
      );
    await desk.upload(
      'north/a.txt',
      'Headline: The one that stays\n\nThe body of the story says something that is long enough.',
      { receivedAt: '2026-11-24T09:00:00.000Z' },
    );
    await desk.settle();
    const pages: Answer[] = [];
    for (let path: string | undefined = '/feeds/all.newsml'; path !== undefined; path = behind(pages.at(-1)!))
      pages.push(await get(desk, path));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(pages.slice(1).filter(({ text }) => text.includes('The one that stays'))).toHaveLength(1);
    expect(pages[2]!.headers['Link']).toMatch(
      /^<http:\/\/localhost:8080\/feeds\/all\.newsml\?day=2026-11-24&cursor=[\w-]+>; rel="self"/,
    );
  });
});

/** Where the page before lies, as the header says. */
function behind({ headers }: Answer): string | undefined {
  return /<http:\/\/localhost:8080([^>]*)>; rel="(?:prev-archive|next)"/.exec(headers['Link'] ?? '')?.[1];
}

describe('a puller that wants only what is new', () => {
  it('comes to all of it page by page, by a link in the feed and in the header', async () => {
    using desk = await fourDays();
    const found: string[] = [];
    let page = await get(desk, '/feeds/all.rss?since=2026-11-21T00:00:00Z&limit=3');
    for (let pages = 1; pages <= 3; pages += 1) {
      found.push(...titles(page.text));
      const next = behind(page);
      expect(link(page.text, 'next')).toBe(next === undefined ? undefined : `http://localhost:8080${next}`);
      if (next === undefined) break;
      page = await get(desk, next);
    }
    expect(found.toSorted()).toEqual([
      'Story 20a corrected',
      'Story 21a',
      'Story 21b',
      'Story 22a',
      'Story 22b',
      'Story 23a',
      'Story 23b',
    ]);
  });

  it('may write the moment with a zone, escaped or not, or without one for UTC, or a day alone', async () => {
    using desk = await fourDays();
    for (const [since, count] of [
      ['2026-11-23T10:00:00+01:00', 3],
      ['2026-11-23T11:00:00%2B01:00', 0],
      ['2026-11-23', 3],
      ['2026-11-23T09:59', 3],
      ['2026-11-23T10:00:00', 0],
    ] as const) {
      expect(titles((await get(desk, `/feeds/all.rss?since=${since}`)).text)).toHaveLength(count);
    }
  });

  it('asks for what changed since a moment', async () => {
    using desk = await fourDays();
    expect(titles((await get(desk, '/feeds/all.rss?since=2026-11-22T23:00:00Z')).text).toSorted()).toEqual([
      'Story 20a corrected',
      'Story 23a',
      'Story 23b',
    ]);
    expect(titles((await get(desk, '/feeds/all.rss?limit=2')).text)).toHaveLength(2);
    for (const query of [
      'since=yesterday',
      'since=5',
      'since=2026-11-31T10:00:00Z&day=x',
      'limit=0',
      'limit=9999',
      'limit=x',
      'limit=1e2',
      'limit=2&cursor=x',
    ])
      expect((await get(desk, `/feeds/all.rss?${query}`)).status).toBe(400);
  });

  it('is sent the difference to what it holds, as 226, and 304 where there is none', async () => {
    using desk = await fourDays();
    const held = await get(desk, '/feeds/all.rss');
    desk.setClock('2026-11-24T10:00:00.000Z');
    await desk.upload(
      'north/24.txt',
      'Headline: Story 24\n\nThe body of the story says something that is long enough.',
    );
    await desk.settle();
    const delta = await get(desk, '/feeds/all.rss', { 'A-IM': 'feed', 'If-None-Match': held.headers['ETag']! });
    expect(delta).toMatchObject({ status: 226, headers: { IM: 'feed' } });
    expect(titles(delta.text)).toEqual(['Story 24']);
    expect(
      titles(
        (
          await get(desk, '/feeds/all.rss', {
            'A-IM': 'feed',
            'If-None-Match': held.headers['ETag']!,
            'Accept-Encoding': 'br',
          })
        ).text,
      ),
    ).toEqual(['Story 24']);
    expect(
      (await get(desk, '/feeds/all.rss', { 'A-IM': 'feed', 'If-None-Match': delta.headers['ETag']! })).status,
    ).toBe(304);
    expect((await get(desk, '/feeds/all.rss', { 'A-IM': 'feed', 'If-None-Match': '"something-else"' })).status).toBe(
      200,
    );
  });
});

describe('a story whose publisher had to try again', () => {
  it('is in the difference to what a puller holds, though a story that changed later was in it before', async () => {
    using desk = testGround();
    const copy = (name: string): string =>
      `Headline: Story ${name}\n\nThe body of the story says something that is long enough.`;
    await desk.upload('north/late.txt', copy('late'));
    desk.setClock('2026-11-24T10:00:05.000Z');
    await desk.upload('north/prompt.txt', copy('prompt'));
    await emitStory(desk.ground, headKey('tag:copytaster.localhost,2026:north/prompt.txt'));
    await emitChannel(desk.ground, 'all');
    const held = await get(desk, '/feeds/all.rss');
    expect(titles(held.text)).toEqual(['Story prompt']);
    desk.setClock('2026-11-24T10:01:00.000Z');
    await desk.upload('north/next.txt', copy('next'));
    await desk.settle();
    const delta = await get(desk, '/feeds/all.rss', { 'A-IM': 'feed', 'If-None-Match': held.headers['ETag']! });
    expect(delta.status).toBe(226);
    expect(titles(delta.text)).toEqual(['Story next', 'Story late']);
    expect(titles((await get(desk, '/feeds/all.rss?since=2026-11-24T10:00:05Z')).text)).toEqual([
      'Story next',
      'Story late',
    ]);
  });
});

describe('a channel that settings define', () => {
  it('holds what fits its filter, under its own title, in its own formats', async () => {
    using desk = await fourDays({
      channels: [
        {
          name: 'ice',
          title: 'All about ice',
          match: { keywords: ['ICE'], sections: ['ports'] },
          items: 30,
          formats: ['rss'],
        },
      ],
    });
    const { text } = await get(desk, '/feeds/ice.rss');
    expect(text).toContain('<title>All about ice | Copytaster</title>');
    expect(titles(text).toSorted()).toEqual(['Story 20a corrected', 'Story 21a', 'Story 22a', 'Story 23a']);
    expect((await get(desk, '/feeds/ice.atom')).status).toBe(404);
  });

  it.each([
    [{ text: ['else that'] }, 1],
    [{ text: ['ice'] }, 0],
    [{ desks: ['north'] }, 8],
    [{ desks: ['south'] }, 0],
    [{ languages: ['en'] }, 8],
    [{ providers: ['North'] }, 8],
    [{}, 8],
  ])('%j fits %i stories', async (match, count) => {
    using desk = await fourDays({ channels: [{ name: 'own', title: 'Own', match }] });
    const answer = await get(desk, '/feeds/own.rss');
    expect(answer.status === 404 ? 0 : titles(answer.text).length).toBe(count);
  });
});
