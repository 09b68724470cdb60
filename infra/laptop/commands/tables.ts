// The authority list for the command line: the built-in one, with a desk's own tables over it where a folder is named.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Authority } from '../../../shared/normalise/authority.ts';
import { builtInAuthority, extendAuthority } from '../../../shared/normalise/authority.ts';

/** Rows that can't be read are named on standard error. */
export function readTables(folder: string | undefined): Authority {
  if (folder === undefined) return builtInAuthority;
  const { authority, problems } = extendAuthority(textOf(folder, 'agencies.tsv'), textOf(folder, 'people.tsv'));
  for (const { file, line, message } of problems)
    process.stderr.write(`${file}.tsv, line ${line} skipped: ${message}\n`);
  return authority;
}

function textOf(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return '';
  }
}
