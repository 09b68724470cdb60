// Objects over a folder. Each object is a file; what S3 would keep as metadata is one line of JSON before the bytes.
// Names are escaped so that any key is safe on any file system: no key leaves the folder, and none stands in another's way.

import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListedObject, Objects, ObjectKind, StoredObject } from '../../shared/ports.ts';

/** With `keepVersions` every put is kept and can be read again by its version, as in a versioned bucket. */
export function folderObjects(folder: string, keepVersions = false): Objects {
  const fileOf = (key: string): string => join(folder, 'objects', ...safePath(key));
  const versionOf = (key: string, version: string): string => join(folder, 'versions', ...safePath(key), `${version.replace(/[^\w-]/g, '_')}.v`);
  return {
    async get(key, version) {
      return readObject(version === undefined ? fileOf(key) : versionOf(key, version), version);
    },
    async put(key, bytes, about) {
      const version = keepVersions ? newVersion() : undefined;
      const content = wrap(key, bytes, about, version);
      if (version) await writeWhole(versionOf(key, version), content);
      await writeWhole(fileOf(key), content);
      return { version };
    },
    async delete(key) {
      await rm(fileOf(key), { force: true });
    },
    async list(prefix, cursor) {
      return listObjects(join(folder, 'objects'), prefix, cursor);
    },
  };
}

type Header = ObjectKind & { readonly key: string; readonly version?: string };

const lineEnd = 10;

function wrap(key: string, bytes: Uint8Array, { mediaType, encoding }: ObjectKind, version: string | undefined): Uint8Array {
  const header: Header = { key, mediaType, encoding, version };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), bytes]);
}

async function readObject(file: string, wanted: string | undefined): Promise<StoredObject | undefined> {
  const content = await readFile(file).catch(ifMissing);
  if (!content) return undefined;
  const { mediaType, encoding, version } = readHeader(content);
  if (wanted !== undefined && wanted !== version) return undefined;
  const { mtime } = await stat(file);
  return {
    bytes: content.subarray(content.indexOf(lineEnd) + 1),
    mediaType,
    ...(encoding !== undefined && { encoding }),
    ...(version !== undefined && { version }),
    modifiedAt: mtime.toISOString(),
  };
}

function readHeader(content: Buffer): Header {
  return JSON.parse(content.subarray(0, content.indexOf(lineEnd)).toString('utf8')) as Header;
}

/** Written beside and renamed: a crash leaves the old object or the new one, and at worst a file that no key names. */
async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  await writeFile(unfinished, content);
  await rename(unfinished, file);
}

/** Rises with time, unique within the process and beyond. */
function newVersion(): string {
  return `${Date.now().toString(36).padStart(9, '0')}-${randomBytes(6).toString('hex')}`;
}

/** Longest part of a file name that all systems take, less what we add. */
const longestPart = 180;

/** Folders end in `.d` and files in `.o`, so that `a` and `a/b` can both be keys. */
function safePath(key: string): readonly string[] {
  const parts = key.split('/').map(safePart);
  const file = parts.pop()!;
  return [...parts.map((part) => `${part}.d`), `${file}.o`];
}

/** Everything but lower-case letters, digits, dash, underscore and dot is written as its UTF-8 bytes, so case and form of letters never clash. */
function safePart(part: string): string {
  const escaped = [...Buffer.from(part, 'utf8')].map((byte) => (/[a-z0-9_-]/.test(String.fromCharCode(byte)) && byte < 128 ? String.fromCharCode(byte) : byte === 46 ? '.' : `%${byte.toString(16).padStart(2, '0')}`)).join('');
  if (escaped.length <= longestPart) return `_${escaped}`;
  return `_${escaped.slice(0, longestPart - 66)}.${createHash('sha256').update(part).digest('hex')}`;
}

const pageSize = 1000;

/** Walks the whole folder: this store is for one machine. The true keys are read from the files. */
async function listObjects(folder: string, prefix: string, cursor: string | undefined): ReturnType<Objects['list']> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ifMissing);
  const files = (names ?? []).filter((entry) => entry.isFile() && entry.name.endsWith('.o')).map((entry) => join(entry.parentPath, entry.name));
  const found = (await Promise.all(files.map(describeObject))).filter((object) => object !== undefined);
  const wanted = found.filter(({ key }) => key.startsWith(prefix) && (cursor === undefined || compareBytes(key, cursor) > 0));
  const keys = wanted.sort((a, b) => compareBytes(a.key, b.key)).slice(0, pageSize);
  return wanted.length > pageSize ? { keys, cursor: keys.at(-1)!.key } : { keys };
}

async function describeObject(file: string): Promise<ListedObject | undefined> {
  const content = await readFile(file).catch(ifMissing);
  if (!content) return undefined;
  const { mtime } = await stat(file);
  return { key: readHeader(content).key, bytes: content.length - content.indexOf(lineEnd) - 1, modifiedAt: mtime.toISOString() };
}

/** S3 lists keys in the order of their UTF-8 bytes. */
function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
