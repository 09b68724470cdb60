// Teleprinter text inside one paragraph of markup, as Reuters sends results and market reports: lines, indents and columns mean something there.
// "<p>(Adds detail)\n    * Gold rises\n    By Jane Doe\nmore …</p>" → a paragraph each; rows in columns → preformatted.

import type { Block } from '../story.ts';

/** The blocks of a typed text; `undefined` when its line ends are only the markup's. */
export function readTypewritten(text: string): readonly Block[] | undefined {
  const lines = text.replace(/\t/g, '    ').split('\n');
  if (lines.length < 3 || text.length > 2_000_000) return undefined;
  const filled = lines.filter((line) => line.trim() !== '');
  const rows = filled.filter(isRow).length;
  const rest = filled.slice(1);
  const indented = rest.filter((line) => /^ {2,}\S/.test(line)).length;
  const isTyped =
    (rows >= 3 && rows >= filled.length * 0.4) || (indented >= 2 && rest.some((line) => /^\S/.test(line)));
  return isTyped ? blocksOf(lines) : undefined;
}

/** Columns: two runs of two spaces and more between words, or one before a figure. */
function isRow(line: string): boolean {
  const trimmed = line.trim();
  return /\S {2,}\S.* {2,}\S/.test(trimmed) || /\S {2,}[\d$€£+(-]/.test(trimmed);
}

/** The line that divides those who rise from those who fall. */
function isRule(line: string): boolean {
  return /^\s*[-=_]{5,}\s*$/.test(line);
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let prose: string[] = [];
  let table: string[] = [];
  const endProse = (): void => {
    const text = prose.join(' ').replace(/\s+/g, ' ').trim();
    if (text !== '') blocks.push({ type: 'paragraph', text });
    prose = [];
  };
  const endTable = (): void => {
    if (table.length > 1) blocks.push({ type: 'preformatted', text: table.map((line) => line.trimEnd()).join('\n') });
    else prose.push(...table);
    table = [];
  };
  for (const line of lines) {
    if (isRow(line) || (table.length > 0 && isRule(line))) {
      if (table.length === 0) endProse();
      table.push(line);
    } else {
      if (table.length > 0) endTable();
      if (line.trim() === '' || /^ {2,}\S/.test(line)) endProse();
      prose.push(line);
    }
  }
  endTable();
  endProse();
  return blocks;
}
