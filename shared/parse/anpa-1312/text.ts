// The text of an ANPA story → blocks: indented paragraphs, crossheads "^UP NEXT=", agate kept line by line.
// "   23;13;.639" lines of a table story → one preformatted block.

import type { Block } from '../../story.ts';
import { preformatted, readParagraphs } from '../iptc-7901/paragraphs.ts';
import { readSigns, withoutEnd } from './signs.ts';

/** `tabular` stories keep their lines, but for paragraphs of prose among them. */
export function readText(lines: readonly string[], format: 'text' | 'tabular'): readonly Block[] {
  if (format === 'text' || isProse(lines)) return readParagraphs(lines.flatMap(textLine));
  const intro = introEnd(lines);
  return [...readParagraphs(lines.slice(0, intro).flatMap(textLine)), ...tabularBlocks(lines.slice(intro))];
}

/** Kyodo marks wrapped prose as a table: most lines are full or the end of a full one, and none has columns. */
function isProse(lines: readonly string[]): boolean {
  const said = lines.filter((line) => /\w/.test(line));
  const isFull = (line: string): boolean => line.trim().length >= 45;
  const full = said.filter(
    (line, index) =>
      (isFull(line) || (index > 0 && isFull(said[index - 1]!))) &&
      !/[;\u001E\u001F]|\S {3,}\S|\S\t+\S/.test(line.trim()),
  );
  return full.length >= said.length * 0.6;
}

/** A table may be introduced by a paragraph with a dateline: "   MELBOURNE, Feb 09 AAP - Latest betting …". */
function introEnd(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0 || !/^\s*\p{Lu}[\p{Lu} .'-]{2,30},\s\p{L}[\p{L}., \d]{2,40}\s-\s/u.test(lines[first]!.slice(0, 120)))
    return 0;
  const blank = lines.findIndex((line, index) => index > first && line.trim() === '');
  return blank < 0 || blank > first + 12 ? first + 1 : blank;
}

/** A caret starts a line of its own; "=" at its end makes it a crosshead. */
function textLine(line: string): readonly string[] {
  const plain = withoutEnd(readSigns(line), '<>');
  if (!plain.trimStart().startsWith('^')) return [plain.replace(/\s*=$/, '')];
  const text = plain.trim().replace(/^\^\s*/, '');
  if (/^_+=?$/.test(text)) return [''];
  return text.endsWith('=') ? ['', `## ${text.replace(/\s*=+$/, '')}`, ''] : ['', text, ''];
}

/** Runs of lines; a sentence longer than any line of a table is a paragraph. */
function tabularBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let run: string[] = [];
  const flush = (): void => {
    while (run.length > 0 && run.at(-1)!.trim() === '') run.pop();
    if (run.some((line) => line.trim() !== '')) blocks.push(preformatted(run));
    run = [];
  };
  for (const line of lines.map(tabularLine)) {
    const isSentence =
      line.trim().length > 110 && /[.:]\s*$/.test(line) && !/;[^;\s]{0,20};|\t| {3,}\S.* {3,}/.test(line.trim());
    if (isSentence) {
      flush();
      blocks.push({ type: 'paragraph', text: line.trim() });
    } else if (line.trim() !== '' || run.at(-1)?.trim()) run.push(line);
  }
  flush();
  return blocks;
}

/** The tab line indicator and the three spaces of an indent say only that a line begins. */
function tabularLine(line: string): string {
  const text = withoutEnd(readSigns(line.replace(/^[\u0008]/, '').replace(/^\t {0,3}/, '')), '<>=').replace(/^\^/, '');
  return /^\s*_+\s*$/.test(text) ? '' : text;
}
