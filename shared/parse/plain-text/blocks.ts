// Lines → blocks: paragraphs (hard-wrapped ones joined again), lists, quotes, crossheads, and tables kept line by line.

import type { Block, Prose } from '../../story.ts';
import { endsSentence, isTitleCase, weight, wordCount } from './sentences.ts';

/** Groups of lines between blank lines, without the blanks. A page break counts as a blank line. */
export function groupLines(lines: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [[]];
  for (const line of lines.flatMap((whole) => whole.split('\f'))) {
    if (line.trim() === '') groups.push([]);
    else groups.at(-1)!.push(line.trimEnd());
  }
  return groups.filter((group) => group.length > 0);
}

/** The blocks of the body; crossheads are found last, since only their neighbours tell them from a paragraph. */
export function blocksOf(groups: readonly (readonly string[])[]): readonly Block[] {
  const blocks = joinPoints(groups.flatMap(groupBlocks));
  return blocks.map((block, index) =>
    isCrosshead(blocks, index) ? ({ ...block, type: 'heading', level: 2 } as Block) : block,
  );
}

function groupBlocks(lines: readonly string[]): readonly Block[] {
  if (lines.every((line) => /^\s*>\s?/.test(line)))
    return [{ type: 'quote', ...prose(joinLines(lines.map((line) => line.replace(/^\s*>\s?/, '')))) }];
  if (lines.length > 1 && lines.every((line) => bullet.test(line))) return [listOf(lines)];
  if (isTable(lines)) return [{ type: 'preformatted', text: lines.join('\n') }];
  return listRuns(paragraphsOf(lines));
}

/** Points below a line that announces them; a dash alone may also begin what somebody says. */
function listRuns(texts: readonly string[]): readonly Block[] {
  return runsOf(texts, (text) => point.test(text)).flatMap((run) =>
    run.length > 1 && point.test(run[0]!)
      ? [listOf(run)]
      : run.map((text): Block => ({ type: 'paragraph', ...prose(text) })),
  );
}

/** Points with blank lines between them are one list: "* SAYS …" / "* EXPECTS …". */
function joinPoints(blocks: readonly Block[]): readonly Block[] {
  const isPoint = (block: Block): boolean => block.type === 'paragraph' && star.test(block.text);
  return runsOf(blocks, isPoint).flatMap((run) =>
    run.length > 1 && isPoint(run[0]!) ? [listOf(run.map((block) => ('text' in block ? block.text : '')))] : run,
  );
}

const point = /^(?:[-•*·▪]|\d{1,2}[.)])\s+(?=\S)/;
const star = /^[•*·▪]\s+(?=\S)/;

/** Neighbours of which the same is true, together. */
function runsOf<T>(all: readonly T[], is: (one: T) => boolean): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const [index, one] of all.entries()) {
    if (index > 0 && is(one) === is(all[index - 1]!)) runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs;
}

const bullet = /^\s*(?:[-–—•*·▪]|\d{1,2}[.)])\s+(?=\S)/;

function listOf(lines: readonly string[]): Block {
  const ordered = lines.every((line) => /^\s*\d/.test(line));
  return { type: 'list', ordered, items: lines.map((line) => prose(line.replace(bullet, ''))) };
}

/** Columns: most lines hold a tab or a gap of three spaces between words. */
function isTable(lines: readonly string[]): boolean {
  const columned = lines.filter((line) => /\S(?:\t+|\s{3,})\S/.test(line));
  return lines.length > 1 && columned.length >= lines.length * 0.6;
}

/** One paragraph a line, or one paragraph wrapped over several lines: wrapped lines are all about as long as the longest. */
export function paragraphsOf(lines: readonly string[]): readonly string[] {
  if (lines.length === 1) return [oneLine(lines[0]!)];
  const parts = splitIndented(lines);
  if (parts.length > 1) return parts.flatMap(paragraphsOf);
  if (isWrapped(lines)) return [joinLines(lines)];
  return closeBrackets(lines.map(oneLine));
}

/** A bracket that a line leaves open closes on the next: nobody begins a paragraph within it. */
function closeBrackets(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (last !== undefined && last.length < 400 && last.lastIndexOf('(') > last.lastIndexOf(')') && line.includes(')'))
      whole[whole.length - 1] = `${last} ${line}`;
    else whole.push(line);
  }
  return whole;
}

function isWrapped(lines: readonly string[]): boolean {
  const longest = lines.reduce((most, line) => Math.max(most, weight(line)), 0);
  if (longest > 110) return false;
  const full = lines.slice(0, -1).filter((line) => weight(line) >= longest * 0.6);
  const broken = lines.slice(0, -1).filter((line) => !endsSentence(line));
  return longest >= 40 && full.length >= (lines.length - 1) * 0.7 && broken.length >= (lines.length - 1) * 0.4;
}

/** Old wires start a paragraph with an indent and no blank line. */
function splitIndented(lines: readonly string[]): readonly (readonly string[])[] {
  const indented = lines.filter((line) => /^\s{2,}\S/.test(line));
  if (indented.length === 0 || indented.length === lines.length) return [lines];
  const groups: string[][] = [];
  for (const line of lines) {
    if (groups.length === 0 || /^\s{2,}\S/.test(line)) groups.push([line]);
    else groups.at(-1)!.push(line);
  }
  return groups;
}

function joinLines(lines: readonly string[]): string {
  return lines
    .map(oneLine)
    .reduce((text, line) => (/[\u3040-\u30FF\u4E00-\u9FFF]$/.test(text) ? text + line : `${text} ${line}`));
}

function oneLine(line: string): string {
  return line.replace(/[^\S\u00A0]+/gu, ' ').trim();
}

function prose(text: string): Prose {
  return { text };
}

/** A short line without a stop between two paragraphs that have one; a bracket, colon or digit at its end makes it something else. */
function isCrosshead(blocks: readonly Block[], index: number): boolean {
  const [before, block, after] = [blocks[index - 1], blocks[index]!, blocks[index + 1]];
  if (before?.type !== 'paragraph' || block.type !== 'paragraph' || after?.type !== 'paragraph') return false;
  const { text } = block;
  if (
    weight(text) > 60 ||
    wordCount(text) > 8 ||
    endsSentence(text) ||
    /[()[\]/|@:]|\d$/.test(text) ||
    !/^[\p{Lu}\p{Lo}“"‘]/u.test(text)
  )
    return false;
  return (
    endsSentence(before.text) &&
    endsSentence(after.text) &&
    weight(after.text) > 60 &&
    (wordCount(text) <= 5 || isTitleCase(text))
  );
}
