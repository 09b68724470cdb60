// Who wrote it: "By MARTA LINDQVIST and Tomas O'Hara, Harbour Wire" → two people of Harbour Wire, "By Marta Lindqvist and Tomas O'Hara".

import type { Byline, BylinePerson } from '../story.ts';
import { bylineLine } from './byline/line.ts';
import { readByline } from './parse-byline.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

export function readBylines(copy: Copy, { authority, style }: Rules): Copy {
  const given = (copy.draft.bylines ?? []).filter((line) => line.trim() !== '');
  if (given.length === 0) return copy;
  const read = given.map((line) => readByline(line, authority, style));
  const byline = read.map((each) => each.byline).reduce(joinBylines);
  return { ...copy, made: { ...copy.made, byline }, notes: [...copy.notes, ...read.flatMap(({ notes }) => notes)] };
}

/** Two statements about one story: everyone once, what is known of a person together, the line made anew of all authors. */
export function joinBylines(a: Byline, b: Byline): Byline {
  const people = [...a.people];
  for (const person of b.people) {
    const known = people.findIndex(({ name, role }) => sameName(name, person.name) && (role === person.role || person.role === undefined || role === undefined));
    if (known < 0) people.push(person);
    else people[known] = { ...person, ...people[known]!, ...firstRole(people[known]!, person) };
  }
  const organisations = [...new Set([...a.organisations, ...b.organisations])];
  const given = a.given === b.given ? a.given : `${a.given}\n${b.given}`;
  return { line: bylineLine(people, organisations), people, organisations, given };
}

/** Who signs as author is the author, whatever else the person did. */
function firstRole(known: BylinePerson, other: BylinePerson): { readonly role?: string } {
  if (known.role === undefined || other.role === undefined) return { role: undefined };
  return { role: known.role };
}

function sameName(a: string, b: string): boolean {
  const plain = (name: string): string => name.normalize('NFD').replace(/[^\p{L} ]/gu, '').toLowerCase();
  return plain(a) === plain(b);
}
