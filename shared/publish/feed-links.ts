// The links a feed carries about itself: its own address, the hubs, and the pages behind it (RFC 5005).

import { feedUrl } from './addresses.ts';
import type { Feed, FeedQuery, Format } from './feed.ts';

export type FeedLink = {
  readonly rel: string;
  readonly type?: string;
  readonly href: string;
};

/** What decides them. */
export type Linked = Pick<Feed, 'site' | 'day' | 'previousPage' | 'nextPage' | 'more' | 'hubs'> & {
  readonly channel: Pick<Feed['channel'], 'name'>;
};

/** Self comes first; a day page also links to the head of its channel and to its neighbours. */
export function linksOf(
  { site, channel: { name }, day, previousPage, nextPage, more, hubs = [] }: Linked,
  { extension, mediaType }: Pick<Format, 'extension' | 'mediaType'>,
): readonly FeedLink[] {
  const type = mediaType.split(';', 1)[0];
  const page = (rel: string, query: FeedQuery | undefined): FeedLink => ({
    rel,
    type,
    href: feedUrl(site, name, extension, query),
  });
  return [
    page('self', day),
    ...hubs.map((href): FeedLink => ({ rel: 'hub', href })),
    day === undefined ? undefined : page('current', undefined),
    previousPage === undefined ? undefined : page('prev-archive', previousPage),
    nextPage === undefined ? undefined : page('next-archive', nextPage),
    more === undefined ? undefined : page('next', more),
  ].filter((link) => link !== undefined);
}

/** The same as a header (RFC 8288), for formats that have no place for links. */
export function linkHeader(links: readonly FeedLink[]): string {
  return links.map(({ rel, href }) => `<${href}>; rel="${rel}"`).join(', ');
}
