import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/draft.ts';
import { isRejection } from '../../shared/outcome.ts';
import { readSrcset, webAddress } from '../../shared/parse/html/addresses.ts';
import { withoutSite } from '../../shared/parse/html/metadata.ts';
import { html } from '../../shared/parse/html.ts';
import type { ParserDesk } from '../../shared/parse/parser.ts';
import { defaultLimits } from '../../shared/upload.ts';
import type { Upload } from '../../shared/upload.ts';

const desk: ParserDesk = { limits: defaultLimits, read: () => Promise.resolve([]), mend: (text) => text, depth: 0 };
const sentence = 'The harbour closed at noon on Tuesday as the wind rose to force eleven, the port authority said.';

function uploadOf(text: string, name = 'story.html'): Upload {
  return { name, text, bytes: new TextEncoder().encode(text), notes: [] };
}

async function readAll(text: string): Promise<readonly Draft[]> {
  return (await html.parse(uploadOf(text), desk)).map((reading) => {
    if (isRejection(reading)) throw new Error(reading.message);
    return reading;
  });
}

async function read(text: string): Promise<Draft> {
  return (await readAll(text))[0]!;
}

function wordsOf({ body }: Draft): string {
  return body
    .map((block) =>
      'text' in block ? block.text : block.type === 'list' ? block.items.map(({ text }) => text).join(' ') : '',
    )
    .join(' ');
}

describe('recognising HTML', () => {
  it.each([
    '<!DOCTYPE html><html></html>',
    '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>',
    '<!-- saved -->\n<html>',
    '<p>One</p><p>Two</p>',
    '<article><h1>A</h1></article>',
  ])('takes %j', (text) => {
    expect(html.recognises(uploadOf(text, 'story'))).toBe(true);
  });

  it.each(['A <b>bold</b> claim in plain text', '<nitf><body/></nitf>', 'x < y and y > z'])(
    'leaves %j to others',
    (text) => {
      expect(html.recognises(uploadOf(text, 'story'))).toBe(false);
    },
  );
});

describe('the headline of a page', () => {
  it('is the heading of the article and not the name of the site', async () => {
    expect(
      (
        await read(
          `<html><head><title>Ferries stop | Harbour News</title></head><body><div><h1>Harbour News</h1></div><article><h1>Ferries stop</h1><p>${sentence}</p></article></body></html>`,
        )
      ).headline,
    ).toBe('Ferries stop');
  });

  it('is a lesser heading where it stands first in a fragment', async () => {
    const draft = await read(`<h3>Ferries stop</h3><p>${sentence}</p>`);
    expect(draft.headline).toBe('Ferries stop');
    expect(draft.body).toHaveLength(1);
  });

  it.each([
    ['Ferries stop | Harbour News', 'Harbour News', 'Ferries stop'],
    ['Harbour News: Ferries stop', 'Harbour News', 'Harbour News: Ferries stop'],
    ['Harbour News | Ferries stop', 'Harbour News', 'Ferries stop'],
    ['Storm – what we know', undefined, 'Storm – what we know'],
  ])('of the title %j on %j is %j', (title, site, headline) => {
    expect(withoutSite(title, [site])).toBe(headline);
  });
});

describe('the byline of a page', () => {
  it.each([
    ['<p class="byline">By <a href="/j">Jane Doe</a> | 8 Feb 2026 | 5 min read</p>', 'By Jane Doe'],
    [
      '<div class="byline">By <a rel="author">Jane Doe</a> <time>2 hours ago</time><div>Shipping Correspondent</div></div>',
      'By Jane Doe\nShipping Correspondent',
    ],
    ['<span class="author">Jane Doe</span><span class="author">John Roe</span>', 'Jane Doe and John Roe'],
    ['<meta name="author" content="Jane Doe">', 'Jane Doe'],
    ['<meta name="author" content="Jane Doe (https://doe.example/)">', 'Jane Doe'],
  ])('%s says %j', async (markup, byline) => {
    expect(
      (await read(`<html><body><article><h1>Ferries stop</h1>${markup}<p>${sentence}</p></article></body></html>`))
        .bylines,
    ).toEqual([byline]);
  });

  it('is nobody where the system names only its own account', async () => {
    expect(
      (
        await read(
          `<html><head><meta name="author" content="admin"></head><body><h1>Ferries stop</h1><p>${sentence}</p></body></html>`,
        )
      ).bylines,
    ).toEqual([]);
  });

  it('is not that of a picture', async () => {
    const draft = await read(
      `<article><h1>Ferries stop</h1><figure><img src="https://a.example/a.jpg"><figcaption>Waves. <span class="byline">Ann Poe</span></figcaption></figure><p>${sentence}</p></article>`,
    );
    expect(draft.bylines).toEqual([]);
    expect(draft.pictures).toMatchObject([{ caption: 'Waves.', credit: 'Ann Poe' }]);
  });
});

