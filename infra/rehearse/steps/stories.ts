// Steps that compare: the first round of stories, then its correction and its kill; and answers to those who have the newest already.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { writeFileSync } from 'node:fs';
import { documentId } from '../../../shared/publish/document-id.ts';
import type { Agreement } from '../compare.ts';
import { compareAnswers, documentPaths, feedPaths, pathsOf, sendBoth, urisOf } from '../compare.ts';
import { correctedStory, killedStory, secondRound, seedStory } from '../pieces.ts';
import type { Finding, Rehearsal } from '../rehearsal.ts';
import { found } from '../rehearsal.ts';
import { desk, mediaType } from '../sides.ts';

/** The seed story goes in by the `aws` command line where there is one. */
export async function sendSeedStory(rehearsal: Rehearsal): Promise<Finding> {
  const pieces = rehearsal.pieces.filter(({ name }) => name === seedStory);
  const hasAws = await promisify(execFile)('aws', ['--version']).then(
    () => true,
    () => false,
  );
  if (!hasAws)
    return found(
      'through the S3 client: the aws command line is not installed',
      ...(await sendBoth(rehearsal, pieces)),
    );
  const copy = async (name: string, bytes: Uint8Array): Promise<void> => {
    const file = `${rehearsal.log}.seed`;
    writeFileSync(file, bytes);
    await promisify(execFile)('aws', [
      's3',
      'cp',
      file,
      `s3://${rehearsal.aws.inboxBucket}/${desk}/${name}`,
      '--content-type',
      mediaType,
      '--only-show-errors',
    ]);
  };
  return found('through `aws s3 cp`', ...(await sendBoth(rehearsal, pieces, copy)));
}

export async function sendFirstRound(rehearsal: Rehearsal): Promise<Finding> {
  const pieces = rehearsal.pieces.filter(({ name }) => name !== seedStory);
  const misses = await sendBoth(rehearsal, pieces);
  const counts = Map.groupBy(
    [...rehearsal.receipts.values()].flatMap(({ outcomes }) => outcomes),
    ({ outcome }) => outcome,
  );
  return found(
    `${pieces.length} uploads, one after another: ${[...counts].map(([outcome, all]) => `${all.length} ${outcome}`).join(', ')}`,
    ...misses,
  );
}

/** Everything that can be asked for. */
export async function compareAll(rehearsal: Rehearsal): Promise<Finding> {
  const feeds = await compareAnswers(rehearsal, rehearsal.isFresh ? feedPaths() : []);
  const documents = await compareAnswers(rehearsal, documentPaths(rehearsal));
  const pictures = await compareAnswers(rehearsal, [...new Set([...feeds.pictures, ...documents.pictures])]);
  const feedsSeen = rehearsal.isFresh ? count(feeds, 'feeds') : 'no feeds (the stage has older stories of the desk)';
  return found(
    `${feedsSeen}, ${count(documents, 'documents')}, ${count(pictures, 'pictures')}`,
    ...feeds.misses,
    ...documents.misses,
    ...pictures.misses,
  );
}

function count({ compared, bytes }: Agreement, what: string): string {
  return `${compared} ${what} (${Math.round(bytes / 1000)} KB)`;
}

export async function correctAndKill(rehearsal: Rehearsal): Promise<Finding> {
  const killed = pathsOf(uriOf(rehearsal, killedStory));
  const corrected = `/stories/${documentId(uriOf(rehearsal, correctedStory))}.html`;
  const before = await statusesOf(rehearsal, [...killed, corrected]);
  const misses = await sendBoth(rehearsal, secondRound());
  const compared = await compareAnswers(rehearsal, [...killed, corrected]);
  const after = await statusesOf(rehearsal, killed);
  const text = (await rehearsal.aws.ask(corrected)).body.toString();
  return found(
    `version 2 of one story, and 410 for another in ${killed.length} formats`,
    ...misses,
    ...compared.misses,
    before.some((status) => status !== 200) && `Before the kill the stories answered ${before.join(', ')}.`,
    after.some((status) => status !== 410) && `The killed story answers ${after.join(', ')}.`,
    !text.includes('rose by 3 per cent') && 'The corrected story does not show its correction.',
  );
}

/** The uri that came of an upload. */
export function uriOf({ receipts }: Rehearsal, name: string): string {
  const [uri] = urisOf([receipts.get(name)!]);
  if (uri === undefined) throw new Error(`No story came of ${name}.`);
  return uri;
}

async function statusesOf({ aws }: Rehearsal, paths: readonly string[]): Promise<readonly number[]> {
  return Promise.all(paths.map(async (path) => (await aws.ask(path)).status));
}

/** Unchanged feeds are 304 and have no body; strangers get nothing, unless the stage opens the channel to all. */
export async function askAgain(rehearsal: Rehearsal): Promise<Finding> {
  const misses: string[] = [];
  const toStrangers = rehearsal.aws.isOpen ? 200 : 401;
  const paths = feedPaths().filter((path) => !path.includes('?'));
  for (const path of paths) {
    const { headers } = await rehearsal.aws.ask(path);
    const cases: readonly (readonly [Readonly<Record<string, string>>, number])[] = [
      [{ 'If-None-Match': headers.etag ?? '' }, 304],
      [{ 'If-Modified-Since': headers['last-modified'] ?? '' }, 304],
      [{ 'If-None-Match': '"another"' }, 200],
    ];
    for (const [asked, expected] of cases) {
      const { status, body } = await rehearsal.aws.ask(path, asked);
      if (status !== expected || (status === 304 && body.length > 0))
        misses.push(`${path} with ${JSON.stringify(asked)} answers ${status} with ${body.length} bytes.`);
    }
    const stranger = await rehearsal.aws.askAsStranger(path);
    if (stranger.status !== toStrangers) misses.push(`${path} without a key answers ${stranger.status}.`);
  }
  return found(`${paths.length} feeds: 304 by ETag and by date, ${toStrangers} without a key`, ...misses);
}
