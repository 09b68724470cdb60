// What stands above the body: kicker, headline, standfirst and byline, told apart by shape.
// "Emergency" / "Russia Now At Loggerheads With Japan …" / "By Jane Doe" → kicker, headline, byline.

import { readHeadLines } from './head-lines.ts';
import {
  endsInAbbreviation,
  endsSentence,
  isTitleCase,
  looksLikeByline,
  looksLikeCaption,
  startsWithDateline,
  weight,
  wordCount,
} from './sentences.ts';

export type Top = {
  readonly kicker?: string;
  readonly headline?: string;
  /** The number of a press release, the code word of a wire. */
  readonly slugline?: string;
  readonly standfirst?: string;
  readonly provider?: string;
  readonly created?: string;
  readonly versionCreated?: string;
  readonly dateline?: string;
  readonly takeKey?: string;
  /** Whom the desk may ask. */
  readonly edNotes?: readonly string[];
  readonly bylines: readonly string[];
  /** The groups of lines below. */
  readonly rest: readonly (readonly string[])[];
};

/** `known`: whether a header line has given the headline already. */
export function readTop(given: readonly (readonly string[])[], known: string | undefined): Top {
  const { groups: bare, bylines: stated, label, crumb, ...stands } = readHeadLines(given);
  const text = bare.findIndex(
    (group) => !isAside(group) && weight(group.join(' ')) > 40 && endsSentence(group.at(-1)!),
  );
  const asides = bare
    .slice(0, text < 0 ? 5 : Math.min(text, 5))
    .filter((group, index) => isAside(group) && !bare[index - 1]?.[0]!.startsWith('['));
  const top = readHeadline(
    bare.filter((group) => !asides.includes(group)),
    known,
  );
  const bylines = [...stated, ...top.bylines].filter(
    (line, index, all) => all.findIndex((other) => sameWords(other, line)) === index,
  );
  return { ...stands, ...top, kicker: label ?? top.kicker ?? crumb, bylines, rest: [...asides, ...top.rest] };
}

/** A note in brackets above the text; the steps that come later know whom it is for. */
function isAside(lines: readonly string[]): boolean {
  const text = lines.map((line) => line.trim()).join(' ');
  return text.length < 500 && /^\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(text);
}

function readHeadline(given: readonly (readonly string[])[], known: string | undefined): Top {
  const groups = splitFirst(given);
  if (known !== undefined) {
    const repeated = groups[0]?.length === 1 && sameWords(groups[0][0]!, known);
    return { headline: known, ...takeBylines(repeated ? groups.slice(1) : groups) };
  }
  const kicker = hasKicker(groups) ? groups[0]![0]!.trim() : undefined;
  const below = kicker === undefined ? groups : groups.slice(1);
  // A byline may stand above the headline.
  const early =
    kicker === undefined && below.length > 2 && below[0]!.length === 1 && looksLikeByline(below[0]![0]!)
      ? [below[0]![0]!.trim()]
      : [];
  const start = below.slice(early.length);
  if (!hasHeadline(start)) return { kicker, ...mergeBylines(early, takeBylines(start)) };
  const headline = withoutSigns(start[0]!.map((line) => line.trim()).join(' '));
  return { kicker, headline, ...mergeBylines(early, takeStandfirst(start.slice(1))) };
}

/** Signs of the teleprinter around a headline: "++ Earthquake in Umbria ++", "Talks fail =", "◎台風". */
function withoutSigns(line: string): string {
  return line.replace(/^(?:\+{2,3}|={2,3}|\*{2,3}|[◎◆■●])\s*(?=\S)|(?<=\S)\s*(?:\+{2,3}|={1,3}|\*{2,3})$/gu, '');
}

function mergeBylines<T extends { readonly bylines: readonly string[] }>(early: readonly string[], found: T): T {
  return { ...found, bylines: [...early, ...found.bylines] };
}

