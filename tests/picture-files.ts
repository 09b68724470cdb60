// Picture files made for tests: frames with IIM, XMP and Exif as cameras and picture desks write them. The pixels of PNG and TIFF files are real.

import { crc32, deflateSync } from 'node:zlib';

export type IimDataset = readonly [number: number, text: string | Uint8Array];

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

function big16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}

function big32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function little(value: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntLE(value, 0, size);
  return bytes;
}

/** A segment of a JPEG file: `marker` 0xe1 is APP1. */
export function segment(marker: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([0xff, marker]), big16(body.length + 2), body]);
}

/** Datasets of record 2; text is UTF-8 unless given as bytes. `marksUtf8` writes 1:90. */
export function iimBlock(datasets: readonly IimDataset[], marksUtf8 = false): Buffer {
  const mark = marksUtf8 ? [Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47])] : [];
  const written = datasets.map(([number, given]) => {
    const text = typeof given === 'string' ? Buffer.from(given) : given;
    return Buffer.concat([Buffer.from([0x1c, 2, number]), big16(text.length), text]);
  });
  return Buffer.concat([...mark, ...written]);
}

/** The block as Photoshop wraps it: resource 0x0404. */
export function photoshopResource(block: Uint8Array): Buffer {
  return Buffer.concat([
    ascii('8BIM'),
    big16(0x0404),
    Buffer.from([0, 0]),
    big32(block.length),
    block,
    Buffer.alloc(block.length % 2),
  ]);
}

export function iimSegment(datasets: readonly IimDataset[], marksUtf8 = false): Buffer {
  return segment(0xed, ascii('Photoshop 3.0\0'), photoshopResource(iimBlock(datasets, marksUtf8)));
}

