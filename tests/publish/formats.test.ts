// Laws that every output format keeps, whatever the story: well-formed, valid, the same bytes each time, nothing unsafe.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedExtensions } from '../../shared/publish/feed-extensions.ts';
import type { Entry, Feed, Format } from '../../shared/publish/feed.ts';
import { formatByExtension, formats, formatsOnRequest } from '../../shared/publish/formats.ts';
import { arbitraryEntry, arbitraryFeed, site } from '../arbitrary-story.ts';
import { atomErrors, newsmlErrors, ninjsErrors, nitfErrors, parseErrors } from '../standards.ts';

const judges = new Map([
  ['newsml-g2', newsmlErrors],
  ['atom', atomErrors],
  ['ninjs', ninjsErrors],
  ['nitf', nitfErrors],
]);

/** Everything the format can make of the feed. */
function renderAll(format: Format, feed: Feed): readonly string[] {
  const documents = feed.entries.map((entry) => format.document?.(entry, feed.site));
  return [format.feed?.(feed), ...documents].filter((text) => text !== undefined);
}

function formErrors(format: Format, text: string): readonly string[] {
  if (!/json/.test(format.mediaType)) return parseErrors(text.replace(/^<!DOCTYPE html>\n/, ''));
  JSON.parse(text);
  return [];
}

describe.each(formats.map((format) => [format.name, format] as const))('%s', (name, format) => {
  it('renders every story well-formed', () => {
    fc.assert(
      fc.property(arbitraryFeed, (feed) => {
        for (const text of renderAll(format, feed)) expect(formErrors(format, text)).toEqual([]);
      }),
    );
  });

  const invalid = judges.get(name);
  if (judges.has(name)) {
    it.skipIf(!invalid)('renders every story valid against its schema (npm run schemas fetches it)', () => {
      fc.assert(
        fc.property(arbitraryFeed, (feed) => {
          for (const text of renderAll(format, feed)) expect(invalid!(text)).toEqual([]);
        }),
      );
    });
  }

  it('renders the same stories to the same text', () => {
    fc.assert(
      fc.property(arbitraryFeed, (feed) => {
        expect(renderAll(format, structuredClone(feed))).toEqual(renderAll(format, feed));
      }),
      { numRuns: 20 },
    );
  });

  it('holds no control characters, half surrogate pairs or addresses that run scripts', () => {
    fc.assert(
      fc.property(arbitraryFeed, (feed) => {
        for (const text of renderAll(format, feed)) {
          expect(text.isWellFormed()).toBe(true);
          expect(text).not.toMatch(/[\0-\x08\x0B-\x1F\x7F-\x9F\uFFFE\uFFFF]/);
          expect(text).not.toMatch(/\s(?:href|src|url)=\\?"\s*(?:javascript|data):/i);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('renders a body of a megabyte', () => {
    const [{ story }] = fc.sample(arbitraryEntry, { numRuns: 1, seed: 7 }) as [Entry];
    const text = 'Snow ]]> <fell> & fell \uD83D. '.repeat(40_000);
    const entry: Entry = {
      changedAt: '2026-11-24T07:00:00.000Z',
      story: {
        ...story,
        status: 'usable',
        language: 'en',
        body: [
          { type: 'paragraph', text },
          { type: 'preformatted', text },
        ],
      },
    };
    const feed: Feed = {
      site,
      channel: { name: 'all', title: 'All', description: 'All' },
      updatedAt: entry.changedAt,
      entries: [entry],
    };
    for (const rendered of renderAll(format, feed)) expect(formErrors(format, rendered)).toEqual([]);
  });
});

describe('the list of formats', () => {
  it('has one format for each ending of an address', () => {
    expect(new Set(formats.map(({ extension }) => extension)).size).toBe(formats.length);
  });

  it('has the feeds whose endings settings may name', () => {
    expect([...formats, ...formatsOnRequest].filter(({ feed }) => feed).map(({ extension }) => extension)).toEqual(
      feedExtensions,
    );
  });

  it('finds a format by the ending of an address', () => {
    expect(formatByExtension('rss')?.mediaType).toBe('application/rss+xml; charset=utf-8');
    expect(formatByExtension('newsml')?.name).toBe('newsml-g2');
    expect(formatByExtension('constructor')).toBeUndefined();
  });
});
