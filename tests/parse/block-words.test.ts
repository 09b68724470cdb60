// The wire's words in paragraphs, headlines and summaries: what is lifted, and what only looks like it.

import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/draft.ts';
import { liftWireWords } from '../../shared/parse/block-words.ts';
import type { Block } from '../../shared/story.ts';

function draftOf(texts: readonly string[], more: Partial<Draft> = {}): Draft {
  return { format: 'html', body: texts.map((text): Block => ({ type: 'paragraph', text })), pictures: [], ...more };
}

function textsOf({ body }: Draft): readonly string[] {
  return body.map((block) => ('text' in block ? block.text : block.type));
}

describe('an embargo', () => {
  it.each([
    ['EMBARGOED UNTIL 0600 GMT Dec 1 2026: Ferries stop', '0600 GMT Dec 1 2026', 'Ferries stop'],
    ['Embargoed until 2026-12-01 06:00 UTC. No ship sails.', '2026-12-01 06:00 UTC', 'No ship sails.'],
    ['(EMBARGO bis 1.12.2026, 6 Uhr) Fähren stehen still', '1.12.2026, 6 Uhr', 'Fähren stehen still'],
    ['Embargoed until 6 a.m. GMT Dec 1 – Ferries stop', '6 a.m. GMT Dec 1', 'Ferries stop'],
    [
      'Sperrfrist: Dienstag, 1. Dezember 2026, 6 Uhr – Fähren stehen still',
      'Dienstag, 1. Dezember 2026, 6 Uhr',
      'Fähren stehen still',
    ],
    ['EMBARGOED: Ferries stop', 'embargoed', 'Ferries stop'],
  ])('stands before a headline: %s', (headline, embargo, rest) => {
    expect(liftWireWords(draftOf([], { headline }))).toMatchObject({
      embargo,
      headline: rest,
      notes: [{ rule: 'embargo', before: headline }],
    });
  });

  it('stands in the first paragraph, below a picture', () => {
    const draft = draftOf(['EMBARGOED UNTIL 0600 GMT Dec 1 2026', 'The harbour closed.']);
    const lifted = liftWireWords({ ...draft, body: [{ type: 'figure', picture: 'picture-1' }, ...draft.body] });
    expect(lifted.embargo).toBe('0600 GMT Dec 1 2026');
    expect(textsOf(lifted)).toEqual(['figure', 'The harbour closed.']);
  });

  it.each([
    'Embargo on oil is lifted after 20 years of talks between the two governments and their neighbours',
    'Embargo: what it means for the islands',
    'Embargo on oil lifted after 20 years',
    'Embargo: 20 years on, islands wait',
    'Embargoed goods of 2024: a list',
    'Embargoed goods pile up',
  ])('is none in a headline about one: %s', (headline) => {
    expect(liftWireWords(draftOf([], { headline }))).toEqual(draftOf([], { headline, notes: [] }));
  });
});

describe('words at the ends', () => {
  it('are cut or set apart', () => {
    const lifted = liftWireWords(
      draftOf([
        'Eds: Adds quotes.',
        'The harbour closed.',
        'No ship sails.',
        'Ends',
        'Notes to editors',
        'Call the desk.',
      ]),
    );
    expect(textsOf(lifted)).toEqual(['The harbour closed.', 'No ship sails.']);
    expect(lifted.edNotes).toEqual(['Adds quotes.', 'Call the desk.']);
  });

  it('leave lists and tables in their places', () => {
    const list: Block = { type: 'list', ordered: false, items: [{ text: 'one' }] };
    const lifted = liftWireWords({
      ...draftOf([]),
      body: [{ type: 'paragraph', text: 'The harbour closed.' }, list, { type: 'paragraph', text: 'Ends' }],
    });
    expect(textsOf(lifted)).toEqual(['The harbour closed.', 'list']);
  });
});
