// Bytes of a teleprinter wire → text with its framing controls: UTF-8, Latin-1, ISO 6937, DIN 66003 and the escape codes that switch between 7-bit sets.
// "Ministerpr{sident f}r M{rz" → "Ministerpräsident für März", where the whole file writes so.

import type { Note } from '../../story.ts';
import type { Upload } from '../../upload.ts';
import { accents, nationalPlaces, nationalSets, rightHalf } from './charset.rules.ts';

export type WireText = { readonly text: string; readonly notes: readonly Note[] };

/** The upload as text, `\n` at line ends; unlike `upload.text` it still holds every control byte. */
export function readWireText({ bytes, text }: Pick<Upload, 'bytes' | 'text'>): WireText {
  const raw = decodeBytes(bytes, text);
  return { ...raw, text: shortened(raw.text.replace(/\r{1,4}\n|\r/g, '\n').replaceAll('\uFEFF', '')) };
}

/** Runs of blanks and of signs that no line of a wire is as long as; later rules may then look along them. */
function shortened(text: string): string {
  return text.replace(/[^\S\n]{200,}/g, '    ').replace(/([=<>^+_*#-])\1{200,}/g, '$1$1$1$1');
}

function decodeBytes(bytes: Uint8Array, decoded: string): WireText {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return { text: decoded, notes: [] };
  const highs = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  if (highs === 0) return fromSevenBits(new TextDecoder().decode(bytes));
  const utf8 = asUtf8(bytes);
  if (utf8 !== undefined) return { text: utf8, notes: [] };
  if (looksLikeIso6937(bytes, highs))
    return {
      text: fromIso6937(bytes),
      notes: [note('iso-6937', 'The accents stand before their letters (ISO 6937); they were put upon them.')],
    };
  const western = new TextDecoder('windows-1252').decode(bytes);
  // Decoding has weighed Greek, Cyrillic and the like as well; it keeps SOH, STX, ETX and EOT.
  const foreign = /[\u0370-\u04FF\u3040-\u9FFF\uAC00-\uD7AF]/.test(decoded) && !looksWestern(western);
  return { text: switchSets(foreign ? decoded : western), notes: [] };
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Most letters beyond ASCII stand beside letters of ASCII, as in "Müller". */
function looksWestern(text: string): boolean {
  const beyond = text.match(/[\u00C0-\u00FF]+/g) ?? [];
  return beyond.filter((run) => run.length <= 2).length >= beyond.length * 0.8;
}

function fromSevenBits(text: string): WireText {
  if (text.includes('\u001B(')) return { text: switchSets(text), notes: [] };
  if (!looksLikeDin66003(text)) return { text, notes: [] };
  return {
    text: replaceNational(text, nationalSets.get('K')!),
    notes: [
      note(
        'din-66003',
        'The text is written in the German 7-bit set (DIN 66003); brackets and braces were read as umlauts.',
      ),
    ],
  };
}

/** `ESC ( K` switches to the German set, `ESC ( B` back to ASCII; other escape codes of three bytes say nothing that is kept. */
function switchSets(text: string): string {
  const [first = '', ...parts] = text.split(/\u001B\(/);
  const switched = parts.map((part) => {
    const set = nationalSets.get(part[0] ?? '');
    return set === undefined ? part.slice(1) : replaceNational(part.slice(1), set, true);
  });
  return [first, ...switched].join('').replace(/\u001B[ -/]*[0-~]/g, '');
}

/** `whole` when the set was called by name: then even signs that ASCII text would need are letters. */
function replaceNational(text: string, set: string, whole = false): string {
  const letters = new Map([...nationalPlaces].map((place, index) => [place, [...set][index]!]));
  const pattern = whole ? /[#$@[\\\]^`{|}~]/g : /[[\\\]{|}]|(?<=[a-z])~/g;
  return text.replace(pattern, (place) => letters.get(place) ?? place);
}

/** Braces and bars within words, often enough, and never a pair of brackets as ASCII text has them. */
function looksLikeDin66003(text: string): boolean {
  const sample = text.slice(0, 200_000);
  const within =
    sample.match(/(?<=[A-Za-z])[{|}~](?=[a-z])|(?<![A-Za-z])[{|}](?=[a-z]{2})|(?<=[a-z]{2})~(?![\w/])/g) ?? [];
  const words = sample.match(/[A-Za-z]{2,}/g) ?? [];
  if (within.length < 3 || within.length * 150 < words.length) return false;
  return (
    !/(?<!\w)\{\w[^{}\n]{0,80}\w\}(?!\w)|(?<!\w)\[\w[^[\]\n]{0,80}\w\](?!\w)|\w \| \w/.test(sample) &&
    /\b(?:der|die|und|das|den|von|mit)\b/.test(sample)
  );
}

/** Accent bytes before letters that can bear them, and none of the bytes Latin-1 has its small letters at. */
function looksLikeIso6937(bytes: Uint8Array, highs: number): boolean {
  let accented = 0;
  for (let index = 0; index < bytes.length - 1; index += 1) {
    if (accents.has(bytes[index]!) && composed(bytes[index]!, bytes[index + 1]!) !== undefined) accented += 1;
  }
  const others = bytes.reduce(
    (count, byte) => count + (byte >= 0xe0 && ![0xe1, 0xe9, 0xf1, 0xf9, 0xfb].includes(byte) ? 1 : 0),
    0,
  );
  return accented > 0 && accented >= highs * 0.5 && others === 0;
}

/** One letter of an accent byte and the byte behind it. */
function composed(accent: number, letter: number): string | undefined {
  const mark = accents.get(accent);
  const base = String.fromCharCode(letter);
  if (mark === undefined || !/[A-Za-z]/.test(base)) return undefined;
  const whole = (base + mark).normalize('NFC');
  return whole.length === 1 ? whole : undefined;
}

function fromIso6937(bytes: Uint8Array): string {
  const out: string[] = [];
  for (let index = 0; index < bytes.length; index += 1) {
    const whole = composed(bytes[index]!, bytes[index + 1] ?? 0);
    if (whole !== undefined) index += 1;
    out.push(whole ?? rightHalf.get(bytes[index]!) ?? String.fromCharCode(bytes[index]!));
  }
  return out.join('');
}

function note(rule: string, text: string): Note {
  return { step: 'parse', rule, text };
}
