import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rss } from '../../shared/publish/rss.ts';
import { arbitraryFeed } from '../arbitrary-story.ts';
import { fragmentErrors } from '../well-formed.ts';
import { aFeed, aPicture, anEntry, site } from './a-story.ts';

const render = (parts: Parameters<typeof anEntry>[0]): string => rss.feed!(aFeed([anEntry(parts)]));

/** The texts of all elements of a name. */
function texts(feed: string, name: string): readonly string[] {
  return [...feed.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^]*?)</${name}>`, 'g'))].map(([, text]) => text!);
}

describe('an RSS item', () => {
  it('has the uri for its guid, the first publication for its date and the version for its change', () => {
    const feed = render({});
    expect(feed).toContain('<guid isPermaLink="false">tag:northlight.example,2026:ferry</guid>');
    expect(texts(feed, 'pubDate')).toEqual(['Fri, 20 Nov 2026 08:00:00 GMT']);
    expect(texts(feed, 'dcterms:modified')).toEqual(['2026-11-20T09:30:00.000Z']);
    expect(texts(feed, 'lastBuildDate')).toEqual(['Fri, 20 Nov 2026 09:30:02 GMT']);
  });

  it('links to the page of the story', () => {
    expect(render({})).toMatch(/<link>https:\/\/wire\.example\.org\/stories\/[a-z2-7]{20}\.html<\/link>/);
  });

  it('has one creator however many signed, and none when nobody did', () => {
    const byline = {
      line: 'By Jane Doe and John Roe',
      people: [{ name: 'Jane Doe' }, { name: 'John Roe' }],
      organisations: [],
      given: '',
    };
    expect(texts(render({ byline }), 'dc:creator')).toEqual(['Jane Doe and John Roe']);
    expect(texts(render({}), 'dc:creator')).toEqual([]);
  });

  it('describes itself before it shows its body', () => {
    const feed = render({});
    expect(feed.indexOf('<description>Ferries')).toBeGreaterThan(0);
    expect(feed.indexOf('<description>Ferries')).toBeLessThan(feed.indexOf('<content:encoded>'));
  });

  it('escapes the description as HTML, since readers take it for that', () => {
    expect(texts(render({ standfirst: 'a < b & c' }), 'description')).toContain('a &amp;lt; b &amp;amp; c');
  });

  it('shows a correction at the top of the description and names the signal', () => {
    const feed = render({ signal: 'correction', edNote: 'The age is 64.' });
    expect(texts(feed, 'description').at(-1)).toMatch(/^Correction: The age is 64\. Ferries/);
    expect(feed).toContain('<category domain="http://cv.iptc.org/newscodes/signal/">correction</category>');
  });

  it('carries a kill under the same guid with a notice and without a body', () => {
    const feed = render({ status: 'canceled', signal: 'kill', edNote: 'Wrong man.', pictures: [aPicture()] });
    expect(texts(feed, 'title').at(-1)).toBe('Killed: Ferry Link Returns');
    expect(texts(feed, 'guid')).toEqual(['tag:northlight.example,2026:ferry']);
    expect(texts(feed, 'content:encoded')).toEqual(['<![CDATA[]]>']);
    expect(texts(feed, 'description').at(-1)).toBe(
      'This story was withdrawn by Northlight and must not be used. Wrong man.',
    );
    expect(feed).toContain('<category domain="http://cv.iptc.org/newscodes/pubstatusg2/">canceled</category>');
    expect(feed).not.toContain('media:');
  });

  it('names section, subjects and keywords as categories, each once', () => {
    const feed = render({
      kicker: 'Harbours',
      subjects: [{ scheme: 'medtop', code: '20000339', name: 'maritime transport' }, { code: 'FER' }],
      keywords: ['Harbours', 'ferry'],
    });
    expect(feed.match(/<category.*/g)).toEqual([
      '<category>Harbours</category>',
      '<category domain="http://cv.iptc.org/newscodes/mediatopic/">maritime transport</category>',
      '<category>FER</category>',
      '<category>ferry</category>',
    ]);
  });
});

describe('a picture in RSS', () => {
  it('carries caption, credit and copyright inside media:content', () => {
    const [media] = texts(
      render({ pictures: [aPicture({ copyright: { holder: 'AFP', year: 2026 }, usageTerms: 'No archive.' })] }),
      'media:content',
    );
    expect(media).toBe(
      '\n<media:description type="plain">The ferry at the slipway.</media:description>\n<media:credit role="photographer" scheme="urn:ebu">Jane Roe/AFP</media:credit>\n<media:copyright>© 2026 AFP. No archive.</media:copyright>\n',
    );
  });

  it('repeats caption and credit in the body, which is all that most readers show', () => {
    const [body] = texts(render({ pictures: [aPicture()] }), 'content:encoded');
    expect(body).toContain(
      '<figcaption>The ferry at the slipway. <span class="credit">(Jane Roe/AFP)</span></figcaption>',
    );
  });

  it('is a group where there are renditions, the best of them the default', () => {
    const feed = render({
      pictures: [aPicture({ renditions: [{ name: 'web', href: 'https://img.example/w.jpg', width: 1280 }] })],
    });
    expect(feed.match(/<media:content [^>]*>/g)).toEqual([
      '<media:content url="https://wire.example.org/media/5f70bf18.jpg" type="image/jpeg" medium="image" isDefault="true">',
      '<media:content url="https://img.example/w.jpg" type="image/jpeg" medium="image" width="1280">',
    ]);
    expect(texts(feed, 'media:credit')).toHaveLength(2);
  });

  it('is an enclosure only where address, size and type are known, and only one', () => {
    expect(render({ pictures: [aPicture()] })).not.toContain('<enclosure');
    const known = aPicture({ renditions: [{ name: 'original', href: '/media/5f70bf18.jpg', bytes: 1234 }] });
    expect(render({ pictures: [known, { ...known, id: 'picture-2' }] }).match(/<enclosure.*/g)).toEqual([
      '<enclosure url="https://wire.example.org/media/5f70bf18.jpg" length="1234" type="image/jpeg"/>',
    ]);
  });

  it('has no media element before it can be fetched, but caption and credit stand in the body', () => {
    const feed = render({ pictures: [aPicture({ href: undefined })] });
    expect(feed).not.toContain('<media:');
    expect(feed).not.toContain('<img');
    expect(texts(feed, 'content:encoded')[0]).toContain('(Jane Roe/AFP)');
  });
});

describe('an RSS channel', () => {
  it('names its own address and the hub', () => {
    const feed = rss.feed!(aFeed([anEntry()], { hubs: ['https://hub.example.org/'] }));
    expect(feed.match(/<atom:link.*/g)).toEqual([
      '<atom:link rel="self" type="application/rss+xml" href="https://wire.example.org/feeds/section/harbours.rss"/>',
      '<atom:link rel="hub" href="https://hub.example.org/"/>',
    ]);
  });

  it('is an archive page with its neighbours when it holds one day', () => {
    const feed = rss.feed!(
      aFeed([anEntry()], {
        day: { day: '2026-11-20' },
        previousPage: { day: '2026-11-19' },
        nextPage: { day: '2026-11-21' },
      }),
    );
    expect(feed).toContain('<fh:archive/>');
    expect(
      [...feed.matchAll(/<atom:link rel="([^"]+)"[^>]*harbours\.rss(\?day=[\d-]+)?"/g)].map(
        ([, rel, day]) => `${rel}${day ?? ''}`,
      ),
    ).toEqual(['self?day=2026-11-20', 'current', 'prev-archive?day=2026-11-19', 'next-archive?day=2026-11-21']);
  });

  it('holds bodies that are well-formed in themselves, with absolute addresses only', () => {
    fc.assert(
      fc.property(arbitraryFeed, (feed) => {
        for (const body of texts(rss.feed!(feed), 'content:encoded')) {
          const markup = body.slice('<![CDATA['.length, -']]>'.length).replaceAll(']]]]><![CDATA[>', ']]>');
          expect(fragmentErrors(markup)).toEqual([]);
          for (const [, address] of markup.matchAll(/<(?:a|img)\s[^>]*?(?:href|src)="([^"]*)"/g))
            expect(address).toMatch(/^(?:https?:\/\/|mailto:)/);
        }
      }),
    );
  });
});
