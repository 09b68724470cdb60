// The SDK's clients, with an end to their patience: by themselves they wait for ever.

import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { S3Client } from '@aws-sdk/client-s3';
import type { SNSClient, SNSClientConfig } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';

/** The first attempt and three more, with growing pauses. */
const attempts = { maxAttempts: 4, retryMode: 'standard' } as const;

/** Milliseconds. `answer` counts from the beginning of a request to the first of its answer, and then between any two pieces of it. */
function patience(answer: number) {
  // Without throwOnRequestTimeout the SDK only warns.
  return {
    connectionTimeout: 2000,
    requestTimeout: answer,
    throwOnRequestTimeout: true,
    socketTimeout: answer,
    httpsAgent: { keepAlive: true, maxSockets: 50 },
  };
}

/** Uploads have up to 50 MB. Region, credentials and AWS_ENDPOINT_URL are the SDK's own business. */
export function makeObjectsClient(config: S3ClientConfig = {}): S3Client {
  return new S3Client({ ...attempts, requestHandler: patience(15_000), ...config });
}

export function makeTableClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
  return new DynamoDBClient({ ...attempts, requestHandler: patience(4000), ...config });
}

/** Loaded when somebody has to be told something: most uploads are good. */
export async function makeTopicsClient(config: SNSClientConfig = {}): Promise<SNSClient> {
  const { SNSClient } = await import('./topics.ts');
  return new SNSClient({ ...attempts, requestHandler: patience(4000), ...config });
}

/** For operators, and for the functions that push; loaded when there is something to push. */
export async function makeQueuesClient(): Promise<SQSClient> {
  const { SQSClient } = await import('./queues.ts');
  return new SQSClient({ ...attempts, requestHandler: patience(10_000) });
}
