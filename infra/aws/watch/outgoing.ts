// Is copy going out? Changes that are published late or not at all, embargoes that stay shut, feeds that have lost their stories.

import { Duration } from 'aws-cdk-lib';
import type { AlarmPlan } from './alarm.ts';
import { orNone, ownMetric, sumOf } from './measures.ts';
import type { Watched } from './watched.ts';

export function outgoingAlarms(watched: Watched): readonly AlarmPlan[] {
  return [...publishAlarms(watched), ...releaseAlarms(watched), ...feedAlarms(watched)];
}

function publishAlarms({ settings, pipeline }: Watched): readonly AlarmPlan[] {
  return [
    {
      article: 'dead-changes',
      severity: 'page',
      says: 'A change could not be published in ten tries or an hour and was set aside: feeds are wrong, and it may be a kill.',
      metric: pipeline.deadChanges.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
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
      article: 'publish-lag',
      severity: 'page',
      says: 'Changes wait for more than two minutes to be published: stories, corrections and kills reach partners late.',
      metric: pipeline.publish.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
      when: '>',
      threshold: 120_000,
      periods: 3,
      silence: {
        means: 'well',
        because: 'without a change nothing is read from the stream; a publisher that fails still reports the age.',
      },
    },
    {
      article: 'publish-errors',
      severity: 'ticket',
      says: 'Changes fail to be published; what keeps failing holds up those behind it and is set aside at the end.',
      // A failed change is handed back to the stream without failing the function, so both are counted.
      metric: sumOf('failures', 5, {
        errors: pipeline.publish.metricErrors({ period: Duration.minutes(5) }),
        failures: ownMetric(settings, 'PublishFailures', { minutes: 5 }),
      }),
      when: '>=',
      threshold: 3,
      periods: 3,
      breaching: 2,
      silence: { means: 'well', because: 'failures are only reported when there are some.' },
    },
    {
      article: 'slow-to-feed',
      severity: 'ticket',
      says: 'One upload in twenty takes more than a minute until it stands in the feed of all stories.',
      metric: ownMetric(settings, 'UploadToFeedMs', { minutes: 5, statistic: 'p95' }),
      when: '>',
      threshold: 60_000,
      periods: 3,
      silence: {
        means: 'well',
        because: 'it is only measured when a story comes; that none comes has an alarm of its own.',
      },
    },
  ];
}

function releaseAlarms({ settings, pipeline }: Watched): readonly AlarmPlan[] {
  return [
    {
      article: 'release-errors',
      severity: 'page',
      says: 'Embargoes that have passed are not let go, stories not ended or kills not looked up: some or all, again and again.',
      // One that fails is told and does not fail the function, so both are counted.
      metric: sumOf('failures', 5, {
        errors: pipeline.release.metricErrors({ period: Duration.minutes(5) }),
        failures: ownMetric(settings, 'ReleaseFailures', { minutes: 5 }),
      }),
      when: '>=',
      threshold: 3,
      periods: 2,
      silence: { means: 'well', because: 'a function that does not run is what release-stopped is for.' },
    },
    {
      article: 'release-stopped',
      severity: 'page',
      says: 'Nobody looks for embargoes that have passed: the function has not run for ten minutes.',
      metric: orNone('calls', 5, pipeline.release.metricInvocations({ period: Duration.minutes(5) })),
      when: '<',
      threshold: 1,
      periods: 2,
      silence: {
        means: 'trouble',
        because: 'it is called every minute, and a function that is not called reports nothing.',
      },
    },
  ];
}

function feedAlarms({ settings }: Watched): readonly AlarmPlan[] {
  return [
    {
      article: 'story-unreadable',
      severity: 'page',
      says: 'A story can’t be read: feeds go on without it, or without its newest version.',
      metric: ownMetric(settings, 'StoriesUnreadable', { minutes: 5 }),
      when: '>',
      threshold: 0,
      periods: 1,
      silence: {
        means: 'well',
        because: 'it is looked for every minute as long as it can’t be read, and told each time.',
      },
    },
    {
      article: 'feed-empty',
      severity: 'page',
      says: 'The feed of all stories holds none.',
      metric: ownMetric(settings, 'FeedItems', { minutes: 1, statistic: 'Minimum' }),
      when: '<',
      threshold: 1,
      periods: 1,
      silence: {
        means: 'as-before',
        because: 'it is only counted when the feed changes, and a feed nobody changes stays as it is.',
      },
    },
    {
      article: 'feed-shrunk',
      severity: 'page',
      says: 'The feed of all stories has lost half of its stories or more at a stroke.',
      metric: ownMetric(settings, 'FeedShrunk', { minutes: 5, statistic: 'Maximum' }),
      when: '>=',
      threshold: 50,
      periods: 12,
      breaching: 1,
      silence: {
        means: 'well',
        because: 'it is only measured when the feed changes; the alarm stays for an hour to be seen.',
      },
    },
  ];
}
