// One of our functions: a handler of lambdas/main.ts bundled with the AWS SDK, a role of its own that may write its own log and nothing else.

import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { fileURLToPath } from 'node:url';
import { acknowledge } from './acknowledge.ts';
import { bundling, entryFor } from './bundling.ts';
import type { Handler } from './bundling.ts';
import type { DeploySettings } from './settings.ts';

export type ServiceFunctionProps = {
  readonly settings: DeploySettings;
  readonly handler: Handler;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  /** MB. Default: the stage's. */
  readonly memory?: number;
  /** Files of node_modules shipped beside the bundle, in `filesFolder`. */
  readonly files?: readonly string[];
  readonly filesFolder?: string;
  /** At most so many copies at once. Default: as many as the account allows. */
  readonly concurrency?: number;
};

export class ServiceFunction extends NodejsFunction {
  constructor(
    scope: Construct,
    id: string,
    {
      settings,
      handler,
      timeout,
      environment,
      memory,
      files = [],
      filesFolder = '.',
      concurrency,
    }: ServiceFunctionProps,
  ) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: settings.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    super(scope, id, {
      entry: entryFor(handler),
      depsLockFilePath: fileURLToPath(new URL('../../package-lock.json', import.meta.url)),
      handler,
      runtime: Runtime.NODEJS_24_X,
      architecture: settings.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      memorySize: memory ?? settings.memory,
      timeout,
      environment: { ...environment },
      role,
      logGroup,
      ...(concurrency !== undefined && { reservedConcurrentExecutions: concurrency }),
      bundling: { ...bundling, commandHooks: shipping(files, filesFolder) },
    });
    // The log group's own ARN ends in ":*", which stands for the streams in it.
    acknowledge(
      role,
      `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(logGroup.node.defaultChild as never)}.Arn>:*]`,
      'A function writes streams of its own log group.',
    );
  }
}

function shipping(files: readonly string[], folder: string): ICommandHooks {
  return {
    beforeInstall: () => [],
    beforeBundling: () => [],
    afterBundling: (inputDir, outputDir) =>
      files.length === 0
        ? []
        : [
            `mkdir -p "${outputDir}/${folder}"`,
            ...files.map((file) => `cp "${inputDir}/node_modules/${file}" "${outputDir}/${folder}/"`),
          ],
  };
}
