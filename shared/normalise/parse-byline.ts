// Reads a byline or a sign-off: "By JANE DOE and John Roe, AP" → Jane Doe of AP, John Roe of AP, line "By Jane Doe and John Roe".

import { decodeHTMLStrict } from 'entities';
import type { Byline, BylinePerson, Note } from '../story.ts';
import type { Authority } from './authority.ts';
import { noInformation } from './byline/phrases.rules.ts';
import { cutStamps } from './byline/dates.ts';
import { spellOutEastAsian } from './byline/east-asian.ts';
import { joinPeople } from './byline/join.ts';
import { readPeople } from './byline/people.ts';
import { dropAnnouncing, onlyAnnounces, splitStatements } from './byline/statements.ts';
import { bylineLine } from './byline/line.ts';
import { defaultStyle, houseInitials } from './house-style.ts';
import type { HouseStyle } from './house-style.ts';
import type { TraceStep } from './parse-credit.ts';
import { rememberFor } from '../remember.ts';

export type ReadByline = {
  readonly byline: Byline;
  readonly trace: readonly TraceStep[];
  readonly notes: readonly Note[];
};

/** Longer text is no byline; it is left alone. */
const longest = 1500;

/** Reads one byline or sign-off statement. Pure; never throws. */
export function parseByline(given: string, authority: Authority, style: HouseStyle = defaultStyle): Byline {
  return readByline(given, authority, style).byline;
}

/** The same with every step it took, so that a desk can ask why. The same reporters sign all day: each byline is read once. */
export function readByline(given: string, authority: Authority, style: HouseStyle = defaultStyle): ReadByline {
  let reader = readers.get(style);
  if (!reader) readers.set(style, (reader = rememberFor((text, list: Authority) => read(text, list, style))));
  return reader(given, authority);
}

const readers = new WeakMap<HouseStyle, (given: string, authority: Authority) => ReadByline>();

function read(given: string, authority: Authority, style: HouseStyle): ReadByline {
  const text = given.length > longest ? '' : spellOutEastAsian(clean(given));
  if (
    given.length > longest ||
    noInformation.has(text.toLowerCase()) ||
    onlyAnnounces(text) ||
    !/[\p{L}\p{N}]/u.test(text)
  )
    return made({ line: '', people: [], organisations: [], given }, [
      { rule: given.length > longest ? 'too-long' : 'no-information', before: given.slice(0, 200) },
    ]);
  const trace: TraceStep[] = [];
  let people: readonly BylinePerson[] = [];
  const organisations: string[] = [];
  const opened = dropAnnouncing(text, authority);
  if (noInformation.has(opened.text.toLowerCase()))
    return made({ line: '', people: [], organisations: [], given }, [{ rule: 'no-information', before: text }]);
  if (opened.announced !== '') trace.push({ rule: 'announcing', before: opened.announced });
  for (const statement of splitStatements(opened.text)) {
    const found = readPeople(statement, authority);
    if (statement.announced !== '')
      trace.push({ rule: 'role', before: statement.announced, after: statement.role ?? 'author' });
    trace.push(
      ...found.gone.map((words) => ({ rule: 'no-name', before: words })),
      ...found.people.map(personStep),
      ...found.organisations.map((name) => ({ rule: 'organisation', before: name })),
    );
    people = joinPeople(
      people,
      found.people.map((person) => ({ ...person, name: houseInitials(person.name, style) })),
      (one, other) => one.role === other.role,
    );
    organisations.push(...found.organisations);
  }
  const signing = [...new Set(organisations)];
  return made({ line: bylineLine(people, signing), people, organisations: signing, given }, trace);
}

function made(byline: Byline, trace: readonly TraceStep[]): ReadByline {
  const { line, given } = byline;
  const text = line === '' ? 'The byline names no author.' : 'The byline was brought into the house’s form.';
  return {
    byline,
    trace,
    notes: line === given ? [] : [{ step: 'bylines', rule: 'byline-line', before: given, after: line, text }],
  };
}

function personStep({ name, title, organisation, place, contact }: BylinePerson): TraceStep {
  const told = [title, organisation, place, contact].filter((part) => part !== undefined).join(', ');
  return { rule: 'person', before: name, ...(told !== '' && { after: told }) };
}

/** Entities, odd white space, and a bracket or quotation marks around the whole. */
function clean(given: string): string {
  const text = cutStamps(
    decodeHTMLStrict(given)
      .replace(/[（【［]/g, '(')
      .replace(/[）】］]/g, ')')
      .replace(/[｜丨]/g, '|')
      .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
      .replace(/\s*\t\s*/gu, '\n')
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/\s*\n\s*/g, '\n')
      .replace(/^By(?=\p{Lu}\p{Ll}+\s\p{Lu})/gmu, 'By ')
      .replace(/^["“„'«]([^"“”„'«»]*)["”“'»]$/u, '$1')
      .trim(),
  );
  const inner = /^[(\[]([^]*)[)\]]\.?$/u.exec(text)?.[1];
  return inner !== undefined && !/[)\]][^]*[(\[]/u.test(inner) ? inner.trim() : text;
}
