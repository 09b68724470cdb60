import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedUrl } from '../../shared/publish/addresses.ts';
import { channelTitle, channelsOf, languageTag, slugOf } from '../../shared/publish/channels.ts';
import { arbitraryStory, arbitraryText } from '../arbitrary-story.ts';
import { aStory, site } from './a-story.ts';

const namesOf = (parts: Parameters<typeof aStory>[0]): readonly string[] =>
  channelsOf(aStory(parts)).map(({ name }) => name);

describe('channelsOf', () => {
  it('puts a story into all, its desk, its section, its subjects and its language', () => {
    const parts = {
      kicker: 'Emergency',
      language: 'en-GB',
      subjects: [{ scheme: 'medtop', code: '20000056', name: 'armed conflict' }, { name: 'no code' }],
    };
    expect(namesOf(parts)).toEqual([
      'all',
      'desk/northlight',
      'section/emergency',
      'subject/20000056',
      'language/en-GB',
      'language/en',
    ]);
  });

  it('names channels as people would', () => {
    const channels = channelsOf(
      aStory({ kicker: 'Asia & Pacific', subjects: [{ code: '20000056', name: 'armed conflict' }] }),
    );
    expect(channels.map(({ title }) => title)).toEqual([
      'All stories',
      'northlight',
      'Asia & Pacific',
      'armed conflict',
      'British English',
      'English',
    ]);
  });

  it('leaves out what the story does not say', () => {
    expect(namesOf({ kicker: ' … ', language: 'und', source: { ...aStory().source, key: 'loose.txt' } })).toEqual([
      'all',
    ]);
  });

  it('keeps the name of a desk as its address has it', () => {
    expect(namesOf({ source: { ...aStory().source, key: 'Harbour_Wire-2/a/b.txt' } })).toContain('desk/Harbour_Wire-2');
  });

  it('makes names that addresses and keys can hold, whatever the story', () => {
    fc.assert(
      fc.property(arbitraryStory, (story) => {
        const channels = channelsOf(story);
        expect(new Set(channels.map(({ name }) => name)).size).toBe(channels.length);
        for (const { name, title } of channels) {
          expect(name).toMatch(/^(?:all|(?:desk|section|subject|language)\/[\p{L}\p{N}\p{M}_-]{1,64})$/u);
          expect(decodeURIComponent(new URL(feedUrl(site, name, 'rss')).pathname)).toBe(`/feeds/${name}.rss`);
          expect(title.trim()).not.toBe('');
        }
      }),
    );
  });
});

describe('slugOf', () => {
  it.each([
    ['Asia & Pacific', 'asia-pacific'],
    ['Women’s football', 'womens-football'],
    ['スポーツ・ニュース', 'スポーツ-ニュース'],
    ['الأخبار العاجلة', 'الأخبار-العاجلة'],
    ['  --!!  ', ''],
    ['../../etc', 'etc'],
    ['ﬁnance', 'finance'],
  ])('makes %s %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  it('keeps long names apart', () => {
    const [one, other] = [slugOf(`${'long '.repeat(40)}one`), slugOf(`${'long '.repeat(40)}other`)];
    expect(one).not.toBe(other);
    expect([...one].length).toBeLessThanOrEqual(60);
  });

  it('is the slug of itself', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        expect(slugOf(slugOf(text))).toBe(slugOf(text));
      }),
    );
  });
});

describe('languageTag', () => {
  it('writes tags as BCP 47 does and refuses what is none', () => {
    expect(['EN-gb', 'zh-hant-tw', 'de_AT', '', 'x'].map(languageTag)).toEqual([
      'en-GB',
      'zh-Hant-TW',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('channelTitle', () => {
  it('names the channel and who publishes it', () => {
    expect(channelTitle({ name: 'all', title: 'All stories', description: '' }, site)).toBe('All stories | Copytaster');
  });
});
