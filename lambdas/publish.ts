// Table changes → emit. Each changed story and channel is published once per batch, as it stands now.

import { describeError } from '../shared/describe-error.ts';
import { emitChannel, emitStory } from '../shared/emit.ts';
import type { Ground } from '../shared/ground.ts';
import type { ChangedItem } from '../shared/store/keys.ts';
import { readKey } from '../shared/store/keys.ts';
import type { BatchResponse, Change } from './events.ts';
import { readStreamEvent } from './events.ts';

export async function publish(ground: Ground, event: unknown): Promise<BatchResponse> {
  const failed: string[] = [];
  for (const { changed, sequence } of onceEach(readStreamEvent(event))) {
    try {
      await emit(ground, changed);
    } catch (error) {
      ground.log.error('publish-failed', { ...factsOf(changed), ...describeError(error) });
      failed.push(sequence);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

type Work = { readonly changed: ChangedItem; readonly sequence: string };

/** Stories before channels, so that a channel is rendered with all of the batch in it; the first sequence number of each. */
function onceEach(changes: readonly Change[]): readonly Work[] {
  const work = new Map<string, Work>();
  for (const { key, sequence } of changes) {
    const changed = readKey(key);
    const name = changed && (changed.kind === 'story' ? `1 ${changed.head.pk}` : `2 ${changed.channel}`);
    if (changed && name && !work.has(name)) work.set(name, { changed, sequence });
  }
  return [...work].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

function emit(ground: Ground, changed: ChangedItem): Promise<void> {
  return changed.kind === 'story' ? emitStory(ground, changed.head) : emitChannel(ground, changed.channel);
}

function factsOf(changed: ChangedItem): Record<string, string> {
  return changed.kind === 'story' ? { story: changed.head.pk } : { channel: changed.channel };
}
