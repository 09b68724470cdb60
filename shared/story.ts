// Start here: the Story, a news item as Copytaster keeps, stores and publishes it.
// Everything in it has been normalised; what the wire literally said stays beside it as `given`.
// Names follow IPTC (ninjs, NewsML-G2); each comment shows one real value.

/** An instant in UTC, ISO 8601 with milliseconds: `2022-02-08T09:30:00.000Z`. */
export type Instant = string & { readonly brand?: 'Instant' };

/** Stable over all versions of one story: `tag:reuters.com,2026:newsml_L1N14N0FF`, or minted from desk and file name. */
export type StoryUri = string & { readonly brand?: 'StoryUri' };

export type Status = 'usable' | 'withheld' | 'canceled';
export type Signal = 'update' | 'correction' | 'kill' | 'takedown';

export type Story = {
  readonly uri: StoryUri;
  /** Rises with every change: `2`. The provider's own number when it has one. */
  readonly version: number;
  readonly status: Status;
  readonly signal?: Signal;
  /** To editors, never printed: `Corrects the minister's age in paragraph 2.` */
  readonly edNote?: string;
  readonly kind: 'text' | 'picture';
  /** BCP 47: `en-GB`. */
  readonly language: string;

  /** The word above the headline, often the section: `Emergency`. */
  readonly kicker?: string;
  readonly headline: string;
  /** The desk's short handle: `RUSSIA-JAPAN/MISSILES`. */
  readonly slugline?: string;
  /** The summary between headline and body. */
  readonly standfirst?: string;
  /** Which take or lead this is, lifted out of the headline: `1st Ld-Writethru`. */
  readonly takeKey?: string;

  readonly byline?: Byline;
  readonly dateline?: Dateline;
  readonly body: readonly Block[];
  readonly pictures: readonly Picture[];

  readonly subjects: readonly Concept[];
  readonly genres: readonly Concept[];
  /** Free words: `Kuril Islands`. */
  readonly keywords: readonly string[];
  readonly places: readonly Concept[];
  /** Editorial urgency, 1 (flash) to 9. */
  readonly urgency?: number;

  readonly copyright?: Copyright;
  /** `Editorial use only. No archive after 14 days.` */
  readonly usageTerms?: string;

  /** First publication; stays the same over all versions. */
  readonly firstCreatedAt: Instant;
  readonly versionCreatedAt: Instant;
  /** Not to be published before; covers all versions. */
  readonly embargoedUntil?: Instant;
  readonly expiresAt?: Instant;

  /** Who sent it: `Newsflash`, or the desk's name where the wire does not say. */
  readonly provider: string;
  readonly links: readonly StoryLink[];
  /** The first of a chain of rewrites, whose guid feeds go on showing; absent where the story replaces none. */
  readonly chain?: StoryUri;
  readonly source: Source;
  readonly notes: readonly Note[];
};

export type Byline = {
  /** `By Jane Doe and John Roe`: authors only. */
  readonly line: string;
  readonly people: readonly BylinePerson[];
  /** Organisations that sign the story themselves: `AFP`, `agencies`. */
  readonly organisations: readonly string[];
  /** What the wire said, byte for byte: `BY JANE DOE AND JOHN ROE`. */
  readonly given: string;
};

export type BylinePerson = {
  readonly name: string;
  /** What the person did; absent for the author: `editor`, `additional reporting`, `writing`, `photographer`, `translator`. */
  readonly role?: string;
  /** `Political Editor`. */
  readonly title?: string;
  /** `AP`. */
  readonly organisation?: string;
  /** `Tokyo`. */
  readonly place?: string;
  /** `@janedoe` or `jane.doe@example.org`. */
  readonly contact?: string;
};

export type Dateline = {
  /** `TOKYO, Feb 8 (Reuters)`, without the dash that follows it in the body. */
  readonly line: string;
  readonly place?: string;
  /** As written, without a year: `Feb 8`. */
  readonly date?: string;
  /** `Reuters`. */
  readonly source?: string;
};

/** Text with emphasis and links: the marks are ranges of `text` in UTF-16 units, in order; they nest but never cross. */
export type Prose = {
  readonly text: string;
  readonly marks?: readonly Mark[];
};

export type Mark =
  | { readonly kind: 'strong' | 'emphasis'; readonly start: number; readonly end: number }
  | { readonly kind: 'link'; readonly start: number; readonly end: number; readonly href: string };

