// HTML: pages of web desks, exports of content management systems, and bare fragments.
// `<article><h1>Ferries stop</h1><p class="byline">By Jane Doe</p>…` → headline, byline, body; nav, promotions, scripts and forms are gone.

import type { Draft } from '../draft.ts';
import { reject } from '../outcome.ts';
import type { Block } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined } from './body.ts';
import type { Body } from './body.ts';
import { descendants } from './element.ts';
import type { Element } from './element.ts';
import { bylineIn, readAuthors } from './html/authors.ts';
import { lineOf, linesOf } from './html/block-text.ts';
import {
  addressOf,
  authorsOf,
  baseOf,
  datesOf,
  headlinesOf,
  keywordsOf,
  languageOf,
  recordOf,
  sectionOf,
  withoutMarkup,
} from './html/facts.ts';
import type { Page } from './html/facts.ts';
import { metaNames } from './html/facts.rules.ts';
import { linkedDataOf, partiesIn } from './html/json-ld.ts';
import { findStory, isFragment } from './html/main-text.ts';
import { metadataOf, titleOf, withoutSite } from './html/metadata.ts';
import { errorTitles } from './html/page-words.rules.ts';
import { readIllustrated, renumbered } from './html/pictures.ts';
import { weigh } from './html/prose-weight.ts';
import { withoutFurniture, withoutPageParts } from './html/prune.ts';
import { withoutPageLines } from './html/page-lines.ts';
import type { Lines } from './html/page-lines.ts';
import { withSharedPicture } from './html/shared-picture.ts';
import { peopleAmong, signedBy } from './html/signed-by.ts';
import { besideNotes, bodyOf, factLines } from './html/story-body.ts';
import { isSame, plain, readTop } from './html/top.ts';
import { textIn } from './json-fields.ts';
import { readHtml } from './markup.ts';
import type { Parser, Readings } from './parser.ts';
import { looksLikeByline } from './plain-text/sentences.ts';

export const html: Parser = { format: 'html', recognises, parse };

/** A document type, an html element, or a text that begins with an element of HTML and closes one. */
function recognises({ text, name, mediaType }: Upload): boolean {
  const head = text
    .slice(0, 20_000)
    .replace(/^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^]{0,3000}?-->\s*){0,20}/, '')
    .slice(0, 500);
  if (/^<(?:!doctype\s+html|html[\s>]|html:html[\s>])/i.test(head)) return true;
  const begins =
    /^<(?:article|main|section|div|p|h[1-6]|header|figure|body|head|title|meta|img|ul|ol|table|blockquote|a|b|strong|em|i|br|span|center|font|script|style|link|picture)\b[^<>]*>/i.test(
      head,
    );
  const isSaid = /\.(?:html?|xhtml)$/i.test(name) || /\bx?html\b/.test(mediaType ?? '');
  return (
    (begins &&
      (isSaid ||
        /<\/(?:p|div|article|h[1-6]|body|main|section|figure|a|strong|b|span|ul|table)>|<p>/i.test(
          text.slice(0, 100_000),
        ))) ||
    (isSaid && /<(?:p|br|div|h[1-6]|a)[\s>/]/i.test(text.slice(0, 100_000)))
  );
}

/** Elements within elements; browsers stop at some hundreds. */
const deepest = 20_000;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [, closes] of text.matchAll(
    /<(\/?)(?:div|section|span|article|b|i|em|strong|font|center|blockquote|table|ul|ol)\b/gi,
  )) {
    depth = Math.max(depth + (closes === '/' ? -1 : 1), 0);
    if (depth > deepest) return true;
  }
  return false;
}

function parse({ text }: Upload): Readings {
  if (isTooDeep(text)) return [reject('unsafe', 'The elements of the page are nested too deep.')];
  const whole = readHtml(text);
  const page: Page = { page: whole, metadata: metadataOf(whole), data: linkedDataOf(whole), text };
  const { element, notes } = withoutPageParts(withoutFurniture(whole));
  const title = titleOf(whole, []);
  if (title !== undefined && errorTitles.test(title) && (weigh(element).get(element) ?? 0) < 600)
    return [reject('unknown-format', `This is a page that says “${title.slice(0, 80)}”, not a story.`)];
  const stories = severalIn(page, element);
  if (stories.length > 1)
    return stories.map((article) =>
      readStory(
        { ...page, page: article, metadata: metadataOf(article), data: { byId: page.data.byId } },
        article,
        languageOf(page, article),
      ),
    );
  const draft = readStory(page, element, undefined);
  return [{ ...draft, notes: [...notes, ...(draft.notes ?? [])] }];
}

/** A page of one story that came inside another format. */
export function readPage(text: string): Draft {
  const page = readHtml(text);
  return readStory(
    { page, metadata: metadataOf(page), data: linkedDataOf(page), text },
    withoutPageParts(withoutFurniture(page)).element,
    undefined,
  );
}

/** Exports of several stories give each an article with a headline of its own; pages of one story call it an article in their head. */
function severalIn({ data, metadata: { meta } }: Page, page: Element): readonly Element[] {
  if (data.article || /article/i.test(meta(['og:type']) ?? '')) return [];
  const articles = descendants(page, 'article');
  const own = articles.filter(
    (article) =>
      descendants(article, 'h1').length === 1 &&
      descendants(article, 'article').length === 0 &&
      descendants(article, 'p').filter((each) => (lineOf(each)?.length ?? 0) > 40).length > 1,
  );
  return own.length === articles.length && descendants(page, 'h1').length === own.length ? own : [];
}

