// The body of a story as an XHTML fragment that also reads as HTML: paragraphs, crossheads, quotes, lists, tables, figures.

import type { Block, Picture, Story, TableCell } from '../story.ts';
import { mediaUrl } from './addresses.ts';
import { oneLine } from './clean-text.ts';
import type { Site } from './feed.ts';
import { writeProse, writeText } from './prose.ts';
import type { Xml } from './xml.ts';
import { element, escapeText, join, joinLines, nothing } from './xml.ts';

/**
 * The whole story for readers that know nothing but a body: the dateline leads it in, pictures stand where the text names them,
 * and those it does not name follow at the end.
 */
export function writeBody(story: Story, site: Site): Xml {
  const waiting = new Map(story.pictures.map((picture) => [picture.id, picture]));
  const figure = (id: string): Xml | undefined => {
    const picture = waiting.get(id);
    waiting.delete(id);
    return picture && writeFigure(picture, site);
  };
  const blocks = writeBlocks(withDateline(story), figure);
  const others = [...waiting.values()].map((picture) => writeFigure(picture, site));
  return direct(join([blocks, joinLines(others)]), story.language);
}

/** The text alone, for formats that carry dateline and pictures beside it. */
export function writeTextBody({ body }: Story): Xml {
  return writeBlocks(body, () => undefined);
}

/** The text led in by its dateline, for formats that carry the pictures beside it but know no datelines. */
export function writeDatelinedBody(story: Story): Xml {
  return direct(
    writeBlocks(withDateline(story), () => undefined),
    story.language,
  );
}

/** `figure` gives what stands for the picture of that id. */
export function writeBlocks(blocks: readonly Block[], figure: (id: string) => Xml | undefined): Xml {
  return joinLines(blocks.map((block) => (block.type === 'figure' ? figure(block.picture) : writeBlock(block))));
}

/** A picture with caption and credit. A picture nobody can fetch yet still shows both. */
export function writeFigure(picture: Picture, site: Site): Xml | undefined {
  const src = mediaUrl(site, picture.href);
  const { width, height } = picture;
  const image = src && element('img', { src, alt: altTextOf(picture), width: pixels(width), height: pixels(height) });
  const caption = writeCaption(picture);
  return image || caption ? element('figure', {}, join([image || undefined, caption])) : undefined;
}

/** What a reader is told who cannot see the picture. */
export function altTextOf({ altText, caption, headline }: Picture): string {
  return oneLine(altText ?? caption ?? headline ?? '');
}

/** Whole pixels, or nothing: HTML and the schemas take no others. */
export function pixels(length: number | undefined): number | undefined {
  return length !== undefined && Number.isSafeInteger(length) && length > 0 ? length : undefined;
}

/** Whether the language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  const [primary = '', ...parts] = language.toLowerCase().split('-');
  const script = parts.find((part) => /^[a-z]{4}$/.test(part));
  return script ? rightToLeftScripts.has(script) : rightToLeftLanguages.has(primary);
}

const rightToLeftScripts = new Set(['adlm', 'arab', 'hebr', 'mand', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa']);
const rightToLeftLanguages = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ji',
  'ks',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** A feed reader lays text out in its own direction unless the markup says otherwise. */
function direct(body: Xml, language: string): Xml {
  return isRightToLeft(language) && body !== nothing ? element('div', { dir: 'rtl' }, join(['\n' as Xml, body])) : body;
}

function withDateline({ dateline, body }: Story): readonly Block[] {
  const line = oneLine(dateline?.line ?? '');
  const first = body.findIndex(({ type }) => type === 'paragraph');
  const paragraph = body[first];
  if (!line || paragraph?.type !== 'paragraph') return body;
  const lead = `${line} – `;
  const marks = paragraph.marks?.map((mark) => ({
    ...mark,
    start: mark.start + lead.length,
    end: mark.end + lead.length,
  }));
  return body.with(first, { ...paragraph, text: lead + paragraph.text, marks });
}

function writeBlock(block: Exclude<Block, { readonly type: 'figure' }>): Xml {
  switch (block.type) {
    case 'paragraph':
      return element('p', {}, writeProse(block));
    case 'heading':
      return element(`h${Math.min(6, Math.max(2, Math.trunc(block.level) || 2))}`, {}, writeProse(block));
    case 'quote':
      return element('blockquote', {}, element('p', {}, writeProse(block)));
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        {},
        block.items.map((item) => element('li', {}, writeProse(item))),
      );
    case 'table':
      return writeTable(block.caption, block.rows);
    case 'preformatted':
      return element('pre', {}, escapeText(block.text));
  }
}

function writeTable(caption: string | undefined, rows: readonly (readonly TableCell[])[]): Xml {
  const heading = caption?.trim() ? element('caption', {}, writeText(caption)) : undefined;
  const body = element(
    'tbody',
    {},
    rows.map((row) => element('tr', {}, row.map(writeCell))),
  );
  return element('table', {}, [heading, body]);
}

function writeCell(cell: TableCell): Xml {
  return element(
    cell.header ? 'th' : 'td',
    { colspan: pixels(cell.colspan), rowspan: pixels(cell.rowspan) },
    writeProse(cell),
  );
}

function writeCaption({ caption, credit }: Picture): Xml | undefined {
  const words = caption?.trim() ? writeText(caption.trim()) : undefined;
  const line = oneLine(credit?.line ?? '');
  const source = line ? element('span', { class: 'credit' }, escapeText(`(${line})`)) : undefined;
  if (!words && !source) return undefined;
  return element('figcaption', {}, join([words, words && source ? (' ' as Xml) : undefined, source]));
}