export type Block =
  | ({ readonly type: 'paragraph' } & Prose)
  /** A crosshead; level 2 stands directly below the headline. */
  | ({ readonly type: 'heading'; readonly level: number } & Prose)
  | ({ readonly type: 'quote' } & Prose)
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly Prose[] }
  | { readonly type: 'table'; readonly caption?: string; readonly rows: readonly (readonly TableCell[])[] }
  /** Lines whose breaks and spaces matter: results, prices, poems. */
  | { readonly type: 'preformatted'; readonly text: string }
  /** Where a picture stands in the text; `picture` is the id of one of the story's pictures. */
  | { readonly type: 'figure'; readonly picture: string };

export type TableCell = Prose & { readonly header?: true; readonly colspan?: number; readonly rowspan?: number };

export type Picture = {
  /** Unique within the story: `picture-1`. */
  readonly id: string;
  readonly headline?: string;
  readonly caption?: string;
  /** For readers who cannot see the picture: `Two warships in pack ice`. */
  readonly altText?: string;
  readonly credit?: Credit;
  /** Where the best rendition lies: an absolute address, or `/media/<digest>.jpg`. */
  readonly href?: string;
  /** What the wire called the file, by which a picture that arrives alone finds its story: `kuril-1.jpg`. */
  readonly fileName?: string;
  /** The provider's own id of the picture: `urn:newsml:example.org:20220208:kuril-1`. */
  readonly uri?: string;
  readonly mediaType?: string;
  readonly width?: number;
  readonly height?: number;
  readonly renditions: readonly Rendition[];
  readonly copyright?: Copyright;
  readonly usageTerms?: string;
  readonly takenAt?: Instant;
  readonly place?: string;
  readonly keywords?: readonly string[];
};

export type Rendition = {
  /** `original`, `web-1280`, `thumbnail`. */
  readonly name: string;
  readonly href: string;
  readonly mediaType?: string;
  readonly width?: number;
  readonly height?: number;
  /** Size in bytes. */
  readonly bytes?: number;
};

export type Credit = {
  /** `Jane Roe/AFP/Getty Images`. */
  readonly line: string;
  /** Who made the picture: `Jane Roe`, `@janeroe`. */
  readonly people: readonly string[];
  /** Through whose hands it came, from origin to last supplier: `AFP`, `Getty Images`. */
  readonly organisations: readonly string[];
  /** The client of a commissioned picture: `Netflix`. */
  readonly for?: string;
  readonly designations: readonly Designation[];
  readonly copyright?: { readonly holder?: string; readonly year?: number };
  /** As SPDX writes it: `CC-BY-SA-4.0`, or `public domain`. */
  readonly licence?: string;
  /** What the wire said, byte for byte: `(Jane Roe/AFP via Getty Images)`. */
  readonly given: string;
};

export type Designation =
  | 'archive'
  | 'contributor'
  | 'courtesy'
  | 'file'
  | 'handout'
  | 'illustration'
  | 'pool'
  | 'screengrab'
  | 'staff'
  | 'stringer'
  | 'supplied';

/** A term of a vocabulary, or only its name where the wire gives no code: `{scheme: "medtop", code: "20000056", name: "armed conflict"}`. */
export type Concept = {
  readonly scheme?: string;
  readonly code?: string;
  readonly name?: string;
};

export type Copyright = {
  /** `Newsflash`. */
  readonly holder?: string;
  /** `© 2022 Newsflash. All rights reserved.` */
  readonly notice?: string;
  readonly year?: number;
};

export type StoryLink = {
  /** `evolvedFrom`: this story replaces that one; `seeAlso`: related. */
  readonly rel: 'evolvedFrom' | 'seeAlso' | 'translationOf' | 'partOf';
  readonly uri: string;
  readonly version?: number;
  readonly title?: string;
};

/** Where the original lies, so that it can be read again after a rule changed. */
export type Source = {
  /** `newsflash/russia-japan-missile-tests.txt`: desk, slash, name. */
  readonly key: string;
  /** The bucket's own version of the object. */
  readonly objectVersion?: string;
  /** Which parser read it: `plain-text`, `newsml-g2`. */
  readonly format: string;
  /** SHA-256 of the upload, hex. */
  readonly digest: string;
  readonly receivedAt: Instant;
  /** Orders the uploads of one key; from the bucket: `0061F8B2C3D4E5F607`. */
  readonly sequencer?: string;
};

/** A remark that stops nothing: what a step did, or doubted, so that a desk can ask why. */
export type Note = {
  /** `credits`. */
  readonly step: string;
  /** `agency-first`. */
  readonly rule: string;
  readonly before?: string;
  readonly after?: string;
  /** For a sub-editor: `The agency stood first; the photographer now leads the credit.` */
  readonly text: string;
};