/** `lean` is the page without what is no story. */
function readStory(page: Page, lean: Element, language: string | undefined): Draft {
  const names = headlinesOf(page);
  const story = findStory(lean, (heading) => names.some((name) => isSame(lineOf(heading) ?? '', name)));
  const top = readTop(
    lean,
    story,
    [...names, titleOf(page.page, []) ?? ''].filter((hint) => hint !== ''),
    names.length > 0,
    describedAs(page),
  );
  const authors = readAuthors(lean, story.region);
  const written =
    authors.bylines.length > 0 ? undefined : bylineIn(factLines(story.region).flatMap((line) => linesOf(line)));
  const read = new Set([...top.read, ...authors.read]);
  const base = baseOf(page);
  const record = recordOf(page);
  const people = peopleAmong(partiesIn(page.data, page.data.article, 'author'), [record.provider ?? '']);
  const text = withoutPortraits(bodyFrom(page, readIllustrated(bodyOf(story, read), base)), people);
  const body = withSharedPicture(text, page, base);
  const titled = top.headline ?? headlineOf(page);
  const bold = titled === undefined ? boldLine(body.blocks) : undefined;
  const blocks = bold ? body.blocks.filter((block) => block !== bold) : body.blocks;
  const headline = titled ?? bold?.text;
  const bylines = written !== undefined ? [written] : authors.bylines.length > 0 ? authors.bylines : authorsOf(page);
  const facts = [headline, top.kicker, sectionOf(page), record.provider, ...people, ...keywordsOf(page)].filter(
    (fact) => fact !== undefined,
  );
  const dates = datesOf(page, isFragment(lean) ? lean : story.region, authors.read);
  const lines: Lines = isFragment(lean)
    ? { blocks, notes: [] }
    : withoutPageLines(blocks, facts, textIn(page.data.article, 'articleBody'));
  return defined<Draft>({
    format: 'html',
    kind: 'text',
    ...record,
    ...dates,
    created: dates.created ?? lines.date,
    guid: addressOf(page),
    language: language ?? languageOf(page, story.region),
    kicker: top.kicker ?? sectionOf(page),
    headline,
    standfirst: top.standfirst ?? descriptionOf(page, headline, lines.blocks),
    bylines: signedBy(bylines, people),
    keywords: keywordsOf(page),
    body: lines.blocks,
    pictures: body.pictures,
    notes: [...besideNotes(story, read), ...body.notes, ...lines.notes],
  });
}

/** The face of who wrote the story, beside the byline. */
function withoutPortraits({ blocks, pictures }: Body, people: readonly string[]): Body {
  const faces = new Set(people.map(plain));
  const portraits = new Set(pictures.filter(({ altText }) => faces.has(plain(altText ?? ''))).map(({ id }) => id));
  return portraits.size === 0
    ? { blocks, pictures }
    : renumbered(
        {
          blocks: blocks.filter((block) => block.type !== 'figure' || !portraits.has(block.picture)),
          pictures: pictures.filter(({ id }) => !portraits.has(id)),
        },
        1,
      );
}

/** A first line that is all bold and no sentence heads a text that has no other headline. */
function boldLine(blocks: readonly Block[]): Extract<Block, { readonly type: 'paragraph' }> | undefined {
  const [first, next] = blocks.filter(({ type }) => type !== 'figure');
  if (
    first?.type !== 'paragraph' ||
    next === undefined ||
    first.text.length > 160 ||
    /[.:,;…]["”’)]?$/u.test(first.text) ||
    looksLikeByline(first.text)
  )
    return undefined;
  return (first.marks ?? []).some(
    (mark) => mark.kind === 'strong' && mark.start === 0 && mark.end === first.text.length,
  )
    ? first
    : undefined;
}

function headlineOf(page: Page): string | undefined {
  const sites = [page.metadata.meta(metaNames.site)];
  const [given] = headlinesOf(page);
  return given === undefined ? titleOf(page.page, sites) : withoutSite(given, sites);
}

/** What the page says of its story in a sentence; a page that does not call itself an article describes its site. */
function describedAs({ metadata: { meta }, data: { article } }: Page): string | undefined {
  const isArticle =
    article !== undefined ||
    /article/i.test(meta(['og:type']) ?? '') ||
    meta(['article:published_time', 'og:description']) !== undefined;
  const given = textIn(article, 'description') ?? (isArticle ? meta(metaNames.description) : undefined);
  return given === undefined ? undefined : withoutMarkup(given);
}

/** A description counts as standfirst where it says something of its own: most are the first words of the text, cut off. */
function descriptionOf(page: Page, headline: string | undefined, blocks: readonly Block[]): string | undefined {
  const text = describedAs(page);
  const words = plain(text ?? '');
  const said = plain(
    blocks
      .slice(0, 30)
      .map((block) => ('text' in block ? block.text : ''))
      .join(' '),
  );
  const isCut = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/.test(text ?? '');
  return words === '' ||
    isCut ||
    said.includes(words) ||
    words === plain(headline ?? '') ||
    said.startsWith(words.slice(0, 60))
    ? undefined
    : text;
}

/** Pages that scripts fill hold their text only in the description for machines. */
function bodyFrom(
  { data: { article } }: Page,
  body: ReturnType<typeof readIllustrated>,
): ReturnType<typeof readIllustrated> {
  const length = body.blocks.reduce((sum, block) => sum + ('text' in block ? block.text.length : 100), 0);
  const described = textIn(article, 'articleBody');
  if (described === undefined || length >= 200 || described.length < length * 2) return body;
  const holder = readHtml(
    /<(?:p|br|div)\b/i.test(described)
      ? described
      : described
          .split(/\n+/)
          .map((line) => `<p>${line}</p>`)
          .join(''),
  );
  const { blocks, pictures } = readIllustrated(holder, undefined, body.pictures.length + 1);
  return {
    blocks: [...body.blocks.filter(({ type }) => type === 'figure'), ...blocks],
    pictures: [...body.pictures, ...pictures],
  };
}
