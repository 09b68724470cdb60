// Tokens → parties: who is a person, who an organisation, seen with their neighbours.

import type { Designation } from '../../story.ts';
import type { Authority, Organisation } from '../authority.ts';
import { nameCase } from '../name-case.ts';
import { rememberFor } from '../../remember.ts';
import { hasOrganisationWord, isAbbreviation, looksLikeName, partyOf } from '../party.ts';
import type { Party } from '../party.ts';
import { designationOf, startsWithRank, strip, withoutPrefix } from './strip.ts';
import type { Separator, Token } from './tokens.ts';

/** One party of a credit in written order. */
export type CreditParty = {
  readonly kind: 'person' | 'organisation';
  /** Canonical or cased. */
  readonly name: string;
  readonly after: Separator;
  /** The row of the authority list. */
  readonly organisation?: Organisation;
  readonly why: Party['why'];
  /** The client: "Getty Images for Netflix". */
  readonly for?: string;
};

export type ReadParties = {
  readonly parties: readonly CreditParty[];
  readonly designations: readonly Designation[];
  /** A party stands after a copyright sign: its place in `parties`. */
  readonly holder?: number;
  readonly years: readonly number[];
  readonly gone: readonly { readonly rule: string; readonly words: string }[];
};

/** A token before its neighbours have been looked at. */
type Piece = {
  readonly text: string;
  readonly after: Separator;
  readonly party: Party;
  readonly organisation?: Organisation;
  readonly for?: string;
};

export function readParties(tokens: readonly Token[], authority: Authority): ReadParties {
  const isMilitary = tokens.some(({ text }) =>
    /\b(?:U\.?S\.? )?(?:Army|Navy|Air Force|Marine Corps|Marines|National Guard|Coast Guard|Space Force)\b/.test(text),
  );
  const designations: Designation[] = [];
  const gone: { readonly rule: string; readonly words: string }[] = [];
  const years: number[] = [];
  const pieces: Piece[] = [];
  let signAt: number | undefined;
  const hasSign = tokens.some(({ after }) => after === 'copyright');
  let numbered = false;
  for (const token of tokens) {
    if (token.after === 'copyright') signAt = pieces.length;
    const dated = hasSign || /copyright/i.test(token.text) ? takeYears(token.text, years) : token.text;
    // "Photo by EPA-EFE" and "Photo by EPA-Jane Roe": what announces goes before words are divided.
    const { text, gone: announced } = withoutPrefix(dated, authority);
    gone.push(...announced);
    for (const [index, part] of divide(text, authority).entries()) {
      const stripped = strip(part.text, authority, isMilitary);
      designations.push(...stripped.designations);
      gone.push(...stripped.gone);
      // What is left may fall apart again: "U.S. Navy photo by" goes only now from before two names.
      const settled =
        stripped.text === ''
          ? []
          : settle(stripped.text, numbered ? 'comma' : index === 0 ? token.after : part.after, authority);
      for (const item of settled) {
        // "Stringer and Jane Roe/AFP": a kind of picture may stand among the names.
        const designation = settled.length > 1 ? designationOf(item.text) : undefined;
        if (designation) designations.push(designation);
        else pieces.push(item);
      }
      // "(1) Jane Roe (2) John Doe": the numbers list the people.
      numbered = stripped.text === '' && stripped.gone.some(({ rule }) => rule === 'number');
    }
  }
  const kept = dropExplanations(pieces);
  const parties = decide(kept, authority);
  const holder = hasSign && parties.length > 0 ? Math.min(signAt ?? 0, parties.length - 1) : undefined;
  return {
    parties,
    designations,
    years,
    gone,
    ...(holder !== undefined && { holder: signAt! < parties.length ? holder : parties.length - 1 }),
  };
}

/** Years beside a copyright sign; of a range the last counts. */
function takeYears(text: string, years: number[]): string {
  return text
    .replace(
      /(?<![\w-])((?:19|20)\d{2})(?:\s*[-–—/]\s*((?:19|20)?\d{2}))?(?!\w)/g,
      (_, first: string, last: string | undefined) => {
        years.push(Number(last === undefined ? first : last.length === 2 ? first.slice(0, 2) + last : last));
        return ' ';
      },
    )
    .replace(/^\s*by\s+/i, '')
    .trim();
}

