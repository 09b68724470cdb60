// Channels that settings define by a filter: {name: "arctic", title: "The Arctic", match: {places: ["Tromsø"], keywords: ["ice"]}}.

import type { Concept, Story } from '../story.ts';

export type DefinedChannel = {
  /** As in addresses: lower-case words divided by dashes and slashes: `arctic`, `partners/herald`. */
  readonly name: string;
  readonly title: string;
  /** Default: the title. */
  readonly description?: string;
  /** BCP 47 tag that the feed declares. Default none. */
  readonly language?: string;
  /** Absolute address of the image that readers show for the channel, 144 pixels wide at most for RSS. Default none. */
  readonly image?: string;
  readonly match: Match;
  /** Stories at the head. Default: the service's. */
  readonly items?: number;
  /** Endings of the formats it is rendered in: `rss`, `newsml`. Default all but those that are rendered on request alone: `sitemap`. */
  readonly formats?: readonly string[];
  /** `wire`: credits in the wire's own words. Default `house`. */
  readonly credits?: 'house' | 'wire';
  /** What the partner's own rules ask of its RSS: `msn`, `flipboard`, `smartnews`, `newsbreak`, `google` (profiles.rules.ts). Default `default`. */
  readonly profile?: string;
};

/** Every kind that is named must fit, by any of its values; comparing ignores case. An empty filter fits every story. */
export type Match = {
  readonly sections?: readonly string[];
  /** Codes or names. */
  readonly subjects?: readonly string[];
  readonly keywords?: readonly string[];
  readonly desks?: readonly string[];
  /** `en` also fits `en-GB`. */
  readonly languages?: readonly string[];
  readonly providers?: readonly string[];
  /** Codes or names. */
  readonly places?: readonly string[];
  /** Words or phrases in headline, standfirst or body. */
  readonly text?: readonly string[];
};

export function fitsChannel(story: Story, { match }: DefinedChannel): boolean {
  const { sections, subjects, keywords, desks, languages, providers, places, text } = match;
  return (
    anyOf(sections, [story.kicker]) &&
    anyOf(subjects, story.subjects.flatMap(names)) &&
    anyOf(keywords, story.keywords) &&
    anyOf(desks, [story.source.key.split('/', 1)[0]]) &&
    anyOf(languages, [story.language, story.language.split('-', 1)[0]]) &&
    anyOf(providers, [story.provider]) &&
    anyOf(places, [...story.places.flatMap(names), story.dateline?.place]) &&
    (text === undefined || text.some((words) => holds(story, words)))
  );
}

function names({ code, name }: Concept): readonly (string | undefined)[] {
  return [code, name];
}

function anyOf(wanted: readonly string[] | undefined, has: readonly (string | undefined)[]): boolean {
  return wanted === undefined || wanted.some((value) => has.some((each) => plain(each) === plain(value)));
}

function plain(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').toLowerCase().trim();
}

/** Whole words: "ice" stands not in "police". */
function holds({ headline, standfirst = '', body }: Story, words: string): boolean {
  const text = [
    headline,
    standfirst,
    ...body.map((block) =>
      'text' in block ? block.text : block.type === 'list' ? block.items.map((item) => item.text).join(' ') : '',
    ),
  ].join(' ');
  const tidy = (given: string): string =>
    ` ${plain(given)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return tidy(text).includes(tidy(words));
}
