// The Draft: what the wire literally said, as a parser found it: strings as they came, everything optional.
// Normalising makes a Story of it; nothing of a Draft can be stored or published by itself.

import type { Block, Concept, Note } from './story.ts';

export type Draft = {
  /** Which parser read it: `plain-text`. */
  readonly format: string;
  /** The provider's own identity of the story: `urn:newsml:dpa.com:20090101:220208-930-1234`. */
  readonly guid?: string;
  /** `2`, `v1542761538`. */
  readonly version?: string;
  /** `usable`, `stat:canceled`, `Withheld`. */
  readonly status?: string;
  /** `sig:correction`, `update`, `KILL`. */
  readonly signal?: string;
  readonly kind?: 'text' | 'picture';
  /** `en`, `de-AT`, `German`. */
  readonly language?: string;

  readonly kicker?: string;
  readonly headline?: string;
  readonly slugline?: string;
  readonly standfirst?: string;
  readonly takeKey?: string;
  /** One entry per byline statement: `By Jane Doe, AP Sports Writer`. */
  readonly bylines?: readonly string[];
  /** Trailing statements of who did what: `(Reporting by Jane Doe; Editing by John Roe)`. */
  readonly signOffs?: readonly string[];
  /** `TOKYO, Feb 8 (Reuters) -`. */
  readonly dateline?: string;
  readonly body: readonly Block[];
  readonly pictures: readonly DraftPicture[];

  readonly subjects?: readonly Concept[];
  readonly genres?: readonly Concept[];
  readonly keywords?: readonly string[];
  readonly places?: readonly Concept[];
  /** `4`. */
  readonly urgency?: string;
  /** To editors: `Eds: Adds quotes.` */
  readonly edNotes?: readonly string[];
  readonly copyrightHolder?: string;
  readonly copyrightNotice?: string;
  /** Where a format has a field for it: `2026`. */
  readonly copyrightYear?: string;
  readonly usageTerms?: readonly string[];

  /** First publication, as written: `Tue, 08 Feb 2022 09:30:00 +0900`. */
  readonly created?: string;
  readonly versionCreated?: string;
  /** `2026-12-01 06:00 Europe/London`. */
  readonly embargo?: string;
  readonly expires?: string;

  readonly provider?: string;
  readonly links?: readonly DraftLink[];
  /** What the parser mended or doubted. */
  readonly notes?: readonly Note[];
};

export type DraftPicture = {
  /** Unique within the draft; figure blocks name it: `picture-1`. */
  readonly id: string;
  readonly headline?: string;
  /** May still carry the credit: `Warships in the ice. (Ministry of Defense of Russia/Newsflash)`. */
  readonly caption?: string;
  readonly altText?: string;
  /** The credit statement: `Jane Roe/AFP via Getty Images`. */
  readonly credit?: string;
  /** The photographer where the format has a field for it (IPTC Creator). */
  readonly creator?: string;
  readonly creatorTitle?: string;
  /** IPTC Source. */
  readonly source?: string;
  readonly copyrightHolder?: string;
  readonly copyrightNotice?: string;
  readonly usageTerms?: string;
  readonly href?: string;
  readonly fileName?: string;
  readonly uri?: string;
  readonly mediaType?: string;
  readonly width?: string;
  readonly height?: string;
  readonly taken?: string;
  readonly place?: string;
  readonly keywords?: readonly string[];
  readonly renditions?: readonly DraftRendition[];
  /** What the picture's own file says, where it came by itself and was joined: it speaks where the story is silent. */
  readonly file?: Omit<DraftPicture, 'id' | 'content' | 'file'>;
  /** The picture itself, where the upload carried it (attachment, archive member, image file). */
  readonly content?: { readonly bytes: Uint8Array; readonly mediaType: string };
};

export type DraftRendition = {
  readonly name: string;
  readonly href: string;
  readonly mediaType?: string;
  readonly width?: string;
  readonly height?: string;
  readonly bytes?: string;
};

export type DraftLink = {
  /** As the wire says it: `irel:seeAlso`, `Replaces`. */
  readonly rel: string;
  readonly uri: string;
  readonly version?: string;
  readonly title?: string;
};
