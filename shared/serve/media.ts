// Hands over pictures, for as long as a story shows them; before that, only to those that may read the story early.

import type { Ground } from '../ground.ts';
import type { MediaName } from '../pictures/media-keys.ts';
import { originalFolder, originalKey, readMediaName } from '../pictures/media-keys.ts';
import { standingOfPicture } from '../store/shown-pictures.ts';
import type { Visitor } from './admission.ts';
import { entityTag, isStillGood } from './conditional.ts';
import { kept, mayReadEarly } from './early.ts';
import { feedCaching } from './hand-over.ts';
import type { Request, Response } from './request.ts';
import { problem } from './request.ts';

/** The bytes under a name never change, but they may be withdrawn: caches ask again within the hour. */
const mediaCaching = 'public, max-age=3600, s-maxage=300, stale-if-error=86400';

const nothing = problem(404, 'Not found', 'There is no such picture.');

export async function answerMedia(ground: Ground, request: Request, visitor: Visitor, name: string): Promise<Response> {
  const media = readMediaName(name);
  if (!media) return nothing;
  const standing = await standingOfPicture(ground.table, media.digest);
  if (standing === 'withdrawn')
    return problem(410, 'Gone', 'This picture was withdrawn.', { 'Cache-Control': feedCaching });
  if (standing === 'shown') return handPicture(ground, request, media, name);
  return (await mayReadEarly(ground, visitor, standing.waitsWith))
    ? kept(await handPicture(ground, request, media, name))
    : nothing;
}

async function handPicture(ground: Ground, request: Request, media: MediaName, name: string): Promise<Response> {
  const { temporaryUrl } = ground.media;
  if (media.kind === 'original' && temporaryUrl) return elsewhere(ground, media.key, temporaryUrl);
  const object = await ground.media.get(media.key);
  if (!object) return media.kind === 'rendition' ? toOriginal(ground, media.digest) : nothing;
  const validators = { tag: name, modifiedAt: new Date(object.modifiedAt) };
  const headers = {
    ETag: entityTag(name, undefined),
    'Last-Modified': validators.modifiedAt.toUTCString(),
    'Cache-Control': mediaCaching,
  };
  if (isStillGood(request, validators)) return { status: 304, headers };
  return { status: 200, headers: { ...headers, 'Content-Type': object.mediaType }, body: object.bytes };
}

/** Originals may be larger than a function's answer: the store hands them over itself. The redirection is kept for less long than its address is good. */
async function elsewhere(
  { media }: Ground,
  key: string,
  temporaryUrl: (key: string) => Promise<string>,
): Promise<Response> {
  const { keys } = await media.list(key);
  if (keys[0]?.key !== key) return nothing;
  return { status: 307, headers: { Location: await temporaryUrl(key), 'Cache-Control': 'public, max-age=60' } };
}

/** A rendition that is still being made, or never can be, is the original meanwhile. */
async function toOriginal({ media }: Ground, digest: string): Promise<Response> {
  const { keys } = await media.list(originalKey(digest));
  const name = keys[0]?.key.slice(originalFolder.length);
  return name === undefined
    ? nothing
    : { status: 307, headers: { Location: `/media/${name}`, 'Cache-Control': 'public, max-age=5' } };
}
