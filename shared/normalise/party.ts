// Person or organisation? The authority list says first; then words, shape and script. When nothing decides: unknown, and the grammar looks at the neighbours.

import type { Authority } from './authority.ts';
import { givenNames } from './given-names.rules.ts';
import { honorifics } from './honorifics.rules.ts';
import { rememberFor } from '../remember.ts';
import {
  functionWords,
  nameParticles,
  organisationBeginnings,
  organisationEndings,
  organisationParts,
  organisationWords,
} from './organisation-words.rules.ts';

export type PartyKind = 'person' | 'organisation' | 'unknown';

/** `known` stands in the authority list; `shape` was decided by words or shape. */
export type Party = {
  readonly kind: PartyKind;
  readonly why: 'known' | 'account' | 'word' | 'abbreviation' | 'function-word' | 'shape' | 'nothing';
};

/** Judges one token by itself, without its neighbours. */
export const partyOf = rememberFor((token: string, authority: Authority): Party => {
  const text = token.trim();
  if (/^@[\p{L}\p{N}._-]+$/u.test(text)) return { kind: 'person', why: 'account' };
  if (authority.find(text)) return { kind: 'organisation', why: 'known' };
  if (hasOrganisationWord(text)) return { kind: 'organisation', why: 'word' };
  if (hasFunctionWord(text)) return { kind: 'organisation', why: 'function-word' };
  if (isAbbreviation(text)) return { kind: 'organisation', why: 'abbreviation' };
  if (/[a-z]/.test(text) && clearAbbreviation.test(text)) return { kind: 'organisation', why: 'abbreviation' };
  // "HBO Max", "CNN Türk": a known abbreviation leads the name of one of its branches.
  const lead = text.split(/\s+/)[0]!;
  if (/^\p{Lu}{3,5}$/u.test(lead) && text !== text.toUpperCase() && authority.find(lead))
    return { kind: 'organisation', why: 'abbreviation' };
  if (looksLikeName(text)) return { kind: 'person', why: 'shape' };
  return { kind: 'unknown', why: 'nothing' };
});

/** Three capitals without a vowel are no surname: "Alberta RCMP". */
const clearAbbreviation = /(?<!\S)[BCDFGHJKLMNPQRSTVWXZ]{3,6}(?!\S)/;

export function hasOrganisationWord(text: string): boolean {
  if (organisationEndings.test(text.trim()) || organisationBeginnings.test(text.trim())) return true;
  const words = wordsOf(text);
  return words.some((word, index) =>
    [word, ...(word.includes('-') ? word.split('-') : [])].some((part) => isOrganisationWord(part, words, index)),
  );
}

