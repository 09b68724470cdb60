import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newsmlG2 } from '../../shared/publish/newsml-g2.ts';
import { catalogHref, schemeAlias, schemeUri } from '../../shared/publish/schemes.rules.ts';
import { arbitraryFeed } from '../arbitrary-story.ts';
import { catalogAliases } from '../standards.ts';

describe('the table of vocabularies', () => {
  const declared = catalogAliases(catalogHref.slice(catalogHref.lastIndexOf('/') + 1));

  it.skipIf(declared.size === 0)('holds every alias of the catalog it names', () => {
    expect([...declared].filter((alias) => schemeAlias(alias) !== alias)).toEqual([]);
  });

  it('knows a vocabulary by alias and by address', () => {
    expect(
      [
        'medtop',
        'http://cv.iptc.org/newscodes/mediatopic/',
        'https://cv.iptc.org/newscodes/mediatopic',
        'toString',
        '',
      ].map(schemeAlias),
    ).toEqual(['medtop', 'medtop', 'medtop', undefined, undefined]);
    expect([schemeUri('medtop'), schemeUri('house')]).toEqual(['http://cv.iptc.org/newscodes/mediatopic/', 'house']);
  });
});

describe('QCodes in NewsML-G2', () => {
  it('are of vocabularies that the item declares, whatever the story', () => {
    fc.assert(
      fc.property(arbitraryFeed, (feed) => {
        for (const [item] of newsmlG2.feed!(feed).matchAll(/<(newsItem|packageItem) [^]*?<\/\1>/g)) {
          const own = new Set([...item.matchAll(/<scheme alias="([^"]+)"/g)].map(([, alias]) => alias));
          const metadata = item.replace(/<contentSet>[^]*/, '').replace(/>[^<]+</g, '><');
          for (const [, alias] of metadata.matchAll(/ (?:qcode|role|type|rel|rendition|jobtitle)="([^":]+):[^"]+"/g))
            expect(own.has(alias) || schemeAlias(alias!) === alias).toBe(true);
        }
      }),
    );
  });
});
