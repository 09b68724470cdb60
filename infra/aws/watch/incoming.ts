// Is copy coming in? Uploads that wait, fail, are refused, or do not come at all.

import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmPlan } from './alarm.ts';
import { orNone, ownMetric, sumOf } from './measures.ts';
import type { Watched } from './watched.ts';

export function incomingAlarms(watched: Watched): readonly AlarmPlan[] {
  const { settings, storage, pipeline } = watched;
  const lettersNow = { period: Duration.minutes(1), statistic: 'Maximum' };
  const every5 = { period: Duration.minutes(5) };
  return [
    {
      article: 'dead-uploads',
      severity: 'page',
      says: 'An upload could not be read in five attempts and was set aside: its story is missing from the feeds.',
      // Letters that somebody looks at just now are hidden for a moment, and still there.
      metric: sumOf('letters', 1, {
        waiting: storage.deadUploads.metricApproximateNumberOfMessagesVisible(lettersNow),
        looked: storage.deadUploads.metricApproximateNumberOfMessagesNotVisible(lettersNow),
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
      article: 'uploads-waiting',
      severity: 'page',
      says: 'The oldest upload has waited for ten minutes: copy is late, all of it or some.',
      metric: storage.uploads.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      when: '>',
      threshold: 600,
      periods: 3,
      silence: { means: 'well', because: 'an empty queue has no oldest message.' },
    },
    {
      article: 'ingest-errors',
      severity: 'ticket',
      says: 'Uploads fail again and again; those that keep failing become dead letters after half an hour.',
      // A failed upload is handed back to the queue without failing the function, so both are counted.
      metric: sumOf('failures', 5, {
        errors: pipeline.ingest.metricErrors(every5),
        failures: ownMetric(settings, 'IngestFailures', { minutes: 5 }),
      }),
      when: '>=',
      threshold: 3,
      periods: 3,
      breaching: 2,
      silence: { means: 'well', because: 'failures are only reported when there are some.' },
    },
    manyRejected(watched),
    ...noStory(watched),
  ];
}

/** One upload that is no story is the desk's business and stands in its receipt; a fifth of all is a wire that has changed its format. */
function manyRejected({ settings }: Watched): AlarmPlan {
  const count = (name: 'StoriesStored' | 'StoriesRejected') => ownMetric(settings, name, { minutes: 15 });
  return {
    article: 'many-rejected',
    severity: 'ticket',
    says: 'More than a fifth of what came in was refused, ten stories at least.',
    metric: new MathExpression({
      expression: 'IF(rejected >= 10, 100 * rejected / (rejected + FILL(stored, 0)), 0)',
      usingMetrics: { rejected: count('StoriesRejected'), stored: count('StoriesStored') },
      period: Duration.minutes(15),
      label: 'refused, %',
    }),
    when: '>',
    threshold: 20,
    periods: 2,
    silence: { means: 'well', because: 'a refusal is only reported when there is one.' },
  };
}

function noStory({ settings }: Watched): readonly AlarmPlan[] {
  const { quietHours, deskQuietHours } = settings;
  // Counted hour by hour, since CloudWatch looks back seven days in hours and only one in minutes.
  const silence = {
    means: 'trouble',
    because: 'stories are only counted when they come, and that none comes is what this alarm is for.',
  } as const;
  const desks = Object.entries(deskQuietHours).map(
    ([desk, hours]): AlarmPlan => ({
      article: 'desk-quiet',
      of: desk,
      severity: 'ticket',
      says: `No new story has come from the desk ${desk} for ${hours} h.`,
      metric: orNone('stories', 60, ownMetric(settings, 'StoriesStored', { minutes: 60, desk })),
      when: '<',
      threshold: 1,
      periods: hours,
      silence,
    }),
  );
  if (quietHours === 0) return desks;
  return [
    {
      article: 'no-story',
      severity: 'page',
      says: `No new story has come from any desk for ${quietHours} h.`,
      metric: orNone('stories', 60, ownMetric(settings, 'StoriesStored', { minutes: 60 })),
      when: '<',
      threshold: 1,
      periods: quietHours,
      silence,
    },
    ...desks,
  ];
}
