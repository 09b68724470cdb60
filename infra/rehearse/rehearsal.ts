// What every step of a rehearsal works with: the two sides, the stage behind one of them, and what has been sent so far.

import type { RehearsedStage } from '../../lambdas/aws/rehearsed-stage.ts';
import type { Receipt } from '../../shared/outcome.ts';
import type { Piece } from './pieces.ts';
import type { Deployed, Side } from './sides.ts';

export type Rehearsal = {
  readonly stageName: string;
  readonly stage: RehearsedStage;
  readonly aws: Deployed;
  readonly laptop: Side;
  /** Every name begins so, that no rehearsal meets the stories of another: `r-m3x9k2/`. */
  readonly prefix: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** What is sent at first. */
  readonly pieces: readonly Piece[];
  readonly pace: Pace;
  /** Whether the stage had no story of the desk before, so that its feeds can be compared as they are. */
  readonly isFresh: boolean;
  /** The laptop's receipts, by the upload's name behind the prefix. */
  readonly receipts: Map<string, Receipt>;
  /** A file for what programs say. */
  readonly log: string;
};

/** Seconds. */
export type Pace = {
  /** For an upload to get its receipt, and a story to reach the feeds. */
  readonly patience: number;
  /** Between two tries of an upload that failed. */
  readonly retry: number;
  /** That a story is held: long enough to look for it before and after. */
  readonly embargo: number;
};

/** What a step saw, in a few words, and what was not as it must be. */
export type Finding = { readonly seen: string; readonly misses: readonly string[] };

export function found(seen: string, ...misses: readonly (string | false | undefined)[]): Finding {
  return { seen, misses: misses.filter((miss) => typeof miss === 'string') };
}

export const emulatorPace: Pace = { patience: 60, retry: 3, embargo: 20 };

/** Functions start cold, and SQS asks that a message stays hidden for as long as its function may run. */
export const accountPace: Pace = { patience: 180, retry: 60, embargo: 60 };
