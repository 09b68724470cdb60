// A feed or a story in every format that is wanted: what reads as before keeps its object, and only what changed is written.

import { definedAs, itemsOf } from './channel-feed.ts';
import type { Ground } from './ground.ts';
import { documentId } from './publish/document-id.ts';
import type { Entry, Feed, Format } from './publish/feed.ts';
import { formats, formatsOnRequest } from './publish/formats.ts';
import { profileNamed } from './publish/profiles.rules.ts';
import type { FeedLimits } from './publish/render.ts';
import { renderFeed } from './publish/render.ts';
import { tellUnreadable } from './read-entries.ts';
import type { Rendering, Renderings } from './store/renderings.ts';
import { deleteRenderings, writeRendering } from './store/renderings.ts';

/** Renders every format; gives back `before` itself when no text differs from it. */
export async function renderChannel(ground: Ground, feed: Feed, before: Renderings): Promise<Renderings> {
  const defined = definedAs(ground, feed.channel.name);
  const limits = {
    items: itemsOf(ground, feed.channel.name),
    bytes: Math.min(ground.settings.feedBytes, profileNamed(feed.channel.profile).feedBytes ?? Infinity),
  };
  const folder = `channels/${feed.channel.name}`;
  const wanted =
    defined?.formats === undefined
      ? formats.filter((format) => format.feed)
      : [...formats, ...formatsOnRequest].filter(
          (format) => format.feed && defined.formats!.includes(format.extension),
        );
  const render = (format: Format): string => renderSound(ground, format, feed, limits);
  const renderings = await Promise.all(
    wanted.map((format) => keepOrWrite(ground, folder, format, render(format), before)),
  );
  const unchanged = renderings.every(([extension, rendering]) => before[extension] === rendering);
  return unchanged && renderings.length === Object.keys(before).length ? before : Object.fromEntries(renderings);
}

/** Rendering is pure: where it fails it fails by a story, and goes on without those that fail by themselves. */
function renderSound(ground: Ground, format: Format, feed: Feed, limits: FeedLimits): string {
  try {
    return renderFeed(format, feed, limits);
  } catch (error) {
    const sound = feed.entries.filter((entry) => canBeRendered(ground, format, feed, entry));
    if (sound.length === feed.entries.length) throw error;
    return renderFeed(format, { ...feed, entries: sound }, limits);
  }
}

function canBeRendered(ground: Ground, format: Format, feed: Feed, entry: Entry): boolean {
  try {
    format.feed!({ ...feed, entries: [entry] });
    return true;
  } catch (error) {
    const { uri, version } = entry.story;
    tellUnreadable(ground, { channel: feed.channel.name, uri, version }, error);
    return false;
  }
}

/** The same for the pages of one story. */
export async function renderDocuments(ground: Ground, entry: Entry, before: Renderings = {}): Promise<Renderings> {
  const folder = `stories/${documentId(entry.story.uri)}`;
  const renderings = formats
    .filter((format) => format.document)
    .map((format) => keepOrWrite(ground, folder, format, format.document!(entry, ground.settings.site), before));
  return Object.fromEntries(await Promise.all(renderings));
}

/** The rendering that stands where its text is the same, else a new one. */
async function keepOrWrite(
  ground: Ground,
  folder: string,
  { extension, mediaType }: Format,
  text: string,
  before: Renderings,
): Promise<readonly [string, Rendering]> {
  return [extension, await writeRendering(ground, folder, extension, mediaType, text, before[extension])];
}

/** Once a pointer has moved, the objects that only the one before it named; where another was faster, those written in vain. */
export async function clearAway(
  ground: Ground,
  moved: boolean,
  before: Renderings | undefined,
  written: Renderings,
): Promise<void> {
  await deleteRenderings(ground, moved ? onlyIn(before, written) : onlyIn(written, before));
}

/** Those of `some` whose object is not also in `others`. */
function onlyIn(some: Renderings = {}, others: Renderings = {}): Renderings {
  const kept = new Set(Object.values(others).map(({ key }) => key));
  return Object.fromEntries(Object.entries(some).filter(([, { key }]) => !kept.has(key)));
}
