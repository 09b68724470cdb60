// Facts of the templates that devops rely on. The code of the functions is not bundled here.

import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import cdk from '../../../cdk.json' with { type: 'json' };
import { makeStage } from '../../../infra/aws/stage.ts';

type Resource = {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
};

function synth(context: Record<string, unknown> = {}): {
  readonly storage: Template;
  readonly delivery: Template;
  readonly pipeline: Template;
} {
  const app = new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [], ...context } });
  const { storage, delivery, pipeline } = makeStage(app, { account: '123456789012', region: 'eu-west-1' });
  return {
    storage: Template.fromStack(storage),
    delivery: Template.fromStack(delivery),
    pipeline: Template.fromStack(pipeline),
  };
}

const { storage, delivery, pipeline } = synth();
const all = [storage, delivery, pipeline];
const resources = (type: string): readonly Resource[] =>
  all.flatMap((template) => Object.values(template.findResources(type)) as Resource[]);

describe('what is kept', () => {
  it('outlives its stack: buckets and table', () => {
    const stateful = [...resources('AWS::S3::Bucket'), ...resources('AWS::DynamoDB::GlobalTable')];
    expect(stateful.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(stateful.map(() => 'Retain'));
  });

  it('keeps its logical ids, so that an upgrade never replaces it', () => {
    const ids = ['AWS::S3::Bucket', 'AWS::DynamoDB::GlobalTable', 'AWS::SQS::Queue'].flatMap((type) =>
      Object.keys(storage.findResources(type)),
    );
    expect(ids.toSorted()).toEqual([
      'AccessLogs8B620ECA',
      'DeadPicturesD16C4A79',
      'DeadUploads2A40884B',
      'Feeds6FC8B95A',
      'InboxA8E05DC3',
      'MediaA721A567',
      'Pictures8CDD258B',
      'TableCD117FA1',
      'Uploads4F6EB0FD',
    ]);
  });

  it('is a table on demand with point-in-time recovery, deletion protection, a second order, forgetting, and a stream of keys', () => {
    storage.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      LocalSecondaryIndexes: [
        {
          IndexName: 'by-at',
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'at', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      TimeToLiveSpecification: { AttributeName: 'forgetAt', Enabled: true },
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ],
    });
  });

  it('is in buckets that are closed to the public, encrypted and reached by TLS alone, and versioned but for access logs', () => {
    for (const { Properties } of resources('AWS::S3::Bucket')) {
      expect(Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: { ServerSideEncryptionConfiguration: expect.any(Array) as unknown },
      });
    }
    expect(
      Object.keys(
        storage.findResources('AWS::S3::Bucket', { Properties: { VersioningConfiguration: { Status: 'Enabled' } } }),
      ),
    ).toEqual([expect.stringMatching(/^Inbox/), expect.stringMatching(/^Feeds/), expect.stringMatching(/^Media/)]);
    for (const { Properties } of resources('AWS::S3::BucketPolicy'))
      expect(JSON.stringify(Properties)).toContain('"aws:SecureTransport":"false"');
  });
});

describe('what is forgotten', () => {
  type Rule = {
    readonly Prefix?: string;
    readonly ExpirationInDays?: number;
    readonly NoncurrentVersionExpiration?: { readonly NoncurrentDays: number };
  };
  const rulesOf = (bucket: string): readonly Rule[] => {
    const [found] = Object.entries(storage.findResources('AWS::S3::Bucket')).filter(([id]) => id.startsWith(bucket));
    return (found![1] as { Properties: { LifecycleConfiguration: { Rules: readonly Rule[] } } }).Properties
      .LifecycleConfiguration.Rules;
  };

  it('is no upload and no picture, in no version', () => {
    for (const bucket of ['Inbox', 'Media'])
      expect(rulesOf(bucket)).toEqual([
        { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }, Status: 'Enabled' },
      ]);
  });

  it('of the feeds is only what was replaced; texts of long stories outlast the backups of the table, which go back 35 days', () => {
    const rules = rulesOf('Feeds');
    expect(rules.filter(({ ExpirationInDays }) => ExpirationInDays !== undefined)).toEqual([]);
    const forgotten = new Map(
      rules.flatMap(({ Prefix, NoncurrentVersionExpiration }) =>
        NoncurrentVersionExpiration ? [[Prefix, NoncurrentVersionExpiration.NoncurrentDays] as const] : [],
      ),
    );
    expect([...forgotten.keys()]).toEqual(['channels/', 'stories/', 'overflow/']);
    expect(forgotten.get('overflow/')).toBeGreaterThan(35);
  });
});

