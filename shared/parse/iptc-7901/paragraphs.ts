// Lines of a teleprinter → blocks: hard-wrapped lines are joined, an indent or an empty line starts a paragraph, and lines that were
// broken on purpose (results, prices, tables) stay as they are. "   Two lines\nof one paragraph." → "Two lines of one paragraph."

import type { Block } from '../../story.ts';
import { blocksOf } from '../plain-text/blocks.ts';

/** The blocks of a body; `lines` still hold their indents. */
export function readParagraphs(lines: readonly string[]): readonly Block[] {
  const groups = groupsOf(lines);
  const width = widthOf(lines);
  return withCrossheads(withLists(groups.flatMap((group) => piecesOf(group, width))));
}

type Piece = { readonly paragraph: string } | { readonly block: Block };

/** Lines between empty ones; a line of underscores or stars is only a rule between parts. */
function groupsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '' || /^\s*(?:_{3,}|(?:\*\s*){3,}|-{5,})\s*$/.test(line)) groups.push([]);
    else groups.at(-1)!.push(line.trimEnd().replaceAll('\t', '    '));
  }
  return groups.filter((group) => group.length > 0);
}

/** The column the wire was wrapped at; Infinity where lines are as long as their paragraphs. */
function widthOf(lines: readonly string[]): number {
  const longest = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  return longest > 110 ? Infinity : Math.max(longest, 60);
}

function piecesOf(lines: readonly string[], width: number): readonly Piece[] {
  const heading = lines.length === 1 ? /^\s*#{2,4}\s+(\S.*)$/.exec(lines[0]!)?.[1] : undefined;
  if (heading !== undefined) return [{ block: { type: 'heading', level: 2, text: heading } }];
  if (isTable(lines) || (width === Infinity && isAgate(lines))) return [{ block: preformatted(lines) }];
  const items = listItems(lines);
  if (items) return [{ block: { type: 'list', ordered: false, items: items.map((text) => ({ text })) } }];
  return paragraphsOf(lines, width).flatMap((paragraph) => joinedOrKept(paragraph, width));
}

/** Columns, agate with semicolons, or dot leaders in most lines. */
function isTable(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const columned = lines.filter((line) => /\S {3,}\S|\.{4,}|\S\t+\S|(?:;[^;\s]{0,20}){3}/.test(line.trim()));
  return columned.length >= lines.length * 0.6;
}

/** Short lines without a stop between paragraphs of one line each: results, fixtures. */
function isAgate(lines: readonly string[]): boolean {
  return (
    lines.length > 2 &&
    lines.every((line) => line.trim().length < 65 && !/[.!?:]["”']?\s*$/.test(line.replace(/\b[ap]\.m\.\s*$/, '')))
  );
}

const bullet = /^\s*[-*•·]\s+(?=\S)/;

/** Every line is an item or the indented rest of one. */
function listItems(lines: readonly string[]): readonly string[] | undefined {
  const starts = lines.filter((line) => bullet.test(line)).length;
  if (starts < 2 || !bullet.test(lines[0]!) || lines.some((line) => !bullet.test(line) && !/^\s{2,}\S/.test(line)))
    return undefined;
  const items: string[] = [];
  for (const line of lines) {
    if (bullet.test(line)) items.push(line.replace(bullet, '').trim());
    else items.push(`${items.pop()} ${line.trim()}`);
  }
  return items;
}

/** An indented line starts a paragraph; without a width, every line is one. */
function paragraphsOf(lines: readonly string[], width: number): readonly (readonly string[])[] {
  if (width === Infinity) return lines.map((line) => [line]);
  const paragraphs: string[][] = [];
  for (const line of lines) {
    if (paragraphs.length === 0 || /^\s{2,}\S/.test(line)) paragraphs.push([line]);
    else paragraphs.at(-1)!.push(line);
  }
  return paragraphs;
}

/** Wrapped lines are joined; where the next word would have found room on most lines, the breaks were meant. */
function joinedOrKept(lines: readonly string[], width: number): readonly Piece[] {
  const breaks = lines.slice(0, -1);
  const meant = breaks.filter((line, index) => line.length + 1 + firstWord(lines[index + 1]!).length <= width - 12);
  if (lines.length > 2 && meant.length >= breaks.length * 0.6) {
    const intro = /:\s*$/.test(lines[0]!) && lines.length > 3;
    return intro
      ? [{ paragraph: lines[0]!.trim() }, { block: preformatted(lines.slice(1)) }]
      : [{ block: preformatted(lines) }];
  }
  if (lines.length === 2 && meant.length === 1 && lines.every((line) => line.length < width * 0.6))
    return lines.map((line) => ({ paragraph: line.trim() }));
  return [{ paragraph: joined(lines) }];
}

function firstWord(line: string): string {
  return /^\s*(\S+)/.exec(line)?.[1] ?? '';
}

/** Nothing is put behind the hyphen of a word that was cut: "Kreml-\nChef" → "Kreml-Chef". */
function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .reduce((text, line) =>
      /[\p{L}\d]-$/u.test(text) && !/^(?:und|oder|and|or|bis)\b/.test(line) ? text + line : `${text} ${line}`,
    )
    .replace(/ {2,}/g, ' ');
}

/** Items with an empty line between them are one list as well. */
function withLists(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const items = itemsFrom(pieces, at);
    if (items.length > 1) out.push({ block: { type: 'list', ordered: false, items } });
    else out.push(pieces[at]!);
    at += Math.max(items.length, 1);
  }
  return out;
}

function itemsFrom(pieces: readonly Piece[], start: number): readonly { readonly text: string }[] {
  const items: { readonly text: string }[] = [];
  for (let at = start; at < pieces.length; at += 1) {
    const piece = pieces[at]!;
    if (!('paragraph' in piece) || !/^[*•·]\s+\S/.test(piece.paragraph)) break;
    items.push({ text: piece.paragraph.replace(bullet, '') });
  }
  return items;
}

/** The indent all lines share goes. */
export function preformatted(lines: readonly string[]): Block {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = indents.reduce((least, indent) => Math.min(least, indent), 40);
  return {
    type: 'preformatted',
    text: lines.map((line) => line.slice(Math.min(shared, line.length)).trimEnd()).join('\n'),
  };
}

/** Runs of paragraphs go through the rules of plain text, which know a crosshead by its neighbours. */
function withCrossheads(pieces: readonly Piece[]): readonly Block[] {
  const blocks: Block[] = [];
  let run: string[] = [];
  const flush = (): void => {
    for (const block of blocksOf(run.map((text) => [text]))) blocks.push(block);
    run = [];
  };
  for (const piece of pieces) {
    if ('paragraph' in piece) run.push(piece.paragraph);
    else {
      flush();
      blocks.push(piece.block);
    }
  }
  flush();
  return blocks;
}
