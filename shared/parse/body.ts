// Markup → blocks: the body of a story rebuilt from an allow-list, whatever XHTML, HTML or NITF it came in.
// `<p onclick="x()">Tokyo <b>said</b></p><script>…</script>` → one paragraph "Tokyo said" with "said" strong.

import type { DraftPicture } from '../draft.ts';
import type { Block, Mark, Prose, TableCell } from '../story.ts';
import { attribute, child, children, descendants, isElement, textOf } from './element.ts';
import type { Element, Node } from './element.ts';
import { resolveLeftovers } from './references.ts';
import { readTypewritten } from './typewritten.ts';

export type Body = { readonly blocks: readonly Block[]; readonly pictures: readonly DraftPicture[] };

/** Gone with everything in them: nothing in these was ever written for a reader of the story. */
const dropped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'applet',
  'form',
  'button',
  'select',
  'textarea',
  'svg',
  'math',
  'head',
  'title',
  'nav',
  'audio',
  'video',
  'canvas',
  'map',
  'link',
  'meta',
  'base',
  'frame',
  'frameset',
]);

const headings = new Map([
  ['h1', 2],
  ['h2', 2],
  ['h3', 3],
  ['h4', 4],
  ['h5', 5],
  ['h6', 6],
  ['hl1', 2],
  ['hl2', 3],
]);
const strong = new Set(['b', 'strong']);
const emphasised = new Set(['i', 'em', 'cite', 'dfn', 'var']);

/** Elements that stand on lines of their own; `element` and `group` are Infomaker's. A container with none of them inside is one paragraph. */
const standing = new Set([
  ...headings.keys(),
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'body',
  'html',
  'block',
  'body.content',
  'blockquote',
  'bq',
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
  'figure',
  'img',
  'media',
  'hr',
  'center',
  'address',
  'details',
  'nitf-table',
  'element',
  'group',
]);

/** `pictureNumber` is the number of the first picture found here, so that ids stay unique in a draft of several bodies. */
export function readBody(element: Element, pictureNumber = 1): Body {
  const blocks: Block[] = [];
  const pictures: DraftPicture[] = [];
  const collect: Collector = {
    block: (block) => void blocks.push(block),
    picture(picture) {
      const id = `picture-${pictureNumber + pictures.length}`;
      pictures.push({ ...picture, id });
      blocks.push({ type: 'figure', picture: id });
    },
  };
  readChildren(element, collect);
  return { blocks, pictures };
}

type Collector = { block(block: Block): void; picture(picture: Omit<DraftPicture, 'id'>): void };

/** Runs of text between standing elements are paragraphs of their own; two line breaks end one. */
function readChildren(element: Element, collect: Collector): void {
  let run: Node[] = [];
  const flush = (): void => {
    addProse(collect, run, (prose) => ({ type: 'paragraph', ...prose }));
    run = [];
  };
  for (const node of element.children) {
    if (isElement(node) && dropped.has(node.name)) continue;
    if (isElement(node) && (standing.has(node.name) || holdsStanding(node))) {
      flush();
      readStanding(node, collect);
    } else if (isElement(node) && node.name === 'br' && lastIsBreak(run)) {
      run.pop();
      flush();
    } else run.push(node);
  }
  flush();
}

function lastIsBreak(run: readonly Node[]): boolean {
  const last = run.findLast((node) => isElement(node) || node.trim() !== '');
  return isElement(last) && last.name === 'br';
}

function holdsStanding(element: Element): boolean {
  return element.children.some(
    (node) => isElement(node) && !dropped.has(node.name) && (standing.has(node.name) || holdsStanding(node)),
  );
}

function readStanding(element: Element, collect: Collector): void {
  const { name } = element;
  const level = headings.get(name);
  if (level !== undefined && !holdsStanding(element))
    return addProse(collect, element.children, (prose) => ({ type: 'heading', level, ...prose }));
  switch (name) {
    case 'blockquote':
    case 'bq':
      return readQuote(element, collect);
    case 'ul':
    case 'ol':
      return readList(element, collect);
    case 'dl':
      return readDefinitions(element, collect);
    case 'table':
      return readTable(element, collect);
    case 'pre':
      return readPreformatted(element, collect);
    case 'figure':
    case 'media':
    case 'img':
      return readPicture(element, collect);
    case 'hr':
      return undefined;
    default:
      return readChildren(element, collect);
  }
}

