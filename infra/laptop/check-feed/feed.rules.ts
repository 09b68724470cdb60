// What each partner asks of a feed, rule by rule: a sentence that says what is missing, and where the rule is written. Rules of `default` hold for every profile.

import type { SeenFeed, SeenItem, SeenPicture } from './seen-feed.ts';

type About = {
  readonly name: string;
  /** `must`: the partner refuses; `should`: it shows less. */
  readonly level: 'must' | 'should';
  readonly profiles: readonly string[];
  /** Name of the page that states it. */
  readonly source: string;
};

/** Each `miss` gives what is wrong, in words, or nothing. */
export type FeedRule = About & { readonly miss: (feed: SeenFeed) => string | undefined };
export type ItemRule = About & { readonly miss: (item: SeenItem, now: number) => string | undefined };

const [rss, mediaRss, profile, msn, smartnews, flipboard, newsbreak, google] = [
  'RSS 2.0 specification',
  'Media RSS specification',
  'RSS Best Practices Profile',
  'MSN feed item metadata requirements',
  'SmartFormat',
  'Flipboard RSS spec',
  'NewsBreak publisher FAQ',
  'Google News RSS guidelines',
] as const;
const everyone = ['default'];

const megabyte = 1_000_000;

export const feedRules: readonly FeedRule[] = [
  {
    name: 'channel-title',
    level: 'must',
    profiles: everyone,
    source: rss,
    miss: ({ title }) => (title ? undefined : 'The channel has no title.'),
  },
  {
    name: 'channel-link',
    level: 'must',
    profiles: everyone,
    source: rss,
    miss: ({ link }) => (link ? undefined : 'The channel has no link.'),
  },
  {
    name: 'channel-description',
    level: 'must',
    profiles: everyone,
    source: rss,
    miss: ({ description }) => (description ? undefined : 'The channel has no description.'),
  },
  {
    name: 'self-link',
    level: 'should',
    profiles: everyone,
    source: profile,
    miss: ({ selfLink }) =>
      selfLink ? undefined : 'The channel does not name its own address (atom:link rel="self").',
  },
  {
    name: 'self-address',
    level: 'should',
    profiles: everyone,
    source: profile,
    miss: ({ selfLink, address }) =>
      selfLink === undefined || address === undefined || withoutQuery(selfLink) === withoutQuery(address)
        ? undefined
        : `The channel calls its own address ${selfLink}, but it was found at ${address}.`,
  },
  {
    name: 'utf-8',
    level: 'must',
    profiles: ['smartnews'],
    source: smartnews,
    miss: ({ encoding = 'utf-8' }) =>
      encoding === 'utf-8' ? undefined : `The feed is written in ${encoding}; only UTF-8 is read.`,
  },
  {
    name: 'language-named',
    level: 'should',
    profiles: ['flipboard'],
    source: flipboard,
    miss: ({ language }) => (language ? undefined : 'The channel names no language.'),
  },
  {
    name: 'language',
    level: 'must',
    profiles: ['smartnews'],
    source: smartnews,
    miss: ({ language }) => (language ? undefined : 'The channel names no language.'),
  },
  {
    name: 'channel-date',
    level: 'must',
    profiles: ['smartnews'],
    source: smartnews,
    miss: ({ published }) => (isDate(published) ? undefined : 'The channel has no pubDate that can be read.'),
  },
  {
    name: 'short-description',
    level: 'must',
    profiles: ['smartnews'],
    source: smartnews,
    miss: ({ description = '' }) => tooLong('The channel’s description', description, 30),
  },
  {
    name: 'logo',
    level: 'should',
    profiles: ['smartnews'],
    source: smartnews,
    miss: ({ hasLogo }) => (hasLogo ? undefined : 'The channel has no snf:logo; set an image for it.'),
  },
  {
    name: 'one-megabyte',
    level: 'must',
    profiles: ['smartnews'],
    source: smartnews,
    miss: ({ bytes }) => tooLarge(bytes, megabyte),
  },
  {
    name: 'two-megabytes',
    level: 'must',
    profiles: ['google'],
    source: google,
    miss: ({ bytes }) => tooLarge(bytes, 2 * megabyte),
  },
  {
    name: 'thirty-items',
    level: 'should',
    profiles: ['flipboard'],
    source: flipboard,
    miss: ({ items }) => (items.length >= 30 ? undefined : `The feed has ${items.length} items; 30 are asked for.`),
  },
  {
    name: 'hub',
    level: 'should',
    profiles: ['flipboard', 'google'],
    source: google,
    miss: ({ hub }) => (hub ? undefined : 'The feed names no hub (WebSub), so new stories are seen late.'),
  },
  { name: 'unique-guids', level: 'must', profiles: everyone, source: profile, miss: ({ items }) => twice(items) },
];

