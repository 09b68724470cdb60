// The lines between STX and the body, up to the line that ends in "=": take key, headline over one or two lines, byline, notes.
// "1ST LEAD" / "Ferries stop in storm" / "By Jane Doe, dpa =" → take key, headline and byline.

import { looksLikeByline } from '../plain-text/sentences.ts';
import { headByline, noteLines, subtitleLine, takeWords } from './head-lines.rules.ts';

export type Head = {
  readonly headline?: string;
  readonly standfirst?: string;
  readonly takeKey?: string;
  readonly signal?: 'update' | 'correction' | 'kill';
  readonly bylines: readonly string[];
  readonly edNotes: readonly string[];
  /** Of the lines given, where the body begins. */
  readonly bodyAt: number;
};

/** Reads the head that `lines`, the text behind STX, begin with. */
export function readHead(lines: readonly string[]): Head {
  const bodyAt = headEnd(lines);
  const rows = lines
    .slice(0, bodyAt)
    .map((line) =>
      line
        .trim()
        .replace(/\s*=+$/, '')
        .trim(),
    )
    .filter((line) => line !== '');
  const subtitle = rows.findIndex((row) => subtitleLine.test(row));
  const above = subtitle < 0 ? rows : rows.slice(0, subtitle);
  const sorted = sortRows(above);
  return {
    ...sorted,
    ...(subtitle >= 0 && { standfirst: rows.slice(subtitle).join(' ').replace(subtitleLine, '').trim() }),
    bodyAt,
  };
}

/** Behind the line that ends in "=", which may stand after an empty line; else behind the first paragraph-less lines. */
function headEnd(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return lines.length;
  const marked = lines.findIndex(
    (line, index) => index >= first && index < first + 14 && /\S\s*=\s*$/.test(line) && !/=\s*=\s*$/.test(line),
  );
  if (marked >= 0) return withBylineBelow(lines, withSubtitle(lines, marked + 1));
  const blank = lines.findIndex((line, index) => index > first && line.trim() === '');
  const indented = lines.findIndex((line, index) => index > first && /^(?:\s{2,}|\t)\S/.test(line));
  const ends = [blank, indented].filter((index) => index > 0);
  const end = ends.length > 0 ? Math.min(...ends) : lines.length;
  // A block of many lines is the story itself; it has no head.
  if (/^(?:\s{2,}|\t)\S/.test(lines[first]!) || startsStory(lines[first]!)) return first;
  return end - first <= 5 ? withBylineBelow(lines, end) : first + 1;
}

/** APA's subtitle stands below the "=" and ends in one itself. */
function withSubtitle(lines: readonly string[], end: number): number {
  const next = lines.findIndex((line, index) => index >= end && line.trim() !== '');
  if (next < 0 || !subtitleLine.test(lines[next]!.trim())) return end;
  const close = lines.findIndex((line, index) => index >= next && (/=\s*$/.test(line) || line.trim() === ''));
  return close < 0 ? next + 1 : close + 1;
}

/** A byline may follow the head after an empty line, again ending in "=" or alone before another empty line. */
function withBylineBelow(lines: readonly string[], end: number): number {
  const next = lines.findIndex((line, index) => index >= end && line.trim() !== '');
  if (next < 0 || next > end + 2 || (lines[next + 1] ?? '').trim() !== '') return end;
  return isByline(lines[next]!.trim().replace(/\s*=$/, '')) ? next + 1 : end;
}

function startsStory(line: string): boolean {
  return /^\p{Lu}[\p{L} .,'’/-]{1,50}\([\p{L}/ -]{2,20}\)\s*[-–—]/u.test(line);
}

/** "By dpa correspondents", "Von Anna Lind, dpa": `headByline` ignores letter case, so the name's capital is asked for here. */
function isByline(row: string): boolean {
  return (
    looksLikeByline(row) ||
    (headByline.test(row) &&
      /^\p{L}+\s+(?:(?:our|unserem|unseren|unserer|the|den|der)\s+)?(?:dpa|afp|apa|afx|sda|kna|epd|sid|\p{Lu})/u.test(
        row,
      ))
  );
}

type Sorted = Omit<Head, 'bodyAt' | 'standfirst'>;

function sortRows(rows: readonly string[]): Sorted {
  const takes: string[] = [];
  const edNotes: string[] = [];
  const bylines: string[] = [];
  const words: string[] = [];
  const signals: (Head['signal'] | undefined)[] = [];
  for (const row of rows) {
    const take = takeOf(row);
    if (take && (rows.length > 1 || take.signal === 'kill') && words.length === 0) {
      takes.push(row);
      signals.push(take.signal);
    } else if (words.length > 0 && isByline(row)) bylines.push(row);
    else if (noteLines.some((pattern) => pattern.test(row)) && rows.length > 1) edNotes.push(row);
    else if (bylines.length > 0) bylines.push(`${bylines.pop()}\n${row}`);
    else words.push(row);
  }
  const signal = (['kill', 'correction', 'update'] as const).find((one) => signals.includes(one));
  return {
    ...(words.length > 0 && { headline: words.join(' ') }),
    ...(takes.length > 0 && { takeKey: takes.join(' ') }),
    ...(signal && { signal }),
    bylines,
    edNotes,
  };
}

/** Whether the line says only which take it is: "1ST LEAD". Kills are left to those who look for them. */
export function isTakeLine(line: string): boolean {
  const take = takeOf(line.trim().replace(/\s*=+$/, ''));
  return take !== undefined && take.signal !== 'kill';
}

/** Which take word a line is, its brackets left aside. */
function takeOf(row: string): (typeof takeWords)[number] | undefined {
  const inner = row.replace(/^\(\s*([^()]*?)\s*\)$/, '$1');
  return inner.length > 140 ? undefined : takeWords.find(({ matches }) => matches.test(inner));
}
