// The way in on one page: an upload is fetched, decoded, parsed, normalised and saved; a receipt tells the desk what became of it.

import { createHash } from 'node:crypto';
import { decode } from './decode/decode.ts';
import { tablesDesk } from './desk-tables.ts';
import type { Draft } from './draft.ts';
import { giveReceipt } from './give-receipt.ts';
import type { Ground } from './ground.ts';
import type { Candidate } from './normalise/complete.ts';
import { complete } from './normalise/complete.ts';
import { correctByHand } from './normalise/by-hand.ts';
import { normalise } from './normalise/steps.ts';
import { originalOf } from './original.ts';
import type { Outcome, Receipt, Rejection } from './outcome.ts';
import { isRejection, reject } from './outcome.ts';
import type { Reading } from './parse/parser.ts';
import { readUpload } from './parse/parsers.ts';
import { attachPictures, offerToStories } from './pictures/attach.ts';
import { readEdits } from './store/edits.ts';
import { followPredecessor, joinChain, staleRewrite } from './store/chain.ts';
import { save } from './store/save.ts';
import type { Source } from './story.ts';
import type { Arrival } from './upload.ts';
import { addresseeOf } from './upload.ts';
import { mintUri } from './mint-uri.ts';

/**
 * Takes in one upload and writes its receipt. Safe to repeat: the same arrival gives the same receipt.
 * Throws only for broken ground; the queue then tries again.
 */
export async function receive(ground: Ground, arrival: Arrival): Promise<Receipt> {
  if (arrival.desk === tablesDesk)
    return giveReceipt(ground, arrival, { outcomes: [await ground.tables.adopt(arrival)] });
  const read = await readArrival(ground, arrival);
  const outcomes: Outcome[] = [];
  for (const [part, reading] of read.readings.entries()) {
    outcomes.push(await take(ground, arrival, read, reading, part));
  }
  return giveReceipt(ground, arrival, { ...read, outcomes });
}

type ReadArrival = { readonly readings: readonly Reading[]; readonly format?: string; readonly digest?: string };

/** Bytes → text → Drafts. */
export async function readArrival(ground: Ground, arrival: Arrival): Promise<ReadArrival> {
  const { limits } = ground.settings;
  if (arrival.bytes > limits.uploadBytes) return refused(tooLarge(arrival.bytes, limits.uploadBytes));
  const object = await ground.inbox.get(arrival.key, arrival.objectVersion);
  if (!object) return refused(reject('unreadable', 'The upload was removed from the inbox before it could be read.'));
  return readBytes(object.bytes, arrival.name, object.mediaType, ground.settings.limits);
}

/** The same without a bucket: what `convert` does with files. */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  mediaType: string | undefined,
  limits: Ground['settings']['limits'],
): Promise<ReadArrival> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length > limits.uploadBytes) return { ...refused(tooLarge(bytes.length, limits.uploadBytes)), digest };
  const decoded = decode(bytes, mediaType);
  if (isRejection(decoded)) return { ...refused(decoded), digest };
  const { format, readings } = await readUpload({ name, mediaType, bytes, ...decoded }, limits, decode);
  return { readings, format, digest };
}

/** Draft → Story → table. */
async function take(
  ground: Ground,
  arrival: Arrival,
  read: ReadArrival,
  reading: Reading,
  part: number,
): Promise<Outcome> {
  if (isRejection(reading)) return reading;
  const draft = await attachPictures(ground, arrival, reading);
  const outcome = await takeDraft(ground, arrival, read, draft, part);
  if (outcome.outcome !== 'rejected')
    for (const waiting of await offerToStories(ground, arrival, draft)) await receive(ground, waiting);
  return outcome;
}

async function takeDraft(
  ground: Ground,
  arrival: Arrival,
  read: ReadArrival,
  reading: Draft,
  part: number,
): Promise<Outcome> {
  const { desk } = arrival;
  const prepared = await prepare(ground, arrival, read, reading, part);
  if (isRejection(prepared)) return prepared;
  const candidate = await followPredecessor(ground, prepared, desk);
  const { outcome, readAgain } = await save(ground, candidate, desk, part);
  const rewrite =
    outcome.outcome === 'stored' ? (await staleRewrite(ground, candidate.story.uri, desk))?.order : undefined;
  for (const order of [readAgain, rewrite]) {
    const again = order && (await originalOf(ground, order));
    if (again) await receive(ground, again);
  }
  return outcome;
}

/** The story as it is to be saved: with what the desk corrected by hand, which outlives every later reading, and in its chain. */
export async function prepare(
  ground: Ground,
  arrival: Arrival,
  read: ReadArrival,
  draft: Draft,
  part: number,
): Promise<Candidate | Rejection> {
  const { desk, key, objectVersion, receivedAt, sequencer } = arrival;
  const source: Source = { key, objectVersion, format: draft.format, digest: read.digest ?? '', receivedAt, sequencer };
  const rules = await ground.tables.rules();
  const candidate = finish(draft, source, desk, { tagAuthority: ground.settings.tagAuthority, rules }, part);
  if (isRejection(candidate)) return candidate;
  return joinChain(ground, correctByHand(candidate, await readEdits(ground.table, candidate.story.uri), rules), desk);
}

/** Everything between Draft and table, without side effects. */
export function finish(
  draft: Draft,
  source: Source,
  desk: string,
  settings: Pick<Ground['settings'], 'tagAuthority' | 'rules'>,
  part: number,
): ReturnType<typeof complete> {
  const uri = draft.guid?.trim() || mintUri(settings.tagAuthority, source.key, part);
  // "Replaces: ferries.txt": a desk knows its own uploads by name.
  const links = draft.links?.map((link) =>
    link.rel === 'evolvedFrom' && isFileName(link.uri)
      ? { ...link, uri: mintUri(settings.tagAuthority, `${addresseeOf(source.key).desk}/${link.uri}`, 0) }
      : link,
  );
  return complete(
    normalise({ ...draft, ...(links && { links }) }, settings.rules),
    { uri, source, receivedAt: source.receivedAt, provider: desk },
    settings.rules,
  );
}

function isFileName(uri: string): boolean {
  return /^[^:\s][^:]{0,200}\.[a-z]\w{0,4}$/i.test(uri);
}

function refused(rejection: Rejection): ReadArrival {
  return { readings: [rejection] };
}

function tooLarge(bytes: number, limit: number): Rejection {
  return reject('too-large', `The upload has ${megabytes(bytes)} MB; at most ${megabytes(limit)} MB are taken.`);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1).replace(/\.0$/, '');
}
