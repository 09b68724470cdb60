// How the house writes a credit line. {first: 'agency', joiner: ' / '} → "AFP / Jane Roe" where the default is "Jane Roe/AFP".

import type { Designation } from '../story.ts';

export type HouseStyle = {
  /** Who leads a credit line. Default `people`. */
  readonly first: 'people' | 'agency';
  /** What stands between the parties of a credit line. Default `/`. */
  readonly joiner: '/' | ' / ' | ' | ' | ' via ' | ', ';
  /** Initials of names: as they came, or all alike. Default `given`. */
  readonly initials: 'given' | 'J.K.' | 'J. K.' | 'JK';
  /** Whether the kind of picture stands behind the line: "Jane Roe/AFP (Handout)". Default false. */
  readonly designations: boolean;
};

export const defaultStyle: HouseStyle = { first: 'people', joiner: '/', initials: 'given', designations: false };

export type LineParts = {
  readonly people: readonly string[];
  /** From origin to last supplier, each with its client: `Getty Images for Netflix`. */
  readonly organisations: readonly string[];
  readonly designations: readonly Designation[];
  /** The kind of picture that makes the line where nothing else is left. */
  readonly lastDesignation: Designation | undefined;
};

/** The credit line in the house's style; empty where nothing is known. */
export function creditLine(
  { people, organisations, designations, lastDesignation }: LineParts,
  { first, joiner, designations: shown }: HouseStyle,
): string {
  const makers = people.length > 0 ? [listNames(people)] : [];
  const parties = first === 'people' ? [...makers, ...organisations] : [...organisations, ...makers];
  if (parties.length === 0) return lastDesignation === undefined ? '' : capital(lastDesignation);
  const kinds = shown && designations.length > 0 ? ` (${designations.map(capital).join('/')})` : '';
  return parties.join(joiner) + kinds;
}

/** "Jane Roe, John Doe and Ann Poe". */
export function listNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "J K Rowling", "J. K. Rowling", "JK Rowling" → as the house writes it. Only before a full name, so that "JR" and "III" stay. */
export function houseInitials(name: string, { initials }: HouseStyle): string {
  if (initials === 'given' || !/\p{Lu}[\p{Ll}\p{M}]/u.test(name)) return name;
  return name.replace(
    /(?<![\p{L}\p{M}.'’-])(?:\p{Lu}\.\s?){1,3}(?=\s?\p{Lu}[\p{Ll}\p{M}'’])|(?<=^|\s)\p{Lu}{2,3}\s+(?=\p{Lu}[\p{Ll}\p{M}'’])/gu,
    (found) => {
      const letters = [...found.replace(/[^\p{L}]/gu, '')];
      if (initials === 'JK') return `${letters.join('')} `;
      return `${letters.map((letter) => `${letter}.`).join(initials === 'J.K.' ? '' : ' ')} `;
    },
  );
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
