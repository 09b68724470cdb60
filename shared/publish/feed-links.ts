// The links a feed carries about itself: its own address, the hubs, and the pages of other days (RFC 5005).

import { feedUrl } from './addresses.ts';
import type { Feed, Format } from './feed.ts';

export type FeedLink = {
  readonly rel: string;
  readonly type?: string;
  readonly href: string;
};

/** Self comes first; a day page also links to the head of its channel and to its neighbours. */
export function linksOf({ site, channel: { name }, day, previousDay, nextDay, hubs = [] }: Feed, { extension, mediaType }: Pick<Format, 'extension' | 'mediaType'>): readonly FeedLink[] {
  const type = mediaType.split(';', 1)[0];
  const page = (rel: string, of: string | undefined): FeedLink => ({ rel, type, href: feedUrl(site, name, extension, of) });
  return [
    page('self', day),
    ...hubs.map((href): FeedLink => ({ rel: 'hub', href })),
    day === undefined ? undefined : page('current', undefined),
    previousDay === undefined ? undefined : page('prev-archive', previousDay),
    nextDay === undefined ? undefined : page('next-archive', nextDay),
  ].filter((link) => link !== undefined);
}
