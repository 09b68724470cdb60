// Whether what a reader took from a feed is all that the desk sent: guid, title, date, author, body, captions and credits of every piece.

import { Parser } from 'htmlparser2';
import type { Block } from '../../shared/story.ts';
import type { Piece } from './corpus.ts';

/** One item as a reader gives it; what it has no notion of is absent, what it did not find is empty. */
export type Arrived = {
  readonly guid: string;
  readonly title: string;
  /** As `Date` can read it. */
  readonly date: string;
  /** All in one text. */
  readonly authors?: string | undefined;
  readonly html?: string | undefined;
  /** Captions and credits from Media RSS. */
  readonly media?: readonly string[];
};

export type Feed = 'rss' | 'atom' | 'json';

/** Atom shows a killed story as a tombstone, which readers leave out; what is held back must be in no feed. */
export function isIn({ fate }: Piece, feed: Feed): boolean {
  return fate !== 'withheld' && fate !== 'embargoed' && !(fate === 'killed' && feed === 'atom');
}

/** What got lost or came unasked, a line each. */
export function losses(pieces: readonly Piece[], arrived: readonly Arrived[], feed: Feed): readonly string[] {
  const byGuid = new Map(arrived.map((item) => [item.guid, item]));
  const due = pieces.filter((piece) => isIn(piece, feed));
  const strangers = arrived
    .filter(({ guid }) => !due.some((piece) => piece.guid === guid))
    .map(({ guid }) => `${guid} has no business here`);
  const doubles = arrived.length === byGuid.size ? [] : ['a guid stands twice'];
  return [
    ...strangers,
    ...doubles,
    ...due.flatMap((piece) => lossesOf(piece, byGuid.get(piece.guid), feed).map((loss) => `${piece.name}: ${loss}`)),
  ];
}

function lossesOf(piece: Piece, item: Arrived | undefined, feed: Feed): readonly string[] {
  if (!item) return ['guid'];
  const killed = piece.fate === 'killed';
  const title = killed ? `Killed: ${piece.headline}` : piece.headline;
  const shown = wordsOfHtml(item.html ?? '');
  const missing = (name: string, texts: readonly string[], where: string): readonly string[] =>
    texts.filter((text) => !where.includes(words(text))).map((text) => `${name} “${text.slice(0, 60)}”`);
  const printed = piece.pictures.flatMap(({ caption, credit }) => [caption, credit]);
  const pictures = killed ? [] : printed;
  const sent = piece.body.flatMap(textsOf);
  // Atom wants an author for every entry: where nobody signs the provider stands in.
  const authors = piece.authors.length === 0 && feed === 'atom' ? ['Northlight'] : piece.authors;
  return [
    ...(words(item.title) === words(title) ? [] : [`title “${item.title.slice(0, 80)}”`]),
    ...(Date.parse(item.date) === Date.parse(piece.publishedAt) ? [] : [`date ${item.date}`]),
    ...(item.authors === undefined || killed ? [] : missing('author', authors, item.authors)),
    ...(item.html === undefined || killed ? [] : missing('body', sent, shown)),
    ...(item.html === undefined ? [] : missing('caption or credit in the body', pictures, shown)),
    ...(item.media === undefined
      ? []
      : missing('caption or credit of the media', pictures, item.media.map(words).join('\n'))),
    ...(killed && [...sent, ...printed].some((text) => shown.includes(words(text)))
      ? ['a killed story shows its text']
      : []),
  ];
}

function textsOf(block: Block): readonly string[] {
  if (block.type === 'list') return block.items.map(({ text }) => text);
  if (block.type === 'table') return block.rows.flat().map(({ text }) => text);
  return 'text' in block ? [block.text] : [];
}

/** Without control characters, which nobody sends on, and with white space made one. */
export function words(text: string): string {
  return text
    .replace(/[\0-\x08\x0B\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function wordsOfHtml(html: string): string {
  let text = '';
  const parser = new Parser({ ontext: (more) => void (text += more), onopentagname: () => void (text += ' ') });
  parser.end(html);
  return words(text);
}
