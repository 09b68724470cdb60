// The central directory of a ZIP archive, read before anything is unpacked: what is in it, how large, and whether that can be right.

export type ZipEntry = {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly isEncrypted: boolean;
  /** Where the packed bytes begin. */
  readonly from: number;
};

/** Says what is wrong with the archive in words for a sub-editor. */
export type ZipFault = { readonly fault: 'broken' | 'unsafe'; readonly message: string };

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;

export function readDirectory(bytes: Uint8Array): readonly ZipEntry[] | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return broken('its directory is missing');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) return { fault: 'unsafe', message: 'The archive is a ZIP64; nothing a desk sends is that large.' };
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) return broken('its directory is cut short');
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const flags = view.getUint16(at + 8, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature) return broken(`the member ${name} is missing`);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entries.push({ name, method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), isEncrypted: (flags & 1) !== 0, from });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return overlaps(entries, view.byteLength) ?? entries;
}

/** The record at the end may have a comment behind it of up to 64 KB. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at -= 1) if (view.getUint32(at, true) === endSignature) return at;
  return undefined;
}

/** Members that share bytes are how bombs are made (Fifield, 2019). */
function overlaps(entries: readonly ZipEntry[], length: number): ZipFault | undefined {
  let last = 0;
  for (const { from, packed, name } of entries.toSorted((a, b) => a.from - b.from)) {
    if (from < last) return { fault: 'unsafe', message: `The member ${name} lies over another one; such an archive is not unpacked.` };
    if (from + packed > length) return broken(`the member ${name} is cut short`);
    last = from + packed;
  }
  return undefined;
}

/** UTF-8 where the flag or the bytes say so, else the old PC's characters are taken as Windows-1252. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function broken(what: string): ZipFault {
  return { fault: 'broken', message: `The archive is broken: ${what}.` };
}
