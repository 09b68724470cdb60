// Cuts what belongs to the page and not to the story: "We don’t spam! Read our privacy policy for more info." → gone, with a note.
// Whole paragraphs only, never a sentence within one; a copyright footer becomes the copyright notice, tags become keywords.

import type { Draft } from '../draft.ts';
import type { Block, Note } from '../story.ts';
import {
  boilerplateRows,
  buttons,
  copyrightFooter,
  footHeading,
  hashtags,
  linkLine,
  linksHeading,
  networks,
  offerLine,
  tagsLine,
  writerHeading,
} from './boilerplate.rules.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

export function cutBoilerplate(copy: Copy, rules: Rules): Copy {
  const { draft } = copy;
  const cut = ruledOut(draft, new Set(rules.boilerplate.map(plain)));
  const body = draft.body.filter((_, index) => !cut.has(index));
  // A story of nothing but boilerplate is more likely a story about it.
  if (cut.size === 0 || !body.some((block) => block.type !== 'figure')) return copy;
  const copyrightNotice = draft.copyrightNotice ?? textCut(draft, cut, 'copyright-footer')[0];
  const keywords = [...(draft.keywords ?? []), ...textCut(draft, cut, 'tags').flatMap(tagsOf)];
  const notes = [...cut].toSorted(([a], [b]) => a - b).map(([index, rule]) => note(rule, textOf(draft.body[index]!)!));
  return {
    ...copy,
    draft: { ...draft, body, copyrightNotice, ...(keywords.length > 0 && { keywords: [...new Set(keywords)] }) },
    notes: [...copy.notes, ...notes],
  };
}

/** The blocks that go, each with its rule. */
type Cut = Map<number, string>;

function ruledOut({ body }: Draft, own: ReadonlySet<string>): Cut {
  const cut: Cut = new Map();
  const texts = body.map((block) => textOf(block));
  for (const [index, text] of texts.entries()) {
    const rule = text === undefined ? undefined : isFooter(body, index, text) ? 'copyright-footer' : ruleFor(text, own);
    if (rule !== undefined) cut.set(index, rule);
    // Below such words, and below another link, a line without a stop is a link.
    else if (text !== undefined && isLink(body[index]!) && isLinked(texts[index - 1], cut.get(index - 1)))
      cut.set(index, 'link');
  }
  cutFoot(body, texts, cut);
  return cut;
}

function isLinked(above: string | undefined, rule: string | undefined): boolean {
  return rule === 'link' || (rule === 'promotion' && linksHeading.test(plain(above ?? '')));
}

/** At the foot more is sure than in the midst of a story: upwards from the last block until one stays. */
function cutFoot(body: readonly Block[], texts: readonly (string | undefined)[], cut: Cut): void {
  let links: number[] = [];
  for (let index = texts.length - 1; index > 0; index -= 1) {
    const text = texts[index];
    if (text === undefined) break;
    if (cut.has(index)) continue;
    const rule = footRule(text, texts[index - 1]);
    if (rule === undefined && !isLink(body[index]!)) break;
    if (rule === undefined) {
      links.push(index);
      continue;
    }
    // Lines without a stop were links only if such a heading stands above them.
    if (links.length > 0 && rule !== 'promotion') break;
    for (const link of links) cut.set(link, 'link');
    links = [];
    cut.set(index, rule);
  }
}

function footRule(text: string, above: string | undefined): string | undefined {
  if (text.length > longest) return undefined;
  if (tagsLine.test(text)) return 'tags';
  if (footHeading.test(plain(text)) || writerHeading.test(plain(text))) return 'promotion';
  return above !== undefined && writerHeading.test(plain(above)) ? 'writer' : undefined;
}

/** What belongs to a page is short; a house's own paragraphs may be of any length. */
const longest = 400;

const anyRow = new RegExp(boilerplateRows.map(({ matches }) => `(?:${matches.source})`).join('|'), 'u');

