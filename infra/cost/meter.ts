// A function under measure: its ground counts, every call is timed, and what Lambda would bill for the time is worked out.

import type { Ground } from '../../shared/ground.ts';
import type { Log } from '../../shared/ports.ts';
import { metricRules } from '../../lambdas/aws/metrics.rules.ts';
import { watchedTable } from '../../lambdas/aws/watched-table.ts';
import { countGround } from './counted-ground.ts';
import type { Ledger, Operation, Tally } from './counted-ground.ts';

/** What a function did. */
export type Work = {
  readonly invocations: number;
  readonly milliseconds: number;
  readonly logBytes: number;
  readonly tally: Tally;
};

export type Meter = {
  /** Runs the handler once, on the ground as AWS has it. */
  run<T>(handler: (ground: Ground) => Promise<T>): Promise<T>;
  /** Counts without timing, for those who use the ground and are no function. */
  attend<T>(visit: (ground: Ground) => Promise<T>): Promise<T>;
  /** What was done since it was asked last. */
  take(): Work;
};

/** Milliseconds that a function waits for an answer within a region: what the services' own metrics commonly show. */
export const waits: Readonly<Record<string, number>> = { get: 20, put: 30, delete: 15, list: 20, table: 5 };

/** Memory that brings one whole processor (Lambda Developer Guide, "Configure memory"). */
const wholeProcessor = 1769;

/** Characters that the log's own members and the line of metrics add to an event. */
const lineBytes = 200;
const metricsBytes = 300;

/** `memory` in MB. While `isWaiting` the ports take as long to answer as AWS's. */
export function meter(ground: Ground, ledger: Ledger, memory: number, isWaiting: () => boolean): Meter {
  let [invocations, milliseconds, logBytes] = [0, 0, 0];
  const log = countingLog((bytes) => void (logBytes += bytes));
  const counted = countGround({ ...ground, log }, ledger, (operation) => (isWaiting() ? waitFor(operation) : 0));
  const own: Ground = { ...counted.ground, table: watchedTable(counted.ground.table, ground.clock, log) };
  return {
    async run(handler) {
      const [cpu, start] = [process.cpuUsage(), performance.now()];
      const answer = await handler(own);
      const { user, system } = process.cpuUsage(cpu);
      invocations += 1;
      milliseconds += Math.ceil(
        performance.now() - start + ((user + system) / 1000) * Math.max(0, wholeProcessor / memory - 1),
      );
      return answer;
    },
    attend: (visit) => visit(own),
    take() {
      const work: Work = { invocations, milliseconds, logBytes, tally: counted.take() };
      [invocations, milliseconds, logBytes] = [0, 0, 0];
      return work;
    },
  };
}

function waitFor(operation: Operation): number {
  const [port = '', method = ''] = operation.split('.');
  return waits[port] ?? waits[method] ?? 0;
}

function countingLog(add: (bytes: number) => void): Log {
  const say: Log['info'] = (event, facts = {}) =>
    add(
      Buffer.byteLength(JSON.stringify(facts)) + event.length + lineBytes + (metricRules.has(event) ? metricsBytes : 0),
    );
  return { info: say, warn: say, error: say };
}
