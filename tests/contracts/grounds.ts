// The grounds that the contracts are held against: this machine's folder and SQLite file, and the AWS adapters against an emulator or a named endpoint.

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateTableCommand, DeleteTableCommand, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
} from '@aws-sdk/client-s3';
import { folderObjects } from '../../infra/laptop/folder-objects.ts';
import { openDatabase, sqliteTable } from '../../infra/laptop/sqlite-table.ts';
import { makeObjectsClient, makeTableClient } from '../../lambdas/aws/clients.ts';
import { s3Objects } from '../../lambdas/aws/objects.ts';
import { dynamoTable } from '../../lambdas/aws/table.ts';
import { tableSchema } from '../../lambdas/aws/table-definition.ts';
import type { Objects, Table } from '../../shared/ports.ts';
import { startEmulator } from '../emulator.ts';

export type TestGround = {
  readonly objects: Objects;
  /** A bucket that keeps versions, where the ground has such. */
  readonly versioned: Objects | undefined;
  readonly table: Table;
  close(): Promise<void>;
};

export async function openLaptopGround(): Promise<TestGround> {
  const folder = await mkdtemp(join(tmpdir(), 'copytaster-contracts-'));
  const database = openDatabase(join(folder, 'table.sqlite'));
  return {
    objects: folderObjects(join(folder, 'plain')),
    versioned: folderObjects(join(folder, 'versioned'), true),
    table: sqliteTable(database),
    async close() {
      database.close();
      await rm(folder, { recursive: true });
    },
  };
}

export async function openEmulatedGround(): Promise<TestGround> {
  const emulator = await startEmulator();
  const ground = await openAwsGround(
    makeObjectsClient({ ...emulator.objects, forcePathStyle: true }),
    makeTableClient(emulator.table),
    false,
  );
  return {
    ...ground,
    async close() {
      await ground.close();
      await emulator.stop();
    },
  };
}

/** Region and credentials come from the environment, as for every AWS tool. */
export async function openEndpointGround(endpoint: string): Promise<TestGround> {
  return openAwsGround(makeObjectsClient({ endpoint, forcePathStyle: true }), makeTableClient({ endpoint }), true);
}

/** Makes buckets and a table of random names; `close` removes them. */
async function openAwsGround(objects: S3Client, table: DynamoDBClient, keepsVersions: boolean): Promise<TestGround> {
  const name = `copytaster-${randomUUID()}`;
  const buckets = [`${name}-plain`, `${name}-versioned`] as const;
  for (const Bucket of buckets) await objects.send(new CreateBucketCommand({ Bucket }));
  if (keepsVersions)
    await objects.send(
      new PutBucketVersioningCommand({ Bucket: buckets[1], VersioningConfiguration: { Status: 'Enabled' } }),
    );
  await makeTable(table, name);
  return {
    objects: s3Objects(objects, buckets[0]),
    versioned: keepsVersions ? s3Objects(objects, buckets[1]) : undefined,
    table: dynamoTable(table, name),
    async close() {
      await table.send(new DeleteTableCommand({ TableName: name }));
      await removeBucket(objects, buckets[0], objectsIn);
      await removeBucket(objects, buckets[1], keepsVersions ? versionsIn : objectsIn);
      objects.destroy();
      table.destroy();
    },
  };
}

/** Without the stream, which the emulator does not know and no contract speaks of. */
async function makeTable(client: DynamoDBClient, name: string): Promise<void> {
  const { StreamSpecification: _stream, ...schema } = tableSchema;
  await client.send(new CreateTableCommand({ TableName: name, BillingMode: 'PAY_PER_REQUEST', ...schema }));
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: name });
}

type Lying = { readonly Key?: string; readonly VersionId?: string };

async function removeBucket(
  client: S3Client,
  Bucket: string,
  list: (client: S3Client, bucket: string) => Promise<readonly Lying[]>,
): Promise<void> {
  for (;;) {
    const lying = await list(client, Bucket);
    if (lying.length === 0) break;
    await Promise.all(
      lying.map(({ Key, VersionId }) => client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }))),
    );
  }
  await client.send(new DeleteBucketCommand({ Bucket }));
}

async function objectsIn(client: S3Client, Bucket: string): Promise<readonly Lying[]> {
  return (await client.send(new ListObjectsV2Command({ Bucket }))).Contents ?? [];
}

async function versionsIn(client: S3Client, Bucket: string): Promise<readonly Lying[]> {
  const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }));
  return [...Versions, ...DeleteMarkers];
}
