// The counter: an HTTP API in front of serve, with an access log and a limit on requests.

import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import type { CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { editsKey, usagePartition } from '../../shared/store/keys.ts';
import { acknowledge } from './acknowledge.ts';
import { allow } from './grants.ts';
import { runtimeEnvironment } from './runtime-environment.ts';
import { ServiceFunction } from './service-function.ts';
import type { DeploySettings } from './settings.ts';

export class Delivery extends Stack {
  /** Where partners reach the service, without a slash at the end. */
  readonly publicUrl: string;
  readonly api: HttpApi;
  readonly serve: ServiceFunction;

  constructor(scope: Construct, id: string, settings: DeploySettings, props: StackProps) {
    super(scope, id, props);
    const api = new HttpApi(this, 'Api', {
      description: `Copytaster ${settings.stage}: feeds and stories`,
      createDefaultStage: true,
    });
    this.api = api;
    this.publicUrl =
      settings.publicUrl ?? (settings.domain === undefined ? api.apiEndpoint : `https://${settings.domain}`);
    limit(this, api, settings);
    const serve = new ServiceFunction(this, 'Serve', {
      settings,
      handler: 'serve',
      timeout: Duration.seconds(10),
      environment: runtimeEnvironment(this, settings, this.publicUrl),
    });
    this.serve = serve;
    allow(serve, settings)
      .readTable()
      // What partners pulled, and what desks correct by hand; everything else is written by those who read uploads.
      .putItems([usagePartition('*'), editsKey('*').pk])
      .readObjects('feeds', '*')
      .readObjects('media', '*')
      .readObjects('inbox', '*')
      .readVersions('inbox', '*')
      .writeObjects('inbox', '*');
    const integration = new HttpLambdaIntegration('Serve', serve);
    const authorizer = new HttpNoneAuthorizer();
    for (const method of [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.PATCH]) {
      for (const route of api.addRoutes({ path: '/{proxy+}', methods: [method], integration, authorizer }))
        acknowledge(route, 'AwsSolutions-APIG4', openDoor);
    }
    for (const route of api.addRoutes({
      path: '/',
      methods: [HttpMethod.GET, HttpMethod.HEAD],
      integration,
      authorizer,
    }))
      acknowledge(route, 'AwsSolutions-APIG4', openDoor);
    new CfnOutput(this, 'ApiUrl', { value: api.apiEndpoint });
  }
}

const openDoor =
  'Partners are admitted by their key inside the function: readers send it as Bearer, Basic or in the address, which no authorizer of API Gateway covers.';

function limit(stack: Stack, api: HttpApi, { logDays, requestsPerSecond }: DeploySettings): void {
  const log = new LogGroup(stack, 'AccessLog', { retention: logDays, removalPolicy: RemovalPolicy.DESTROY });
  const stage = api.defaultStage!.node.defaultChild as CfnStage;
  stage.accessLogSettings = {
    destinationArn: log.logGroupArn,
    // Never the query: a partner's key may stand in it.
    format: JSON.stringify({
      at: '$context.requestTime',
      ip: '$context.identity.sourceIp',
      method: '$context.httpMethod',
      path: '$context.path',
      status: '$context.status',
      bytes: '$context.responseLength',
      ms: '$context.responseLatency',
      id: '$context.requestId',
    }),
  };
  stage.defaultRouteSettings = { throttlingRateLimit: requestsPerSecond, throttlingBurstLimit: requestsPerSecond * 2 };
}