function readQuote(element: Element, collect: Collector): void {
  readChildren(element, {
    ...collect,
    block: (block) => collect.block(block.type === 'paragraph' ? { ...block, type: 'quote' } : block),
  });
}

function readList(element: Element, collect: Collector): void {
  const items = children(element, 'li')
    .map((item) => readProse(item.children))
    .filter(({ text }) => text !== '');
  if (items.length > 0) collect.block({ type: 'list', ordered: element.name === 'ol', items });
  for (const picture of descendants(element, 'img')) readPicture(picture, collect);
}

/** A definition list has no block of its own: each term leads its definition in one paragraph. */
function readDefinitions(element: Element, collect: Collector): void {
  const items = children(element, 'dt', 'dd')
    .map((item) => readProse(item.children))
    .filter(({ text }) => text !== '');
  if (items.length > 0) collect.block({ type: 'list', ordered: false, items });
}

function readTable(element: Element, collect: Collector): void {
  const rows = descendants(element, 'tr')
    .map((row) => children(row, 'td', 'th').map(readCell))
    .filter((row) => row.length > 0);
  const caption = textOf(child(element, 'caption'));
  // A table of one column only lays out the page.
  if (rows.every((row) => row.length === 1)) {
    for (const cell of descendants(element, 'td', 'th')) readChildren(cell, collect);
    return;
  }
  collect.block({ type: 'table', ...(caption && { caption }), rows });
  for (const picture of descendants(element, 'img')) readPicture(picture, collect);
}

function readCell(cell: Element): TableCell {
  const span = (name: string): number =>
    Math.min(Math.max(Math.trunc(Number(attribute(cell, name) ?? 1)) || 1, 1), 100);
  const [colspan, rowspan] = [span('colspan'), span('rowspan')];
  return {
    ...readProse(cell.children),
    ...(cell.name === 'th' && { header: true as const }),
    ...(colspan > 1 && { colspan }),
    ...(rowspan > 1 && { rowspan }),
  };
}

function readPreformatted(element: Element, collect: Collector): void {
  const parts: string[] = [];
  const walk = (node: Node): void =>
    isElement(node)
      ? node.name === 'br'
        ? void parts.push('\n')
        : node.children.forEach(walk)
      : void parts.push(node);
  element.children.forEach(walk);
  const text = parts.join('').replace(/^\s*\n|\s+$/g, '');
  if (text.trim() !== '') collect.block({ type: 'preformatted', text });
}

function addProse(collect: Collector, nodes: readonly Node[], make: (prose: Prose) => Block): void {
  const typed = nodes.every((node) => !isElement(node)) ? readTypewritten(nodes.join('')) : undefined;
  if (typed) return typed.forEach((block) => collect.block(block));
  const prose = readProse(nodes);
  if (prose.text !== '') collect.block(make(prose));
}

/** Text with emphasis and safe links; white space collapsed, trimmed at both ends. */
export function readProse(nodes: readonly Node[]): Prose {
  let text = '';
  const marks: Mark[] = [];
  const addText = (part: string): void => {
    const collapsed = resolveLeftovers(part).replace(/[^\S\u00A0 ]+[^\S\u00A0]*| [^\S\u00A0]+/g, ' ');
    text += collapsed.startsWith(' ') && (text === '' || text.endsWith(' ')) ? collapsed.slice(1) : collapsed;
  };
  const walk = (node: Node): void => {
    if (!isElement(node)) return addText(node);
    if (dropped.has(node.name)) return;
    if (node.name === 'br') return addText(' ');
    if (standing.has(node.name)) addText(' ');
    const start = text.length;
    const place = marks.length;
    node.children.forEach(walk);
    const mark = markOf(node, start, text.length);
    if (mark) marks.splice(place, 0, mark);
  };
  nodes.forEach(walk);
  return trimProse(text, marks);
}

function markOf(element: Element, start: number, end: number): Mark | undefined {
  if (start === end) return undefined;
  if (strong.has(element.name)) return { kind: 'strong', start, end };
  if (emphasised.has(element.name)) return { kind: 'emphasis', start, end };
  const href = element.name === 'a' ? safeAddress(attribute(element, 'href')) : undefined;
  return href === undefined ? undefined : { kind: 'link', start, end, href };
}

/** Absolute web and mail addresses; anything else (`javascript:`, relative) is no link outside the page it stood on. */
export function safeAddress(given: string | undefined): string | undefined {
  if (given === undefined || given.length > 2000) return undefined;
  const url = URL.parse(given.trim());
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}

