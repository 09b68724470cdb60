// Real feed readers from npm get every guid, title, date, author and body, and where they read Media RSS every caption and credit.

import { Readable } from 'node:stream';
import { parseFeed as parseWithRowan } from '@rowanmanning/feed-parser';
import FeedParser from 'feedparser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../lambdas/serve.ts';
import type { TestGround } from '../ground.ts';
import { headlineStory, testGround } from '../ground.ts';

let desk: TestGround;

async function feed(extension: string): Promise<string> {
  const { body } = await serve(desk.ground, {
    rawPath: `/feeds/all.${extension}`,
    headers: {},
    requestContext: { http: { method: 'GET' } },
  });
  return Buffer.from(body, 'base64').toString('utf8');
}

const uri = (name: string): string => `tag:copytaster.localhost,2026:north/${name}.txt`;
const guids = [uri('%C3%A4rger%20%26%20%C3%B6l'), uri('a'), uri('b')];
const sorted = (given: readonly (string | undefined)[]): readonly (string | undefined)[] => given.toSorted();

beforeAll(async () => {
  desk = testGround();
  await desk.upload(
    'north/a.txt',
    `Section: Ports\n${headlineStory('Photo by JANE ROE/AFP via Getty Images').replace('\n\n', '\n\nBy Ann Poe and John Doe\n\n')}`,
  );
  await desk.upload(
    'north/b.txt',
    'Headline: Tea & <Biscuits> "Cost" More ]]> 🍵\n\nBy Tove Lind\n\nPrices of tea & biscuits rose by 3 < 4 percent in the year, a survey found.',
  );
  await desk.upload(
    'north/ärger & öl.txt',
    'Language: de\nHeadline: Ärger um Öl\n\nVon Jörg Müller\n\nDer Ölpreis ist am Dienstag gestiegen, sagte ein Händler.',
  );
  await desk.settle();
});

describe('feedsmith', () => {
  it('reads the RSS', async () => {
    const { items = [] } = parseRssFeed(await feed('rss'));
    expect(sorted(items.map((item) => item.guid?.value))).toEqual(guids);
    const biscuits = items.find((item) => item.guid?.value === uri('b'));
    const ferries = items.find((item) => item.guid?.value === uri('a'));
    expect(biscuits).toMatchObject({ title: 'Tea & <Biscuits> "Cost" More ]]> 🍵', dc: { creators: ['Tove Lind'] } });
    expect(ferries!.dc?.creators).toEqual(['Ann Poe and John Doe']);
    expect(ferries!.content?.encoded).toContain('stay closed until the wind drops');
    expect(Date.parse(ferries!.pubDate ?? '')).not.toBeNaN();
  });

  it('reads the Atom and the JSON Feed', async () => {
    const { entries = [] } = parseAtomFeed(await feed('atom'));
    expect(entries.map(({ id }) => id)).toHaveLength(3);
    expect(entries.find(({ id }) => id === uri('a'))!.authors?.map(({ name }) => name)).toEqual([
      'Ann Poe',
      'John Doe',
    ]);
    const json = parseJsonFeed(await feed('json'));
    expect(sorted((json.items ?? []).map(({ id }) => id))).toEqual(guids);
    expect(json.items?.find(({ id }) => id === uri('a'))?.authors?.map(({ name }) => name)).toEqual([
      'Ann Poe',
      'John Doe',
    ]);
  });
});

describe('rss-parser', () => {
  it('reads the RSS', async () => {
    const { items } = await new RssParser().parseString(await feed('rss'));
    expect(sorted(items.map(({ guid }) => guid))).toEqual(guids);
    const [ferries, biscuits] = ['a', 'b'].map((name) => items.find(({ guid }) => guid === uri(name))!);
    expect(biscuits).toMatchObject({ title: 'Tea & <Biscuits> "Cost" More ]]> 🍵', creator: 'Tove Lind' });
    expect(ferries!['content:encoded']).toContain('stay closed until the wind drops');
    expect(ferries!.creator).toBe('Ann Poe and John Doe');
  });
});

describe('feedparser', () => {
  it.each(['rss', 'atom'])('reads the %s', async (extension) => {
    const items: FeedParser.Item[] = [];
    const parser = new FeedParser({});
    Readable.from([await feed(extension)]).pipe(parser);
    for await (const item of parser) items.push(item as FeedParser.Item);
    expect(sorted(items.map(({ guid }) => guid))).toEqual(guids);
    const ferries = items.find(({ guid }) => guid === uri('a'))!;
    expect(ferries.description).toContain('stay closed until the wind drops');
    // It reads one author of an Atom entry and none of several.
    expect(items.find(({ guid }) => guid === uri('b'))!.author).toBe('Tove Lind');
    expect(ferries.pubdate).toBeInstanceOf(Date);
  });
});

describe('@rowanmanning/feed-parser', () => {
  it.each(['rss', 'atom'])('reads the %s', async (extension) => {
    const { items } = parseWithRowan(await feed(extension));
    expect(sorted(items.map(({ id }) => id ?? undefined))).toEqual(guids);
    const ferries = items.find(({ id }) => id === uri('a'))!;
    expect(ferries.title).toBe('Ferries Stop Over Storm');
    expect(ferries.content).toContain('stay closed until the wind drops');
    expect(ferries.authors.map(({ name }) => name).join(' and ')).toBe('Ann Poe and John Doe');
  });
});
