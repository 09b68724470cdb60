// Metrics out of the log: what is added to an event's line so that CloudWatch counts it (embedded metric format).
// stored → {"_aws":{…"Metrics":[{"Name":"StoriesStored","Unit":"Count"}]…},"stage":"prod","StoriesStored":1}

import type { Facts } from '../../shared/ports.ts';
import type { MetricRule } from './metrics.rules.ts';
import { metricRules } from './metrics.rules.ts';

/** What the stacks ask CloudWatch for under the same name. */
export const metricNamespace = 'Copytaster';

/** Members to add to the line of one event; nothing for an event that counts for nothing. Never throws. */
export type Measure = (event: string, facts: Facts, time: string) => Facts;

/** `desks`: those whose stories are also counted by themselves, as each is a metric to pay for. */
export function embedMetrics(stage: string, desks: readonly string[] = []): Measure {
  return (event, facts, time) => {
    const values = valuesOf(metricRules.get(event) ?? [], facts);
    if (values.length === 0) return {};
    const desk = deskOf(facts);
    const ofDesk = desk !== undefined && desks.includes(desk);
    // Every combination of dimensions is a metric of its own (CloudWatch User Guide, embedded metric format, "DimensionSet").
    const Dimensions = [['stage'], ...(ofDesk ? [['stage', 'desk']] : [])];
    const Metrics = values.map(([{ name, unit }]) => ({ Name: name, Unit: unit }));
    const _aws = { Timestamp: Date.parse(time), CloudWatchMetrics: [{ Namespace: metricNamespace, Dimensions, Metrics }] };
    return { _aws, stage, ...(ofDesk && { desk }), ...Object.fromEntries(values.map(([{ name }, value]) => [name, value])) };
  };
}

/** A value that is no number would make CloudWatch drop the whole line's metrics. */
function valuesOf(rules: readonly MetricRule[], facts: Facts): readonly (readonly [MetricRule, number])[] {
  return rules.flatMap((rule) => {
    const value = rule.fact === undefined ? 1 : facts[rule.fact];
    return typeof value === 'number' && Number.isFinite(value) ? [[rule, value] as const] : [];
  });
}

/** `newsflash/storm.xml` → `newsflash`, as ingest reads keys. */
function deskOf({ upload }: Facts): string | undefined {
  if (typeof upload !== 'string') return undefined;
  const slash = upload.indexOf('/');
  return slash > 0 ? upload.slice(0, slash) : 'inbox';
}