describe('an upload', () => {
  it('is announced to the queue, whose dead letters are kept for two weeks', () => {
    storage.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { QueueConfigurations: [Match.objectLike({ Event: 's3:ObjectCreated:*' })] },
    });
    storage.hasResourceProperties('AWS::SQS::Queue', {
      RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }),
      VisibilityTimeout: 360,
    });
    storage.hasResourceProperties('AWS::SQS::Queue', { MessageRetentionPeriod: 14 * 24 * 3600 });
  });

  it('that fails comes again without its neighbours', () => {
    pipeline.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 20 },
    });
  });
});

describe('a change of the table', () => {
  it('wakes the publisher only for heads of stories and entries of channels, and is set aside when it keeps failing', () => {
    const [mapping] = Object.values(
      pipeline.findResources('AWS::Lambda::EventSourceMapping', { Properties: { StartingPosition: 'TRIM_HORIZON' } }),
    ) as Resource[];
    expect(mapping!.Properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      ParallelizationFactor: 1,
      DestinationConfig: { OnFailure: {} },
    });
    const { Filters } = mapping!.Properties['FilterCriteria'] as { Filters: readonly { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern) as unknown)).toEqual([
      { dynamodb: { Keys: { pk: { S: [{ prefix: 'story#' }] }, sk: { S: ['head'] } } } },
      { dynamodb: { Keys: { pk: { S: [{ prefix: 'channel#' }] } } } },
    ]);
  });
});

describe('a push', () => {
  it('waits in a queue of its own, is tried for most of a day, and then set aside', () => {
    const [[deadId], [pushesId, pushes]] = ['DeadPushes', 'Pushes'].map(
      (name) => Object.entries(pipeline.findResources('AWS::SQS::Queue')).find(([id]) => id.startsWith(name))!,
    ) as [[string], [string, Resource]];
    expect(pushes.Properties).toMatchObject({
      RedrivePolicy: { maxReceiveCount: 10, deadLetterTargetArn: { 'Fn::GetAtt': [deadId, 'Arn'] } },
      VisibilityTimeout: 180,
      SqsManagedSseEnabled: true,
    });
    pipeline.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [pushesId, 'Arn'] },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('is put there by the publisher alone, and brought by a function that reaches the table and no bucket', () => {
    const pushesTo = Object.values(pipeline.findResources('AWS::Lambda::Function')).filter(({ Properties }) =>
      JSON.stringify(Properties).includes('OUTBOX_QUEUE'),
    ) as Resource[];
    expect(pushesTo).toHaveLength(2);
    const policies = Object.entries(pipeline.findResources('AWS::IAM::Policy')) as [string, Resource][];
    const actionsOf = (role: string): string =>
      JSON.stringify(policies.find(([id]) => id.startsWith(role))![1].Properties['PolicyDocument']);
    expect(actionsOf('PushRole')).not.toContain('s3:');
    expect(actionsOf('PushRole')).not.toContain('sqs:SendMessage');
    expect(actionsOf('PublishRole')).toContain('sqs:SendMessage');
  });

  it('goes to the hubs of the stage', () => {
    const staged = synth({
      copytaster: {
        publicUrl: 'https://wire.example.org',
        hubs: 'https://hub.example.org/,https://other.example.org/',
      },
    });
    staged.pipeline.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          SETTINGS: Match.serializedJson(
            Match.objectLike({ hubs: ['https://hub.example.org/', 'https://other.example.org/'] }),
          ),
        }),
      },
    });
    expect(() => synth({ copytaster: { hubs: 'http://hub.example.org/' } })).toThrow(
      /copytaster:hubs must be https addresses on the public internet/,
    );
  });
});