function ruleFor(text: string, own: ReadonlySet<string>): string | undefined {
  if (text.length > longest && own.size === 0) return undefined;
  const words = plain(text);
  if (own.has(words)) return 'house';
  if (words.length > longest) return undefined;
  if (hashtags.test(text)) return 'tags';
  if (linkLine.test(words) || linksHeading.test(words) || (offerLine.test(words) && isHeadlineLike(text)))
    return 'promotion';
  if (isRowOfButtons(words)) return 'social';
  // Nearly every paragraph is copy: one look at all rows at once tells.
  return anyRow.test(words) ? boilerplateRows.find(({ matches }) => matches.test(words))?.rule : undefined;
}

/** "Facebook", "Share Twitter | Print | E-mail", "❤ 12 💬 4". */
function isRowOfButtons(words: string): boolean {
  if (words.length > 120) return false;
  const names = words.split(/[\s|•·,/:()]+/).filter((word) => word !== '');
  const known = names.filter((word) => networks.has(word));
  if (names.every((word) => networks.has(word) || buttons.has(word)))
    return known.length > 0 || names.length > 2 || words.includes('|');
  return !/\p{L}/u.test(words) && /\p{Extended_Pictographic}/u.test(words);
}

/** A headline: some words and no stop. */
function isLink(block: Block): boolean {
  if (block.type === 'list') return block.items.every(({ text }) => isHeadlineLike(text));
  return (block.type === 'paragraph' || block.type === 'heading') && isHeadlineLike(block.text);
}

function isHeadlineLike(text: string): boolean {
  return (
    text.length <= 160 &&
    !tagsLine.test(text) &&
    text.split(/\s+/).length > 2 &&
    text.split('\n').length === 1 &&
    !/[.!:;…。][)\]"'”’»]*$/u.test(text)
  );
}

function textOf(block: Block): string | undefined {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return block.text;
    case 'list':
      return block.items.map(({ text }) => text).join('\n');
    default:
      return undefined;
  }
}

/** Only at the foot, and only where nothing longer than a line says it. */
function isFooter(body: readonly Block[], index: number, text: string): boolean {
  return (
    index >= body.length - 2 &&
    index > 0 &&
    text.length < 220 &&
    copyrightFooter.test(text) &&
    !pictureCredit.test(text)
  );
}

/** "© Tom Roe / Harbour Wire": a picture's, not the story's. */
const pictureCredit = /^©\s?\p{Lu}[^./]{2,60}\s?\/\s?\p{Lu}[^./]{1,60}$/u;

/** Lower case, straight apostrophes, single spaces, no signs before it and no stop at the end; the dot that lower case leaves on a Turkish İ goes. */
function plain(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/\u0307/g, '')
    .replace(/[’‘`]/g, "'")
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
    .replace(/^[>»→▶►•*]+\s?/u, '');
  let end = words.length;
  while (end > 0 && closing.has(words[end - 1]!)) end -= 1;
  return words.slice(0, end);
}

const closing = new Set(' .!…:>»→');

function textCut({ body }: Draft, cut: Cut, rule: string): readonly string[] {
  return body.flatMap((block, index) => (cut.get(index) === rule ? [textOf(block)!] : []));
}

/** "Tags: Austria, bank" or "#Austria #bank". */
function tagsOf(text: string): readonly string[] {
  const [, said] = tagsLine.exec(text) ?? [];
  const tags = said === undefined ? text.split(/[\s,]+/) : said.split(/[,;|]/);
  return tags.map((tag) => tag.trim().replace(/^#/, '')).filter((tag) => tag !== '');
}

function note(rule: string, before: string): Note {
  return {
    step: 'boilerplate',
    rule,
    before,
    text: texts[rule] ?? 'A paragraph that belongs to a web page and not to the story was cut.',
  };
}

const texts: Readonly<Record<string, string>> = {
  'copyright-footer': 'The copyright line below the story was kept as its copyright notice.',
  tags: 'The tags of the page became keywords of the story.',
};
