// The operating commands on a stage on AWS, as emulators play it: typed with --stage, found by its name.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeObjectsClient, makeTableClient } from '../../../lambdas/aws/clients.ts';
import { s3Objects } from '../../../lambdas/aws/objects.ts';
import { dynamoTable } from '../../../lambdas/aws/table.ts';
import { tableSchema } from '../../../lambdas/aws/table-definition.ts';
import { serve } from '../../../lambdas/serve.ts';
import { sqsDeadUploads } from '../../../lambdas/aws/dead-uploads.ts';
import { tellSetAside } from '../../../lambdas/dead-uploads.ts';
import { publish } from '../../../lambdas/publish.ts';
import type { Ground } from '../../../shared/ground.ts';
import { headKey, wakeKey } from '../../../shared/store/keys.ts';
import { readReceipt } from '../../../shared/store/receipts.ts';
import type { Emulator } from '../../emulator.ts';
import { startEmulator } from '../../emulator.ts';
import type { TestGround } from '../../ground.ts';
import { testGround } from '../../ground.ts';

const folder = mkdtempSync(join(tmpdir(), 'copytaster-stage-'));
let emulator: Emulator;
let queues: SQSClient;
let test: TestGround;
/** The stage as its functions see it. */
let stage: Ground;

const account = '000000000000';

beforeAll(async () => {
  emulator = await startEmulator();
  queues = new SQSClient(emulator.objects);
  const objects = makeObjectsClient({ ...emulator.objects, forcePathStyle: true });
  for (const name of ['inbox', 'feeds', 'media'])
    await objects.send(new CreateBucketCommand({ Bucket: `copytaster-try-${name}-${account}-us-east-1` }));
  const client = makeTableClient(emulator.table);
  await makeTable(client, 'copytaster-try');
  test = testGround();
  const bucket = (name: string) => s3Objects(objects, `copytaster-try-${name}-${account}-us-east-1`);
  stage = {
    ...test.ground,
    inbox: bucket('inbox'),
    feeds: bucket('feeds'),
    media: bucket('media'),
    table: dynamoTable(client, 'copytaster-try'),
  };
}, 30_000);

afterAll(async () => {
  test[Symbol.dispose]();
  await emulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function makeTable(client: DynamoDBClient, name: string): Promise<void> {
  const { StreamSpecification: _stream, ...schema } = tableSchema;
  await client.send(new CreateTableCommand({ TableName: name, BillingMode: 'PAY_PER_REQUEST', ...schema }));
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: name });
}

async function run(...words: readonly string[]): Promise<string> {
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: emulator.objects.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: emulator.table.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'nobody',
    AWS_SECRET_ACCESS_KEY: 'nothing',
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['infra/laptop/copytaster.ts', ...words, '--stage', 'try'],
    { env },
  );
  return stdout;
}

/** What the stream would bring. */
async function changed(...keys: readonly { readonly pk: string; readonly sk: string }[]): Promise<void> {
  const Records = keys.map(({ pk, sk }, number) => ({
    dynamodb: { SequenceNumber: String(number), Keys: { pk: { S: pk }, sk: { S: sk } } },
  }));
  expect(await publish(stage, { Records })).toEqual({ batchItemFailures: [] });
}

const ask = (rawPath: string) => serve(stage, { rawPath, requestContext: { http: { method: 'GET' } } });

async function makeQueues(
  name: string,
  maxReceiveCount: number,
): Promise<{ readonly live: string; readonly dead: string }> {
  const make = async (QueueName: string, Attributes?: Record<string, string>) =>
    (await queues.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl!;
  const dead = await make(`Copytaster-try-Storage-Dead${name}1A2B3C4D-x1`);
  const deadLetterTargetArn = (
    await queues.send(new GetQueueAttributesCommand({ QueueUrl: dead, AttributeNames: ['QueueArn'] }))
  ).Attributes!['QueueArn'];
  return {
    dead,
    live: await make(`Copytaster-try-Storage-${name}5E6F7A8B-y2`, {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount }),
    }),
  };
}

