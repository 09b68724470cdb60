import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { builtInAuthority } from '../../shared/normalise/authority.ts';
import { parseCredit, readCredit } from '../../shared/normalise/parse-credit.ts';
import { designationRows } from '../../shared/normalise/credit/phrases.rules.ts';
import type { Credit } from '../../shared/story.ts';
import { readCases, readLabels } from '../strings.ts';

const parse = (text: string): Credit => parseCredit(text, builtInAuthority);

function show({ people, organisations, designations, for: client, licence, copyright }: Credit): string {
  const rest: string[] = [...designations];
  if (client) rest.push(`for ${client}`);
  if (licence) rest.push(licence);
  if (copyright) rest.push(`© ${[copyright.year, copyright.holder].filter((part) => part !== undefined).join(' ')}`);
  return `${people.join('; ')} | ${organisations.join('; ')} | ${rest.join('; ')}`.trimEnd();
}

describe('a credit', () => {
  it.each(readCases('credits.txt').map(({ given, wanted }) => [given, wanted]))('%s', (given, wanted) => {
    expect(show(parse(given))).toBe(wanted);
  });

  const labels = readLabels<Partial<Credit>>('credits.jsonl');
  it.skipIf(!labels)('of the labelled set reads as labelled (needs the set beside the checkout)', () => {
    const wrong = labels!.filter(({ in: given, want }) => {
      const got = parse(given);
      const defaults = {
        people: [],
        organisations: [],
        designations: [],
        for: undefined,
        licence: undefined,
        copyright: undefined,
      };
      return (Object.keys({ ...defaults, line: '' }) as readonly (keyof Credit)[]).some(
        (field) => JSON.stringify(got[field]) !== JSON.stringify({ ...defaults, ...want }[field as never]),
      );
    });
    expect(wrong.map(({ in: given }) => given)).toEqual([]);
  });
});

describe('every designation', () => {
  it.each(designationRows.flatMap(({ designation, words }) => words.split('|').map((word) => [word, designation])))(
    'is read from “%s”: %s',
    (word, designation) => {
      expect(parse(`${word}/AFP`)).toMatchObject({ designations: [designation], organisations: ['AFP'] });
    },
  );
});

const given = fc.constantFrom('Jane', 'John', 'Marta', 'Jean-Luc', 'Nguyễn', 'Ana María', 'J.K.', 'Tomas');
const surname = fc.constantFrom(
  'Roe',
  'Doe',
  "O'Hara",
  'McKenna',
  'van der Berg',
  'de la Cruz',
  'Lindqvist',
  'Şahin',
  'Roe-Doe',
);
const person = fc.tuple(given, surname).map((names) => names.join(' '));
const agency = fc.constantFrom(
  'AFP',
  'AP',
  'Reuters',
  'Getty Images',
  'dpa',
  'Newsflash',
  'NurPhoto',
  'Xinhua',
  'Metropolitan Police',
  'NASA',
  'Instagram',
);
const institution = fc.constantFrom(
  'University of Leeds',
  'Ministry of Health',
  'Polizei Hamburg',
  'Perth Zoo',
  'Kent Police',
  'Museo Nacional',
);
const separator = fc.constantFrom('/', ' / ', ' via ', ' | ', ' - ', ' – ');
const credit = fc
  .tuple(
    fc.constantFrom('', 'Photo by ', '(Photo: ', 'Foto: ', 'Mandatory Credit: '),
    fc.array(person, { maxLength: 3 }),
    fc.array(fc.oneof(agency, institution), { minLength: 1, maxLength: 3 }),
    separator,
  )
  .map(([prefix, people, organisations, sign]) => ({
    people,
    organisations,
    text: `${prefix}${[people.join(', '), ...organisations].filter((part) => part !== '').join(sign)}`,
  }));

describe('reading a credit', () => {
  it('loses no name and makes no person an organisation or the other way round', () => {
    fc.assert(
      fc.property(credit, ({ people, organisations, text }) => {
        const read = parse(text);
        expect(new Set(read.people)).toEqual(new Set(people));
        expect(new Set(read.organisations)).toEqual(new Set(organisations));
      }),
      { numRuns: 500 },
    );
  });

  it('again changes nothing', () => {
    fc.assert(
      fc.property(credit, ({ text }) => {
        const once = parse(text);
        expect(parse(once.line)).toMatchObject({
          line: once.line,
          people: once.people,
          organisations: once.organisations,
        });
      }),
      { numRuns: 500 },
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
      '('.repeat(900),
      'a/'.repeat(450),
      ' via '.repeat(190),
      '© '.repeat(450),
      '@'.repeat(990),
      `${'Jane Roe and '.repeat(70)}AFP`,
      'x'.repeat(1_000_000),
      '-'.repeat(999),
      `${'A '.repeat(480)}/AFP`,
    ])
      expect(parse(text).given).toBe(text);
  });

  it('accounts for what it took away', () => {
    const { trace, credit: read } = readCredit(
      'Mandatory Credit: Photo by Staff Sgt. Jane Roe/U.S. Army/Released (1234567)',
      builtInAuthority,
    );
    expect(read.line).toBe('Jane Roe/U.S. Army');
    expect(trace.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([
        'usage-note',
        'announcing',
        'rank',
        'number',
        'person-by-shape',
        'organisation-by-known',
      ]),
    );
  });

  it('explains every line it changed', () => {
    expect(readCredit('AFP PHOTO / NASA', builtInAuthority).notes).toEqual([
      {
        step: 'credits',
        rule: 'agency-first',
        before: 'AFP PHOTO / NASA',
        after: 'NASA/AFP',
        text: expect.stringContaining('supplier stood first') as string,
      },
    ]);
    expect(readCredit('Jane Roe/AFP', builtInAuthority).notes).toEqual([]);
  });
});
