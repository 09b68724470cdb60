// What the head alone tells of a story whose version can't be read: enough for the notice of a kill, and to take what is held out
// of the feeds.

import type { Ground } from '../ground.ts';
import type { Story } from '../story.ts';
import type { Head } from './stories.ts';
import { newestReadable } from './stories.ts';

/** Whether the head forbids what stands: the story is killed or withheld, or its newest embargo has not passed. */
export function forbids({ status, embargo, released }: Head, now: string): boolean {
  if (status !== 'usable') return true;
  if (embargo === undefined) return false;
  const { until, isUnreadable } = embargo;
  return isUnreadable === true || (until !== undefined && until > now && until !== released);
}

/** Without a word of the copy. Language and guid are those of the newest version that can be read. */
export async function storyByHead(ground: Ground, head: Head): Promise<Story> {
  const { uri, version, status, desk, order, firstCreatedAt } = head;
  const { language = 'und', chain } = (await newestReadable(ground, head)) ?? {};
  const { key, receivedAt, versionCreatedAt } = order;
  return {
    uri,
    version,
    status: status === 'canceled' ? 'canceled' : 'withheld',
    kind: 'text',
    language,
    headline: 'Story withdrawn',
    body: [],
    pictures: [],
    subjects: [],
    genres: [],
    keywords: [],
    places: [],
    firstCreatedAt,
    versionCreatedAt,
    provider: desk,
    links: [],
    ...(chain !== undefined && { chain }),
    source: { key, format: 'unknown', digest: '', receivedAt },
    notes: [],
  };
}
