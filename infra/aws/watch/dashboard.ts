// The dashboard, in three questions: is copy coming in, is it going out, is anyone hurt.

import { Duration, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  LogQueryWidget,
  LogQueryVisualizationType,
  PeriodOverride,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Alarm, IMetric, IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { functionThrottles, tableThrottles } from './limit-alarms.ts';
import { ownMetric } from './measures.ts';
import type { Watched } from './watched.ts';

const minutes = 5;
const every = { period: Duration.minutes(minutes) };
/** CloudWatch's grid has 24 columns. */
const third = 8;
const height = 6;

export function makeDashboard(stack: Stack, watched: Watched, alarms: readonly Alarm[]): Dashboard {
  const { stage } = watched.settings;
  return new Dashboard(stack, 'Dashboard', {
    dashboardName: `copytaster-${stage.toLowerCase()}`,
    defaultInterval: Duration.hours(12),
    periodOverride: PeriodOverride.INHERIT,
    widgets: [
      [
        new AlarmStatusWidget({
          title: `Copytaster ${stage}: red is trouble, grey has not been measured yet`,
          alarms: [...alarms],
          width: 24,
          height: 4,
        }),
      ],
      ...question(
        'Is copy coming in?',
        'Stories stored, and none waiting. Refused ones stand in the desk’s receipts with their reason.',
        incoming(watched),
      ),
      ...question(
        'Is it going out?',
        'Changes are published within seconds, and the feed of all stories is full.',
        outgoing(watched),
      ),
      ...question(
        'Is anyone hurt?',
        'Partners get answers, quickly; nothing lies among the dead letters; nothing is turned away.',
        hurt(watched),
      ),
    ],
  });
}

function question(asked: string, well: string, widgets: readonly IWidget[]): IWidget[][] {
  return [[new TextWidget({ markdown: `# ${asked}\n${well}`, width: 24, height: 2 })], [...widgets]];
}

function incoming({ settings, storage, pipeline }: Watched): readonly IWidget[] {
  const own = (name: string, label: string) => ownMetric(settings, name, { minutes, label });
  return [
    new SingleValueWidget({
      title: 'Stories in the last day',
      width: 4,
      height,
      setPeriodToTimeRange: false,
      metrics: [
        ownMetric(settings, 'StoriesStored', { minutes: 1440, label: 'stored' }),
        ownMetric(settings, 'StoriesRejected', { minutes: 1440, label: 'refused' }),
      ],
    }),
    graph(
      'Stories',
      [own('StoriesStored', 'stored'), own('StoriesUnchanged', 'unchanged'), own('StoriesSuperseded', 'superseded')],
      [own('StoriesRejected', 'refused'), own('IngestFailures', 'failed')],
    ),
    graph(
      'Uploads that wait',
      [storage.uploads.metricApproximateNumberOfMessagesVisible({ ...every, statistic: 'Maximum', label: 'uploads' })],
      [storage.uploads.metricApproximateAgeOfOldestMessage({ ...every, statistic: 'Maximum', label: 'oldest, s' })],
    ),
    new LogQueryWidget({
      title: 'Refused, by desk and reason',
      width: 4,
      height,
      view: LogQueryVisualizationType.TABLE,
      region: Stack.of(pipeline).region,
      logGroupNames: [pipeline.ingest.logGroup.logGroupName],
      queryLines: [
        'filter message = "rejected"',
        'stats count(*) as stories by desk, code',
        'sort stories desc',
        'limit 20',
      ],
    }),
  ];
}

function outgoing({ settings, pipeline }: Watched): readonly IWidget[] {
  const own = (name: string, statistic: string, label: string) =>
    ownMetric(settings, name, { minutes, statistic, label });
  return [
    graph(
      'From upload to feed, ms',
      [own('UploadToFeedMs', 'p50', 'half'), own('UploadToFeedMs', 'p95', '95 of 100')],
      [],
    ),
    graph(
      'Changes that wait',
      [pipeline.publish.metric('IteratorAge', { ...every, statistic: 'Maximum', label: 'oldest, ms' })],
      [own('PublishFailures', 'Sum', 'failed'), own('EmbargoesReleased', 'Sum', 'embargoes released')],
    ),
    graph(
      'The feed of all stories',
      [own('FeedItems', 'Minimum', 'stories')],
      [own('FeedBytes', 'Maximum', 'bytes of its largest format')],
    ),
  ];
}

function hurt(watched: Watched): readonly IWidget[] {
  const {
    delivery: { api },
    storage,
    pipeline,
  } = watched;
  const dead = (label: string) => ({ ...every, statistic: 'Maximum', label });
  return [
    graph(
      'Answers',
      [api.metricCount({ ...every, label: 'all' }), api.metricClientError({ ...every, label: '4xx' })],
      [api.metricServerError({ ...every, label: '5xx' })],
    ),
    graph(
      'Time to answer, ms',
      [
        api.metricLatency({ ...every, statistic: 'p50', label: 'half' }),
        api.metricLatency({ ...every, statistic: 'p99', label: '99 of 100' }),
      ],
      [],
    ),
    graph(
      'Dead letters and calls turned away',
      [
        storage.deadUploads.metricApproximateNumberOfMessagesVisible(dead('uploads')),
        pipeline.deadChanges.metricApproximateNumberOfMessagesVisible(dead('changes')),
        storage.deadPictures.metricApproximateNumberOfMessagesVisible(dead('pictures')),
        pipeline.deadPushes.metricApproximateNumberOfMessagesVisible(dead('pushes')),
      ],
      [functionThrottles(watched), tableThrottles(watched)],
    ),
  ];
}

function graph(title: string, left: readonly IMetric[], right: readonly IMetric[]): GraphWidget {
  return new GraphWidget({
    title,
    left: [...left],
    right: [...right],
    width: third,
    height,
    leftYAxis: { min: 0 },
    rightYAxis: { min: 0 },
  });
}
