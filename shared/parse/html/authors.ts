// Who wrote the story, as the page says it: the byline as written, else the names of its authors.
// `<div class="byline">By <a rel="author">Jane Doe</a> <time>2 hours ago</time></div>` → "By Jane Doe".

import type { Element } from '../element.ts';
import { attribute, descendants, isElement } from '../element.ts';
import { looksLikeByline } from '../plain-text/sentences.ts';
import { lineOf, linesOf } from './block-text.ts';
import { isNamed } from './class-words.ts';
import { outermost } from './main-text.ts';
import { authorWords, bylineAside, bylineWords, noAuthors } from './page-words.rules.ts';

export type Authors = {
  /** One statement for each byline: `By Jane Doe\nPolitical Editor`. */
  readonly bylines: readonly string[];
  readonly read: readonly Element[];
};

/** Bylines of pictures stand in their figures; a byline on the page but outside of the story counts only where the story has none. */
export function readAuthors(page: Element, region: Element): Authors {
  for (const holder of region === page ? [region] : [region, page]) {
    for (const isIt of [isByline, isAuthor]) {
      const found = outermost(
        holder,
        (element) => element.name === 'figure' || element.name === 'figcaption' || isIt(element),
      ).filter((element) => isIt(element) && statementOf(element) !== undefined);
      if (found.length > 0)
        return { bylines: statementsOf(besideFirst(holder, found), isIt === isAuthor), read: found };
    }
  }
  return { bylines: [], read: [] };
}

/** Other bylines on the page are those of other stories: only what stands together signed this one. */
function besideFirst(holder: Element, found: readonly Element[]): readonly Element[] {
  const first = found[0]!;
  const parent = parentOf(holder, first);
  const grandparent = parent && parentOf(holder, parent);
  const near = [parent, grandparent].filter(
    (each) => each !== undefined && each !== holder && (lineOf(each)?.length ?? 0) <= 400,
  );
  const inNear = new Set(near.flatMap((each) => descendants(each, ...new Set(found.map(({ name }) => name)))));
  const row = new Set(parent ? rowFrom(parent, first, new Set(found)) : []);
  return found.filter((element) => element === first || row.has(element) || inNear.has(element));
}

/** The elements that follow directly: nothing stands between but "and" or a comma. */
function rowFrom(parent: Element, first: Element, found: ReadonlySet<Element>): readonly Element[] {
  const after = parent.children.slice(parent.children.indexOf(first) + 1);
  const end = after.findIndex((node) =>
    isElement(node) ? !found.has(node) && lineOf(node) !== undefined : node.trim().length > 5,
  );
  return after.slice(0, end < 0 ? after.length : end).filter(isElement);
}

function parentOf(holder: Element, element: Element): Element | undefined {
  if (holder.children.includes(element)) return holder;
  for (const inner of holder.children) {
    const found = isElement(inner) ? parentOf(inner, element) : undefined;
    if (found) return found;
  }
  return undefined;
}

function isByline(element: Element): boolean {
  return isNamed(element, bylineWords) && isShort(element);
}

function isAuthor(element: Element): boolean {
  const says =
    /\bauthor\b/i.test(`${attribute(element, 'rel') ?? ''} ${attribute(element, 'itemprop') ?? ''}`) ||
    isNamed(element, authorWords);
  return says && element.name !== 'meta' && element.name !== 'link' && isShort(element);
}

/** A paragraph about the author is no byline. */
function isShort(element: Element): boolean {
  const text = lineOf(element);
  return (
    text !== undefined &&
    text.length <= 300 &&
    descendants(element, 'h1', 'figure').length === 0 &&
    descendants(element, 'p').filter((each) => (lineOf(each)?.length ?? 0) > 120).length === 0
  );
}

/** Authors who stand each in an element of their own signed the story together; the same name is often there twice, for small screens and large. */
function statementsOf(elements: readonly Element[], areNames: boolean): readonly string[] {
  const given = elements.map(statementOf).filter((statement) => statement !== undefined);
  const words = (statement: string): readonly string[] => statement.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const says = (other: string, statement: string): boolean => {
    const said = new Set(words(other));
    return words(statement).every((word) => said.has(word));
  };
  const statements = given.filter(
    (statement, index) =>
      !given.some((other, at) => at !== index && says(other, statement) && (!says(statement, other) || at < index)),
  );
  if (areNames && statements.every((statement) => !statement.includes('\n'))) return [joinNames(statements)];
  // "By Jane Doe" / "Shipping Correspondent": what announces nobody belongs to the line above.
  return statements.reduce<readonly string[]>(
    (all, statement) =>
      all.length === 0 || looksLikeByline(statement)
        ? [...all, statement]
        : [...all.slice(0, -1), `${all.at(-1)!}\n${statement}`],
    [],
  );
}

