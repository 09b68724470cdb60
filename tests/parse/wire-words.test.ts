// The wire's own words are understood whatever format they come in, and no size of text brings a parser down.

import { describe, expect, it } from 'vitest';
import { isRejection } from '../../shared/outcome.ts';
import { finish, readBytes } from '../../shared/receive.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { Story } from '../../shared/story.ts';

const said = 'EMBARGOED UNTIL 0600 GMT DEC 1 2026';
const copy = 'The harbour of Vesterhavn stayed closed on Friday, the port authority said.';
const paragraphs = `<p>${said}</p><p>${copy}</p><p>No ferry left for the islands.</p>`;
const json = (value: object): string => JSON.stringify(value);

const wires: Readonly<Record<string, readonly [name: string, text: string]>> = {
  'plain text': ['a.txt', `${said}\n\nFerries wait\n\n${copy}\n\nNo ferry left for the islands.\n`],
  HTML: [
    'a.html',
    `<!DOCTYPE html><html><head><title>Ferries wait</title></head><body><article><h1>Ferries wait</h1>${paragraphs}</article></body></html>`,
  ],
  Markdown: ['a.md', `---\nheadline: Ferries wait\n---\n\n${said}\n\n${copy}\n\nNo ferry left for the islands.\n`],
  NITF: [
    'a.xml',
    `<nitf><body><body.head><hedline><hl1>Ferries wait</hl1></hedline></body.head><body.content>${paragraphs}</body.content></body></nitf>`,
  ],
  'NewsML-G2': [
    'a.xml',
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>Ferries wait</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${paragraphs}</body></html></inlineXML></contentSet></newsItem>`,
  ],
  'NewsML 1': [
    'a.xml',
    `<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:x:1</PublicIdentifier></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>Ferries wait</HeadLine></NewsLines><ContentItem><DataContent>${paragraphs}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
  ],
  ninjs: ['a.json', json({ uri: 'urn:x:1', type: 'text', headline: 'Ferries wait', body_html: paragraphs })],
  'JSON Feed': [
    'a.json',
    json({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items: [{ id: '1', title: 'Ferries wait', content_html: paragraphs }],
    }),
  ],
  RSS: [
    'a.rss',
    `<rss version="2.0"><channel><title>x</title><item><title>Ferries wait</title><guid>1</guid><description><![CDATA[${paragraphs}]]></description></item></channel></rss>`,
  ],
  Atom: [
    'a.atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>urn:x:1</id><title>Ferries wait</title><content type="html"><![CDATA[${paragraphs}]]></content></entry></feed>`,
  ],
  'e-mail': [
    'a.eml',
    `From: Desk <desk@wire.example>\r\nSubject: Ferries wait\r\nMessage-ID: <1@wire.example>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>${paragraphs}</body></html>\r\n`,
  ],
};

async function read(name: string, text: string): Promise<Omit<Story, 'version'>> {
  const { readings } = await readBytes(new TextEncoder().encode(text), name, undefined, defaultSettings.limits);
  const [reading] = readings;
  if (!reading || isRejection(reading)) throw new Error(`refused: ${reading?.message}`);
  const finished = finish(
    reading,
    { key: `desk/${name}`, format: reading.format, digest: '', receivedAt: '2026-11-24T10:00:00.000Z' },
    'desk',
    defaultSettings,
    0,
  );
  if (isRejection(finished)) throw new Error(`refused: ${finished.message}`);
  return finished.story;
}

describe('an embargo above the text', () => {
  it.each(Object.entries(wires))('is kept in %s, and leaves the body', async (_, [name, text]) => {
    const story = await read(name, text);
    expect(story).toMatchObject({ headline: 'Ferries wait', embargoedUntil: '2026-12-01T06:00:00.000Z' });
    expect(story.body.map((block) => ('text' in block ? block.text : ''))).toEqual([
      copy,
      'No ferry left for the islands.',
    ]);
  });
});

