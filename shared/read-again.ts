// A story's original is to be read again, for its desk corrected it by hand. The counter itself reads no copy: it leaves an order in the inbox,
// `.again/<id of the story>`, and whoever reads uploads carries it out.

import type { Ground } from './ground.ts';
import { documentId } from './publish/document-id.ts';
import type { StoryUri } from './story.ts';
import type { Arrival } from './upload.ts';

/** No desk is called so: the folder holds orders and no stories. */
const folder = '.again';

export function isReadAgainOrder(key: string): boolean {
  return key.startsWith(`${folder}/`);
}

/** Unlike the upload sent again it stands before no newer upload that is on its way. */
export async function orderToReadAgain({ inbox }: Ground, uri: StoryUri): Promise<void> {
  await inbox.put(`${folder}/${documentId(uri)}`, new TextEncoder().encode(uri), {
    mediaType: 'text/plain; charset=utf-8',
  });
}

/** Which story is to be read again; `undefined` when the order is gone. */
export async function readOrder(
  { inbox }: Ground,
  { key, objectVersion }: Pick<Arrival, 'key' | 'objectVersion'>,
): Promise<StoryUri | undefined> {
  const order = await inbox.get(key, objectVersion);
  return order && new TextDecoder().decode(order.bytes);
}
