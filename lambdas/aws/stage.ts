// A deployed stage as its operator sees it from outside: table, buckets and queues are found by the stage's name.
// It knows nothing of the stage's settings, so nothing can be rendered on it: that is the functions' work.

import type { S3Client } from '@aws-sdk/client-s3';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import type { DeadLetters } from '../../shared/dead-letters.ts';
import { deskTables } from '../../shared/desk-tables.ts';
import type { Ground } from '../../shared/ground.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { makeObjectsClient, makeQueuesClient, makeTableClient } from './clients.ts';
import { copyTable } from './copy-table.ts';
import { namesBucketsInPath } from './ground.ts';
import { serviceLog } from './log.ts';
import { s3Objects } from './objects.ts';
import { sqsDeadLetters } from './sqs-dead-letters.ts';
import { dynamoTable } from './table.ts';

export type Stage = {
  readonly ground: Ground;
  readonly deadLetters: DeadLetters;
  /** Every item of another table of the account into this stage's; answers how many. */
  restoreFrom(table: string): Promise<number>;
};

/** Region and credentials are the SDK's own business; AWS_ENDPOINT_URL names an emulator. Throws one sentence when there is no such stage. */
export async function openStage(stage: string): Promise<Stage> {
  const client = makeObjectsClient({ forcePathStyle: namesBucketsInPath() });
  const [inbox, feeds, media] = (await bucketsOf(client, stage)).map((bucket) => s3Objects(client, bucket)) as [
    Ground['inbox'],
    Ground['feeds'],
    Ground['media'],
  ];
  const clock = { now: () => new Date().toISOString() };
  const table = `copytaster-${stage.toLowerCase()}`;
  const tables = makeTableClient();
  const ground: Ground = {
    inbox,
    feeds,
    media,
    table: dynamoTable(tables, table),
    clock,
    log: serviceLog('copytaster'),
    settings: defaultSettings,
    tables: deskTables(inbox, defaultSettings.rules, clock),
  };
  return {
    ground,
    deadLetters: sqsDeadLetters(await makeQueuesClient(), stage),
    restoreFrom: (from) => copyTable(tables, from, table),
  };
}

/** Their names end in account and region, which only the account itself tells. */
async function bucketsOf(client: S3Client, stage: string): Promise<readonly string[]> {
  const region = await client.config.region();
  const names = ((await client.send(new ListBucketsCommand({}))).Buckets ?? []).map(({ Name = '' }) => Name);
  return ['inbox', 'feeds', 'media'].map((store) => {
    const found = names.find(
      (name) => name.startsWith(`copytaster-${stage.toLowerCase()}-${store}-`) && name.endsWith(`-${region}`),
    );
    if (found === undefined)
      throw new Error(
        `There is no stage ${stage} in ${region}: no bucket copytaster-${stage.toLowerCase()}-${store}-<account>-${region}.`,
      );
    return found;
  });
}
