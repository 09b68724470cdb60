// The bill of a month: what the measured run used, as often as a month holds it, at AWS's prices. Pure.

import type { Used } from './counted-ground.ts';
import type { Deployment } from './deployment.ts';
import type { Measured } from './measured-run.ts';
import type { Work } from './meter.ts';
import type { Options } from './options.ts';
import type { PriceName } from './prices.ts';
import { charge, prices } from './prices.ts';
import type { FunctionName, Measure } from './site.ts';
import { functionNames } from './site.ts';

export type Line = {
  readonly service: string;
  readonly what: string;
  readonly price: PriceName;
  /** In units of the price. */
  readonly quantity: number;
  readonly usd: number;
};

export type Bill = { readonly lines: readonly Line[]; readonly totalUsd: number };

const days = 365 / 12;

/** A partner follows one channel, which holds this share of all stories. */
export const channelShare = 0.1;

/** What is written of each call by Lambda (START, END, REPORT), of each request by the API's access log, and by S3's of each of its own. */
const logged = { call: 350, request: 260, objectRequest: 600 };

/** Lambda asks each queue five at a time, twenty seconds long (Lambda Developer Guide, SQS event sources). */
const pollsPerQueue = 5 * 3 * 1440 * days;

export function makeBill(measured: Measured, deployment: Deployment, options: Options): Bill {
  const month = monthOf(measured, options);
  const monthly = (of: (measure: Measure) => number): number =>
    total(month, ({ measure, repeats }) => repeats * of(measure));
  const used = (operations: RegExp, field: keyof Used): number =>
    monthly(({ work }) =>
      total(Object.values(work), ({ tally }) =>
        total(Object.entries(tally), ([name, use]) => (operations.test(name) ? use[field] : 0)),
      ),
    );
  const done = (name: FunctionName, field: Exclude<keyof Work, 'tally'>): number =>
    monthly(({ work }) => work[name][field]);
  const kept = (store: 'table' | 'objects'): number =>
    options.monthsKept * monthly((measure) => Math.max(0, measure.kept[store]));
  const memory = (name: FunctionName): number => deployment.memory.get(name) ?? 0;
  const calls = total(functionNames, (name) => done(name, 'invocations'));
  const requests = monthly(({ sent }) => sent.pieces);
  const logs = total(functionNames, (name) => done(name, 'logBytes')) + calls * logged.call + requests * logged.request;
  const messages = done('ingest', 'invocations') + done('renditions', 'invocations');
  const lines = [
    line('DynamoDB', 'writes', 'tableWrites', used(/^table\.(?:put|delete)$/, 'units')),
    line('DynamoDB', 'reads', 'tableReads', used(/^table\.(?:get|query)$/, 'units')),
    line('DynamoDB', 'stream, read by Lambda alone', 'streamReads', 0),
    line('DynamoDB', 'storage', 'tableStorage', kept('table')),
    line('DynamoDB', 'point-in-time recovery', 'tableBackup', kept('table')),
    line('S3', 'writes and listings', 'objectWrites', used(/^(?:inbox|feeds|media)\.(?:put|list)$/, 'calls')),
    line('S3', 'reads', 'objectReads', used(/^(?:inbox|feeds|media)\.get$/, 'calls')),
    line('S3', 'storage', 'objectStorage', kept('objects')),
    line(
      'S3',
      'feeds that were replaced, kept a day or two',
      'objectStorage',
      (1.5 / days) * used(/^feeds\.put$/, 'bytes'),
    ),
    line(
      'S3',
      'access logs, kept 90 days',
      'objectStorage',
      3 * used(/^(?:inbox|feeds|media)\./, 'calls') * logged.objectRequest,
    ),
    line('SQS', 'messages sent, received and deleted', 'queueRequests', 3 * messages),
    line('SQS', 'Lambda asking queues that are empty', 'queueRequests', deployment.polledQueues * pollsPerQueue),
    line('Lambda', 'requests', 'invocations', calls),
    ...functionNames.map((name) =>
      line(
        'Lambda',
        `${name} at ${memory(name)} MB`,
        'computing',
        (done(name, 'milliseconds') / 1000) * (memory(name) / 1024),
      ),
    ),
    line('HTTP API', 'requests', 'apiRequests', requests),
    line(
      'Data transfer',
      'out to partners',
      'transferOut',
      monthly(({ sent }) => sent.bytes),
    ),
    line('CloudWatch', 'logs taken in', 'logIngestion', logs),
    line('CloudWatch', 'logs kept a month', 'logStorage', logs),
    line('CloudWatch', 'own metrics', 'metrics', deployment.ownMetrics),
    line('CloudWatch', 'alarms', 'alarms', deployment.metricsUnderAlarm),
    line('CloudWatch', 'dashboards', 'dashboards', deployment.dashboards),
  ];
  return { lines, totalUsd: total(lines, ({ usd }) => usd) };
}

/** A measure and how often a month repeats it. */
type Repeated = { readonly measure: Measure; readonly repeats: number };

function monthOf(
  { uploads, announced, renditions, fullPolls, unchangedPolls, pictures, minutes }: Measured,
  options: Options,
): readonly Repeated[] {
  const uploaded = options.storiesPerDay * days;
  const pictured = (uploaded * announced) / uploads.times;
  const polls = (options.partners * 86_400 * days) / options.pollSeconds;
  const full = polls * fullShare(options);
  const times = (measure: Measure, count: number): Repeated => ({ measure, repeats: count / measure.times });
  return [
    times(uploads, uploaded),
    times(renditions, pictured),
    times(fullPolls, full),
    times(unchangedPolls, polls - full),
    times(pictures, options.partners * pictured * channelShare),
    times(minutes, 1440 * days),
  ];
}

/** The share of polls that are answered in full: the chance that a story came to the channel since the last, if they come at any moment alike. */
export function fullShare({ storiesPerDay, pollSeconds }: Pick<Options, 'storiesPerDay' | 'pollSeconds'>): number {
  return 1 - Math.exp((-storiesPerDay * channelShare * pollSeconds) / 86_400);
}

/** `count` as we count, not in units of the price. */
function line(service: string, what: string, price: PriceName, count: number): Line {
  return { service, what, price, quantity: count / prices[price].per, usd: charge(prices[price], count) };
}

function total<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
