// IPTC 7901, the teleprinter format of dpa, APA and older European wires: SOH header, STX text, ETX date, EOT; several messages in a file.
// "eca062 4 i 211 dpa 061" / "Germany-politics/" / STX "Coalition talks could fail =" … → urgency 4, category i, slugline, headline, body.

import type { Draft } from '../draft.ts';
import type { Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined } from './body.ts';
import { agencies, categoryNames } from './iptc-7901/categories.rules.ts';
import { readWireText } from './iptc-7901/charset.ts';
import { readDateTimeGroup } from './iptc-7901/date-time-group.ts';
import { isTakeLine, readHead } from './iptc-7901/head-lines.ts';
import { agencyIn, readKeywordLines, readMessageHeader } from './iptc-7901/header.ts';
import type { MessageHeader } from './iptc-7901/header.ts';
import { readFoot, takeEditorsParagraphs } from './iptc-7901/notebook.ts';
import { readParagraphs } from './iptc-7901/paragraphs.ts';
import type { Parser, Readings } from './parser.ts';
import { readWireWords } from './plain-text/wire-words.ts';
import type { WireWords } from './plain-text/wire-words.ts';

export const iptc7901: Parser = { format: 'iptc-7901', recognises, parse };

/** A header line at the top, and framing: SOH before it, STX below it, or a date-time group at the end where both were lost on the way. */
function recognises({ bytes }: Upload): boolean {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4000));
  const first = start.split(/[\r\n]+/).find((line) => /\w/.test(line)) ?? '';
  const line = first.slice(0, 300).replace(/[\u0000-\u001F\u007F]+/g, '');
  if (!readMessageHeader(line)) return false;
  if (first.includes('\u0001') || start.includes('\u0002')) return true;
  const end = new TextDecoder('windows-1252').decode(bytes.subarray(-200));
  return end.split(/[\r\n]+/).some((last) => readDateTimeGroup(last) !== undefined);
}

function parse(upload: Upload): Readings {
  const { text, notes } = readWireText(upload);
  return messagesOf(text).map((message) =>
    readMessage(message, [
      ...upload.notes.filter(({ rule }) => rule !== 'charset-guessed' && rule !== 'unreadable-characters'),
      ...notes,
    ]),
  );
}

/** A message begins with SOH and ends with EOT; either may be lost. */
function messagesOf(text: string): readonly string[] {
  const parts = text.split(/\u0004|(?=\u0001)/).filter((part) => /[\p{L}\d]/u.test(part));
  return parts.length > 1 ? parts.filter((part) => /\p{L}{2}/u.test(part)) : parts;
}

type Frame = {
  readonly header?: MessageHeader;
  readonly above: readonly string[];
  readonly text: readonly string[];
  readonly below: readonly string[];
};

function frameOf(message: string): Frame {
  const [head = '', inner] = halves(message, '\u0002');
  const [text = '', below = ''] = halves(inner ?? head, '\u0003');
  const lines = linesOf(head);
  const at = lines.findIndex((line) => line.trim() !== '');
  const header = readMessageHeader(lines[at] ?? '');
  const above = header ? lines.slice(at + 1) : lines;
  if (inner !== undefined) return { ...(header && { header }), above, ...closed(linesOf(text), linesOf(below)) };
  // Without STX the keyword lines end at an empty line.
  const body = header ? linesOf(text).slice(at + 1) : linesOf(text);
  const start = body.findIndex((line) => line.trim() !== '');
  const gap = body.findIndex((line, index) => index > start && line.trim() === '');
  const split = header && start >= 0 && gap === start + 1 ? gap : 0;
  return { ...(header && { header }), above: body.slice(0, split), ...closed(body.slice(split), linesOf(below)) };
}

/** Where ETX was lost the date-time group still stands on the last line. */
function closed(text: readonly string[], below: readonly string[]): Pick<Frame, 'text' | 'below'> {
  if (below.some((line) => line.trim() !== '')) return { text, below };
  const last = text.findLastIndex((line) => line.trim() !== '');
  return last > 0 && readDateTimeGroup(text[last]!) !== undefined
    ? { text: text.slice(0, last), below: [text[last]!] }
    : { text, below };
}

function halves(text: string, mark: string): readonly [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Without controls: fonts, bells, filling characters. A tab stays. */
function linesOf(text: string): readonly string[] {
  return text
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]+/g, '')
    .replaceAll('\u00A0', ' ')
    .split('\n');
}

function readMessage(message: string, notes: readonly Note[]): Draft {
  const { header, above, text, below } = frameOf(message);
  const foot = readFoot(text);
  const words = readTopWords(foot.lines);
  const head = readHead(words.lines);
  const body = takeEditorsParagraphs(words.lines.slice(head.bodyAt));
  const { slugline, keywords } = readKeywordLines(above);
  return defined<Draft>({
    format: 'iptc-7901',
    status: words.status,
    signal: words.signal ?? head.signal,
    headline: head.headline,
    slugline,
    standfirst: head.standfirst,
    takeKey: head.takeKey,
    bylines: head.bylines,
    body: readParagraphs(body.lines),
    pictures: [],
    subjects: header
      ? [defined({ scheme: 'iptc7901-category', code: header.category, name: categoryNames.get(header.category) })]
      : [],
    keywords,
    urgency: header?.urgency === '0' ? undefined : header?.urgency,
    edNotes: [...words.edNotes, ...head.edNotes, ...body.edNotes, ...foot.edNotes],
    copyrightNotice: foot.copyrightNotice,
    versionCreated: below.map(readDateTimeGroup).find((date) => date !== undefined),
    embargo: words.embargo,
    provider: header && providerOf(header),
    links: foot.links,
    notes: [...notes, ...words.notes],
  });
}

/** Embargo, kill and correction lines; lines such as "1ST LEAD" above them stay for the head to read. */
function readTopWords(lines: readonly string[]): WireWords {
  const start = lines.findIndex((line) => line.trim() !== '' && !isTakeLine(line));
  const words = readWireWords(lines.slice(Math.max(start, 0)));
  return { ...words, lines: [...lines.slice(0, Math.max(start, 0)), ...words.lines] };
}

function providerOf(header: MessageHeader): string | undefined {
  const agency = agencyIn(header);
  return agencies.get(agency?.toLowerCase() ?? '') ?? agencies.get(header.service.toLowerCase()) ?? agency;
}
