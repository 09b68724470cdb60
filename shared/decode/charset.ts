// Which character set the bytes are in: the byte order mark first, then UTF-8 where the bytes are UTF-8, then what is declared, then evidence.

import { isAscii, isUtf8 } from 'node:buffer';
import type { Note } from '../story.ts';

export type Charset = { readonly name: string; readonly notes: readonly Note[] };

/** `undefined` when the bytes are no text. */
export function chooseCharset(bytes: Uint8Array, declaredOutside?: string): Charset | undefined {
  const mark = byteOrderMark(bytes);
  if (mark) return { name: mark, notes: [] };
  const wide = wideWithoutMark(bytes);
  if (wide) return { name: wide, notes: [note('wide-without-mark', `The text is ${wide.toUpperCase()} without a byte order mark.`)] };
  if (isBinary(bytes)) return undefined;
  if (isAscii(bytes)) return { name: 'utf-8', notes: [] };
  const declared = knownLabel(declaredIn(bytes) ?? charsetOf(declaredOutside));
  if (isUtf8(bytes)) {
    const lies = declared !== undefined && declared !== 'utf-8';
    return { name: 'utf-8', notes: lies ? [note('charset-lies', `The file declares ${declared} but is UTF-8.`)] : [] };
  }
  if (declared !== undefined && declared !== 'utf-8') return { name: declared, notes: [] };
  return fromEvidence(bytes);
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** Every second byte of Western text in UTF-16 is zero. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 400);
  if (sample.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) if (sample[index] === 0) index % 2 === 0 ? (even += 1) : (odd += 1);
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.05 ? 'utf-16be' : undefined;
}

/** Kinds that begin like text or hold few zeros in their first bytes. */
const magic = ['%PDF', 'PK\u0003\u0004', '\u0089PNG', 'GIF8', '\u00FF\u00D8\u00FF', 'RIFF', 'II*\u0000', 'MM\u0000*', '\u001F\u008B', '\u00D0\u00CF\u0011\u00E0', '7z\u00BC\u00AF', 'Rar!', '\u007FELF', '8BPS', 'OggS', 'ID3'];

/** Tab and line ends, and what frames the older wires. */
const textControls = new Set([9, 10, 12, 13, 27, 1, 2, 3, 4, 22, 29, 30, 31]);

function isBinary(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (magic.some((kind) => start.startsWith(kind))) return true;
  const sample = bytes.subarray(0, 8000);
  let controls = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const byte = sample[index]!;
    if (byte === 0) return true;
    if (byte < 32 && !textControls.has(byte)) controls += 1;
  }
  return controls > sample.length * 0.02;
}

/** What the file says of itself: an XML declaration, an HTML meta element, a front-matter or header line. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1500));
  return /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)/.exec(head)?.[1] ?? /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
}

function charsetOf(declared: string | undefined): string | undefined {
  return declared && (/charset\s*=\s*["']?([\w-]+)/i.exec(declared)?.[1] ?? (/[/;]/.test(declared) ? undefined : declared));
}

/** The name the platform knows it by; Latin-1 and ASCII are read as Windows-1252 (WHATWG Encoding). */
function knownLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/**
 * No UTF-8 and no declaration. A few bad bytes in long UTF-8 stay UTF-8 with replacement characters; else the single-byte or Asian set
 * whose text looks most like writing wins, Windows-1252 on a draw.
 */
function fromEvidence(bytes: Uint8Array): Charset {
  const sample = bytes.subarray(0, 60_000);
  const asUtf8 = new TextDecoder('utf-8').decode(sample);
  const broken = asUtf8.split('\uFFFD').length - 1;
  const sound = (asUtf8.match(/[^\u0000-\u007F\uFFFD]/gu) ?? []).length;
  if (sound > broken * 4) return { name: 'utf-8', notes: [] };
  const candidates = ['windows-1252', 'windows-1250', 'windows-1251', 'koi8-r', 'windows-1253', 'windows-1254', 'shift_jis', 'euc-jp', 'gb18030', 'euc-kr', 'big5'];
  const scored = candidates.map((name) => ({ name, score: looksLikeWriting(new TextDecoder(name).decode(sample)) }));
  const best = scored.reduce((top, candidate) => (candidate.score > top.score + 0.02 ? candidate : top));
  return { name: best.name, notes: [note('charset-guessed', `The file does not say its character set and is not UTF-8; it was read as ${best.name}.`)] };
}

/** Between 0 and 1: how the characters beyond ASCII sit among the others, in the way letters of one script do. */
function looksLikeWriting(text: string): number {
  const beyond = text.match(/[^\u0000-\u007F]/gu) ?? [];
  if (beyond.length === 0) return 1;
  const rate = (pattern: RegExp): number => (text.match(pattern) ?? []).length / beyond.length;
  const bad = rate(/[\uFFFD\u0080-\u009F\p{Co}]/gu);
  const latin = rate(/[àâäáãåæçéèêëíìîïñóòôöõøßúùûüýœšžÀÂÄÁÅÆÇÉÈÊËÍÎÑÓÖÕØÚÜŒŠŽ“”‘’„–—…«»€£°·]/gu) * (/[A-Za-z]{2}[\u00C0-\u017F]|[\u00C0-\u017F][a-z]{2}|[“”‘’–—]/u.test(text) ? 1 : 0.3);
  const central = rate(/[ąćęłńóśźżĄĆĘŁŃŚŹŻěščřžýáíéůúťďňőűăâîșşțţđ„”–]/gu) * 0.97;
  const cyrillic = rate(/(?<=[\u0430-\u044F\u0410-\u042F ])[\u0430-\u044F]/gu) * 1.02;
  const greek = rate(/(?<=[\u0370-\u03FF ])[\u03B1-\u03CE]/gu);
  const kana = rate(/[\u3040-\u30FF\u3001\u3002]/gu) > 0.15 ? rate(/[\u3040-\u30FF\u4E00-\u9FFF\u3000-\u303F]/gu) * 1.05 : 0;
  const han = rate(/[\u4E00-\u9FFF，。、“”]/gu) * (rate(/[的是在了不一有人]/gu) > 0.02 ? 1.04 : 0.5);
  const hangul = rate(/[\uAC00-\uD7AF]/gu);
  return Math.max(latin, central, cyrillic, greek, kana, han, hangul) - bad * 3;
}

function note(rule: string, text: string): Note {
  return { step: 'decode', rule, text };
}
