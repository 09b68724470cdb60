// What partners' importers get: the same channel by each profile, golden; a killed story stays a notice, and no word of what is held goes out.

import { describe, expect, it } from 'vitest';
import { checkFeed } from '../../infra/laptop/check-feed/check-feed.ts';
import { seeFeed } from '../../infra/laptop/check-feed/seen-feed.ts';
import { readSettings } from '../../lambdas/read-settings.ts';
import { serve } from '../../lambdas/serve.ts';
import type { Entry, Feed } from '../../shared/publish/feed.ts';
import { profiles } from '../../shared/publish/profiles.rules.ts';
import { rss } from '../../shared/publish/rss.ts';
import { sitemap } from '../../shared/publish/sitemap.ts';
import { testGround } from '../ground.ts';
import { parseErrors } from '../standards.ts';
import { aStory, site } from './a-story.ts';

const secret = 'the text that nobody may read any more';

const stories: readonly Entry[] = [
  {
    changedAt: '2026-11-21T10:00:00.000Z',
    story: aStory({
      uri: 'tag:northlight.example,2026:withdrawn',
      version: 3,
      status: 'canceled',
      signal: 'kill',
      headline: 'Mayor Resigns',
      edNote: 'Wrong town.',
      body: [],
      pictures: [],
    }),
  },
  {
    changedAt: '2026-11-21T09:00:00.000Z',
    story: aStory({
      uri: 'tag:northlight.example,2026:ferries',
      version: 2,
      signal: 'correction',
      edNote: 'Corrects the day in paragraph 1.',
      headline:
        'Ferries Wait for the Wind to Drop While Islanders Queue for Bread, Fuel and News of the Boats That Should Have Come Three Days Ago and Have Not Been Seen Since',
      byline: {
        line: 'By Jane Doe and John Roe',
        people: [{ name: 'Jane Doe' }, { name: 'John Roe' }],
        organisations: [],
        given: 'By JANE DOE and JOHN ROE',
      },
      body: [
        { type: 'paragraph', text: 'The harbour stayed closed on Friday, the port authority said. '.repeat(6).trim() },
        { type: 'figure', picture: 'picture-1' },
      ],
      pictures: [
        {
          id: 'picture-1',
          caption: 'A ferry in the harbour of Vesterhavn.',
          credit: {
            line: 'Ann Poe/AFP',
            people: ['Ann Poe'],
            organisations: ['AFP'],
            designations: [],
            given: 'ANN POE/AFP',
          },
          href: `/media/${'a'.repeat(64)}.jpg`,
          mediaType: 'image/jpeg',
          width: 3000,
          height: 2000,
          renditions: [
            {
              name: 'web-640',
              href: `/media/${'a'.repeat(64)}-640.jpg`,
              mediaType: 'image/jpeg',
              width: 640,
              height: 427,
            },
          ],
        },
      ],
    }),
  },
];

function feedFor(profile: string): Feed {
  const channel = {
    name: `partners/${profile}`,
    title: 'Islands',
    description: 'News of the islands and the sea',
    language: 'en',
    image: 'https://wire.example.org/islands.png',
    profile,
  };
  return { site, channel, entries: stories, updatedAt: stories[0]!.changedAt };
}

describe.each(profiles.map(({ name }) => name))('the profile %s', (name) => {
  const text = rss.feed!(feedFor(name));

  it('is golden and well-formed', async () => {
    expect(parseErrors(text)).toEqual([]);
    await expect(text).toMatchFileSnapshot(`./profiles/${name}.rss`);
  });

  it('keeps its partner’s own rules', () => {
    const misses = checkFeed(seeFeed(text) as never, name, Date.parse('2026-11-24T10:00:00Z'));
    // A feed of two stories has not thirty, and this site names no hub.
    expect(misses.filter(({ rule }) => !['thirty-items', 'hub'].includes(rule))).toEqual([]);
  });
});

describe('a news sitemap', () => {
  it('lists the pages of usable stories of the last two days, golden', async () => {
    const old = {
      changedAt: '2026-11-20T09:00:00.000Z',
      story: aStory({ uri: 'tag:northlight.example,2026:old', firstCreatedAt: '2026-11-19T09:59:59.000Z' }),
    };
    const chinese = {
      changedAt: '2026-11-20T09:00:00.000Z',
      story: aStory({ uri: 'tag:northlight.example,2026:zh', language: 'zh-Hant', headline: '渡輪 & 海' }),
    };
    const text = sitemap.feed!({ ...feedFor('google'), entries: [...stories, old, chinese] });
    expect(parseErrors(text)).toEqual([]);
    expect([...text.matchAll(/<loc>/g)]).toHaveLength(2);
    await expect(text).toMatchFileSnapshot('./profiles/sitemap.xml');
  });
});

describe('a channel with a profile', () => {
  it('is served as settings say, and holds nothing of a killed or embargoed story', async () => {
    const settings = readSettings(
      JSON.stringify({
        channels: [{ name: 'partners/msn', title: 'For MSN', match: {}, formats: ['rss', 'sitemap'], profile: 'msn' }],
      }),
    );
    using desk = testGround({ channels: settings.channels });
    const get = async (path: string): Promise<{ readonly status: number; readonly text: string }> => {
      const { statusCode, body } = await serve(desk.ground, {
        rawPath: path,
        requestContext: { http: { method: 'GET' } },
      });
      return { status: statusCode, text: Buffer.from(body, 'base64').toString('utf8') };
    };
    await desk.upload('north/killed.txt', `Headline: Mayor Resigns\n\nHere is ${secret}.\n`);
    await desk.settle();
    await desk.upload('north/killed.txt', 'Headline: Mayor Resigns\nStatus: canceled\n');
    await desk.upload('north/held.txt', `Headline: The Budget\nEmbargo: 2026-12-01 06:00 UTC\n\nHere is ${secret}.\n`);
    await desk.upload('north/open.txt', 'Headline: Ferries Wait\n\nThe harbour stayed closed on Friday.\n');
    await desk.settle();
    const [feed, map, none] = [
      await get('/feeds/partners/msn.rss'),
      await get('/feeds/partners/msn.sitemap'),
      await get('/feeds/all.sitemap'),
    ];
    expect(feed.text).toMatch(/xmlns:mi=[^]*<mi:shortTitle>Ferries Wait<[^]*Killed: Mayor Resigns/);
    expect(map.text).toContain('<news:title>Ferries Wait</news:title>');
    for (const { text } of [feed, map]) expect(text).not.toMatch(new RegExp(`${secret}|The Budget`));
    expect(map.text).not.toContain('Mayor');
    expect(none.status).toBe(404);
  });

  it('of a name that nobody knows is refused in a sentence', () => {
    expect(() =>
      readSettings(JSON.stringify({ channels: [{ name: 'x', title: 'X', match: {}, profile: 'myspace' }] })),
    ).toThrow('SETTINGS: channels.0.profile: must be one of default, msn, flipboard, smartnews, newsbreak, google');
  });
});
