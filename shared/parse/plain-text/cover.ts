// The letter around a story: "Hi desk, here's the piece as agreed. Best, Maggie" above it, and "Kind regards, Maggie" below. It is for the editors.

import { letterClosing, letterGreeting, letterWords } from './cover.rules.ts';
import { wordCount } from './sentences.ts';

export type Covered = { readonly lines: readonly string[]; readonly edNotes: readonly string[] };

/** Nobody writes longer letters above a story. */
const mostLines = 20;

/** A greeting on the first line, and all down to the closing with its name; without a closing the lines that speak of what is sent. */
export function readCover(given: readonly string[]): Covered {
  const start = given.findIndex((line) => line.trim() !== '');
  if (start < 0 || !letterGreeting.test(given[start]!.trim())) return { lines: given, edNotes: [] };
  const closing = given.findIndex(
    (line, index) => index > start && index < start + mostLines && letterClosing.test(line.trim()),
  );
  const end = closing >= 0 ? endOfName(given, closing + 1) : endOfWords(given, start + 1);
  // What is a letter from beginning to end is told as it is.
  if (given.slice(end).filter((line) => line.trim() !== '').length < 2) return { lines: given, edNotes: [] };
  return {
    lines: given.slice(end),
    edNotes: [
      given
        .slice(start, end)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n'),
    ],
  };
}

/** The name stands on the next line, perhaps after a blank one. */
function endOfName(lines: readonly string[], from: number): number {
  const name = lines.findIndex((line, index) => index >= from && line.trim() !== '');
  return name >= 0 &&
    name <= from + 1 &&
    wordCount(lines[name]!) <= 3 &&
    lines[name]!.trim().length <= 40 &&
    (lines[name + 1] ?? '').trim() === ''
    ? name + 1
    : from;
}

function endOfWords(lines: readonly string[], from: number): number {
  let end = from;
  for (let at = from; at < Math.min(lines.length, from + mostLines); at += 1) {
    if (lines[at]!.trim() === '') continue;
    const last = lines.findIndex((line, index) => index >= at && line.trim() === '');
    const paragraph = lines.slice(at, last < 0 ? lines.length : last).join(' ');
    if (paragraph.length > 300 || !letterWords.test(paragraph)) break;
    end = at = last < 0 ? lines.length : last;
  }
  return end;
}
