// The way through: uploads from the queue are ingested, changes of the table are published and pushed, embargoes that have passed are released.

import { Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { Subscription, SubscriptionFilter, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { allow } from './grants.ts';
import { runtimeEnvironment } from './runtime-environment.ts';
import { originalFolder } from '../../shared/pictures/media-keys.ts';
import { mostDeliveries } from '../../shared/push/deliver.ts';
import { wasmFiles } from '../../shared/renditions/codecs.ts';
import { ServiceFunction } from './service-function.ts';
import type { DeploySettings } from './settings.ts';
import { ingestSeconds, renditionSeconds } from './storage.ts';
import type { Storage } from './storage.ts';

export class Pipeline extends Stack {
  readonly ingest: ServiceFunction;
  readonly publish: ServiceFunction;
  readonly release: ServiceFunction;
  readonly renditions: ServiceFunction;
  readonly push: ServiceFunction;
  /** Changes of the table that could not be published. */
  readonly deadChanges: Queue;
  /** Pings and events that hubs and partners did not take. */
  readonly deadPushes: Queue;

  constructor(
    scope: Construct,
    id: string,
    settings: DeploySettings,
    storage: Storage,
    publicUrl: string,
    props: StackProps,
  ) {
    super(scope, id, props);
    const environment = runtimeEnvironment(this, settings, publicUrl);
    this.ingest = defineIngest(this, settings, storage, environment);
    this.deadChanges = makeDeadLetters(this, 'DeadChanges');
    this.deadPushes = makeDeadLetters(this, 'DeadPushes');
    const pushes = makeOutbox(this, this.deadPushes);
    this.publish = definePublish(this, settings, storage, environment, this.deadChanges, pushes);
    this.push = definePush(this, settings, environment, pushes);
    this.release = defineRelease(this, settings, storage, environment);
    this.renditions = defineRenditions(this, settings, storage, environment);
    defineReplay(this, settings, environment);
  }
}

type Environment = Readonly<Record<string, string>>;

/** Queue → ingest. Messages are reported one by one, so that one bad upload does not bring its neighbours again. */
function defineIngest(
  stack: Stack,
  settings: DeploySettings,
  storage: Storage,
  environment: Environment,
): ServiceFunction {
  const refusals = makeRefusals(stack, settings);
  const ingest = new ServiceFunction(stack, 'Ingest', {
    settings,
    handler: 'ingest',
    timeout: Duration.seconds(ingestSeconds),
    environment: { ...environment, REFUSALS_TOPIC: refusals.topicArn },
  });
  ingest.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [refusals.topicArn] }));
  allow(ingest, settings)
    .readTable()
    .writeTable()
    .readObjects('inbox', '*')
    .readVersions('inbox', '*')
    .readObjects('feeds', 'overflow/*')
    .writeObjects('feeds', 'overflow/*')
    .writeObjects('media', `${originalFolder}*`);
  ingest.addEventSource(
    new SqsEventSource(storage.uploads, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 20 }),
  );
  return ingest;
}

/** Refused uploads, told to whoever subscribes; each desk's mail address hears of its own. */
function makeRefusals(stack: Stack, { stage, refusalAddresses }: DeploySettings): Topic {
  const topic = new Topic(stack, 'Refusals', {
    displayName: `Copytaster ${stage} refusals`,
    masterKey: Alias.fromAliasName(stack, 'TopicKey', 'alias/aws/sns'),
    enforceSSL: true,
  });
  for (const [desk, address] of Object.entries(refusalAddresses)) {
    const filterPolicy = desk === '*' ? undefined : { desk: SubscriptionFilter.stringFilter({ allowlist: [desk] }) };
    // Two desks may share an address, and each subscription is a resource of its own.
    new Subscription(stack, `Refusals-${desk}`, {
      topic,
      protocol: SubscriptionProtocol.EMAIL,
      endpoint: address,
      filterPolicy,
    });
  }
  return topic;
}

