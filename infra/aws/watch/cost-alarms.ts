// Does it cost more than it should? A loop, or partners that poll without end, is seen within hours in the time that functions work; a bill shows it days later.

import { Duration } from 'aws-cdk-lib';
import type { AlarmPlan } from './alarm.ts';
import { sumOfFunctions } from './measures.ts';
import type { Watched } from './watched.ts';

export function costAlarms(watched: Watched): readonly AlarmPlan[] {
  const period = Duration.hours(1);
  return [
    {
      article: 'cost-anomaly',
      severity: 'ticket',
      says: 'Functions have worked far more for three hours than they commonly do at this hour of the week: the bill will show it, since everything else that costs follows their work.',
      metric: sumOfFunctions(watched, 'milliseconds of work', 60, (fn) =>
        fn.metricDuration({ period, statistic: 'Sum' }),
      ),
      when: 'unusually high',
      threshold: 4,
      periods: 3,
      silence: {
        means: 'well',
        because: 'functions that do nothing cost nothing, and in the first days of a stage nothing is common yet.',
      },
    },
  ];
}
