// Which stories show a picture: it is handed out no longer than one of them does. A killed story takes its pictures with it, unless another shows them too.

import type { Table } from '../ports.ts';
import { everyItem } from './every-item.ts';
import { pictureUseKey, pictureUsesPartition } from './keys.ts';

/** Of the pictures that the story ever showed, which it shows now; by digest. A later revision of the story is never covered by an earlier one. */
export async function notePictures(table: Table, uri: string, { ever, shown }: { readonly ever: readonly string[]; readonly shown: readonly string[] }, revision: number): Promise<void> {
  await Promise.all(ever.map((digest) => table.put({ ...pictureUseKey(digest, uri), revision, data: { uri, shown: shown.includes(digest) } }, 'newer')));
}

/** Whether stories showed the picture and none does any more. */
export async function isWithdrawn(table: Table, digest: string): Promise<boolean> {
  let wasShown = false;
  for await (const { data } of everyItem(table, pictureUsesPartition(digest))) {
    if ((data as { readonly shown: boolean }).shown) return false;
    wasShown = true;
  }
  return wasShown;
}
