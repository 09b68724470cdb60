// The byline as written, held against the authors the page names to machines: what is glued to it comes apart, and what is no byline goes.
// "Jane Doe Northlight Shipping Correspondent" / "Listen to this story" with the author Jane Doe → "Jane Doe, Northlight Shipping Correspondent".

import type { JsonObject } from '../json-fields.ts';
import { textIn } from '../json-fields.ts';
import { joinNames, realNames } from './authors.ts';
import { withoutMarkup } from './facts.ts';
import { jobWords } from './page-words.rules.ts';

/** Names of people who wrote the story, from the article's `author`; houses and accounts are none. */
export function peopleAmong(authors: readonly JsonObject[], houses: readonly string[]): readonly string[] {
  const named = authors
    .filter((author) => !/Organization/.test(textIn(author, '@type') ?? ''))
    .map(
      (author) =>
        textIn(author, 'name') ??
        [textIn(author, 'givenName'), textIn(author, 'familyName')].filter((part) => part !== undefined).join(' '),
    );
  const known = new Set(houses.map(wordsOf));
  return realNames(
    named.map((name) => withoutMarkup(name).replace(/^(?:by|von|par|por|di)\s+(?=\p{Lu})/iu, '')),
  ).filter((name) => /^[^\d,/|:]{3,40}$/.test(name) && name.includes(' ') && !known.has(wordsOf(name)));
}

/** The statements as they are where the page names nobody; its names where the statements have none of them. */
export function signedBy(statements: readonly string[], people: readonly string[]): readonly string[] {
  if (people.length === 0) return statements;
  const lines = statements.map((statement) => statement.split('\n'));
  if (!lines.flat().some((line) => namesOne(line, people))) return [joinNames(people)];
  const named = lines.flat().filter((line) => namesOne(line, people));
  const others = lines.flat().filter((line) => !namesOne(line, people) && isName(line));
  // Teasers have names too; as many as there are authors may have signed with them.
  const isSigner = (line: string): boolean =>
    namesOne(line, people) || (others.length <= named.length && others.includes(line));
  return lines
    .map((each) =>
      each
        .filter((line, index) => isSigner(line) || (isSigner(each[index - 1] ?? '') && isTitle(line)))
        .map((line) => apart(line, people))
        .join('\n'),
    )
    .filter((statement) => statement !== '');
}

function namesOne(line: string, people: readonly string[]): boolean {
  const words = ` ${wordsOf(line)} `;
  return people.some((name) => words.includes(` ${wordsOf(name)} `));
}

function isName(line: string): boolean {
  return (
    /^(?:(?:by|von|par|por|di|and|und|et|y|og|och)\s+)?\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}$/iu.test(
      line,
    ) &&
    !/\s\p{Ll}{2,}/u.test(line.replace(/^\p{Ll}+\s/u, '')) &&
    !jobWords.test(line)
  );
}

/** A line below a name that tells what the person does. */
function isTitle(line: string): boolean {
  return line.length <= 80 && !/[\d?!"“”]/.test(line) && jobWords.test(line);
}

/** Names and titles that only their looks set apart on the page. */
function apart(line: string, people: readonly string[]): string {
  const found = people
    .map((name) => ({ name, at: line.toLowerCase().indexOf(name.toLowerCase()) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  return found.reduceRight((text, { name, at }, index) => {
    const end = at + name.length;
    const after = text.slice(end);
    const next = found[index + 1];
    if (next && /^\s*$/.test(line.slice(end, next.at)))
      return `${text.slice(0, end)}${index === found.length - 2 ? ' and' : ','} ${after.trimStart()}`;
    return /^\s+\p{Lu}/u.test(after) ? `${text.slice(0, end)}, ${after.trimStart()}` : text;
  }, line);
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