/** Headline and text without a blank line between them: the first line is set apart when it looks like a headline and what follows does not. */
function splitFirst(groups: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first, ...others] = groups;
  if (!first || first.length < 2) return groups;
  // Points of a summary right below the headline.
  if (first.slice(1).every((line) => /^\s*[*•]\s+\S/u.test(line))) return [[first[0]!], first.slice(1), ...others];
  const kicked = splitKicker(first);
  if (others.length > 0 && kicked.length > 1) return [...kicked, ...others];
  const byline = first.findIndex((candidate, index) => index > 0 && index < 5 && looksLikeByline(candidate));
  if (byline > 0 && first.slice(0, byline).every((above) => !/[.。]\s*$/u.test(above) && weight(above) < 130))
    return [...splitKicker(first.slice(0, byline)), first.slice(byline), ...others];
  const [line, next] = [first[0]!.trim(), first[1]!.trim()];
  if (endsSentence(line) && !/[?!]$/.test(line)) return groups;
  const longest = first.slice(1).reduce((most, each) => Math.max(most, weight(each)), 0);
  const short = weight(line) < longest * 0.75 || isTitleCase(line);
  const startsAnew = /^[\p{Lu}\p{Lo}\p{N}“"‘(]/u.test(next) && longest > 50;
  // Two lines of one headline are kept together: neither is long, neither ends a sentence.
  if (!short || !startsAnew || (first.length === 2 && !endsSentence(next) && weight(next) < 70)) return groups;
  return [[line], first.slice(1), ...others];
}

/** "Wissenschaft" on the line above a headline: one or two words over a line of many. */
function splitKicker(lines: readonly string[]): readonly (readonly string[])[] {
  const [first = '', second = ''] = lines;
  return lines.length === 2 && wordCount(first) <= 2 && weight(first) <= 25 && wordCount(second) >= 4
    ? [[first], [second]]
    : [lines];
}

/** One to three words, no stop, then a headline. */
function hasKicker(groups: readonly (readonly string[])[]): boolean {
  const [first, second, third] = groups;
  if (first?.length !== 1 || second?.length !== 1 || !third) return false;
  const [line, next] = [first[0]!.trim(), second[0]!.trim()];
  if (weight(line) > 30 || wordCount(line) > 3 || endsSentence(line) || looksLikeByline(line) || /\d{3,}/.test(line))
    return false;
  return (
    !looksLikeByline(next) &&
    !looksLikeCaption(next) &&
    weight(next) > weight(line) &&
    weight(next) >= 15 &&
    weight(next) < 200 &&
    !/[.。．]\s*$/u.test(next)
  );
}

/** A headline is short and has no full stop, or it is the only line above a body. */
function hasHeadline(groups: readonly (readonly string[])[]): boolean {
  const first = groups[0];
  if (!first || first.length > 3) return false;
  const text = first.map((line) => line.trim()).join(' ');
  if (weight(text) > 250 || looksLikeByline(text) || looksLikeCaption(text) || startsWithDateline(text)) return false;
  if (/[.。．]["”’)]?\s*$/u.test(text) && !endsInAbbreviation(text))
    return groups.length > 1 && weight(text) < 90 && first.length === 1 && isTitleCase(text);
  return first.length === 1 || first.every((line) => !endsSentence(line) && weight(line) < 90);
}

/** A paragraph between headline and byline sums the story up. */
function takeStandfirst(groups: readonly (readonly string[])[]): Pick<Top, 'standfirst' | 'bylines' | 'rest'> {
  const [first, second] = groups;
  const isByline = (group: readonly string[] | undefined): boolean => group !== undefined && looksLikeByline(group[0]!);
  if (first && !isByline(first) && isByline(second) && groups.length > 2 && !startsWithDateline(first.join(' '))) {
    return { standfirst: first.map((line) => line.trim()).join(' '), ...takeBylines(groups.slice(1)) };
  }
  return takeBylines(groups);
}

/** A byline, with a title or an agency on the lines directly below it. */
function takeBylines(groups: readonly (readonly string[])[]): Pick<Top, 'bylines' | 'rest'> {
  const first = groups[0];
  if (!first || !looksLikeByline(first[0]!)) return { bylines: [], rest: groups };
  const below = first.findIndex(
    (line, index) => index > 0 && (weight(line) > 50 || endsSentence(line) || wordCount(line) > 6),
  );
  const lines = below < 0 ? first : first.slice(0, below);
  const left = below < 0 ? [] : [first.slice(below)];
  return { bylines: [lines.map((line) => line.trim()).join('\n')], rest: [...left, ...groups.slice(1)] };
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(a) === plain(b);
}
