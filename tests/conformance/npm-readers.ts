// Feed readers from npm, each as what it makes of a feed.

import { Readable } from 'node:stream';
import { parseFeed as parseWithRowan } from '@rowanmanning/feed-parser';
import FeedParser from 'feedparser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import type { Arrived, Feed } from './arrival.ts';

export type Reader = {
  readonly name: string;
  readonly reads: readonly Feed[];
  readonly read: (text: string, feed: Feed) => Arrived[] | Promise<Arrived[]>;
};

export const npmReaders: readonly Reader[] = [
  { name: 'feedsmith', reads: ['rss', 'atom', 'json'], read: readWithFeedsmith },
  { name: 'rss-parser', reads: ['rss'], read: readWithRssParser },
  { name: 'feedparser', reads: ['rss', 'atom'], read: readWithFeedparser },
  { name: '@rowanmanning/feed-parser', reads: ['rss', 'atom'], read: readWithRowanManning },
];

function readWithFeedsmith(text: string, feed: Feed): Arrived[] {
  if (feed === 'json') {
    return (parseJsonFeed(text).items ?? []).map(({ id, title, date_published, authors, content_html }) => ({
      guid: id ?? '',
      title: title ?? '',
      date: String(date_published),
      authors: namesOf(authors),
      html: content_html ?? '',
    }));
  }
  if (feed === 'atom') {
    return (parseAtomFeed(text).entries ?? []).map(({ id, title, published, authors, content, media }) => ({
      guid: id ?? '',
      title: title?.value ?? '',
      date: String(published),
      authors: namesOf(authors),
      html: content?.value ?? '',
      media: mediaOf(media),
    }));
  }
  return (parseRssFeed(text).items ?? []).map(({ guid, title, pubDate, dc, content, media }) => ({
    guid: guid?.value ?? '',
    title: title ?? '',
    date: String(pubDate),
    authors: (dc?.creators ?? []).join(', '),
    html: content?.encoded ?? '',
    media: mediaOf(media),
  }));
}

async function readWithRssParser(text: string): Promise<Arrived[]> {
  const { items } = await new RssParser<unknown, { creator?: string; 'content:encoded'?: string }>().parseString(text);
  return items.map((item) => ({
    guid: item.guid ?? '',
    title: item.title ?? '',
    date: String(item.isoDate),
    authors: item.creator ?? '',
    html: item['content:encoded'] ?? '',
  }));
}

async function readWithFeedparser(text: string, feed: Feed): Promise<Arrived[]> {
  const arrived: Arrived[] = [];
  const parser = new FeedParser({});
  Readable.from([text]).pipe(parser);
  for await (const item of parser as AsyncIterable<FeedParser.Item>) {
    // Of an Atom entry it reads one author, and where there are several that of the feed.
    const authors = feed === 'atom' && item.author === item.meta.author ? undefined : (item.author ?? '');
    arrived.push({
      guid: item.guid,
      title: item.title ?? '',
      date: String(item.pubdate?.toISOString()),
      authors,
      html: item.description ?? '',
    });
  }
  return arrived;
}

function readWithRowanManning(text: string): Arrived[] {
  return parseWithRowan(text).items.map(({ id, title, published, authors, content }) => {
    // It resolves references in CDATA once more: a text that talks of `<script>` becomes one, and cannot be compared.
    const html = content?.includes('<script>') ? undefined : (content ?? '');
    return {
      guid: id ?? '',
      title: title ?? '',
      date: String(published?.toISOString()),
      authors: namesOf(authors),
      html,
    };
  });
}

function namesOf(people: readonly { readonly name?: string | null }[] = []): string {
  return people.map(({ name }) => name ?? '').join(', ');
}

type Described = {
  readonly description?: { readonly value?: string };
  readonly credits?: readonly { readonly value?: string }[];
};
type Media = {
  readonly contents?: readonly Described[];
  readonly groups?: readonly { readonly contents?: readonly Described[] }[];
};

function mediaOf({ contents = [], groups = [] }: Media = {}): readonly string[] {
  const all = [...contents, ...groups.flatMap((group) => group.contents ?? [])];
  return all.flatMap(({ description, credits = [] }) => [
    description?.value ?? '',
    ...credits.map(({ value }) => value ?? ''),
  ]);
}