/** Divides a token where words do: "U.S. Navy photo by Jane Roe", "Jane Roe and John Doe", "STT–AFP", "BELGA PHOTO ERIC ROE". */
const divide = rememberFor((text: string, authority: Authority): readonly Token[] => {
  const whole: readonly Token[] = [{ text, after: 'slash' }];
  if (authority.find(text)) return whole;
  const by =
    /^(.{2,60}?)\s+(?:file |courtesy |handout |pool |stock )?(?:photos?|photographs?|pictures?|images?|videos?|graphics?|illustrations?|foto|screengrab)(?:\s+illustration)?\s+(?:by|von|de|par)\s+(.+)$/iu.exec(
      text,
    );
  if (by && (authority.find(by[1]!) || hasOrganisationWord(by[1]!) || isAbbreviation(by[1]!)))
    return [
      { text: by[1]!, after: 'slash' },
      { text: by[2]!, after: 'slash' },
    ];
  const service =
    /^((?:U\.?S\.?\s+)?(?:Army|Navy|Air Force|Marine Corps|Marines?|Coast Guard|Space Force|(?:Air |Army )?National Guard|Army Reserve))\s+(?=\p{Lu})(.+)$/u.exec(
      text,
    );
  if (service && startsWithRank(service[2]!))
    return [
      { text: service[1]!, after: 'slash' },
      { text: service[2]!, after: 'slash' },
    ];
  const courtesy = /^(.{2,}?)\s+(courtesy of|courtesy|supplied by|handout from)\s+(.+)$/iu.exec(text);
  if (courtesy && !/^(?:photos?|images?|pictures?|videos?|pics?)$/i.test(courtesy[1]!))
    return [
      { text: courtesy[1]!, after: 'slash' },
      { text: `${courtesy[2]} ${courtesy[3]}`, after: 'slash' },
    ];
  return divideAtDash(text, authority) ?? whole;
});

/** A dash without spaces, with a known organisation on one side. "Jean-Rex" is a given name. */
function divideAtDash(text: string, authority: Authority): readonly Token[] | undefined {
  if (/^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(text)) return undefined;
  for (const match of text.matchAll(/(?<=\S)[-–—](?=\S)/gu)) {
    const [left, right] = [text.slice(0, match.index), text.slice(match.index + 1)];
    // "Jane Roe & EPA-EFE": this dash is part of a known name.
    const around = /\S*$/u.exec(left)![0] + match[0] + /^\S*/u.exec(right)![0];
    if (around.length < text.length && authority.find(around)) continue;
    if (
      authority.find(right) ||
      (/^\p{Lu}\p{L}{2}/u.test(right) &&
        designationOf(right) !== undefined &&
        /\s/.test(left) &&
        looksLikeName(left)) ||
      (authority.find(left) &&
        /^\p{Lu}/u.test(right) &&
        (looksLikeName(right) || isAbbreviation(right) || authority.find(right)))
    ) {
      return [
        ...(divideAtDash(left, authority) ?? [{ text: left, after: 'slash' as const }]),
        { text: right, after: 'slash' },
      ];
    }
  }
  return undefined;
}

/** One stripped text → one or more pieces: conjunctions, clients, agencies that only a space divides from a name. */
function settle(text: string, after: Separator, authority: Authority): readonly Piece[] {
  if (authority.find(text)) return [piece(text, after, authority)];
  const site = webHost(text);
  if (site)
    return [
      {
        ...piece(site, after, authority),
        ...(authority.find(site) ? {} : { party: { kind: 'organisation', why: 'word' } as const }),
      },
    ];
  const account = /^(.*\S)\s+(@[\p{L}\p{N}._-]+)$|^(@[\p{L}\p{N}._-]+)\s+(\S.*)$/u.exec(text);
  if (account && !conjunction.test(text))
    return [account[1] ?? account[3]!, account[2] ?? account[4]!].flatMap((part, index) =>
      settle(part, index === 0 ? after : 'slash', authority),
    );
  const client = readClient(text, after, authority);
  if (client) return client;
  const parts = splitAnd(text, authority);
  if (parts) return parts.flatMap((part, index) => settle(part, index === 0 ? after : 'and', authority));
  const spaced = splitAtSpace(text, authority);
  if (spaced) return spaced.flatMap((part, index) => settle(part, index === 0 ? after : 'slash', authority));
  return [piece(text, after, authority)];
}

