// A hundred stored stories as RSS, beside two packages from npm that write feeds. They are handed the body as HTML already; ours writes it from the story.

import { Feed as NpmFeed } from 'feed';
import { generateRssFeed } from 'feedsmith';
import { pageUrl } from '../../shared/publish/addresses.ts';
import { writeBody } from '../../shared/publish/blocks.ts';
import type { Entry, Feed } from '../../shared/publish/feed.ts';
import { rss } from '../../shared/publish/rss.ts';
import { authorsOf, summaryOf } from '../../shared/publish/summary.ts';
import type { Story } from '../../shared/story.ts';
import { corpus } from '../conformance/corpus.ts';
import { site, takeIn } from '../conformance/stories.ts';
import { measure, tell } from './measure.ts';

export async function benchRendering(): Promise<void> {
  const ordinary = corpus
    .filter(({ fate, name }) => fate === 'published' && !/forty|megabyte/.test(name))
    .slice(0, 100);
  const entries = await Promise.all(ordinary.map(async (piece) => (await takeIn(piece)).entry));
  const feed: Feed = {
    site,
    channel: { name: 'all', title: 'All stories', description: 'Everything on the wire' },
    entries,
    updatedAt: entries[0]!.changedAt,
  };
  const bodies = entries.map(({ story }) => String(writeBody(story, site)));
  const writers = [
    ['ours', () => rss.feed!(feed)],
    ['feed', () => writeWithFeed(entries, bodies)],
    ['feedsmith', () => writeWithFeedsmith(entries, bodies)],
  ] as const;
  for (const [name, write] of writers) {
    const measured = measure(() => write().length && 1);
    tell(
      `${entries.length} stories as RSS by ${name}, ${(1000 / measured.perSecond).toFixed(2)} ms each`,
      'feeds',
      measured,
    );
  }
}

function writeWithFeed(entries: readonly Entry[], bodies: readonly string[]): string {
  const feed = new NpmFeed({
    id: site.publicUrl,
    title: 'All stories',
    description: 'Everything on the wire',
    link: site.publicUrl,
    copyright: '',
    language: 'en',
  });
  for (const [place, { story }] of entries.entries()) {
    feed.addItem({
      ...shared(story),
      id: story.uri,
      link: pageUrl(site, story.uri),
      date: new Date(story.firstCreatedAt),
      content: bodies[place]!,
      author: [{ name: authorsOf(story) ?? '' }],
      category: categoriesOf(story),
    });
  }
  return feed.rss2();
}

function writeWithFeedsmith(entries: readonly Entry[], bodies: readonly string[]): string {
  return generateRssFeed({
    title: 'All stories',
    description: 'Everything on the wire',
    link: site.publicUrl,
    items: entries.map(({ story }, place) => ({
      ...shared(story),
      guid: { value: story.uri, isPermaLink: false },
      link: pageUrl(site, story.uri),
      pubDate: new Date(story.firstCreatedAt),
      categories: categoriesOf(story),
      content: { encoded: bodies[place]! },
      dc: { creators: [authorsOf(story) ?? ''] },
      media: {
        contents: story.pictures.map(({ href, mediaType, width, height, caption, credit }) => ({
          url: href!,
          type: mediaType!,
          medium: 'image',
          width: width!,
          height: height!,
          description: { value: caption! },
          credits: [{ value: credit!.line }],
        })),
      },
    })),
  });
}

function shared(story: Story): { readonly title: string; readonly description: string } {
  return { title: story.headline, description: summaryOf(story) };
}

function categoriesOf({ kicker, keywords }: Story): { name: string }[] {
  return [kicker ?? '', ...keywords].filter(Boolean).map((name) => ({ name }));
}
