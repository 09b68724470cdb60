// What must never be lost: the buckets, the table, and the queue of uploads that wait to be read.

import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { CfnBucket, LifecycleRule } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { mostTries } from '../../shared/dead-letters.ts';
import { tableDefinition } from '../../lambdas/aws/table-definition.ts';
import { originalFolder } from '../../shared/pictures/media-keys.ts';
import { acknowledge } from './acknowledge.ts';
import { bucketName, tableName } from './names.ts';
import type { StoreName } from './names.ts';
import type { DeploySettings } from './settings.ts';

export class Storage extends Stack {
  readonly inbox: Bucket;
  readonly feeds: Bucket;
  readonly media: Bucket;
  readonly table: TableV2;
  readonly uploads: Queue;
  readonly deadUploads: Queue;
  /** Originals that wait for their web renditions. */
  readonly pictures: Queue;
  readonly deadPictures: Queue;

  constructor(scope: Construct, id: string, settings: DeploySettings, props: StackProps) {
    super(scope, id, props);
    const kept = settings.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const logs = makeLogBucket(this, settings, kept);
    const bucket = (id: string, store: StoreName, forgetting: readonly LifecycleRule[] = []): Bucket =>
      new Bucket(this, id, {
        ...safe,
        bucketName: bucketName(settings, store),
        removalPolicy: kept,
        versioned: true,
        lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }, ...forgetting],
        serverAccessLogsBucket: logs,
        serverAccessLogsPrefix: `${store}/`,
      });
    // Uploads and pictures are kept in every version: a replay reads the very bytes that a story was made of.
    this.inbox = bucket('Inbox', 'inbox');
    this.feeds = bucket('Feeds', 'feeds', forgetFeeds);
    this.media = bucket('Media', 'media');
    this.table = makeTable(this, settings, kept);
    this.deadUploads = makeQueue(this, 'DeadUploads', { retentionPeriod: Duration.days(14) });
    this.uploads = makeQueue(this, 'Uploads', {
      retentionPeriod: Duration.days(4),
      // Six times the function's time limit, as AWS advises for SQS event sources.
      visibilityTimeout: Duration.seconds(6 * ingestSeconds),
      deadLetterQueue: { queue: this.deadUploads, maxReceiveCount: mostTries },
    });
    // Settings decide what a removal means; by default nobody is told of it.
    announce(this, this.inbox, this.uploads, {
      events: ['s3:ObjectCreated:*', ...(settings.service['withdrawRemoved'] === true ? ['s3:ObjectRemoved:*'] : [])],
    });
    this.deadPictures = makeQueue(this, 'DeadPictures', { retentionPeriod: Duration.days(14) });
    this.pictures = makeQueue(this, 'Pictures', {
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(6 * renditionSeconds),
      deadLetterQueue: { queue: this.deadPictures, maxReceiveCount: 3 },
    });
    announce(this, this.media, this.pictures, { prefix: originalFolder });
  }
}

/** Time limit of the function that reads uploads. */
export const ingestSeconds = 60;

/** Time limit of the function that makes web renditions. */
export const renditionSeconds = 120;

function makeLogBucket(stack: Stack, settings: DeploySettings, removalPolicy: RemovalPolicy): Bucket {
  const bucket = new Bucket(stack, 'AccessLogs', {
    ...safe,
    bucketName: bucketName(settings, 'access-logs'),
    removalPolicy,
    lifecycleRules: [{ expiration: Duration.days(90) }],
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  });
  acknowledge(
    bucket,
    'AwsSolutions-S1',
    'This is the bucket that takes the access logs of the others; logging its own writes would never end.',
  );
  return bucket;
}

/** Renderings that were replaced can be made again from the table; the text of a long story cannot, and a table restored from a backup may need that of 35 days ago. */
const forgetFeeds: readonly LifecycleRule[] = [
  ...['channels/', 'stories/'].map(
    (prefix): LifecycleRule => ({ prefix, noncurrentVersionExpiration: Duration.days(1) }),
  ),
  { prefix: 'overflow/', noncurrentVersionExpiration: Duration.days(36) },
  { expiredObjectDeleteMarker: true },
];

const safe = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
} as const;

function makeTable(stack: Stack, settings: DeploySettings, removalPolicy: RemovalPolicy): TableV2 {
  const { partitionKey, sortKey, localIndex, timeToLiveAttribute } = tableDefinition;
  const key = ({ name }: { readonly name: string }) => ({ name, type: AttributeType.STRING });
  return new TableV2(stack, 'Table', {
    tableName: tableName(settings),
    partitionKey: key(partitionKey),
    sortKey: key(sortKey),
    localSecondaryIndexes: [
      { indexName: localIndex.name, sortKey: key(localIndex.sortKey), projectionType: ProjectionType.ALL },
    ],
    billing: Billing.onDemand(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: settings.keepData,
    timeToLiveAttribute,
    dynamoStream: StreamViewType.KEYS_ONLY,
    removalPolicy,
  });
}

function makeQueue(stack: Stack, id: string, props: ConstructorParameters<typeof Queue>[2]): Queue {
  const queue = new Queue(stack, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...props });
  if (id.startsWith('Dead')) acknowledge(queue, 'AwsSolutions-SQS3', 'This is the queue of dead letters itself.');
  return queue;
}

/** Set on the bucket itself: CDK's own way would bring a Python function to do the same. */
function announce(
  stack: Stack,
  bucket: Bucket,
  queue: Queue,
  { events = ['s3:ObjectCreated:*'], prefix }: { readonly events?: readonly string[]; readonly prefix?: string },
): void {
  const granted = queue.grantSendMessages(
    new ServicePrincipal('s3.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': stack.account } } }),
  );
  const resource = bucket.node.defaultChild as CfnBucket;
  const filter = prefix !== undefined && { filter: { s3Key: { rules: [{ name: 'prefix', value: prefix }] } } };
  resource.notificationConfiguration = {
    queueConfigurations: events.map((event) => ({ event, queue: queue.queueArn, ...filter })),
  };
  granted.applyBefore(resource);
}
