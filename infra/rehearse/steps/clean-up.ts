// What a rehearsal takes back from a stage that stays: its stories are killed and its uploads removed. Their kill notices remain in the desk's channel.

import { documentId } from '../../../shared/publish/document-id.ts';
import { urisOf } from '../compare.ts';
import type { Finding, Rehearsal } from '../rehearsal.ts';
import { found } from '../rehearsal.ts';

export async function cleanUp({ aws, receipts, prefix }: Rehearsal): Promise<Finding> {
  const misses: string[] = [];
  const uris = urisOf([...receipts.values()]);
  for (const uri of uris) {
    const { status } = await aws.edit(`/stories/${documentId(uri)}`, { status: 'canceled' });
    if (status !== 202) misses.push(`The kill of ${uri} was answered with ${status}.`);
  }
  await aws.remove([...receipts.keys()].map((name) => prefix + name));
  return found(`${uris.length} stories killed, ${receipts.size} uploads removed`, ...misses);
}