describe('the text of a page', () => {
  it('keeps words of a sentence whatever their class', async () => {
    expect(
      wordsOf(
        await read(`<p>The <a href="#" class="popup">harbour</a> <span class="ad promo">closed</span> at noon.</p>`),
      ),
    ).toBe('The harbour closed at noon.');
  });

  it('leaves out comments though they outweigh the story', async () => {
    const draft = await read(
      `<html><body><div class="story"><h1>Ferries stop</h1><p>${sentence} ${sentence} ${sentence}</p></div><div class="comments"><p>${sentence.toUpperCase().repeat(20)}</p></div></body></html>`,
    );
    expect(wordsOf(draft)).not.toContain('HARBOUR');
    expect(draft.notes).toContainEqual(expect.objectContaining({ rule: 'page-part' }));
  });

  it('keeps a first paragraph that is set apart from the rest', async () => {
    const draft = await read(
      `<html><body><article><h1>Ferries stop</h1><p>${sentence} It was the third time this year.</p><div class="article-body"><p>${sentence}</p><p>${sentence}</p></div></article></body></html>`,
    );
    expect(draft.body).toHaveLength(3);
  });

  it('is taken from the description for machines where scripts would fill the page', async () => {
    const article = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Ferries stop',
      articleBody: `${sentence}\n\n${sentence}`,
    });
    expect(
      (
        await read(
          `<html><body><div id="root"></div><script type="application/ld+json">${article}</script></body></html>`,
        )
      ).body,
    ).toHaveLength(2);
  });

  it('is several where each article has a headline and nothing says that the page is one', async () => {
    const article = (name: string): string => `<article><h1>${name}</h1><p>${sentence}</p><p>${sentence}</p></article>`;
    expect(
      (await readAll(`<html><body>${article('One')}${article('Two')}</body></html>`)).map(({ headline }) => headline),
    ).toEqual(['One', 'Two']);
  });

  it('is refused where the page only says that there is none', async () => {
    const [reading] = await html.parse(
      uploadOf('<html><head><title>404 Not Found</title></head><body><p>Nothing here.</p></body></html>'),
      desk,
    );
    expect(reading).toMatchObject({ outcome: 'rejected', code: 'unknown-format' });
  });
});

describe('the address of a page', () => {
  it.each(['https://news.example.org/', 'javascript:alert(1)', 'ferry.html', 'ftp://news.example.org/a'])(
    'is not %j',
    async (href) => {
      expect(
        (await read(`<html><head><link rel="canonical" href="${href}"></head><body><p>${sentence}</p></body></html>`))
          .guid,
      ).toBeUndefined();
    },
  );

  it('makes relative links and pictures absolute', async () => {
    const draft = await read(
      `<html><head><link rel="canonical" href="https://news.example.org/2026/ferry"></head><body><p>${sentence} <a href="/map">Map</a></p><img src="../ship.jpg"></body></html>`,
    );
    expect(draft.body[0]).toMatchObject({ marks: [{ kind: 'link', href: 'https://news.example.org/map' }] });
    expect(draft.pictures).toMatchObject([{ href: 'https://news.example.org/ship.jpg', fileName: 'ship.jpg' }]);
  });

  it('is only ever that of the web', () => {
    expect(webAddress('//a.example/b.jpg')).toBe('https://a.example/b.jpg');
    expect(webAddress('mailto:a@b.example')).toBeUndefined();
    expect(webAddress('b.jpg')).toBeUndefined();
  });
});

describe('what nobody wrote for readers', () => {
  it('is refused where its elements are nested without end', async () => {
    const [reading] = await html.parse(uploadOf(`<html><body>${'<div>'.repeat(30_000)}${sentence}`), desk);
    expect(reading).toMatchObject({ code: 'unsafe', message: 'The elements of the page are nested too deep.' });
  });

  it('is no part of an author’s name', async () => {
    const page = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferries","author":{"@type":"Person","name":"<b onmouseover=x()>Jane Doe</b>"}}</script></head><body><article><h1>Ferries</h1><p>${sentence}</p></article></body></html>`;
    expect((await read(page)).bylines).toEqual(['Jane Doe']);
  });
});

describe('a picture', () => {
  it('has every address of its srcset, commas and all', () => {
    expect(readSrcset('a,b.jpg 640w, c.jpg 2x,d.jpg')).toEqual([
      { address: 'a,b.jpg', width: '640' },
      { address: 'c.jpg', density: '2' },
      { address: 'd.jpg' },
    ]);
  });

  it('that is written into the page comes with its bytes', async () => {
    const bytes = 'A'.repeat(8000);
    expect(
      (await read(`<p>${sentence}</p><img src="data:image/png;base64,${bytes}">`)).pictures[0]?.content,
    ).toMatchObject({ mediaType: 'image/png' });
  });

  it('that only counts readers is none', async () => {
    expect(
      (
        await read(
          `<p>${sentence}</p><img src="https://stats.example/a.gif" width="1" height="1"><img src="x" onerror="alert(1)">`,
        )
      ).pictures,
    ).toEqual([]);
  });
});
