// The facts a page states of its story outside the text, field by field, from microdata, `meta` elements and JSON-LD; dates and names as they were written.

import type { Draft } from '../../draft.ts';
import type { Element } from '../element.ts';
import { attribute, descendants, textOf } from '../element.ts';
import { textIn, textsIn } from '../json-fields.ts';
import { joinNames, realNames } from './authors.ts';
import { webAddress } from './addresses.ts';
import { lineOf } from './block-text.ts';
import { isNamed } from './class-words.ts';
import { metaNames } from './facts.rules.ts';
import type { LinkedData } from './json-ld.ts';
import { namesIn } from './json-ld.ts';
import type { Metadata } from './metadata.ts';
import { linkOf } from './metadata.ts';
import { metaWords } from './page-words.rules.ts';

/** The page, its head, and its machine-readable description. */
export type Page = {
  readonly page: Element;
  readonly metadata: Metadata;
  readonly data: LinkedData;
  readonly text: string;
};

/** The web address of the story; the front page of a site is none. */
export function addressOf({ page, metadata: { meta }, data: { article }, text }: Page): string | undefined {
  const saved = /^[^]{0,300}?<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(text.slice(0, 3000))?.[1];
  const mainEntity = textIn(article, 'mainEntityOfPage');
  const given = [
    linkOf(page, 'canonical'),
    meta(metaNames.address),
    textIn(article, 'url'),
    mainEntity,
    textIn(article, '@id'),
    linkOf(page, 'amphtml') === undefined ? undefined : linkOf(page, 'shortlink'),
    saved,
  ];
  return given.map((address) => webAddress(address)).find((address) => address !== undefined && !isFrontPage(address));
}

function isFrontPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^\/?(?:index\.\w+)?$/.test(url.pathname) && url.search === '';
}

/** Against what relative addresses are read: `base`, else where the page says it stood. */
export function baseOf({ page, ...rest }: Page): string | undefined {
  const address = addressOf({ page, ...rest });
  return webAddress(attribute(descendants(page, 'base')[0], 'href'), address) ?? address;
}

export function languageOf({ page, metadata: { meta }, data: { article } }: Page, region: Element): string | undefined {
  const lang =
    attribute(region, 'lang') ??
    attribute(descendants(page, 'html')[0], 'lang') ??
    attribute(descendants(page, 'body')[0], 'lang');
  return lang ?? textIn(article, 'inLanguage') ?? meta(metaNames.language)?.split(',')[0];
}

/** How the page names the story, besides its headings. */
export function headlinesOf({ metadata: { metas }, data: { article } }: Page): readonly string[] {
  const marked = [textIn(article, 'headline'), textIn(article, 'name')]
    .filter((text) => text !== undefined)
    .map(withoutMarkup);
  return [...marked, ...metas(metaNames.headline)];
}

/** JSON-LD is written by machines that forget to resolve their references: "Ferries &amp; trains". */
export function withoutMarkup(text: string): string {
  return /[<&]/.test(text)
    ? (textOf({ name: '#text', attributes: new Map(), children: [text.replace(/<[^<>]{1,500}>/g, '')] }) ?? text)
    : text;
}

/** The section, unless the system's word for none. */
export function sectionOf({ metadata: { metas }, data: { article } }: Page): string | undefined {
  return [...metas(metaNames.section), ...textsIn(article, 'articleSection')]
    .map(withoutMarkup)
    .find(
      (section) =>
        section !== '' &&
        section.length <= 60 &&
        !/^(?:nil|null|none|undefined|n\/a|uncategori[sz]ed|allgemein|default|home|front-?page|\d+)$/i.test(section),
    );
}

/** Names of the authors where no byline is written. */
export function authorsOf({ metadata: { metas }, data }: Page): readonly string[] {
  const linked = realNames(namesIn(data, data.article, 'author'));
  const names = (linked.length > 0 ? linked : realNames(metas(metaNames.author))).map(withoutMarkup);
  return names.length > 0 ? [joinNames(names)] : [];
}

type Dates = Pick<Draft, 'created' | 'versionCreated' | 'expires'>;

