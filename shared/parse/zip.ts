// A ZIP archive: a story with its pictures, or several. Every member is read by the rules of its own kind; pictures join the story that names them.
// Bounds are checked before anything is unpacked.

import { inflateSync } from 'fflate';
import type { Rejection } from '../outcome.ts';
import { isRejection, reject } from '../outcome.ts';
import { joinPictures } from '../pictures/join-pictures.ts';
import type { Limits, Upload } from '../upload.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';
import type { ZipEntry } from './zip/directory.ts';
import { readDirectory } from './zip/directory.ts';

export const zip: Parser = { format: 'zip', recognises, parse };

/** Archives in archives: one story a day is no reason for more. */
const deepest = 2;

function recognises({ bytes, text }: Upload): boolean {
  return text === '' && bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);
}

async function parse({ bytes }: Upload, desk: ParserDesk): Promise<Readings> {
  if (desk.depth >= deepest) return [reject('unsafe', 'The archive lies in other archives; please send its files themselves.')];
  const directory = readDirectory(bytes);
  if ('fault' in directory) return [reject(directory.fault === 'unsafe' ? 'unsafe' : 'unreadable', directory.message)];
  if (directory.some(({ name }) => /^(?:word|xl|ppt)\/|^\[Content_Types\]\.xml$/.test(name))) return [reject('unknown-format', 'The file is a word processor’s document; please send plain text, HTML or one of the wires’ formats.')];
  const entries = directory.filter(({ name }) => !isIgnored(name));
  const refusal = checkBounds(entries, desk.limits);
  if (refusal) return [refusal];
  if (entries.length === 0) return [reject('empty', 'The archive holds no files.')];
  const readings: Reading[] = [];
  for (const entry of entries) readings.push(...(await readEntry(entry, bytes, desk)));
  return joinPictures(readings);
}

/** Folders, and what computers add by themselves. */
function isIgnored(name: string): boolean {
  return /[\\/]$/.test(name) || /(?:^|[\\/])(?:__MACOSX[\\/]|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i.test(name);
}

function checkBounds(entries: readonly ZipEntry[], { zipMembers, zipBytes, zipRatio }: Limits): Rejection | undefined {
  if (entries.length > zipMembers) return reject('unsafe', `The archive has ${entries.length} files; at most ${zipMembers} are taken.`);
  const bad = entries.find(({ name }) => leadsOut(name));
  if (bad) return reject('unsafe', `The archive has a file whose name leads out of its folder: ${JSON.stringify(bad.name.slice(0, 100))}.`);
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > zipBytes) return reject('unsafe', `The archive unpacks to ${Math.round(total / 1e6)} MB; at most ${Math.round(zipBytes / 1e6)} MB are taken.`);
  const bomb = entries.find(({ packed, unpacked }) => unpacked > 100_000 && unpacked > packed * zipRatio);
  return bomb ? reject('unsafe', `The file ${bomb.name} unpacks to more than ${zipRatio} times its size; that is not unpacked.`) : undefined;
}

function leadsOut(name: string): boolean {
  return /^[\\/]|^[a-z]:|\u0000/i.test(name) || name.split(/[\\/]/).includes('..');
}

async function readEntry(entry: ZipEntry, bytes: Uint8Array, desk: ParserDesk): Promise<Readings> {
  const content = unpack(entry, bytes);
  if (isRejection(content)) return [{ ...content, member: entry.name }];
  return desk.read({ name: entry.name, bytes: content });
}

/** At most as many bytes as the directory promised are ever allocated. */
function unpack({ name, method, packed, unpacked, isEncrypted, from }: ZipEntry, bytes: Uint8Array): Uint8Array | Rejection {
  if (isEncrypted) return reject('unreadable', 'The file is encrypted; please send it without a password.');
  const raw = bytes.subarray(from, from + packed);
  if (method === 0) return raw.slice();
  if (method !== 8) return reject('unreadable', `The file is packed in a way that is not read here (method ${method}).`);
  try {
    const out = inflateSync(raw, { out: new Uint8Array(unpacked) });
    return out.length === unpacked ? out : reject('unsafe', `The file ${name} is not as large as the archive says.`);
  } catch {
    return reject('unreadable', 'The file can’t be unpacked: it is broken, or larger than the archive says.');
  }
}
