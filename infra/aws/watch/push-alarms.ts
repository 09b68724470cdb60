// Do hubs and partners hear of changes? Pushes that nobody took, and kills that a partner has not pulled.

import { Duration } from 'aws-cdk-lib';
import type { AlarmPlan } from './alarm.ts';
import { ownMetric } from './measures.ts';
import type { Watched } from './watched.ts';

export function pushAlarms({ settings, pipeline }: Watched): readonly AlarmPlan[] {
  return [
    {
      article: 'dead-pushes',
      severity: 'ticket',
      says: 'A hub or a partner’s webhook did not take a message in sixteen hours; its feeds tell the same.',
      metric: pipeline.deadPushes.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      when: '>',
      threshold: 0,
      periods: 1,
      silence: {
        means: 'well',
        because: 'SQS falls silent about a queue only when it is empty and nobody has touched it for six hours.',
      },
    },
    {
      article: 'kill-not-pulled',
      severity: 'ticket',
      says: 'A story was killed an hour ago and a partner that takes its channel has not asked for it since: it may still show the story.',
      metric: ownMetric(settings, 'KillsNotPulled', { minutes: 5 }),
      when: '>',
      threshold: 0,
      periods: 12,
      breaching: 1,
      silence: {
        means: 'well',
        because: 'it is only counted when a kill was not pulled; the alarm stays for an hour to be seen.',
      },
    },
  ];
}
