// Cases as sub-editors write them: one a line, `what the wire wrote => what comes of it`; lines that start with # are remarks.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Case = { readonly given: string; readonly wanted: string };

export function readCases(file: string): readonly Case[] {
  return readFileSync(join(import.meta.dirname, 'strings', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [given = '', wanted = ''] = line.split(' => ');
      return { given, wanted: wanted.trimEnd() };
    });
}

/** Labelled sets that lie beside the checkout, if they do. */
export function readLabels<T>(file: string): readonly { readonly in: string; readonly want: T }[] | undefined {
  const path = join(import.meta.dirname, '..', '..', 'shared', 'spec', file);
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { in: string; want: T });
}
