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
import { letterGreeting } from '../plain-text/cover.rules.ts';
import { readCover } from '../plain-text/cover.ts';
import { releaseLabel } from '../plain-text/wire-words.rules.ts';
import { readPlainText } from '../plain-text.ts';
import { withoutEndings } from './endings.ts';
import { readForwarded } from './forwarded.ts';
import { withoutLayout } from './layout.ts';

export type Envelope = {
  readonly subject: string | undefined;
  readonly sender: string | undefined;
  readonly notes: Note[];
};

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
  const cover = readCover(withoutEndings(forwarded.text, sender, notes).split('\n'));
  const { above, text } = startAtHeaders(cover.lines.join('\n'));
  const own = readPlainText(text);
  const named = readHeaderLines(text.split('\n')).headers.some(({ field }) => field === 'headline');
  const draft =
    subject === undefined || named || hasOwnTop(own, subject, cover.edNotes.length > 0)
      ? own
      : readPlainText(`Headline: ${subject.replace(/\n/g, ' ')}\n\n${text}`);
  if (subject !== undefined && draft.headline !== undefined && !isSame(draft.headline, subject))
    notes.push({
      step: 'parse',
      rule: 'subject-and-headline',
      before: subject,
      after: draft.headline,
      text: 'The text has a headline of its own; the subject was left aside.',
    });
  const edNotes = [...forwarded.edNotes, ...cover.edNotes, ...above, ...(draft.edNotes ?? [])];
  return defined<Draft>({
    ...draft,
    ...(named && liftSlugline(draft)),
    edNotes: edNotes.length > 0 ? edNotes : undefined,
  });
}

/** A code word between the header lines and the byline: "Gol PGA". */
function liftSlugline({ slugline, body }: Draft): Partial<Draft> | undefined {
  const [first, second] = body;
  if (
    slugline !== undefined ||
    first?.type !== 'paragraph' ||
    second?.type !== 'paragraph' ||
    !/^by\s+\p{L}/iu.test(second.text)
  )
    return undefined;
  return first.text.length <= 30 && first.text.split(/\s+/).length <= 3 && !/[.!?:]$/.test(first.text)
    ? { slugline: first.text, body: body.slice(1) }
    : undefined;
}

/** A line or two may stand above the header lines: the sender's code word, the agency. They are for the editors. */
function startAtHeaders(text: string): { readonly above: readonly string[]; readonly text: string } {
  const lines = text.split('\n');
  const filled = lines
    .map((line, index) => ({ line: line.trim(), index }))
    .filter(({ line }) => line !== '')
    .slice(0, 5);
  const first = filled.findIndex(({ line }) =>
    /^(?:headline|title|head|hed|titel|titre|título|titolo)\s?:\s*\S/i.test(line),
  );
  const above = filled.slice(0, Math.max(first, 0)).map(({ line }) => line);
  const short = above.every(
    (line) => line.length <= 40 && !/[.!?:]$/.test(line) && !/^[\p{L}][\p{L} _-]{0,24}:\s/u.test(line),
  );
  return first > 0 && short ? { above, text: lines.slice(filled[first]!.index).join('\n') } : { above: [], text };
}

/** A headline over a byline, below a letter or the label of a press release, or one that says what the subject says in other words. */
function hasOwnTop({ headline, kicker, bylines = [], body }: Draft, subject: string, isCovered: boolean): boolean {
  if (headline === undefined || body.length === 0) return isSame(headline ?? '', subject);
  if (isSame(headline, subject)) return true;
  return (
    (bylines.length > 0 && !letterGreeting.test(headline)) ||
    isCovered ||
    releaseLabel.test(kicker ?? '') ||
    retells(headline, subject)
  );
}

/** Most words of the subject stand in the headline. */
function retells(headline: string, subject: string): boolean {
  const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const own = new Set(words(headline));
  const said = words(subject);
  return said.length >= 3 && said.filter((word) => own.has(word)).length >= said.length * 0.6;
}

function isSame(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(a) === plain(b);
}

/** Header lines at the top count in HTML as they do in text. */
export function readHtmlPart(html: string, { subject, sender, notes }: Envelope): Draft {
  const page = withoutSignature(readIllustrated(withoutLayout(readHtml(html))), sender, notes);
  const { cover, label, headline, body } = takeLetterhead(page, subject);
  const { blocks, pictures } = withoutLeadingHeadline(body, headline ?? subject);
  const stands = defined<Pick<Draft, 'kicker' | 'headline' | 'edNotes'>>({
    kicker: label,
    headline,
    edNotes: cover.length > 0 ? cover : undefined,
  });
  const lines = blocks.slice(0, 30).map((block) => (block.type === 'paragraph' ? block.text : '\u0000'));
  const { headers, rest } = readHeaderLines(lines);
  if (headers.length < 2 && !headers.some(({ field }) => field === 'headline'))
    return { format: 'email', ...stands, body: blocks, pictures };
  const read = lines.length - rest.length;
  const said = readPlainText(lines.slice(0, read).join('\n'));
  return { ...stands, ...said, body: [...said.body, ...blocks.slice(read)], pictures: [...said.pictures, ...pictures] };
}

type Letterhead = {
  readonly cover: readonly string[];
  readonly label?: string;
  readonly headline?: string;
  readonly body: Body;
};

/** A letter above the story, the label of a press release, and the headline below either, or one that retells the subject. */
function takeLetterhead({ blocks, pictures }: Body, subject: string | undefined): Letterhead {
  const texts = blocks
    .slice(0, 20)
    .flatMap((block) => ['text' in block ? block.text.replace(/\n/g, ' ') : '\u0000', '']);
  const letter = readCover(texts);
  let rest = blocks.slice((texts.length - letter.lines.length + 1) >> 1);
  const at = rest.slice(0, 6).findIndex((block) => block.type === 'paragraph' && releaseLabel.test(block.text.trim()));
  const label = at < 0 ? undefined : releaseLabel.exec((rest[at] as { readonly text: string }).text.trim())?.[1];
  if (at >= 0) rest = rest.toSpliced(at, 1);
  const head = rest.slice(0, 6).findIndex((block) => block.type === 'heading');
  const heading = rest[head];
  const isOwn =
    heading?.type === 'heading' &&
    (label !== undefined || letter.edNotes.length > 0 || (subject !== undefined && retells(heading.text, subject)));
  return {
    cover: letter.edNotes,
    ...(label !== undefined && { label }),
    ...(isOwn && { headline: heading.text }),
    body: { blocks: isOwn ? rest.toSpliced(head, 1) : rest, pictures },
  };
}

function withoutSignature({ blocks, pictures }: Body, sender: string | undefined, notes: Note[]): Body {
  // A blank line between any two, as in a text part.
  const lines = blocks.map((block) => ('text' in block ? block.text.replace(/\n/g, ' ') : '\u0000')).join('\n\n');
  const kept = blocks.slice(0, Math.ceil(withoutEndings(lines, sender, notes).split('\n').length / 2));
  const cut = new Set(blocks.slice(kept.length).map((block) => (block.type === 'figure' ? block.picture : undefined)));
  return { blocks: kept, pictures: pictures.filter(({ id }) => !cut.has(id)) };
}
