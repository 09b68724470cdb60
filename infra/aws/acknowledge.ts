// An exception from the checks, written next to what it excuses.

import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** `rule` as the check reports it: `AwsSolutions-IAM5[Resource::*]`. */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: rule, reason });
}