describe('a line above the headline', () => {
  const under = (line: string): Promise<Omit<Story, 'version'>> =>
    read('a.txt', `${line}\n\nFerries Wait In The Harbour\n\n${copy}\n\nNo ferry left for the islands.\n`);

  it.each([
    ['UNDER EMBARGO UNTIL 1 December 2026 06:00 GMT', '2026-12-01T06:00:00.000Z'],
    ['STRICTLY EMBARGOED UNTIL 00.01HRS TUESDAY 1 DECEMBER', '2026-12-01T00:01:00.000Z'],
    ['EMBARGOED FOR 6AM 1 DECEMBER 2026', '2026-12-01T06:00:00.000Z'],
    ['EMBARGO: NOT FOR PUBLICATION BEFORE 00:01 TUESDAY 1 DECEMBER 2026', '2026-12-01T00:01:00.000Z'],
    [
      'Not for publication, broadcast or use on club tapes before 0001 hours 1 December 2026',
      '2026-12-01T00:01:00.000Z',
    ],
    ['CHECK AGAINST DELIVERY - EMBARGOED UNTIL 1 December 2026 06:00', '2026-12-01T06:00:00.000Z'],
    ['For release 06:00 GMT 1 December 2026', '2026-12-01T06:00:00.000Z'],
    ['EMBARGOED UNTIL 1 Dec 2026 0600 GMT', '2026-12-01T06:00:00.000Z'],
    ['EMBARGOED UNTIL 2400 GMT 30 November 2026', '2026-12-01T00:00:00.000Z'],
    ['EMBARGOED UNTIL 1 December 2026 06:00 UTC+2', '2026-12-01T04:00:00.000Z'],
    ['EMBARGO: 1er décembre 2026 à 6h00', '2026-12-01T06:00:00.000Z'],
  ])('holds the story back until its moment: %s', async (line, embargoedUntil) => {
    expect(await under(line)).toMatchObject({
      headline: 'Ferries Wait In The Harbour',
      status: 'usable',
      embargoedUntil,
    });
  });

  it.each([
    'STRICTLY EMBARGOED',
    'EMBARGO',
    'EMBARGOED UNTIL DELIVERY',
    '(Embargoed until the minister has spoken)',
    'Under embargo',
    'NOT FOR RELEASE UNTIL FURTHER NOTICE',
  ])('holds the story back where it names no moment: %s', async (line) => {
    expect(await under(line)).toMatchObject({
      headline: 'Ferries Wait In The Harbour',
      status: 'withheld',
      notes: expect.arrayContaining([expect.objectContaining({ rule: 'unreadable-embargo' })]) as unknown,
    });
  });

  it.each([
    'Embargo lifted',
    'FOR IMMEDIATE RELEASE',
    'Embargo on oil lifted after 20 years',
    'Embargoed goods pile up in 2024',
  ])('says nothing of an embargo: %s', async (line) => {
    const { status, embargoedUntil } = await under(line);
    expect({ status, embargoedUntil }).toEqual({ status: 'usable', embargoedUntil: undefined });
  });
});

describe('a word of the wire in a story that says itself what may become of it', () => {
  it('is a word', async () => {
    const [name, text] = wires['NewsML-G2']!;
    const story = await read(
      name,
      text.replace(said, 'KILL').replace('<itemMeta>', '<itemMeta><pubStatus qcode="stat:usable"/>'),
    );
    expect(story.status).toBe('usable');
    expect(story.body).toHaveLength(3);
  });
});

describe('a text of very many lines', () => {
  it.each([
    ['\n', 'a headline'],
    ['\n\n', 'paragraphs'],
  ])('divided by %j is read', async (divider) => {
    const story = await read(
      'long.txt',
      Array.from({ length: 200_000 }, (_, index) => `Line ${index} of it`).join(divider),
    );
    expect(story.headline).toMatch(/^Line 0 of it/);
  });

  it('as mail with signature marks all over is read', async () => {
    const story = await read(
      'long.eml',
      `From: Desk <desk@wire.example>\r\nSubject: Ferries wait\r\nMessage-ID: <1@wire.example>\r\n\r\n${'-- \r\n'.repeat(50_000)}${copy}\r\n`,
    );
    expect(story.headline).toBe('Ferries wait');
  });
});
