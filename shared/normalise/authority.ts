// The authority list: which words name an organisation, and the short name it goes by.
// "Agence France-Presse", "AFP PHOTO" and "A.F.P." are all AFP; "Polish Defence Ministry" is Ministry of Defense of Poland without a row of its own.

import { atFirstNeed } from '../at-first-need.ts';
import { agencyGroups } from './agencies.rules.ts';
import { countryNames } from './countries.rules.ts';
import { remember } from '../remember.ts';

export type Organisation = {
  /** Canonical short name: `AFP`. */
  readonly name: string;
  /** `Agence France-Presse`. */
  readonly fullName: string;
  /** `agency`, `stock`, `social`, `government`, `publisher`, `broadcaster`, `company`: agencies, stock houses and platforms supply. */
  readonly kind: string;
  /** Whether the house writes the short name for every alias: names so well known that nobody else is called so. */
  readonly settled: boolean;
};

export type Authority = {
  /** The organisation a whole token names, ignoring case, accents and punctuation; `undefined` when the list does not know it. */
  find(token: string): Organisation | undefined;
  /** The longest name that begins at `words[from]`. */
  longestAt(
    words: readonly string[],
    from: number,
  ): { readonly organisation: Organisation; readonly length: number } | undefined;
  /** The spelling the desk prefers for a person's name. */
  preferredName(name: string): string | undefined;
};

/** With `settled` every alias goes by the short name; else by itself, but for the short name with Photo behind it. */
export type AgencyRow = Organisation & { readonly aliases: readonly string[] };

type Names = {
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly people: ReadonlyMap<string, string>;
  readonly mostWords: number;
};

