// What belongs to a page goes with a note, and what belongs to the story stays.

import { describe, expect, it } from 'vitest';
import { cutBoilerplate } from '../../shared/normalise/boilerplate.ts';
import { boilerplateRows } from '../../shared/normalise/boilerplate.rules.ts';
import { defaultRules } from '../../shared/normalise/rules.ts';
import type { Copy } from '../../shared/normalise/step.ts';

function cut(...paragraphs: readonly string[]): Copy {
  const body = ['The first paragraph.', ...paragraphs].map((text) => ({ type: 'paragraph' as const, text }));
  return cutBoilerplate({ draft: { format: 'plain-text', body, pictures: [] }, made: {}, notes: [] }, defaultRules);
}

const left = (copy: Copy): readonly string[] =>
  copy.draft.body.slice(1).map((block) => ('text' in block ? block.text : ''));

describe('a paragraph of the page', () => {
  it.each([
    ...boilerplateRows.map(({ sample }) => sample),
    'Don’t miss: Man Finds Snake In Toilet',
    'Lees ook: Schaap in de tram',
    'Читайте также: Лось в бассейне',
    'İlgili haberler',
    'Facebook',
    'Share Facebook | Twitter | Print',
    '❤ 12 💬 4',
    '>> Read more: Burglar leaves his card',
  ])('%s goes with a note', (text) => {
    const copy = cut('The second paragraph.', text, 'The last paragraph.');
    expect(left(copy)).toEqual(['The second paragraph.', 'The last paragraph.']);
    expect(copy.notes).toMatchObject([{ step: 'boilerplate', before: text }]);
  });

  it.each([
    'Read more books about beans, my father used to say.',
    'Share this joy with a child and you will see.',
    'Related costs are small, she said.',
    'Follow her example, and the whole valley will be quiet.',
    'Don’t miss: the new wing of the museum, which is open until May.',
    'More in Store',
    'Facebook said so.',
    'The post was left empty.',
    'Tags: she wore one on each ear',
    'Watch: the hands stood at ten past four.',
  ])('%s stays in the midst of the story', (text) => {
    expect(left(cut(text, 'The last paragraph.'))).toEqual([text, 'The last paragraph.']);
  });

  it('takes the links below it along, and no sentence', () => {
    expect(
      left(cut('Related:', 'Cat Elected Mayor Of Village', 'Dolphin Saves Swimmer', 'The dog went home.')),
    ).toEqual(['The dog went home.']);
  });

  it('is looked for more boldly at the foot', () => {
    expect(left(cut('The dog went home.', 'More in Crime', 'Cat Elected Mayor Of Village', 'Book now'))).toEqual([
      'The dog went home.',
    ]);
    expect(left(cut('The dog went home', 'Cat Elected Mayor Of Village'))).toEqual([
      'The dog went home',
      'Cat Elected Mayor Of Village',
    ]);
  });

  it('gives its tags to the story as keywords', () => {
    expect(cut('The dog went home.', 'Tags: Austria, bank robbery').draft.keywords).toEqual([
      'Austria',
      'bank robbery',
    ]);
    expect(cut('#Iceland #Volcano', 'The dog went home.').draft.keywords).toEqual(['Iceland', 'Volcano']);
  });
});
