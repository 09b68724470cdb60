// Names get name case only where the wire shouted or whispered; a writer's own case stays.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameCase } from '../../shared/normalise/name-case.ts';

describe('name case', () => {
  it.each([
    ['JANE ROE', 'Jane Roe'],
    ['jane roe', 'Jane Roe'],
    ['RONALD MCDONALD', 'Ronald McDonald'],
    ["SINÉAD O'NEILL", "Sinéad O'Neill"],
    ['SINÉAD O’NEILL', 'Sinéad O’Neill'],
    ['JEAN-CLAUDE ROE', 'Jean-Claude Roe'],
    ['RAFAEL VAN DER BERG', 'Rafael van der Berg'],
    ['ANA DE LA CRUZ', 'Ana de la Cruz'],
    ['MARINE LE PEN', 'Marine Le Pen'],
    ['JOHN ROE III', 'John Roe III'],
    ['JOHN ROE JR.', 'John Roe Jr.'],
    ['J.K. ROE', 'J.K. Roe'],
    ['FIONA MACDONALD', 'Fiona Macdonald'],
    ['ALI AL-SAID', 'Ali al-Said'],
    ['LUDOVIC ROE-DOE', 'Ludovic Roe-Doe'],
    ['Ludovic ROE', 'Ludovic Roe'],
    ['Jean-Marc LE GALL', 'Jean-Marc Le Gall'],
    ['Ludovic VAN DEN BERG', 'Ludovic van den Berg'],
    ['ŞEYMA İNAN', 'Şeyma İnan'],
    ['山口直子', '山口直子'],
    ['WIRYANTO', 'WIRYANTO'],
    ['@JaneRoe', '@JaneRoe'],
  ])('%s → %s', (given, want) => expect(nameCase(given)).toBe(want));

  it('leaves mixed case alone', () => {
    const word = fc
      .tuple(
        fc.constantFrom('A', 'B', 'Mac', 'De', 'O’', 'Mc', 'Þ', 'Ş', 'É'),
        fc.string({ unit: fc.constantFrom('a', 'e', 'o', 'n', 'r', 'é', 'ş'), minLength: 2, maxLength: 6 }),
        fc.constantFrom('', 'B', 'Donald'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        (words) => void expect(nameCase(words.join(' '))).toBe(words.join(' ')),
      ),
    );
  });

  it('changes nothing twice', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (text) => void expect(nameCase(nameCase(text))).toBe(nameCase(text)),
      ),
      { numRuns: 500 },
    );
  });
});
