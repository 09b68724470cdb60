// Rewrites under a new uri: "evolvedFrom" names the story that is replaced. Feeds show only the newest of a chain, under the guid of the first,
// whichever of the two came first; and a rewrite that is killed takes those it replaced with it.

import type { Ground } from '../ground.ts';
import type { Candidate } from '../normalise/complete.ts';
import type { Story, StoryUri } from '../story.ts';
import { rewriteKey } from './keys.ts';
import type { Head } from './stories.ts';
import { ifUnreadable, moveHead, newestReadable, readHead, readStory } from './stories.ts';

/** The candidate with the first story of its chain, when it replaces one of the same desk. */
export async function joinChain(ground: Ground, candidate: Candidate, desk: string): Promise<Candidate> {
  const { story } = candidate;
  const replaced = predecessorOf(story);
  const head = replaced === undefined ? undefined : await readHead(ground.table, replaced);
  if (!head || head.desk !== desk) return candidate;
  // All versions of a story are of one chain: where the newest can't be read, an older one says which.
  const standing = await readStory(ground, head.uri, head.version).catch(ifUnreadable);
  const before = standing ?? (await newestReadable(ground, head));
  const chain = before?.chain ?? head.uri;
  // A chain that leads back to the story itself is none.
  return chain === story.uri ? candidate : { ...candidate, story: { ...story, chain } };
}

/** As joinChain, and leaves word with the predecessor, which may be still to come. Each of the two writes its own side before it reads the other's: one of them sees both. */
export async function followPredecessor(ground: Ground, candidate: Candidate, desk: string): Promise<Candidate> {
  const replaced = predecessorOf(candidate.story);
  if (replaced === undefined) return candidate;
  await ground.table.put({ ...rewriteKey(replaced), data: candidate.story.uri });
  return joinChain(ground, candidate, desk);
}

/** The desk's story that replaces this one and does not know yet which chain that makes it part of. To be asked when this one is saved. */
export async function staleRewrite(ground: Ground, uri: StoryUri, desk: string): Promise<Head | undefined> {
  const rewrite = (await ground.table.get(rewriteKey(uri)))?.data as StoryUri | undefined;
  const [head, own] =
    rewrite === undefined ? [] : await Promise.all([readHead(ground.table, rewrite), readHead(ground.table, uri)]);
  if (!head || !own || head.desk !== desk) return undefined;
  const read = ({ uri, version }: Head): Promise<Story | undefined> =>
    readStory(ground, uri, version).catch(ifUnreadable);
  const [story, before] = await Promise.all([read(head), read(own)]);
  if (!story || !before) return undefined;
  const chain = before.chain ?? before.uri;
  return predecessorOf(story) === uri && story.chain !== chain && chain !== story.uri ? head : undefined;
}

/** Takes the story that this one replaces out of the feeds; to be called when this one stands in them, or is killed. Safe to repeat. */
export async function replacePredecessor(ground: Ground, story: Story, { isBuried, revision }: Head): Promise<void> {
  const replaced = story.chain === undefined ? undefined : predecessorOf(story);
  const buries = isBuried === true || story.status === 'canceled';
  for (let attempt = 0; replaced !== undefined && attempt < 10; attempt += 1) {
    const head = await readHead(ground.table, replaced);
    if (
      !head ||
      (head.replacedBy === story.uri &&
        ((head.isBuried ?? false) === buries || (head.replacerRevision ?? 0) >= revision))
    )
      return;
    const { isBuried: _before, ...kept } = head;
    if (
      await moveHead(ground.table, {
        ...kept,
        replacedBy: story.uri,
        replacerRevision: revision,
        ...(buries && { isBuried: true }),
        changedAt: ground.clock.now(),
        revision: head.revision + 1,
      })
    )
      return;
  }
}

function predecessorOf({ links, uri }: Pick<Story, 'links' | 'uri'>): StoryUri | undefined {
  return links.find((link) => link.rel === 'evolvedFrom' && link.uri !== uri)?.uri;
}
