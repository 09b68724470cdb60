// The text of a feed's item → body. It is HTML, escaped once or twice, or plain text; WordPress exports have paragraphs that only blank lines divide.
// `&amp;lt;p&amp;gt;The harbour …` → a paragraph "The harbour …".

import type { Note } from '../../story.ts';
import type { Body } from '../body.ts';
import type { Element } from '../element.ts';
import { isElement, textOf } from '../element.ts';
import { lineOf } from '../html/block-text.ts';
import { readIllustrated } from '../html/pictures.ts';
import { readHtml } from '../markup.ts';

/** `base`: where the item stands on the web; relative addresses are read against it. */
export function readItemBody(html: string, base?: string): Body {
  const uncommented = withoutComments(html);
  const divided = /<(?:p|div|br)[\s/>]/i.test(uncommented)
    ? uncommented
    : uncommented.replace(/\r?\n[ \t]*\r?\n/g, '\n<p>');
  return readIllustrated(readHtml(unescapeTwice(divided)), base);
}

/** The same of an element: its markup may be escaped, in CDATA, or stand there as elements. */
export function readElementBody(element: Element | undefined, base?: string): Body {
  if (!element) return { blocks: [], pictures: [] };
  return element.children.some(isElement)
    ? readIllustrated(element, base)
    : readItemBody(element.children.join(''), base);
}

/** Blog editors leave notes to themselves in comments: `<!-- wp:paragraph -->`. */
function withoutComments(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', from)) {
    const end = html.indexOf('-->', start + 4);
    if (end < 0) break;
    parts.push(html.slice(from, start));
    from = end + 3;
  }
  parts.push(html.slice(from));
  return parts.join('');
}

/** Some feeds escape their markup twice: no element is left, but the words for them are. */
function unescapeTwice(html: string): string {
  if (/<[a-z]/i.test(html) || !/&lt;\/?(?:p|br|div|span|a|b|i|strong|em|ul|ol|li|img|figure|h[1-6])[\s/&]/i.test(html))
    return html;
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Markup as one line of text. */
export function plainLine(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  return /<[a-z/!]|&[#\w]/i.test(html) ? lineOf(readHtml(html)) : textOf(html);
}

/** A guid that is no address by itself is made one with the feed's, so that two feeds' "17" stay apart. */
export function stableGuid(
  guid: string | undefined,
  link: string | undefined,
  feed: string | undefined,
): string | undefined {
  if (guid === undefined) return link;
  if (/^[a-z][a-z\d+.-]*:\S/i.test(guid)) return guid;
  const base = feed ?? link;
  return base === undefined ? guid : `${base.replace(/#.*$/s, '')}#${encodeURIComponent(guid.toWellFormed())}`;
}

const footers =
  /^(?:.{1,200} was originally published in .{1,100} on medium\b.{0,120}|the (?:post|article|story) .{1,300} (?:appeared|was published|first appeared)(?: first)? (?:on|at) .{1,150}|der (?:beitrag|artikel) .{1,300} erschien zuerst (?:auf|bei) .{1,150}|l['’]article .{1,300} est apparu en premier sur .{1,150}|la entrada .{1,300} (?:se publicó primero en|apareció primero en) .{1,150}|(?:continue reading|read more|weiterlesen|lire la suite|leer más)(?:[\s:.…→»]{0,5}| (?:on|at) .{1,100}| .{1,200}[→»]))$/i;

/** Blogs end their items in "The post Ferries stop appeared first on Northlight." */
export function withoutFooter({ blocks, pictures }: Body, notes: Note[]): Body {
  const last = blocks.at(-1);
  if (last?.type !== 'paragraph' || blocks.length < 2 || last.text.length > 600 || !footers.test(last.text))
    return { blocks, pictures };
  notes.push({
    step: 'parse',
    rule: 'feed-footer',
    before: last.text,
    text: 'The last paragraph spoke of the feed, not of the story; it was cut.',
  });
  return { blocks: blocks.slice(0, -1), pictures };
}

/** A text that begins with its own headline: it stands above it already. */
export function withoutLeadingHeadline({ blocks, pictures }: Body, headline: string | undefined): Body {
  const at = blocks.findIndex(({ type }) => type !== 'figure');
  const first = blocks[at];
  if (
    headline === undefined ||
    blocks.length < 2 ||
    (first?.type !== 'heading' && first?.type !== 'paragraph') ||
    wordsOf(first.text) !== wordsOf(headline)
  )
    return { blocks, pictures };
  return { blocks: blocks.filter((block) => block !== first), pictures };
}

/** News search engines send the headline and the source once more instead of a text. */
export function withoutHeadlineAgain(body: Body, said: readonly (string | undefined)[], notes: Note[]): Body {
  const [only] = body.blocks;
  if (
    body.blocks.length !== 1 ||
    only?.type !== 'paragraph' ||
    !said.map((_, end) => wordsOf(said.slice(0, end + 1).join(' '))).includes(wordsOf(only.text))
  )
    return body;
  notes.push({
    step: 'parse',
    rule: 'headline-again',
    before: only.text,
    text: 'The text only repeats the headline; it was left out.',
  });
  return { ...body, blocks: [] };
}

/** A summary that only repeats how the text begins sums nothing up. */
export function repeatsText(summary: string | undefined, { blocks }: Body): boolean {
  if (summary === undefined) return true;
  const begun = wordsOf(
    summary.replace(
      /\s*(?:\[(?:…|\.\.\.|&hellip;)\]|…|\.\.\.)\s*(?:(?:continue reading|read more|weiterlesen|lire la suite)\b.*)?$/i,
      '',
    ),
  ).slice(0, 500);
  return (
    begun !== '' && wordsOf(blocks.map((block) => ('text' in block ? block.text : '')).join(' ')).startsWith(begun)
  );
}

/** The words alone, to compare two texts by. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
