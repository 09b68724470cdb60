// The outbox over SQS's own protocol, against an emulator in this process.

import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqsOutbox } from '../../../lambdas/aws/sqs-outbox.ts';
import { push } from '../../../lambdas/push.ts';
import { waits } from '../../../shared/push/deliver.ts';
import type { Emulator } from '../../emulator.ts';
import { startEmulator } from '../../emulator.ts';
import { testGround } from '../../ground.ts';
import { startFakeEndpoint } from './fake-endpoint.ts';

let emulator: Emulator;
let client: SQSClient;
beforeAll(async () => {
  emulator = await startEmulator();
  // Buckets and queues of the emulator share a door.
  client = new SQSClient(emulator.objects);
});
afterAll(() => emulator.stop());

async function makeQueue(name: string): Promise<string> {
  return (await client.send(new CreateQueueCommand({ QueueName: name, Attributes: { VisibilityTimeout: '1' } })))
    .QueueUrl!;
}

async function receive(queue: string): Promise<readonly { readonly body: string; readonly receipt: string }[]> {
  const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10 }));
  return Messages.map(({ Body, ReceiptHandle }) => ({ body: Body!, receipt: ReceiptHandle! }));
}

describe('the outbox in SQS', () => {
  it('takes any number of messages', async () => {
    const queue = await makeQueue('many');
    const sent = Array.from({ length: 23 }, (_, place) => `message ${place} über alles`);
    await sqsOutbox(queue, async () => client).send(sent);
    const received = [...(await receive(queue)), ...(await receive(queue)), ...(await receive(queue))].map(
      ({ body }) => body,
    );
    expect(received.toSorted()).toEqual(sent.toSorted());
  });

  it('hides a message that could not be delivered for longer than the queue does', async () => {
    const queue = await makeQueue('deferred');
    const outbox = sqsOutbox(queue, async () => client);
    using desk = testGround();
    await outbox.send([
      JSON.stringify({
        kind: 'ping',
        hub: 'https://hub.example.org/',
        topics: ['https://wire.example.org/feeds/all.rss'],
      }),
    ]);
    const [message] = await receive(queue);
    const Records = [
      {
        messageId: '1',
        receiptHandle: message!.receipt,
        body: message!.body,
        attributes: { ApproximateReceiveCount: '1' },
      },
    ];
    const { batchItemFailures } = await push({ ...desk.ground, outbox }, { Records }, async () => 503);
    expect(batchItemFailures).toEqual([{ itemIdentifier: '1' }]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(waits[0]).toBeGreaterThan(1.5);
    expect(await receive(queue)).toEqual([]);
  });

  it('that refuses a message says so', async () => {
    const endpoint = await startFakeEndpoint(() => ({
      status: 200,
      body: JSON.stringify({ Successful: [], Failed: [{ Id: '0', Code: 'InternalError', SenderFault: false }] }),
    }));
    try {
      await expect(
        sqsOutbox('http://127.0.0.1/1/queue', async () => new SQSClient(endpoint.reach)).send(['a']),
      ).rejects.toThrow('The outbox did not take a message: InternalError.');
    } finally {
      endpoint.close();
    }
  });
});

describe('a batch of which one message is no job', () => {
  it('is delivered but for that one', async () => {
    using desk = testGround();
    const called: string[] = [];
    const job = JSON.stringify({
      kind: 'ping',
      hub: 'https://hub.example.org/',
      topics: ['https://wire.example.org/feeds/all.rss'],
    });
    const Records = ['nonsense', job, '{"kind":"letter"}'].map((body, place) => ({ messageId: String(place), body }));
    const answer = await push(desk.ground, { Records }, async (address) => (called.push(address), 204));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '0' }, { itemIdentifier: '2' }] });
    expect(called).toEqual(['https://hub.example.org/']);
  });
});
