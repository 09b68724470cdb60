import { describe, expect, it } from 'vitest';
import { ninjs } from '../../shared/publish/ninjs.ts';
import { aFeed, aPicture, anEntry, site } from './a-story.ts';

const render = (parts: Parameters<typeof anEntry>[0]) => JSON.parse(ninjs.document!(anEntry(parts), site));

describe('ninjs', () => {
  it('carries the text with its dateline, and pictures as associations', () => {
    const story = render({
      dateline: { line: 'SKYE, Nov 20' },
      pictures: [aPicture({ uri: 'urn:newsml:afp.example:1', caption: 'A ferry.' })],
    });
    expect(story.bodies).toEqual([
      {
        role: 'main',
        contentType: 'text/html',
        value: '<p>SKYE, Nov 20 – Ferries will cross the sound again from Friday.</p>\n',
      },
    ]);
    expect(story.associations).toHaveLength(1);
    expect(story.associations[0]).toMatchObject({
      name: 'picture-1',
      type: 'picture',
      uri: 'urn:newsml:afp.example:1',
      by: 'Jane Roe',
      descriptions: [
        { role: 'caption', value: 'A ferry.' },
        { role: 'credit', value: 'Jane Roe/AFP' },
      ],
      renditions: [{ name: 'best', href: 'https://wire.example.org/media/5f70bf18.jpg', contentType: 'image/jpeg' }],
    });
  });

  it('tells a picture that cannot be fetched yet all the same', () => {
    const [picture] = render({ pictures: [aPicture({ href: undefined })] }).associations;
    expect(picture.renditions).toBeUndefined();
    expect(picture.uri).toMatch(/\.html#picture-1$/);
  });

  it('names parties with their roles', () => {
    const byline = {
      line: 'By Jane Doe',
      people: [
        { name: 'Jane Doe', contact: '@jane' },
        { name: 'Tove Lind', role: 'translator' },
      ],
      organisations: [],
      given: '',
    };
    expect(render({ byline }).infoSources).toEqual([
      {
        name: 'Jane Doe',
        role: 'http://cv.iptc.org/newscodes/contentprodpartyrole/author',
        contactInfo: [{ type: 'account', value: '@jane' }],
      },
      { name: 'Tove Lind', role: 'translator' },
      { name: 'Northlight', role: 'http://cv.iptc.org/newscodes/contentprodpartyrole/distributor' },
    ]);
  });

  it('gives vocabularies that IPTC knows their addresses', () => {
    expect(
      render({
        subjects: [
          { scheme: 'medtop', code: '20000339', name: 'maritime transport' },
          { scheme: 'house', code: 'FER' },
        ],
        keywords: ['ferry'],
      }).subjects,
    ).toEqual([
      { name: 'maritime transport', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000339' },
      { literal: 'FER' },
      { name: 'ferry', rel: 'keyword' },
    ]);
  });

  it('keeps a guid that is no URI as another id', () => {
    expect(render({ uri: 'L1N14N0FF' })).toMatchObject({
      uri: expect.stringMatching(/^https:/),
      altIds: [{ role: 'guid', value: 'L1N14N0FF' }],
    });
  });

  it('links to predecessors', () => {
    expect(
      render({
        links: [
          { rel: 'evolvedFrom', uri: 'tag:a.example,2026:b', version: 2 },
          { rel: 'seeAlso', uri: 'no uri' },
        ],
      }).associations,
    ).toEqual([
      {
        name: 'evolvedFrom',
        rel: 'evolvedFrom',
        uri: 'tag:a.example,2026:b',
        representationType: 'partial',
        version: '2',
      },
    ]);
  });

  it('empties a killed story', () => {
    const story = render({ status: 'canceled', edNote: 'Wrong man.', pictures: [aPicture()], standfirst: 'Secret' });
    expect(story).toMatchObject({
      pubStatus: 'canceled',
      bodies: [{ value: '' }],
      edNote: 'This story was withdrawn by Northlight and must not be used. Wrong man.',
    });
    expect(story.associations ?? story.descriptions).toBeUndefined();
  });

  it('makes a composite of a channel', () => {
    expect(JSON.parse(ninjs.feed!(aFeed()))).toMatchObject({
      type: 'composite',
      uri: 'https://wire.example.org/feeds/section/harbours.ninjs',
      associations: [{ name: 'story-1', uri: 'tag:northlight.example,2026:ferry' }],
    });
  });

  it('stands on one line, so that many make JSON lines', () => {
    expect(ninjs.document!(anEntry({ edNote: 'a\nb' }), site).trimEnd()).not.toContain('\n');
  });
});
