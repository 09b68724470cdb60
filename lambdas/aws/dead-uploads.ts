// The dead letters of uploads as a function sees them: it looks, and every letter is there again at once.

import type { DeadLetter, Peek } from '../../shared/dead-letters.ts';
import { makeQueuesClient } from './clients.ts';

/** Seconds until a letter comes back by itself, where a function ends while it looks. */
const hiddenSeconds = 60;

/** Errors of SQS are thrown as they come. How many there are is asked before anybody waits for one: mostly there is none. */
export function sqsDeadUploads(queueUrl: string, makeClient = makeQueuesClient): Peek {
  let client: ReturnType<typeof makeQueuesClient> | undefined;
  return async function* () {
    const [sqs, queue] = [await import('./queues.ts'), await (client ??= makeClient())];
    const QueueUrl = queueUrl;
    const counting = new sqs.GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] });
    const { Attributes } = await queue.send(counting);
    if (Number(Attributes?.['ApproximateNumberOfMessages']) === 0) return;
    const seen = new Set<string>();
    const handles: string[] = [];
    try {
      for (;;) {
        const page = { MaxNumberOfMessages: 10, VisibilityTimeout: hiddenSeconds, WaitTimeSeconds: 1 };
        const { Messages: messages = [] } = await queue.send(new sqs.ReceiveMessageCommand({ QueueUrl, ...page }));
        handles.push(...messages.map(({ ReceiptHandle }) => ReceiptHandle!));
        const fresh = messages.filter(({ MessageId }) => !seen.has(MessageId!));
        if (fresh.length === 0) return;
        for (const { MessageId: id = '', Body: body = '' } of fresh) {
          seen.add(id);
          yield { queue: 'uploads', id, body } satisfies DeadLetter;
        }
      }
    } finally {
      for (let from = 0; from < handles.length; from += 10) {
        const some = handles.slice(from, from + 10);
        const Entries = some.map((ReceiptHandle, place) => ({
          Id: String(place),
          ReceiptHandle,
          VisibilityTimeout: 0,
        }));
        await queue.send(new sqs.ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
      }
    }
  };
}
