// Lines of the page that stand among the paragraphs of its story: links to other stories, the date and section once more, headings with nothing below them.
// "Politics" / "8 Feb 2026, 09:30" / "The harbour closed." / [Storm: what we know] / "More on this" → "The harbour closed."

import type { Block, Note } from '../../story.ts';
import { signpostLabels } from './page-words.rules.ts';
import { plain } from './top.ts';

export type Lines = {
  readonly blocks: readonly Block[];
  /** The date one of the lines gave: `20.11.2026 09:30`. */
  readonly date?: string;
  readonly notes: readonly Note[];
};

/** `facts`: what the page says of the story elsewhere; `described`: its text as the page gives it to machines. */
export function withoutPageLines(
  blocks: readonly Block[],
  facts: readonly string[],
  described: string | undefined,
): Lines {
  const steps = [
    (left: readonly Block[]) => withinDescribed(left, described),
    withoutSignposts,
    withoutLabelled,
    (left: readonly Block[]) => withoutTopLines(left, new Set(facts.map(plain))),
    withoutTail,
  ];
  const left = steps.reduce((all, step) => step(all), blocks);
  const kept = new Set(left);
  const gone = blocks
    .filter((block) => !kept.has(block))
    .map(textOf)
    .filter((text) => text !== '');
  const date = gone
    .filter(isDateLine)
    .map(dateIn)
    .find((found) => found !== undefined);
  return {
    blocks: left,
    ...(date !== undefined && { date }),
    notes:
      gone.length === 0
        ? []
        : [
            {
              step: 'parse',
              rule: 'page-lines',
              before: gone
                .map((text) => text.slice(0, 120))
                .join(' | ')
                .slice(0, 500),
              text: 'Lines of the page stood among the paragraphs of the story; they were left out.',
            },
          ],
  };
}

function textOf(block: Block): string {
  switch (block.type) {
    case 'list':
      return block.items.map(({ text }) => text).join(' ');
    case 'table':
      return block.rows
        .flat()
        .map(({ text }) => text)
        .join(' ');
    case 'figure':
      return '';
    default:
      return block.text;
  }
}

/** Where the page gives its text to machines as well, what stands before its beginning and behind its end is the page's. */
function withinDescribed(blocks: readonly Block[], described: string | undefined): readonly Block[] {
  const whole = plain((described ?? '').replace(/<[^<>]{1,500}>/g, ' '));
  const said = blocks.map((block) => plain(textOf(block)));
  const isIn = (text: string): boolean => text.length > 30 && whole.includes(text.slice(0, 200));
  const first = said.findIndex(isIn);
  const last = said.findLastIndex(isIn);
  const inside = said.filter(isIn).join(' ').length;
  if (whole.length < 400 || inside * 3 < said.join(' ').length || inside * 10 < whole.length * 6) return blocks;
  const [begins, ends] = [
    said[first]!.startsWith(whole.slice(0, 40)),
    said[last]!.endsWith(whole.slice(-40)) || whole.endsWith(said[last]!.slice(-40)),
  ];
  return blocks.filter(
    (block, index) => block.type === 'figure' || ((index >= first || !begins) && (index <= last || !ends)),
  );
}

/** A paragraph, heading or list that is nothing but a link leads to another page; a text that is all links is a list of them on purpose. */
function withoutSignposts(blocks: readonly Block[]): readonly Block[] {
  const signs = blocks.filter(isSignpost);
  const weight = (some: readonly Block[]): number => some.reduce((sum, block) => sum + textOf(block).length, 0);
  if (signs.length === 0 || weight(signs) * 2 > weight(blocks)) return blocks;
  const gone = new Set(signs);
  // What announces them goes with them.
  return blocks.filter(
    (block, index) =>
      !gone.has(block) &&
      !(
        block.type === 'heading' &&
        gone.has(blocks[index + 1]!) &&
        isEnd(blocks.slice(index + 1).find((next) => !gone.has(next)))
      ),
  );
}

/** "More on this" and the titles below it; the next sentence is the story's again. */
function withoutLabelled(blocks: readonly Block[]): readonly Block[] {
  let below = false;
  return blocks.filter((block) => {
    if (isLabel(block)) return !(below = true);
    below = below && isTeaser(block);
    return !below;
  });
}

