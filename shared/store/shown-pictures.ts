// Which stories show a picture: it is handed out no longer than one of them does, and no earlier. A killed story takes its pictures with it, unless another shows them too.

import type { Table } from '../ports.ts';
import type { StoryUri } from '../story.ts';
import { everyItem } from './every-item.ts';
import { pictureUseKey, pictureUsesPartition } from './keys.ts';

/** What a story has to do with a picture: it shows it, did so once, or will when its embargo has passed. */
type Use = { readonly uri: StoryUri; readonly shown: boolean; readonly isEarly?: true };

export type PictureUses = {
  /** Of the pictures that the story ever showed, which it shows now. */
  readonly ever: readonly string[];
  readonly shown: readonly string[];
  /** Those of a story under embargo that it never showed. */
  readonly early: readonly string[];
};

/** By digest. A later revision of the story is never covered by an earlier one. */
export async function notePictures(
  table: Table,
  uri: StoryUri,
  { ever, shown, early }: PictureUses,
  revision: number,
): Promise<void> {
  const put = (digest: string, data: Use): Promise<boolean> =>
    table.put({ ...pictureUseKey(digest, uri), revision, data }, 'newer');
  await Promise.all([
    ...ever.map((digest) => put(digest, { uri, shown: shown.includes(digest) })),
    ...early.map((digest) => put(digest, { uri, shown: false, isEarly: true })),
  ]);
}

/** `shown` by a story; `withdrawn` where stories showed it and none does any more; else by which stories it waits for its moment, perhaps by none. */
export async function standingOfPicture(
  table: Table,
  digest: string,
): Promise<'shown' | 'withdrawn' | { readonly waitsWith: readonly StoryUri[] }> {
  const uses: Use[] = [];
  for await (const { data } of everyItem(table, pictureUsesPartition(digest))) uses.push(data as Use);
  if (uses.some(({ shown }) => shown)) return 'shown';
  return uses.some(({ isEarly }) => !isEarly) ? 'withdrawn' : { waitsWith: uses.map(({ uri }) => uri) };
}
