import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentUrl,
  feedUrl,
  identifierOf,
  isUri,
  linkAddress,
  mediaUrl,
  webAddress,
} from '../../shared/publish/addresses.ts';
import { arbitraryText } from '../arbitrary-story.ts';
import { site } from './a-story.ts';

describe('addresses of our own', () => {
  it('escapes the parts of a channel name', () => {
    expect(feedUrl(site, 'section/a b?', 'rss')).toBe('https://wire.example.org/feeds/section/a%20b%3F.rss');
    expect(feedUrl(site, 'all', 'atom', { day: '2026-11-23', cursor: undefined })).toBe(
      'https://wire.example.org/feeds/all.atom?day=2026-11-23',
    );
  });

  it('names a document by id and ending', () => {
    expect(documentUrl(site, 'abc', 'html')).toBe('https://wire.example.org/stories/abc.html');
  });
});

describe('mediaUrl', () => {
  it.each([
    ['/media/ab-c.jpg', 'https://wire.example.org/media/ab-c.jpg'],
    ['https://pictures.example/a b.jpg', 'https://pictures.example/a%20b.jpg'],
    ['kuril-1.jpg', undefined],
    ['//pictures.example/a.jpg', undefined],
    ['data:image/png;base64,AA', undefined],
    [undefined, undefined],
  ])('makes %s %s', (href, url) => {
    expect(mediaUrl(site, href)).toBe(url);
  });
});

describe('webAddress', () => {
  it.each([
    [
      'HTTPS://User:Secret@Example.ORG/a|b[1]?q="x"&z=%zz#a#b',
      'https://example.org/a%7Cb%5B1%5D?q=%22x%22&z=%25zz#a%23b',
    ],
    ['http://münchen.example/ü', 'http://xn--mnchen-3ya.example/%C3%BC'],
    ['http://[::1]:8080/x', 'http://[::1]:8080/x'],
    ['http://a"b.example/', undefined],
    ['ftp://example.org/', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined],
  ])('reads %s as %s', (href, address) => {
    expect(webAddress(href)).toBe(address);
  });

  it('gives only what a strict reader takes, and the same again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withQueryParameters: true, withFragments: true }),
          arbitraryText.map((text) => `https://example.org/${text}`),
        ),
        (href) => {
          const address = webAddress(href);
          if (address === undefined) return;
          expect(isUri(address) || address.includes('[')).toBe(true);
          expect(webAddress(address)).toBe(address);
        },
      ),
    );
  });
});

describe('linkAddress', () => {
  it('takes one mail address', () => {
    expect(linkAddress('mailto:desk@example.org?subject=a b')).toBe('mailto:desk@example.org?subject=a%20b');
    expect(linkAddress('mailto:nobody')).toBeUndefined();
  });
});

describe('identifierOf', () => {
  it('keeps a uri and replaces what is none by the address of the page', () => {
    expect(identifierOf(site, 'urn:newsml:dpa.example:20090101:220208-930-1234')).toBe(
      'urn:newsml:dpa.example:20090101:220208-930-1234',
    );
    expect(identifierOf(site, 'L1N14N0FF')).toMatch(/^https:\/\/wire\.example\.org\/stories\/[a-z2-7]{20}\.html$/);
    expect(identifierOf(site, 'tag:a.example,2026:ü b')).toMatch(/^https:/);
  });
});
