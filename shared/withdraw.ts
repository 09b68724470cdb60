// A desk removed an upload from its inbox. By default that means nothing; where settings say so, the stories that came of it are withheld until the desk sends them again.

import { giveReceipt } from './give-receipt.ts';
import type { Ground } from './ground.ts';
import { mintUri } from './mint-uri.ts';
import type { Outcome } from './outcome.ts';
import { readReceipt } from './store/receipts.ts';
import { save } from './store/save.ts';
import { readHead, readStory } from './store/stories.ts';
import type { Story } from './story.ts';
import type { Arrival } from './upload.ts';

/** `removal` is the upload that is gone, with the moment and the sequencer of its removal. Safe to repeat, and behind a newer upload of the name it changes nothing. */
export async function withdraw(ground: Ground, removal: Arrival): Promise<void> {
  if (!ground.settings.withdrawRemoved || (await ground.inbox.get(removal.key))) return;
  const outcomes: Outcome[] = [];
  const failures: unknown[] = [];
  for (const [part, uri] of (await storiesOf(ground, removal)).entries()) {
    try {
      const standing = await standingFrom(ground, uri, removal.key);
      if (standing) outcomes.push(await hold(ground, standing, removal, part));
    } catch (error) {
      failures.push(error);
    }
  }
  // Those that could be are withheld, and the queue brings the removal again for the others.
  if (failures.length > 0) throw failures[0];
  if (outcomes.length > 0) await giveReceipt(ground, removal, { outcomes });
}

/** By the receipt of the upload; where that is forgotten, by the name that the upload would have given its story. */
async function storiesOf({ table, settings }: Ground, { desk, name, key }: Arrival): Promise<readonly string[]> {
  const receipt = await readReceipt(table, desk, name);
  const uris = receipt?.outcomes.map((outcome) => ('uri' in outcome ? outcome.uri : ''));
  return uris ?? [mintUri(settings.tagAuthority, key, 0)];
}

/** The story as it stands, if this upload made it so and partners may use it. */
async function standingFrom(
  ground: Ground,
  uri: string,
  key: string,
): Promise<{ readonly story: Story; readonly givenVersion?: number; readonly desk: string } | undefined> {
  const head = uri === '' ? undefined : await readHead(ground.table, uri);
  const story = head && (await readStory(ground, uri, head.version));
  return story?.status !== 'canceled' && story?.source.key === key
    ? { story, givenVersion: head!.order.givenVersion, desk: head!.desk }
    : undefined;
}

async function hold(
  ground: Ground,
  { story, givenVersion, desk }: NonNullable<Awaited<ReturnType<typeof standingFrom>>>,
  { receivedAt, sequencer }: Arrival,
  part: number,
): Promise<Outcome> {
  const note = {
    step: 'withdraw',
    rule: 'upload-removed',
    before: story.status,
    after: 'withheld',
    text: 'The desk removed the upload; the story is withheld.',
  };
  const notes = [...story.notes.filter(({ rule }) => rule !== note.rule), note];
  const { version: _version, ...rest } = story;
  // Without a version of its own to read, no replay takes for the original what the desk removed.
  const { objectVersion: _objectVersion, ...source } = story.source;
  const { outcome } = await save(
    ground,
    {
      story: { ...rest, status: 'withheld', notes, source: { ...source, receivedAt, sequencer } },
      givenVersion,
      statusGiven: true,
    },
    desk,
    part,
  );
  return outcome;
}