describe('every function', () => {
  it('runs on Node 24 and ARM, with a log that ends', () => {
    const functions = resources('AWS::Lambda::Function');
    expect(functions).toHaveLength(7);
    for (const { Properties } of functions)
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogGroup: expect.anything() as unknown },
      });
    for (const { Properties } of resources('AWS::Logs::LogGroup')) expect(Properties['RetentionInDays']).toBe(30);
  });

  it('may do what is listed here, and nothing else', () => {
    const statements = resources('AWS::IAM::Policy').flatMap(
      ({ Properties }) =>
        (
          Properties['PolicyDocument'] as {
            Statement: readonly { Action: string | readonly string[]; Effect: string }[];
          }
        ).Statement,
    );
    const actions = new Set(statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action));
    expect([...actions].toSorted()).toEqual([
      'dynamodb:DeleteItem',
      'dynamodb:DescribeStream',
      'dynamodb:GetItem',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:DeleteObject',
      's3:GetObject',
      's3:GetObjectVersion',
      's3:ListBucket',
      's3:PutObject',
      'sns:Publish',
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:ReceiveMessage',
      'sqs:SendMessage',
    ]);
  });

  it('is handed the settings of its stage', () => {
    const staged = synth({
      copytaster: {
        stage: 'test',
        title: 'Harbour Wire',
        openChannels: ['section/*'],
        publicUrl: 'https://wire.example.org',
      },
    });
    staged.pipeline.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          TABLE: 'copytaster-test',
          SETTINGS: Match.serializedJson(
            Match.objectLike({
              site: { title: 'Harbour Wire', publicUrl: 'https://wire.example.org', language: 'en' },
              openChannels: ['section/*'],
            }),
          ),
        }),
      },
    });
  });
});

describe('the counter', () => {
  it('has an access log without queries, where keys could stand, and a limit', () => {
    const [stage] = Object.values(delivery.findResources('AWS::ApiGatewayV2::Stage')) as Resource[];
    expect(stage!.Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
    });
    expect(JSON.stringify(stage!.Properties['AccessLogSettings'])).not.toMatch(/queryString|authorizer|header/i);
  });
});

describe('a wrong knob', () => {
  it.each([
    [{ stage: 'a b' }, /copytaster:stage must be up to 16 letters, digits and dashes/],
    [{ memory: 'much' }, /copytaster:memory/],
    [{ logDays: 31 }, /copytaster:logDays must be one of CloudWatch’s retentions/],
    [{ publicUrl: 'wire.example.org' }, /copytaster:publicUrl must be an absolute address/],
    [{ timeZone: 'Mars/Olympus' }, /copytaster:timeZone must be an IANA time zone/],
    [{ architecture: 'sparc' }, /copytaster:architecture must be arm64 or x86_64/],
    [{ colour: 'red' }, /copytaster:colour is not known\.$/],
    [{ memory: 64 }, /copytaster:memory must be at least 128\.$/],
    [{ stage: 5 }, /copytaster:stage must be text\.$/],
    [{ keepData: 'perhaps' }, /copytaster:keepData must be true or false\.$/],
    [{ openChannels: [5] }, /copytaster:openChannels must be a list of texts\.$/],
    [{ sftpDesks: '{' }, /copytaster:sftpDesks must be an object, or its JSON\.$/],
    [{ service: { feedItems: 'many' } }, /copytaster:service is wrong: feedItems: must be a number\.$/],
    ['prod', /^The setting copytaster must be an object\.$/],
  ])('%j is refused in one sentence that names it', (copytaster, message) => {
    expect(() => synth({ copytaster })).toThrow(message);
  });

  it('is refused on the line too, also when nobody knows it', () => {
    expect(() => synth({ 'copytaster:logDay': '7' })).toThrow('The setting copytaster:logDay is not known.');
  });
});

describe('a knob on the line', () => {
  it('is text, or JSON where it is an object or a list', () => {
    synth({ 'copytaster:logDays': '7', 'copytaster:keepData': 'false' }).storage.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Delete',
    });
    for (const openChannels of ['all, section/*', '["all","section/*"]']) {
      synth({
        'copytaster:openChannels': openChannels,
        'copytaster:publicUrl': 'https://wire.example.org',
      }).pipeline.hasResourceProperties('AWS::Lambda::Function', {
        Environment: {
          Variables: Match.objectLike({
            SETTINGS: Match.serializedJson(Match.objectLike({ openChannels: ['all', 'section/*'] })),
          }),
        },
      });
    }
  });
});
