// A ZIP archive: a story with its pictures, or several. Every member is read by the rules of its own kind; pictures join the story that names them.
// {ferry.txt, "Pictures: harbour.jpg"} + photos/harbour.jpg → one story with its picture. Bounds are checked before anything is unpacked.

import type { Rejection } from '../outcome.ts';
import { isRejection, reject } from '../outcome.ts';
import { joinPictures } from '../pictures/join-pictures.ts';
import type { Limits, Upload } from '../upload.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';
import type { ZipEntry } from './zip/directory.ts';
import { isFault, readDirectory } from './zip/directory.ts';
import { isIgnored, leadsOut } from './zip/names.ts';
import { unpack } from './zip/unpack.ts';

export const zip: Parser = { format: 'zip', recognises, parse };

/** An archive may lie in an archive that lies in an archive. */
const deepest = 2;

/** Below this many bytes a member harms nobody, however well it was packed. */
const harmless = 100_000;

function recognises({ bytes }: Upload): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

async function parse({ bytes }: Upload, desk: ParserDesk): Promise<Readings> {
  if (desk.depth > deepest)
    return [reject('unsafe', 'The archive lies in too many others; please send its files themselves.')];
  const directory = readDirectory(bytes);
  if (isFault(directory)) return [reject(directory.fault === 'unsafe' ? 'unsafe' : 'unreadable', directory.message)];
  const foreign = foreignKind(directory);
  if (foreign !== undefined) return [reject('unknown-format', foreign)];
  const refusal = refuse(directory, desk.limits);
  if (refusal) return [refusal];
  const entries = directory.filter(({ name }) => !isIgnored(name));
  if (entries.length === 0) return [reject('empty', 'The archive holds no files.')];
  const readings: Reading[] = [];
  for (const entry of entries)
    readings.push(...(await readEntry(entry, bytes, desk, shareOf(desk.limits, entries.length))));
  return joinPictures(readings);
}

/** Office documents and books are archives too. */
function foreignKind(entries: readonly ZipEntry[]): string | undefined {
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('[Content_Types].xml'))
    return 'The file is a word processor’s document, a table or slides; please send plain text, HTML or one of the wires’ formats.';
  if (names.has('META-INF/container.xml') || (names.has('mimetype') && names.has('content.xml')))
    return 'The file is an e-book or a word processor’s document; please send plain text, HTML or one of the wires’ formats.';
  return names.has('META-INF/MANIFEST.MF') ? 'The file is a program, not a story.' : undefined;
}

function refuse(all: readonly ZipEntry[], { zipMembers, zipBytes, zipRatio }: Limits): Rejection | undefined {
  const bad = all.find(({ name }) => leadsOut(name));
  if (bad)
    return reject(
      'unsafe',
      `The archive has a file whose name leads out of its folder: ${JSON.stringify(bad.name.slice(0, 100))}.`,
    );
  const entries = all.filter(({ name }) => !isIgnored(name));
  if (entries.length > zipMembers)
    return reject('unsafe', `The archive has ${entries.length} files; at most ${zipMembers} are taken.`);
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > zipBytes)
    return reject(
      'unsafe',
      `The archive unpacks to ${megabytes(total)} MB; at most ${megabytes(zipBytes)} MB are taken.`,
    );
  const bomb = entries.find(({ packed, unpacked }) => unpacked > harmless && unpacked > packed * zipRatio);
  return bomb
    ? reject('unsafe', `The file ${bomb.name} unpacks to more than ${zipRatio} times its size; that is not unpacked.`)
    : undefined;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}

/** Archives in this one share its bounds, so that nesting gains nothing. */
function shareOf(limits: Limits, members: number): Limits {
  return {
    ...limits,
    zipMembers: Math.max(1, Math.floor(limits.zipMembers / members)),
    zipBytes: Math.floor(limits.zipBytes / members),
  };
}

/** Which member a refusal is about is added by `desk.read`. */
async function readEntry(entry: ZipEntry, archive: Uint8Array, desk: ParserDesk, limits: Limits): Promise<Readings> {
  const content = await unpack(entry, archive);
  return isRejection(content) ? [content] : desk.read({ name: entry.name, bytes: content }, limits);
}
