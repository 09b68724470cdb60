// Plain text: what freelances, small desks and scraped pages send. Recognised last, since every text looks like it.
// "Emergency" / "Russia Now At Loggerheads …" / paragraphs → kicker, headline, body; captions and sign-offs stay in the body for later steps.

import type { Draft, DraftPicture } from '../draft.ts';
import type { Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined } from './body.ts';
import type { Parser, Readings } from './parser.ts';
import { blocksOf, groupLines } from './plain-text/blocks.ts';
import { readCover } from './plain-text/cover.ts';
import { readImageLines } from './plain-text/image-lines.ts';
import { readHeaderLines } from './plain-text/header-lines.ts';
import type { Header } from './plain-text/header-lines.ts';
import type { HeaderField } from './plain-text/header-lines.rules.ts';
import { readTop } from './plain-text/top.ts';
import { readWireWords } from './plain-text/wire-words.ts';

export const plainText: Parser = { format: 'plain-text', recognises, parse };

function recognises({ text }: Upload): boolean {
  return /\p{L}/u.test(text);
}

function parse({ text }: Upload): Readings {
  return [readPlainText(text)];
}

/** The Draft of one story in plain text. */
export function readPlainText(text: string): Draft {
  const cover = readCover(text.replace(/[\u0001-\u0004\u0016\u001B-\u001F]/g, '').split('\n'));
  const { headers, unknown, rest } = readHeaderLines(cover.lines);
  const words = readWireWords(rest);
  const say = reader(headers);
  const subject = headers.find(isMailSubject(headers))?.value;
  const top = readTop(groupLines(words.lines), say('headline') ?? subject);
  const said = picturesOf(headers);
  const shown = readImageLines(blocksOf(top.rest), said.length + 1);
  const pictures = [...said, ...shown.pictures];
  const corrections = sayAll(headers, 'correction');
  const figures = said.map(({ id }) => ({ type: 'figure', picture: id }) as const);
  return defined<Draft>({
    format: 'plain-text',
    guid: say('guid'),
    version: say('version'),
    status: say('status') ?? words.status,
    signal: say('signal') ?? words.signal ?? (corrections.length > 0 ? 'correction' : undefined),
    language: say('language'),
    kicker: say('kicker') ?? top.kicker,
    headline: top.headline,
    slugline: say('slugline') ?? top.slugline,
    standfirst: say('standfirst') ?? top.standfirst,
    takeKey: say('take') ?? top.takeKey,
    bylines: [...sayAll(headers, 'byline'), ...top.bylines],
    dateline: say('dateline') ?? top.dateline,
    body: [...figures, ...shown.blocks],
    pictures,
    subjects: listOf(subject === undefined ? say('subject') : undefined).map((name) => ({ name })),
    genres: listOf(say('genre')).map((name) => ({ name })),
    keywords: listOf(say('keywords')),
    places: listOf(say('place')).map((name) => ({ name })),
    urgency: say('urgency'),
    edNotes: [
      ...cover.edNotes,
      ...corrections,
      ...sayAll(headers, 'note'),
      ...headers.filter(({ field }) => field === 'desk').map(({ name, value }) => `${name}: ${value}`),
      ...unknown,
      ...(top.edNotes ?? []),
      ...words.edNotes,
    ],
    copyrightNotice: say('copyright'),
    usageTerms: sayAll(headers, 'usage'),
    created: say('created') ?? top.created,
    versionCreated: say('versionCreated') ?? top.versionCreated,
    embargo: say('embargo') ?? words.embargo,
    expires: say('expires'),
    provider: say('provider') ?? top.provider,
    links: [
      ...sayAll(headers, 'replaces').map((uri) => ({ rel: 'evolvedFrom', uri })),
      ...sayAll(headers, 'related').map((uri) => ({ rel: 'seeAlso', uri })),
    ],
    notes: [...words.notes, ...unknown.map(unknownNote), ...repeatedNotes(headers)],
  });
}

/** Beside "From:" the subject is that of a letter: its headline, and no topic. */
function isMailSubject(headers: readonly Header[]): (header: Header) => boolean {
  const isMail = headers.some(({ name }) => /^from$/i.test(name));
  return ({ name, value }) => isMail && value !== '' && /^subject$/i.test(name);
}

function unknownNote(line: string): Note {
  return {
    step: 'parse',
    rule: 'unknown-header',
    before: line,
    text: 'This header line has no place in a story; it was kept as a note to editors.',
  };
}

/** The first value of a field. */
function reader(headers: readonly Header[]): (field: HeaderField) => string | undefined {
  return (field) => sayAll(headers, field)[0];
}

function sayAll(headers: readonly Header[], field: HeaderField): readonly string[] {
  return headers.filter((header) => header.field === field && header.value !== '').map(({ value }) => value);
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(/[,;、，|]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Fields that a story has many of; of the others only the first counts, and the rest is told. */
const repeatable: ReadonlySet<HeaderField> = new Set([
  'byline',
  'note',
  'desk',
  'correction',
  'usage',
  'replaces',
  'related',
  'picture',
  'caption',
  'credit',
]);

function repeatedNotes(headers: readonly Header[]): readonly Note[] {
  return headers
    .filter(
      ({ field, value }, index) =>
        !repeatable.has(field) &&
        value !== '' &&
        headers.findIndex((other) => other.field === field && other.value !== '') < index,
    )
    .map(({ name, value }) => ({
      step: 'parse',
      rule: 'repeated-header',
      before: `${name}: ${value}`,
      text: `${name} was given more than once; the first counts.`,
    }));
}

/** `Image`, `Caption` and `Credit` lines: each image line begins a picture, and so does a caption or credit that has one already. */
function picturesOf(headers: readonly Header[]): readonly DraftPicture[] {
  const pictures: { fileName?: string; href?: string; caption?: string; credit?: string }[] = [];
  for (const { field, value } of headers) {
    if ((field !== 'picture' && field !== 'caption' && field !== 'credit') || value === '') continue;
    const last = pictures.at(-1);
    const slot = field === 'picture' ? (/^https?:\/\//i.test(value) ? 'href' : 'fileName') : field;
    if (field === 'picture' || !last || last[slot] !== undefined) pictures.push({ [slot]: value });
    else last[slot] = value;
  }
  return pictures.map((picture, index) => ({ id: `picture-${index + 1}`, ...picture }));
}
