// One statement → what its commas, conjunctions and brackets divide: "JANE DOE and John Roe, Arts and Culture Editors (AP)" → four items.

import type { Authority } from '../authority.ts';
import { givenNames } from '../given-names.rules.ts';
import { hasOrganisationWord, looksLikeName } from '../party.ts';
import { isPaperOfTwo } from './papers.ts';
import { agenciesWords, conjunctions, inWords } from './phrases.rules.ts';
import { isDate } from './dates.ts';
import { beginsLikePlace } from './places.ts';
import { hasTitle } from './titles.ts';

/** `and` joins people; everything else divides. */
export type Item = { readonly text: string; readonly after: 'start' | 'and' | 'comma' | 'line' | 'bracket' | 'slash' };

const divider = new RegExp(
  `\\s*,?\\s+(?:${conjunctions})\\s+(?:by\\s+)?|\\s+via\\s+|\\s*&\\s*(?=\\p{Lu})|\\s*[,，、;]\\s*|\\s*\\n\\s*|\\s*[()\\[\\]{}]\\s*|\\s*[|•·/]\\s*|\\s+[-–—]\\s+`,
  'giu',
);

export function splitItems(text: string, authority: Authority): readonly Item[] {
  const items: Item[] = [];
  let from = 0;
  let after: Item['after'] = 'start';
  const push = (to: number, next: Item['after']): void => {
    const piece = text.slice(from, to).trim();
    for (const [index, part] of byDash(piece, authority).entries())
      items.push({ text: part, after: index === 0 ? after : 'slash' });
    after = piece === '' && items.length > 0 ? (after === 'bracket' ? 'bracket' : next) : next;
  };
  for (const match of text.matchAll(divider)) {
    if (match.index < from || keepsTogether(text, from, match, authority)) continue;
    push(match.index, kindOf(match[0]));
    from = match.index + match[0].length;
  }
  push(text.length, 'start');
  return joinPlaces(items);
}

/** "STT–AFP", "NTB-AFP-DPA": several houses the list knows. */
function byDash(piece: string, authority: Authority): readonly string[] {
  if (piece === '') return [];
  const parts = piece.length < 60 && !/\s/.test(piece) ? piece.split(/[-–]/) : [];
  return parts.length > 1 && parts.every((part) => authority.find(part)) && !authority.find(piece) ? parts : [piece];
}

function kindOf(sign: string): Item['after'] {
  const word = sign.trim();
  if (/[()[\]{}]/.test(word)) return 'bracket';
  if (word === '') return 'line';
  if (/^(?:[,，、;|•·–—-]|via)$/i.test(word)) return 'comma';
  return word === '/' ? 'slash' : 'and';
}

const degreeBehind = /^(?:jr|sr|phd|ph\.d|md|inc|ltd|llc|esq)\.?$/i;
/** Also stand for "with", or before a place. */
const doubtful = /^(?:\p{L}|en|ja|ve|com|con|med|met|mit|avec|with)$/iu;
const withWords = /^(?:with|avec|mit|con|com|med|met)$/i;
const beforePlaces = new RegExp(`^(?:${inWords})$`, 'iu');

/** A divider inside a known name, a title ("Arts and Culture Editor"), a family's name ("Ortega y Gasset") or before a place divides nothing. */
function keepsTogether(text: string, from: number, match: RegExpMatchArray, authority: Authority): boolean {
  const sign = match[0].trim().replace(/^,\s*(?=\S)/, '');
  if (/[\n()[\]{}|•·;]/.test(match[0]) || sign === '') return false;
  const end = match.index! + match[0].length;
  const behind = text
    .slice(end, end + 200)
    .split(/[,;()\n|]|\s(?:and|und|et|og|och|y|e|oraz)\s/u)[0]!
    .trim();
  const before = text.slice(from, match.index).trim();
  if (degreeBehind.test(behind.split(/\s+/)[0] ?? '') && sign === ',') return /^(?:inc|ltd|llc|jr|sr)/i.test(behind);
  if (sign === ',' && /^\d/.test(behind) && isDate(before)) return true;
  if (/^[,/–—-]$/.test(sign)) return authority.find(`${before}${match[0]}${behind}`) !== undefined;
  if (agenciesWords.test(behind)) return false;
  if (authority.find(`${before} ${sign} ${behind}`)) return true;
  if (/^(?:and|&)$/i.test(sign) && isPaperOfTwo(before, behind, authority)) return true;
  if (authority.find(before) && authority.find(behind)) return false;
  // "Head of Arts and Culture": a title goes on behind the conjunction and no name follows.
  if (hasTitle(behind) && !startsWithName(behind)) return !looksLikeName(before);
  if (authority.find(behind) && withWords.test(sign)) return false;
  if (!doubtful.test(sign)) return isInsideInstitute(before, behind);
  const isName = looksLikeName(before) || hasTitle(before) || looksLikeName(before.split(/\s+/).slice(-2).join(' '));
  if (!isName) return true;
  if (/^[ye]$/i.test(sign) && !/\s/.test(behind) && /\s/.test(before)) return authority.find(behind) === undefined;
  if (beforePlaces.test(sign)) return !/\s/.test(behind) || !startsWithName(behind) || beginsLikePlace(behind);
  return !startsWithName(behind);
}

/** "Institute for War and Peace Reporting", "Department of Health and Human Services". */
function isInsideInstitute(before: string, behind: string): boolean {
  return (
    /^(?:the )?(?:\p{Lu}\p{L}+ ){0,2}(?:Institute|Cent(?:er|re)|Ministry|Department|Council|Committee|Association|Foundation|Bureau|Office|Society) (?:of|for|on) (?:the )?\p{Lu}\p{L}+$/u.test(
      before,
    ) &&
    (hasOrganisationWord(behind) || /(?:ing|ment|tion|ity|ism|acy)$/.test(behind)) &&
    !givenNames.has(behind.split(/\s+/)[0]!.toLowerCase())
  );
}

function startsWithName(text: string): boolean {
  const words = text.split(/\s+/).slice(0, 4);
  return (
    [4, 3, 2].some(
      (count) =>
        words.length >= count &&
        looksLikeName(words.slice(0, count).join(' ')) &&
        !hasTitle(words.slice(0, count).join(' ')),
    ) ||
    (words.length === 1 && /^\p{Lu}\p{Ll}+$/u.test(words[0]!))
  );
}

const state = /^(?:D\.?\s?C\.?|[A-Z]{2}|Calif\.|Fla\.|Mass\.|Conn\.|Ont\.|B\.C\.|N\.[YJMCHD]\.)(?=$|\s+(?:for|of)\s)/u;
const endsInPlace = new RegExp(`(?:^|\\s)(?:${inWords})\\s+[^,]+$`, 'iu');

/** "Washington" and "D.C." are one place. */
function joinPlaces(items: readonly Item[]): readonly Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (
      last &&
      item.after === 'comma' &&
      state.test(item.text) &&
      (/\./.test(item.text) || /^DC$/.test(item.text)) &&
      endsInPlace.test(last.text)
    ) {
      joined[joined.length - 1] = { ...last, text: `${last.text}, ${item.text}` };
    } else joined.push(item);
  }
  return joined;
}
