// Both grounds under one contract, so that what works on this machine works on AWS.

import { afterAll, beforeAll, describe, it } from 'vitest';
import { sqliteObjects } from '../../infra/laptop/sqlite-objects.ts';
import { openDatabase } from '../../infra/laptop/sqlite-table.ts';
import type { TestGround } from './grounds.ts';
import { openEmulatedGround, openEndpointGround, openLaptopGround } from './grounds.ts';
import type { ObjectsTraits } from './objects.contract.ts';
import { objectsContract } from './objects.contract.ts';
import { tableContract } from './table.contract.ts';
import type { ModelTraits } from './table.model.ts';
import { matchesAMap } from './table.model.ts';

const endpoint = process.env['AWS_ENDPOINT_URL'];

describe('folder and SQLite', () => hold(openLaptopGround, { listsByBytes: true, boundsByBytes: true, runs: 300 }));

describe('objects in SQLite', () => {
  const database = openDatabase(':memory:');
  const objects = sqliteObjects(database, 'bucket');
  afterAll(() => database.close());
  objectsContract(
    () => objects,
    () => undefined,
    { listsByBytes: true },
  );
});

describe('S3 and DynamoDB, emulated', () =>
  hold(openEmulatedGround, { listsByBytes: false, boundsByBytes: false, runs: 25 }));

describe.runIf(endpoint)('S3 and DynamoDB at AWS_ENDPOINT_URL', { timeout: 120_000 }, () => {
  hold(() => openEndpointGround(endpoint!), { listsByBytes: true, boundsByBytes: true, runs: 10 });
});

it.skipIf(endpoint)('the contracts against AWS_ENDPOINT_URL step aside', ({ skip }) =>
  skip('the variable names no endpoint'),
);

function hold(open: () => Promise<TestGround>, traits: ObjectsTraits & ModelTraits): void {
  let ground: TestGround | undefined;
  beforeAll(async () => {
    ground = await open();
  }, 60_000);
  afterAll(() => ground?.close(), 60_000);

  objectsContract(
    () => ground!.objects,
    () => ground!.versioned,
    traits,
  );
  tableContract(() => ground!.table, traits);
  it('answers any run of writes and queries as a Map does', () => matchesAMap(() => ground!.table, traits), 60_000);
}
