// The corpus in a running laptop: every piece uploaded over HTTP as its desk would, and its feeds ready to be pulled.

import { setTimeout as pause } from 'node:timers/promises';
import type { RunningLaptop } from '../running-laptop.ts';
import { runLaptop, waitFor } from '../running-laptop.ts';
import { corpus } from './corpus.ts';

const desk = 'vesterhavn';

/** Resolves when every piece is in the feeds; throws when one is refused. */
export async function serveCorpus(): Promise<RunningLaptop> {
  const laptop = await runLaptop();
  try {
    for (let round = 0; round < 2; round += 1) await uploadRound(laptop.url, round);
    await waitFor('the feeds', () => isQuiet(laptop.url));
    return laptop;
  } catch (error) {
    await laptop[Symbol.asyncDispose]();
    throw error;
  }
}

export function languages(): readonly string[] {
  return [...new Set(corpus.map(({ language }) => language))];
}

/** The channel of a language holds all its pieces; `all` would show the newest only. */
export function feedAddress(url: string, language: string, extension: string): string {
  return `${url}/feeds/language/${language}.${extension}`;
}

/** The first versions, then those that correct and kill some of them. */
async function uploadRound(url: string, round: number): Promise<void> {
  const due = corpus.filter(({ uploads }) => uploads.length > round);
  for (const { fileName, uploads } of due)
    await fetch(`${url}/inbox/${desk}/${fileName}`, { method: 'PUT', body: uploads[round]! });
  for (const { fileName } of due) await waitFor(fileName, () => isStored(url, fileName, round + 1));
}

async function isStored(url: string, fileName: string, version: number): Promise<boolean> {
  const response = await fetch(`${url}/receipts/${desk}/${fileName}`);
  if (!response.ok) return false;
  const { outcomes } = (await response.json()) as {
    outcomes: readonly { readonly outcome: string; readonly version?: number }[];
  };
  if (outcomes.some(({ outcome }) => outcome === 'rejected'))
    throw new Error(`${fileName}: ${JSON.stringify(outcomes)}`);
  return outcomes.some((outcome) => outcome.version === version);
}

/** No feed has changed for a second: what came in is all published. */
async function isQuiet(url: string): Promise<boolean> {
  const before = await tagsOf(url);
  await pause(1000);
  return before.every((tag) => tag !== null) && before.join() === (await tagsOf(url)).join();
}

function tagsOf(url: string): Promise<readonly (string | null)[]> {
  return Promise.all(
    languages().map(async (language) =>
      (await fetch(feedAddress(url, language, 'rss'), { method: 'HEAD' })).headers.get('etag'),
    ),
  );
}