function makeDeadLetters(stack: Stack, id: string): Queue {
  const queue = new Queue(stack, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acknowledge(queue, 'AwsSolutions-SQS3', 'This is the queue of dead letters itself.');
  return queue;
}

/** Stream → publish. Only heads of stories and entries of channels wake it; what keeps failing is set aside after ten tries or an hour. */
function definePublish(
  stack: Stack,
  settings: DeploySettings,
  storage: Storage,
  environment: Environment,
  deadChanges: Queue,
  pushes: Queue,
): ServiceFunction {
  const publish = new ServiceFunction(stack, 'Publish', {
    settings,
    handler: 'publish',
    timeout: Duration.seconds(120),
    environment: { ...environment, OUTBOX_QUEUE: pushes.queueUrl },
  });
  allow(publish, settings)
    .readTable()
    .writeTable()
    .readObjects('feeds', '*')
    .writeObjects('feeds', '*')
    .deleteObjects('feeds', '*');
  publish.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [pushes.queueArn] }));
  const keys = (partition: object, sort?: object) =>
    FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: [partition] }, ...(sort && { sk: { S: sort } }) } } });
  publish.addEventSource(
    new DynamoEventSource(storage.table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(0),
      parallelizationFactor: 1,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(deadChanges),
      filters: [keys({ prefix: 'story#' }, FilterRule.isEqual('head')), keys({ prefix: 'channel#' })],
    }),
  );
  // CDK lets the role list every stream of the account; the one it reads is enough.
  acknowledge(
    publish.role!,
    'AwsSolutions-IAM5[Resource::*]',
    'dynamodb:ListStreams knows no resources (Service Authorization Reference).',
  );
  return publish;
}

/** What cannot be delivered is hidden for longer each time, by the function itself, and after two thirds of a day set aside. */
function makeOutbox(stack: Stack, deadPushes: Queue): Queue {
  return new Queue(stack, 'Pushes', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(4),
    visibilityTimeout: Duration.seconds(6 * pushSeconds),
    deadLetterQueue: { queue: deadPushes, maxReceiveCount: mostDeliveries },
  });
}

/** Each call ends after ten seconds, and those of a batch are made at once. */
const pushSeconds = 30;

/** Outbox → hubs and webhooks. It mostly waits for others, so it needs little; and it may read what it signs and write that a webhook is gone, nothing else. */
function definePush(stack: Stack, settings: DeploySettings, environment: Environment, pushes: Queue): ServiceFunction {
  const push = new ServiceFunction(stack, 'Push', {
    settings,
    handler: 'push',
    timeout: Duration.seconds(pushSeconds),
    environment: { ...environment, OUTBOX_QUEUE: pushes.queueUrl },
    memory: 256,
  });
  allow(push, settings).readTable().writeTable();
  push.addEventSource(new SqsEventSource(pushes, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 10 }));
  return push;
}

/** It looks at the uploads that were set aside and tells their desks; to take one away is an operator's business. */
function defineRelease(
  stack: Stack,
  settings: DeploySettings,
  storage: Storage,
  environment: Environment,
): ServiceFunction {
  const { deadUploads } = storage;
  const release = new ServiceFunction(stack, 'Release', {
    settings,
    handler: 'release',
    timeout: Duration.seconds(50),
    environment: { ...environment, DEAD_UPLOADS_QUEUE: deadUploads.queueUrl },
    concurrency: 1,
  });
  allow(release, settings).readTable().writeTable().readObjects('feeds', 'overflow/*');
  const looking = ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility'];
  release.addToRolePolicy(new PolicyStatement({ actions: looking, resources: [deadUploads.queueArn] }));
  new Rule(stack, 'EveryMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(release)],
  });
  return release;
}

/** Originals of the media bucket → web renditions. Opening a picture of 100 megapixels takes memory, which also brings the processor. */
function defineRenditions(
  stack: Stack,
  settings: DeploySettings,
  storage: Storage,
  environment: Environment,
): ServiceFunction {
  const renditions = new ServiceFunction(stack, 'Renditions', {
    settings,
    handler: 'renditions',
    timeout: Duration.seconds(renditionSeconds),
    environment,
    memory: 3008,
    files: Object.values(wasmFiles),
    filesFolder: 'wasm',
  });
  allow(renditions, settings).readObjects('media', `${originalFolder}*`).writeObjects('media', 'web/*');
  renditions.addEventSource(
    new SqsEventSource(storage.pictures, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: 5 }),
  );
  return renditions;
}

/** Invoked by hand, one at a time: it goes through receive as ingest does. */
function defineReplay(stack: Stack, settings: DeploySettings, environment: Environment): void {
  const replay = new ServiceFunction(stack, 'Replay', {
    settings,
    handler: 'replay',
    timeout: Duration.minutes(15),
    environment,
    concurrency: 1,
  });
  allow(replay, settings)
    .readTable()
    .writeTable()
    .readObjects('inbox', '*')
    .readVersions('inbox', '*')
    .readObjects('feeds', 'overflow/*')
    .writeObjects('feeds', 'overflow/*')
    .writeObjects('media', `${originalFolder}*`);
}
