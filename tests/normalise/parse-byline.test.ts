import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { builtInAuthority } from '../../shared/normalise/authority.ts';
import { parseByline } from '../../shared/normalise/parse-byline.ts';
import type { Byline, BylinePerson } from '../../shared/story.ts';
import { readCases, readLabels } from '../strings.ts';

const parse = (text: string): Byline => parseByline(text, builtInAuthority);

function showPerson({ name, role, title, organisation, place, contact }: BylinePerson): string {
  const parts = [
    name,
    role && `(${role})`,
    title && `[${title}]`,
    organisation && `of ${organisation}`,
    place && `in ${place}`,
    contact,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

describe('a byline', () => {
  it.each(readCases('bylines.txt').map(({ given, wanted }) => [given, wanted]))('%s', (given, wanted) => {
    const { people, organisations } = parse(given);
    expect(`${people.map(showPerson).join('; ')} | ${organisations.join('; ')}`.trimEnd()).toBe(wanted);
  });

  const labels = readLabels<Byline>('bylines.jsonl');
  it.skipIf(!labels)('of the labelled set reads as labelled (needs the set beside the checkout)', () => {
    const key = ({ people, organisations, line }: Byline): string =>
      JSON.stringify([people.map((person) => showPerson(person)), organisations, line]);
    expect(
      labels!.filter(({ in: given, want }) => key(parse(given)) !== key(want)).map(({ in: given }) => given),
    ).toEqual([]);
  });
});

const given = fc.constantFrom('Jane', 'John', 'Marta', 'Jean-Luc', 'Ana María', 'Tomas', 'Aino');
const surname = fc.constantFrom('Roe', 'Doe', "O'Hara", 'McKenna', 'van der Berg', 'Lindqvist', 'Virtanen');
const person = fc.tuple(given, surname).map((names) => names.join(' '));
const authors = fc.uniqueArray(person, { minLength: 1, maxLength: 4 });

describe('reading a byline', () => {
  it('finds everyone, in order, whatever announces and joins them', () => {
    fc.assert(
      fc.property(
        authors,
        fc.constantFrom('By ', 'BY ', 'Von ', 'Par ', 'Por ', 'Text: ', ''),
        fc.constantFrom(' and ', ' & ', ' und ', ' et '),
        (people, announced, and) => {
          const list = people.length === 1 ? people[0]! : `${people.slice(0, -1).join(', ')}${and}${people.at(-1)}`;
          expect(parse(announced + list).people).toEqual(people.map((name) => ({ name })));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('again changes nothing', () => {
    fc.assert(
      fc.property(authors, (people) => {
        const once = parse(`By ${people.join(', ').toUpperCase()}`);
        expect(parse(once.line)).toMatchObject({ line: once.line, people: once.people });
      }),
    );
  });

  it('never throws, keeps what was given, and answers in time however hostile the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 })),
        (text) => void expect(parse(text).given).toBe(text),
      ),
      { numRuns: 1000 },
    );
    for (const text of [
      '('.repeat(1400),
      'and '.repeat(370),
      'By '.repeat(480),
      `By ${'Jane Doe, '.repeat(140)}`,
      '@'.repeat(1400),
      'x'.repeat(1_000_000),
      'editing by '.repeat(130),
    ])
      expect(parse(text).given).toBe(text);
  });
});
