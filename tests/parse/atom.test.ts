// Atom by its parts: text constructs, authors, links, tombstones; whole feeds are among the golden stories.

import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/draft.ts';
import { isRejection } from '../../shared/outcome.ts';
import { atom } from '../../shared/parse/atom.ts';
import type { Readings } from '../../shared/parse/parser.ts';
import type { Upload } from '../../shared/upload.ts';
import { defaultLimits } from '../../shared/upload.ts';

function uploadOf(text: string): Upload {
  return { name: 'feed.xml', bytes: new TextEncoder().encode(text), text, notes: [] };
}

async function readingsOf(text: string): Promise<Readings> {
  return atom.parse(uploadOf(text), { limits: defaultLimits, depth: 0, mend: (given) => given, read: async () => [] });
}

async function draftOf(entry: string, feed = '<title>Northlight</title>'): Promise<Draft> {
  const [reading] = await readingsOf(`<feed xmlns="http://www.w3.org/2005/Atom">${feed}<entry>${entry}</entry></feed>`);
  if (!reading || isRejection(reading)) throw new Error('no draft');
  return reading;
}

describe('recognises', () => {
  it.each([
    '<feed xmlns="http://www.w3.org/2005/Atom"/>',
    '<a:entry xmlns:a="http://www.w3.org/2005/Atom">',
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#">',
    '<at:deleted-entry ref="x" when="y"/>',
  ])('takes %s', (text) => {
    expect(atom.recognises(uploadOf(text))).toBe(true);
  });

  it.each([
    '<rss><channel><atom:link/></channel></rss>',
    '<dictionary><entry>a</entry></dictionary>',
    '<feed><price>1</price></feed>',
  ])('leaves %s', (text) => {
    expect(atom.recognises(uploadOf(text))).toBe(false);
  });
});

describe('a text', () => {
  it.each([
    ['<title>a &lt;b&gt; c</title>', 'a <b> c'],
    ['<title type="html">Ferries &lt;b&gt;stop&lt;/b&gt; &amp;amp; wait</title>', 'Ferries stop & wait'],
    ['<title type="xhtml"><div>Ferries <b>stop</b></div></title>', 'Ferries stop'],
    ['<title mode="escaped" type="text/html">Ferries &lt;b&gt;stop&lt;/b&gt;</title>', 'Ferries stop'],
  ])('%s is read as %s', async (title, expected) => {
    expect((await draftOf(title)).headline).toBe(expected);
  });

  it('is the summary where the content stands elsewhere', async () => {
    const draft = await draftOf(
      '<title>a</title><summary>Waves break.</summary><content src="https://x.example/a.pdf" type="application/pdf"/>',
    );
    expect(draft.body).toEqual([{ type: 'paragraph', text: 'Waves break.' }]);
    expect(draft.notes).toContainEqual(
      expect.objectContaining({ rule: 'content-elsewhere', before: 'https://x.example/a.pdf' }),
    );
  });

  it('is not made of a picture in base64', async () => {
    expect((await draftOf('<title>a</title><content type="image/png">iVBORw0KGgo=</content>')).body).toEqual([]);
  });
});

describe('authors', () => {
  it('are the entry’s, else the source’s, else the feed’s', async () => {
    expect(
      (await draftOf('<author><name>Jane Doe</name></author>', '<author><name>John Roe</name></author>')).bylines,
    ).toEqual(['Jane Doe']);
    expect(
      (
        await draftOf(
          '<source><author><name>Jane Doe</name></author></source>',
          '<author><name>John Roe</name></author>',
        )
      ).bylines,
    ).toEqual(['Jane Doe']);
    expect(
      (await draftOf('<title>a</title>', '<title>Northlight</title><author><name>John Roe</name></author>')).bylines,
    ).toEqual(['John Roe']);
  });

  it('are none where the feed names itself', async () => {
    expect(
      (await draftOf('<title>a</title>', '<title>Northlight</title><author><name>NORTHLIGHT</name></author>')).bylines,
    ).toEqual([]);
  });
});

describe('links', () => {
  it('are kept where they lead to other stories', async () => {
    const draft = await draftOf(
      '<link rel="self" href="https://x.example/1"/><link rel="related" title="More" href="https://x.example/2"/><link rel="predecessor-version" href="https://x.example/0"/><link rel="related" href="javascript:x"/>',
    );
    expect(draft.links).toEqual([
      { rel: 'seeAlso', uri: 'https://x.example/2', title: 'More' },
      { rel: 'evolvedFrom', uri: 'https://x.example/0' },
    ]);
  });

  it('make the guid where the entry has none', async () => {
    expect((await draftOf('<link href="https://x.example/1"/>')).guid).toBe('https://x.example/1');
  });
});

describe('a tombstone', () => {
  it('kills the story it names, also by itself', async () => {
    expect(
      await readingsOf(
        '<at:deleted-entry ref="tag:x,2026:1" when="2026-11-20T11:00:00Z"><at:comment>Wrong name.</at:comment></at:deleted-entry>',
      ),
    ).toMatchObject([
      {
        guid: 'tag:x,2026:1',
        status: 'canceled',
        signal: 'kill',
        edNotes: ['Wrong name.'],
        versionCreated: '2026-11-20T11:00:00Z',
      },
    ]);
  });
});
