// Cuts a credit at its separators: "Jane Roe, AFP (Pool) via Getty Images" → Jane Roe | , AFP | ( Pool | via Getty Images.
// A name of the authority list that holds a separator itself ("ZUMA Press, Inc.", "AA/Anadolu") stays whole.

import { everyMatch } from '../../every-match.ts';
import type { Authority } from '../authority.ts';
import { announcing } from './phrases.rules.ts';

export type Separator =
  | 'start'
  | 'slash'
  | 'via'
  | 'comma'
  | 'dash'
  | 'bracket'
  | 'bullet'
  | 'colon'
  | 'on'
  | 'of'
  | 'copyright'
  | 'and';

export type Token = {
  readonly text: string;
  /** What stood before it. */
  readonly after: Separator;
};

/** Every way to divide; what each means is in `meaning`. Words divide only with space on both sides. */
const divider =
  /\s*(©|\(\s*c\s*\)(?=\s)|\bcopyright\b(?!\s+by\b)(?:\s*©)?|\bcopr\.)\s*|\s*[/／|¦•·∙●▪#;；\n\t[\]【】（）()［］‖]+\s*|\s*[,，、]\s*(?:(?:and|und|et|y|e|og|och|sowie|oraz|ve|en|ja|и|та|&)\s+(?=\p{Lu})|for\s+(?=\p{Lu}|the\s))?|\s+[-–—−]+\s*|\s*[–—]\s+|\s*(?<![\p{L}\p{N}@])(?:via|vía|through|provided by|processed by|distributed by|(?<!still )image from(?! video)|photo from|picture from|por medio de|par l'intermédiaire de|через)\s+|\s+(?:on|from|auf|sur|su|en)\s+(?=@?\p{L})|\s*(?<![\p{L}\p{N}])(?:special to|exclusive to|exclusively for)\s+|\s*[:：]\s*/giu;

export function tokenise(text: string, authority: Authority): readonly Token[] {
  const tokens: (Token & { readonly from: number; readonly to: number })[] = [];
  let from = 0;
  let after: Separator = 'start';
  const push = (to: number): void => {
    const piece = text.slice(from, to);
    if (piece.trim() !== '' || after === 'copyright') tokens.push({ text: piece.trim(), after, from, to });
  };
  for (const match of everyMatch(text, divider)) {
    const meant = meaning(
      match[0],
      text.slice(from, match.index).trim(),
      text.slice(match.index + match[0].length),
      authority,
    );
    if (meant === undefined) continue;
    push(match.index);
    // A sign that says more than the one before it wins: ", via " is via, "(© " is copyright.
    after = stronger(text.slice(from, match.index).trim() === '' ? after : 'start', meant);
    from = match.index + match[0].length;
  }
  push(text.length);
  return joinSubjects(joinKnown(tokens, text, authority), text).map(({ text: piece, after: separator }) => ({
    text: piece,
    after: separator,
  }));
}

function stronger(a: Separator, b: Separator): Separator {
  if (a === 'copyright' || b === 'copyright') return 'copyright';
  return a === 'via' || b === 'via' ? 'via' : b;
}

/** What a divider means where it stands; `undefined` when it divides nothing. */
function meaning(sign: string, before: string, behind: string, authority: Authority): Separator | undefined {
  const word = sign.trim().toLowerCase();
  // "Crown Copyright" is a name.
  if (/^copyright/.test(word) && /\bcrown$/i.test(before)) return undefined;
  if (/^(?:©|\(\s*c\s*\)|copyright|copr)/.test(word)) return 'copyright';
  if (/^[:：]$/.test(word)) return colonDivides(before, authority) ? 'colon' : undefined;
  if (/^(?:on|from|auf|sur|su|en)$/.test(word)) return supplies(authority, behind) ? 'on' : undefined;
  if (/^(?:special to|exclusive|, ?for$)/.test(word)) return 'of';
  if (/^\p{L}/u.test(word)) return 'via';
  if (/[()[\]【】（）［］]/.test(word)) return 'bracket';
  if (/^[,，、;；]/.test(word)) return 'comma';
  if (/^[-–—−]+$/.test(word)) return 'dash';
  if (word === '/' && /(?:^|\P{L})n$/iu.test(before) && /^a(?!\p{L})/iu.test(behind)) return undefined;
  return /[/／]/.test(word) ? 'slash' : 'bullet';
}

/** "IG: @janeroe", "Reuters: Jane Roe", and behind a prefix: "Foto: EPA/EFE". */
function colonDivides(before: string, authority: Authority): boolean {
  return isAnnouncing(before) || findBehindPrefix(before.slice(Math.max(0, before.length - 60)), authority);
}

/** "Photo by EPA/EFE": the plainest prefixes stand before a known name and are no part of it. */
function findBehindPrefix(text: string, authority: Authority): boolean {
  if (authority.find(text)) return true;
  const bare = text.replace(
    /^(?:photos?|pictures?|images?|credit|courtesy|foto|bild)(?: by| of| von)? |^(?:19|20)\d\d /i,
    '',
  );
  return bare !== text && authority.find(bare) !== undefined;
}

/** Whether a platform or stock house stands behind "on": "Jane Roe on Unsplash", never "Stoke on Trent". */
function supplies(authority: Authority, behind: string): boolean {
  const name = behind.split(/[/|,;()\n]| via /u)[0]!.trim();
  const kind = authority.find(name.slice(0, 60))?.kind;
  return kind === 'social' || kind === 'stock';
}

type Placed = Token & { readonly from: number; readonly to: number };

/** Neighbours that make one known name together are one token. */
function joinKnown(tokens: readonly Placed[], text: string, authority: Authority): readonly Placed[] {
  const joined: Placed[] = [];
  for (let index = 0; index < tokens.length; ) {
    const length = [3, 2].find((count) => isKnownSpan(tokens, index, count, text, authority)) ?? 1;
    const last = tokens[index + length - 1]!;
    joined.push(
      length === 1 ? tokens[index]! : { ...tokens[index]!, text: span(tokens, index, length, text), to: last.to },
    );
    index += length;
  }
  return joined;
}

function isKnownSpan(
  tokens: readonly Placed[],
  index: number,
  count: number,
  text: string,
  authority: Authority,
): boolean {
  if (index + count > tokens.length || tokens[index + count - 1]!.to - tokens[index]!.from > 100) return false;
  if (tokens.slice(index, index + count).some(({ after }, place) => place > 0 && after === 'copyright')) return false;
  const name = span(tokens, index, count, text);
  return index === 0 ? findBehindPrefix(name, authority) : authority.find(name) !== undefined;
}

const department =
  /\b(?:ministry|department|secretariat|committee|office|ministère|ministerio|ministério|ministero|ministerium) (?:of|for|de|des|da|do|del|für)\b/iu;
const subject = /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?$/u;
const lastSubjects =
  /^(?:\p{Lu}[\p{L}-]+ (?:and|&|und|et|y|e) \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?|\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+ (?:and|&|und|et|y|e) \p{Lu}[\p{L}-]+)$/u;

/** "Ministry of Agriculture, Forestry and Fisheries": the subjects of a department are one name. */
function joinSubjects(tokens: readonly Placed[], text: string): readonly Placed[] {
  const from = tokens.findIndex((token, index) => department.test(token.text) && tokens[index + 1]?.after === 'comma');
  if (from < 0) return tokens;
  const isSubject = (at: number): boolean =>
    tokens[at]?.after === 'comma' && subject.test(tokens[at].text) && tokens[at + 1]?.after === 'comma';
  let to = from + 1;
  while (isSubject(to)) to += 1;
  if (tokens[to]?.after !== 'comma' || !lastSubjects.test(tokens[to]!.text)) return tokens;
  const last = tokens[to]!;
  return [
    ...tokens.slice(0, from),
    { ...tokens[from]!, text: span(tokens, from, to - from + 1, text), to: last.to },
    ...tokens.slice(to + 1),
  ];
}

/** The text from one token to another, with the bracket that closes the last. */
function span(tokens: readonly Placed[], index: number, count: number, text: string): string {
  const from = tokens[index]!.from;
  const to = tokens[index + count - 1]!.to;
  const closing = text.slice(from, to).includes('(') && text[to] === ')' ? 1 : 0;
  return text.slice(from, to + closing).trim();
}

const announcingWords: ReadonlySet<string> = new Set(announcing);

function isAnnouncing(text: string): boolean {
  return announcingWords.has(text.trim().toLowerCase());
}
