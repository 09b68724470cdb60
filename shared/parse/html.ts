// HTML: pages of web desks, exports of content management systems, and bare fragments.
// `<article><h1>Ferries stop</h1><p class="byline">By Jane Doe</p>…` → headline, byline, body; nav, promotions, scripts and forms are gone.

import type { Draft } from '../draft.ts';
import type { Upload } from '../upload.ts';
import { defined, readBody, safeAddress } from './body.ts';
import type { Element, Node } from './element.ts';
import { attribute, child, descendants, isElement, textOf } from './element.ts';
import { mainTextOf } from './html/story-text.ts';
import type { Metadata } from './html/metadata.ts';
import { metadataOf, namesIn } from './html/metadata.ts';
import { bylineMarks, kickerMarks, standfirstMarks } from './html/page-marks.rules.ts';
import { objectsIn, textIn, textsIn } from './json-fields.ts';
import { readHtml } from './markup.ts';
import type { Parser, Readings } from './parser.ts';

export const html: Parser = { format: 'html', recognises, parse };

/** A document type, an html element, or a text that begins with an element of HTML and closes one. */
function recognises({ text, name, mediaType }: Upload): boolean {
  const head = text.slice(0, 3000).trimStart();
  if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]{0,1000}?-->\s*)*<(?:!doctype\s+html|html[\s>]|html:html[\s>])/i.test(head)) return true;
  const begins = /^<(?:article|main|section|div|p|h[1-6]|header|figure|body|head|title|meta|img|ul|table|blockquote|a|b|strong|em|i|br|span)\b[^<>]*>/i.test(head);
  return begins && (/<\/(?:p|div|article|h[1-6]|body|main|section|figure|a|strong|b|span|ul|table)>/i.test(text.slice(0, 100_000)) || /\.html?$/i.test(name) || /html/.test(mediaType ?? ''));
}

function parse({ text }: Upload): Readings {
  const page = readHtml(text);
  const metadata = metadataOf(page);
  const holder = mainTextOf(page);
  const parts = liftParts(page, holder);
  const { blocks, pictures } = readBody(parts.body);
  return [defined<Draft>({ format: 'html', kind: 'text', ...describe(page, metadata, parts), body: blocks, pictures })];
}

type Parts = { readonly headline?: string; readonly standfirst?: string; readonly kicker?: string; readonly bylines: readonly string[]; readonly body: Element };

