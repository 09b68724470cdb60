// A plain story, and a channel with it in, for tests that change one thing about them.

import type { Entry, Feed, Site } from '../../shared/publish/feed.ts';
import type { Picture, Story } from '../../shared/story.ts';

export const site: Site = { title: 'Copytaster', publicUrl: 'https://wire.example.org', language: 'en' };

export function aStory(parts: Partial<Story> = {}): Story {
  return {
    uri: 'tag:northlight.example,2026:ferry',
    version: 1,
    status: 'usable',
    kind: 'text',
    language: 'en-GB',
    headline: 'Ferry Link Returns',
    body: [{ type: 'paragraph', text: 'Ferries will cross the sound again from Friday.' }],
    pictures: [],
    subjects: [],
    genres: [],
    keywords: [],
    places: [],
    firstCreatedAt: '2026-11-20T08:00:00.000Z',
    versionCreatedAt: '2026-11-20T09:30:00.000Z',
    provider: 'Northlight',
    links: [],
    source: {
      key: 'northlight/ferry.txt',
      format: 'plain-text',
      digest: '0'.repeat(64),
      receivedAt: '2026-11-20T09:30:01.000Z',
    },
    notes: [],
    ...parts,
  };
}

export function aPicture(parts: Partial<Picture> = {}): Picture {
  return {
    id: 'picture-1',
    caption: 'The ferry at the slipway.',
    credit: {
      line: 'Jane Roe/AFP',
      people: ['Jane Roe'],
      organisations: ['AFP'],
      designations: [],
      given: 'Jane Roe / AFP',
    },
    href: '/media/5f70bf18.jpg',
    renditions: [],
    ...parts,
  };
}

export function anEntry(parts: Partial<Story> = {}, changedAt = '2026-11-20T09:30:02.000Z'): Entry {
  return { story: aStory(parts), changedAt };
}

export function aFeed(entries: readonly Entry[] = [anEntry()], parts: Partial<Feed> = {}): Feed {
  const channel = { name: 'section/harbours', title: 'Harbours', description: 'Stories headed Harbours' };
  return { site, channel, entries, updatedAt: entries[0]?.changedAt ?? '2026-11-01T00:00:00.000Z', ...parts };
}
