// E-mail (RFC 5322, MIME): the subject heads the story, the text part is its body; attached pictures are its pictures, attached documents are stories of their own.
// "Subject: Ferries stop" + "By Jane Doe\n\nThe harbour …" + photo.jpg → headline, byline, body, picture.

import PostalMime from 'postal-mime';
import type { Address, Attachment, Email } from 'postal-mime';
import type { Draft } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined } from './body.ts';
import { attachPictures, bytesOf, isPictureFile } from './email/attachments.ts';
import { readForm } from './email/form.ts';
import { readHtmlPart, readTextPart } from './email/parts.ts';
import { tidySubject } from './email/subject.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';

export const email: Parser = { format: 'email', recognises, parse };

const headerName = /^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type|reply-to|x-[\w-]+|dkim-signature|authentication-results|arc-[\w-]+):/i;

/** Three header lines of mail at the very top, one of them From, Received or Message-ID. */
function recognises({ text }: Upload): boolean {
  const lines = topOf(text).split('\n', 40);
  const headers = lines.filter((line) => headerName.test(line));
  const first = lines.find((line) => line.trim() !== '') ?? '';
  return (headerName.test(first) || first.startsWith('From ')) && headers.length >= 3 && headers.some((line) => /^(?:from|received|message-id|mime-version|delivered-to):/i.test(line));
}

/** Blank lines and mbox's "From " line may stand before the headers. */
function topOf(text: string): string {
  return text.slice(0, 20_000).replace(/^\s+/, '').replace(/^From \S.*\n/, '');
}

async function parse(upload: Upload, desk: ParserDesk): Promise<Readings> {
  const message = await PostalMime.parse(withoutPreamble(upload.bytes), { maxNestingDepth: 50, maxHeadersSize: 2_000_000 }).catch((error: unknown) => reject('malformed', `The e-mail is broken: ${error instanceof Error ? error.message : String(error)}`));
  if (isRejection(message)) return [message];
  if (message.attachments.length > desk.limits.zipMembers) return [reject('unsafe', `The e-mail has more than ${desk.limits.zipMembers} attachments.`)];
  const documents = message.attachments.filter((part) => !isPictureFile(part) && !isDecoration(part));
  const own = await readMessage(message, desk);
  const attached: Reading[] = [];
  for (const part of documents) attached.push(...(await desk.read({ name: part.filename ?? 'attachment', mediaType: part.mimeType, bytes: bytesOf(part) })));
  const isCover = !isRejection(own) && own.body.length === 0 && own.pictures.length === 0 && attached.some((reading) => !isRejection(reading));
  return isCover ? attached : [own, ...attached];
}

/** What stands before the first header: blank lines and mbox's own. */
function withoutPreamble(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (at < bytes.length && [9, 10, 13, 32].includes(bytes[at]!)) at += 1;
  if (String.fromCharCode(...bytes.subarray(at, at + 5)) !== 'From ') return bytes.subarray(at);
  const end = bytes.indexOf(10, at);
  return end < 0 ? bytes.subarray(at) : bytes.subarray(end + 1);
}

/** Signatures, calendars' invitations and reports of delivery say nothing to readers. */
function isDecoration({ mimeType, filename }: Attachment): boolean {
  return /^(?:application\/(?:pgp-signature|pkcs7-signature|x-pkcs7-signature|ms-tnef)|text\/(?:calendar|x-vcard|vcard)|message\/(?:delivery-status|disposition-notification))$/.test(mimeType) || /^(?:smime\.p7s|winmail\.dat)$/i.test(filename ?? '');
}

async function readMessage(message: Email, desk: ParserDesk): Promise<Reading> {
  const notes: Note[] = [];
  const subject = tidySubject(desk.mend(message.subject ?? ''), notes);
  const pictures = await attachPictures(message.attachments.filter(isPictureFile), desk);
  const text = message.text?.trim() ? desk.mend(message.text) : undefined;
  const read = text !== undefined ? (readForm(text) ?? readTextPart(text, subject, notes)) : readHtmlPart(desk.mend(message.html ?? ''), notes);
  const { draft, placed } = pictures.joinTo(read);
  return defined<Draft>({
    ...draft,
    format: 'email',
    kind: 'text',
    guid: draft.guid ?? guidOf(message.messageId),
    headline: draft.headline ?? subject,
    created: draft.created ?? message.date,
    urgency: draft.urgency,
    provider: draft.provider ?? senderOf(message.from),
    body: placed,
    notes: [...(draft.notes ?? []), ...notes],
  });
}

/** `<abc@example.org>` → `mid:abc@example.org` (RFC 2392). */
function guidOf(messageId: string | undefined): string | undefined {
  const id = /<?([^<>\s]+@[^<>\s]+)>?/.exec(messageId ?? '')?.[1];
  return id === undefined ? undefined : `mid:${id}`;
}

function senderOf(from: Address | undefined): string | undefined {
  return from?.name?.trim() || from?.address?.trim() || undefined;
}
