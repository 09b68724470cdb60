// Web renditions of a picture: smaller copies as JPEG and WebP, upright, without the camera's metadata, in the same colours, with caption, credit, photographer and copyright.
// 3000 × 2000 JPEG → web-1920, webp-1920, web-1280, webp-1280, web-640, webp-640; 500 × 300 → none, since nothing is enlarged.

import { reject } from '../outcome.ts';
import type { Rejection } from '../outcome.ts';
import { readFrame } from '../parse/image/frame.ts';
import { readMetadata } from '../parse/image/metadata.ts';
import { renditionWidths } from '../pictures/plan-renditions.ts';
import type { Codecs } from './codecs.ts';
import { colourProfile } from './colour-profile.ts';
import { putIntoJpeg, putIntoWebp } from './containers.ts';
import type { Extras } from './containers.ts';
import { isOnItsSide, layOnWhite, shrink, turn } from './pixels.ts';
import type { Pixels } from './pixels.ts';
import { xmpPacket } from './xmp-packet.ts';
import type { PictureWords } from './xmp-packet.ts';

export type MadeRendition = {
  /** `web-640`, `webp-640`. */
  readonly name: string;
  readonly mediaType: 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
};

export type RenditionWishes = {
  readonly codecs: Codecs;
  /** In pixels. Default 640, 1280, 1920. */
  readonly widths?: readonly number[];
  /** Larger pictures are not opened: each pixel takes some twelve bytes of memory. Default 100 million. */
  readonly imagePixels?: number;
  /** What the renditions say of themselves. Default: what the file says. */
  readonly words?: PictureWords;
};

const kinds = [
  { prefix: 'web', mediaType: 'image/jpeg', quality: 80 },
  { prefix: 'webp', mediaType: 'image/webp', quality: 78 },
] as const;

/** Largest first. A picture that cannot be opened is refused, never thrown. */
export async function makeRenditions(
  bytes: Uint8Array,
  mediaType: string,
  wishes: RenditionWishes,
): Promise<readonly MadeRendition[] | Rejection> {
  const { codecs, widths = renditionWidths, imagePixels = 100_000_000 } = wishes;
  const frame = readFrame(bytes);
  if (!frame?.width || !frame.height) return reject('unreadable', 'The size of the picture cannot be read.');
  if (frame.width * frame.height > imagePixels)
    return reject('unsafe', `The picture has more than ${imagePixels} pixels.`);
  const metadata = readMetadata(bytes);
  const { orientation } = metadata;
  const shown = isOnItsSide(orientation)
    ? { width: frame.height, height: frame.width }
    : { width: frame.width, height: frame.height };
  const wanted = widths.filter((width) => width < shown.width).toSorted((a, b) => b - a);
  if (wanted.length === 0) return [];
  const [packet, profile] = [xmpPacket(wishes.words ?? wordsOf(metadata)), colourProfile(bytes)];
  const extras: Extras = { ...(packet && { packet }), ...(profile && { profile }) };
  try {
    return await make(await codecs.decode(bytes, frame.mediaType), { codecs, wanted, shown, orientation, extras });
  } catch (error) {
    return reject(
      'unreadable',
      `No renditions can be made of this ${mediaType}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function wordsOf({ say }: ReturnType<typeof readMetadata>): PictureWords {
  const [caption, credit, creator, copyright] = [say('caption'), say('credit'), say('creator'), say('copyright')];
  return {
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(creator && { creator }),
    ...(copyright && { copyright }),
  };
}

type Job = {
  readonly codecs: Codecs;
  /** Widths, largest first. */
  readonly wanted: readonly number[];
  /** The picture's size when it stands upright. */
  readonly shown: { readonly width: number; readonly height: number };
  readonly orientation: number;
  readonly extras: Extras;
};

/** Each is made of the next larger one, which is quick and as good to the eye. */
async function make(
  original: Pixels,
  { codecs, wanted, shown, orientation, extras }: Job,
): Promise<readonly MadeRendition[]> {
  const made: MadeRendition[] = [];
  // The half more than is wanted leaves the fine work to the codec.
  const factor = Math.floor(shown.width / (wanted[0]! * 1.5));
  let pixels = shrink(original, Math.min(factor, original.width, original.height));
  for (const [index, width] of wanted.entries()) {
    const height = Math.max(1, Math.round((shown.height * width) / shown.width));
    // The original is scaled as it lies and turned when it is small.
    const onItsSide = index === 0 && isOnItsSide(orientation);
    const scaled = await codecs.resize(pixels, onItsSide ? height : width, onItsSide ? width : height);
    pixels = index === 0 ? turn(scaled, orientation) : scaled;
    made.push(...(await encodeAll(pixels, codecs, width, extras)));
  }
  return made;
}

async function encodeAll(
  pixels: Pixels,
  codecs: Codecs,
  wanted: number,
  extras: Extras,
): Promise<readonly MadeRendition[]> {
  const made: MadeRendition[] = [];
  for (const { prefix, mediaType, quality } of kinds) {
    const bytes = await codecs.encode(mediaType === 'image/jpeg' ? layOnWhite(pixels) : pixels, mediaType, quality);
    made.push({
      name: `${prefix}-${wanted}`,
      mediaType,
      width: pixels.width,
      height: pixels.height,
      bytes: mediaType === 'image/jpeg' ? putIntoJpeg(bytes, extras) : putIntoWebp(bytes, extras, pixels),
    });
  }
  return made;
}
