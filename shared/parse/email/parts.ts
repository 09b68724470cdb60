// The readable part of a message → Draft: the text part as plain text is read anywhere, the HTML part by the allow-list.
// "Subject: Ferries stop" + "By Jane Doe\n\nThe harbour …" → headline, byline, body.

import type { Draft } from '../../draft.ts';
import type { Note } from '../../story.ts';
import { defined } from '../body.ts';
import type { Body } from '../body.ts';
import { textOf } from '../element.ts';
import { withoutLeadingHeadline } from '../feeds/item-body.ts';
import { readIllustrated } from '../html/pictures.ts';
import { readHtml } from '../markup.ts';
import { readHeaderLines } from '../plain-text/header-lines.ts';
import { readPlainText } from '../plain-text.ts';
import { withoutEndings } from './endings.ts';
import { readForwarded } from './forwarded.ts';
import { withoutLayout } from './layout.ts';

export type Envelope = { readonly subject: string | undefined; readonly sender: string | undefined; readonly notes: Note[] };

/** Whether the text part is the story, and no mere word to programs that show no HTML. */
export function isRealText(text: string | undefined, html: string | undefined): text is string {
  if (text === undefined || text.trim() === '') return false;
  if (html === undefined) return true;
  const shown = (textOf(readHtml(html)) ?? '').length;
  return text.replace(/\s+/g, ' ').length * 2 > shown || shown < 200;
}

/** The subject heads the text unless the text has a headline of its own over a byline, or names one. */
export function readTextPart(given: string, { subject, sender, notes }: Envelope): Draft {
  const forwarded = readForwarded(given.replace(/\r\n?/g, '\n'));
  const { above, text } = startAtHeaders(withoutEndings(forwarded.text, sender, notes));
  const own = readPlainText(text);
  const named = readHeaderLines(text.split('\n')).headers.some(({ field }) => field === 'headline');
  const draft = subject === undefined || named || hasOwnTop(own, subject) ? own : readPlainText(`Headline: ${subject.replace(/\n/g, ' ')}\n\n${text}`);
  if (subject !== undefined && draft.headline !== undefined && !isSame(draft.headline, subject)) notes.push({ step: 'parse', rule: 'subject-and-headline', before: subject, after: draft.headline, text: 'The text has a headline of its own; the subject was left aside.' });
  const edNotes = [...forwarded.edNotes, ...above, ...(draft.edNotes ?? [])];
  return defined<Draft>({ ...draft, ...(named && liftSlugline(draft)), edNotes: edNotes.length > 0 ? edNotes : undefined });
}

/** A code word between the header lines and the byline: "Gol PGA". */
function liftSlugline({ slugline, body }: Draft): Partial<Draft> | undefined {
  const [first, second] = body;
  if (slugline !== undefined || first?.type !== 'paragraph' || second?.type !== 'paragraph' || !/^by\s+\p{L}/iu.test(second.text)) return undefined;
  return first.text.length <= 30 && first.text.split(/\s+/).length <= 3 && !/[.!?:]$/.test(first.text) ? { slugline: first.text, body: body.slice(1) } : undefined;
}

/** A line or two may stand above the header lines: the sender's code word, the agency. They are for the editors. */
function startAtHeaders(text: string): { readonly above: readonly string[]; readonly text: string } {
  const lines = text.split('\n');
  const filled = lines.map((line, index) => ({ line: line.trim(), index })).filter(({ line }) => line !== '').slice(0, 5);
  const first = filled.findIndex(({ line }) => /^(?:headline|title|head|hed|titel|titre|título|titolo)\s?:\s*\S/i.test(line));
  const above = filled.slice(0, Math.max(first, 0)).map(({ line }) => line);
  const short = above.every((line) => line.length <= 40 && !/[.!?:]$/.test(line) && !/^[\p{L}][\p{L} _-]{0,24}:\s/u.test(line));
  return first > 0 && short ? { above, text: lines.slice(filled[first]!.index).join('\n') } : { above: [], text };
}

function hasOwnTop({ headline, bylines = [], body }: Draft, subject: string): boolean {
  if (headline === undefined || bylines.length === 0 || body.length === 0) return isSame(headline ?? '', subject);
  return !/^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten|liebe|sehr geehrte|bonjour|hola|ciao|hej|hei)\b/i.test(headline);
}

function isSame(a: string, b: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return plain(a) === plain(b);
}

/** Header lines at the top count in HTML as they do in text. */
export function readHtmlPart(html: string, { subject, sender, notes }: Envelope): Draft {
  const { blocks, pictures } = withoutLeadingHeadline(withoutSignature(readIllustrated(withoutLayout(readHtml(html))), sender, notes), subject);
  const lines = blocks.slice(0, 30).map((block) => (block.type === 'paragraph' ? block.text : '\u0000'));
  const { headers, rest } = readHeaderLines(lines);
  if (headers.length < 2 && !headers.some(({ field }) => field === 'headline')) return { format: 'email', body: blocks, pictures };
  const read = lines.length - rest.length;
  const said = readPlainText(lines.slice(0, read).join('\n'));
  return { ...said, body: [...said.body, ...blocks.slice(read)], pictures: [...said.pictures, ...pictures] };
}

function withoutSignature({ blocks, pictures }: Body, sender: string | undefined, notes: Note[]): Body {
  // A blank line between any two, as in a text part.
  const lines = blocks.map((block) => ('text' in block ? block.text.replace(/\n/g, ' ') : '\u0000')).join('\n\n');
  const kept = blocks.slice(0, Math.ceil(withoutEndings(lines, sender, notes).split('\n').length / 2));
  const cut = new Set(blocks.slice(kept.length).map((block) => (block.type === 'figure' ? block.picture : undefined)));
  return { blocks: kept, pictures: pictures.filter(({ id }) => !cut.has(id)) };
}