describe('a stage', { timeout: 60_000 }, () => {
  it('takes in an export, and gives the same one back', async () => {
    await test.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
    await test.upload('desk/long.txt', `Headline: Long\n\n${'Word after word after word. '.repeat(6000)}`);
    await test.settle();
    const { exportStories } = await import('../../../shared/carry-over.ts');
    const lines: string[] = [];
    for await (const line of exportStories(test.ground)) lines.push(line);
    const file = join(folder, 'stories.ndjson');
    writeFileSync(file, lines.join(''));
    expect(await run('import', file)).toBe('2 stored, 0 unchanged, 0 older than what stands here, 0 refused.\n');
    expect(await run('import', file)).toBe('0 stored, 2 unchanged, 0 older than what stands here, 0 refused.\n');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['infra/laptop/copytaster.ts', 'export', '--stage', 'try'],
      {
        maxBuffer: 10_000_000,
        env: {
          ...process.env,
          AWS_ENDPOINT_URL: emulator.objects.endpoint,
          AWS_ENDPOINT_URL_DYNAMODB: emulator.table.endpoint,
          AWS_REGION: 'us-east-1',
          AWS_ACCESS_KEY_ID: 'nobody',
          AWS_SECRET_ACCESS_KEY: 'nothing',
        },
      },
    );
    expect(stdout).toBe(lines.join(''));
  });

  it('has a channel taken offline, and its feeds rendered again by its own publisher', async () => {
    const uri = 'tag:copytaster.localhost,2026:desk/a.txt';
    await changed(headKey(uri), wakeKey('all'));
    const before = (await ask('/feeds/all.rss')).body;
    expect(await run('channel', 'offline', 'all')).toBe('all is offline.\n');
    expect((await ask('/feeds/all.rss')).statusCode).toBe(503);
    await run('channel', 'online', 'all');
    for (const { key } of (await stage.feeds.list('channels/')).keys) await stage.feeds.delete(key);
    expect((await ask('/feeds/all.rss')).statusCode).toBe(503);
    expect(await run('rebuild', 'all')).toBe('The publishers render 1 channel and 0 stories again.\n');
    await changed(wakeKey('all'));
    expect(await ask('/feeds/all.rss')).toMatchObject({ statusCode: 200, body: before });
  });

  it('shows its dead letters as often as asked, and sends each back to where it came from', async () => {
    const uploads = await makeQueues('Uploads', 5);
    const pictures = await makeQueues('Pictures', 3);
    for (const name of ['DeadChanges', 'DeadPushes'])
      await queues.send(new CreateQueueCommand({ QueueName: `Copytaster-try-Pipeline-${name}1A2B3C4D-x1` }));
    // Another stage, whose name begins alike and whose queues may be listed first.
    await queues.send(new CreateQueueCommand({ QueueName: 'Copytaster-try-2-Storage-DeadUploads1A2B3C4D-x1' }));
    const letter = (key: string): string =>
      JSON.stringify({ Records: [{ eventTime: '2026-11-24T10:00:00.000Z', s3: { object: { key } } }] });
    for (let number = 0; number < 12; number += 1)
      await queues.send(
        new SendMessageCommand({ QueueUrl: uploads.dead, MessageBody: letter(`desk/${number}+a.txt`) }),
      );
    await queues.send(new SendMessageCommand({ QueueUrl: pictures.dead, MessageBody: 'nonsense' }));
    for (const _time of [1, 2]) {
      const listed = await run('redrive', '--list');
      expect(listed).toContain('13 letters waiting.');
      expect(listed).toMatch(/^uploads {3}2026-11-24T10:00:00\.000Z {2}"desk\/11 a\.txt" {2}failed 5 times/m);
      expect(listed).toMatch(/^pictures .* no notification {2}failed 3 times/m);
    }
    const peek = sqsDeadUploads(uploads.dead, async () => new SQSClient(emulator.objects));
    for (const told of [12, 0]) {
      const seen: string[] = [];
      for await (const { id } of peek()) seen.push(id);
      expect(new Set(seen).size).toBe(12);
      expect(await tellSetAside({ ...stage, deadUploads: peek })).toBe(told);
    }
    expect(await readReceipt(stage.table, 'desk', '11 a.txt')).toMatchObject({
      receivedAt: '2026-11-24T10:00:00.000Z',
      outcomes: [{ outcome: 'rejected', code: 'set-aside' }],
    });
    expect(await run('redrive', '--queue', 'uploads')).toContain('12 letters put back.');
    for await (const { id } of peek()) expect.fail(`${id} is no dead letter any more`);
    expect(await run('redrive', '--list')).toContain('1 letter waiting.');
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl: uploads.live, MaxNumberOfMessages: 10 }),
    );
    expect(Messages).toHaveLength(10);
  });

  it('takes back what a table restored from a backup holds', async () => {
    const client = makeTableClient(emulator.table);
    await makeTable(client, 'restored');
    const backup = dynamoTable(client, 'restored');
    const items = Array.from({ length: 60 }, (_, number) => ({
      pk: `some#${number % 7}`,
      sk: String(number),
      at: '2026-11-24',
      revision: 3,
      forgetAt: 2_000_000_000,
      data: { number },
    }));
    for (const item of items) await backup.put(item);
    await stage.table.put({ ...items[0]!, revision: 9, data: 'spoilt' });
    expect(await run('restore', 'restored')).toBe('60 items restored. Now: copytaster rebuild --stage try\n');
    for (const item of items) expect(await stage.table.get(item)).toEqual(item);
    client.destroy();
  });

  it('that is not there is told in one line', async () => {
    const missing = promisify(execFile)(
      process.execPath,
      ['infra/laptop/copytaster.ts', 'channel', 'list', '--stage', 'nowhere'],
      {
        env: {
          ...process.env,
          AWS_ENDPOINT_URL: emulator.objects.endpoint,
          AWS_REGION: 'us-east-1',
          AWS_ACCESS_KEY_ID: 'nobody',
          AWS_SECRET_ACCESS_KEY: 'nothing',
        },
      },
    );
    await expect(missing).rejects.toMatchObject({
      code: 1,
      stderr: 'There is no stage nowhere in us-east-1: no bucket copytaster-nowhere-inbox-<account>-us-east-1.\n',
    });
  });
});
