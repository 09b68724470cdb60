// One member of an archive → its bytes, piece by piece, so that no more is unpacked than the directory promised.

import type { Rejection } from '../../outcome.ts';
import { isRejection, reject } from '../../outcome.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './directory.ts';

/** Packed bytes inflated at a time: deflate makes at most 1,032 times as much of them. */
const piece = 4096;

/** Never throws; a refusal names the member. */
export async function unpack(entry: ZipEntry, archive: Uint8Array): Promise<Uint8Array | Rejection> {
  const { name: member, method, isEncrypted, isLink, from, packed } = entry;
  if (isEncrypted) return reject('unreadable', 'The file is encrypted; please send it without a password.', { member });
  if (isLink) return reject('unsafe', 'The file is a link to another file; please send that file itself.', { member });
  if (method !== 0 && method !== 8)
    return reject('unreadable', `The file is packed in a way that is not read here (method ${method}).`, { member });
  const raw = archive.subarray(from, from + packed);
  const content = method === 0 ? raw : await inflate(raw, entry);
  if (isRejection(content)) return content;
  if (content.length !== entry.unpacked)
    return reject('unsafe', 'The file is not as large as the archive says.', { member });
  return crc32(content) === entry.crc
    ? content
    : reject('malformed', 'The file was damaged on its way: its checksum is wrong.', { member });
}

async function inflate(raw: Uint8Array, { name: member, unpacked }: ZipEntry): Promise<Uint8Array | Rejection> {
  const { Inflate } = await import('./inflate.ts');
  const content = new Uint8Array(unpacked);
  let length = 0;
  const stream = new Inflate((part) => {
    content.set(part.subarray(0, Math.max(0, unpacked - length)), Math.min(length, unpacked));
    length += part.length;
  });
  try {
    for (let at = 0; at < raw.length && length <= unpacked; at += piece)
      stream.push(raw.subarray(at, at + piece), at + piece >= raw.length);
  } catch {
    return reject('malformed', 'The file cannot be unpacked: it is broken.', { member });
  }
  return length > unpacked
    ? reject('unsafe', 'The file is larger than the archive says.', { member })
    : content.subarray(0, length);
}
