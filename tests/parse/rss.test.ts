// RSS by its parts: names with and without prefix, media, WordPress's own fields; whole feeds are among the golden stories.

import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/draft.ts';
import { isRejection } from '../../shared/outcome.ts';
import { bylineOf } from '../../shared/parse/feeds/bylines.ts';
import { plainLine, readItemBody, stableGuid } from '../../shared/parse/feeds/item-body.ts';
import { rootName } from '../../shared/parse/document-type.ts';
import { keepApart } from '../../shared/parse/feeds/names.ts';
import { withoutShortcodes } from '../../shared/parse/feeds/wordpress.ts';
import type { Readings } from '../../shared/parse/parser.ts';
import { rss } from '../../shared/parse/rss.ts';
import type { Upload } from '../../shared/upload.ts';
import { defaultLimits } from '../../shared/upload.ts';

function uploadOf(text: string): Upload {
  return { name: 'feed.xml', bytes: new TextEncoder().encode(text), text, notes: [] };
}

async function readingsOf(
  items: string,
  channel = '<title>Northlight</title><link>https://northlight.example/</link>',
): Promise<Readings> {
  const text = `<rss version="2.0"><channel>${channel}${items}</channel></rss>`;
  return rss.parse(uploadOf(text), { limits: defaultLimits, depth: 0, mend: (given) => given, read: async () => [] });
}

async function draftOf(item: string, channel?: string): Promise<Draft> {
  const [reading] = await readingsOf(`<item>${item}</item>`, channel);
  if (!reading || isRejection(reading)) throw new Error('no draft');
  return reading;
}

describe('recognises', () => {
  it.each([
    '<rss version="2.0">',
    '<?xml version="1.0"?>\n<!-- <feed> -->\n<rss>',
    '<!DOCTYPE rss PUBLIC "x" "y">\n<rss version="0.91">',
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/">',
  ])('takes %s', (text) => {
    expect(rss.recognises(uploadOf(text))).toBe(true);
  });

  it.each([
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<html><body>&lt;rss></body></html>',
    'From: a@x.example\nContent-Type: text/xml\n\n<rss version="2.0">',
    '<rdf:RDF xmlns:foaf="http://xmlns.com/foaf/0.1/">',
  ])('leaves %s', (text) => {
    expect(rss.recognises(uploadOf(text))).toBe(false);
  });
});

describe('names', () => {
  it('finds the first element behind declaration and comments', () => {
    expect(rootName('\uFEFF<?xml version="1.0"?><!-- a > b --><!DOCTYPE feed><a:feed xmlns:a="x">')).toBe('feed');
    expect(rootName('plain words')).toBeUndefined();
    expect(rootName('<!DOCTYPE rss [<!ENTITY nbsp "&#160;">\n<!ENTITY gt "]>">]>\n<rss version="2.0">')).toBe('rss');
  });

  it('keeps foreign names apart outside CDATA only', () => {
    expect(keepApart('<media:title>a</media:title><![CDATA[<media:title>]]><media:content url="x"/>')).toBe(
      '<media.title>a</media.title><![CDATA[<media:title>]]><media.content url="x"/>',
    );
  });
});