function isOrganisationWord(word: string, words: readonly string[], index: number): boolean {
  if (isInitials(word)) return false;
  const low = word.toLowerCase().replace(/[.’']s?$/u, '');
  // A surname may be a word like any other: "Jane Post", "John Church". Common first names in front of two words keep it a person's.
  if (organisationWords.has(low))
    return (
      words.length === 1 ||
      !(isSurnamePosition(words, index, low) || isGivenPosition(words, index, low) || isStrayShort(words, index, word))
    );
  return low.length >= 7 && organisationParts.test(low);
}

/** "Charity Juma", "Park Eun-ji": at the head of a short name these are given names, or family names that go first. */
function isGivenPosition(words: readonly string[], index: number, low: string): boolean {
  return index === 0 && words.length <= 4 && headNames.has(low);
}

const headNames = new Set('charity justice marine park abbey liga vlada'.split(' '));

/** "Co Rentmeester", "Ab Osterhaus": forms of companies count in capitals or at the end. */
function isStrayShort(words: readonly string[], index: number, word: string): boolean {
  return index < words.length - 1 && word !== word.toUpperCase() && companyForms.has(word.toLowerCase());
}

const companyForms = new Set('co ab as ag kg bv nv oy aps cf sc pr spa pty pte'.split(' '));

/** Organisation words that are surnames as well. */
const surnames = new Set(
  'home house street temple castle parish guardia câmara palacio palazzo guarda church post park parks guard garden gardens forest estate hall court city service mission cross bank fire church times farm wells fund press union force rail express mirror herald states state village palace college center chapel field marine pictures castle chiesa haber bahn derby fair justice border kingdom zoll kreis'.split(
    ' ',
  ),
);

/** Those of them that are far more often a surname than the end of an organisation's name. */
const commonSurnames = new Set(
  'church park parks guard garden gardens forest hall court mission cross bank fire wells farm field house chapel castle marine chiesa haber'.split(
    ' ',
  ),
);

/** Whether a word of a name may be a surname, though it makes an organisation elsewhere: "Ned Park" and "Aroha van der Cross-Vega" `likely`, "Jordan Press" `perhaps`, "Central Park" no. */
export function mayBePerson(text: string): 'likely' | 'perhaps' | undefined {
  const words = text.split(/\s+/);
  const isSmall = (word: string, index: number): boolean =>
    isInitials(word) || (index === 0 ? honorifics : nameParticles).has(word.toLowerCase().replace('.', ''));
  const full = words.filter((word, index) => !isSmall(word, index));
  const [given = '', ...behind] = isInitials(words[0]!) ? ['', ...full] : full;
  const last = behind.at(-1)?.toLowerCase().split('-') ?? [];
  const suspects = behind
    .flatMap((word) => word.toLowerCase().split('-'))
    .filter((part) => organisationWords.has(part));
  if (
    suspects.length === 0 ||
    !suspects.every((part) => surnames.has(part)) ||
    neverGiven.test(given) ||
    (organisationWords.has(given.toLowerCase()) && !headNames.has(given.toLowerCase())) ||
    !looksLikeName(text)
  )
    return undefined;
  const endsSo = last.every((part) => organisationWords.has(part));
  if (behind.length > 2 || (behind.length === 2 && endsSo)) return undefined;
  if (!endsSo || last.every((part) => commonSurnames.has(part))) return 'likely';
  return last.length > 1 ? undefined : 'perhaps';
}

/** Begin an institution's name and no person's. */
const neverGiven =
  /^(?:central|royal|world|first|old|new|north|south|east|west|northern|southern|eastern|western|great|grand|high|city|town|deutsche|hyde|state|public|people’s|peoples?|daily|evening|sunday|morning|weekly)$/i;

/** Last, behind a given name that may have an initial or a title with it: "Prof. Grace J. Park". */
function isSurnamePosition(words: readonly string[], index: number, low: string): boolean {
  if (!surnames.has(low) || index !== words.length - 1) return false;
  const given = words
    .slice(0, index)
    .filter((word, place) => !isInitials(word) && !(place === 0 && honorifics.has(word.toLowerCase())));
  return (
    (given.length === 1 || given.length === 2) &&
    given.every((word) => givenNames.has(word.toLowerCase()) || /^\p{L}{2,5}-\p{L}{1,5}$/u.test(word))
  );
}

function hasFunctionWord(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 3) return false;
  return words.some((word, index) => {
    const low = word.toLowerCase();
    if (index === 0 || index === words.length - 1 || nameParticles.has(low)) return false;
    // In a title these are capitalised as well: "Doctors Without Borders", "Save The Children".
    return word === low ? functionWords.has(low) : /^(?:Of|For|Without|Sans|Against|With|The|And)$/.test(word);
  });
}

/** NASA, UNHCR, MSSS, ABC; two to six capitals (digits allowed) in one word. */
export function isAbbreviation(text: string): boolean {
  return /^(?:\p{Lu}[\p{Lu}\p{N}&+-]{1,6}|(?:\p{Lu}\.){2,5})$/u.test(text) && !/^\p{Lu}\.\p{Lu}\.?$/u.test(text);
}

/** Two to five words that begin with capitals (or are all in one case), initials and particles among them. */
export function looksLikeName(text: string): boolean {
  if (/[\p{N}&+/:;!?%$€£_"“”]|^The\s/u.test(text) || text.length > 60) return false;
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}・]+$/u.test(words.join('')))
    return (
      words.length === 2 ||
      (words.length === 1 &&
        /^(?:\p{Script=Han}{3,4}|\p{Script=Hangul}{3}|[\p{Script=Katakana}ー]+・[\p{Script=Katakana}ー・]+)$/u.test(
          words[0]!,
        ))
    );
  const full = words.filter(
    (word) => !isInitials(word) && !nameParticles.has(word.toLowerCase()) && !/^(?:Jr|Sr)\.?$|^[IVX]+$/i.test(word),
  );
  if (words.length < 2 || words.length > 6 || full.length < 1 || full.length > 4) return false;
  const caseless = words.every(
    (word) => word.toLowerCase() === word.toUpperCase() || /^\p{Script=Georgian}/u.test(word),
  );
  const low =
    text === text.toLowerCase() && !/^(?:the|a|an|our|my|his|her|their|der|die|das|le|la|les|el|los)$/.test(words[0]!);
  return caseless || low || words.every((word) => isNameWord(word));
}

function isNameWord(word: string): boolean {
  return (
    isInitials(word) ||
    nameParticles.has(word.toLowerCase()) ||
    /^["'‘’(]?(?:\p{Lu}|[dl]['’]\p{Lu}|al-\p{Lu}|de\p{Lu}|Mac|Mc|ʻ|ʼ)/u.test(word)
  );
}

function isInitials(word: string): boolean {
  return /^(?:\p{Lu}\.?-?){1,3}$/u.test(word) && (word.includes('.') || word.length === 1);
}

function wordsOf(text: string): readonly string[] {
  return text
    .split(/[\s/,]+/)
    .map((word) => word.replace(/^[("'“‘]+|[)"'”’,.:]+$/gu, ''))
    .filter((word) => word !== '');
}
