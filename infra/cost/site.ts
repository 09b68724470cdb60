// The place of a measured run: one ground under all functions, each with a meter of its own, since on AWS they share nothing but the stores.

import type { LaptopGround } from '../laptop/ground.ts';
import { keptBytes, newLedger } from './counted-ground.ts';
import type { Meter, Work } from './meter.ts';
import { meter } from './meter.ts';

export const functionNames = ['ingest', 'publish', 'renditions', 'serve', 'release'] as const;
export type FunctionName = (typeof functionNames)[number];

/** What something, done `times` times, took and left behind. `desk` is the desks' own writing into the inbox. */
export type Measure = {
  readonly times: number;
  readonly work: Readonly<Record<FunctionName | 'desk', Work>>;
  /** What partners were sent, in bytes and in the pieces of 512 KB that an HTTP API is billed by. */
  readonly sent: Sent;
  readonly kept: { readonly table: number; readonly objects: number };
};

export type Sent = { readonly bytes: number; readonly pieces: number };

/** For what is no function. */
const defaultMemory = 1024;

/** Channels that come by themselves: all, desk, section, language. The others are defined by settings, and take every story. */
const ownChannels = 4;

export type Site = {
  readonly laptop: LaptopGround;
  readonly meters: Readonly<Record<FunctionName | 'desk', Meter>>;
  /** Moves the clock of all functions. */
  wait(seconds: number): void;
  now(): string;
  /** From here on the ports make their callers wait as AWS does. */
  beginTiming(): void;
  measure(times: number, job: () => Promise<Sent | void>): Promise<Measure>;
};

/** `memory` in MB by function; `channels` 4 or more. */
export function openSite(laptop: LaptopGround, memory: ReadonlyMap<string, number>, channels: number): Site {
  let now = Date.now();
  let timed = false;
  const clock = { now: () => new Date(now).toISOString() };
  const defined = Array.from({ length: channels - ownChannels }, (_, index) => ({
    name: `topic/${index + 1}`,
    title: `Topic ${index + 1}`,
    match: {},
  }));
  const settings = { ...laptop.ground.settings, openChannels: [], openDesk: false, channels: defined };
  const ledger = newLedger();
  const make = (name: string): Meter =>
    meter({ ...laptop.ground, settings, clock }, ledger, memory.get(name) ?? defaultMemory, () => timed);
  const meters = Object.fromEntries([...functionNames, 'desk'].map((name) => [name, make(name)])) as Site['meters'];
  const takeWork = (): Measure['work'] =>
    Object.fromEntries(Object.entries(meters).map(([name, each]) => [name, each.take()])) as Measure['work'];
  return {
    laptop,
    meters,
    wait: (seconds) => void (now += seconds * 1000),
    now: clock.now,
    beginTiming: () => void (timed = true),
    async measure(times, job) {
      takeWork();
      const before = keptBytes(ledger);
      const sent = (await job()) ?? { bytes: 0, pieces: 0 };
      const after = keptBytes(ledger);
      return {
        times,
        work: takeWork(),
        sent,
        kept: { table: after.table - before.table, objects: after.objects - before.objects },
      };
    },
  };
}