/** `bylines`: elements that may hold a date beside their names. */
export function datesOf(
  { metadata: { meta }, data: { article } }: Page,
  region: Element,
  bylines: readonly Element[],
): Dates {
  const times = descendants(region, 'time', 'span', 'div', 'p', 'abbr', 'meta', 'li', 'em', 'small').filter(
    (element) =>
      element.name === 'time' || attribute(element, 'itemprop')?.startsWith('date') || isNamed(element, metaWords),
  );
  const named = (property: RegExp, words: ReadonlySet<string>): string | undefined =>
    times
      .filter((element) => property.test(attribute(element, 'itemprop') ?? '') || isNamed(element, words))
      .map(whenOf)
      .find((when) => when !== undefined);
  const modified = named(/^dateModified$/, new Set(['modified', 'updated', 'lastupdated']));
  const published = named(
    /^date(?:Published|Created)$/,
    new Set(['published', 'pubdate', 'publish', 'publication', 'date', 'timestamp', 'datetime', 'created']),
  );
  const first = [...times.filter((element) => element.name === 'time'), ...times]
    .map(whenOf)
    .find((when) => when !== undefined && when !== modified);
  return {
    created:
      meta(metaNames.created) ??
      textIn(article, 'datePublished', 'dateCreated', 'uploadDate') ??
      published ??
      first ??
      bylines.map((element) => writtenDate(lineOf(element) ?? '')).find((date) => date !== undefined),
    versionCreated: textIn(article, 'dateModified') ?? meta(metaNames.modified) ?? modified,
    expires: textIn(article, 'expires') ?? meta(metaNames.expires),
  };
}

/** The machine's time, else the words, where they hold a figure and little else: "Published 8 February 2022". */
function whenOf(element: Element): string | undefined {
  const stated =
    attribute(element, 'datetime') ??
    attribute(element, 'content') ??
    (element.name === 'abbr' ? attribute(element, 'title') : undefined) ??
    attribute(descendants(element, 'time')[0], 'datetime');
  if (stated !== undefined && /\d{4}/.test(stated)) return stated;
  const words = lineOf(element)?.replace(
    /^\s*(?:first\s+)?(?:published|posted|updated|last updated|modified|created|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado)?(?:\s+(?:on|at|le|am|el))?\s*:?\s*/i,
    '',
  );
  const signed = words !== undefined && /\b(?:by|von|par|por)\b/i.test(words) ? writtenDate(words) : undefined;
  return (
    signed ??
    (words !== undefined && words.length <= 60 && /\b(?:19|20)\d{2}\b/.test(words) && words.split(/\s+/).length <= 9
      ? words
      : undefined)
  );
}

/** "By Jane Doe, 8 February 2022" → "8 February 2022". */
function writtenDate(words: string): string | undefined {
  return /\p{L}{3,9}\.?\s\d{1,2},?\s(?:19|20)\d{2}\b|\d{1,2}\.?\s\p{L}{3,9}\.?,?\s(?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b/u.exec(
    words.slice(0, 400),
  )?.[0];
}

export function keywordsOf({ page, metadata: { metas }, data: { article } }: Page): readonly string[] {
  const listed = [...metas(metaNames.keywords), ...textsIn(article, 'keywords')].flatMap((words) =>
    words.split(/[,;]/),
  );
  const linked = descendants(page, 'a')
    .filter((link) => /(?:^|\s)tag(?:\s|$)/.test(attribute(link, 'rel') ?? ''))
    .map((link) => lineOf(link) ?? '');
  const all = [...listed, ...metas(['article:tag']), ...linked]
    .map((word) => withoutMarkup(word).trim())
    .filter((word) => word !== '' && word.length <= 100);
  const seen = new Set<string>();
  return all.filter((word) => !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase())).slice(0, 100);
}

/** Rights, provider, and what newsrooms add to the head of their exports. */
export function recordOf({ metadata: { meta, metas }, data }: Page): Partial<Draft> {
  const { article } = data;
  const place = meta(metaNames.place);
  return {
    provider: realNames(namesIn(data, article, 'publisher'))[0] ?? realNames(metas(metaNames.site))[0],
    copyrightHolder: realNames(namesIn(data, article, 'copyrightHolder'))[0],
    copyrightNotice: textIn(article, 'copyrightNotice') ?? meta(metaNames.copyright),
    usageTerms: [...metas(metaNames.usage)],
    dateline: textIn(article, 'dateline'),
    slugline: meta(metaNames.slugline),
    embargo: meta(metaNames.embargo),
    urgency: meta(metaNames.urgency),
    version: textIn(article, 'version') ?? meta(metaNames.version),
    edNotes: [...metas(metaNames.edNote), ...textsIn(article, 'correction')],
    places: [...new Set([...(place === undefined ? [] : [place]), ...namesIn(data, article, 'contentLocation')])].map(
      (name) => ({ name }),
    ),
    genres: textsIn(article, 'genre').map((name) => ({ name })),
  };
}
