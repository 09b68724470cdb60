// JSON Feed by its parts; whole feeds are among the golden stories.

import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/draft.ts';
import { isRejection } from '../../shared/outcome.ts';
import { jsonFeed } from '../../shared/parse/json-feed.ts';
import type { Readings } from '../../shared/parse/parser.ts';
import type { Upload } from '../../shared/upload.ts';
import { defaultLimits } from '../../shared/upload.ts';

function uploadOf(text: string): Upload {
  return { name: 'feed.json', bytes: new TextEncoder().encode(text), text, notes: [] };
}

async function readingsOf(text: string): Promise<Readings> {
  return jsonFeed.parse(uploadOf(text), {
    limits: defaultLimits,
    depth: 0,
    mend: (given) => given,
    read: async () => [],
  });
}

async function draftOf(item: object, feed: object = {}): Promise<Draft> {
  const [reading] = await readingsOf(
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', ...feed, items: [item] }),
  );
  if (!reading || isRejection(reading)) throw new Error('no draft');
  return reading;
}

describe('recognises', () => {
  it.each([
    '{"version": "https://jsonfeed.org/version/1"}',
    '{"version":"https:\\/\\/jsonfeed.org\\/version\\/1.1"}',
    '{"items":[{"id":"1","content_html":"<p>a</p>"}]}',
  ])('takes %s', (text) => {
    expect(jsonFeed.recognises(uploadOf(text))).toBe(true);
  });

  it.each(['{"items":[]}', '[{"content_html":"a"}]', 'words {"version": "https://jsonfeed.org/version/1"}'])(
    'leaves %s',
    (text) => {
      expect(jsonFeed.recognises(uploadOf(text))).toBe(false);
    },
  );
});

describe('an item', () => {
  it('is read from HTML before text', async () => {
    expect(
      (await draftOf({ id: 'a', content_html: '<p>One.</p><p>Two.</p>', content_text: 'Other.' })).body,
    ).toHaveLength(2);
  });

  it('takes content_text as nothing but text', async () => {
    expect((await draftOf({ id: 'a', content_text: '5 <b> 6 & more.\n\nNext.' })).body).toEqual([
      { type: 'paragraph', text: '5 <b> 6 & more.' },
      { type: 'paragraph', text: 'Next.' },
    ]);
  });

  it('makes an address of a bare id', async () => {
    expect((await draftOf({ id: 17 }, { home_page_url: 'https://x.example/' })).guid).toBe('https://x.example/#17');
  });

  it('reads relative addresses against its own', async () => {
    const draft = await draftOf({
      id: 'a',
      url: 'https://x.example/2026/a',
      image: '/p.jpg',
      content_html: '<p>See <a href="b">b</a>.</p>',
    });
    expect(draft.pictures).toMatchObject([{ href: 'https://x.example/p.jpg', fileName: 'p.jpg' }]);
    expect(draft.body.at(-1)).toMatchObject({ marks: [{ kind: 'link', href: 'https://x.example/2026/b' }] });
  });

  it('shows a picture once that is lead and attachment', async () => {
    const draft = await draftOf({
      id: 'a',
      image: 'https://x.example/p.jpg',
      attachments: [
        { url: 'https://x.example/p.jpg', mime_type: 'image/jpeg', title: 'A ferry' },
        { url: 'https://x.example/a.mp3', mime_type: 'audio/mpeg' },
      ],
    });
    expect(draft.pictures).toEqual([
      {
        id: 'picture-1',
        href: 'https://x.example/p.jpg',
        fileName: 'p.jpg',
        caption: 'A ferry',
        mediaType: 'image/jpeg',
      },
    ]);
  });

  it('has the feed’s author unless that is the feed itself', async () => {
    expect((await draftOf({ id: 'a' }, { title: 'N', author: { name: 'Jane Doe' } })).bylines).toEqual(['Jane Doe']);
    expect((await draftOf({ id: 'a' }, { title: 'N', authors: [{ name: 'N' }] })).bylines).toEqual([]);
  });

  it('survives fields of other kinds', async () => {
    expect(
      await draftOf({ id: {}, title: 7, authors: 'x', tags: { a: 1 }, attachments: null, image: [] }),
    ).toMatchObject({ headline: '7', bylines: [], keywords: [], pictures: [] });
  });
});

describe('a feed', () => {
  it('is refused where it is broken or empty', async () => {
    expect(await readingsOf('{"items":[')).toMatchObject([{ code: 'malformed' }]);
    expect(await readingsOf('{"items":[7]}')).toMatchObject([{ code: 'no-headline-no-body' }]);
  });
});
