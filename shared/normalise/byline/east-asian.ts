// East Asian bylines in the form the grammar reads: "文/李明 图/王芳" → "文：李明" and "图：王芳"; "新华社记者李明" → "李明 for 新华社"; "記者陳志明／台北報導" → "陳志明 in 台北".

import { hasOrganisationWord } from '../party.ts';
import { roleRows } from './phrases.rules.ts';

const name = '[\\p{Script=Han}]{2,4}';
const letters = /[\p{Script=Han}\p{Script=Hangul}]/u;

/** Longest first. One character by itself may be a surname, as 文 is: a sign must follow it. */
const work = roleRows
  .flatMap(({ phrases }) => phrases.split('|'))
  .filter((phrase) => /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}・]+$/u.test(phrase))
  .sort((a, b) => b.length - a.length);
const said = new RegExp(
  `(^|[\\s、，,;；/／|()（）])(?:(${work.join('|')})\\s*[/／:：=＝・丨|]\\s*|(${work.filter((word) => word.length > 1 || /\p{Script=Hangul}/u.test(word)).join('|')})\\s+)(?=[\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Katakana}\\p{Script=Hiragana}]{2})`,
  'gu',
);

/** Text and pictures are the author's. */
const both =
  /(?:取材|文字|文|글|취재)(?:\s*[・·、,/／&和与與と]\s*(?:文|写真|图片|图|圖|図|사진|摄影|攝影|撮影)){1,3}\s?[\s/／:：=＝・|]\s?|(?:[图圖]文|文[图圖])\s?[\s/／:：]\s?/gu;

const between = '(?: ?通[讯訊][员員] ?|[ 、，,])';
const filed = new RegExp(
  `^(?:(?:采写|采访|撰稿|撰文|文|作者)\\s*[/／:：|]\\s*)?(\\p{Script=Han}{0,10}?)(?:特约|特約|见习|見習|实习)?([记記])者\\s*[:：/／]?\\s*(${name}?(?:${between}${name}?)*?)(?:(?:\\s*[/／ ]\\s*((?!综合|綜合)\\p{Script=Han}{2,4}?)?)?(?:综合|綜合)?(?:报道|報導|報道|电|電|摄|攝))?$`,
  'u',
);
const own = /^(?:本报|本報|本社|本网|本網|本刊|)$/u;
const reporters = '(?:선임|전문|수습)?(?:기자|특파원)';
const korean = new RegExp(
  `^(?:[(\\[](\\p{Script=Hangul}{2,4})=(\\p{Script=Hangul}{2,10})[)\\]]\\s*|(\\p{Script=Hangul}{3,10})\\s+)(?!${reporters}$)(\\p{Script=Hangul}{2,4})\\s*${reporters}$`,
  'u',
);
const titled = new RegExp(`(?<=(?:^|[\\s,(])\\p{Script=Hangul}{2,4})\\s+${reporters}(?!\\p{L})`, 'gu');

export function spellOutEastAsian(text: string): string {
  if (!letters.test(text)) return text;
  const [, house = '', sign, names = '', place] = filed.exec(text) ?? [];
  if (sign !== undefined) {
    const all = names
      .split(/[、，,]| ?通[讯訊][员員] ?/u)
      .flatMap((part) =>
        sign === '记' || part.split(' ').every((word) => word.length > 2) ? part.split(' ') : [part],
      );
    return `${all.join(' and ')}${own.test(house) ? '' : ` for ${house}`}${place === undefined ? '' : ` in ${place}`}`;
  }
  const [, town, agency, before, reporter] = korean.exec(text) ?? [];
  if (town !== undefined) return `${reporter!} for ${agency!} in ${town}`;
  if (before !== undefined && !work.includes(before))
    return before.length === 3 && !hasOrganisationWord(before)
      ? `${before} and ${reporter!}`
      : `${reporter!} for ${before}`;
  return text
    .replace(titled, '')
    .replace(both, '文：')
    .replace(said, (_, divided: string, signed?: string, spaced?: string) => `${divided}\n${signed ?? spaced}：`)
    .trim();
}
