// What mail programs and offices put below a text: the signature under "-- ", the sender's address block, the words on confidentiality.
// "… by Thursday.\n\n-- \nJane Doe\n+47 555 0100" → "… by Thursday.", with a note of what went.

import type { Note } from '../../story.ts';
import { letterClosing } from '../plain-text/cover.rules.ts';

type Cut = { readonly lines: readonly string[]; readonly gone: readonly string[] };

const confidential =
  /^[\s*>_]*(?:this (?:e-?mail|message|communication|transmission)|(?:the )?(?:information|content|contents)\b.{0,40}\b(?:e-?mail|message)|confidentiality notice|disclaimer\b|important notice|please consider the environment|diese (?:e-?mail|nachricht)|ce (?:message|courriel|mail)|este (?:mensaje|correo|e-?mail)|questa e-?mail)/i;
const confidentialWords =
  /confidential|privileged|intended|disclaim|in error|received this|environment|before printing|vertraulich|confidentiel|confidencial|riservat|irrtümlich/i;
const device =
  /^(?:sent|get|gesendet|envoyé|enviado|inviato|skickat|sendt) (?:from|via|with|von|mit|de|depuis|desde|da|från|fra)\b.{0,60}$|^get outlook for .{0,30}$/i;
const contact =
  /(?:^|\s)(?:ph|phone|tel|telephone|mob|mobile|cell|fax|m|t|e|e-?mail|web|twitter|skype|x|linkedin|telefon|tél|téléphone|teléfono|handy)\b[^\n]{0,12}[:.]|\+\d{1,3}[\s(]*\d|\S@\S+\.\S|https?:\/\/|\bwww\./i;

/** Takes off what stands below the text; every piece is told. `sender` is the name the mail comes from. */
export function withoutEndings(text: string, sender: string | undefined, notes: Note[]): string {
  let lines: readonly string[] = text.split('\n');
  const take = (cut: Cut | undefined, rule: string, told: string): void => {
    if (!cut) return;
    lines = cut.lines;
    const before = cut.gone
      .map((line) => line.trim())
      .filter((line) => line !== '' && !/^[-_=*–—\s]+$/.test(line))
      .join(' ');
    if (before !== '') notes.push({ step: 'parse', rule, before, text: told });
  };
  take(cutReply(lines), 'quoted-mail', 'The mail that this one answers was cut.');
  take(cutSignature(lines), 'signature', 'The sender’s signature was cut.');
  take(cutConfidential(lines), 'confidentiality', 'The words on confidentiality below the text were cut.');
  take(cutDevice(lines), 'signature', 'The mail program’s line was cut.');
  take(cutAddress(lines, sender), 'signature', 'The sender’s address block was cut.');
  take(cutClosing(lines), 'signature', 'The closing of the letter was cut.');
  return lines.join('\n');
}

const attribution =
  /^(?:on|am|le|el|il|em|op|den|w dniu|dnia)\s.{5,160}(?:wrote|schrieb(?: .{2,80})?|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisał(?:\(?a\)?)?)\s?:$/iu;

/** "On Sat, 10 Oct 2026, Desk wrote:" and the lines behind ">" below it. */
function cutReply(lines: readonly string[]): Cut | undefined {
  const at = lines.findIndex(
    (line, index) =>
      index > 0 &&
      attribution.test(line.trim()) &&
      /^\s*>/.test(lines[index + 1]?.trim() ? lines[index + 1]! : (lines[index + 2] ?? '')),
  );
  if (
    at < 0 ||
    lines.slice(0, at).every((line) => line.trim() === '') ||
    lines.slice(at + 1).some((line) => line.trim() !== '' && !/^\s*>/.test(line))
  )
    return undefined;
  return cutAt(lines, at);
}

/** "Kind regards," and below it nothing but short lines. */
function cutClosing(lines: readonly string[]): Cut | undefined {
  const at = lines.findLastIndex((line, index) => index > lines.length / 2 && letterClosing.test(line.trim()));
  if (at <= 0 || lines.length - at > 20 || lines.slice(at).some((line) => line.trim().length > 90)) return undefined;
  return cutAt(lines, at);
}

function cutAt(lines: readonly string[], at: number): Cut {
  const end = lines.slice(0, at).findLastIndex((line) => !/^[\s_=*–—-]*$/.test(line)) + 1;
  return { lines: lines.slice(0, end), gone: lines.slice(end) };
}

/** "-- " alone on a line, not at the beginning of the text (RFC 3676, 4.3). */
function cutSignature(lines: readonly string[]): Cut | undefined {
  const at = lines.findLastIndex((line) => /^--\s?$/.test(line));
  if (at <= 0 || lines.length - at > 15 || lines.slice(0, at).every((line) => line.trim() === '')) return undefined;
  return cutAt(lines, at);
}

/** Only in the second half: a story may be about an e-mail. */
function cutConfidential(lines: readonly string[]): Cut | undefined {
  const at = lines.findIndex(
    (line, index) =>
      index > lines.length / 2 &&
      confidential.test(line) &&
      (lines[index - 1]!.trim() === '' || /^[_=*–—-]{3,}$/.test(lines[index - 1]!.trim())) &&
      confidentialWords.test(lines.slice(index, index + 5).join(' ')),
  );
  return at < 0 ? undefined : cutAt(lines, at);
}

function cutDevice(lines: readonly string[]): Cut | undefined {
  const at = lines.findLastIndex((line) => line.trim() !== '');
  return at > 0 && device.test(lines[at]!.trim()) ? cutAt(lines, at) : undefined;
}

/** Short lines at the end that begin with the sender's name and give a number or address. */
function cutAddress(lines: readonly string[], sender: string | undefined): Cut | undefined {
  const name =
    sender
      ?.toLowerCase()
      .split(/[\s,]+/)
      .filter((word) => /^\p{L}{2,}/u.test(word)) ?? [];
  if (name.length === 0) return undefined;
  const tail = lines.findLastIndex((line) => line.trim().length > 70) + 1;
  const isName = (line: string): boolean =>
    line.trim().split(/\s+/).length <= 4 && name.every((word) => line.toLowerCase().includes(word));
  const at = lines.findIndex((line, index) => index >= Math.max(tail, 1) && isName(line));
  if (
    at < 0 ||
    lines.length - at > 25 ||
    !lines.slice(at + 1).some((line) => contact.test(line)) ||
    lines.slice(at).some((line) => /[.!?”"]$/.test(line.trim()) && line.trim().split(/\s+/).length > 6)
  )
    return undefined;
  return cutAt(lines, at);
}
