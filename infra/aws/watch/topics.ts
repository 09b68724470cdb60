// Where alarms go: one topic for what wakes somebody and one for what can wait, encrypted, reached by TLS alone.

import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { DeploySettings } from '../settings.ts';

/** `page` wakes somebody at night; a `ticket` waits until the morning. */
export type Severity = 'page' | 'ticket';

export type Topics = Readonly<Record<Severity, Topic>>;

/** Who speaks on the topics: CloudWatch and AWS Budgets, for this account alone. */
const speakers = ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com'].map((service) => new ServicePrincipal(service));

const sameAccount = { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } };

export function makeTopics(stack: Stack, settings: DeploySettings): Topics {
  // A key of our own: the one AWS manages for SNS lets neither CloudWatch nor Budgets encrypt (SNS Developer Guide, "Enable compatibility between event sources and encrypted topics").
  const key = new Key(stack, 'AlarmKey', {
    description: `Copytaster ${settings.stage}: alarms`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // No condition on the account here: the topics, which alone use the key, have it.
  key.addToResourcePolicy(
    new PolicyStatement({ principals: speakers, actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
  );
  return { page: makeTopic(stack, settings, key, 'page'), ticket: makeTopic(stack, settings, key, 'ticket') };
}

function makeTopic(stack: Stack, settings: DeploySettings, masterKey: Key, severity: Severity): Topic {
  const { stage, alarmAddress } = settings;
  const topic = new Topic(stack, severity === 'page' ? 'Pages' : 'Tickets', {
    displayName: `Copytaster ${stage} ${severity}`,
    masterKey,
    enforceSSL: true,
  });
  // A policy of its own replaces the one that lets the account's alarms in.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: speakers,
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: sameAccount,
    }),
  );
  if (alarmAddress !== undefined) topic.addSubscription(new EmailSubscription(alarmAddress));
  return topic;
}