describe('an item', () => {
  it('has the title of the item, not of its picture', async () => {
    const draft = await draftOf(
      '<media:title>A picture</media:title><title>Ferries stop</title><description>Text of it.</description>',
    );
    expect(draft.headline).toBe('Ferries stop');
  });

  it('has its full text as body and the description as standfirst', async () => {
    const draft = await draftOf(
      '<title>A</title><description>No ship sails.</description><content:encoded>&lt;p&gt;The harbour closed.&lt;/p&gt;</content:encoded>',
    );
    expect(draft).toMatchObject({
      standfirst: 'No ship sails.',
      body: [{ type: 'paragraph', text: 'The harbour closed.' }],
    });
  });

  it('has no standfirst that only begins the text', async () => {
    const draft = await draftOf(
      '<title>A</title><description>The harbour [...]</description><content:encoded>&lt;p&gt;The harbour closed.&lt;/p&gt;</content:encoded>',
    );
    expect(draft.standfirst).toBeUndefined();
    expect(draft.notes).toContainEqual(
      expect.objectContaining({ rule: 'repeated-summary', before: 'The harbour [...]' }),
    );
  });

  it('keeps what its media says when an enclosure gives the same address', async () => {
    const draft = await draftOf(
      '<title>A</title><media:content url="https://p.example/a.jpg"><media:credit>Ann Poe/AFP</media:credit></media:content><enclosure url="https://p.example/a.jpg" type="image/jpeg" length="1200"/>',
    );
    expect(draft.pictures).toMatchObject([{ href: 'https://p.example/a.jpg', credit: 'Ann Poe/AFP' }]);
  });

  it('takes different queries to one script for different pictures', async () => {
    const draft = await draftOf(
      '<title>A</title><media:content medium="image" url="https://p.example/i.php?id=1"/><media:content medium="image" url="https://p.example/i.php?id=2"/>',
    );
    expect(draft.pictures).toHaveLength(2);
  });

  it('has no picture of one pixel, and none of a video', async () => {
    const draft = await draftOf(
      '<title>A</title><media:content medium="image" url="https://p.example/t.gif" width="1" height="1"/><media:content type="video/mp4" url="https://p.example/v.mp4"/>',
    );
    expect(draft.pictures).toEqual([]);
  });

  it('leaves out addresses that are not of the web', async () => {
    const draft = await draftOf(
      '<title>A</title><link>javascript:x()</link><enclosure type="image/png" url="data:image/png;base64,AAAA"/>',
    );
    expect(draft).toMatchObject({ pictures: [] });
    expect(draft.guid).toBeUndefined();
  });

  it('is withheld while it is a draft of the blog', async () => {
    expect(
      await draftOf('<title>A</title><wp:post_type>post</wp:post_type><wp:status>pending</wp:status>'),
    ).toMatchObject({ status: 'withheld' });
  });

  it('is a picture where a post has an attachment and no text', async () => {
    const draft = await draftOf(
      '<title>A</title><wp:post_type>post</wp:post_type><wp:attachment_url>https://p.example/a.png</wp:attachment_url>',
    );
    expect(draft).toMatchObject({ kind: 'picture', pictures: [{ href: 'https://p.example/a.png' }] });
  });

  it('takes the publisher before the title of the channel', async () => {
    expect(
      await draftOf('<title>A</title>', '<title>World – Northlight</title><dc:publisher>Northlight</dc:publisher>'),
    ).toMatchObject({ provider: 'Northlight' });
  });
});

describe('a feed', () => {
  it('is refused without items, with the place of a break, and never throws', async () => {
    expect(await readingsOf('')).toMatchObject([{ code: 'no-headline-no-body' }]);
    expect(await readingsOf('<item><title>a</item>')).toMatchObject([{ code: 'malformed', line: 1 }]);
  });
});

describe('text', () => {
  it('reads markup that was escaped twice', () => {
    expect(readItemBody('&lt;p&gt;The &lt;b&gt;mole&lt;/b&gt; holds.&lt;/p&gt;').blocks).toEqual([
      { type: 'paragraph', text: 'The mole holds.', marks: [{ kind: 'strong', start: 4, end: 8 }] },
    ]);
  });

  it('leaves figures of comparison alone', () => {
    expect(plainLine('5 < 6 & 7 > 3')).toBe('5 < 6 & 7 > 3');
  });

  it('takes short codes out and leaves an editor’s brackets', () => {
    expect(withoutShortcodes('[dropcap]M[/dropcap]ole [sic] holds [gallery ids="1"][laughs]')).toBe(
      'Mole [sic] holds [laughs]',
    );
  });
});

describe('a guid', () => {
  it.each([
    ['https://x.example/1', undefined, 'https://x.example/1'],
    ['urn:x:1', 'https://f.example/', 'urn:x:1'],
    ['17', 'https://f.example/', 'https://f.example/#17'],
    ['a b', 'https://f.example/#top', 'https://f.example/#a%20b'],
    ['17', undefined, '17'],
  ])('%s in %s is %s', (guid, feed, expected) => {
    expect(stableGuid(guid, undefined, feed)).toBe(expected);
  });
});

describe('a byline', () => {
  it.each([
    [['jane@x.example (Jane Doe)'], ['Jane Doe, jane@x.example']],
    [['Jane Doe <jane@x.example>'], ['Jane Doe, jane@x.example']],
    [['Jane Doe', 'John Roe', 'Jane Doe'], ['Jane Doe and John Roe']],
    [['desk@x.example'], []],
  ])('of %j is %j', (names, expected) => {
    expect(bylineOf(names)).toEqual(expected);
  });
});
