// Objects over a folder: what an S3 bucket is on AWS. Current objects lie in `objects`, and where versions are kept each of them in `versions`.

import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareKeys } from '../../shared/key-order.ts';
import { isObjectKey, requireObjectKey } from '../../shared/port-limits.ts';
import type { ListedObject, Objects } from '../../shared/ports.ts';
import { digestFolder, foldersOf, keyOf, pathOf } from './key-path.ts';
import { describeObjectFile, ifMissing, readObjectFile, writeObjectFile } from './object-file.ts';

/** With `keepVersions` every put is kept and can be read again by its version, as in a versioned bucket, also after a delete. */
export function folderObjects(folder: string, keepVersions = false): Objects {
  const fileOf = (key: string): string => join(folder, 'objects', ...pathOf(key));
  const versionOf = (key: string, version: string): string => join(folder, 'versions', ...pathOf(key), `${version}.v`);
  const unfinished = join(folder, 'unfinished');
  let swept: Promise<void> | undefined;
  return {
    async get(key, version) {
      if (!isObjectKey(key) || (version !== undefined && !isVersion(version))) return undefined;
      return readObjectFile(version === undefined ? fileOf(key) : versionOf(key, version));
    },
    async put(key, bytes, { mediaType, encoding }) {
      requireObjectKey(key);
      await (swept ??= sweep(unfinished));
      const version = keepVersions ? newVersion() : undefined;
      const header = { key, mediaType, encoding, version };
      // The version first: once the key shows it, it can be read again for good.
      if (version !== undefined) await writeObjectFile(versionOf(key, version), unfinished, header, bytes);
      await writeObjectFile(fileOf(key), unfinished, header, bytes);
      return { version };
    },
    async delete(key) {
      if (isObjectKey(key)) await rm(fileOf(key), { force: true }).catch(ifMissing);
    },
    async list(prefix, cursor = '') {
      return listObjects(join(folder, 'objects'), prefix, cursor);
    },
  };
}

/** `00mjk3x7q-9f86d081884c`: the moment and twelve random digits. */
function newVersion(): string {
  return `${Date.now().toString(36).padStart(9, '0')}-${randomBytes(6).toString('hex')}`;
}

function isVersion(text: string): boolean {
  return /^[0-9a-z]{9}-[0-9a-f]{12}$/.test(text);
}

const pageSize = 1000;

type Found = { readonly key: string; readonly file: string };

/** Walks the folder that holds the prefix; only the files of the page are opened. A cursor is the last key of its page. */
async function listObjects(folder: string, prefix: string, cursor: string): ReturnType<Objects['list']> {
  const found = [...(await findNamed(folder, prefix)), ...(await findUnderDigest(folder))];
  const wanted = found
    .filter(({ key }) => key.startsWith(prefix) && compareKeys(key, cursor) > 0)
    .sort((a, b) => compareKeys(a.key, b.key));
  const page = wanted.slice(0, pageSize);
  const described = await inTurns(page, ({ file }) => describeObjectFile(file));
  // What was deleted meanwhile is left out.
  const keys = described.filter((object): object is ListedObject => object !== undefined);
  return wanted.length > pageSize ? { keys, cursor: page.at(-1)!.key } : { keys };
}

async function findNamed(folder: string, prefix: string): Promise<readonly Found[]> {
  const files = await filesUnder(join(folder, ...foldersOf(prefix)));
  return files.flatMap((file) => {
    const key = keyOf(relative(folder, file).split(sep));
    return key === undefined ? [] : [{ key, file }];
  });
}

/** Their names don't tell their keys, so each is asked. */
async function findUnderDigest(folder: string): Promise<readonly Found[]> {
  const files = await filesUnder(join(folder, digestFolder));
  const described = await inTurns(files, describeObjectFile);
  return described.flatMap((object, index) => (object ? [{ key: object.key, file: files[index]! }] : []));
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(ifMissing)) ?? [];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A few at a time: systems limit how many files may be open. */
async function inTurns<A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<readonly B[]> {
  const done: B[] = [];
  for (let start = 0; start < all.length; start += 32)
    done.push(...(await Promise.all(all.slice(start, start + 32).map(work))));
  return done;
}

const hour = 3_600_000;

/** Removes what writers left behind that were killed; what is younger than an hour may still be in the making by another process. */
async function sweep(unfinished: string): Promise<void> {
  for (const file of await filesUnder(unfinished)) {
    const { mtimeMs } = (await stat(file).catch(ifMissing)) ?? { mtimeMs: Infinity };
    if (mtimeMs < Date.now() - hour) await rm(file, { force: true });
  }
}
