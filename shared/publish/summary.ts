// What a story says of itself outside its body: title, summary, and the notice that tells of a kill, a correction or an embargo.

import type { Block, Story } from '../story.ts';
import { oneLine } from './clean-text.ts';
import type { Entry } from './feed.ts';

/** Readers and aggregators ask for 300 characters at least; more than 600 is no summary. */
const enough = 300;
const most = 600;

/** The headline on one line; a story without one is named by its slugline or its first words. */
export function headlineOf(story: Story): string {
  return oneLine(story.headline) || oneLine(story.slugline ?? '') || shorten(firstWords(story), 100) || 'Untitled';
}

/** The same for formats that have no status of their own: there the headline itself must say that a story was killed. */
export function titleOf(story: Story): string {
  return story.status === 'canceled' ? `Killed: ${headlineOf(story)}` : headlineOf(story);
}

/** The standfirst, or the beginning of the text; for a picture its caption. Empty for a killed story. */
export function summaryOf(story: Story): string {
  if (story.status === 'canceled') return '';
  return oneLine(story.standfirst ?? '') || shorten(firstWords(story), most);
}

/** What every reader must be told before the story itself, in sentences; empty for most stories. */
export function noticeOf({ story, changedAt }: Entry): string {
  const note = oneLine(story.edNote ?? '');
  if (story.status === 'canceled') return `${withdrawal(story)} ${note}`.trim();
  const embargo =
    story.embargoedUntil && story.embargoedUntil > changedAt ? `Embargoed until ${moment(story.embargoedUntil)}.` : '';
  const correction =
    story.signal === 'correction'
      ? `Correction: ${note || 'this version replaces an earlier one that was wrong.'}`
      : '';
  return [embargo, correction].filter(Boolean).join(' ');
}

/** The authors without "By": `Jane Doe and John Roe`. */
export function authorsOf({ byline }: Story): string | undefined {
  return oneLine(byline?.line ?? '').replace(/^By\s+/i, '') || undefined;
}

/** Each author by name, people first, then the organisations that sign. */
export function authorNames({ byline }: Story): readonly string[] {
  const people = (byline?.people ?? []).filter(({ role }) => role === undefined).map(({ name }) => name);
  return [...new Set([...people, ...(byline?.organisations ?? [])].map(oneLine).filter(Boolean))];
}

/** The words of a block; for a list or table those of its parts. */
export function wordsOf(block: Block): string {
  switch (block.type) {
    case 'list':
      return block.items.map(({ text }) => text).join(' ');
    case 'table':
      return [block.caption ?? '', ...block.rows.flat().map(({ text }) => text)].join(' ');
    case 'figure':
      return '';
    default:
      return block.text;
  }
}

function withdrawal({ signal, provider }: Story): string {
  const by = oneLine(provider) ? ` by ${oneLine(provider)}` : '';
  return `This story was ${signal === 'takedown' ? 'taken down' : 'withdrawn'}${by} and must not be used.`;
}

function firstWords({ body, pictures }: Story): string {
  let words = '';
  for (const block of body) {
    if (block.type !== 'paragraph' && block.type !== 'quote') continue;
    const more = oneLine(block.text.slice(0, most + 1 - words.length));
    words = words && more ? `${words} ${more}` : words || more;
    if (words.length >= enough) break;
  }
  return words || oneLine(pictures.find(({ caption }) => caption?.trim())?.caption ?? '');
}

/** At most `length` characters, cut between words where there are any; an ellipsis behind them says so. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text
    .slice(0, length)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const space = cut.lastIndexOf(' ');
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`;
}

/** `2026-12-01 06:00 UTC`. */
function moment(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
