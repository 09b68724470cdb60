// What a deployment may have besides: a name of its own behind CloudFront, intake by SFTP, several stages in one account.

import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import cdk from '../../../cdk.json' with { type: 'json' };
import type { Stage } from '../../../infra/aws/stage.ts';
import { makeStage } from '../../../infra/aws/stage.ts';

function make(copytaster: Record<string, unknown>): Stage {
  const app = new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [], copytaster } });
  return makeStage(app, { account: '123456789012', region: 'eu-west-1' });
}

const key = `ssh-ed25519 ${'A'.repeat(68)}`;
const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/abcd-1234';
const everything = {
  domain: 'wire.example.org',
  certificateArn,
  webAclArn: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/wire/abcd-1234',
  sftpDesks: { newsflash: [key], 'north-desk': [key] },
  alarmAddress: 'night@example.org',
  refusalAddresses: { '*': 'wire@example.org' },
  deskQuietHours: { newsflash: 2 },
  monthlyBudget: 100,
};

type Resource = { readonly Type: string; readonly Properties: Record<string, unknown> };
const resourcesOf = (stage: Stage): readonly Resource[] =>
  Object.values(stage).flatMap((stack) =>
    Object.values(Template.fromStack(stack as Stage['storage']).toJSON()['Resources'] as Record<string, Resource>),
  );

describe('a domain', () => {
  const stage = make(everything);
  const edge = Template.fromStack(stage.edge!);

  it('is answered by CloudFront with its certificate, over TLS alone', () => {
    edge.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        Aliases: ['wire.example.org'],
        WebACLId: everything.webAclArn,
        ViewerCertificate: Match.objectLike({
          AcmCertificateArn: certificateArn,
          MinimumProtocolVersion: 'TLSv1.2_2021',
        }),
        DefaultCacheBehavior: Match.objectLike({ ViewerProtocolPolicy: 'redirect-to-https' }),
      }),
    });
  });

  it('keeps an answer only for as long as the counter says, told apart by what the counter tells apart', () => {
    edge.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: Match.objectLike({
        MinTTL: 0,
        DefaultTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: Match.objectLike({
          QueryStringsConfig: {
            QueryStringBehavior: 'whitelist',
            QueryStrings: ['day', 'since', 'limit', 'key', 'diff', 'cursor'],
          },
          CookiesConfig: { CookieBehavior: 'none' },
        }),
      }),
    });
  });

  it('writes no log, since CloudFront’s hold queries, where keys could stand', () => {
    expect(JSON.stringify(edge.findResources('AWS::CloudFront::Distribution'))).not.toContain('Logging');
  });

  it('is the address that feeds name', () => {
    Template.fromStack(stage.pipeline).hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          SETTINGS: Match.serializedJson(
            Match.objectLike({ site: Match.objectLike({ publicUrl: 'https://wire.example.org' }) }),
          ),
        }),
      },
    });
  });

  it('brings no stack where none is given', () => {
    expect(make({})).not.toHaveProperty('edge');
    expect(make({})).not.toHaveProperty('sftp');
  });
});

describe('a desk that uploads by SFTP', () => {
  const sftp = Template.fromStack(make(everything).sftp!);

  it('comes in by its key and sees its own folder as the root', () => {
    sftp.hasResourceProperties('AWS::Transfer::Server', {
      Protocols: ['SFTP'],
      IdentityProviderType: 'SERVICE_MANAGED',
    });
    sftp.hasResourceProperties('AWS::Transfer::User', {
      UserName: 'newsflash',
      SshPublicKeys: [key],
      HomeDirectoryType: 'LOGICAL',
      HomeDirectoryMappings: [
        { Entry: '/', Target: { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('/newsflash$')])] } },
      ],
    });
  });

  it('may do nothing outside it', () => {
    const roles = Object.values(sftp.findResources('AWS::IAM::Role')) as Resource[];
    expect(roles).toHaveLength(2);
    for (const role of roles) {
      const text = JSON.stringify(role.Properties['Policies']);
      expect(text).toMatch(/"s3:prefix":\["(newsflash|north-desk)\/\*","\1"\]/);
      expect(
        [...text.matchAll(/s3:\w+/g)]
          .map(([action]) => action)
          .filter((action) => action !== 's3:prefix')
          .toSorted(),
      ).toEqual(['s3:GetObject', 's3:ListBucket', 's3:PutObject']);
    }
  });
});

