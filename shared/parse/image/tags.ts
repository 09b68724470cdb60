// The containers of a picture file opened by ExifReader: the XMP packet as text, IIM datasets as bytes, a few tags of Exif and PNG.

import ExifReader from 'exifreader';
import type { Datasets } from './iim.ts';

export type Tags = {
  readonly packet: string;
  readonly datasets: Datasets;
  /** 1:90, which says how the datasets are encoded. */
  readonly codedCharacterSet?: Uint8Array;
  exif(name: string): string | undefined;
  png(name: string): string | undefined;
  /** Exif orientation, 1 to 8. */
  readonly orientation: number;
};

/** Everything else (maker notes, thumbnails, colour profiles) is not looked at: it costs time and is no news. */
const wanted = {
  xmp: ['_raw'],
  iptc: true as const,
  exif: ['Orientation', 'ImageDescription', 'Artist', 'Copyright', 'DateTimeOriginal', 'OffsetTimeOriginal'],
  png: ['Title', 'Description', 'Author', 'Copyright'],
};

/** The house reads XML itself, see xmp.ts; without a parser ExifReader would look for one that a bundle does not have. */
const noDocument = { parseFromString: () => ({ getElementsByTagName: () => [], childNodes: [] }) };

type Tag = { readonly id?: unknown; readonly value?: unknown; readonly description?: unknown };
type Group = ReadonlyMap<string, unknown>;

/** Never throws: a file without metadata, or with broken metadata, says nothing. */
export function readTags(bytes: Uint8Array): Tags {
  const groups = load(bytes);
  const group = (name: string): Group => asGroup(groups.get(name));
  const raw = group('xmp').get('_raw');
  const datasets = datasetsOf(group('iptc'));
  return {
    packet: typeof raw === 'string' ? raw : '',
    datasets: datasets.records,
    ...(datasets.codedCharacterSet && { codedCharacterSet: datasets.codedCharacterSet }),
    exif: (name) => textOf(group('exif').get(name)),
    png: (name) => textOf(group('png').get(name)),
    orientation: orientationOf(group('exif').get('Orientation')),
  };
}

function load(bytes: Uint8Array): Group {
  try {
    // Small buffers of Node share one store, and their slice() is no copy.
    const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : new Uint8Array(bytes).buffer;
    return asGroup(
      ExifReader.load(whole as ArrayBuffer, { expanded: true, domParser: noDocument, includeTags: wanted }),
    );
  } catch {
    return new Map();
  }
}

function asGroup(value: unknown): Group {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function asTag(value: unknown): Tag | undefined {
  return typeof value === 'object' && value !== null ? value : undefined;
}

function datasetsOf(group: Group): { readonly records: Datasets; readonly codedCharacterSet?: Uint8Array } {
  const records = new Map<number, readonly Uint8Array[]>();
  let codedCharacterSet: Uint8Array | undefined;
  for (const given of [...group.values()].flat()) {
    const { id, value } = asTag(given) ?? {};
    if (typeof id !== 'number' || !Array.isArray(value)) continue;
    const bytes = Uint8Array.from(value as readonly number[]);
    if (id === 0x015a) codedCharacterSet = bytes;
    if (id >> 8 === 2) records.set(id & 0xff, [...(records.get(id & 0xff) ?? []), bytes]);
  }
  return { records, ...(codedCharacterSet && { codedCharacterSet }) };
}

/** Several texts in one tag stand behind one another: photographer and editor in Copyright. */
function textOf(given: unknown): string | undefined {
  const { value, description } = asTag(given) ?? {};
  const parts = Array.isArray(value) ? value.filter((part): part is string => typeof part === 'string') : [];
  const text = parts.length > 0 ? parts.join(' ') : description;
  const tidy =
    typeof text === 'string'
      ? text
          .replace(/\u0000/g, ' ')
          .replace(/\s+/gu, ' ')
          .trim()
      : '';
  return tidy === '' ? undefined : tidy;
}

function orientationOf(given: unknown): number {
  const { value } = asTag(given) ?? {};
  const number = Array.isArray(value) ? value[0] : value;
  return typeof number === 'number' && number >= 1 && number <= 8 ? number : 1;
}
