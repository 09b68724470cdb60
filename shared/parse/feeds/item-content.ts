// Which of an RSS item's texts is the story and which sums it up.
// `<description>No ship sails.</description><content:encoded>…` → standfirst, body; a description alone is the body.

import type { Note } from '../../story.ts';
import type { Body } from '../body.ts';
import type { Element } from '../element.ts';
import { child, isElement, textOf } from '../element.ts';
import { plainLine, readElementBody, readItemBody, repeatsText } from './item-body.ts';
import { kindOf, withoutShortcodes } from './wordpress.ts';

export type Content = { readonly body: Body; readonly standfirst?: string };

/** The full text where the item has it; a description beside it is the summary. Feeds of headlines have the description only. */
export function contentOf(item: Element, base: string | undefined, notes: Note[]): Content {
  const full = [child(item, 'encoded'), child(item, 'body'), child(item, 'fulltext'), child(item, 'content')].find(
    (element) => textOf(element) !== undefined || element?.children.some(isElement),
  );
  const summaries = [
    'excerpt.encoded',
    'description',
    'dc.description',
    'summary',
    'itunes.summary',
    'itunes.subtitle',
    'media.description',
  ]
    .map((name) => child(item, name))
    .filter((element) => textOf(element) !== undefined);
  const body = read(full, item, base);
  if (body.blocks.length === 0) return { body: read(summaries[0], item, base) };
  const summary = summaries[0] && lineOf(summaries[0]);
  if (summary === undefined) return { body };
  if (repeatsText(summary, body)) {
    notes.push({
      step: 'parse',
      rule: 'repeated-summary',
      before: summary,
      text: 'The description only repeats how the story begins; it was left out.',
    });
    return { body };
  }
  return { body, standfirst: summary };
}

function read(element: Element | undefined, item: Element, base: string | undefined): Body {
  if (!element || kindOf(item) === undefined || element.children.some(isElement)) return readElementBody(element, base);
  return readItemBody(withoutShortcodes(element.children.join('')), base);
}

function lineOf(element: Element): string | undefined {
  return element.children.some(isElement) ? textOf(element) : plainLine(element.children.join(''));
}
