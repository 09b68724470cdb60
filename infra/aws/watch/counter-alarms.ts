// Is anyone hurt? What partners see at the counter: errors, and answers that take too long.

import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmPlan } from './alarm.ts';
import type { Watched } from './watched.ts';

export function counterAlarms({ delivery: { api } }: Watched): readonly AlarmPlan[] {
  const period = Duration.minutes(5);
  return [
    {
      article: 'serve-errors',
      severity: 'page',
      says: 'Partners get errors: more than one answer in a hundred is a 5xx, five at least.',
      metric: new MathExpression({
        expression: 'IF(FILL(failed, 0) >= 5, 100 * FILL(failed, 0) / requests, 0)',
        usingMetrics: {
          failed: api.metricServerError({ period, statistic: 'Sum' }),
          requests: api.metricCount({ period, statistic: 'Sum' }),
        },
        period,
        label: 'answers that are 5xx, %',
      }),
      when: '>',
      threshold: 1,
      periods: 2,
      silence: { means: 'well', because: 'where nobody asks nobody is refused; partners poll every minute or so.' },
    },
    {
      article: 'serve-slow',
      severity: 'ticket',
      says: 'One request in a hundred takes more than two seconds.',
      metric: api.metricLatency({ period, statistic: 'p99' }),
      when: '>',
      threshold: 2000,
      periods: 6,
      breaching: 4,
      silence: { means: 'well', because: 'where nobody asks nobody waits.' },
    },
  ];
}