/** "A", "A and B", "A, B and C". */
export function joinNames(names: readonly string[]): string {
  const rest = names.slice(0, -1);
  return rest.length === 0 ? (names[0] ?? '') : `${rest.join(', ')} and ${names.at(-1)!}`;
}

function statementOf(element: Element): string | undefined {
  const isAside = (inner: Element): boolean =>
    /^(?:time|img|sup)$/.test(inner.name) ||
    (isNamed(inner, bylineAside) && !isNamed(inner, authorWords)) ||
    (/^(?:mailto|tel):/.test(attribute(inner, 'href') ?? '') && !/\p{Lu}\p{L}+\s+\p{L}/u.test(lineOf(inner) ?? ''));
  const lines = linesOf(element, isAside)
    .flatMap(withoutAsides)
    .filter((line) => /\p{L}{2}/u.test(line));
  const names = lines.filter((line) => !noAuthors.has(line.toLowerCase()));
  if (names.length === 0 || names.join(' ').length > 250) return undefined;
  return joinedLines(names);
}

/** "By" alone on a line belongs to the line below, and so does a line that begins with "and" or a comma. */
function joinedLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (text === '') return line;
    const belongs =
      /^(?:,|and\b|und\b|et\b|&|y\b|e\b|og\b|och\b|i\b)/i.test(line) ||
      /(?:^|\n|\s)(?:by|von|par|por|di|av|af|door|text|and|und|et|words)\s*:?$|[,:&]$/i.test(text);
    return `${text}${belongs ? (line.startsWith(',') ? '' : ' ') : '\n'}${line}`;
  }, '');
}

/** "By Jane Doe | 8 Feb 2026 | 5 min read": only what can be a name or title stays. */
function withoutAsides(given: string): readonly string[] {
  const line = given
    .replace(/^(?:artikel )?(?:veröffentlicht|published|posted|publié|publicado)\b[^,|]{0,20}[,|]\s*/iu, '')
    .replace(trailingDate, '')
    .replace(trailingAside, '')
    .replace(/\s+[-–—|]\s*$/u, '')
    .trim();
  if (/^[^\p{L}]*$|[:：]$/u.test(line) && !/^(?:by|von|par|por|di|text|words)\s*:$/i.test(line)) return [];
  const parts = line.split(/\s+[|•·]\s+|\s*[|•·]\s*$/u).filter((part) => part !== '');
  const kept = parts.filter((part) => !isAsideText(part));
  return kept.length === parts.length ? [line] : kept;
}

/** "Lucas Nolan 22 Dec 2016": bounded, since a line may be long. */
const trailingDate =
  /[\s,|·•–—-]*(?:\b(?:on|am|le|el|den)\s)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\.?\s\p{L}{3,9}\.?,?\s\d{4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2},?\s\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[\s,|·•–—-]+(?:at|um|à)?\s?\d{1,2}[:.h]\d{2}.{0,20})?\d{0,6}\s*(?:updated|published)?\s*$/iu;

/** "Jane Doe Twitter", "Jane Doe 7 hours", "By Jane Doe published": what stands behind two words of a name. */
const trailingAside =
  /(?<=\p{L}\s\p{L}[\p{L}.'’-]{1,40})\s+(?:twitter|facebook|linkedin|instagram|e-?mail|published|updated|\d{1,2}\s(?:mins?|minutes?|hours?|days?)(?:\sago)?)$/iu;

function isAsideText(text: string): boolean {
  return (
    /\d{1,2}[:.]\d{2}|\b(?:19|20)\d{2}\b|\bmin(?:ute)?s?\.? read\b|\b(?:hours?|hrs?|minutes?|mins?|days?|weeks?) ago\b|^\d+\s?(?:min|std|stunden|hours?)\b|^(?:vor|il y a|hace|há|før|för|před|fa|siden|sedan)\s+\d/i.test(
      text,
    ) ||
    /^(?:published|updated|posted|last updated|follow|share|e-?mail|twitter|print|comments?|suivre|folgen|seguir|segui|følg|följ)\b/i.test(
      text,
    )
  );
}

/** A byline by its words, in the line of facts below a headline. */
export function bylineIn(lines: readonly string[]): string | undefined {
  return lines.flatMap(withoutAsides).find(looksLikeByline);
}

/** Names of authors in metadata: no addresses, no accounts of the system. */
export function realNames(names: readonly string[]): readonly string[] {
  const real = names
    .map((name) => name.replace(/\s*[(<[]\s*(?:https?:\/\/|www\.|mailto:)[^\s)>\]]{1,300}[)>\]]\s*$/, '').trim())
    .filter(
      (name) =>
        name !== '' && !/^(?:https?:)?\/\/|^@?[\w.-]+@[\w.-]+$/.test(name) && !noAuthors.has(name.toLowerCase()),
    );
  return [...new Set(real)];
}
