// TIFF → pixels: the first picture in the file, as cameras and agencies' archives write it (uncompressed, LZW, Deflate, PackBits, JPEG).

import UTIF from 'utif2';
import type { Pixels } from './pixels.ts';

/** Throws for what cannot be opened. */
export function decodeTiff(buffer: ArrayBuffer): Pixels {
  const [directory] = UTIF.decode(buffer);
  if (!directory) throw new Error('The TIFF file holds no picture.');
  UTIF.decodeImage(buffer, directory);
  const { width, height } = directory;
  const rgba = UTIF.toRGBA8(directory);
  if (!(width > 0 && height > 0) || rgba.length !== width * height * 4) throw new Error('The TIFF file is cut short.');
  return { data: new Uint8ClampedArray(rgba), width, height };
}
