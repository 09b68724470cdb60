// Feeds and documents again from the table, after the feeds bucket lost some or the table was restored. The publishers do the work,
// with their own settings and their own fence; here they are only told, at a pace they can follow.

import { describeError } from './describe-error.ts';
import type { Ground } from './ground.ts';
import { documentId } from './publish/document-id.ts';
import { everyItem } from './store/every-item.ts';
import { channelsPartition } from './store/keys.ts';
import { renderChannelAgain, renderDocumentsAgain } from './store/pointers.ts';
import { listedStories, moveHead, readHead } from './store/stories.ts';

export type RebuildOrder = {
  /** Without any, all channels, and the documents of all stories too. */
  readonly channels?: readonly string[];
  /** Channels and stories a second at most. Default 20. */
  readonly perSecond?: number;
};

export type RebuildReport = {
  readonly channels: number;
  readonly stories: number;
  /** Asked for, but there is no such channel. */
  readonly unknown: readonly string[];
  /** Channels and stories that could not be marked, each with the reason; the others were. */
  readonly failed: readonly { readonly name: string; readonly error: string }[];
};

/** Safe to repeat and to run beside the publishers: what is to be rendered is marked, and the mark goes with the rendering. */
export async function askToRebuild(
  ground: Ground,
  { channels: asked = [], perSecond = 20 }: RebuildOrder = {},
): Promise<RebuildReport> {
  const pace = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
  const unknown: string[] = [];
  const failed: { readonly name: string; readonly error: string }[] = [];
  /** Answers `undefined` where it failed. */
  const attempt = async <T>(name: string, work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work;
    } catch (error) {
      failed.push({ name, error: String(error) });
      ground.log.error('rebuild-failed', { name, ...describeError(error) });
      return undefined;
    }
  };
  let channels = 0;
  let stories = 0;
  if (asked.length === 0) {
    for await (const uri of listedStories(ground)) {
      if (await attempt(uri, rebuildStory(ground, uri))) stories += 1;
      await pace();
    }
  }
  for await (const name of asked.length === 0 ? namesOf(ground) : asked) {
    const known = await attempt(name, renderChannelAgain(ground.table, name, ground.clock.now()));
    if (known) channels += 1;
    else if (known === false) unknown.push(name);
    await pace();
  }
  return { channels, stories, unknown, failed };
}

/** The head moves on without change: whoever moves it meanwhile wakes the publisher just as well. */
async function rebuildStory(ground: Ground, uri: string): Promise<true> {
  const head = await readHead(ground.table, uri);
  if (!head) return true;
  await renderDocumentsAgain(ground.table, documentId(uri));
  await moveHead(ground.table, { ...head, revision: head.revision + 1 });
  return true;
}

async function* namesOf(ground: Ground): AsyncGenerator<string> {
  for await (const { sk } of everyItem(ground.table, channelsPartition)) yield sk;
}
