// Which web renditions a picture gets, known from its size alone: the story can name them before they are made.
// 3000 × 2000 JPEG → 640, 1280 and 1920 wide, as JPEG and WebP; 1000 × 500 → 640 only; nothing is enlarged.

export type PlannedRendition = {
  /** `web-640`, `webp-640`. */
  readonly name: string;
  /** `9f86….-640.jpg`. */
  readonly file: string;
  readonly mediaType: 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
};

/** Widths in pixels; editors' and readers' screens. */
export const renditionWidths: readonly number[] = [640, 1280, 1920];

/** What renditions can be made of. */
const readable = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/tiff']);

/** `width` and `height` as shown, after turning; without them nothing can be planned. */
export function planRenditions(
  name: string,
  mediaType: string,
  { width, height }: { readonly width: number; readonly height: number },
): readonly PlannedRendition[] {
  if (!readable.has(mediaType) || !(width > 0 && height > 0)) return [];
  const stem = name.slice(0, name.lastIndexOf('.'));
  return renditionWidths
    .filter((each) => each < width)
    .flatMap((each): readonly PlannedRendition[] => {
      const size = { width: each, height: Math.max(1, Math.round((height * each) / width)) };
      return [
        { name: `web-${each}`, file: `${stem}-${each}.jpg`, mediaType: 'image/jpeg', ...size },
        { name: `webp-${each}`, file: `${stem}-${each}.webp`, mediaType: 'image/webp', ...size },
      ];
    });
}
