// Cuts what belongs to the page and not to the story: "We don’t spam! Read our privacy policy for more info." → gone, with a note.
// Whole paragraphs only, never a sentence within one; a copyright footer becomes the copyright notice.

import type { Draft } from '../draft.ts';
import type { Block, Note } from '../story.ts';
import { boilerplateRows, copyrightFooter } from './boilerplate.rules.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

export function cutBoilerplate(copy: Copy, rules: Rules): Copy {
  const { draft } = copy;
  const own = new Set(rules.boilerplate.map(plain));
  const notes: Note[] = [];
  let copyrightNotice = draft.copyrightNotice;
  const body = draft.body.filter((block, index) => {
    const text = textOf(block);
    if (text === undefined) return true;
    if (isFooter(draft, index, text)) {
      notes.push(note('copyright-footer', text, 'The copyright line below the story was kept as its copyright notice.'));
      copyrightNotice ??= text;
      return false;
    }
    const rule = ruleFor(text, own);
    if (rule) notes.push(note(rule, text, 'A paragraph that belongs to a web page and not to the story was cut.'));
    return !rule;
  });
  // A story of nothing but boilerplate is more likely a story about it.
  if (!body.some((block) => block.type !== 'figure') && draft.body.length > 0) return copy;
  return { ...copy, draft: { ...draft, body, copyrightNotice }, notes: [...copy.notes, ...notes] };
}

/** What belongs to a page is short; a house's own paragraphs may be of any length. */
const longest = 400;

const anyRow = new RegExp(boilerplateRows.map(({ matches }) => `(?:${matches.source})`).join('|'));

function ruleFor(text: string, own: ReadonlySet<string>): string | undefined {
  if (text.length > longest && own.size === 0) return undefined;
  const words = plain(text);
  if (own.has(words)) return 'house';
  // Nearly every paragraph is copy: one look at all rows at once tells.
  return words.length > longest || !anyRow.test(words) ? undefined : boilerplateRows.find(({ matches }) => matches.test(words))?.rule;
}

function textOf(block: Block): string | undefined {
  return block.type === 'paragraph' || block.type === 'heading' ? block.text : undefined;
}

/** Only at the foot, and only where nothing longer than a line says it. */
function isFooter({ body }: Draft, index: number, text: string): boolean {
  return index >= body.length - 2 && index > 0 && text.length < 220 && copyrightFooter.test(text) && !pictureCredit.test(text);
}

/** "© Tom Roe / Harbour Wire": a picture's, not the story's. */
const pictureCredit = /^©\s?\p{Lu}[^./]{2,60}\s?\/\s?\p{Lu}[^./]{1,60}$/u;

/** Lower case, straight apostrophes, single spaces, no stop at the end. */
function plain(text: string): string {
  const words = text.toLowerCase().replace(/[’‘`]/g, "'").replace(/\s{2,}|[^\S ]/g, ' ').trim();
  let end = words.length;
  while (end > 0 && closing.has(words[end - 1]!)) end -= 1;
  return words.slice(0, end);
}

const closing = new Set(' .!…:>»→');

function note(rule: string, before: string, text: string): Note {
  return { step: 'boilerplate', rule, before, text };
}
