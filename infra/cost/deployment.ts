// What a stage has and is billed for whether copy comes or not, counted in its own templates.

import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import cdk from '../../cdk.json' with { type: 'json' };
import { metricRules } from '../../lambdas/aws/metrics.rules.ts';
import { makeStage } from '../aws/stage.ts';

export type Deployment = {
  /** MB, by the name of the handler. */
  readonly memory: ReadonlyMap<string, number>;
  /** Queues that Lambda asks for messages all day. */
  readonly polledQueues: number;
  readonly metricsUnderAlarm: number;
  /** Each name with each of its dimensions is one to pay for. */
  readonly ownMetrics: number;
  readonly dashboards: number;
};

type Properties = Readonly<Record<string, unknown>>;

/** The stage as cdk.json describes it. Throws one sentence that names the setting when one is wrong. */
export function readDeployment(): Deployment {
  const app = new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] } });
  const stacks = Object.values(makeStage(app, { account: '123456789012', region: 'us-east-1' })).filter(
    (part) => part instanceof Stack,
  );
  const templates = stacks.map((stack) => Template.fromStack(stack));
  const find = (type: string): readonly Properties[] =>
    templates.flatMap((template) =>
      Object.values(template.findResources(type)).map((resource) => (resource['Properties'] ?? {}) as Properties),
    );
  return {
    memory: new Map(
      find('AWS::Lambda::Function').map(({ Handler, MemorySize }) => [
        String(Handler).replace(/^index\./, ''),
        Number(MemorySize),
      ]),
    ),
    polledQueues: find('AWS::Lambda::EventSourceMapping').filter((source) => source['StartingPosition'] === undefined)
      .length,
    metricsUnderAlarm: find('AWS::CloudWatch::Alarm').reduce((sum, alarm) => sum + metricsOf(alarm), 0),
    ownMetrics: namesOf([...metricRules.keys()]) + formats * namesOf(outcomes),
    dashboards: find('AWS::CloudWatch::Dashboard').length,
  };
}

/** What becomes of an upload is counted by format as well (lambdas/aws/metrics.ts); the desks of a house send some four. */
const outcomes = ['stored', 'unchanged', 'superseded', 'rejected'];
const formats = 4;

function namesOf(events: readonly string[]): number {
  return new Set(events.flatMap((event) => metricRules.get(event) ?? []).map(({ name }) => name)).size;
}

/** An alarm over an expression is billed for each metric in it; what is expected of a metric counts for two more, its upper and its lower bound. */
function metricsOf({ Metrics }: Properties): number {
  if (!Array.isArray(Metrics)) return 1;
  const given = Metrics.filter((metric) => (metric as Properties)['MetricStat'] !== undefined).length;
  return Metrics.some((metric) => String((metric as Properties)['Expression']).startsWith('ANOMALY_DETECTION_BAND'))
    ? given + 2
    : given;
}
