import { describe, expect, it } from 'vitest';
import { authorNames, authorsOf, headlineOf, noticeOf, summaryOf, titleOf } from '../../shared/publish/summary.ts';
import { aPicture, aStory, anEntry } from './a-story.ts';

const paragraph = (text: string) => ({ type: 'paragraph', text }) as const;

describe('headlineOf', () => {
  it('takes the slugline or the first words where there is no headline', () => {
    expect(headlineOf(aStory({ headline: ' \n ', slugline: 'FERRY/SKYE' }))).toBe('FERRY/SKYE');
    expect(headlineOf(aStory({ headline: '' }))).toBe('Ferries will cross the sound again from Friday.');
    expect(headlineOf(aStory({ headline: '', body: [] }))).toBe('Untitled');
  });
});

describe('titleOf', () => {
  it('says that a story was killed', () => {
    expect(titleOf(aStory({ status: 'canceled' }))).toBe('Killed: Ferry Link Returns');
  });
});

describe('summaryOf', () => {
  it('prefers the standfirst', () => {
    expect(summaryOf(aStory({ standfirst: 'From\nFriday.' }))).toBe('From Friday.');
  });

  it('gathers paragraphs until there are 300 characters, and cuts between words at 600', () => {
    const short = summaryOf(
      aStory({
        body: [
          paragraph('One.'),
          { type: 'heading', level: 2, text: 'No' },
          paragraph('Two. '.repeat(70)),
          paragraph('Three.'),
        ],
      }),
    );
    expect(short).toMatch(/^One\. Two\..*Two\.$/);
    const long = summaryOf(aStory({ body: [paragraph('word '.repeat(400_000))] }));
    expect(long.length).toBeLessThanOrEqual(601);
    expect(long).toMatch(/word…$/);
  });

  it('takes the caption of a picture that stands alone', () => {
    expect(summaryOf(aStory({ body: [], pictures: [aPicture()] }))).toBe('The ferry at the slipway.');
  });

  it('says nothing of a killed story', () => {
    expect(summaryOf(aStory({ status: 'canceled', standfirst: 'x' }))).toBe('');
  });
});

describe('noticeOf', () => {
  it('tells of a correction and what was wrong', () => {
    expect(noticeOf(anEntry({ signal: 'correction', edNote: 'The age is 64.' }))).toBe('Correction: The age is 64.');
  });

  it('tells of a kill and of a takedown', () => {
    expect(noticeOf(anEntry({ status: 'canceled', signal: 'kill', edNote: 'Wrong man.' }))).toBe(
      'This story was withdrawn by Northlight and must not be used. Wrong man.',
    );
    expect(noticeOf(anEntry({ status: 'canceled', signal: 'takedown' }))).toBe(
      'This story was taken down by Northlight and must not be used.',
    );
  });

  it('tells of an embargo only while it lasts', () => {
    const embargoedUntil = '2026-12-01T06:00:00.000Z';
    expect(noticeOf(anEntry({ embargoedUntil }, '2026-11-30T00:00:00.000Z'))).toBe(
      'Embargoed until 2026-12-01 06:00 UTC.',
    );
    expect(noticeOf(anEntry({ embargoedUntil }, embargoedUntil))).toBe('');
  });

  it('keeps other notes to editors to itself', () => {
    expect(noticeOf(anEntry({ signal: 'update', edNote: 'Adds quotes.' }))).toBe('');
  });
});

describe('authors', () => {
  const byline = {
    line: 'By Jane Doe and John Roe',
    people: [{ name: 'Jane Doe' }, { name: 'John Roe' }, { name: 'E. Eff', role: 'editor' }],
    organisations: ['AFP'],
    given: '',
  };

  it('are one line without "By", or each by name', () => {
    expect(authorsOf(aStory({ byline }))).toBe('Jane Doe and John Roe');
    expect(authorNames(aStory({ byline }))).toEqual(['Jane Doe', 'John Roe', 'AFP']);
    expect(authorsOf(aStory())).toBeUndefined();
  });
});
