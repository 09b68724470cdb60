// The words of an element's class and id, by which pages name their parts: `<div class="newsletterSignup has-sidebar">` → newsletter, signup.

import type { Element } from '../element.ts';
import { attribute } from '../element.ts';
import { stateWords } from './page-words.rules.ts';

/** Class and id as written. */
export function namesOf(element: Element): string {
  return `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''} ${attribute(element, 'data-component') ?? ''}`
    .slice(0, 2000)
    .trim();
}

/** The words of each class, in order; classes that only tell a state are left out. */
export function classesOf(element: Element): readonly (readonly string[])[] {
  const names = namesOf(element);
  if (names === '') return [];
  const classes = names.split(/\s+/).map((name) =>
    name
      .replace(/([a-z\d])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );
  return classes.filter(([first]) => first !== undefined && !stateWords.has(first));
}

/** Whether a word of the classes is in the table, or two words in a row are. */
export function isNamed(element: Element, words: ReadonlySet<string>, pairs?: ReadonlySet<string>): boolean {
  return namedBy(element, words, pairs) !== undefined;
}

/** The word of the table that names the element. */
export function namedBy(element: Element, words: ReadonlySet<string>, pairs?: ReadonlySet<string>): string | undefined {
  for (const parts of classesOf(element)) {
    const word =
      parts.find((part) => words.has(part)) ??
      (pairs &&
        parts
          .slice(1)
          .map((part, index) => `${parts[index]!}-${part}`)
          .find((pair) => pairs.has(pair)));
    if (word !== undefined) return word;
  }
  return undefined;
}
