// Who wrote the story, as the page says it: the byline as written, else the names of its authors.
// `<div class="byline">By <a rel="author">Jane Doe</a> <time>2 hours ago</time></div>` → "By Jane Doe".

import type { Element } from '../element.ts';
import { attribute, descendants } from '../element.ts';
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
      const found = outermost(holder, (element) => element.name === 'figure' || element.name === 'figcaption' || isIt(element)).filter((element) => isIt(element) && statementOf(element) !== undefined);
      if (found.length > 0) return { bylines: statementsOf(found, isIt === isAuthor), read: found };
    }
  }
  return { bylines: [], read: [] };
}

function isByline(element: Element): boolean {
  return isNamed(element, bylineWords) && isShort(element);
}

function isAuthor(element: Element): boolean {
  const says = /\bauthor\b/i.test(`${attribute(element, 'rel') ?? ''} ${attribute(element, 'itemprop') ?? ''}`) || isNamed(element, authorWords);
  return says && element.name !== 'meta' && element.name !== 'link' && isShort(element);
}

/** A paragraph about the author is no byline. */
function isShort(element: Element): boolean {
  const text = lineOf(element);
  return text !== undefined && text.length <= 300 && descendants(element, 'h1', 'figure').length === 0 && descendants(element, 'p').filter((each) => (lineOf(each)?.length ?? 0) > 120).length === 0;
}

/** Authors who stand each in an element of their own signed the story together; the same name is often there twice, for small screens and large. */
function statementsOf(elements: readonly Element[], areNames: boolean): readonly string[] {
  const all = elements.map(statementOf).filter((statement) => statement !== undefined);
  const statements = all.filter((statement, index) => all.findIndex((other) => other.toLowerCase() === statement.toLowerCase()) === index && !all.some((other) => other !== statement && other.toLowerCase().includes(statement.toLowerCase())));
  return areNames && statements.every((statement) => !statement.includes('\n')) ? [joinNames(statements)] : statements;
}

/** "A", "A and B", "A, B and C". */
export function joinNames(names: readonly string[]): string {
  const rest = names.slice(0, -1);
  return rest.length === 0 ? (names[0] ?? '') : `${rest.join(', ')} and ${names.at(-1)!}`;
}

function statementOf(element: Element): string | undefined {
  const isAside = (inner: Element): boolean => inner.name === 'time' || inner.name === 'img' || (isNamed(inner, bylineAside) && !isNamed(inner, authorWords)) || /^(?:mailto|tel):/.test(attribute(inner, 'href') ?? '') && !/\p{Lu}\p{L}+\s+\p{L}/u.test(lineOf(inner) ?? '');
  const lines = linesOf(element, isAside).flatMap(withoutAsides).filter((line) => /\p{L}{2}/u.test(line));
  const names = lines.filter((line) => !noAuthors.has(line.toLowerCase()));
  if (names.length === 0 || names.join(' ').length > 250) return undefined;
  return joinedLines(names);
}

/** "By" alone on a line belongs to the line below, and so does a line that begins with "and" or a comma. */
function joinedLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (text === '') return line;
    const belongs = /^(?:,|and\b|und\b|et\b|&|y\b|e\b|og\b|och\b|i\b)/i.test(line) || /(?:^|\n|\s)(?:by|von|par|por|di|av|af|door|text|and|und|et|words)\s*:?$|[,:&]$/i.test(text);
    return `${text}${belongs ? (line.startsWith(',') ? '' : ' ') : '\n'}${line}`;
  }, '');
}

/** "By Jane Doe | 8 Feb 2026 | 5 min read": only what can be a name or title stays. */
function withoutAsides(line: string): readonly string[] {
  const parts = line.split(/\s+[|•·]\s+|\s*[|•·]\s*$/u).filter((part) => part !== '');
  const kept = parts.filter((part) => !isAsideText(part));
  return kept.length === parts.length ? [line] : kept;
}

function isAsideText(text: string): boolean {
  return /\d{1,2}[:.]\d{2}|\b(?:19|20)\d{2}\b|\bmin(?:ute)?s?\.? read\b|\b(?:hours?|minutes?|days?) ago\b/i.test(text) || /^(?:published|updated|posted|last updated|follow|share|e-?mail|twitter|print|comments?)\b/i.test(text);
}

/** A byline by its words, in the line of facts below a headline. */
export function bylineIn(lines: readonly string[]): string | undefined {
  return lines.flatMap(withoutAsides).find(looksLikeByline);
}

/** Names of authors in metadata: no addresses, no accounts of the system. */
export function realNames(names: readonly string[]): readonly string[] {
  const real = names.map((name) => name.trim()).filter((name) => name !== '' && !/^(?:https?:)?\/\/|^@?[\w.-]+@[\w.-]+$/.test(name) && !noAuthors.has(name.toLowerCase()));
  return [...new Set(real)];
}
