// The whole corpus in every format, before judges who are not ours: parsers, schemas, validators and readers.

import { describe, expect, it } from 'vitest';
import type { Format } from '../../shared/publish/feed.ts';
import { formatByExtension, formats } from '../../shared/publish/formats.ts';
import { atomErrors as atomGrammarErrors, newsmlErrors, ninjsErrors, nitfErrors } from '../standards.ts';
import { parseErrors } from '../well-formed.ts';
import { losses } from './arrival.ts';
import { corpus } from './corpus.ts';
import { htmlErrors, jsonFeedErrors } from './judges.ts';
import { npmReaders } from './npm-readers.ts';
import { feedsOf, site, takeIn } from './stories.ts';
import { atomErrors, rssErrors } from './structure.ts';

const taken = await Promise.all(corpus.map(takeIn));
const feeds = feedsOf(taken);

type Judge = (text: string) => readonly string[];

const judges: Readonly<Record<string, readonly (Judge | undefined)[]>> = {
  rss: [parseErrors, rssErrors],
  atom: [parseErrors, atomErrors, atomGrammarErrors],
  'json-feed': [jsonFeedErrors],
  'newsml-g2': [parseErrors, newsmlErrors],
  ninjs: [ninjsErrors],
  nitf: [parseErrors, nitfErrors],
  html: [htmlErrors],
};

/** What the judges say of every text that the format makes of the corpus. */
function complaints({ name, feed: renderFeed, document }: Format): readonly string[] {
  const texts = [
    ...(renderFeed ? feeds.map(({ feed }) => [feed.channel.name, renderFeed(feed)] as const) : []),
    ...(document ? taken.map(({ piece, entry }) => [piece.name, document(entry, site)] as const) : []),
  ];
  return texts.flatMap(([what, text]) =>
    judges[name]!.flatMap((judge) => judge?.(text) ?? []).map((error) => `${what}: ${error}`),
  );
}

describe('the corpus', () => {
  it('has two hundred stories and more, in twelve languages, five formats and every state', () => {
    expect(corpus.length).toBeGreaterThan(200);
    const kinds = (of: (piece: (typeof corpus)[number]) => string): number => new Set(corpus.map(of)).size;
    expect([
      kinds(({ language }) => language),
      kinds(({ format }) => format),
      kinds(({ fate }) => fate),
      kinds(({ guid }) => guid),
    ]).toEqual([12, 5, 5, corpus.length]);
  });
});

describe.each(formats.map((format) => [format.name, format] as const))('%s', (name, format) => {
  it.skipIf(judges[name]!.every((judge) => judge === undefined))(
    'is well-formed and valid (npm run schemas fetches what judges NewsML-G2, NITF and ninjs)',
    () => {
      expect(complaints(format)).toEqual([]);
    },
  );
});

describe('the judges of our own', () => {
  it.each([
    ['RSS', rssErrors, '<rss><channel><item><title>x</title></item></channel></rss>'],
    ['Atom', atomErrors, '<feed><entry><id>x</id></entry></feed>'],
    ['JSON Feed', jsonFeedErrors, '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":1}]}'],
    [
      'HTML',
      htmlErrors,
      '<!doctype html><html lang="en"><head><title>x</title></head><body><p><table></table></p></body></html>',
    ],
  ] as const)('condemn broken %s', (_, judge, text) => {
    expect(judge(text)).not.toEqual([]);
  });

  it('miss what did not arrive, and see what came unasked', () => {
    const [piece] = corpus.filter(({ name }) => name === 'tr-one-picture');
    const whole = {
      guid: piece!.guid,
      title: piece!.headline,
      date: piece!.publishedAt,
      authors: piece!.authors.join(),
      html: 'nothing',
    };
    expect(
      losses([piece!], [whole, { ...whole, guid: 'other' }], 'rss').map((loss) => loss.replace(/ “.*/, '')),
    ).toEqual([
      'other has no business here',
      ...Array.from({ length: 3 }, () => 'tr-one-picture: body'),
      ...Array.from({ length: 2 }, () => 'tr-one-picture: caption or credit in the body'),
    ]);
  });
});

const languages = feeds.filter(({ feed }) => feed.channel.name.startsWith('language/'));

describe.each(npmReaders.flatMap((reader) => reader.reads.map((feed) => [reader.name, feed, reader] as const)))(
  '%s',
  (_, extension, { read }) => {
    it(`gets every guid, title, date, author, body, caption and credit from the ${extension}`, async () => {
      const lost: string[] = [];
      for (const { feed, pieces } of languages)
        lost.push(...losses(pieces, await read(formatByExtension(extension)!.feed!(feed), extension), extension));
      expect(lost).toEqual([]);
    });
  },
);
