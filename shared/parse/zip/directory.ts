// The central directory of a ZIP archive, read before anything is unpacked: what is in it, how large, and whether that can be right (APPNOTE 6.3.10, 4.3).

import { decodeName } from './names.ts';

export type ZipEntry = {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** In bytes, as the directory says. */
  readonly packed: number;
  readonly unpacked: number;
  readonly crc: number;
  readonly isEncrypted: boolean;
  /** A symbolic link says where another file lies. */
  readonly isLink: boolean;
  /** Where the packed bytes begin. */
  readonly from: number;
};

/** Says what is wrong with the archive in words for a sub-editor. */
export type ZipFault = { readonly fault: 'broken' | 'unsafe'; readonly message: string };

const endSignature = 0x06054b50;
const end64Locator = 0x07064b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;

export function isFault(value: object): value is ZipFault {
  return 'fault' in value;
}

/** Every member, folders too, in the directory's order; never throws. */
export function readDirectory(bytes: Uint8Array): readonly ZipEntry[] | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return broken('its directory is missing');
  const [here, count, start] = [
    view.getUint16(end + 8, true),
    view.getUint16(end + 10, true),
    view.getUint32(end + 16, true),
  ];
  if (count === 0xffff || start === 0xffffffff || (end >= 20 && view.getUint32(end - 20, true) === end64Locator))
    return unsafe('The archive is a ZIP64; nothing a desk sends is that large.');
  if (here !== count || view.getUint16(end + 4, true) !== 0) return broken('it is one part of several');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(view, bytes, at, end);
    if (isFault(entry)) return entry;
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return twice(entries) ?? overlaps(entries, start) ?? entries;
}

/** The record at the end may have a comment behind it of up to 64 KB, which must reach just to the file's end. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === endSignature && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return undefined;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, end: number): ZipEntry | ZipFault {
  if (at + 46 > end || view.getUint32(at, true) !== directorySignature) return broken('its directory is cut short');
  const nameLength = view.getUint16(at + 28, true);
  if (at + 46 + nameLength > end) return broken('its directory is cut short');
  const written = bytes.subarray(at + 46, at + 46 + nameLength);
  const [flags, method, local] = [
    view.getUint16(at + 8, true),
    view.getUint16(at + 10, true),
    view.getUint32(at + 42, true),
  ];
  const [crc, packed, unpacked] = [
    view.getUint32(at + 16, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 24, true),
  ];
  const name = decodeName(written);
  if ([packed, unpacked, local].includes(0xffffffff))
    return unsafe('The archive is a ZIP64; nothing a desk sends is that large.');
  const from = findContent(view, bytes, local, written);
  if (from === undefined) return unsafe(`The directory of the archive and its content do not agree about ${name}.`);
  // Unix keeps the kind of file in the upper half of the external attributes: 0xA000 is a symbolic link.
  const isLink = view.getUint8(at + 5) === 3 && view.getUint32(at + 38, true) >>> 28 === 0xa;
  return { name, method, packed, unpacked, crc, isEncrypted: (flags & 0x2041) !== 0 || method === 99, isLink, from };
}

/** The member's own header repeats its name; readers that trust one and not the other can be led astray. */
function findContent(view: DataView, bytes: Uint8Array, local: number, name: Uint8Array): number | undefined {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature) return undefined;
  const nameLength = view.getUint16(local + 26, true);
  const own = bytes.subarray(local + 30, local + 30 + nameLength);
  if (own.length !== name.length || !own.every((byte, index) => byte === name[index])) return undefined;
  return local + 30 + nameLength + view.getUint16(local + 28, true);
}

function twice(entries: readonly ZipEntry[]): ZipFault | undefined {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (seen.has(name)) return unsafe(`The archive has two files named ${name}.`);
    seen.add(name);
  }
  return undefined;
}

/** Members that share bytes are how bombs are made (Fifield, "A better zip bomb", 2019). */
function overlaps(entries: readonly ZipEntry[], directory: number): ZipFault | undefined {
  let last = 0;
  for (const { from, packed, name } of entries.toSorted((a, b) => a.from - b.from)) {
    if (from < last)
      return unsafe(`The file ${name} lies over another one in the archive; such an archive is not unpacked.`);
    if (from + packed > directory) return broken(`the file ${name} is cut short`);
    last = from + packed;
  }
  return undefined;
}

function broken(what: string): ZipFault {
  return { fault: 'broken', message: `The archive is broken: ${what}.` };
}

function unsafe(message: string): ZipFault {
  return { fault: 'unsafe', message };
}
