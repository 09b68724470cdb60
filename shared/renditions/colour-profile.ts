// The colour profile of a JPEG picture, kept for its renditions: colours measured in Adobe RGB look grey when a browser takes them for sRGB.
// APP2 "ICC_PROFILE" 1 of 1, 560 bytes, Adobe RGB (1998) → the same in every rendition; sRGB → none, since browsers take that for granted.

import { ascii, fourCharacters, joined } from './bytes.ts';

const mark = ascii('ICC_PROFILE\u0000');

/** A segment's two bytes of length count themselves. */
const largest = 0xffff - 2 - mark.length - 2;

/** `undefined` for other kinds of files, for sRGB, for what is no RGB profile (the pixels are), and for what one segment cannot hold. */
export function colourProfile(bytes: Uint8Array): Uint8Array | undefined {
  const parts = profileParts(bytes);
  if (parts.length !== 1) return undefined;
  const [profile = new Uint8Array()] = parts;
  const isRgb =
    profile.length > 128 && fourCharacters(profile, 16) === 'RGB ' && fourCharacters(profile, 36) === 'acsp';
  return isRgb && profile.length <= largest && !isStandard(profile) ? profile : undefined;
}

function profileParts(bytes: Uint8Array): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const [marker, length] = [bytes[at + 1]!, (bytes[at + 2]! << 8) | bytes[at + 3]!];
    if (marker === 0xda || length < 2) break;
    const content = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe2 && mark.every((byte, index) => content[index] === byte))
      parts.push(content.subarray(mark.length + 2));
    at += 2 + length;
  }
  return parts;
}

/** The profile's own name says it, in ASCII or in UTF-16. */
function isStandard(profile: Uint8Array): boolean {
  return /sRGB/i.test(new TextDecoder('latin1').decode(profile).replaceAll('\u0000', ''));
}

/** Behind the first segments of a JPEG file (ICC.1:2022, B.4). */
export function profileSegment(profile: Uint8Array): Uint8Array {
  const length = 2 + mark.length + 2 + profile.length;
  return joined(Uint8Array.of(0xff, 0xe2, length >> 8, length & 0xff), mark, Uint8Array.of(1, 1), profile);
}
