// Pictures on their way through receive: files are put into the media store, and stories find pictures that came by themselves, whichever was first.

import type { Draft, DraftPicture } from '../draft.ts';
import type { Ground } from '../ground.ts';
import { awaitPicture, findPicture, offerPicture, uploadsWaiting } from '../store/pictures.ts';
import type { Arrival } from '../upload.ts';
import { takeContents } from './contents.ts';
import { fileHandles, handlesOf, hasContent, joinPicture } from './join-pictures.ts';
import { originalKey } from './media-keys.ts';

/** The draft with its files stored and the pictures it names attached, so far as they have come. */
export async function attachPictures(ground: Ground, arrival: Arrival, given: Draft): Promise<Draft> {
  const { draft, files } = takeContents(given);
  for (const { name, bytes, mediaType } of files) await ground.media.put(originalKey(name), bytes, { mediaType });
  if (draft.kind === 'picture') return draft;
  const pictures: DraftPicture[] = [];
  for (const picture of draft.pictures) pictures.push(await attach(ground, arrival, picture));
  return { ...draft, pictures };
}

async function attach(ground: Ground, arrival: Arrival, picture: DraftPicture): Promise<DraftPicture> {
  const handles = hasContent(picture) ? [] : handlesOf(picture);
  if (handles.length === 0) return picture;
  // First its own side, then the other's: a picture that comes in between finds this story waiting.
  await awaitPicture(ground.table, handles, arrival);
  const file = await findPicture(ground.table, arrival.desk, handles);
  return file ? joinPicture(picture, file) : picture;
}

/** Offers a picture item to the desk's stories; answers the uploads whose stories lacked it and are to be read again. */
export async function offerToStories(ground: Ground, arrival: Arrival, draft: Draft): Promise<readonly Arrival[]> {
  const [picture] = draft.pictures;
  if (draft.kind !== 'picture' || !picture || !hasContent(picture)) return [];
  const handles = [...new Set([...fileHandles(draft), ...handlesOf({ id: '', fileName: arrival.name })])];
  await offerPicture(ground.table, arrival.desk, handles, picture, arrival.receivedAt);
  return uploadsWaiting(ground.table, arrival.desk, handles);
}
