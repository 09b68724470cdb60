// What every output format is given: stories with the moment they last changed, and who publishes them where.

import type { Instant, Story } from '../story.ts';

/** The publishing service as feeds name it. */
export type Site = {
  /** `Copytaster`. */
  readonly title: string;
  /** Absolute, without a slash at the end: `https://wire.example.org`. Every address in a feed starts with it. */
  readonly publicUrl: string;
  /** BCP 47 tag of the service. Default `en`. */
  readonly language: string;
};

export type Channel = {
  /** As in the address: `all`, `desk/newsflash`, `section/emergency`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly language?: string;
  /** Absolute address of the channel's image. */
  readonly image?: string;
  /** Whose rules its RSS follows: a name in profiles.rules.ts. Default `default`. */
  readonly profile?: string;
};

export type Entry = {
  readonly story: Story;
  /** When the story entered or changed in the channel; orders the feed, newest first. */
  readonly changedAt: Instant;
};

export type Feed = {
  readonly site: Site;
  readonly channel: Channel;
  /** Where anyone may ask to be told of changes (WebSub): `https://hub.example.org/`. Default none. */
  readonly hubs?: readonly string[];
  /** Newest change first; empty channels are allowed. */
  readonly entries: readonly Entry[];
  /** The newest change, or the channel's creation when it is empty; never "now". */
  readonly updatedAt: Instant;
  /** Only on pages that hold the changes of one day (RFC 5005 archive). */
  readonly day?: DayPage;
  /** The next older page of the archive: of the day before, or the rest of the same. */
  readonly previousPage?: DayPage;
  /** The next newer day that has a page; only on day pages. */
  readonly nextPage?: DayPage;
  /** Where the rest of what changed since a moment is; only on pages that were asked for so. */
  readonly more?: FeedQuery;
};

/** A page of the archive. A busy day has several: all but the first are named by a cursor too. */
export type DayPage = { readonly day: string; readonly cursor?: string };

/** What a feed's address may ask for: `{ since: '2026-11-23T10:00:00.000Z', limit: '50' }`. */
export type FeedQuery = Readonly<Record<string, string | undefined>>;

/** One file per format in this folder, listed in formats.ts. */
export type Format = {
  /** `rss`, `newsml-g2`. */
  readonly name: string;
  /** As in addresses: `rss`, `newsml`. */
  readonly extension: string;
  /** `application/rss+xml; charset=utf-8`. */
  readonly mediaType: string;
  /** Renders a channel. Same feed, same text, always. */
  readonly feed?: (feed: Feed) => string;
  /** Renders one story. */
  readonly document?: (entry: Entry, site: Site) => string;
};
