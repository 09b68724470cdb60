// One of our functions: a handler of lambdas/main.ts bundled with the AWS SDK, a role of its own that may write its own log and nothing else.

import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { fileURLToPath } from 'node:url';
import { acknowledge } from './acknowledge.ts';
import type { DeploySettings } from './settings.ts';

export type ServiceFunctionProps = {
  readonly settings: DeploySettings;
  /** A name exported by lambdas/main.ts. */
  readonly handler: 'ingest' | 'publish' | 'release' | 'serve';
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  /** At most so many copies at once. Default: as many as the account allows. */
  readonly concurrency?: number;
};

export class ServiceFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, { settings, handler, timeout, environment, concurrency }: ServiceFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Log`, { retention: settings.logDays, removalPolicy: RemovalPolicy.DESTROY });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }));
    super(scope, id, {
      entry: fileURLToPath(new URL('../../lambdas/main.ts', import.meta.url)),
      depsLockFilePath: fileURLToPath(new URL('../../package-lock.json', import.meta.url)),
      handler,
      runtime: Runtime.NODEJS_24_X,
      architecture: settings.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      memorySize: settings.memory,
      timeout,
      environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
      role,
      logGroup,
      ...(concurrency !== undefined && { reservedConcurrentExecutions: concurrency }),
      bundling: { bundleAwsSDK: true, minify: true, sourceMap: true, sourcesContent: false, format: OutputFormat.CJS, mainFields: ['module', 'main'], target: 'node24' },
    });
    // The log group's own ARN ends in ":*", which stands for the streams in it.
    acknowledge(role, `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(logGroup.node.defaultChild as never)}.Arn>:*]`, 'A function writes streams of its own log group.');
  }
}
