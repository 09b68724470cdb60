// The shapes in which wires say where, when and for whom a story was filed, at the beginning of a text:
// "TOKYO, Feb 8 (Reuters) - ", "(ANSA) - ROMA, 1 LUG - ", "МОСКВА, 8 фев - РИА Новости. ", "新华社北京2月8日电（记者王小明）".

import { atFirstNeed } from '../../at-first-need.ts';
import type { Authority } from '../authority.ts';
import { monthNumbers } from '../dates.rules.ts';

export type Filing = {
  /** All of it, with the dash behind. */
  readonly whole: string;
  readonly where?: string;
  readonly when?: string;
  readonly from?: string;
  /** Chinese and Korean wires name them here. */
  readonly reporters?: string;
};

export const place = "[\\p{Lu}\\p{Lo}](?:[\\p{L}\\p{M}.'’ -]|(?<=\\p{L})/(?=\\p{Lu})){1,40}";
const places = `${place}(?:,\\s*${place}){0,2}?`;
const capitalPlace = "[\\p{Lu}][\\p{Lu}\\p{M}.'’ -]{1,40}";
/** "Oporto (Portugal)". */
const region = '(?:\\s\\([\\p{L}][\\p{L}. -]{1,30}\\))?';
const month = `(?:${[...monthNumbers.keys()].toSorted((a, b) => b.length - a.length).join('|')})`;
export const date = `(?:${month}\\.?\\s+\\d{1,2}(?:,?\\s+\\d{4})?|\\d{1,2}\\.?\\s*(?:de\\s+)?${month}\\.?(?:\\s+(?:de\\s+)?\\d{4})?|\\d{1,2}[./]\\d{1,2}\\.?(?:\\d{2,4})?)`;
/** "(AFP)", and between slashes as Ritzau and NTB write it. */
const source = '(?:\\((?<from>[\\p{L}][\\p{L}\\p{N} ./&-]{1,40})\\)|/(?<slashed>[\\p{L}][\\p{L} -]{1,24}?) ?/)';
/** AP's underscore is a dash that its old wires did not have. */
export const dash = '\\s*(?:\\.\\s?[-–—]|[-–—]{1,2}|_|:|=(?=\\s)|\\.)\\s*';
const spacedDash = '\\s*[-–—]{1,2}\\s+(?=\\S)';

