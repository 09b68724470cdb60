// A dead letter in words: what it is, since when it waits, how often it was tried, and why it failed.
// uploads   2026-11-24T10:00:00.000Z  "newsflash/storm.txt"  failed 5 times; in the log under 5

import { readNotification, readPushJob } from '../../../lambdas/events.ts';
import type { DeadLetter, DeadLetterQueue } from '../../../shared/dead-letters.ts';
import { originalFolder } from '../../../shared/pictures/media-keys.ts';
import type { Table } from '../../../shared/ports.ts';
import { everyItem } from '../../../shared/store/every-item.ts';
import { pictureUsesPartition } from '../../../shared/store/keys.ts';
import { readLastError } from '../../../shared/store/last-errors.ts';
import { readHead } from '../../../shared/store/stories.ts';

/** Two lines without an end: the letter, and below it why it failed. */
export async function linesOf(table: Table, letter: DeadLetter): Promise<string> {
  const { queue, id, attempts } = letter;
  const { what, since = letter.since ?? '-', why } = await toldBy(table, letter);
  const tried = attempts === undefined ? 'set aside' : `failed ${attempts} times`;
  const error = (await readLastError(table, queue, id)) ?? why ?? silent[queue];
  const first = `${queue.padEnd(8)}  ${since.padEnd(24)}  ${what}  ${tried}; in the log under ${id}`;
  return `${first}\n${' '.repeat(10)}${oneLine(error)}`;
}

type Told = { readonly what: string; readonly since?: string; readonly why?: string };

/** What an error that nobody could keep is likely to be. */
const silent: Readonly<Record<DeadLetterQueue, string>> = {
  uploads: 'No error was kept: the function ended in the middle (time or memory), or could not reach the table.',
  pictures: 'The error stands in the log alone.',
  pushes: 'No error was kept.',
  changes: 'The error stands in the log alone.',
};

async function toldBy(table: Table, { queue, body }: DeadLetter): Promise<Told> {
  try {
    if (queue === 'pushes') return await toldByPush(table, body);
    if (queue === 'changes') return toldByChanges(body);
    const changes = readNotification(body);
    const shown = await Promise.all(changes.map(({ key }) => (queue === 'pictures' ? shownBy(table, key) : '')));
    const names = changes.map(({ key }, place) => `${JSON.stringify(key)}${shown[place]}`);
    return { what: names.join(', ') || '-', since: changes[0]?.time };
  } catch {
    return { what: 'no notification' };
  }
}

async function toldByPush(table: Table, body: string): Promise<Told> {
  const job = readPushJob(body);
  if (job.kind === 'ping') return { what: job.hub };
  const upload = await uploadOf(table, job.uri);
  return { what: `${job.partner} ${job.uri}${upload === undefined ? '' : ` (${upload})`}` };
}

type FailedBatch = {
  readonly requestContext?: { readonly condition?: string };
  readonly DDBStreamBatchInfo?: {
    readonly batchSize?: number;
    readonly shardId?: string;
    readonly startSequenceNumber?: string;
    readonly approximateArrivalOfFirstRecord?: string;
  };
};

/** As Lambda tells of a batch of the stream (Lambda Developer Guide, "Retain discarded batches"). */
function toldByChanges(body: string): Told {
  const { requestContext, DDBStreamBatchInfo: batch } = JSON.parse(body) as FailedBatch;
  if (!batch) return { what: 'no batch of changes' };
  const { batchSize, shardId, startSequenceNumber, approximateArrivalOfFirstRecord: since } = batch;
  return {
    what: `${batchSize} changes from ${startSequenceNumber} in ${shardId}`,
    since,
    why: requestContext?.condition,
  };
}

/** The uploads whose stories show the picture. */
async function shownBy(table: Table, key: string): Promise<string> {
  const digest = /^[0-9a-f]+/.exec(key.slice(originalFolder.length))?.[0] ?? '';
  const uploads: string[] = [];
  for await (const { data } of everyItem(table, pictureUsesPartition(digest))) {
    const upload = await uploadOf(table, (data as { readonly uri: string }).uri);
    if (upload !== undefined) uploads.push(upload);
  }
  return uploads.length === 0 ? '' : ` of ${uploads.join(', ')}`;
}

/** `newsflash/storm.txt`. */
async function uploadOf(table: Table, uri: string): Promise<string | undefined> {
  return (await readHead(table, uri))?.order.key;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
