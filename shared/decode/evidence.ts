// Tells the character set of bytes that do not say it: read in the right one, words are of one script and one language's letters.
// "Požár v Brnì" in Windows-1252 → "Požár v Brně" in Windows-1250: ž, ě and ř are Czech together, ž, ì and ø are nobody's.

import { latinAlphabets, scriptAlphabets, singleByteSets, wideSets } from './alphabets.rules.ts';

/** The set whose reading looks most like writing; Windows-1252 on a draw and for a few odd bytes. */
export function likeliestSet(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 20_000);
  const odd = sample.reduce((sum, byte) => sum + (byte > 127 ? 1 : 0), 0);
  const sets: readonly string[] = odd < 6 ? singleByteSets : [...singleByteSets, ...wideSets];
  const scored = sets.map((name) => ({ name, score: looksLikeWriting(new TextDecoder(name).decode(sample)) }));
  return scored.reduce((top, candidate) => (candidate.score > top.score + 0.02 ? candidate : top)).name;
}

/** Quotation marks, dashes and signs that writing of any language holds, but not within a word. */
const marks = /[\u00A0“”„‘‚’«»‹›–—…•·€£©®°§¿¡½¼¾]/u;

/** At most 1; less for every character that no writer would have put there. */
function looksLikeWriting(text: string): number {
  const beyond = [...text.matchAll(/[^\u0000-\u007F]/gu)];
  if (beyond.length === 0) return 1;
  let good = 0;
  const letters: string[] = [];
  for (const { 0: character, index } of beyond) {
    const [before, after] = [text[index - 1] ?? ' ', text[index + character.length] ?? ' '];
    if (marks.test(character)) good += /\p{L}/u.test(before) && /\p{L}/u.test(after) && character !== '’' ? -0.5 : 0.9;
    else if (!/\p{L}|[\u3000-\u303F\uFF00-\uFF60]/u.test(character)) good -= 1;
    // A capital in the midst of a word: the wrong half of another set.
    else if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) good -= 1;
    // Letters of two scripts in one word: "K攍n".
    else if (/[a-z]/.test(before) && !/\p{Script=Latin}/u.test(character)) good -= 1;
    else letters.push(character);
  }
  return (good + letters.length * ofOneLanguage(letters)) / beyond.length;
}

/** The share of the letters that the one language has which has most of them. */
function ofOneLanguage(letters: readonly string[]): number {
  if (letters.length === 0) return 0;
  const share = (is: (letter: string) => boolean): number => letters.filter(is).length / letters.length;
  const latin = latinAlphabets.map((alphabet) =>
    share((letter) => alphabet.includes(letter) || alphabet.includes(letter.toLowerCase())),
  );
  // Seven letters of ten are among these; where they are rare, the letters are those of another set.
  const scripts = scriptAlphabets.map(
    ({ script, frequent }) =>
      share((letter) => script.test(letter)) * Math.min(1.15, share((letter) => frequent.test(letter)) / 0.7),
  );
  // One odd character over and over is no text of another script, and nobody writes whole stories in capitals of one.
  const few = new Set(letters).size <= 2 || share((letter) => /\p{Lu}/u.test(letter)) > 0.7 ? 0.7 : 1;
  return Math.max(...latin, ...scripts.map((score) => score * few), ...wide(letters));
}

function wide(letters: readonly string[]): readonly number[] {
  const rate = (pattern: RegExp): number => letters.filter((letter) => pattern.test(letter)).length / letters.length;
  return [
    rate(/[\u3040-\u30FF]/u) > 0.15 ? rate(/[\u3040-\u30FF\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFF60]/u) * 1.05 : 0,
    rate(/[\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFF60]/u) * (rate(/[的是在了不一有人這这]/u) > 0.02 ? 1.04 : 0.5),
    rate(/[\uAC00-\uD7AF]/u),
  ];
}
