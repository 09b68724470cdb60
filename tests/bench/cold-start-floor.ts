// The least a function can be: the clients of the SDK with the house's options, and where a function cannot answer without asking, one question.

import { makeObjectsClient, makeTableClient } from '../../lambdas/aws/clients.ts';
import { s3Objects } from '../../lambdas/aws/objects.ts';
import { dynamoTable } from '../../lambdas/aws/table.ts';

export async function makeClients(): Promise<void> {
  makeObjectsClient();
  makeTableClient();
}

export async function askTable(): Promise<void> {
  makeObjectsClient();
  await dynamoTable(makeTableClient(), 'table').query({ pk: 'embargoes' });
}

export async function askBucket(): Promise<void> {
  makeTableClient();
  await s3Objects(makeObjectsClient({ forcePathStyle: true }), 'inbox').list('');
}
