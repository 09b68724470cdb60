// Captions and credits out of the body: whatever stands in a paragraph, no word of it is lost.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liftCaptions } from '../../shared/normalise/captions.ts';
import { defaultRules } from '../../shared/normalise/rules.ts';
import type { Block } from '../../shared/story.ts';

type Lifted = {
  readonly body: readonly Block[];
  readonly pictures: readonly { readonly caption?: string; readonly credit?: string }[];
};

function lift(...paragraphs: readonly string[]): Lifted {
  const body = paragraphs.map((text) => ({ type: 'paragraph' as const, text }));
  return liftCaptions({ draft: { format: 'plain-text', body, pictures: [] }, made: {}, notes: [] }, defaultRules).draft;
}

describe('a paragraph of the body', () => {
  it.each([
    ['Ships in the ice. (Jane Roe/AFP)', 'Ships in the ice.', '(Jane Roe/AFP)'],
    [
      'Ships in the ice. (Photo by JANE ROE/AFP via Getty Images)',
      'Ships in the ice.',
      '(Photo by JANE ROE/AFP via Getty Images)',
    ],
    ['Ships in the ice. Photo: Jane Roe/AFP', 'Ships in the ice.', 'Photo: Jane Roe/AFP'],
    ['Schiffe im Eis. Foto: Jana Roe/dpa', 'Schiffe im Eis.', 'Foto: Jana Roe/dpa'],
    ['Navires dans la glace. Crédit photo : Jeanne Roe/AFP', 'Navires dans la glace.', 'Crédit photo : Jeanne Roe/AFP'],
    [
      'Ships in the ice. Mandatory Credit: Jane Roe-USA TODAY Sports',
      'Ships in the ice.',
      'Mandatory Credit: Jane Roe-USA TODAY Sports',
    ],
    ['Ships in the ice. [Jane Roe/AFP]', 'Ships in the ice.', '[Jane Roe/AFP]'],
    ['Ships in the ice. (Courtesy of Kent Police)', 'Ships in the ice.', '(Courtesy of Kent Police)'],
    ['Ships in the ice. (U.S. Navy photo by Lt. Jane Roe)', 'Ships in the ice.', '(U.S. Navy photo by Lt. Jane Roe)'],
    [
      'Ships in the ice. (Satellite image ©2022 Maxar Technologies)',
      'Ships in the ice.',
      '(Satellite image ©2022 Maxar Technologies)',
    ],
    [
      'Ships in the ice. (Photo by Jane Roe/Shutterstock (12345607q))',
      'Ships in the ice.',
      '(Photo by Jane Roe/Shutterstock (12345607q))',
    ],
    ['Ships in the ice. (Parks Canada photo)', 'Ships in the ice.', '(Parks Canada photo)'],
    ['Ships in the ice. EFE/Jane Roe', 'Ships in the ice.', 'EFE/Jane Roe'],
    ['Ships in the ice. (fot. Jane Roe/PAP)', 'Ships in the ice.', '(fot. Jane Roe/PAP)'],
    ['Ships in the ice. | Photo: Jane Roe/PA', 'Ships in the ice.', 'Photo: Jane Roe/PA'],
    ['Ships in the ice. Handout via REUTERS', 'Ships in the ice.', 'Handout via REUTERS'],
  ])('%s is a caption with its credit', (text, caption, credit) => {
    expect(lift('First.', text).pictures).toMatchObject([{ caption, credit }]);
  });

  it.each([
    'The party leads by four points in a poll (Reuters/Ipsos).',
    'He moved to Paris (AFP) in May.',
    'The firm (formerly Harbour/Sons) said so.',
    'Shares fell 3% (see chart).',
    'He now works for both. AFP/Reuters',
    'She was born in Leeds (1951–2020).',
    'The minister met the envoy (and his wife/adviser).',
    'Image: that is all politics is now, Mr Roe said.',
    'Pictures courtesy of the museum show the ship as she was before the fire.',
    'Photo by photo, the family put its past together again.',
  ])('%s stays where it is', (text) => {
    expect(lift('First.', text)).toMatchObject({ body: [{ text: 'First.' }, { text }], pictures: [] });
  });

  it.each([
    ['Warships in the ice. (Newsflash)', 'Warships in the ice.', '(Newsflash)'],
    [
      'The skier at home in Kiruna. (Jane Roe for Newsflash)',
      'The skier at home in Kiruna.',
      '(Jane Roe for Newsflash)',
    ],
    ['The wedding cake. (Jana Novakova)', 'The wedding cake.', '(Jana Novakova)'],
    ['Picture: A field of wheat near Ely. (Jane Roe)', 'Picture: A field of wheat near Ely.', '(Jane Roe)'],
  ])('%s is a caption where a story goes on below it', (text, caption, credit) => {
    expect(lift('First.', text, 'Last.').pictures).toMatchObject([{ caption, credit }]);
  });

  it.each([
    'The mayor said that the bridge would stay. (Newsflash)',
    '“I saw it all.” (Jane Roe)',
    'He came in May. (Sunday)',
  ])('%s stays where it is', (text) => {
    expect(lift('First.', text, 'Last.').pictures).toEqual([]);
  });

  it('is no caption where an agency may sign the last one', () => {
    expect(lift('First.', 'The animal went home. (PAP)').pictures).toEqual([]);
    expect(lift('First.', 'A bear. (PAP)', 'Second.', 'A bear. (PAP)').body.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(
      lift('First.', 'A bear at home. (PAP)', 'Second.', 'A bear at home. (PAP)').body.map(({ type }) => type),
    ).toEqual(['paragraph', 'figure', 'paragraph']);
  });

  it('stands once as a picture however often it is repeated', () => {
    const { pictures, body } = lift(
      'First.',
      'Ships in the ice. (Jane Roe/AFP)',
      'Second.',
      'Ships in  the ICE. (Jane Roe/AFP)',
    );
    expect(pictures).toHaveLength(1);
    expect(body.map(({ type }) => type)).toEqual(['paragraph', 'figure', 'paragraph']);
  });

  it('loses no word, whatever the brackets hold', () => {
    const word = fc.constantFrom(
      'Jane',
      'Roe',
      'AFP',
      'photo',
      'by',
      'via',
      'Getty',
      'Images',
      'the',
      'Kent',
      'Police',
      'Foto:',
      'Handout',
      '2024',
      'ships',
      'O’Neill',
      '@jroe',
      '©',
      'Credit:',
      'Mandatory',
    );
    const phrase = (min: number): fc.Arbitrary<string> =>
      fc
        .array(fc.tuple(word, fc.constantFrom(' ', '/', ', ', ' - ')), { minLength: min, maxLength: 8 })
        .map((parts) => parts.flat().join(''));
    const paragraph = fc
      .tuple(
        phrase(1),
        fc.constantFrom('. ', ' ', '! '),
        fc.constantFrom('(', '[', 'Photo: ', ''),
        phrase(1),
        fc.constantFrom(')', ']', ''),
      )
      .map((parts) => parts.join(''));
    const wordsOf = (text: string): readonly string[] => (text.match(/[\p{L}\p{N}@’]+/gu) ?? []).toSorted();
    fc.assert(
      fc.property(fc.uniqueArray(paragraph, { maxLength: 4 }), (paragraphs) => {
        const { body, pictures } = lift(...paragraphs);
        const kept = [
          ...body.map((block) => ('text' in block ? block.text : '')),
          ...pictures.flatMap(({ caption = '', credit = '' }) => [caption, credit]),
        ];
        const had = new Set(wordsOf(paragraphs.join(' ')));
        for (const lost of [...had].filter((each) => !wordsOf(kept.join(' ')).includes(each)))
          expect.fail(`lost ${lost} of ${paragraphs.join(' ¶ ')}`);
      }),
      { numRuns: 500 },
    );
  });
});