/** Headline, standfirst, kicker and byline are taken out of the text where they stand in it; elsewhere on the page they are read. */
function liftParts(page: Element, holder: Element): Parts {
  const headings = descendants(holder, 'h1');
  const heading = headings.find((element) => textOf(element) !== undefined) ?? descendants(page, 'h1').find((element) => textOf(element) !== undefined);
  const marked = (marks: RegExp, longest: number): Element | undefined => {
    const fits = (element: Element): boolean => marks.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'itemprop') ?? ''} ${attribute(element, 'rel') ?? ''}`) && (textOf(element)?.length ?? longest) < longest;
    const named = ['p', 'div', 'span', 'a', 'h2', 'h3', 'h4', 'header', 'address', 'li'] as const;
    return descendants(holder, ...named).find(fits) ?? descendants(page, ...named).find((element) => fits(element) && !isInside(element, page, 'nav', 'footer', 'aside'));
  };
  const byline = marked(bylineMarks, 200);
  const standfirst = marked(standfirstMarks, 700);
  const kicker = marked(kickerMarks, 60);
  const gone = new Set([heading, byline, standfirst, kicker].filter((element) => element !== undefined));
  const written = textOf(byline);
  return defined<Parts>({ headline: textOf(heading), standfirst: textOf(standfirst), kicker: textOf(kicker), bylines: written === undefined ? [] : [written], body: without(holder, gone) });
}

function isInside(element: Element, page: Element, ...names: readonly string[]): boolean {
  return descendants(page, ...names).some((holder) => descendants(holder, element.name).includes(element));
}

/** The holder was copied when it was pruned, but its elements were not: they are found by identity or by what they say. */
function without(element: Element, gone: ReadonlySet<Element>): Element {
  const texts = new Set([...gone].map((each) => `${each.name} ${textOf(each)}`));
  const keep = (node: Node): boolean => !isElement(node) || !(gone.has(node) || (texts.has(`${node.name} ${textOf(node)}`) && textOf(node) !== undefined));
  return { ...element, children: element.children.filter(keep).map((node) => (isElement(node) ? without(node, gone) : node)) };
}

function describe(page: Element, { meta, metas, article }: Metadata, parts: Parts): Partial<Draft> {
  const [root] = descendants(page, 'html');
  const time = (name: RegExp): string | undefined => descendants(page, 'time').filter((element) => name.test(`${attribute(element, 'itemprop') ?? ''} ${attribute(element, 'class') ?? ''}`)).map((element) => attribute(element, 'datetime')).find((value) => value !== undefined);
  const authors = namesIn(article, 'author').length > 0 ? namesIn(article, 'author') : [...metas('author'), ...metas('article:author'), ...metas('dc.creator')].filter((name) => !/^https?:/.test(name));
  const written = parts.bylines.filter((line) => /\p{L}{2}/u.test(line));
  const canonical = descendants(page, 'link').filter((link) => attribute(link, 'rel') === 'canonical').map((link) => safeAddress(attribute(link, 'href'))).find((href) => href !== undefined);
  return {
    guid: canonical ?? safeAddress(meta('og:url')) ?? safeAddress(textIn(article, 'url', '@id')),
    language: attribute(root, 'lang') ?? textIn(article, 'inLanguage') ?? meta('og:locale', 'language', 'dc.language')?.replace('_', '-'),
    kicker: parts.kicker ?? meta('article:section') ?? textsIn(article, 'articleSection')[0],
    headline: parts.headline ?? textIn(article, 'headline') ?? meta('og:title', 'twitter:title', 'dc.title') ?? titleOf(page, meta('og:site_name')),
    standfirst: parts.standfirst,
    bylines: written.length > 0 ? written : authors.length > 0 ? [[...new Set(authors)].join(' and ')] : [],
    keywords: [...new Set([...(meta('news_keywords', 'keywords') ?? '').split(',').map((word) => word.trim()), ...metas('article:tag'), ...textsIn(article, 'keywords').flatMap((words) => words.split(',').map((word) => word.trim()))])].filter((word) => word !== ''),
    copyrightNotice: meta('copyright', 'dc.rights', 'rights') ?? textIn(article, 'copyrightNotice'),
    copyrightHolder: objectsIn(article, 'copyrightHolder').map((holder) => textIn(holder, 'name')).find((name) => name !== undefined),
    created: meta('article:published_time', 'datepublished', 'dc.date', 'date', 'pubdate') ?? textIn(article, 'datePublished', 'dateCreated') ?? time(/publish|entry-date|created|date/i) ?? attribute(descendants(page, 'time')[0], 'datetime'),
    versionCreated: meta('article:modified_time', 'og:updated_time', 'datemodified', 'last-modified') ?? textIn(article, 'dateModified') ?? time(/modif|update/i),
    provider: namesIn(article, 'publisher')[0] ?? meta('og:site_name', 'dc.publisher', 'publisher'),
  };
}

/** The title without the name of the site behind a bar or dash. */
function titleOf(page: Element, site: string | undefined): string | undefined {
  const title = textOf(descendants(page, 'title').find((element) => child(element, 'svg') === undefined));
  if (title === undefined) return undefined;
  if (site !== undefined && title.endsWith(site)) return title.slice(0, -site.length).replace(/\s*[|–—:·-]\s*$/u, '').trim() || title;
  const [first = '', ...rest] = title.split(/\s+[|–—]\s+/u);
  return rest.length > 0 && first.length > 20 ? first : title;
}
