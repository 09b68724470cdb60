// What a rehearsal does to a deployed stage beyond what operators do: it looks up the functions and calls them, sends messages to the queues,
// shortens the wait between tries, and empties the buckets before everything is torn down.

import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { InvokeCommand, LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import type { ObjectIdentifier, S3Client } from '@aws-sdk/client-s3';
import { DeleteObjectsCommand, ListBucketsCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { makeObjectsClient, makeQueuesClient, makeTableClient } from './clients.ts';
import { namesBucketsInPath } from './ground.ts';
import { idInStage, queueNameOf } from './stage-resources.ts';

export type RehearsedStage = {
  /** The environment that the stage's functions run with: INBOX_BUCKET, SETTINGS and the others. */
  readonly environment: Readonly<Record<string, string>>;
  /** Calls a function and waits for its answer. Throws what the function threw. */
  invoke(handler: 'release' | 'replay', event?: object): Promise<unknown>;
  send(queue: QueueName, body: string): Promise<void>;
  /** Takes the messages with these bodies off the queue. */
  remove(queue: QueueName, bodies: readonly string[]): Promise<void>;
  /** Lets uploads that failed come again after so many seconds. Answers the seconds it was before. */
  retryUploadsAfter(seconds: number): Promise<number>;
};

export type QueueName = 'Uploads' | 'DeadUploads';

/** Throws one sentence when there is no such stage. */
export async function findRehearsedStage(stage: string): Promise<RehearsedStage> {
  const [lambda, queues] = [makeFunctionsClient(), await makeQueuesClient()];
  const functions = await functionsOf(lambda, stage);
  const environment = functions.find(({ FunctionName: name }) => idInStage(name!, stage)?.startsWith('Serve'))
    ?.Environment?.Variables;
  if (!environment)
    throw new Error(`There is no stage ${stage}: no function is called Copytaster-${stage}-Delivery-Serve….`);
  const urlOf = async (name: QueueName): Promise<string> => {
    const url = (await queuesOf(queues, stage)).find((each) => idInStage(queueNameOf(each), stage)?.startsWith(name));
    if (url === undefined) throw new Error(`The stage ${stage} has no queue ${name}.`);
    return url;
  };
  return {
    environment,
    async invoke(handler, event = {}) {
      const id = handler[0]!.toUpperCase() + handler.slice(1);
      const found = functions.find(({ FunctionName: name }) => idInStage(name!, stage)?.startsWith(id));
      const { Payload, FunctionError } = await lambda.send(
        new InvokeCommand({ FunctionName: found?.FunctionName, Payload: JSON.stringify(event) }),
      );
      const answer = Payload?.transformToString() ?? '';
      if (FunctionError !== undefined) throw new Error(`The function ${handler} failed: ${answer}`);
      return answer === '' ? undefined : (JSON.parse(answer) as unknown);
    },
    async send(queue, body) {
      await queues.send(new SendMessageCommand({ QueueUrl: await urlOf(queue), MessageBody: body }));
    },
    async remove(queue, bodies) {
      const QueueUrl = await urlOf(queue);
      const { Messages = [] } = await queues.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 1, WaitTimeSeconds: 1 }),
      );
      for (const { Body, ReceiptHandle } of Messages)
        if (bodies.includes(Body ?? '')) await queues.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    },
    async retryUploadsAfter(seconds) {
      const QueueUrl = await urlOf('Uploads');
      const { Attributes } = await queues.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['VisibilityTimeout'] }),
      );
      await queues.send(
        new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: String(seconds) } }),
      );
      return Number(Attributes?.['VisibilityTimeout']);
    },
  };
}

/** Every version of every object of the stage's buckets: CloudFormation deletes only buckets that are empty. Answers how many there were. */
export async function emptyBuckets(stage: string): Promise<number> {
  const client = makeObjectsClient({ forcePathStyle: namesBucketsInPath() });
  let deleted = 0;
  for (const bucket of await bucketsOf(client, stage)) {
    for (;;) {
      const { Versions = [], DeleteMarkers = [] } = await client.send(
        new ListObjectVersionsCommand({ Bucket: bucket }),
      );
      const found = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }): ObjectIdentifier => ({ Key, VersionId }));
      if (found.length === 0) break;
      await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: found.slice(0, 1000), Quiet: true } }),
      );
      deleted += Math.min(found.length, 1000);
    }
  }
  return deleted;
}

/** Names of the buckets, tables, queues and functions of a stage that are there. */
export async function remainsOf(stage: string): Promise<readonly string[]> {
  const table = `copytaster-${stage.toLowerCase()}`;
  const [buckets, tables, queues, functions] = await Promise.all([
    bucketsOf(makeObjectsClient({ forcePathStyle: namesBucketsInPath() }), stage),
    makeTableClient()
      .send(new DescribeTableCommand({ TableName: table }))
      .then(() => [table], ifMissing),
    queuesOf(await makeQueuesClient(), stage),
    functionsOf(makeFunctionsClient(), stage),
  ]);
  return [...buckets, ...tables, ...queues, ...functions.map(({ FunctionName: name }) => name!)];
}

function ifMissing(error: unknown): readonly string[] {
  if (error instanceof DynamoDBServiceException && error.name === 'ResourceNotFoundException') return [];
  throw error;
}

/** A replay may take a quarter of an hour. */
function makeFunctionsClient(): LambdaClient {
  return new LambdaClient({ maxAttempts: 1, requestHandler: { connectionTimeout: 2000, requestTimeout: 900_000 } });
}

async function functionsOf(client: LambdaClient, stage: string): Promise<readonly FunctionConfiguration[]> {
  const found: FunctionConfiguration[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client }, {})) found.push(...Functions);
  return found.filter(({ FunctionName: name }) => name !== undefined && idInStage(name, stage) !== undefined);
}

async function queuesOf(client: SQSClient, stage: string): Promise<readonly string[]> {
  const { QueueUrls: urls = [] } = await client.send(
    new ListQueuesCommand({ QueueNamePrefix: `Copytaster-${stage}-` }),
  );
  return urls.filter((url) => idInStage(queueNameOf(url), stage) !== undefined);
}

async function bucketsOf(client: S3Client, stage: string): Promise<readonly string[]> {
  const names = ((await client.send(new ListBucketsCommand({}))).Buckets ?? []).map(({ Name = '' }) => Name);
  return names.filter((name) =>
    ['inbox', 'feeds', 'media', 'access-logs'].some((store) =>
      name.startsWith(`copytaster-${stage.toLowerCase()}-${store}-`),
    ),
  );
}
