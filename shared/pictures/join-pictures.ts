// A picture that came as a file joins the story that names it: file name, address or uri say which.
// Story with "kuril-1.jpg" and no size + kuril-1.jpg itself → the story's picture has content, size, and what the file knows besides.

import type { Draft, DraftPicture } from '../draft.ts';
import { isRejection } from '../outcome.ts';
import type { Reading } from '../parse/parser.ts';

/** The names a picture goes by, lower case: `file:kuril-1.jpg`, `uri:urn:x`, `href:https://…`. */
export function handlesOf({ fileName, uri, href, renditions = [] }: DraftPicture): readonly string[] {
  // A picture on the web has its source; a base name such as "photo.jpg" is too little to put another in its place.
  const isElsewhere = /^https?:/.test(href ?? '');
  const files = isElsewhere
    ? []
    : [fileName, lastPart(href), ...renditions.map((rendition) => lastPart(rendition.href))]
        .map(plainName)
        .filter((name) => name !== undefined);
  return [
    ...new Set([
      ...(uri ? [`uri:${uri}`] : []),
      ...(href && !href.startsWith('/media/') ? [`href:${href}`] : []),
      ...files.map((name) => `file:${name}`),
    ]),
  ];
}

function lastPart(address: string | undefined): string | undefined {
  return address?.startsWith('/media/') || address?.startsWith('data:')
    ? undefined
    : address
        ?.replace(/[?#].*$/s, '')
        .split(/[\\/]/)
        .at(-1);
}

/** The base name in lower case; only names of picture files tell pictures apart. */
function plainName(name: string | undefined): string | undefined {
  const base = name?.split(/[\\/]/).at(-1)?.trim().toLowerCase();
  return base && /\.(?:jpe?g|png|webp|gif|tiff?|avif)$/.test(base) ? base : undefined;
}

/** Whether a picture came with its file, or was joined with one. */
export function hasContent({ content, href }: DraftPicture): boolean {
  return content !== undefined || href?.startsWith('/media/') === true;
}

/** The file brings its content and its true size at once; its words wait behind the story's own, which normalising may still find in the text. */
export function joinPicture(
  named: DraftPicture,
  { id: _id, content, file: _file, ...words }: DraftPicture,
): DraftPicture {
  const { href, mediaType, width, height, renditions } = words;
  return { ...named, ...withoutUndefined({ content, href, mediaType, width, height, renditions }), file: words };
}

/**
 * Joins the pictures among several readings with the stories among them: by name; and where there is one story only, all pictures are its own.
 * A picture that joined no longer is a story of itself.
 */
export function joinPictures(readings: readonly Reading[], onlyStoryTakesAll = true): readonly Reading[] {
  const drafts = readings.filter((reading): reading is Draft => !isRejection(reading));
  const files = drafts.filter(
    (draft) => draft.kind === 'picture' && draft.pictures.length === 1 && hasContent(draft.pictures[0]!),
  );
  const stories = drafts.filter((draft) => draft.kind !== 'picture');
  if (files.length === 0 || stories.length === 0) return readings;
  const taken = new Set<Draft>();
  const joined = new Map<Draft, Draft>();
  for (const story of stories) joined.set(story, joinNamed(story, files, taken));
  const left = files.filter((file) => !taken.has(file));
  if (onlyStoryTakesAll && stories.length === 1 && left.length > 0) {
    joined.set(stories[0]!, append(joined.get(stories[0]!)!, left));
    for (const file of left) taken.add(file);
  }
  return readings
    .filter((reading) => !taken.has(reading as Draft))
    .map((reading) => joined.get(reading as Draft) ?? reading);
}

/** The stories among the readings with the pictures they name; the picture items stay as they are. What `convert` does with files given together. */
export function joinNamedPictures(readings: readonly Reading[]): readonly Reading[] {
  const files = readings.filter(
    (reading): reading is Draft =>
      !isRejection(reading) &&
      reading.kind === 'picture' &&
      reading.pictures.length === 1 &&
      hasContent(reading.pictures[0]!),
  );
  return files.length === 0
    ? readings
    : readings.map((reading) =>
        isRejection(reading) || reading.kind === 'picture' ? reading : joinNamed(reading, files, new Set()),
      );
}

function joinNamed(story: Draft, files: readonly Draft[], taken: Set<Draft>): Draft {
  const pictures = story.pictures.map((picture) => {
    if (hasContent(picture)) return picture;
    const handles = new Set(handlesOf(picture));
    const file = files.find((candidate) => fileHandles(candidate).some((handle) => handles.has(handle)));
    if (!file) return picture;
    taken.add(file);
    return joinPicture(picture, file.pictures[0]!);
  });
  return { ...story, pictures };
}

/** A picture item goes by its guid and its own picture's names. */
export function fileHandles({ guid, pictures }: Draft): readonly string[] {
  return [...(guid ? [`uri:${guid}`] : []), ...pictures.slice(0, 1).flatMap(handlesOf)];
}

function append(story: Draft, files: readonly Draft[]): Draft {
  const added = files.map(({ pictures: [picture] }, index) => ({
    ...picture!,
    id: `picture-file-${story.pictures.length + index + 1}`,
  }));
  return {
    ...story,
    pictures: [...story.pictures, ...added],
    body: [...story.body, ...added.map(({ id }) => ({ type: 'figure', picture: id }) as const)],
  };
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
