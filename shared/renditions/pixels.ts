// Pixels in memory, four bytes each (red, green, blue, alpha), and what is done to them without a codec: turning, laying on white, and shrinking roughly.
// Exif orientation 6, 3 × 2 pixels → turned a quarter to the right, 2 × 3 pixels.

export type Pixels = {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
};

/** Whether an Exif orientation lays the picture on its side. */
export function isOnItsSide(orientation: number): boolean {
  return orientation >= 5 && orientation <= 8;
}

/**
 * As a viewer would show it. `orientation` as Exif 2.32 numbers it, 1 to 8: what the first row and the first column of the file are in the picture.
 */
export function turn(pixels: Pixels, orientation: number): Pixels {
  const { width, height } = pixels;
  if (!(orientation >= 2 && orientation <= 8)) return pixels;
  const onItsSide = isOnItsSide(orientation);
  const turned: Pixels = {
    data: new Uint8ClampedArray(pixels.data.length),
    width: onItsSide ? height : width,
    height: onItsSide ? width : height,
  };
  const [from, to] = [words(pixels), words(turned)];
  const flipsX = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
  const flipsY = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
  for (let y = 0; y < turned.height; y += 1) {
    for (let x = 0; x < turned.width; x += 1) {
      const [column, row] = onItsSide ? [y, x] : [x, y];
      to[y * turned.width + x] =
        from[(flipsY ? height - 1 - row : row) * width + (flipsX ? width - 1 - column : column)]!;
    }
  }
  return turned;
}

function words({ data }: Pixels): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
}

/** JPEG knows no transparency: what shows through would turn black. */
export function layOnWhite(pixels: Pixels): Pixels {
  if (!isTransparent(pixels)) return pixels;
  const data = pixels.data.slice();
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]! / 255;
    for (let channel = at; channel < at + 3; channel += 1) data[channel] = data[channel]! * alpha + 255 * (1 - alpha);
    data[at + 3] = 255;
  }
  return { ...pixels, data };
}

function isTransparent({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}

/**
 * Each square of `factor` × `factor` pixels becomes one, their mean; what is left over at the right and lower edge goes.
 * Scaling a large picture in one go would take ten times its memory.
 */
export function shrink(pixels: Pixels, factor: number): Pixels {
  if (factor <= 1) return pixels;
  const [width, height] = [Math.floor(pixels.width / factor), Math.floor(pixels.height / factor)];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) average(pixels, x * factor, y * factor, factor, data, (y * width + x) * 4);
  }
  return { data, width, height };
}

/** What is transparent has no colour to speak of. */
function average(
  { data, width }: Pixels,
  left: number,
  top: number,
  factor: number,
  to: Uint8ClampedArray,
  at: number,
): void {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (let y = top; y < top + factor; y += 1) {
    for (let from = (y * width + left) * 4, end = from + factor * 4; from < end; from += 4) {
      const opacity = data[from + 3]!;
      red += data[from]! * opacity;
      green += data[from + 1]! * opacity;
      blue += data[from + 2]! * opacity;
      alpha += opacity;
    }
  }
  if (alpha === 0) return;
  to[at] = red / alpha;
  to[at + 1] = green / alpha;
  to[at + 2] = blue / alpha;
  to[at + 3] = alpha / (factor * factor);
}
