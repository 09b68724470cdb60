// Bytes → text: byte order mark, declared and guessed character set, line ends, mojibake mended only where sure.
// `Kuril \x93islands\x94` declared as ISO-8859-1 → "Kuril “islands”", since nobody writes C1 controls.

import type { Rejection } from '../outcome.ts';
import { reject } from '../outcome.ts';
import type { Note } from '../story.ts';
import { chooseCharset } from './charset.ts';
import { mendMojibake } from './mojibake.ts';

export type Decoded = {
  /** With `\n` line ends and no control characters but tab, line end and form feed; empty when the bytes are no text. */
  readonly text: string;
  readonly notes: readonly Note[];
};

/**
 * Never throws. `declared` is a media type or a character set from outside the bytes. Rejects with `empty` when there is nothing to read.
 * Pictures, archives and other binary kinds give an empty text: their parsers read the bytes.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded | Rejection {
  if (bytes.length === 0) return reject('empty', 'The file is empty.');
  const charset = chooseCharset(bytes, declared);
  if (charset === undefined) return { text: '', notes: [] };
  const raw = new TextDecoder(charset.name, { ignoreBOM: false }).decode(bytes);
  const mended = mendMojibake(raw);
  const text = tidy(mended.text);
  if (text.trim() === '') return reject('empty', 'There is nothing but white space in the file.');
  return { text, notes: [...charset.notes, ...mended.notes, ...brokenNote(text)] };
}

/** One kind of line end; inner byte order marks and controls that no text may hold go. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?|\u0085|\u2028/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F\u007F\uFEFF\uFFFE\uFFFF]/g, keepFraming);
}

/** SOH, STX, ETX and their like frame the older wires (IPTC 7901, ANPA 1312); their parsers need them. */
function keepFraming(control: string): string {
  return /[\u0001-\u0004\u0016\u001D-\u001F]/.test(control) ? control : '';
}

function brokenNote(text: string): readonly Note[] {
  const broken = text.split('\uFFFD').length - 1;
  if (broken === 0) return [];
  return [
    {
      step: 'decode',
      rule: 'unreadable-characters',
      text: `${broken} character${broken === 1 ? '' : 's'} could not be read and stand as \uFFFD.`,
    },
  ];
}
