// Metrics out of the log: what an event counts for, printed as CloudWatch takes it from the log by itself (embedded metric format).
// stored {format: "nitf", tookMs: 480} → StoriesStored 1, IntakeMs 480; StoriesStored also by format

import { Metrics } from '@aws-lambda-powertools/metrics';
import { atFirstNeed } from '../../shared/at-first-need.ts';
import type { Facts } from '../../shared/ports.ts';
import type { MetricRule } from './metrics.rules.ts';
import { metricRules } from './metrics.rules.ts';

/** What the stacks ask CloudWatch for under the same name. */
export const metricNamespace = 'Copytaster';

/** The dimension of every metric, and what log lines call the service: `copytaster-prod`. */
export function serviceNameOf(stage: string): string {
  return `copytaster-${stage}`;
}

/** Counts one event; nothing for an event that counts for nothing. Never throws. */
export type Count = (event: string, facts: Facts) => void;

/** `desks`: those whose stories are also counted by themselves, as each is a metric to pay for. */
export function serviceMetrics(serviceName: string, desks: readonly string[] = []): Count {
  const makeMetrics = atFirstNeed(() => new Metrics({ namespace: metricNamespace, serviceName }));
  return (event, facts) => {
    const values = valuesOf(metricRules.get(event) ?? [], facts);
    if (values.length === 0) return;
    const metrics = makeMetrics();
    for (const [{ name, unit }, value] of values) metrics.addMetric(name, unit, value);
    // Every combination of dimensions is a metric of its own (CloudWatch User Guide, embedded metric format, "DimensionSet"); the empty one is the service as a whole.
    for (const dimensions of [{}, ...finer(facts, desks)]) metrics.addDimensions(dimensions);
    metrics.publishStoredMetrics();
  };
}

/** By format, and by desk for those that are watched. */
function finer(facts: Facts, desks: readonly string[]): readonly Readonly<Record<string, string>>[] {
  const { format, desk } = facts;
  return [
    ...(typeof format === 'string' ? [{ format }] : []),
    ...(typeof desk === 'string' && desks.includes(desk) ? [{ desk }] : []),
  ];
}

/** A value that is no number would make CloudWatch drop the whole line's metrics. */
function valuesOf(rules: readonly MetricRule[], facts: Facts): readonly (readonly [MetricRule, number])[] {
  return rules.flatMap((rule) => {
    const value = rule.fact === undefined ? 1 : facts[rule.fact];
    return typeof value === 'number' && Number.isFinite(value) ? [[rule, value] as const] : [];
  });
}
