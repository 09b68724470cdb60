// Documents that came with a message: each is read as an upload of its own; what no reader could want is left out with a word.
// "mole.txt" → a story; "winmail.dat" → a rejection that names it; "smime.p7s" → a note.

import type { Attachment } from 'postal-mime';
import { isRejection, reject } from '../../outcome.ts';
import type { Note } from '../../story.ts';
import type { ParserDesk, Reading, Readings } from '../parser.ts';
import { bytesOf, isPictureFile } from './attachments.ts';

export type Documents = { readonly readings: Readings; readonly notes: readonly Note[] };

export async function readDocuments(parts: readonly Attachment[], desk: ParserDesk): Promise<Documents> {
  const readings: Reading[] = [];
  const notes: Note[] = [];
  for (const [index, part] of parts.entries()) {
    if (isPictureFile(part)) continue;
    if (isEnvelope(part))
      notes.push({
        step: 'parse',
        rule: 'attachment',
        before: nameOf(part, index),
        text: 'This attachment serves mail programs, not readers; it was left out.',
      });
    else readings.push(...(await readDocument(part, nameOf(part, index), desk)));
  }
  return { readings, notes };
}

/** Signatures, visiting cards, calendars' invitations. */
function isEnvelope({ mimeType, filename }: Attachment): boolean {
  return (
    /^(?:application\/(?:pgp-signature|pgp-keys|pkcs7-signature|x-pkcs7-signature|ics)|text\/(?:calendar|x-vcard|vcard|directory|rfc822-headers)|message\/(?:delivery-status|disposition-notification|feedback-report))$/.test(
      mimeType,
    ) || /\.(?:p7s|vcf|ics)$|^signature\.asc$/i.test(filename ?? '')
  );
}

async function readDocument(part: Attachment, name: string, desk: ParserDesk): Promise<Readings> {
  const bytes = bytesOf(part);
  if (bytes.length === 0 || isForeign(part, bytes)) return [foreign(name)];
  const readings = await desk.read({ name, mediaType: part.mimeType, bytes });
  // The desk sent the message, not a file: what can't be read in it is of a kind that is not read here.
  return readings.map((reading) =>
    isRejection(reading) && reading.code === 'unreadable' ? foreign(reading.member ?? name) : reading,
  );
}

/** Kinds whose bytes look like text or like an archive and are neither. */
function isForeign({ mimeType, filename }: Attachment, bytes: Uint8Array): boolean {
  if (
    /ms-tnef|pdf|msword|officedocument|opendocument|ms-(?:excel|powerpoint)|rtf|postscript|^(?:audio|video|font)\//i.test(
      mimeType,
    )
  )
    return true;
  return (
    /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|pages|ps|ai|dat|exe|mp[34]|m4[av]|mov|wav)$/i.test(filename ?? '') ||
    String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'
  );
}

function foreign(member: string): Reading {
  return reject(
    'unknown-format',
    `The attachment “${member}” is of a kind that is not read here; please send its words as text, HTML or one of the wires’ formats.`,
    { member },
  );
}

function nameOf({ filename, mimeType }: Attachment, index: number): string {
  const ending =
    mimeType === 'message/rfc822'
      ? '.eml'
      : mimeType === 'text/html'
        ? '.html'
        : mimeType === 'text/plain'
          ? '.txt'
          : '';
  return filename?.trim() || `attachment-${index + 1}${ending}`;
}
