// A story under embargo stays out of the feeds, also when the release function runs, until its time has come.

import { setTimeout as pause } from 'node:timers/promises';
import { compareAnswers, feedPaths, pathsOf, sendBoth } from '../compare.ts';
import type { Finding, Rehearsal } from '../rehearsal.ts';
import { found } from '../rehearsal.ts';
import { desk } from '../sides.ts';
import { waitFor } from '../wait-for.ts';
import { uriOf } from './stories.ts';

const held = 'census.txt';
const neighbour = 'lighthouse.txt';

export async function keepEmbargo(rehearsal: Rehearsal): Promise<Finding> {
  const { aws, stage, pace } = rehearsal;
  const until = Date.now() + pace.embargo * 1000;
  const misses = [
    ...(await sendBoth(rehearsal, [
      piece(
        held,
        `Embargo: ${new Date(until).toISOString()}\nHeadline: Islands Count Their People\n\nThe census office counts 4,812 islanders, 31 more than ten years ago.\n`,
      ),
    ])),
  ];
  misses.push(
    ...(await sendBoth(rehearsal, [
      piece(
        neighbour,
        'Headline: Lighthouse Lit Again\n\nThe lighthouse of Vesterhavn burns again after eight dark nights.\n',
      ),
    ])),
  );
  // What came later is out, so the held one has had its chance.
  await waitFor('the story behind the held one', pace.patience, () => isInFeed(rehearsal, neighbour));
  await stage.invoke('release');
  const [path] = pathsOf(uriOf(rehearsal, held)) as [string];
  const early = { status: (await aws.ask(path)).status, isShown: await isInFeed(rehearsal, held) };
  const wasInTime = Date.now() < until;
  await pause(Math.max(0, until - Date.now()) + 500);
  await stage.invoke('release');
  await waitFor('the released story', pace.patience, () => isInFeed(rehearsal, held));
  const released = await compareAnswers(rehearsal, [
    ...pathsOf(uriOf(rehearsal, held)),
    ...(rehearsal.isFresh ? feedPaths() : []),
  ]);
  return found(
    `held for ${pace.embargo} s, then released and ${released.compared} answers compared`,
    ...misses,
    !wasInTime && `The embargo of ${pace.embargo} s had passed before anybody could look.`,
    wasInTime &&
      (early.status !== 404 || early.isShown) &&
      `Under embargo the story answers ${early.status} and is ${early.isShown ? '' : 'not '}in the feed.`,
    ...released.misses,
  );
}

function piece(name: string, text: string): { readonly name: string; readonly bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Its guid is made of the upload's name. */
async function isInFeed({ aws, prefix }: Rehearsal, name: string): Promise<boolean> {
  return (await aws.ask(`/feeds/desk/${desk}.rss`)).body.includes(prefix + name);
}
