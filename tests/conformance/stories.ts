// The corpus taken in: each piece as the story that `receive` makes of its last upload, in feeds by language as the service groups them.

import { isRejection } from '../../shared/outcome.ts';
import type { Entry, Feed, Site } from '../../shared/publish/feed.ts';
import { finish, readBytes } from '../../shared/receive.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { Sent } from './corpus.ts';
import { isIn } from './arrival.ts';

export const site: Site = { title: 'Copytaster', publicUrl: 'https://wire.example.org', language: 'en' };

export type Taken = { readonly piece: Sent; readonly entry: Entry };

/** Throws when a piece is refused. */
export async function takeIn(piece: Sent): Promise<Taken> {
  const bytes = new TextEncoder().encode(piece.uploads.at(-1));
  const {
    readings,
    digest = '',
    format = '',
  } = await readBytes(bytes, piece.fileName, undefined, defaultSettings.limits);
  const [reading] = readings;
  if (format !== piece.format || readings.length !== 1 || !reading || isRejection(reading))
    throw new Error(`${piece.name} is not one story in ${piece.format}: ${JSON.stringify(reading)?.slice(0, 300)}`);
  const source = { key: `vesterhavn/${piece.fileName}`, format, digest, receivedAt: '2026-11-24T10:00:00.000Z' };
  const finished = finish(reading, source, 'vesterhavn', defaultSettings, 0);
  if (isRejection(finished)) throw new Error(`${piece.name} is refused: ${finished.message}`);
  return {
    piece,
    entry: { story: { ...finished.story, version: piece.uploads.length }, changedAt: '2026-11-24T10:00:01.000Z' },
  };
}

/** What stands in the channel of each language, and what waits for its embargo. */
export function feedsOf(taken: readonly Taken[]): readonly { readonly feed: Feed; readonly pieces: readonly Sent[] }[] {
  const groups = Map.groupBy(taken, ({ piece }) => (isIn(piece, 'rss') ? `language/${piece.language}` : piece.fate));
  return [...groups]
    .filter(([name]) => name !== 'withheld')
    .map(([name, group]) => ({
      feed: {
        site,
        hubs: ['https://hub.example.org/'],
        channel: { name, title: name, description: `Stories in ${name}` },
        entries: group.map(({ entry }) => entry),
        updatedAt: '2026-11-24T10:00:01.000Z',
        previousPage: { day: '2026-11-24' },
      },
      pieces: group.map(({ piece }) => piece),
    }));
}
