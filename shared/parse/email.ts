// E-mail (RFC 5322, MIME): the subject heads the story, the text part is its body; attached pictures are its pictures, attached documents are stories of their own.
// "Subject: Ferries stop" + "By Jane Doe\n\nThe harbour …" + photo.jpg → headline, byline, body, picture.

import type { Address, Email } from 'postal-mime';
import type { Draft } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Rejection } from '../outcome.ts';
import type { Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { liftWireWords } from './block-words.ts';
import { defined } from './body.ts';
import { attachPictures } from './email/attachments.ts';
import { readDocuments } from './email/documents.ts';
import { readForm } from './email/form.ts';
import { isRealText, readHtmlPart, readTextPart } from './email/parts.ts';
import { asLatin, tidyMessage } from './email/raw.ts';
import { tidySubject } from './email/subject.ts';
import { letterWords } from './plain-text/cover.rules.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';

export const email: Parser = { format: 'email', recognises, parse };

const headerName =
  /^(?:from|to|cc|bcc|sender|subject|date|message-id|mime-version|received|return-path|delivered-to|envelope-to|content-[\w-]+|reply-to|in-reply-to|references|list-[\w-]+|thread-[\w-]+|x-[\w-]+|dkim-signature|authentication-results|arc-[\w-]+|importance|user-agent|organization|keywords):/i;

/** Three header lines of mail at the very top, one of them of those that only mail has. */
function recognises({ text }: Upload): boolean {
  const lines = topOf(text).split('\n\n', 1)[0]!.split('\n', 400);
  const headers = lines.filter((line) => headerName.test(line));
  const first = lines[0] ?? '';
  return (
    headerName.test(first) &&
    headers.length >= 3 &&
    headers.some((line) => /^(?:from|received|message-id|mime-version|delivered-to|return-path):/i.test(line)) &&
    headers.some((line) => /^(?:from:.*@|received:|message-id:|mime-version:|delivered-to:|return-path:)/i.test(line))
  );
}

/** Blank lines and mbox's "From " line may stand before the headers. */
function topOf(text: string): string {
  return text
    .slice(0, 30_000)
    .replace(/^\s+/, '')
    .replace(/^>?From \S[^\n]*\n/, '');
}

async function parse(upload: Upload, desk: ParserDesk): Promise<Readings> {
  const message = await readMessage(tidyMessage(upload.bytes));
  if (isRejection(message)) return [message];
  if (message.attachments.length > desk.limits.zipMembers)
    return [
      reject(
        'unsafe',
        `The e-mail has ${message.attachments.length} attachments; at most ${desk.limits.zipMembers} are taken.`,
      ),
    ];
  const automatic = refuseAutomatic(message);
  if (automatic) return [automatic];
  const documents = await readDocuments(message.attachments, desk);
  const own = await readStory(message, documents.notes, desk);
  const attached = documents.readings.map((reading) => (isRejection(reading) ? reading : withEnvelope(reading, own)));
  const joined = underStory(own, attached);
  return joined ?? (isCover(own, attached, message) ? underCover(own, attached) : [own, ...attached]);
}

/** What a document leaves open its message says: who sent it, and when. */
function withEnvelope(draft: Draft, { provider, created }: Draft): Draft {
  return defined<Draft>({
    ...draft,
    provider: draft.provider ?? provider,
    created: draft.created ?? draft.versionCreated ?? created,
  });
}

/** Text that is neither UTF-8 nor what the message says is read again as Windows-1252. */
async function readMessage(bytes: Uint8Array): Promise<Email | Rejection> {
  const message = await parseBytes(bytes);
  if (isRejection(message)) return message;
  const text = `${message.text ?? ''}${message.html ?? ''}`;
  return text.includes('\uFFFD') && !/[^\u0000-\u007F\uFFFD]/.test(text) ? parseBytes(asLatin(bytes)) : message;
}

/** The library throws for nothing but its two bounds. */
async function parseBytes(bytes: Uint8Array): Promise<Email | Rejection> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: 50,
      maxHeadersSize: 2_000_000,
      forceRfc822Attachments: true,
    });
  } catch {
    return reject('unsafe', 'The parts of the e-mail are nested too deep, or its headers are too long.');
  }
}

function refuseAutomatic(message: Email): Rejection | undefined {
  const header = (name: string): string => message.headers.find(({ key }) => key === name)?.value ?? '';
  if (/^multipart\/report/i.test(header('content-type')))
    return reject('unknown-format', 'This message is a report of delivery, not a story.');
  return /^auto-replied/i.test(header('auto-submitted'))
    ? reject('unknown-format', 'This message is an automatic reply, not a story.')
    : undefined;
}

