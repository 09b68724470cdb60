// The ground on AWS: buckets and table by the names that the stack gave in the environment.

import type { S3Client } from '@aws-sdk/client-s3';
import type { Peek } from '../../shared/dead-letters.ts';
import { deskTables } from '../../shared/desk-tables.ts';
import type { Ground } from '../../shared/ground.ts';
import type { Clock, Log, Notices, Objects, Outbox } from '../../shared/ports.ts';
import { makeObjectsClient, makeTableClient } from './clients.ts';
import { serviceLog } from './log.ts';
import { serviceMetrics, serviceNameOf } from './metrics.ts';
import { s3Objects } from './objects.ts';
import { readSettings } from '../read-settings.ts';
import { dynamoTable } from './table.ts';
import { watchedTable } from './watched-table.ts';

let built: Ground | undefined;

/** Built on first call and kept for as long as the process lives. Throws one sentence when the environment lacks something. */
export function awsGround(extras: Extras = {}): Ground {
  return (built ??= makeGround(process.env, extras));
}

/** Whether buckets are named in the path, as emulators want it. */
export function namesBucketsInPath(environment: Environment = process.env): boolean {
  return Boolean(environment['AWS_ENDPOINT_URL']);
}

/** What only some functions need, handed in by them, so that the others do not load it. */
export type Extras = {
  readonly makeNotices?: (topicArn: string, publicUrl: string) => Notices;
  readonly makeOutbox?: (queueUrl: string) => Outbox;
  readonly makeDeadUploads?: (queueUrl: string) => Peek;
  readonly makeMedia?: (client: S3Client, bucket: string) => Objects;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** INBOX_BUCKET, FEEDS_BUCKET and MEDIA_BUCKET, TABLE: names. SETTINGS: JSON. AWS_ENDPOINT_URL: an emulator, which wants buckets in the path. STAGE: metrics are counted under it, and without it not at all; WATCHED_DESKS: desks counted by themselves, with commas. REFUSALS_TOPIC: ARN; without it nobody is told of refused uploads. OUTBOX_QUEUE: address; without it nothing is pushed. DEAD_UPLOADS_QUEUE: address; without it nobody looks after what was set aside. */
export function makeGround(
  environment: Environment,
  { makeNotices, makeOutbox, makeDeadUploads, makeMedia = s3Objects }: Extras = {},
): Ground {
  const [inbox, feeds, media, table] = ['INBOX_BUCKET', 'FEEDS_BUCKET', 'MEDIA_BUCKET', 'TABLE'].map((name) =>
    required(environment, name),
  ) as [string, string, string, string];
  const settings = readSettings(required(environment, 'SETTINGS'));
  const objects = makeObjectsClient({ forcePathStyle: namesBucketsInPath(environment) });
  const inboxObjects = s3Objects(objects, inbox);
  const log = logFor(environment);
  const { REFUSALS_TOPIC: topic, OUTBOX_QUEUE: outbox, DEAD_UPLOADS_QUEUE: deadUploads } = environment;
  return {
    inbox: inboxObjects,
    feeds: s3Objects(objects, feeds),
    media: makeMedia(objects, media),
    table: watchedTable(dynamoTable(makeTableClient(), table), systemClock, log),
    clock: systemClock,
    log,
    settings,
    tables: deskTables(inboxObjects, settings.rules, systemClock),
    ...(makeNotices && topic && { notices: makeNotices(topic, settings.site.publicUrl) }),
    ...(makeOutbox && outbox && { outbox: makeOutbox(outbox) }),
    ...(makeDeadUploads && deadUploads && { deadUploads: makeDeadUploads(deadUploads) }),
  };
}

const systemClock: Clock = { now: () => new Date().toISOString() };

function logFor({ STAGE, WATCHED_DESKS }: Environment): Log {
  return STAGE
    ? serviceLog(serviceNameOf(STAGE), serviceMetrics(serviceNameOf(STAGE), WATCHED_DESKS?.split(',')))
    : serviceLog('copytaster');
}

function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  return value;
}
