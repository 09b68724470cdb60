// The same person named twice counts once: "Reporting by Jane Doe in Rome" and "By Jane Doe" are one author, in Rome.

import type { BylinePerson } from '../../story.ts';

/** Adds `others` to `people`; who is there already, by `isSame` work, gains what the other statement knows more. */
export function joinPeople(
  people: readonly BylinePerson[],
  others: readonly BylinePerson[],
  isSame: (a: BylinePerson, b: BylinePerson) => boolean,
): readonly BylinePerson[] {
  const joined = [...people];
  for (const person of others) {
    const known = joined.findIndex((each) => sameName(each.name, person.name) && isSame(each, person));
    if (known < 0) joined.push(person);
    else joined[known] = { ...person, ...joined[known]!, ...firstRole(joined[known]!, person) };
  }
  return joined;
}

/** Who signs as author is the author, whatever else the person did. */
function firstRole(known: BylinePerson, other: BylinePerson): { readonly role?: string } {
  return known.role === undefined || other.role === undefined ? { role: undefined } : { role: known.role };
}

function sameName(a: string, b: string): boolean {
  const plain = (name: string): string =>
    name
      .normalize('NFD')
      .replace(/[^\p{L} ]/gu, '')
      .toLowerCase();
  return plain(a) === plain(b);
}
