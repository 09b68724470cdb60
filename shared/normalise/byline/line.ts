// "By Jane Doe and John Roe": authors only; organisations where nobody else signs.

import type { BylinePerson } from '../../story.ts';

export function bylineLine(people: readonly BylinePerson[], organisations: readonly string[]): string {
  const authors = people.filter(({ role }) => role === undefined).map(({ name }) => name);
  const names = authors.length > 0 ? authors : organisations;
  if (names.length === 0) return '';
  return `By ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`}`;
}
