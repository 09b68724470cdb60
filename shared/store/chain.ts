// Rewrites under a new uri: "evolvedFrom" names the story that is replaced. Feeds show only the newest of a chain, under the guid of the first.

import type { Ground } from '../ground.ts';
import type { Candidate } from '../normalise/complete.ts';
import type { Story, StoryUri } from '../story.ts';
import { moveHead, readHead, readStory } from './stories.ts';

/** The candidate with the first story of its chain, when it replaces one of the same desk. */
export async function joinChain(ground: Ground, candidate: Candidate, desk: string): Promise<Candidate> {
  const { story } = candidate;
  const replaced = predecessorOf(story);
  const head = replaced === undefined ? undefined : await readHead(ground.table, replaced);
  if (!head || head.desk !== desk) return candidate;
  const before = await readStory(ground, head.uri, head.version);
  const chain = before.chain ?? before.uri;
  // A chain that leads back to the story itself is none.
  return chain === story.uri ? candidate : { ...candidate, story: { ...story, chain } };
}

/** Takes the story that this one replaces out of the feeds; to be called when this one stands in them. Safe to repeat. */
export async function replacePredecessor(ground: Ground, story: Story): Promise<void> {
  const replaced = story.chain === undefined ? undefined : predecessorOf(story);
  for (let attempt = 0; replaced !== undefined && attempt < 10; attempt += 1) {
    const head = await readHead(ground.table, replaced);
    if (!head || head.replacedBy === story.uri) return;
    if (await moveHead(ground.table, { ...head, replacedBy: story.uri, changedAt: ground.clock.now(), revision: head.revision + 1 })) return;
  }
}

function predecessorOf({ links, uri }: Pick<Story, 'links' | 'uri'>): StoryUri | undefined {
  return links.find((link) => link.rel === 'evolvedFrom' && link.uri !== uri)?.uri;
}
