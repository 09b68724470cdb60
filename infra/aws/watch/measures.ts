// What is measured: our own metrics out of the log, and sums over AWS's.

import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { metricNamespace, serviceNameOf } from '../../../lambdas/aws/metrics.ts';
import type { ServiceFunction } from '../service-function.ts';
import type { DeploySettings } from '../settings.ts';
import type { Watched } from './watched.ts';

export type Span = {
  readonly minutes: number;
  readonly statistic?: string;
  readonly label?: string;
  readonly desk?: string;
};

/** A metric that lambdas/aws/metrics.rules.ts takes from the log; summed unless said otherwise. */
export function ownMetric(
  { stage }: DeploySettings,
  metricName: string,
  { minutes, statistic = Stats.SUM, label, desk }: Span,
): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { service: serviceNameOf(stage), ...(desk !== undefined && { desk }) },
    period: Duration.minutes(minutes),
    statistic,
    label,
  });
}

/** Functions, queues and tables that have nothing to report report nothing: that counts as 0 beside what others report. */
export function sumOf(label: string, minutes: number, metrics: Readonly<Record<string, IMetric>>): MathExpression {
  const terms = Object.keys(metrics).map((name) => `FILL(${name}, 0)`);
  return new MathExpression({
    expression: `SUM([${terms.join(', ')}])`,
    usingMetrics: { ...metrics },
    period: Duration.minutes(minutes),
    label,
  });
}

/** Replay is left out: it runs one at a time, by hand, and turning a second call away is intended. */
export function sumOfFunctions(
  { pipeline: { ingest, publish, push, release, renditions }, delivery: { serve } }: Watched,
  label: string,
  minutes: number,
  metricOf: (fn: ServiceFunction) => IMetric,
): MathExpression {
  const metrics = Object.entries({ ingest, publish, push, release, renditions, serve }).map(
    ([name, fn]) => [name, metricOf(fn)] as const,
  );
  return sumOf(label, minutes, Object.fromEntries(metrics));
}

/** Periods without data count as 0 at once. Left to treatMissingData alone, CloudWatch looks back past them for older data and sounds hours late. */
export function orNone(label: string, minutes: number, metric: IMetric): MathExpression {
  return new MathExpression({
    expression: 'FILL(given, 0)',
    usingMetrics: { given: metric },
    period: Duration.minutes(minutes),
    label,
  });
}
