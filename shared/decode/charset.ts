// Which character set the bytes are in: the byte order mark first, then UTF-8 where the bytes are UTF-8, then what is declared, then evidence.

import { isAscii, isUtf8 } from 'node:buffer';
import type { Note } from '../story.ts';
import { likeliestSet } from './evidence.ts';

export type Charset = { readonly name: string; readonly notes: readonly Note[] };

/** `undefined` when the bytes are no text. */
export function chooseCharset(bytes: Uint8Array, declaredOutside?: string): Charset | undefined {
  const mark = byteOrderMark(bytes);
  if (mark) return { name: mark, notes: [] };
  const wide = wideWithoutMark(bytes);
  if (wide)
    return {
      name: wide,
      notes: [note('wide-without-mark', `The text is ${wide.toUpperCase()} without a byte order mark.`)],
    };
  if (isBinary(bytes)) return undefined;
  if (isAscii(bytes)) return { name: isShifted(bytes) ? 'iso-2022-jp' : 'utf-8', notes: [] };
  const declared = knownLabel(declaredIn(bytes) ?? charsetOf(declaredOutside));
  if (isUtf8(bytes)) {
    const lies = declared !== undefined && declared !== 'utf-8';
    return { name: 'utf-8', notes: lies ? [note('charset-lies', `The file declares ${declared} but is UTF-8.`)] : [] };
  }
  if (declared !== undefined && declared !== 'utf-8') return { name: declared, notes: [] };
  return fromEvidence(bytes);
}

/** Japanese in seven bits: an escape announces each change of characters. */
function isShifted(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4000));
  return /\u001B\$[@B]/.test(start) && /\u001B\([BJ]/.test(start);
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
  for (let index = 0; index < sample.length; index += 1)
    if (sample[index] === 0) index % 2 === 0 ? (even += 1) : (odd += 1);
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.05 ? 'utf-16be' : undefined;
}

/** Kinds that begin like text or hold few zeros in their first bytes. */
const magic = [
  '%PDF',
  'PK\u0003\u0004',
  '\u0089PNG',
  'GIF8',
  '\u00FF\u00D8\u00FF',
  'RIFF',
  'II*\u0000',
  'MM\u0000*',
  '\u001F\u008B',
  '\u00D0\u00CF\u0011\u00E0',
  '7z\u00BC\u00AF',
  'Rar!',
  '\u007FELF',
  '8BPS',
  'OggS',
  'ID3',
];

/** Tab and line ends, and what frames the older wires. */
const textControls = new Set([9, 10, 12, 13, 27, 1, 2, 3, 4, 22, 29, 30, 31]);

function isBinary(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (magic.some((kind) => start.startsWith(kind))) return true;
  const sample = bytes.subarray(0, 8000);
  let controls = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const byte = sample[index]!;
    if (byte < 32 && !textControls.has(byte)) controls += 1;
  }
  return controls > Math.max(3, sample.length * 0.02);
}

/** What the file says of itself: an XML declaration, an HTML meta element, a front-matter or header line. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1500));
  return (
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)/.exec(head)?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
  );
}

function charsetOf(declared: string | undefined): string | undefined {
  return (
    declared && (/charset\s*=\s*["']?([\w-]+)/i.exec(declared)?.[1] ?? (/[/;]/.test(declared) ? undefined : declared))
  );
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
  const name = likeliestSet(bytes);
  return {
    name,
    notes: [
      note('charset-guessed', `The file does not say its character set and is not UTF-8; it was read as ${name}.`),
    ],
  };
}

function note(rule: string, text: string): Note {
  return { step: 'decode', rule, text };
}