function isLabel(block: Block): boolean {
  return (
    (block.type === 'heading' || block.type === 'paragraph') &&
    block.text.length <= 80 &&
    signpostLabels.test(plain(block.text))
  );
}

/** The title of another story: short, in part a link, and no sentence. */
function isTeaser(block: Block): boolean {
  if (block.type === 'list') return block.items.every((item) => (item.marks ?? []).some(({ kind }) => kind === 'link'));
  return (
    (block.type === 'heading' || block.type === 'paragraph') &&
    block.text.length <= 160 &&
    !/[.!?…。][”"’»]?$/u.test(block.text) &&
    (block.marks ?? []).some(({ kind }) => kind === 'link')
  );
}

function isEnd(next: Block | undefined): boolean {
  return next === undefined || next.type === 'heading';
}

function isSignpost(block: Block): boolean {
  if (block.type === 'list') return block.items.length > 0 && block.items.every(isAllLink);
  return (block.type === 'paragraph' || block.type === 'heading') && isAllLink(block);
}

function isAllLink({
  text,
  marks = [],
}: {
  readonly text: string;
  readonly marks?: Extract<Block, { readonly type: 'paragraph' }>['marks'];
}): boolean {
  const linked = marks.filter(({ kind }) => kind === 'link').reduce((sum, { start, end }) => sum + end - start, 0);
  return linked > 0 && linked >= text.replace(/[\s|•·›»→>:.-]+$/u, '').length - 1 && !/^https?:|@/.test(text);
}

/** Above the first sentence stand section, date and names once more. */
function withoutTopLines(blocks: readonly Block[], facts: ReadonlySet<string>): readonly Block[] {
  const first = blocks.findIndex(
    (block) =>
      block.type === 'paragraph' &&
      (block.text.length >= 80 || (block.text.length >= 40 && /[.!?…。][”"’»]?$/u.test(block.text))),
  );
  return blocks.filter(
    (block, index) =>
      index >= first ||
      block.type === 'figure' ||
      !(
        facts.has(plain(textOf(block))) ||
        isDateLine(textOf(block)) ||
        (block.type === 'paragraph' && isLabelWord(block.text))
      ),
  );
}

/** "FAQ", "Sport | Football", "Jane Doe 5 hours ago"; a town in capitals may be the dateline. */
function isLabelWord(text: string): boolean {
  if (/\b\d{1,2} (?:min|minute|hour|day)s? ago$/i.test(text)) return true;
  return (
    text.length <= 30 && text.split(/\s+/).length <= 3 && !/[.!?:;,…)”"»。—–-]$/u.test(text) && /\p{Ll}/u.test(text)
  );
}

/** "Published 8 February 2026, 09:30 | Updated 10:15": the year, a figure beside it and few words. */
function isDateLine(text: string): boolean {
  return (
    text.length <= 100 &&
    /\b(?:19|20)\d{2}\b|(?:19|20)\d{2}年|\b\d{1,2}\.\d{1,2}\.\d{2}\b/.test(text) &&
    /\d{1,2}\s?[:.hH時]\s?\d{2}|\d{1,2}[./月]\s?\d{1,2}/.test(text) &&
    (text.match(/\p{L}{2,}/gu) ?? []).length <= 10 &&
    !/[.!?]$/.test(text.replace(/\bmin\.$/i, ''))
  );
}

/** Figures for the day and the clock, in that order, without what stands between them. */
function dateIn(line: string): string | undefined {
  const [, day, clock] =
    /(\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\D{0,12}?(\d{1,2}:\d{2})/.exec(line) ?? [];
  const [, year, month, date, hour, minute] =
    /(\d{4})年(\d{1,2})月(\d{1,2})日\s*(\d{1,2})[時:](\d{2})/.exec(line) ?? [];
  if (year !== undefined)
    return `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')} ${hour!.padStart(2, '0')}:${minute!}`;
  return day === undefined ? undefined : `${day} ${clock!}`;
}

/** A heading with nothing below it announces what was left out. */
function withoutTail(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex((block) => block.type !== 'heading' && block.type !== 'figure');
  return last < 0 ? blocks : blocks.filter((block, index) => index <= last || block.type !== 'heading');
}
