// Permissions, action by action: a function may do what is written here and nothing else.

import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { acknowledge } from './acknowledge.ts';
import { bucketArn, printed, tableArn } from './names.ts';
import type { StoreName } from './names.ts';
import type { ServiceFunction } from './service-function.ts';
import type { DeploySettings } from './settings.ts';

export type Grants = {
  readTable(): Grants;
  writeTable(): Grants;
  /** Only items of these partitions, as patterns: `usage#*`. */
  putItems(partitions: readonly string[]): Grants;
  /** `keys` is a pattern such as `overflow/*`. */
  readObjects(store: StoreName, keys: string): Grants;
  readVersions(store: StoreName, keys: string): Grants;
  writeObjects(store: StoreName, keys: string): Grants;
  deleteObjects(store: StoreName, keys: string): Grants;
};

type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Collects permissions for one function; each call adds one statement. */
export function allow(fn: ServiceFunction, settings: DeploySettings): Grants {
  const grant = (actions: readonly string[], resources: readonly string[], conditions?: Conditions): Grants => {
    fn.addToRolePolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources], ...(conditions && { conditions }) }),
    );
    return grants;
  };
  const onObjects = (action: string, store: StoreName, keys: string): Grants => {
    const resource = `${bucketArn(settings, store)}/${keys}`;
    acknowledge(
      fn.role!,
      `AwsSolutions-IAM5[Resource::${printed(resource)}]`,
      'Object keys are not known beforehand; bucket and prefix are.',
    );
    return grant([action], [resource]);
  };
  const grants: Grants = {
    readTable() {
      const index = `${tableArn(settings)}/index/*`;
      acknowledge(
        fn.role!,
        `AwsSolutions-IAM5[Resource::${printed(index)}]`,
        'The table has one index, and every function reads by it.',
      );
      return grant(['dynamodb:GetItem', 'dynamodb:Query'], [tableArn(settings), index]);
    },
    writeTable: () => grant(['dynamodb:PutItem', 'dynamodb:DeleteItem'], [tableArn(settings)]),
    putItems: (partitions) =>
      grant(['dynamodb:PutItem'], [tableArn(settings)], {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
      }),
    readObjects(store, keys) {
      // Without the right to list, a missing object looks forbidden instead of missing.
      grant(['s3:ListBucket'], [bucketArn(settings, store)]);
      return onObjects('s3:GetObject', store, keys);
    },
    readVersions: (store, keys) => onObjects('s3:GetObjectVersion', store, keys),
    writeObjects: (store, keys) => onObjects('s3:PutObject', store, keys),
    deleteObjects: (store, keys) => onObjects('s3:DeleteObject', store, keys),
  };
  return grants;
}
