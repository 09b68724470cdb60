// Names in capitals or lower case get name case: "KLAUS VON HOLLEBEN" → "Klaus von Holleben", "MCKENNA-O'BRIEN" → "McKenna-O'Brien".
// Mixed case keeps its case, but for a surname in capitals behind a given name: "Ludovic ROE" → "Ludovic Roe".

import { remember } from '../remember.ts';

/** Stay low unless first. */
const particles = new Set(
  'van von der den het dem de del della di da das do dos du y e bin ibn af av zu ten ter el la los las al bint'.split(
    ' ',
  ),
);

const romanNumeral = /^(?:II|III|IV|VI|VII|VIII|IX)$/i;

/** Name case for one person's name; gives it back unchanged where the case is the writer's own. */
export const nameCase = remember((name: string): string => {
  if (name.startsWith('@') || isSingleWord(name)) return name;
  const words = name.split(/(\s+)/);
  const letters = name.replace(/[^\p{L}]|\p{Script=Georgian}/gu, '');
  if (letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return caseAll(words);
  if (letters === letters.toLowerCase() && letters !== letters.toUpperCase()) return caseAll(words);
  return words
    .map((word, index) =>
      index > 0 && isInShoutedRun(words, index) && hasMixedBefore(words, index) && endsShouted(words, index)
        ? caseWord(word, true, words, index)
        : word,
    )
    .join('');
});

/** One word alone may be an abbreviation, an account or an artist's own way. */
function isSingleWord(name: string): boolean {
  return !/\s/.test(name.trim());
}

/** The small words of a surname in capitals are too short to tell by themselves: "Jean-Marc LE GALL". */
function isInShoutedRun(words: readonly string[], index: number): boolean {
  const next = words[index + 2];
  return (
    isShouted(words[index]!) ||
    (next !== undefined &&
      /^(?:LE|LA|DE|DI|DA|DO|DU|EL|AL|AF|AV|ZU|TE)$/.test(words[index]!) &&
      isInShoutedRun(words, index + 2))
  );
}

/** A surname set in capitals: at least three letters, or two with a vowel; "JR", "III" and initials are none. */
function isShouted(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (romanNumeral.test(letters) || /^[\p{Lu}]\.?(?:[\p{Lu}]\.?)?$/u.test(word)) return false;
  return letters.length >= 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** Capitals before a further word are its own way, or an abbreviation: "Redacción BBC Mundo". */
function endsShouted(words: readonly string[], index: number): boolean {
  return words.slice(index + 1).every((word) => !/\p{Lu}\p{Ll}{2}/u.test(word) || /^[JS]r\.?$/.test(word));
}

function hasMixedBefore(words: readonly string[], index: number): boolean {
  return words.slice(0, index).some((word) => /^\p{Lu}[\p{Ll}\p{M}]/u.test(word));
}

function caseAll(words: readonly string[]): string {
  const first = words.findIndex((word) => /\p{L}/u.test(word));
  return words
    .map((word, index) => (/\p{L}/u.test(word) ? caseWord(word, index !== first, words, index) : word))
    .join('');
}

function caseWord(word: string, mayBeLow: boolean, words: readonly string[] = [], index = 0): string {
  const locale = localeOf(word);
  const low = word.toLocaleLowerCase(locale);
  if (mayBeLow && isParticle(low, words, index)) return low;
  if (romanNumeral.test(word)) return word.toUpperCase();
  // Initials: "j.k." and "A."
  if (/^(?:\p{L}\.){1,4}$/u.test(word)) return word.toUpperCase();
  return low
    .split('-')
    .map((part, place) => casePart(part, place, mayBeLow && low.startsWith('al-'), locale))
    .join('-');
}

/** Turkish tells İ from I: letters that only its like has say so. */
function localeOf(word: string): string {
  return /[İıĞğ]/.test(word) ? 'tr' : 'en';
}

/** A bare Le or La takes a capital; "de la", "de los" and "de las" stay low. */
function isParticle(low: string, words: readonly string[], index: number): boolean {
  if (low === 'la' || low === 'los' || low === 'las') return words[index - 2]?.toLowerCase() === 'de';
  if (low === 'el' || low === 'al') return false;
  return particles.has(low);
}

function casePart(part: string, place: number, isArticle: boolean, locale: string): string {
  if (place === 0 && isArticle) return part;
  const prefix = /^(?:mc|o['’]|d['’]|l['’])(?=\p{L}{2})/u.exec(part)?.[0];
  if (prefix) return capital(prefix, locale) + capital(part.slice(prefix.length), locale);
  return capital(part, locale);
}

/** The first letter, behind any opening mark. Georgian names have no capitals, and a letter that would become two stays. */
function capital(text: string, locale: string): string {
  return text.replace(/\p{L}/u, (letter) => {
    const upper = letter.toLocaleUpperCase(locale);
    return upper.length !== letter.length || /\p{Script=Georgian}/u.test(letter) ? letter : upper;
  });
}
