// What kind of picture a file is and how large, read from its first bytes without a library: JPEG, PNG, GIF, WebP and TIFF.

export type Frame = { readonly mediaType: string; readonly width?: number; readonly height?: number };

/** The media type, told from the first bytes; `undefined` for what is no picture read here. */
export function kindOf(bytes: Uint8Array): string | undefined {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(bytes, 0x47, 0x49, 0x46, 0x38) && (bytes[4] === 0x37 || bytes[4] === 0x39) && bytes[5] === 0x61)
    return 'image/gif';
  if (starts(bytes, 0x52, 0x49, 0x46, 0x46) && text(bytes, 8, 4) === 'WEBP') return 'image/webp';
  return starts(bytes, 0x49, 0x49, 0x2a, 0x00) || starts(bytes, 0x4d, 0x4d, 0x00, 0x2a) ? 'image/tiff' : undefined;
}

/** `undefined` for bytes that are no picture read here; sizes are missing where the file is cut short. */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  const mediaType = kindOf(bytes);
  return mediaType === undefined ? undefined : { mediaType, ...sizeOf(mediaType, bytes) };
}

function sizeOf(mediaType: string, bytes: Uint8Array): Size {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mediaType) {
    case 'image/jpeg':
      return jpegSize(view);
    case 'image/png':
      return text(bytes, 12, 4) === 'IHDR' ? sizeAt(view, 16, 20, 4, false) : undefined;
    case 'image/gif':
      return sizeAt(view, 6, 8, 2, true);
    case 'image/webp':
      return webpSize(bytes, view);
    default:
      return tiffSize(view);
  }
}

type Size = { readonly width: number; readonly height: number } | undefined;

function starts(bytes: Uint8Array, ...magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function text(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

function sizeAt(view: DataView, width: number, height: number, length: 2 | 4, little: boolean): Size {
  if (view.byteLength < Math.max(width, height) + length) return undefined;
  const read = (at: number): number => (length === 2 ? view.getUint16(at, little) : view.getUint32(at, little));
  return { width: read(width), height: read(height) };
}

/** Walks the segments to the frame header (ITU T.81, B.2.2); what lies between two segments is skipped, as decoders do. */
function jpegSize(view: DataView): Size {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    const marker = view.getUint8(at) === 0xff ? view.getUint8(at + 1) : undefined;
    // Fill bytes, and markers that stand alone (B.1.1.2).
    if (marker === undefined || marker === 0xff || marker === 0) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return sizeAt(view, at + 7, at + 5, 2, false);
    else if (marker === 0xd9 || marker === 0xda) return undefined;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

function webpSize(bytes: Uint8Array, view: DataView): Size {
  if (view.byteLength < 30) return undefined;
  const u24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (text(bytes, 12, 4)) {
    case 'VP8X':
      return { width: u24(24) + 1, height: u24(27) + 1 };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      // A signature byte stands before the bits.
      if (view.getUint8(20) !== 0x2f) return undefined;
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      if (view.getUint16(23) !== 0x9d01 || view.getUint8(25) !== 0x2a) return undefined;
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return undefined;
  }
}

/** The first directory's ImageWidth and ImageLength (TIFF 6.0, section 2). */
function tiffSize(view: DataView): Size {
  if (view.byteLength < 8) return undefined;
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return undefined;
  const found = new Map<number, number>();
  for (let index = 0; index < Math.min(view.getUint16(directory, little), 200); index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > view.byteLength) break;
    const isShort = view.getUint16(at + 2, little) === 3;
    found.set(view.getUint16(at, little), isShort ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little));
  }
  const [width, height] = [found.get(256), found.get(257)];
  return width && height ? { width, height } : undefined;
}