/** What must stand in a text for a shape to fit: asked first, since few texts have it. */
const signs = { day: /[\d０-９]/, bracket: /[(/]/, dash: /[-–—]/, eastAsian: /[\u3000-\u9FFF\uAC00-\uD7AF]/ } as const;

type Shape = {
  /** Made when first asked: a cold start would pay for all of them. */
  readonly pattern: () => RegExp;
  readonly signs: readonly (keyof typeof signs)[];
  /** Counts only where the list knows the source: nothing else tells it from a sentence. */
  readonly isOfKnownSource?: true;
};

function shape(needs: Shape['signs'], source: string, flags = 'iu'): Shape {
  return { signs: needs, pattern: atFirstNeed(() => new RegExp(source, flags)) };
}

function ofKnownSource(needs: Shape['signs'], source: string, flags = 'iu'): Shape {
  return { ...shape(needs, source, flags), isOfKnownSource: true };
}

/** In the order in which they are tried. A source or a place in capitals must be there, or it may be any sentence with a dash. */
const shapes: readonly Shape[] = [
  // "(ANSA) - ROMA, 1 LUG - ": the agency first.
  ofKnownSource(
    ['bracket', 'dash'],
    `^\\((?<from>[\\p{Lu}][\\p{L}.-]{1,20})\\)\\s*[-–—]{1,2}\\s*(?<where>${capitalPlace})(?:,\\s*(?<when>${date}))?${spacedDash}`,
  ),
  // The date also as the day alone: "MADRID, 2 (EUROPA PRESS)".
  shape(
    ['bracket'],
    `^(?:(?<where>${places}${region})(?:[,\\s]\\s*(?<when>${date}|(?<=,\\s*)\\d{1,2}(?=\\s*\\())\\.?)?\\s*)?${source}${dash}(?![-–—])(?=\\S)`,
  ),
  // "Jan 3 (Reuters) -": filed from the desk.
  shape(['day', 'bracket'], `^(?<when>${date})\\s*${source}${dash}(?![-–—])(?=\\S)`),
  // "GENEVA (8 February 2026) –"
  shape(['day', 'bracket', 'dash'], `^(?<where>${places})\\s*\\((?<when>${date})\\)${spacedDash}`),
  // "Roma, 3 apr. - (Adnkronos) - ": a dash before the agency as well.
  ofKnownSource(
    ['day', 'bracket', 'dash'],
    `^(?<where>${places}),\\s+(?<when>${date})\\.?\\s*[-–—]\\s*\\((?<from>[\\p{Lu}][\\p{L}. -]{1,30})\\)${spacedDash}`,
  ),
  // "New Delhi, Feb 8 (PTI) The board": no dash, as Indian wires have it.
  ofKnownSource(
    ['day', 'bracket'],
    `^(?<where>${places}),?\\s+(?<when>${date})\\s*\\((?<from>[\\p{Lu}][\\p{L}./ -]{1,30})\\)\\s+(?=[“"‘']?\\p{Lu})`,
  ),
  ofKnownSource(['bracket'], `^(?<where>${capitalPlace})\\s+\\((?<from>\\p{L}{2,12})\\)\\s+(?=\\p{Lu})`, 'u'),
  // "МОСКВА, 8 фев - РИА Новости. ", "МОСКВА. 10 октября. ИНТЕРФАКС - "
  ofKnownSource(
    ['day'],
    `^(?<where>${place})[,.]\\s*(?<when>${date})\\.?\\s*[-–—/]?\\s*(?<from>[\\p{Lu}][\\p{L}-]{1,20}(?:\\s[\\p{Lu}][\\p{L}-]{1,20})?)\\s*/?(?:\\.|\\s[-–—]{1,2})\\s+(?=\\p{Lu})`,
  ),
  // "MELBOURNE, March 3 AAP -": an agency without brackets.
  ofKnownSource(
    ['day', 'dash'],
    `^(?<where>${places}),?\\s+(?<when>${date}),?\\s+(?<from>[\\p{Lu}][\\p{L}./-]{1,20}(?:\\s[\\p{Lu}][\\p{L}./-]{1,20})?)${spacedDash}`,
  ),
  // "LAKESIDE, Ohio – October 12, 2026 –", "Seeburg, 12. Oktober 2026.", "LAKESIDE, Ohio (Oct. 12, 2026) --": press offices name the year.
  shape(
    ['day'],
    `^(?<where>${places})\\s*(?:,\\s*(?:le |den )?|\\s[-–—]\\s|\\s\\()(?=[^\\n]{3,20}\\d{4})(?<when>${date})\\)?\\s*(?:[-–—]{1,2}|\\.\\s?[-–—]?)\\s+(?=\\S)`,
  ),
  shape(['dash'], `^(?<where>${capitalPlace}(?:,\\s*${place}){0,2}?)(?:,\\s*(?<when>(?i:${date})))?${spacedDash}`, 'u'),
  // Japanese
  shape(
    ['eastAsian'],
    '^[［【[（(]?\\s*(?<where>[\\p{Script=Han}\\p{Script=Katakana}ー・]{2,12}?)\\s*(?<when>[\\d０-９]{1,2}日)?\\s*[（(＝=・]?\\s*(?<from>ロイター|共同|時事|AFP時事|ＡＦＰ|AFP|AP|新華社)(?:通信)?\\s*[）)]?\\s*(?:[］】\\])）]\\s*[-–—－=＝]?|[-–—－=＝])\\s*(?=\\S)',
    'u',
  ),
  // Chinese
  shape(
    ['eastAsian'],
    '^[（(]?(?<from>新华社|新華社|中新社|中新网|中央社|路透社|法新社|美联社)(?<where>\\p{Script=Han}{2,8}?)(?<when>(?:\\d{1,2}月)?\\d{1,2}日)[电電]?\\s*(?:[（(](?:记者|記者)[:： ]?(?<reporters>[\\p{Script=Han}、，, ]{2,40})[）)])?[电電]?[）)]?\\s*[-–—]?\\s*(?=\\S)',
    'u',
  ),
  // Korean
  shape(
    ['eastAsian'],
    '^[（(](?<where>\\p{Script=Hangul}{2,10})=(?<from>\\p{Script=Hangul}{2,10}|\\p{Lu}{2,5})[）)]\\s*(?:(?<reporters>\\p{Script=Hangul}{2,4}(?:[·,]\\s?\\p{Script=Hangul}{2,4}){0,3})\\s*(?:특파원|기자))?\\s*[=–—-]\\s*(?=\\S)',
    'u',
  ),
];

/** How far a dateline reaches at most. */
export const farthest = 160;

export function findFiling(text: string, authority: Authority): Filing | undefined {
  const head = text.slice(0, farthest);
  const shown = new Map(Object.entries(signs).map(([name, sign]) => [name, sign.test(head)]));
  for (const { pattern, signs: needs, isOfKnownSource } of shapes) {
    const found = needs.every((name) => shown.get(name)) ? read(pattern(), head) : undefined;
    if (found && (!isOfKnownSource || found.from === undefined || authority.find(found.from))) return found;
  }
  return undefined;
}

function read(pattern: RegExp, head: string): Filing | undefined {
  const match = pattern.exec(head);
  if (!match) return undefined;
  const { where, when, from, slashed, reporters } = match.groups ?? {};
  return { whole: match[0], where, when, from: from ?? slashed, reporters };
}

const datedPlace = atFirstNeed(() => new RegExp(`^(?<where>${places}),\\s*(?<when>${date})${spacedDash}`, 'iu'));

/** "Rome, October 11 - ": so may a sentence begin, but not where the wire has a dateline of its own. */
export function findDatedPlace(text: string): Filing | undefined {
  return read(datedPlace(), text.slice(0, farthest));
}