function trimProse(text: string, marks: readonly Mark[]): Prose {
  const cut = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const kept = marks
    .map((mark) => ({ ...mark, start: Math.max(mark.start - cut, 0), end: Math.min(mark.end - cut, trimmed.length) }))
    .filter(({ start, end }) => start < end);
  return kept.length > 0 ? { text: trimmed, marks: kept } : { text: trimmed };
}

/** An `img`, an HTML `figure` with its caption, or a NITF `media` with its references. */
function readPicture(element: Element, collect: Collector): void {
  const picture = element.name === 'media' ? nitfMedia(element) : htmlFigure(element);
  if (picture && Object.keys(picture).length > 0) collect.picture(picture);
  else if (element.name === 'figure') readChildren(element, collect);
}

function htmlFigure(element: Element): Omit<DraftPicture, 'id'> | undefined {
  const image = element.name === 'img' ? element : descendants(element, 'img')[0];
  if (!image || isPixel(image)) return undefined;
  const source = attribute(image, 'src') ?? attribute(image, 'data-src') ?? attribute(image, 'source');
  const href = safeAddress(source);
  const captions = descendants(element, 'figcaption');
  const credit =
    captions.flatMap((caption) => descendants(caption, 'small', 'cite', 'span').filter(isCredit))[0] ??
    descendants(element, 'small', 'cite', 'span').find(isCredit);
  const caption = captions
    .map((part) => textOf(without(part, credit)))
    .filter((text) => text !== undefined)
    .join(' ');
  return defined({
    href,
    fileName: fileNameOf(source),
    altText: attribute(image, 'alt'),
    caption: caption === '' ? undefined : caption,
    credit: textOf(credit),
    width: attribute(image, 'width'),
    height: attribute(image, 'height'),
  });
}

/** What press releases count their readers by: a dot, or an address of no picture's file that says itself, by an empty `alt`, that there is nothing to see. */
function isPixel(image: Element): boolean {
  const isDot = ['width', 'height'].every((name) => /^[01](?:px)?$/.test(attribute(image, name) ?? ''));
  const source = attribute(image, 'src') ?? '';
  const showsNothing = image.attributes.get('alt') === '' && attribute(image, 'width') === undefined;
  return isDot || (showsNothing && source.includes('?') && !/\.(?:jpe?g|png|gif|webp|tiff?|svg|avif)\b/i.test(source));
}

function isCredit(element: Element): boolean {
  return /credit|copyright|byline|source|photographer/i.test(
    `${attribute(element, 'class') ?? ''} ${attribute(element, 'itemprop') ?? ''}`,
  );
}

function without(element: Element, gone: Element | undefined): Element {
  const kept = element.children
    .filter((node) => node !== gone)
    .map((node) => (isElement(node) ? without(node, gone) : node));
  return { ...element, children: kept };
}

/** NITF 3: `media` holds references, one caption and the producer, who is the credit. */
function nitfMedia(element: Element): Omit<DraftPicture, 'id'> | undefined {
  if (!/^(?:image|photo|graphic|)$/i.test(attribute(element, 'media-type') ?? '')) return undefined;
  const references = children(element, 'media-reference');
  const best = references.toSorted(
    (a, b) => Number(attribute(b, 'width') ?? 0) - Number(attribute(a, 'width') ?? 0),
  )[0];
  const captions = children(element, 'media-caption')
    .map((caption) => textOf(caption))
    .filter((text) => text !== undefined);
  const source = attribute(best, 'source');
  return defined({
    href: safeAddress(source),
    fileName: attribute(best, 'name') ?? fileNameOf(source),
    altText: attribute(best, 'alternate-text'),
    mediaType: attribute(best, 'mime-type'),
    width: attribute(best, 'width'),
    height: attribute(best, 'height'),
    caption: captions.length > 0 ? captions.join(' ') : undefined,
    credit: textOf(child(element, 'media-producer')),
  });
}

/** The last part of an address or path. */
export function fileNameOf(address: string | undefined): string | undefined {
  const path = address?.replace(/[?#].*$/s, '').replace(/^[a-z]+:\/\/[^/]*\/?$/i, '');
  const name = path?.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name === undefined || name === '' || address!.startsWith('data:') ? undefined : name;
}

/** Without the fields that are undefined. */
export function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
