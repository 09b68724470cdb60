// What time brings, called every minute: embargoes that have passed, stories whose time has ended, kills that somebody has not
// pulled, stories that can be read again, and uploads that were set aside. Each job runs, though another failed.

import { describeError } from '../shared/describe-error.ts';
import type { Ground } from '../shared/ground.ts';
import { publishRecovered } from '../shared/look-again.ts';
import { endExpired, releaseEmbargoes } from '../shared/release.ts';
import { reportUnpulled } from '../shared/unpulled.ts';
import { tellSetAside } from './dead-uploads.ts';
import type { Context } from './replay.ts';

type Job = {
  readonly name: string;
  readonly run: (ground: Ground, isOver: () => boolean) => Promise<number | void>;
  /** The event in the log, where something was done. */
  readonly told?: string;
};

const jobs: readonly Job[] = [
  { name: 'embargoes', run: releaseEmbargoes, told: 'embargoes-released' },
  { name: 'expiries', run: endExpired, told: 'stories-expired' },
  { name: 'kills', run: reportUnpulled },
  { name: 'unreadable', run: publishRecovered, told: 'stories-recovered' },
  { name: 'dead-uploads', run: tellSetAside },
];

/** Time that is left for what is under way: half a minute, however slow (each-due.ts). */
const reserveMs = 28_000;

/** Throws at the end what a job could not begin at all for; what fails by itself is told in the log, and holds up nothing. */
export async function release(ground: Ground, context: Context = {}): Promise<void> {
  const isOver = (): boolean => (context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY) < reserveMs;
  const ended = await Promise.all(jobs.map((job) => run(ground, job, isOver)));
  const failures = ended.filter((failure) => failure !== undefined);
  if (failures.length > 0) throw new Error(failures.join(' '));
}

/** Answers what it failed for. */
async function run(ground: Ground, { name, run: work, told }: Job, isOver: () => boolean): Promise<string | undefined> {
  try {
    const stories = await work(ground, isOver);
    if (told !== undefined && stories) ground.log.info(told, { stories });
    return undefined;
  } catch (error) {
    ground.log.error('release-failed', { job: name, ...describeError(error) });
    return `${name}: ${String(error)}.`;
  }
}
