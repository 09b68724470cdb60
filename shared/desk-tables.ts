// A desk's own tables, without a deployment: config/agencies.tsv and config/people.tsv in the inbox are merged over the built-in lists.
// "Wire\tHarbour Wire Ltd\tagency\tHW|H. Wire" in config/agencies.tsv makes "Jane Roe/HW" read Jane Roe/Wire from the next upload on.

import { decode } from './decode/decode.ts';
import { extendAuthority } from './normalise/authority.ts';
import type { ExtendedAuthority } from './normalise/authority.ts';
import type { Rules } from './normalise/rules.ts';
import type { Adopted, Rejection } from './outcome.ts';
import { isRejection, reject } from './outcome.ts';
import type { Clock, Objects } from './ports.ts';
import type { Arrival } from './upload.ts';

export type DeskTables = {
  /** The rules with the desk's tables over them. */
  rules(): Promise<Rules>;
  /** What a table that was just uploaded says; it counts from now on. */
  adopt(arrival: Arrival): Promise<Adopted | Rejection>;
};

/** The desk whose uploads are tables and no stories. */
export const tablesDesk = 'config';

const keys = { agencies: `${tablesDesk}/agencies.tsv`, people: `${tablesDesk}/people.tsv` } as const;

/** Another function's process may have taken in a new table: each looks again after so long. */
const trustedMs = 60_000;

/** Larger tables are a mistake. */
const largest = 5_000_000;

export function deskTables(inbox: Objects, base: Rules, clock: Clock): DeskTables {
  let read: { readonly at: number; readonly extended: Promise<ExtendedAuthority> } | undefined;
  const extended = (): Promise<ExtendedAuthority> => {
    const now = Date.parse(clock.now());
    if (!read || now - read.at >= trustedMs || now < read.at) read = { at: now, extended: readTables(inbox, base) };
    return read.extended.catch((error: unknown) => {
      read = undefined;
      throw error;
    });
  };
  return {
    rules: async () => ({ ...base, authority: (await extended()).authority }),
    async adopt({ key, bytes }) {
      const file = key === keys.agencies ? 'agencies' : key === keys.people ? 'people' : undefined;
      if (file === undefined)
        return reject(
          'unknown-format',
          `The folder ${tablesDesk}/ holds the desk’s tables agencies.tsv and people.tsv; stories belong into a desk’s folder.`,
        );
      if (bytes > largest) return reject('too-large', 'The table has more than 5 MB.');
      read = undefined;
      const { rows, problems } = await extended();
      return {
        outcome: 'adopted',
        table: file,
        rows: rows[file],
        problems: problems
          .filter((problem) => problem.file === file)
          .map(({ line, message }) => ({ line, message }))
          .slice(0, mostProblems),
      };
    },
  };
}

/** A receipt names so many; a table with more is the wrong file. */
const mostProblems = 100;

async function readTables(inbox: Objects, { authority }: Rules): Promise<ExtendedAuthority> {
  const [agencies, people] = await Promise.all([readText(inbox, keys.agencies), readText(inbox, keys.people)]);
  return agencies === '' && people === ''
    ? { authority, problems: [], rows: { agencies: 0, people: 0 } }
    : extendAuthority(agencies, people);
}

async function readText(inbox: Objects, key: string): Promise<string> {
  const object = await inbox.get(key);
  if (!object || object.bytes.length > largest) return '';
  const decoded = decode(object.bytes, object.mediaType);
  return isRejection(decoded) ? '' : decoded.text;
}
