// Bucket keys as file paths, and back. Any key is safe on any file system: none leaves the folder, none stands in another's way.
// newsflash/Late story.txt → _newsflash.d/_%4cate%20story.txt.o

import { createHash } from 'node:crypto';

/** Longest name, and longest path, that we ask of a file system (most take 255 and 4,096 bytes; some only 1,024 for the path). */
const longestName = 200;
const longestPath = 700;

/** Where keys lie whose path would be too long: under their digest, which says nothing of the key. Names of keys never hold `=`. */
export const digestFolder = '=';

/** Folders end in `.d` and files in `.o`, so that `a` and `a/b` can both be keys. Always at least one part, none of them special to any system. */
export function pathOf(key: string): readonly string[] {
  const names = key.split('/').map(escapeName);
  const file = names.pop()!;
  const path = [...names.map((name) => `${name}.d`), `${file}.o`];
  const isLong = path.some((name) => name.length > longestName) || path.join('/').length > longestPath;
  return isLong ? [digestFolder, `${createHash('sha256').update(key).digest('hex')}.o`] : path;
}

/** The key whose path this is; `undefined` when it is no such path, or lies under a digest. */
export function keyOf(path: readonly string[]): string | undefined {
  const file = path.at(-1) ?? '';
  if (path[0] === digestFolder || !file.endsWith('.o')) return undefined;
  const names = [...path.slice(0, -1), file].map((name) => unescapeName(name.slice(0, -2)));
  return names.every((name) => name !== undefined) ? names.join('/') : undefined;
}

/** The folders that hold every key beginning with `prefix`, but for those under a digest. */
export function foldersOf(prefix: string): readonly string[] {
  return prefix
    .split('/')
    .slice(0, -1)
    .map((part) => `${escapeName(part)}.d`);
}

/** All but lower-case letters, digits, dash, underscore and dot as their UTF-8 bytes: neither case nor the form of accents is left to the system. */
function escapeName(part: string): string {
  return `_${part.replace(/[^a-z0-9._-]/gu, escapeCharacter)}`;
}

function escapeCharacter(character: string): string {
  return [...Buffer.from(character, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function unescapeName(name: string): string | undefined {
  if (!/^_(?:[a-z0-9._-]|%[0-9a-f]{2})*$/.test(name)) return undefined;
  const bytes = name.slice(1).replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
