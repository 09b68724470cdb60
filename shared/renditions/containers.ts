// JPEG and WebP files as an encoder makes them, with words and colours put into their containers.
// SOI, JFIF, … → SOI, JFIF, APP1 with XMP, APP2 with the colour profile, …

import { ascii, fourCharacters, joined, little32 } from './bytes.ts';
import { profileSegment } from './colour-profile.ts';

export type Extras = {
  /** XMP. */
  readonly packet?: Uint8Array;
  /** ICC. */
  readonly profile?: Uint8Array;
};

const xmpMark = ascii('http://ns.adobe.com/xap/1.0/\u0000');

/** Behind the JFIF segment, which must stand first (XMP specification part 3, 1.1.3). */
export function putIntoJpeg(jpeg: Uint8Array, { packet, profile }: Extras): Uint8Array {
  const hasJfif = jpeg[2] === 0xff && jpeg[3] === 0xe0;
  const at = hasJfif ? 4 + ((jpeg[4]! << 8) | jpeg[5]!) : 2;
  return joined(
    jpeg.subarray(0, at),
    packet ? xmpSegment(packet) : new Uint8Array(),
    profile ? profileSegment(profile) : new Uint8Array(),
    jpeg.subarray(at),
  );
}

function xmpSegment(packet: Uint8Array): Uint8Array {
  const length = 2 + xmpMark.length + packet.length;
  return joined(Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), xmpMark, packet);
}

/** As an extended file: profile first, words last (WebP container specification, "Extended File Format"). */
export function putIntoWebp(
  webp: Uint8Array,
  { packet, profile }: Extras,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  if (!packet && !profile) return webp;
  const isExtended = fourCharacters(webp, 12) === 'VP8X';
  const head = isExtended ? webp.slice(12, 30) : extendedHead(webp, width, height);
  head[8] = head[8]! | (packet ? 0x04 : 0) | (profile ? 0x20 : 0);
  const chunks = joined(
    head,
    profile ? chunk('ICCP', profile) : new Uint8Array(),
    webp.subarray(isExtended ? 30 : 12),
    packet ? chunk('XMP ', packet) : new Uint8Array(),
  );
  return joined(ascii('RIFF'), little32(chunks.length + 4), ascii('WEBP'), chunks);
}

/** A lossless file says in its own head whether it has transparency; a lossy one without extension has none. */
function extendedHead(webp: Uint8Array, width: number, height: number): Uint8Array {
  const hasAlpha = fourCharacters(webp, 12) === 'VP8L' && (webp[24]! & 0x10) !== 0;
  const size = [width - 1, height - 1].flatMap((side) => [side & 0xff, (side >> 8) & 0xff, (side >> 16) & 0xff]);
  return chunk('VP8X', Uint8Array.of(hasAlpha ? 0x10 : 0, 0, 0, 0, ...size));
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  return joined(ascii(name), little32(content.length), content, new Uint8Array(content.length % 2));
}
