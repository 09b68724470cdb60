import encodeJpeg from '@jsquash/jpeg/encode.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWasm } from '../../lambdas/read-wasm.ts';
import { isRejection } from '../../shared/outcome.ts';
import { readFrame } from '../../shared/parse/image/frame.ts';
import { readMetadata } from '../../shared/parse/image/metadata.ts';
import { planRenditions } from '../../shared/pictures/plan-renditions.ts';
import { openCodecs } from '../../shared/renditions/codecs.ts';
import type { Codecs } from '../../shared/renditions/codecs.ts';
import { makeRenditions } from '../../shared/renditions/make-renditions.ts';
import type { MadeRendition, RenditionWishes } from '../../shared/renditions/make-renditions.ts';
import type { Pixels } from '../../shared/renditions/pixels.ts';
import {
  exifSegment,
  iimSegment,
  pngFile,
  segment,
  tiffFile,
  withSegments,
  xmpPacketOf,
  xmpSegment,
} from '../picture-files.ts';
import type { Colour, Paint } from '../picture-files.ts';

let codecs: Codecs;

beforeAll(async () => {
  codecs = await openCodecs(readWasm);
});

const corners = {
  topLeft: [250, 10, 10],
  topRight: [10, 250, 10],
  bottomLeft: [10, 10, 250],
  bottomRight: [240, 240, 10],
} as const satisfies Readonly<Record<string, Colour>>;

/** Each quarter in a colour of its own. */
function quarters(width: number, height: number): Paint {
  return (x, y) =>
    y < height / 2
      ? x < width / 2
        ? corners.topLeft
        : corners.topRight
      : x < width / 2
        ? corners.bottomLeft
        : corners.bottomRight;
}

async function jpegFile(width: number, height: number, paint: Paint = quarters(width, height)): Promise<Uint8Array> {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data.set([...(paint(x, y).slice(0, 3) as number[]), 255], (y * width + x) * 4);
  return new Uint8Array(await encodeJpeg({ data, width, height } as never, { quality: 95 }));
}

async function make(
  bytes: Uint8Array,
  wishes: Omit<RenditionWishes, 'codecs'> = { widths: [40, 20] },
): Promise<readonly MadeRendition[]> {
  const made = await makeRenditions(bytes, readFrame(bytes)?.mediaType ?? '', { codecs, ...wishes });
  if (isRejection(made)) throw new Error(made.message);
  return made;
}

function near(pixels: Pixels, x: number, y: number, colour: Colour): void {
  const at = (Math.floor(y * pixels.height) * pixels.width + Math.floor(x * pixels.width)) * 4;
  for (const channel of [0, 1, 2] as const)
    expect(Math.abs(pixels.data[at + channel]! - colour[channel]!)).toBeLessThan(30);
}

/** Where the four colours lie, seen as it is shown. */
async function looksLike(
  made: MadeRendition,
  [topLeft, topRight, bottomLeft, bottomRight]: readonly Colour[],
): Promise<void> {
  const pixels = await codecs.decode(made.bytes, made.mediaType);
  near(pixels, 0.2, 0.2, topLeft!);
  near(pixels, 0.8, 0.2, topRight!);
  near(pixels, 0.2, 0.8, bottomLeft!);
  near(pixels, 0.8, 0.8, bottomRight!);
}

const { topLeft, topRight, bottomLeft, bottomRight } = corners;