/** `properties` is the inside of one rdf:Description. */
export function xmpPacketOf(properties: string, attributes = ''): string {
  const spaces = [
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
    'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    'xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"',
    'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"',
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
  ].join(' ');
  const description = `<rdf:Description rdf:about="" ${spaces} ${attributes}>${properties}</rdf:Description>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

export function xmpSegment(packet: string): Buffer {
  return segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0'), Buffer.from(packet));
}

export type ExifTag = readonly [tag: number, value: number | string];

/** A big-endian TIFF directory with short and ASCII values; more bytes may follow behind `offset`. */
export function directory(tags: readonly ExifTag[], offset = 8): Buffer {
  const sorted = tags.toSorted(([a], [b]) => a - b);
  let free = offset + 2 + sorted.length * 12 + 4;
  const behind: Buffer[] = [];
  const entries = sorted.map(([tag, value]) => {
    if (typeof value === 'number') return Buffer.concat([big16(tag), big16(3), big32(1), big16(value), big16(0)]);
    const text = Buffer.from(`${value}\0`);
    const place = text.length <= 4 ? Buffer.concat([text, Buffer.alloc(4 - text.length)]) : big32(free);
    if (text.length > 4) {
      behind.push(text);
      free += text.length;
    }
    return Buffer.concat([big16(tag), big16(2), big32(text.length), place]);
  });
  return Buffer.concat([big16(sorted.length), ...entries, big32(0), ...behind]);
}

export function exifBlock(tags: readonly ExifTag[]): Buffer {
  return Buffer.concat([ascii('MM'), big16(42), big32(8), directory(tags)]);
}

export function exifSegment(tags: readonly ExifTag[]): Buffer {
  return segment(0xe1, ascii('Exif\0\0'), exifBlock(tags));
}

/** A JPEG file up to its frame header and no further: all that telling its size needs. */
export function jpegHead(width: number, height: number, ...segments: readonly Uint8Array[]): Buffer {
  const frame = segment(
    0xc0,
    Buffer.from([8]),
    big16(height),
    big16(width),
    Buffer.from([3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
  );
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, frame, Buffer.from([0xff, 0xd9])]);
}

/** Segments put into a whole JPEG file, right behind its beginning. */
export function withSegments(jpeg: Uint8Array, ...segments: readonly Uint8Array[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

export type Colour = readonly [red: number, green: number, blue: number, alpha?: number];
export type Paint = (x: number, y: number) => Colour;

function pixelRows(width: number, height: number, paint: Paint, channels: 3 | 4): Buffer[] {
  return Array.from({ length: height }, (_, y) =>
    Buffer.from(
      Array.from({ length: width }, (_none, x): number[] =>
        [...(paint(x, y) as readonly number[]), 255].slice(0, channels),
      ).flat(),
    ),
  );
}

function pngChunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([ascii(name), content]);
  return Buffer.concat([big32(content.length), named, big32(crc32(named))]);
}

/** `packet` goes into an uncompressed iTXt chunk. */
export function pngFile(
  width: number,
  height: number,
  paint: Paint,
  packet?: string,
  texts: Readonly<Record<string, string>> = {},
): Buffer {
  const header = Buffer.concat([big32(width), big32(height), Buffer.from([8, 6, 0, 0, 0])]);
  const rows = Buffer.concat(pixelRows(width, height, paint, 4).map((row) => Buffer.concat([Buffer.from([0]), row])));
  const xmp =
    packet === undefined
      ? []
      : [pngChunk('iTXt', Buffer.concat([ascii('XML:com.adobe.xmp\0\0\0\0\0'), Buffer.from(packet)]))];
  const words = Object.entries(texts).map(([name, text]) => pngChunk('tEXt', ascii(`${name}\0${text}`)));
  return Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', header),
    ...xmp,
    ...words,
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function webpChunk(name: string, content: Uint8Array): Buffer {
  return Buffer.concat([ascii(name), little(content.length, 4), content, Buffer.alloc(content.length % 2)]);
}

/** An extended WebP file without pixels. */
export function webpHead(width: number, height: number, packet: string): Buffer {
  const head = webpChunk(
    'VP8X',
    Buffer.concat([Buffer.from([4, 0, 0, 0]), little(width - 1, 3), little(height - 1, 3)]),
  );
  const chunks = Buffer.concat([ascii('WEBP'), head, webpChunk('XMP ', Buffer.from(packet))]);
  return Buffer.concat([ascii('RIFF'), little(chunks.length, 4), chunks]);
}

/** An uncompressed little-endian RGB TIFF with XMP in tag 700 and IIM in tag 33723. */
export function tiffFile(
  width: number,
  height: number,
  paint: Paint,
  { packet = '', block = Buffer.alloc(0) }: { readonly packet?: string; readonly block?: Uint8Array } = {},
): Buffer {
  const pixels = Buffer.concat(pixelRows(width, height, paint, 3));
  const [xmp, iim] = [Buffer.from(packet), Buffer.from(block)];
  const at = { pixels: 8, xmp: 8 + pixels.length, iim: 8 + pixels.length + xmp.length };
  const bits = at.iim + iim.length;
  const start = bits + 6 + (bits % 2);
  const short = (tag: number, value: number): Buffer =>
    Buffer.concat([little(tag, 2), little(3, 2), little(1, 4), little(value, 4)]);
  const long = (tag: number, type: number, count: number, value: number): Buffer =>
    Buffer.concat([little(tag, 2), little(type, 2), little(count, 4), little(value, 4)]);
  const entries = [
    short(256, width),
    short(257, height),
    long(258, 3, 3, bits),
    short(259, 1),
    short(262, 2),
    long(273, 4, 1, at.pixels),
    short(277, 3),
    short(278, height),
    long(279, 4, 1, pixels.length),
    ...(xmp.length > 0 ? [long(700, 1, xmp.length, at.xmp)] : []),
    ...(iim.length > 0 ? [long(33723, 1, iim.length, at.iim)] : []),
  ];
  const head = Buffer.concat([ascii('II*\0'), little(start, 4)]);
  return Buffer.concat([
    head,
    pixels,
    xmp,
    iim,
    little(8, 2),
    little(8, 2),
    little(8, 2),
    Buffer.alloc(bits % 2),
    little(entries.length, 2),
    ...entries,
    little(0, 4),
  ]);
}

export function gifHead(width: number, height: number): Buffer {
  return Buffer.concat([ascii('GIF89a'), little(width, 2), little(height, 2), Buffer.from([0, 0, 0, 0x3b])]);
}
