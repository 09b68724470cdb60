// What partners' importers ask of an RSS feed beyond what every feed of ours has: choices, each with the rule it follows. A channel selects one by its setting `profile`.

/** What is left out is as in every feed. */
export type Profile = {
  readonly name: string;
  /** Namespaces of the partner's own elements. */
  readonly namespaces?: Readonly<Record<string, string>>;
  /** Largest feed in bytes, though never fewer than 30 stories. */
  readonly feedBytes?: number;
  /** Most characters of the channel's description. */
  readonly channelDescription?: number;
  /** The channel says when it last changed in `pubDate` as well. */
  readonly channelDate?: true;
  /** Minutes until a reader should ask again. */
  readonly ttl?: number;
  /** Element that holds the channel's image as an address of its own: `snf:logo`. */
  readonly logo?: string;
  /** Most characters of an item's title. */
  readonly title?: number;
  /** Element of a shorter title, and its most characters. */
  readonly shortTitle?: { readonly element: string; readonly characters: number };
  /** `best`: one file a picture, for importers that take every rendition for a picture of its own. */
  readonly pictures?: 'best';
  /** The caption once more as `media:text`. */
  readonly captionText?: true;
  /** Inside each picture: that it may be passed on. */
  readonly rightsElement?: string;
  /** A small rendition of the first picture as `media:thumbnail`. */
  readonly thumbnail?: true;
  /** A killed story says so by `media:status`. */
  readonly deletedStatus?: true;
};

export const defaultProfile: Profile = { name: 'default' };

export const profiles: readonly Profile[] = [
  defaultProfile,
  {
    // support.microsoft.com, "MSN feed item metadata requirements" and "Feed content specifications".
    name: 'msn',
    namespaces: { 'xmlns:mi': 'http://schemas.ingestion.microsoft.com/common/' },
    title: 150,
    shortTitle: { element: 'mi:shortTitle', characters: 54 },
    pictures: 'best',
    captionText: true,
    rightsElement: 'mi:hasSyndicationRights',
    thumbnail: true,
  },
  {
    // about.flipboard.com/rss-spec: the first large picture is the story's.
    name: 'flipboard',
    pictures: 'best',
  },
  {
    // publishers.smartnews.com, SmartFormat.
    name: 'smartnews',
    namespaces: { 'xmlns:snf': 'http://www.smartnews.be/snf' },
    feedBytes: 1_000_000,
    channelDescription: 30,
    channelDate: true,
    ttl: 5,
    logo: 'snf:logo',
    thumbnail: true,
    deletedStatus: true,
  },
  {
    // support.newsbreak.com/publisher-faq: full text, bylines and image credits.
    name: 'newsbreak',
    pictures: 'best',
  },
  {
    // support.google.com/news/producer/answer/6170026: at most 2 MB, of description and content the shorter is dropped.
    name: 'google',
    feedBytes: 2_000_000,
    thumbnail: true,
  },
];

/** The profile of that name, or the default. */
export function profileNamed(name: string | undefined): Profile {
  return profiles.find((profile) => profile.name === name) ?? defaultProfile;
}
