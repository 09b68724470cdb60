// The outbox in SQS: messages go in by tens; one that could not be delivered is hidden for as long as it is to wait.

import type { Outbox } from '../../shared/ports.ts';
import { makeQueuesClient } from './clients.ts';

/** A batch of SQS holds ten. */
const atOnce = 10;

/** Errors of SQS are thrown as they come. */
export function sqsOutbox(queueUrl: string, makeClient = makeQueuesClient): Outbox {
  let client: ReturnType<typeof makeQueuesClient> | undefined;
  const open = async () => ({ sqs: await import('./queues.ts'), client: await (client ??= makeClient()) });
  return {
    async send(messages) {
      const { sqs, client } = await open();
      for (let from = 0; from < messages.length; from += atOnce) {
        const Entries = messages
          .slice(from, from + atOnce)
          .map((MessageBody, place) => ({ Id: String(place), MessageBody }));
        const { Failed: [failed] = [] } = await client.send(
          new sqs.SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }),
        );
        if (failed) throw new Error(`The outbox did not take a message: ${failed.Code}.`);
      }
    },
    async defer(receipt, seconds) {
      const { sqs, client } = await open();
      await client.send(
        new sqs.ChangeMessageVisibilityCommand({
          QueueUrl: queueUrl,
          ReceiptHandle: receipt,
          VisibilityTimeout: seconds,
        }),
      );
    },
  };
}