export const itemRules: readonly ItemRule[] = [
  {
    name: 'title',
    level: 'must',
    profiles: everyone,
    source: rss,
    miss: ({ title }) => (title ? undefined : 'It has no title.'),
  },
  {
    name: 'plain-title',
    level: 'must',
    profiles: everyone,
    source: profile,
    miss: ({ title }) => (/<\/?[a-z][^>]*>/i.test(title) ? 'Its title holds markup.' : undefined),
  },
  {
    name: 'link',
    level: 'must',
    profiles: everyone,
    source: rss,
    miss: ({ link }) => (link && isWebAddress(link) ? undefined : 'It has no absolute link.'),
  },
  {
    name: 'guid',
    level: 'must',
    profiles: everyone,
    source: profile,
    miss: ({ guid }) => (guid ? undefined : 'It has no guid, so an update looks like another story.'),
  },
  {
    name: 'guid-address',
    level: 'must',
    profiles: everyone,
    source: rss,
    miss: ({ guid, guidIsLink }) =>
      guid && guidIsLink && !isWebAddress(guid) ? 'Its guid is no address; it needs isPermaLink="false".' : undefined,
  },
  {
    name: 'date',
    level: 'must',
    profiles: everyone,
    source: rss,
    miss: ({ published }) => (isDate(published) ? undefined : 'It has no pubDate that can be read.'),
  },
  {
    name: 'date-form',
    level: 'should',
    profiles: everyone,
    source: rss,
    miss: ({ published }) =>
      published === undefined || !isDate(published) || isRfc822(published)
        ? undefined
        : `Its pubDate, ${published}, is not written as RFC 822 asks: Fri, 20 Nov 2026 08:00:00 GMT.`,
  },
  {
    name: 'recent',
    level: 'must',
    profiles: ['msn'],
    source: msn,
    miss: ({ published = '' }, now) => tooOldOrNew(Date.parse(published), now),
  },
  {
    name: 'updated',
    level: 'should',
    profiles: ['msn'],
    source: msn,
    miss: ({ updated }) =>
      updated === undefined
        ? 'It does not say when it last changed (dcterms:modified); MSN would miss a correction.'
        : undefined,
  },
  {
    name: 'author-element',
    level: 'should',
    profiles: everyone,
    source: rss,
    miss: ({ authorElement }) =>
      authorElement === undefined || authorElement.includes('@')
        ? undefined
        : 'Its author element holds no e-mail address; a name belongs into dc:creator.',
  },
  {
    name: 'whole-enclosure',
    level: 'must',
    profiles: everyone,
    source: rss,
    miss: ({ enclosuresWhole }) =>
      enclosuresWhole ? undefined : 'Its enclosure lacks its address, size or type (url, length, type).',
  },
  {
    name: 'one-enclosure',
    level: 'should',
    profiles: everyone,
    source: profile,
    miss: ({ enclosures }) => (enclosures > 1 ? 'It has several enclosures; readers take one.' : undefined),
  },
  {
    name: 'description-first',
    level: 'should',
    profiles: everyone,
    source: profile,
    miss: ({ descriptionLast }) =>
      descriptionLast ? 'Its description stands behind content:encoded, which some readers then drop.' : undefined,
  },
  {
    name: 'title-length',
    level: 'must',
    profiles: ['msn'],
    source: msn,
    miss: ({ title, shortTitle }) =>
      title.length <= 20
        ? 'Its title has 20 characters or fewer; MSN wants more.'
        : shortTitle === undefined
          ? tooLong('Its title', title, 150)
          : undefined,
  },
  {
    name: 'short-title',
    level: 'should',
    profiles: ['msn'],
    source: msn,
    miss: ({ shortTitle }) => (shortTitle === undefined ? undefined : tooLong('Its short title', shortTitle, 54)),
  },
  {
    name: 'secure-link',
    level: 'must',
    profiles: ['msn'],
    source: msn,
    miss: ({ link = '' }) =>
      /^https:\/\/[^@/]+(?:\/|$)/.test(link) ? undefined : 'Its link must be https and hold no credentials.',
  },
  {
    name: 'full-text',
    level: 'must',
    profiles: ['msn', 'flipboard', 'newsbreak', 'google', 'smartnews'],
    source: newsbreak,
    miss: ({ content }) => (content?.trim() ? undefined : 'It has no full text (content:encoded).'),
  },
  {
    name: 'no-script',
    level: 'must',
    profiles: ['msn', 'smartnews', 'flipboard', 'newsbreak', 'google'],
    source: msn,
    miss: ({ content = '' }) =>
      /<(?:script|style|object|embed|param|applet|form)\b/i.test(content)
        ? 'Its text holds script, style, objects or forms.'
        : undefined,
  },
  {
    name: 'absolute-addresses',
    level: 'must',
    profiles: everyone,
    source: profile,
    miss: ({ content = '' }) =>
      /(?:src|href)=["'](?![a-z][a-z\d+.-]*:|#)[^"']/i.test(content)
        ? 'Its text links to relative addresses.'
        : undefined,
  },
  {
    name: 'nesting',
    level: 'should',
    profiles: ['msn'],
    source: 'MSN HTML guidelines',
    miss: ({ depth }) =>
      depth < 10
        ? undefined
        : `The elements of its text lie ${depth} deep within each other; fewer than 10 are asked for.`,
  },
  {
    name: 'plain-abstract',
    level: 'should',
    profiles: ['msn'],
    source: msn,
    miss: ({ description }) =>
      /<\/?[a-z][^>]*>/i.test(description) ? 'Its description holds markup; MSN wants plain text.' : undefined,
  },
  {
    name: 'shorter-description',
    level: 'should',
    profiles: ['google'],
    source: google,
    miss: ({ description, content, text }) =>
      content !== undefined && text === description && description !== ''
        ? 'Its description is no shorter than its text, which Google then drops.'
        : undefined,
  },
  {
    name: 'article-size',
    level: 'must',
    profiles: ['google'],
    source: google,
    miss: ({ content = '' }) =>
      new TextEncoder().encode(content).length > megabyte ? 'Its text is larger than 1 MB.' : undefined,
  },
  {
    name: 'author',
    level: 'must',
    profiles: ['newsbreak'],
    source: newsbreak,
    miss: ({ author }) => (author ? undefined : 'It names no author (dc:creator).'),
  },
  {
    name: 'author-named',
    level: 'should',
    profiles: ['flipboard'],
    source: flipboard,
    miss: ({ author }) => (author ? undefined : 'It names no author (dc:creator).'),
  },
  {
    name: 'author-name',
    level: 'should',
    profiles: everyone,
    source: flipboard,
    miss: ({ author = '' }) => (/^by\s|<|@/i.test(author) ? 'Its author is no plain name.' : undefined),
  },
  {
    name: 'picture',
    level: 'must',
    profiles: ['msn', 'newsbreak'],
    source: msn,
    miss: ({ pictures }) =>
      pictures.length > 0 ? undefined : 'It has no picture (media:content); such stories are not shown by themselves.',
  },
  {
    name: 'picture-credit',
    level: 'must',
    profiles: ['msn', 'newsbreak'],
    source: newsbreak,
    miss: ({ pictures }) => some(pictures, ({ credit }) => !credit, 'has no credit'),
  },
  {
    name: 'picture-caption',
    level: 'should',
    profiles: ['msn'],
    source: msn,
    miss: ({ pictures }) =>
      some(pictures, ({ caption }) => !caption, 'has no caption (media:text or media:description)'),
  },
  {
    name: 'picture-address',
    level: 'must',
    profiles: everyone,
    source: mediaRss,
    miss: ({ pictures }) => some(pictures, ({ url }) => !isWebAddress(url), 'has no absolute address'),
  },
  {
    name: 'picture-once',
    level: 'should',
    profiles: everyone,
    source: mediaRss,
    miss: ({ pictures }) =>
      some(pictures, ({ repeated }) => repeated.length > 0, 'has a title, description or copyright twice'),
  },
  {
    name: 'credit-role',
    level: 'should',
    profiles: everyone,
    source: mediaRss,
    miss: ({ pictures }) =>
      some(pictures, ({ role = '' }) => role !== role.toLowerCase(), 'names a role that is not in lower case'),
  },
  {
    name: 'picture-type',
    level: 'must',
    profiles: ['msn'],
    source: msn,
    miss: ({ pictures }) =>
      some(
        pictures,
        ({ type, medium }) => !type && medium !== 'image',
        'says neither its type nor that it is an image',
      ),
  },
  {
    name: 'picture-rights',
    level: 'must',
    profiles: ['msn'],
    source: msn,
    miss: ({ pictures }) =>
      some(
        pictures,
        ({ mayPassOn }) => !mayPassOn,
        'does not say that it may be syndicated (mi:hasSyndicationRights), nor under which licence (mi:licenseId)',
      ),
  },
  {
    name: 'picture-size',
    level: 'should',
    profiles: ['flipboard'],
    source: flipboard,
    miss: ({ pictures }) =>
      pictures.length > 0 && pictures.every(({ width, height }) => Math.min(width ?? 400, height ?? 400) < 400)
        ? 'All its pictures are smaller than 400 pixels.'
        : undefined,
  },
  {
    name: 'long-enough',
    level: 'should',
    profiles: ['flipboard'],
    source: flipboard,
    miss: ({ text }) =>
      text.length >= 300 ? undefined : `It has ${text.length} characters of text; 300 are asked for.`,
  },
  {
    name: 'thumbnail',
    level: 'should',
    profiles: ['smartnews'],
    source: smartnews,
    miss: ({ pictures, hasThumbnail }) =>
      pictures.length === 0 || hasThumbnail ? undefined : 'It has pictures, but no media:thumbnail.',
  },
];

/** What a notice of a withdrawn story cannot have. */
export const notForKills: ReadonlySet<string> = new Set([
  'full-text',
  'picture',
  'author',
  'author-named',
  'long-enough',
  'title-length',
  'shorter-description',
]);

/** As RFC 822 or RFC 3339 write one. JavaScript alone would read much more. */
function isDate(text: string | undefined): boolean {
  return (
    text !== undefined &&
    /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d|^\d{4}-\d\d-\d\dT\d\d:\d\d/i.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** With the right day of the week, and a zone. */
function isRfc822(text: string): boolean {
  const [, weekday, day, zone] =
    /^(?:([A-Z][a-z]{2}), )?(\d{1,2} [A-Z][a-z]{2} \d{4}) \d\d:\d\d(?::\d\d)? ([A-Z]{1,3}|[+-]\d{4})$/.exec(text) ?? [];
  return zone !== undefined && (weekday === undefined || new Date(`${day} UTC`).toUTCString().startsWith(weekday));
}

const yearMs = 365 * 86_400_000;

/** What cannot be read is another rule’s. */
function tooOldOrNew(publishedAt: number, now: number): string | undefined {
  if (publishedAt > now) return 'Its pubDate lies in the future.';
  return now - publishedAt >= yearMs ? 'Its pubDate is more than a year ago; MSN takes no story so old.' : undefined;
}

/** A key may stand in it that the feed does not repeat. */
function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function tooLong(what: string, text: string, most: number): string | undefined {
  return text.length > most ? `${what} has ${text.length} characters; ${most} are the most.` : undefined;
}

function tooLarge(bytes: number, most: number): string | undefined {
  return bytes > most
    ? `The feed has ${(bytes / megabyte).toFixed(1)} MB; ${most / megabyte} MB are the most.`
    : undefined;
}

function some(
  pictures: readonly SeenPicture[],
  lacks: (picture: SeenPicture) => boolean,
  what: string,
): string | undefined {
  const bad = pictures.find(lacks);
  return bad && `Its picture ${bad.url} ${what}.`;
}

function twice(items: readonly SeenItem[]): string | undefined {
  const seen = new Set<string>();
  const again = items.find(({ guid }) => guid !== undefined && (seen.has(guid) || !seen.add(guid)));
  return again && `The guid ${again.guid} stands twice.`;
}