/** What matching ignores: case, accents, stops and apostrophes; other punctuation divides words. */
export function matchKey(text: string): string {
  if (/^[\w ]*$/.test(text)) return text.toLowerCase().replace(/[ _]+/g, ' ').trim();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|[.'’‘`´"“”®™]/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}@&+]+/gu, ' ')
    .trim();
}

/** Later rows win over earlier ones. */
export function makeAuthority(rows: readonly AgencyRow[], people: ReadonlyMap<string, string> = new Map()): Authority {
  const organisations = new Map<string, Organisation>();
  for (const { name, fullName, kind, aliases, settled } of rows) {
    for (const alias of [fullName, ...aliases, name]) {
      if (matchKey(alias) === '') continue;
      const short = settled || (alias.startsWith(`${name} `) && /^ (?:Photos?|Foto)$/.test(alias.slice(name.length)));
      organisations.set(matchKey(alias), { name: short ? name : alias, fullName, kind, settled });
    }
  }
  const mostWords = Math.min(10, Math.max(1, ...[...organisations.keys()].map((key) => key.split(' ').length)));
  return authorityOver({ organisations, people, mostWords });
}

function authorityOver({ organisations, people, mostWords }: Names): Authority {
  const find = remember((token: string): Organisation | undefined => {
    if (token.length > 200) return undefined;
    // An alias matches across a slash only where the alias itself has one; the key would not tell.
    const key = matchKey(token);
    const known = organisations.get(key) ?? withArticle(token, organisations.get(key.replace(/^the /, '')));
    if (known && token.includes('/') && !slashed().has(key)) return undefined;
    return known ?? defenceMinistry(token);
  });
  return {
    find,
    longestAt(words, from) {
      for (let length = Math.min(mostWords, words.length - from); length > 0; length -= 1) {
        const organisation = find(words.slice(from, from + length).join(' '));
        if (organisation) return { organisation, length };
      }
      return undefined;
    },
    preferredName: (name) => people.get(matchKey(name)),
  };
}

/** "The Daily Mail" keeps its article, unless the house has settled the name. */
function withArticle(token: string, known: Organisation | undefined): Organisation | undefined {
  return known && !known.settled && /^\s*The\s/.test(token) ? { ...known, name: token.trim() } : known;
}

/** Aliases that have a slash themselves: `AA/Anadolu`. */
const slashed = atFirstNeed(
  (): ReadonlySet<string> =>
    new Set(
      agencyGroups
        .flatMap(({ rows }) => rows.split(/\n| ; | = /))
        .filter((alias) => alias.includes('/'))
        .map(matchKey),
    ),
);

const pressOffice = "(?:'s)?(?:\\s+press (?:service|office)|\\s+(?:telegram|facebook) (?:channel|page)|\\s+handout)?";
const ministryFirst = new RegExp(
  `^(?:the )?(?:ministry of (?:national )?defen[cs]e|defen[cs]e ministry)(?: press (?:service|office))? of (?:the )?(.{3,40}?)${pressOffice}$`,
  'i',
);
const countryFirst = new RegExp(
  `^(?:the )?(.{3,40}?)(?:'s|’s)? (?:ministry of (?:national )?defen[cs]e|(?:national )?defen[cs]e ministry|mod)${pressOffice}$`,
  'i',
);

/** One shape for every country, as the seed story has it: "<adjective> Defence Ministry", "Ministry of Defence of <country>". */
function defenceMinistry(token: string): Organisation | undefined {
  if (!/defen[cs]e|\bmod\b/i.test(token)) return undefined;
  const text = token.replace(/\s+/g, ' ').trim();
  const named = ministryFirst.exec(text)?.[1] ?? countryFirst.exec(text)?.[1];
  const country = named && countryNames().get(named.trim().toLowerCase());
  if (!country) return undefined;
  const name = `Ministry of Defense of ${country}`;
  return { name, fullName: name, kind: 'government', settled: true };
}

/** The rows of the built-in list. */
const builtInRows = atFirstNeed((): readonly AgencyRow[] =>
  agencyGroups.flatMap(({ kind, settled, rows }) =>
    rows
      .trim()
      .split('\n')
      .map((row) => {
        const [name = '', names = ''] = row.split(' = ');
        const [fullName = name, ...aliases] = names.split(' ; ');
        return { name, fullName: fullName || name, kind, aliases, settled };
      }),
  ),
);

const builtIn = atFirstNeed(() => makeAuthority(builtInRows()));

/** Functions that only publish or serve have it among their settings and never ask it. */
export const builtInAuthority: Authority = {
  find: (token) => builtIn().find(token),
  longestAt: (words, from) => builtIn().longestAt(words, from),
  preferredName: (name) => builtIn().preferredName(name),
};

export type ExtendedAuthority = {
  readonly authority: Authority;
  /** Rows that could not be read, by file and line from 1. */
  readonly problems: readonly {
    readonly file: 'agencies' | 'people';
    readonly line: number;
    readonly message: string;
  }[];
  /** How many rows of each were taken. */
  readonly rows: { readonly agencies: number; readonly people: number };
};

const kinds = new Set([
  'agency',
  'stock',
  'social',
  'government',
  'publisher',
  'broadcaster',
  'company',
  'military',
  'science',
  'other',
]);

/**
 * The built-in list with a desk's own rows over it.
 * `agencies`: tab-separated name, full name, kind, aliases between `|`; `people`: tab-separated preferred spelling, variants between `|`. A first line of headings and lines starting with `#` are skipped.
 */
export function extendAuthority(agencies: string, people: string): ExtendedAuthority {
  const problems: ExtendedAuthority['problems'][number][] = [];
  const rows: AgencyRow[] = [];
  for (const { cells, line } of readTsv(agencies)) {
    const [name = '', fullName = '', kind = '', aliases = ''] = cells;
    if (name === '') problems.push({ file: 'agencies', line, message: 'The first column, the short name, is empty.' });
    else if (!kinds.has(kind))
      problems.push({ file: 'agencies', line, message: `“${kind}” is no kind; use one of ${[...kinds].join(', ')}.` });
    else rows.push({ name, fullName: fullName || name, kind, aliases: splitAliases(aliases), settled: true });
  }
  const names = new Map<string, string>();
  let preferred = 0;
  for (const { cells, line } of readTsv(people)) {
    const [name = '', variants = ''] = cells;
    if (name === '')
      problems.push({ file: 'people', line, message: 'The first column, the preferred spelling, is empty.' });
    else {
      preferred += 1;
      for (const variant of [name, ...splitAliases(variants)]) names.set(matchKey(variant), name);
    }
  }
  return {
    authority: makeAuthority([...builtInRows(), ...rows], names),
    problems,
    rows: { agencies: rows.length, people: preferred },
  };
}

function splitAliases(cell: string): readonly string[] {
  return cell
    .split('|')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');
}

function readTsv(text: string): readonly { readonly cells: readonly string[]; readonly line: number }[] {
  return text
    .split(/\r?\n/)
    .map((row, index) => ({ cells: row.split('\t').map((cell) => cell.trim()), line: index + 1, row }))
    .filter(
      ({ row, line }) =>
        row.trim() !== '' && !row.startsWith('#') && !(line === 1 && /^(?:name|short name)\t/i.test(row)),
    );
}
