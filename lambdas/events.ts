// The few fields we use of each AWS event, checked from unknown. The laptop makes events of the same shapes.

import * as v from 'valibot';
import type { PushJob } from '../shared/push/push-job.ts';

const queueEvent = v.object({
  Records: v.array(
    v.object({
      messageId: v.string(),
      body: v.string(),
      receiptHandle: v.optional(v.string(), ''),
      attributes: v.optional(v.object({ ApproximateReceiveCount: v.optional(v.string(), '1') }), {}),
    }),
  ),
});

/** One SQS message; `body` is an S3 notification or a push job as text. */
export type QueueMessage = v.InferOutput<typeof queueEvent>['Records'][number];

/** Which messages or records the queue or stream shall bring again. */
export type BatchResponse = { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };

const notification = v.object({
  Records: v.array(
    v.object({
      eventName: v.optional(v.string(), 'ObjectCreated:Put'),
      eventTime: v.string(),
      s3: v.object({
        object: v.object({
          key: v.string(),
          size: v.optional(v.number(), 0),
          versionId: v.optional(v.string()),
          sequencer: v.optional(v.string()),
        }),
      }),
    }),
  ),
});

/** One object that was put into a bucket or removed from it (S3 User Guide, event message structure 2.x). */
export type ObjectChange = {
  readonly removed: boolean;
  readonly key: string;
  readonly bytes: number;
  readonly version?: string;
  readonly sequencer?: string;
  /** ISO 8601 with milliseconds, UTC. */
  readonly time: string;
};

const pushJob = v.variant('kind', [
  v.object({ kind: v.literal('ping'), hub: v.string(), topics: v.array(v.string()) }),
  v.object({
    kind: v.literal('event'),
    partner: v.string(),
    id: v.string(),
    uri: v.string(),
    status: v.picklist(['usable', 'withheld', 'canceled']),
    body: v.string(),
  }),
]);

const streamEvent = v.object({
  Records: v.array(
    v.object({
      dynamodb: v.object({
        SequenceNumber: v.string(),
        Keys: v.object({ pk: v.object({ S: v.string() }), sk: v.object({ S: v.string() }) }),
      }),
    }),
  ),
});

/** One changed item of the table. */
export type Change = { readonly sequence: string; readonly key: { readonly pk: string; readonly sk: string } };

const httpEvent = v.object({
  rawPath: v.string(),
  rawQueryString: v.optional(v.string(), ''),
  headers: v.optional(v.record(v.string(), v.optional(v.string())), {}),
  requestContext: v.object({ http: v.object({ method: v.string() }) }),
  body: v.optional(v.string()),
  isBase64Encoded: v.optional(v.boolean(), false),
});

/** An HTTP API request, payload format 2.0. */
export type HttpEvent = v.InferOutput<typeof httpEvent>;

export type HttpResult = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
};

export function readQueueEvent(event: unknown): readonly QueueMessage[] {
  return v.parse(queueEvent, event).Records;
}

/** The objects an S3 notification names; none for the test message S3 sends when notifications are set up. Throws when it is no notification. */
export function readNotification(body: string): readonly ObjectChange[] {
  const message: unknown = JSON.parse(body);
  if (v.is(v.object({ Event: v.literal('s3:TestEvent') }), message)) return [];
  return v.parse(notification, message).Records.map(({ eventName, eventTime, s3: { object } }) => ({
    removed: /^(?:s3:)?ObjectRemoved:/.test(eventName),
    // Keys arrive form-encoded: spaces as plus signs.
    key: decodeURIComponent(object.key.replaceAll('+', ' ')),
    bytes: object.size,
    version: object.versionId,
    sequencer: object.sequencer,
    time: new Date(eventTime).toISOString(),
  }));
}

/** Throws when it is none. */
export function readPushJob(body: string): PushJob {
  return v.parse(pushJob, JSON.parse(body));
}

export function readStreamEvent(event: unknown): readonly Change[] {
  return v.parse(streamEvent, event).Records.map(({ dynamodb: { SequenceNumber, Keys } }) => ({
    sequence: SequenceNumber,
    key: { pk: Keys.pk.S, sk: Keys.sk.S },
  }));
}

export function readHttpEvent(event: unknown): HttpEvent {
  return v.parse(httpEvent, event);
}