/** "Jane Roe and @janeroe": the word between them is no party. */
const conjunction = /\s(?:and|&|und|et|y|e|og|och)\s/iu;

function piece(text: string, after: Separator, authority: Authority): Piece {
  const organisation = authority.find(text);
  return { text, after, party: partyOf(text, authority), ...(organisation && { organisation }) };
}

/** "https://www.example.org/x" and "example.org" → "example.org". */
function webHost(text: string): string | undefined {
  const host =
    /^(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]+\.)+(?:com|org|net|info|gov|edu|mil|int|news|tv|io|co|me|eu|[a-z]{2}))(?:\/\S*)?$/i.exec(
      text,
    )?.[1];
  return host?.toLowerCase();
}

/** "Getty Images for Netflix": the client behind an organisation; behind a person the organisation itself. */
function readClient(text: string, after: Separator, authority: Authority): readonly Piece[] | undefined {
  const match =
    /^(.{1,80}?)\s+(?:for|on behalf of|für|pour)\s+(.{2,80})$/iu.exec(text) ??
    /^(.{2,80}?)\s+(?:of)\s+((?:the\s+)?\S.{1,80})$/iu.exec(text);
  if (!match) return undefined;
  const [, left = '', right = ''] = match;
  const isOf =
    / of (?=(?:the )?\S+(?: \S+)*$)/i.test(text.slice(left.length)) &&
    !/^\s+(?:for|on behalf)/i.test(text.slice(left.length));
  const supplier = authority.find(left);
  if (supplier && !isOf) return [{ ...piece(left, after, authority), for: authority.find(right)?.name ?? right }];
  if (isOf && !authority.find(right)) return undefined;
  const names = splitAnd(left, authority) ?? [left];
  if (!names.every((name) => looksLikeName(name) && !hasOrganisationWord(name))) return undefined;
  return [
    ...names.map((name, index) => piece(name, index === 0 ? after : 'and', authority)),
    ...settle(right, 'of', authority),
  ];
}

/** "and" in the languages we meet; single letters only between two full names. */
const splitAnd = rememberFor((text: string, authority: Authority): readonly string[] | undefined => {
  const parts = text
    .split(
      /\s+(?:and|&|und|et|og|och|sekä|oraz|и|та|ve|en|ja|y|e|i|a|și|і|й|και|és|ir|un|agus|và|dan|و)\s+|\s*&\s*(?=[\p{Lu}@])/iu,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const known = parts.some((part) => authority.find(part) !== undefined || part.startsWith('@'));
  const names = parts.every((part) => part.startsWith('@') || (looksLikeName(part) && !hasOrganisationWord(part)));
  if (names) return parts;
  const worded = /\s(?:and|&|und|et|og|och|sekä|oraz|и|та|ve)\s|&/iu.test(text);
  if (!worded || hasOrganisationWord(text)) return known && /&/.test(text) && worded ? parts : undefined;
  // "Jane and John Doe": the first of two given names.
  const shared = parts.length === 2 && /^\p{Lu}\p{Ll}+$/u.test(parts[0]!) && looksLikeName(parts[1]!);
  return known || shared ? parts : undefined;
});

/** A known agency in capitals, or with its photo word, beside a name: "AFP PHOTO Jane Roe", "Jane Roe REUTERS". */
const splitAtSpace = rememberFor((text: string, authority: Authority): readonly string[] | undefined => {
  const words = text.split(/\s+/);
  if (words.length < 3 || words.length > 12 || hasWordOfOrganisation(words, authority)) return undefined;
  const front = authority.longestAt(words, 0);
  if (front && divides(words.slice(0, front.length), words.slice(front.length)))
    return [words.slice(0, front.length).join(' '), words.slice(front.length).join(' ')];
  for (let from = 2; from < words.length; from += 1) {
    const back = authority.longestAt(words, from);
    if (back && from + back.length === words.length && divides(words.slice(from), words.slice(0, from)))
      return [words.slice(0, from).join(' '), words.slice(from).join(' ')];
  }
  return undefined;
});

/** The name beside the agency must be a full one; a single-word agency must stand out by its capitals. */
function divides(agency: readonly string[], name: readonly string[]): boolean {
  const text = name.join(' ');
  if (name.length < 2 || !looksLikeName(text) || hasOrganisationWord(text)) return false;
  if (agency.length > 1) return true;
  return /^\p{Lu}{2,}$/u.test(agency[0]!.replace(/\./g, '')) && text !== text.toUpperCase();
}

function hasWordOfOrganisation(words: readonly string[], authority: Authority): boolean {
  const front = authority.longestAt(words, 0)?.length ?? 0;
  return hasOrganisationWord(words.slice(front).join(' ')) && front === 0;
}

/** "WANA (West Asia News Agency)": a bracket that spells out the abbreviation before it says nothing new, nor does the same word again. */
function dropExplanations(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((item, index) => {
    const before = pieces[index - 1];
    if (before?.text === item.text && item.party.kind === 'unknown') return false;
    if (item.after !== 'bracket' || !before) return true;
    const initials = item.text
      .split(/[\s-]+/)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0])
      .join('');
    return !(isAbbreviation(before.text) && initials.length >= 2 && initials === before.text.replace(/\./g, ''));
  });
}

