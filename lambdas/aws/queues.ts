// What we use of the client for queues, loaded late like topics.ts.

export { ChangeMessageVisibilityCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
