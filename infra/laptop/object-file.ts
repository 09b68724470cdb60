// One object in one file: a line of JSON, which holds what S3 keeps as metadata, then the bytes as they are. {"key":"a.rss","mediaType":"application/rss+xml"}⏎<rss …
// In one file, so that the object changes as a whole.

import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListedObject, ObjectKind, StoredObject } from '../../shared/ports.ts';

export type Header = ObjectKind & { readonly key: string; readonly version?: string };

const lineEnd = 10;

/**
 * Written under `unfinished`, flushed to the disk and then renamed: a killed writer or a power cut leaves the old object or the new one, whole.
 * Without the flush a file system may keep the new name and lose the bytes. Both paths must be on one file system.
 */
export async function writeObjectFile(
  file: string,
  unfinished: string,
  header: Header,
  bytes: Uint8Array,
): Promise<void> {
  const temporary = join(unfinished, randomBytes(12).toString('hex'));
  try {
    await within(unfinished, () => writeFlushed(temporary, [Buffer.from(`${JSON.stringify(header)}\n`), bytes]));
    await within(dirname(file), () => rename(temporary, file));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Nearly every folder is there already: it is made when the work finds that it is not. */
async function within(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(folder, { recursive: true });
    await work();
  }
}

async function writeFlushed(file: string, pieces: readonly Uint8Array[]): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    for (const piece of pieces) await handle.writeFile(piece);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** `undefined` when there is no such file. */
export async function readObjectFile(file: string): Promise<StoredObject | undefined> {
  return withFile(file, async (handle) => {
    const { mtime } = await handle.stat();
    const content = await handle.readFile();
    const end = content.indexOf(lineEnd);
    const { mediaType, encoding, version } = parseHeader(content.subarray(0, end));
    return {
      bytes: content.subarray(end + 1),
      mediaType,
      ...(encoding !== undefined && { encoding }),
      ...(version !== undefined && { version }),
      modifiedAt: mtime.toISOString(),
    };
  });
}

/** As `readObjectFile`, without reading the bytes. */
export async function describeObjectFile(file: string): Promise<ListedObject | undefined> {
  return withFile(file, async (handle) => {
    const { size, mtime } = await handle.stat();
    const line = await readLine(handle, size);
    return { key: parseHeader(line).key, bytes: size - line.length - 1, modifiedAt: mtime.toISOString() };
  });
}

/** The first line, which is rarely longer than a few hundred bytes. */
async function readLine(handle: FileHandle, size: number): Promise<Uint8Array> {
  for (let length = 1024; ; length *= 4) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(length, size)), { position: 0 });
    const end = buffer.subarray(0, bytesRead).indexOf(lineEnd);
    if (end >= 0 || length >= size) return buffer.subarray(0, end);
  }
}

function parseHeader(line: Uint8Array): Header {
  return JSON.parse(Buffer.from(line).toString('utf8')) as Header;
}

/** One handle sees one object, also while another is renamed over it. */
async function withFile<T>(file: string, read: (handle: FileHandle) => Promise<T>): Promise<T | undefined> {
  const handle = await open(file, 'r').catch(ifMissing);
  if (!handle) return undefined;
  try {
    return await read(handle);
  } finally {
    await handle.close();
  }
}

/** A name too long for the file system names nothing on it. */
const nothingThere: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

export function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (nothingThere.has(error.code)) return undefined;
  throw error;
}
