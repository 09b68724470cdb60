// Who wrote it: "By MARTA LINDQVIST and Tomas O'Hara, Harbour Wire" → two people of Harbour Wire, "By Marta Lindqvist and Tomas O'Hara".

import type { Block, Byline, Note } from '../story.ts';
import { joinPeople } from './byline/join.ts';
import { bylineLine } from './byline/line.ts';
import { parseByline, readByline } from './parse-byline.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

export function readBylines(copy: Copy, { authority, style }: Rules): Copy {
  const found = liftFromBody(copy, authority);
  const given = (found.draft.bylines ?? []).filter((line) => line.trim() !== '');
  const codes = given.filter((line) => isCode(line.trim(), authority));
  const read = given.filter((line) => !codes.includes(line)).map((line) => readByline(line, authority, style));
  const byline = read.length > 0 ? read.map((each) => each.byline).reduce(joinBylines) : undefined;
  const notes = [...codes.map(codeNote), ...read.flatMap((each) => each.notes)];
  const names = byline !== undefined && byline.people.length + byline.organisations.length > 0;
  return { ...found, ...(names && { made: { ...found.made, byline } }), notes: [...found.notes, ...notes] };
}

/** How a newsroom's system calls its users: initials "gr/bp" and "VRG", the login "jane.doe". Nobody signs so. */
const code = /^(?:\p{Ll}{2,3}(?:[/-]\p{Ll}{2,3})*|\p{Lu}{2,4}(?:-\p{Lu}{2,4})?|\p{Ll}+[._]\p{Ll}+\d*)$/u;

function isCode(line: string, authority: Rules['authority']): boolean {
  return code.test(line) && authority.find(line) === undefined;
}

function codeNote(before: string): Note {
  return {
    step: 'bylines',
    rule: 'no-name',
    before,
    text: 'The byline is a code of the sender’s own system and names nobody.',
  };
}

const bylineParagraph = /^(?:by|von|par|por|di|door|av|af)\s+(?=\p{Lu})[^.!?:;]*(?:\b\p{Lu}\.[^.!?:;]*)*$/iu;

/** At the foot of a story: "Autor: Jan Wilk". */
const announcedName =
  /^(?:text|texte|texto|testo|tekst|teksti|autor|autorka|autorin|auteur|autore|author|reporter|bericht|reportage|автор|текст|記者|记者|文)\s?[:：]\s?[\p{Lu}\p{Lo}][^.!?:]*$/iu;

/** Many wires print the byline once more, or only, as the first line of the text: "By Jane Doe", "By Jane Doe and John Roe, AP". */
function liftFromBody(copy: Copy, authority: Rules['authority']): Copy {
  const { draft } = copy;
  const isByline = (block: Block, at: number): boolean =>
    block.type === 'paragraph' &&
    block.text.length <= 120 &&
    ((at < 4 && bylineParagraph.test(block.text)) ||
      (at > 0 &&
        at === draft.body.length - 1 &&
        (bylineParagraph.test(block.text) || announcedName.test(block.text)))) &&
    namesSomebody(block.text, authority);
  const index = draft.body.findIndex(isByline);
  const block = draft.body[index];
  if (block?.type !== 'paragraph') return copy;
  const note = {
    step: 'bylines',
    rule: 'byline-in-body',
    before: block.text,
    text: 'The byline was taken out of the body.',
  };
  const own = draft.bylines ?? [];
  const bylines = own.some((line) => words(line) === words(block.text)) ? own : [block.text, ...own];
  // A body of nothing else keeps its only words.
  if (!draft.body.some((other) => other !== block && 'text' in other)) return { ...copy, draft: { ...draft, bylines } };
  return { ...copy, draft: { ...draft, bylines, body: draft.body.toSpliced(index, 1) }, notes: [...copy.notes, note] };
}

function namesSomebody(text: string, authority: Rules['authority']): boolean {
  const { people, organisations } = parseByline(text, authority);
  return people.length > 0
    ? people.every(({ name }) => name.split(' ').length <= 5)
    : organisations.some((name) => authority.find(name) !== undefined);
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/^by\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Two statements about one story: everyone once, what is known of a person together, the line made anew of all authors. */
export function joinBylines(a: Byline, b: Byline): Byline {
  const people = joinPeople(
    a.people,
    b.people,
    (one, other) => one.role === other.role || one.role === undefined || other.role === undefined,
  );
  const organisations = [...new Set([...a.organisations, ...b.organisations])];
  const given = a.given === b.given ? a.given : `${a.given}\n${b.given}`;
  return { line: bylineLine(people, organisations), people, organisations, given };
}
