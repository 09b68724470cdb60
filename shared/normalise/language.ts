// Which language the story is in, as BCP 47: "de_AT" → "de-AT", "German" → "de"; unsaid, by its small words and its script, when that is sure.

import { atFirstNeed } from '../at-first-need.ts';
import type { Draft } from '../draft.ts';
import { languageNames, ownLetters, smallWords } from './language.rules.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';
import { withNote } from './step.ts';

export function tellLanguage(copy: Copy, rules: Rules): Copy {
  const given = copy.draft.language?.trim();
  const said = given ? languageTag(given) : undefined;
  if (said) return make(copy, said);
  const before = given ? { before: given } : {};
  const heard = detectLanguage(textOf(copy.draft));
  const language = heard ?? rules.language;
  if (!given && heard === undefined && language === rules.language) return make(copy, language);
  const text = heard
    ? 'The wire does not say the language; its words do.'
    : 'The language given is none we know; the house’s own was taken.';
  return make(
    withNote(copy, {
      step: 'language',
      rule: heard ? 'detected' : 'unknown-language',
      ...before,
      after: language,
      text,
    }),
    language,
  );
}

function make(copy: Copy, language: string): Copy {
  return { ...copy, made: { ...copy.made, language } };
}

/** The canonical tag of a tag, a code or a name; `undefined` when it is none. */
export function languageTag(given: string): string | undefined {
  const named = languageNames.get(given.toLowerCase());
  if (named) return named;
  try {
    const tag = Intl.getCanonicalLocales(given.replace(/_/g, '-'))[0];
    return tag && /^[a-z]{2,3}(?:-|$)/.test(tag) && tag.toLowerCase() !== 'und' ? tag : undefined;
  } catch {
    return undefined;
  }
}

function textOf(draft: Draft): string {
  const body = draft.body.map((block) =>
    'text' in block ? block.text : block.type === 'list' ? block.items.map(({ text }) => text).join(' ') : '',
  );
  const captions = draft.pictures.map(({ caption }) => caption);
  return [draft.headline, draft.standfirst, ...body, ...captions]
    .filter((text) => text !== undefined)
    .join(' ')
    .slice(0, 6000);
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

/** By script first, then by small words; `undefined` when the text is short or two languages are close. */
export function detectLanguage(text: string): string | undefined {
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  if (letters < 20) return undefined;
  for (const [tag, script] of scripts) {
    const share = (text.match(script) ?? []).length / letters;
    if (share > (tag === 'ja' ? 0.12 : 0.4)) return refine(tag, text);
  }
  return byWords(text) ?? byLetters(text, letters);
}

/** Short texts of languages that join their small words to others: letters tell them. */
function byLetters(text: string, letters: number): string | undefined {
  return [...ownLetters].find(([, own]) => (text.match(own) ?? []).length >= Math.max(3, letters * 0.015))?.[0];
}

/** Scripts that several languages share: letters that only one of them has. */
function refine(tag: string, text: string): string | undefined {
  if (tag === 'ar') return /[پچژگ]/u.test(text) ? (/[ٹڈڑے]/u.test(text) ? 'ur' : 'fa') : 'ar';
  if (tag !== 'ru') return tag;
  if (/[іїєґ]/iu.test(text)) return 'uk';
  if (/[ђјљњћџ]/iu.test(text)) return 'sr';
  if (/ъ/iu.test(text) && !/[ыэ]/iu.test(text)) return 'bg';
  return 'ru';
}

/** How much a small word tells: one that five languages write tells a fifth. */
const telling = atFirstNeed(() => {
  const lists = [...smallWords.values()];
  return new Map(
    lists
      .flatMap((list) => [...list])
      .map((word) => [word, 1 / lists.filter((list) => list.has(word)).length] as const),
  );
});

function byWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 12) return undefined;
  const scores = [...smallWords].map(([tag, list]) => {
    const small = words.filter((word) => list.has(word));
    return {
      tag,
      list,
      share: small.length / words.length,
      different: new Set(small).size,
      score: small.reduce((sum, word) => sum + telling().get(word)!, 0),
    };
  });
  // One article over and over proves little: "a" is Hungarian as well.
  const [best, next] = scores
    .filter(({ share, different }) => share >= 0.12 && different >= 3)
    .toSorted((a, b) => b.score - a.score);
  if (!best) return undefined;
  return !next || next.score <= best.score * 0.86 ? best.tag : closeCall(words, best, next);
}

type Listed = { readonly tag: string; readonly list: ReadonlySet<string> };

/** Danish and Norwegian share most small words; those that only one of the two has decide, or nothing does. */
function closeCall(words: readonly string[], a: Listed, b: Listed): string | undefined {
  const own = (mine: Listed, other: Listed): number =>
    words.filter((word) => mine.list.has(word) && !other.list.has(word)).length;
  const [ofA, ofB] = [own(a, b), own(b, a)];
  if ((ofA >= 2 && ofA > ofB * 2) || (ofA > 0 && ofB === 0)) return a.tag;
  return ofB >= 2 && ofB > ofA * 2 ? b.tag : undefined;
}
