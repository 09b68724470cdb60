// The dead letters of a stage in SQS. Queues are found by the stage's name; where a letter goes back to, by the redrive policy that sent it here.

import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { DeadLetter, DeadLetterQueue, DeadLetters } from '../../shared/dead-letters.ts';
import { idInStage, queueNameOf } from './stage-resources.ts';

export function sqsDeadLetters(client: SQSClient, stage: string): DeadLetters {
  return {
    async *list(wanted) {
      for (const { name, url, attempts } of await queuesOf(client, stage, wanted)) {
        const seen: Message[] = [];
        try {
          for await (const message of everyMessage(client, url)) {
            seen.push(message);
            yield letterOf(name, message, attempts);
          }
        } finally {
          // Whoever looks next is to see them at once.
          for (const { ReceiptHandle } of seen)
            await client.send(
              new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout: 0 }),
            );
        }
      }
    },
    async *redrive(wanted) {
      for (const { name, url, source, attempts } of await queuesOf(client, stage, wanted)) {
        if (source === undefined) continue;
        for await (const message of everyMessage(client, url)) {
          await client.send(new SendMessageCommand({ QueueUrl: source, MessageBody: message.Body }));
          await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle }));
          yield letterOf(name, message, attempts);
        }
      }
    },
  };
}

type DeadQueue = {
  readonly name: DeadLetterQueue;
  readonly url: string;
  readonly source?: string;
  readonly attempts?: number;
};

/** CDK calls them `Copytaster-prod-Storage-DeadUploads1A2B3C4D-x1y2z3`. */
async function queuesOf(
  client: SQSClient,
  stage: string,
  wanted: readonly DeadLetterQueue[],
): Promise<readonly DeadQueue[]> {
  const { QueueUrls: urls = [] } = await client.send(
    new ListQueuesCommand({ QueueNamePrefix: `Copytaster-${stage}-` }),
  );
  const known = await Promise.all(urls.map(async (url) => ({ url, ...(await attributesOf(client, url)) })));
  return wanted.map((name) => {
    const dead = known.find(({ url }) => idInStage(queueNameOf(url), stage)?.toLowerCase().startsWith(`dead${name}`));
    if (!dead) throw new Error(`There is no queue of dead ${name} in the stage ${stage}.`);
    const from = known.find(({ policy }) => policy?.deadLetterTargetArn === dead.arn);
    return { name, url: dead.url, ...(from && { source: from.url, attempts: Number(from.policy?.maxReceiveCount) }) };
  });
}

type RedrivePolicy = { readonly deadLetterTargetArn?: string; readonly maxReceiveCount?: number | string };

async function attributesOf(
  client: SQSClient,
  url: string,
): Promise<{ readonly arn?: string; readonly policy?: RedrivePolicy }> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn', 'RedrivePolicy'] }),
  );
  return { arn: Attributes?.['QueueArn'], policy: JSON.parse(Attributes?.['RedrivePolicy'] ?? '{}') as RedrivePolicy };
}

/** Each once: hidden from others for two minutes, and where that was too short, not told again. SQS asks only some of its servers unless it may wait. */
async function* everyMessage(client: SQSClient, url: string): AsyncGenerator<Message> {
  const seen = new Set<string | undefined>();
  for (;;) {
    const page = { MaxNumberOfMessages: 10, VisibilityTimeout: 120, WaitTimeSeconds: 1 };
    const asked = new ReceiveMessageCommand({ QueueUrl: url, ...page, MessageSystemAttributeNames: ['SentTimestamp'] });
    const { Messages = [] } = await client.send(asked);
    const fresh = Messages.filter(({ MessageId }) => !seen.has(MessageId));
    if (fresh.length === 0) return;
    for (const { MessageId } of fresh) seen.add(MessageId);
    yield* fresh;
  }
}

function letterOf(queue: DeadLetterQueue, message: Message, attempts: number | undefined): DeadLetter {
  const { MessageId: id = '', Body: body = '', Attributes } = message;
  const sent = Number(Attributes?.SentTimestamp);
  const since = sent > 0 && { since: new Date(sent).toISOString() };
  return { queue, id, body, ...(attempts !== undefined && { attempts }), ...since };
}
