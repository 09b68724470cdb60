// Do stories have their pictures? Originals whose web renditions could not be made; partners get the original meanwhile.

import { Duration } from 'aws-cdk-lib';
import type { AlarmPlan } from './alarm.ts';
import { ownMetric, sumOf } from './measures.ts';
import type { Watched } from './watched.ts';

export function pictureAlarms({ settings, storage, pipeline }: Watched): readonly AlarmPlan[] {
  return [
    {
      article: 'dead-pictures',
      severity: 'ticket',
      says: 'Web renditions of a picture could not be made in three attempts; the original stands in for them.',
      metric: storage.deadPictures.metricApproximateNumberOfMessagesVisible({
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
      article: 'renditions-errors',
      severity: 'ticket',
      says: 'Web renditions fail again and again; the originals stand in for them.',
      // Out of memory or time fails the function itself; everything else is handed back to the queue.
      metric: sumOf('failures', 5, {
        errors: pipeline.renditions.metricErrors({ period: Duration.minutes(5) }),
        failures: ownMetric(settings, 'RenditionsFailures', { minutes: 5 }),
      }),
      when: '>=',
      threshold: 3,
      periods: 3,
      breaching: 2,
      silence: { means: 'well', because: 'failures are only reported when there are some.' },
    },
  ];
}
