import { describe, expect, it } from 'vitest';
import { html } from '../../shared/publish/html.ts';
import { aPicture, anEntry, site } from './a-story.ts';

const render = (parts: Parameters<typeof anEntry>[0]): string => html.document!(anEntry(parts), site);

function readArticle(page: string) {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)![1]!);
}

describe('the page of a story', () => {
  it('shows headline, byline, text and picture with its credit', () => {
    const byline = { line: 'By Jane Doe', people: [{ name: 'Jane Doe' }], organisations: [], given: '' };
    const page = render({ byline, kicker: 'Harbours', pictures: [aPicture()] });
    expect(page).toMatch(/<p class="kicker">Harbours<\/p>\n<h1>Ferry Link Returns<\/h1>/);
    expect(page).toContain(
      '<p class="byline">By Jane Doe</p>\n<p class="facts"><span dir="ltr"><time datetime="2026-11-20T08:00:00.000Z">2026-11-20 08:00 UTC</time></span> · <span dir="ltr">Updated <time',
    );
    expect(page.match(/By Jane Doe/g)).toHaveLength(1);
    expect(page).toContain(
      '<figcaption>The ferry at the slipway. <span class="credit">(Jane Roe/AFP)</span></figcaption>',
    );
  });

  it('tells search engines who wrote what, and who took the picture', () => {
    const byline = {
      line: 'By Jane Doe',
      people: [
        { name: 'Jane Doe', title: 'Shipping Correspondent' },
        { name: 'E. Eff', role: 'editor' },
      ],
      organisations: ['AFP'],
      given: '',
    };
    expect(readArticle(render({ byline, pictures: [aPicture()] }))).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Ferry Link Returns',
      datePublished: '2026-11-20T08:00:00.000Z',
      author: [
        { '@type': 'Person', name: 'Jane Doe', jobTitle: 'Shipping Correspondent' },
        { '@type': 'Organization', name: 'AFP' },
      ],
      editor: [{ name: 'E. Eff' }],
      publisher: { name: 'Northlight' },
      image: [
        {
          url: 'https://wire.example.org/media/5f70bf18.jpg',
          creditText: 'Jane Roe/AFP',
          creator: [{ name: 'Jane Roe' }],
        },
      ],
    });
  });

  it('runs no script, whatever the wire sent', () => {
    const page = render({
      headline: '</script><script>alert(1)</script>',
      edNote: '<script>',
      body: [{ type: 'paragraph', text: '<script>alert(1)</script>' }],
    });
    expect(page.match(/<script/g)).toEqual(['<script']);
    expect(readArticle(page).headline).toBe('</script><script>alert(1)</script>');
  });

  it('shares well', () => {
    const page = render({ pictures: [aPicture({ width: 3000, height: 2000 })] });
    expect(page).toContain(
      '<meta property="og:image" content="https://wire.example.org/media/5f70bf18.jpg"/>\n<meta property="og:image:width" content="3000"/>',
    );
    expect(page).toContain('<link rel="alternate" type="application/vnd.iptc.g2.newsmessage+xml"');
    expect(page).toMatch(/<a href="[^"]*\.newsml">NewsML-G2<\/a> · <a href="[^"]*\.ninjs">ninjs<\/a>/);
  });

  it('runs from right to left where its language does', () => {
    expect(render({ language: 'ar' })).toContain('<html lang="ar" dir="rtl">');
  });

  it('shows a notice for a killed story, and none of its words', () => {
    const page = render({ status: 'canceled', standfirst: 'Secret', pictures: [aPicture()] });
    expect(page).toContain('<p class="notice">This story was withdrawn by Northlight and must not be used.</p>');
    expect(page).not.toMatch(/Secret|Ferries|slipway|5f70bf18/);
  });
});
