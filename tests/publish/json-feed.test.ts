import { describe, expect, it } from 'vitest';
import { jsonFeed } from '../../shared/publish/json-feed.ts';
import { aFeed, aPicture, anEntry, site } from './a-story.ts';

const item = (parts: Parameters<typeof anEntry>[0]) => JSON.parse(jsonFeed.feed!(aFeed([anEntry(parts)]))).items[0];

describe('JSON Feed', () => {
  it('carries a story', () => {
    const byline = { line: 'By Jane Doe', people: [{ name: 'Jane Doe' }], organisations: [], given: '' };
    expect(item({ byline, kicker: 'Harbours', keywords: ['ferry'] })).toMatchObject({
      id: 'tag:northlight.example,2026:ferry',
      title: 'Ferry Link Returns',
      content_html: '<p>Ferries will cross the sound again from Friday.</p>\n',
      date_published: '2026-11-20T08:00:00.000Z',
      date_modified: '2026-11-20T09:30:02.000Z',
      authors: [{ name: 'Jane Doe' }],
      tags: ['Harbours', 'ferry'],
      language: 'en-GB',
    });
  });

  it('keeps the credit of every picture', () => {
    const { image, attachments, _copytaster } = item({
      pictures: [aPicture(), aPicture({ id: 'picture-2', href: undefined })],
    });
    expect(image).toBe('https://wire.example.org/media/5f70bf18.jpg');
    expect(attachments).toEqual([{ url: image, mime_type: 'image/jpeg', title: 'The ferry at the slipway.' }]);
    expect(_copytaster.pictures.map(({ credit }: { credit: string }) => credit)).toEqual([
      'Jane Roe/AFP',
      'Jane Roe/AFP',
    ]);
  });

  it('keeps the id of a killed story and empties it', () => {
    expect(item({ status: 'canceled', signal: 'kill', pictures: [aPicture()] })).toEqual({
      id: 'tag:northlight.example,2026:ferry',
      url: expect.stringMatching(/\.html$/),
      title: 'Killed: Ferry Link Returns',
      content_html: '',
      summary: 'This story was withdrawn by Northlight and must not be used.',
      date_published: '2026-11-20T08:00:00.000Z',
      date_modified: '2026-11-20T09:30:02.000Z',
      language: 'en-GB',
      _copytaster: { version: 1, status: 'canceled', signal: 'kill', provider: 'Northlight' },
    });
  });

  it('has items even when there are none', () => {
    expect(JSON.parse(jsonFeed.feed!(aFeed([])))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      items: [],
    });
  });

  it('links to the hub and to older stories', () => {
    const feed = JSON.parse(
      jsonFeed.feed!(aFeed([], { hubs: ['https://hub.example.org/'], previousPage: { day: '2026-11-19' } })),
    );
    expect(feed.hubs).toEqual([{ type: 'WebSub', url: 'https://hub.example.org/' }]);
    expect(feed.next_url).toBe('https://wire.example.org/feeds/section/harbours.json?day=2026-11-19');
  });

  it('is a feed of one for a story alone', () => {
    expect(JSON.parse(jsonFeed.document!(anEntry(), site)).items).toHaveLength(1);
  });
});
