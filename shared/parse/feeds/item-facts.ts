// What an RSS item says beside its text: headline, address, writers, subjects and keywords, under the names RSS, Dublin Core and Media RSS have for them.
// `<category domain="https://cv.example/">storm</category>` → a subject; `<category>Shipping</category>` → a keyword.

import type { Concept, Note } from '../../story.ts';
import { defined } from '../body.ts';
import type { Element } from '../element.ts';
import { attribute, children, textOf } from '../element.ts';
import { webAddress } from '../html/addresses.ts';
import { bylineOf } from './bylines.ts';
import { plainLine } from './item-body.ts';
import { isAuthor } from './media-picture.ts';

/** The first text under one of the names, in the first of the elements that has any; addresses are none. */
export function firstText(elements: readonly (Element | undefined)[], ...names: readonly string[]): string | undefined {
  for (const element of elements) {
    for (const name of names) {
      const text = children(element, name)
        .map((found) => plainLine(textOf(found)))
        .find((found) => found !== undefined);
      if (text !== undefined && (name !== 'source' || !/^https?:/.test(text))) return text;
    }
  }
  return undefined;
}

/** News search engines write the paper behind the headline: "Ferries stop - Northlight" from Northlight. */
export function headlineOf(item: Element, notes: Note[]): string | undefined {
  const title = firstText([item], 'title', 'media.title', 'itunes.title', 'dc.title');
  const source = firstText([item], 'source');
  const end =
    source === undefined
      ? undefined
      : [' - ', ' | ', ' – ', ' — '].map((mark) => `${mark}${source}`).find((tail) => title?.endsWith(tail));
  if (title === undefined || end === undefined || title.length === end.length) return title;
  const headline = title.slice(0, -end.length).trim();
  notes.push({
    step: 'parse',
    rule: 'source-in-title',
    before: title,
    after: headline,
    text: 'The name of the source was taken off the headline.',
  });
  return headline;
}

/** The address of an item or feed: its `link`, else Atom's link inside RSS. */
export function linkOf(element: Element | undefined, base?: string): string | undefined {
  const links = children(element, 'link');
  const written = links.map((link) => webAddress(textOf(link), base)).find((address) => address !== undefined);
  return (
    written ??
    links
      .filter((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate')
      .map((link) => webAddress(attribute(link, 'href'), base))
      .find((address) => address !== undefined)
  );
}

/** `dc:creator`, else `author`, iTunes' author, or the writer among the credits. */
export function bylinesOf(item: Element): readonly string[] {
  const names = ['creator', 'author', 'itunes.author', 'media.author'].map((name) =>
    children(item, name)
      .map(nameOf)
      .filter((text) => text !== undefined),
  );
  const credited = children(item, 'credit')
    .filter(isAuthor)
    .map((credit) => textOf(credit))
    .filter((text) => text !== undefined);
  return [...names, credited].map(bylineOf).find((bylines) => bylines.length > 0) ?? [];
}

/** Atom's author inside RSS has the name in an element of its own. */
function nameOf(author: Element): string | undefined {
  return plainLine(textOf(children(author, 'name')[0] ?? author));
}

export function subjectsOf(item: Element): readonly Concept[] {
  return children(item, 'category')
    .filter(isSubject)
    .map((category) => {
      const name = plainLine(textOf(category));
      return defined<Concept>({
        scheme: attribute(category, 'domain'),
        code: attribute(category, 'nicename') ?? name,
        name,
      });
    });
}

/** `<category domain="http://cv.iptc.org/newscodes/pubstatusg2/">canceled</category>`: a feed's only way to take a story back. */
export function pubStatusOf(item: Element): string | undefined {
  return children(item, 'category')
    .filter(isStatus)
    .map((category) => textOf(category))
    .find((text) => text !== undefined);
}

function isStatus(category: Element): boolean {
  return /\/pubstatus(?:g2)?\/?$/i.test(attribute(category, 'domain') ?? '');
}

function isSubject(category: Element): boolean {
  const domain = attribute(category, 'domain');
  return (
    domain !== undefined &&
    !isStatus(category) &&
    !/^(?:post_tag|tag|keywords?)$/.test(domain) &&
    textOf(category) !== undefined
  );
}

export function keywordsOf(item: Element): readonly string[] {
  const words = [
    ...children(item, 'category').filter((category) => !isSubject(category) && !isStatus(category)),
    ...children(item, 'subject'),
  ].map((element) => plainLine(textOf(element)));
  const lists = children(item, 'keywords', 'media.keywords', 'itunes.keywords').flatMap((element) =>
    (plainLine(textOf(element)) ?? '').split(/[,;]/),
  );
  return [...new Set([...words, ...lists].map((word) => word?.trim() ?? '').filter((word) => word !== ''))];
}
