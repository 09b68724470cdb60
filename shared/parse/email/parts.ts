// The readable part of a message → Draft: the text part as plain text is read anywhere, the HTML part by the allow-list; the signature below "-- " is cut.

import type { Draft } from '../../draft.ts';
import type { Note } from '../../story.ts';
import { readBody } from '../body.ts';
import { readHtml } from '../markup.ts';
import { readPlainText } from '../plain-text.ts';

/** The subject heads the text unless the text begins with a headline of its own. */
export function readTextPart(given: string, subject: string | undefined, notes: Note[]): Draft {
  const text = withoutSignature(given.replace(/\r\n?/g, '\n'), notes);
  const draft = readPlainText(subject === undefined ? text : `Headline: ${subject.replace(/\n/g, ' ')}\n\n${text}`);
  return draft;
}

export function readHtmlPart(html: string, notes: Note[]): Draft {
  const { blocks, pictures } = readBody(readHtml(html));
  const end = blocks.findIndex((block) => block.type === 'paragraph' && /^--\s*$/.test(block.text));
  if (end > 0) notes.push(signatureNote(blocks.slice(end + 1).map((block) => ('text' in block ? block.text : '')).join(' ')));
  return { format: 'email', body: end > 0 ? blocks.slice(0, end) : blocks, pictures };
}

/** "-- " alone on a line in the second half (RFC 3676, 4.3). */
function withoutSignature(text: string, notes: Note[]): string {
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => /^--\s?$/.test(line));
  if (at <= 0 || at < lines.length / 3 || lines.length - at > 15) return text;
  notes.push(signatureNote(lines.slice(at + 1).join(' ').trim()));
  return lines.slice(0, at).join('\n');
}

function signatureNote(before: string): Note {
  return { step: 'parse', rule: 'signature', before, text: 'The sender’s signature was cut.' };
}