describe('renditions', () => {
  it('are as many and as large as they were planned', async () => {
    const made = await make(await jpegFile(1400, 933), {});
    const planned = planRenditions('x.jpg', 'image/jpeg', { width: 1400, height: 933 });
    const facts = ({ name, mediaType, width, height }: Omit<MadeRendition, 'bytes'>): string =>
      [name, mediaType, width, height].join(' ');
    expect(made.map(facts).toSorted()).toEqual(planned.map(facts).toSorted());
    for (const { bytes, mediaType, width, height } of made)
      expect(readFrame(bytes)).toEqual({ mediaType, width, height });
  });

  it('of a picture many times as large show the same', async () => {
    for (const each of await make(await jpegFile(401, 303, quarters(401, 303)), { widths: [60] })) {
      expect([each.width, each.height]).toEqual([60, 45]);
      await looksLike(each, [topLeft, topRight, bottomLeft, bottomRight]);
    }
  });

  it('of a picture that is all length have a height', async () => {
    expect(
      (
        await make(
          pngFile(900, 2, () => [9, 9, 9]),
          { widths: [60] },
        )
      ).map(({ width, height }) => [width, height]),
    ).toEqual([
      [60, 1],
      [60, 1],
    ]);
  });

  it('never enlarge', async () => {
    expect(await make(await jpegFile(40, 30), { widths: [40, 80] })).toEqual([]);
  });

  it.each([
    ['JPEG', () => jpegFile(80, 60)],
    ['PNG', () => pngFile(80, 60, quarters(80, 60))],
    ['TIFF', () => tiffFile(80, 60, quarters(80, 60))],
    ['WebP', async () => (await make(pngFile(100, 75, quarters(100, 75)), { widths: [80] }))[1]!.bytes],
  ])('show what %s shows, as JPEG and WebP', async (_kind, file) => {
    const made = await make(await file());
    expect(made.map(({ name, width, height }) => [name, width, height])).toEqual([
      ['web-40', 40, 30],
      ['webp-40', 40, 30],
      ['web-20', 20, 15],
      ['webp-20', 20, 15],
    ]);
    for (const each of made) await looksLike(each, [topLeft, topRight, bottomLeft, bottomRight]);
  });

  it.each([
    [1, 40, 30, [topLeft, topRight, bottomLeft, bottomRight]],
    [2, 40, 30, [topRight, topLeft, bottomRight, bottomLeft]],
    [3, 40, 30, [bottomRight, bottomLeft, topRight, topLeft]],
    [4, 40, 30, [bottomLeft, bottomRight, topLeft, topRight]],
    [5, 40, 53, [topLeft, bottomLeft, topRight, bottomRight]],
    [6, 40, 53, [bottomLeft, topLeft, bottomRight, topRight]],
    [7, 40, 53, [bottomRight, topRight, bottomLeft, topLeft]],
    [8, 40, 53, [topRight, bottomRight, topLeft, bottomLeft]],
  ])('stand upright for orientation %i', async (orientation, width, height, seen) => {
    const made = await make(withSegments(await jpegFile(80, 60), exifSegment([[0x0112, orientation]])));
    expect(made[0]).toMatchObject({ width, height });
    for (const each of made) await looksLike(each, seen);
    expect(readMetadata(made[0]!.bytes).orientation).toBe(1);
  });

  it('keep caption, credit, photographer and copyright, and nothing else', async () => {
    const jpeg = withSegments(
      await jpegFile(80, 60),
      iimSegment([
        [120, 'A ferry <in> port & waiting.'],
        [80, 'Ann Poe'],
        [110, 'AFP'],
        [116, '© AFP'],
        [90, 'Vesterhavn'],
        [40, 'No archive'],
      ]),
      exifSegment([
        [0x010f, 'Camera'],
        [0x8298, '© AFP'],
      ]),
    );
    for (const { bytes } of await make(jpeg)) {
      const { say } = readMetadata(bytes);
      expect([
        say('caption'),
        say('creator'),
        say('credit'),
        say('copyright'),
        say('city'),
        say('instructions'),
      ]).toEqual(['A ferry <in> port & waiting.', 'Ann Poe', 'AFP', '© AFP', undefined, undefined]);
      expect(Buffer.from(bytes).includes('Camera')).toBe(false);
    }
  });

  it('say what they are told to instead', async () => {
    const jpeg = withSegments(await jpegFile(80, 60), xmpSegment(xmpPacketOf('', 'photoshop:Credit="AFP"')));
    for (const { bytes } of await make(jpeg, {
      widths: [40],
      words: { credit: 'Ann Poe/AFP', caption: `\u0000\uD800${'x'.repeat(90_000)}` },
    })) {
      expect(readMetadata(bytes).say('credit')).toBe('Ann Poe/AFP');
      expect(readMetadata(bytes).say('caption')).toMatch(/^x{7000,}$/);
    }
  });

  it('say nothing of a picture that says nothing', async () => {
    for (const { bytes } of await make(await jpegFile(80, 60)))
      expect(Buffer.from(bytes).includes('xpacket')).toBe(false);
  });

  it('keep a colour profile that is not what browsers take for granted', async () => {
    const profileOf = (name: string): Buffer => {
      const profile = Buffer.alloc(200);
      profile.write('RGB ', 16);
      profile.write('acsp', 36);
      profile.write(name, 150);
      return profile;
    };
    const withProfile = async (name: string): Promise<readonly boolean[]> => {
      const jpeg = withSegments(
        await jpegFile(80, 60),
        segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01'), profileOf(name)),
      );
      const made = await make(jpeg, { widths: [40] });
      for (const each of made) await looksLike(each, [topLeft, topRight, bottomLeft, bottomRight]);
      return made.map(({ bytes }) => Buffer.from(bytes).includes(profileOf(name)));
    };
    expect(await withProfile('Wide RGB')).toEqual([true, true]);
    expect(await withProfile('sRGB IEC61966-2.1')).toEqual([false, false]);
  });

  it('lie on white where the picture is transparent, as JPEG; as WebP they stay so', async () => {
    const words = { credit: 'AFP' };
    const [jpeg, webp] = await make(
      pngFile(80, 60, () => [255, 0, 0, 0]),
      { widths: [40], words },
    );
    near(await codecs.decode(jpeg!.bytes, 'image/jpeg'), 0.5, 0.5, [255, 255, 255]);
    expect((await codecs.decode(webp!.bytes, 'image/webp')).data[3]).toBe(0);
    expect(readMetadata(webp!.bytes).say('credit')).toBe('AFP');
    expect(readFrame(webp!.bytes)).toMatchObject({ width: 40, height: 30 });
  });
});

describe('a picture that renditions cannot be made of', () => {
  it('is refused for what it is, never thrown', async () => {
    const cut = pngFile(80, 60, quarters(80, 60)).subarray(0, 60);
    expect(await makeRenditions(cut, 'image/png', { codecs, widths: [40] })).toMatchObject({ code: 'unreadable' });
    expect(await makeRenditions(Buffer.from('x'), 'image/png', { codecs })).toMatchObject({ code: 'unreadable' });
    expect(await makeRenditions(await jpegFile(80, 60), 'image/jpeg', { codecs, imagePixels: 4000 })).toMatchObject({
      code: 'unsafe',
    });
  });

  it('does not spoil the codecs for the next one', async () => {
    const jpeg = await jpegFile(80, 60);
    for (let at = 2; at < jpeg.length; at += 41) {
      const spoilt = jpeg.slice();
      spoilt[at] = spoilt[at]! ^ 0xff;
      await makeRenditions(spoilt, 'image/jpeg', { codecs, widths: [40] });
    }
    for (const each of await make(jpeg)) await looksLike(each, [topLeft, topRight, bottomLeft, bottomRight]);
  });
});