function decide(pieces: readonly Piece[], authority: Authority): readonly CreditParty[] {
  const parties: CreditParty[] = [];
  const isSupplier = (item: Piece | undefined): boolean => item?.organisation !== undefined;
  for (const [index, item] of pieces.entries()) {
    const hasPeople = parties.some(({ kind }) => kind === 'person');
    // Some desks write the whole credit twice.
    const again = parties.some(({ kind, name }) => kind === 'person' && name === nameCase(item.text));
    parties.push(makeParty(item, again ? 'person' : kindOf(item, pieces, index, hasPeople, isSupplier), authority));
  }
  const people = new Set(parties.filter(({ kind }) => kind === 'person').map(({ name }) => name));
  // Who is a person once is one throughout: "Suparno, Suparno and Jane Roe/AFP".
  return parties.map((party) =>
    party.kind === 'organisation' && party.why === 'nothing' && people.has(party.name)
      ? { ...party, kind: 'person' }
      : party,
  );
}

function kindOf(
  item: Piece,
  pieces: readonly Piece[],
  index: number,
  hasPeople: boolean,
  isSupplier: (item: Piece | undefined) => boolean,
): 'person' | 'organisation' {
  const { party, after } = item;
  const next = pieces[index + 1];
  if (party.why === 'abbreviation' && index === 0 && isLongCapital(item.text) && isSupplier(next)) return 'person';
  if (party.kind === 'organisation') return 'organisation';
  if (party.kind === 'unknown' && next?.after === 'and' && next.party.kind === 'person') return 'person';
  if (party.kind === 'unknown')
    return index === 0 && isSupplier(next) && isWordLikeName(item.text) ? 'person' : 'organisation';
  if (party.why === 'account') return 'person';
  // With the people plain, a further name behind a slash is whom the picture came through: "Kobe Li/Blue Harbour/ZUMA".
  const chained = after !== 'comma' && after !== 'and' && after !== 'colon' && after !== 'start';
  return hasPeople && chained ? 'organisation' : 'person';
}

/** "WIRYANTO" beside "REUTERS": six capitals and more are a name rather than an abbreviation. */
function isLongCapital(text: string): boolean {
  return text.length >= 6 && !/\s/.test(text) && /[AEIOUY].*[AEIOUY]/i.test(text);
}

/** One word of letters, as a person goes by a single name. */
function isWordLikeName(text: string): boolean {
  return /^[\p{L}\p{M}'’.-]{2,}$/u.test(text) || (/^[\p{L}\p{M}'’. -]{2,}$/u.test(text) && text === text.toLowerCase());
}

function makeParty(
  { text, after, party, organisation, for: client }: Piece,
  kind: 'person' | 'organisation',
  authority: Authority,
): CreditParty {
  if (kind === 'person') return { kind, name: authority.preferredName(text) ?? nameCase(text), after, why: party.why };
  return {
    kind,
    name: organisation?.name ?? text,
    after,
    why: party.why,
    ...(organisation && { organisation }),
    ...(client !== undefined && { for: client }),
  };
}
