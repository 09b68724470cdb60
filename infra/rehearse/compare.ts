// Sends stories to both sides and compares what comes of them: receipts, feeds, documents and pictures.

import type { Receipt } from '../../shared/outcome.ts';
import { documentId } from '../../shared/publish/document-id.ts';
import { formats } from '../../shared/publish/formats.ts';
import type { Answer } from './ask.ts';
import { ask } from './ask.ts';
import { difference, level } from './level.ts';
import type { Piece } from './pieces.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { Side } from './sides.ts';
import { desk } from './sides.ts';
import { waitFor } from './wait-for.ts';

/** One after another, so that the feeds of both sides have the same order. Answers how their receipts differ. `upload` is the way into the stage; by default the S3 client. */
export async function sendBoth(
  rehearsal: Rehearsal,
  pieces: readonly Piece[],
  upload: Side['upload'] = rehearsal.aws.upload,
): Promise<readonly string[]> {
  const misses: string[] = [];
  for (const { name, bytes } of pieces) {
    const key = rehearsal.prefix + name;
    const sides: readonly Side[] = [{ ...rehearsal.aws, upload }, rehearsal.laptop];
    const [aws, laptop] = (await Promise.all(sides.map((side) => sendOne(rehearsal, side, key, bytes)))) as [
      Receipt,
      Receipt,
    ];
    rehearsal.receipts.set(name, laptop);
    const parted = difference(
      levelReceipt(rehearsal, aws, rehearsal.aws.url),
      levelReceipt(rehearsal, laptop, rehearsal.laptop.url),
    );
    if (parted !== undefined) misses.push(`The receipt of ${name}: ${parted}`);
  }
  return misses;
}

async function sendOne({ pace }: Rehearsal, side: Side, name: string, bytes: Uint8Array): Promise<Receipt> {
  const before = await receiptOf(side, name);
  await side.upload(name, bytes);
  return waitForReceipt(side, name, pace.patience, before);
}

/** Another than `before`; what was set aside is still to be taken in. */
export async function waitForReceipt(side: Side, name: string, seconds: number, before?: Receipt): Promise<Receipt> {
  let receipt: Receipt | undefined;
  await waitFor(`the receipt of ${name} at ${side.url}`, seconds, async () => {
    receipt = await receiptOf(side, name);
    return receipt !== undefined && receipt.sequencer !== before?.sequencer && !isSetAside(receipt);
  });
  return receipt!;
}

function isSetAside({ outcomes }: Receipt): boolean {
  return outcomes.some((outcome) => outcome.outcome === 'rejected' && outcome.code === 'set-aside');
}

async function receiptOf(side: Side, name: string): Promise<Receipt | undefined> {
  const { status, body } = await side.ask(`/receipts/${desk}/${name}`);
  return status === 200 ? (JSON.parse(body.toString()) as Receipt) : undefined;
}

/** The sequencer is the bucket's own count. */
function levelReceipt(rehearsal: Rehearsal, { sequencer: _, ...receipt }: Receipt, url: string): string {
  return level(JSON.stringify(receipt, undefined, 1), url, spanOf(rehearsal));
}

/** The desk's feed in every format, with the page of the day. */
export function feedPaths(): readonly string[] {
  const day = new Date().toISOString().slice(0, 10);
  return formats
    .filter(({ feed }) => feed)
    .flatMap(({ extension }) => ['', `?day=${day}`].map((query) => `/feeds/desk/${desk}.${extension}${query}`));
}

/** Every story that came of what was sent, in every format. */
export function documentPaths({ receipts }: Rehearsal): readonly string[] {
  return urisOf([...receipts.values()]).flatMap(pathsOf);
}

export function urisOf(receipts: readonly Receipt[]): readonly string[] {
  return [
    ...new Set(
      receipts.flatMap(({ outcomes }) => outcomes).flatMap((outcome) => ('uri' in outcome ? [outcome.uri] : [])),
    ),
  ];
}

export function pathsOf(uri: string): readonly string[] {
  return formats.filter(({ document }) => document).map(({ extension }) => `/stories/${documentId(uri)}.${extension}`);
}

export type Agreement = {
  readonly compared: number;
  readonly bytes: number;
  readonly pictures: readonly string[];
  readonly misses: readonly string[];
};

/** Gives the stage time to become as the laptop is. */
export async function compareAnswers(rehearsal: Rehearsal, paths: readonly string[]): Promise<Agreement> {
  const until = performance.now() + rehearsal.pace.patience * 1000;
  const pictures = new Set<string>();
  const misses: string[] = [];
  let bytes = 0;
  await inLanes(paths, 4, async (path) => {
    const { parted, answer } = await compareOne(rehearsal, path, until);
    if (parted !== undefined) misses.push(`${path}: ${parted}`);
    bytes += answer.body.length;
    for (const [picture] of answer.body.toString().matchAll(/\/media\/[\w-]+\.\w+/g)) pictures.add(picture);
  });
  return { compared: paths.length, bytes, pictures: [...pictures].sort(), misses };
}

async function compareOne(
  rehearsal: Rehearsal,
  path: string,
  until: number,
): Promise<{ readonly parted: string | undefined; readonly answer: Answer }> {
  let parted: string | undefined;
  let answer: Answer;
  do {
    const [ours, theirs] = await Promise.all([askOn(rehearsal.aws, path), askOn(rehearsal.laptop, path)]);
    answer = ours;
    parted = difference(told(rehearsal, ours, rehearsal.aws.url), told(rehearsal, theirs, rehearsal.laptop.url));
  } while (parted !== undefined && performance.now() < until && (await aMoment()));
  return { parted, answer };
}

/** As a browser does: what lies elsewhere is asked for there, without the key. */
async function askOn(side: Side, path: string): Promise<Answer> {
  const answer = await side.ask(path);
  const { location } = answer.headers;
  if (location === undefined) return answer;
  return location.startsWith('/') ? askOn(side, location) : ask(location);
}

/** Status, media type and every byte. */
function told(rehearsal: Rehearsal, { status, headers, body }: Answer, url: string): string {
  // Pictures too: in Latin-1 each byte is a character, and none is lost.
  const isPicture = headers['content-type']?.startsWith('image/') === true;
  const text = isPicture ? body.toString('latin1') : level(body.toString(), url, spanOf(rehearsal));
  return `${status} ${headers['content-type']}\n${text}`;
}

function spanOf({ startedAt }: Rehearsal): { readonly from: number; readonly to: number } {
  return { from: startedAt, to: Date.now() };
}

async function aMoment(): Promise<true> {
  return new Promise((resolve) => setTimeout(() => resolve(true), 200));
}

/** So many at a time. */
async function inLanes<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}
