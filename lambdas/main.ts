// The AWS entries. Each handler gets the ground on its first call; what it does lies one file further.

import { sqsDeadUploads } from './aws/dead-uploads.ts';
import { awsGround } from './aws/ground.ts';
import { refusalsTopic } from './aws/refusals.ts';
import { signedObjects } from './aws/signed-objects.ts';
import { sqsOutbox } from './aws/sqs-outbox.ts';
import type { BatchResponse, HttpResult } from './events.ts';
import { ingest as ingestUploads } from './ingest.ts';
import { publish as publishChanges } from './publish.ts';
import { push as pushMessages } from './push.ts';
import { release as releaseEmbargoes } from './release.ts';
import type { ReplayReport } from '../shared/replay.ts';
import type { Context } from './replay.ts';
import { replay as replayStories } from './replay.ts';
import { renditions as makeRenditions } from './renditions.ts';
import { serve as serveRequest } from './serve.ts';

/** SQS messages that hold S3 notifications. */
export async function ingest(event: unknown): Promise<BatchResponse> {
  return ingestUploads(awsGround({ makeNotices: refusalsTopic }), event);
}

/** The table's stream. */
export async function publish(event: unknown): Promise<BatchResponse> {
  return publishChanges(awsGround({ makeOutbox: sqsOutbox }), event);
}

/** SQS messages of the outbox. */
export async function push(event: unknown): Promise<BatchResponse> {
  return pushMessages(awsGround({ makeOutbox: sqsOutbox }), event);
}

/** Every minute. */
export async function release(_event?: unknown, context?: Context): Promise<void> {
  return releaseEmbargoes(awsGround({ makeDeadUploads: sqsDeadUploads }), context);
}

/** Invoked by hand: `{"prefix":"newsflash/","dryRun":true}`. */
export async function replay(event: unknown, context: Context): Promise<ReplayReport> {
  return replayStories(awsGround(), event, context);
}

/** SQS messages that hold S3 notifications of the media bucket. */
export async function renditions(event: unknown): Promise<BatchResponse> {
  return makeRenditions(awsGround(), event);
}

/** An HTTP API, payload format 2.0. */
export async function serve(event: unknown): Promise<HttpResult> {
  return serveRequest(awsGround({ makeMedia: signedObjects }), event);
}
