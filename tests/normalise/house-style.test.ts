// How the house writes credit lines, set and not coded; whatever the style, the line reads back as the same credit.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serve } from '../../lambdas/serve.ts';
import { builtInAuthority } from '../../shared/normalise/authority.ts';
import { defaultStyle, houseInitials } from '../../shared/normalise/house-style.ts';
import type { HouseStyle } from '../../shared/normalise/house-style.ts';
import { parseCredit } from '../../shared/normalise/parse-credit.ts';
import { headlineStory, storyOf, testGround } from '../ground.ts';

const line = (given: string, style: Partial<HouseStyle>): string =>
  parseCredit(given, builtInAuthority, { ...defaultStyle, ...style }).line;

describe('the house style', () => {
  it.each<[Partial<HouseStyle>, string]>([
    [{}, 'Jane Roe and John Doe/AFP/Getty Images'],
    [{ first: 'agency' }, 'AFP/Getty Images/Jane Roe and John Doe'],
    [{ joiner: ' / ' }, 'Jane Roe and John Doe / AFP / Getty Images'],
    [{ joiner: ' via ' }, 'Jane Roe and John Doe via AFP via Getty Images'],
    [{ designations: true }, 'Jane Roe and John Doe/AFP/Getty Images (Handout)'],
  ])('%j', (style, want) =>
    expect(line('Handout photo by Jane Roe and John Doe/AFP via Getty Images', style)).toBe(want),
  );

  it.each([
    ['J. K. Rowling', 'J.K.', 'J.K. Rowling'],
    ['JK Rowling', 'J.K.', 'J.K. Rowling'],
    ['J.K. Rowling', 'JK', 'JK Rowling'],
    ['J.K. Rowling', 'J. K.', 'J. K. Rowling'],
    ['Robert F. Kennedy Jr.', 'J.K.', 'Robert F. Kennedy Jr.'],
    ['Anna Roe III', 'JK', 'Anna Roe III'],
    ['Jane Roe', 'JK', 'Jane Roe'],
    ['J. K. Rowling', 'given', 'J. K. Rowling'],
  ] as const)('writes the initials of %s as %s', (name, initials, want) =>
    expect(houseInitials(name, { ...defaultStyle, initials })).toBe(want),
  );

  it('reads back every line it writes', () => {
    const style = fc.record<HouseStyle>({
      first: fc.constant('people'),
      joiner: fc.constantFrom('/', ' / ', ' | ', ' via ', ', '),
      initials: fc.constantFrom('given', 'J.K.', 'JK'),
      designations: fc.boolean(),
    });
    const credit = fc.constantFrom(
      'Jane Roe/AFP',
      'Jane Roe, John Doe/Reuters/Pool',
      'U.S. Navy photo by Jane Roe',
      'J. K. Roe/Getty Images for Netflix',
      'HANDOUT/NASA',
      'Jane Roe via AP',
    );
    fc.assert(
      fc.property(credit, style, (given, set) => void expect(line(line(given, set), set)).toBe(line(given, set))),
    );
  });

  it('sends the wire’s own words to the channels that want them, and the house’s to all others', async () => {
    using desk = testGround({ wireWording: ['desk/*'] });
    await storyOf(desk, 'north/a.txt', headlineStory('Photo by JANE ROE/AFP'));
    await desk.settle();
    const feed = async (channel: string): Promise<string> =>
      Buffer.from(
        (
          await serve(desk.ground, {
            rawPath: `/feeds/${channel}.rss`,
            headers: {},
            requestContext: { http: { method: 'GET' } },
          })
        ).body,
        'base64',
      ).toString('utf8');
    expect(await feed('all')).toContain('Jane Roe/AFP');
    expect(await feed('desk/north')).toContain('(Photo by JANE ROE/AFP)');
    expect(await feed('desk/north')).not.toContain('>Jane Roe/AFP');
  });
});