async function readStory(message: Email, told: readonly Note[], desk: ParserDesk): Promise<Draft> {
  const notes: Note[] = [...told];
  const subject = tidySubject(desk.mend(message.subject ?? ''), notes);
  const sender = senderOf(message.from, desk);
  const html = message.html === undefined ? undefined : desk.mend(message.html);
  const text = message.text === undefined ? undefined : desk.mend(message.text);
  const envelope = { subject, sender: message.from?.name, notes };
  const read = isRealText(text, html)
    ? (readForm(text) ?? readTextPart(text, envelope))
    : readHtmlPart(html ?? '', envelope);
  const pictures = await attachPictures(message.attachments, html, desk, notes);
  const { draft, placed } = pictures.joinTo(liftWireWords({ ...read, headline: read.headline ?? subject ?? '' }));
  const keywords = listOf(headerOf(message, 'keywords'));
  return defined<Draft>({
    ...draft,
    format: 'email',
    kind: 'text',
    guid: draft.guid ?? guidOf(message.messageId),
    language: draft.language ?? headerOf(message, 'content-language'),
    headline: draft.headline || undefined,
    keywords: draft.keywords?.length ? draft.keywords : keywords.length > 0 ? keywords : undefined,
    created: draft.created ?? message.date,
    provider: draft.provider ?? sender,
    body: placed,
    notes: [...(draft.notes ?? []), ...notes, ...priorityNote(message)],
  });
}

/** How fast a mail wants to be read is not how urgent an editor finds the story. */
function priorityNote(message: Email): readonly Note[] {
  const priority = headerOf(message, 'x-priority') ?? headerOf(message, 'importance') ?? '';
  return /^(?:[12]\b|high)/i.test(priority)
    ? [
        {
          step: 'parse',
          rule: 'priority',
          before: priority,
          text: 'The sender marked the message as urgent; the story’s urgency was not set by that.',
        },
      ]
    : [];
}

function headerOf(message: Email, name: string): string | undefined {
  return message.headers.find(({ key }) => key === name)?.value.trim() || undefined;
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** "Story and picture attached." over one document: the document is the story, the message's pictures are its pictures. */
function underStory(own: Draft, attached: readonly Reading[]): Readings | undefined {
  const [story, ...others] = attached.filter((reading) => !isRejection(reading));
  const words = wordsOf(own);
  if (
    story === undefined ||
    isRejection(story) ||
    others.length > 0 ||
    own.pictures.length === 0 ||
    story.pictures.some(({ content }) => content)
  )
    return undefined;
  if (words.split(/\s+/).length > 40 || (words !== '' && !letterWords.test(words))) return undefined;
  const first = story.pictures.length + 1;
  const pictures = own.pictures.map((picture, index) => ({ ...picture, id: `picture-${first + index}` }));
  const figures = pictures.map(({ id }) => ({ type: 'figure', picture: id }) as const);
  const joined: Draft = {
    ...story,
    body: [...story.body, ...figures],
    pictures: [...story.pictures, ...pictures],
    edNotes: [...(story.edNotes ?? []), ...(words === '' ? [] : [words])],
  };
  return attached.map((reading) => (reading === story ? joined : reading));
}

/** A message without text, or with a word or two over a forwarded one, only carries the others. */
function isCover(own: Draft, attached: readonly Reading[], message: Email): boolean {
  if (own.pictures.length > 0 || !attached.some((reading) => !isRejection(reading))) return false;
  const words = wordsOf(own)
    .split(/\s+/)
    .filter((word) => word !== '').length;
  return words === 0 || (words <= 40 && message.attachments.some(({ mimeType }) => mimeType === 'message/rfc822'));
}

function underCover(own: Draft, attached: readonly Reading[]): Readings {
  const words = wordsOf(own);
  return words === ''
    ? attached
    : attached.map((reading) =>
        isRejection(reading) ? reading : { ...reading, edNotes: [...(reading.edNotes ?? []), words] },
      );
}

function wordsOf({ body }: Draft): string {
  return body
    .map((block) => ('text' in block ? block.text : ''))
    .join(' ')
    .trim();
}

/** `<abc@example.org>` → `mid:abc@example.org` (RFC 2392). */
function guidOf(messageId: string | undefined): string | undefined {
  const id = /<?([^<>\s]+@[^<>\s]+)>?/.exec(messageId ?? '')?.[1];
  return id === undefined ? undefined : `mid:${id}`;
}

function senderOf(from: Address | undefined, desk: ParserDesk): string | undefined {
  return desk.mend(from?.name?.trim() ?? '') || from?.address?.trim() || undefined;
}