describe('a whole stage with everything on', () => {
  const all = resourcesOf(make(everything));

  it('grants nothing by a star action, and nothing to everybody but to refuse what comes without TLS', () => {
    for (const { Properties } of all) {
      const documents = [
        Properties['PolicyDocument'],
        ...((Properties['Policies'] as readonly { PolicyDocument: unknown }[] | undefined) ?? []).map(
          ({ PolicyDocument }) => PolicyDocument,
        ),
      ].filter((document) => document !== undefined);
      for (const { Statement } of documents as unknown as readonly {
        Statement: readonly { Effect: string; Action: string | readonly string[]; Principal?: unknown }[];
      }[]) {
        for (const { Effect, Action, Principal } of Statement) {
          if (Effect !== 'Allow') continue;
          expect([Action].flat().filter((action) => action === '*' || /^\w+:\*$/.test(action))).toEqual([]);
          expect(JSON.stringify(Principal ?? '')).not.toMatch(/^"\*"|"AWS":"\*"/);
        }
      }
    }
  });

  it('names everything after its stage, so that two stand side by side in one account', () => {
    const named = (copytaster: Record<string, unknown>): readonly string[] =>
      resourcesOf(make(copytaster))
        .flatMap(({ Properties = {} }) =>
          [
            'BucketName',
            'TableName',
            'AlarmName',
            'DashboardName',
            'FunctionName',
            'QueueName',
            'TopicName',
            'LogGroupName',
          ]
            .map((name) => Properties[name])
            .filter((name) => name !== undefined),
        )
        .map((name) => JSON.stringify(name))
        .filter((name) => !/^\{"(?:Ref|Fn::GetAtt)"/.test(name));
    const [blue, green] = [named({ stage: 'blue' }), named({ stage: 'green' })];
    expect(blue.length).toBeGreaterThan(10);
    expect(blue.filter((name) => green.includes(name))).toEqual([]);
    expect(Object.values(make({ stage: 'blue' })).map((stack) => (stack as Stage['storage']).stackName)).not.toContain(
      make({ stage: 'green' }).storage.stackName,
    );
  });
});

describe('knobs that need one another', () => {
  it.each([
    [
      { domain: 'wire.example.org' },
      'The setting copytaster:certificateArn is missing: copytaster:domain needs a certificate.',
    ],
    [{ certificateArn }, 'The setting copytaster:domain is missing: copytaster:certificateArn is for a domain.'],
    [
      { domain: 'wire.example.org', certificateArn: certificateArn.replace('us-east-1', 'eu-west-1') },
      'The setting copytaster:certificateArn must be the ARN of a certificate in us-east-1, where CloudFront looks for it.',
    ],
    [
      { domain: 'https://wire.example.org', certificateArn },
      'The setting copytaster:domain must be a domain name in lower case.',
    ],
    [
      {
        domain: 'wire.example.org',
        certificateArn,
        webAclArn: 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/wire/a',
      },
      'The setting copytaster:webAclArn must be the ARN of a web ACL of scope CLOUDFRONT.',
    ],
    [{ sftpDesks: { newsflash: ['a password'] } }, /^The setting copytaster:sftpDesks\S* must be SSH public keys\.$/],
    [{ sftpDesks: { newsflash: [] } }, /must have a key for each desk\.$/],
  ])('%j: one sentence says so', (copytaster, message) => {
    expect(() => make(copytaster)).toThrow(message);
  });
});

describe('docs/deploy.md', () => {
  it('has a row for every knob, and no other', () => {
    const source = readFileSync('infra/aws/settings.ts', 'utf8');
    const type = /export type DeploySettings = \{([^]*?)\n\};/.exec(source)![1]!;
    const knobs = [...type.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name!);
    const rows = [...readFileSync('docs/deploy.md', 'utf8').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!);
    expect(knobs.length).toBeGreaterThan(20);
    expect(rows.toSorted()).toEqual(knobs.toSorted());
  });
});
