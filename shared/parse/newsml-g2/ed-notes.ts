// Notes to editors, each a line a block, none twice: dpa sends every note by itself and all of them once more as one pad.

import type { Block } from '../../story.ts';
import { readBody } from '../body.ts';
import type { Element } from '../element.ts';

export function edNotesOf(elements: readonly Element[]): readonly string[] {
  const notes = elements
    .map((element) => readBody(element).blocks.flatMap(linesOf).join('\n'))
    .filter((text) => text !== '');
  return [...new Set(notes)].filter(
    (note, _, all) => !all.some((other) => other !== note && words(other).includes(words(note))),
  );
}

function words(note: string): string {
  return note.replace(/\s+/g, ' ');
}

function linesOf(block: Block): readonly string[] {
  if (block.type === 'list') return block.items.map(({ text }) => text);
  return 'text' in block ? [block.text] : [];
}
