// Names of what is kept, the same in every stack of a stage: stacks then depend on names and not on each other's insides,
// and a desk can be told its bucket before anything is deployed.

import { Aws } from 'aws-cdk-lib';
import type { DeploySettings } from './settings.ts';

export type StoreName = 'inbox' | 'feeds' | 'media' | 'access-logs';

/** Bucket names are unique in the world, so account and region are part of them. */
export function bucketName({ stage }: DeploySettings, store: StoreName): string {
  return `copytaster-${stage.toLowerCase()}-${store}-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
}

export function bucketArn(settings: DeploySettings, store: StoreName): string {
  return `arn:${Aws.PARTITION}:s3:::${bucketName(settings, store)}`;
}

export function tableName({ stage }: DeploySettings): string {
  return `copytaster-${stage.toLowerCase()}`;
}

export function tableArn(settings: DeploySettings): string {
  return `arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/${tableName(settings)}`;
}

/** An ARN as the checks print it in their findings: `arn:<AWS::Partition>:s3:::…`. */
export function printed(arn: string): string {
  return arn
    .replaceAll(Aws.PARTITION, '<AWS::Partition>')
    .replaceAll(Aws.ACCOUNT_ID, '<AWS::AccountId>')
    .replaceAll(Aws.REGION, '<AWS::Region>');
}
