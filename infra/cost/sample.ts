// A sample of what desks send, written for measuring: stories of some 3,300 characters, every second with a picture of 6 megapixels in one archive with it.
// Of twenty uploads fourteen are new, four change a story, one comes again as it was, one kills.

import { zipSync } from 'fflate';
import { readWasm } from '../../lambdas/read-wasm.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { openCodecs } from '../../shared/renditions/codecs.ts';

export type SampleSize = {
  /** Stories that fill the channels before measuring. */
  readonly filling: number;
  /** Pixels of its pictures. */
  readonly width: number;
  readonly height: number;
};

/** Full channels, and pictures of 6 megapixels. */
export const wholeSample: SampleSize = { filling: defaultSettings.feedItems + 10, width: 3000, height: 2000 };

export type SampleUpload = { readonly key: string; readonly bytes: Uint8Array };

/** What becomes of the stories of a sample, in the order they are sent. */
const course: readonly ('new' | 'changed' | 'unchanged' | 'killed')[] = [
  'new',
  'new',
  'new',
  'changed',
  'new',
  'new',
  'new',
  'changed',
  'new',
  'new',
  'unchanged',
  'new',
  'killed',
  'new',
  'changed',
  'new',
  'new',
  'new',
  'changed',
  'new',
];

/** The uploads of one sample. */
export function sampleUploads(picture: Uint8Array): readonly SampleUpload[] {
  const uploads: SampleUpload[] = [];
  let last = 0;
  for (const what of course) {
    if (what === 'new') last += 1;
    const text =
      what === 'killed'
        ? `Headline: ${headline(last)}\nStatus: canceled\n`
        : storyText(last, what === 'changed' ? 2 : 1);
    uploads.push(last % 2 === 0 ? archive(last, text, picture) : { key: keyOf(last, 'txt'), bytes: Buffer.from(text) });
  }
  return uploads;
}

/** So many stories without pictures, to fill channels before measuring. */
export function fillingUploads(count: number): readonly SampleUpload[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `northlight/earlier-${index}.txt`,
    bytes: Buffer.from(storyText(1000 + index, 1)),
  }));
}

function keyOf(number: number, extension: string): string {
  return `northlight/2026/11/24/storm-${number}.${extension}`;
}

function headline(number: number): string {
  return `Harbour of Vesterhavn: ${prose(number, 8)}`;
}

const words =
  `the a of to in and that for on with as at by from said was has will be after before over under near this week Tuesday Thursday harbour authority ferry wind storm ship ships pilot crew passengers island coast
police mayor minister council budget vote court judge trial market prices trade union strike workers pay school hospital doctors patients research university study team match goal season coach player fans stadium
river bridge road traffic train station airport flight delay weather warning rain snow flood rescue service fire house family children village city region capital government parliament election party leader
percent million thousand several many first second last next new old large small early late told reporters according statement report officials expected closed opened rose fell began ended remain`.split(
    /\s+/,
  );

/** Words in an order that never repeats, so that it packs as badly as news does: to some two fifths. */
function prose(seed: number, count: number): string {
  let state = seed * 7919 + 1;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff) >> 8;
  return Array.from({ length: count }, () => words[Math.min(next() % words.length, next() % words.length)]!).join(' ');
}

function storyText(number: number, version: number): string {
  const paragraphs = Array.from(
    { length: 12 },
    (_, index) => `In all ${prose(number * 100 + index * version, 38)}, said Jane Roe.`,
  );
  return `Section: Weather\nLanguage: en\nHeadline: ${headline(number)}\nByline: By Jane Roe and John Doe\n\n${paragraphs.join('\n\n')}\n`;
}

function archive(number: number, text: string, picture: Uint8Array): SampleUpload {
  const files = { 'storm.txt': Buffer.from(text), 'storm.jpg': withComment(picture, `storm ${number}`) };
  return { key: keyOf(number, 'zip'), bytes: zipSync(files, { level: 0 }) };
}

/** The same picture as another file: a comment behind its first marker. */
function withComment(jpeg: Uint8Array, text: string): Uint8Array {
  const words = Buffer.from(text);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, words.length + 2]), words, jpeg.subarray(2)]);
}

/** A JPEG, at 6 megapixels some 2 MB: a gradient with the grain of a camera. */
export async function samplePicture({ width, height }: SampleSize): Promise<Uint8Array> {
  const data = new Uint8ClampedArray(width * height * 4);
  let grain = 1;
  for (let at = 0; at < data.length; at += 4) {
    grain = (grain * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    const light = 60 + (at / data.length) * 120 + ((grain >> 16) % 72);
    data.set([light, light * 0.9, light * 0.8, 255], at);
  }
  const codecs = await openCodecs(readWasm);
  return codecs.encode({ data, width, height }, 'image/jpeg', 82);
}
