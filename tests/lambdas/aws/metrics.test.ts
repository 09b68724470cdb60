import { describe, expect, it } from 'vitest';
import { serviceLog } from '../../../lambdas/aws/log.ts';
import { metricNamespace, serviceMetrics } from '../../../lambdas/aws/metrics.ts';
import { metricRules } from '../../../lambdas/aws/metrics.rules.ts';
import type { Log } from '../../../shared/ports.ts';
import { printed } from './printed.ts';

type Line = Readonly<Record<string, unknown>> & {
  readonly _aws?: { readonly Timestamp: number; readonly CloudWatchMetrics: readonly Directive[] };
};
type Directive = {
  readonly Namespace: string;
  readonly Dimensions: readonly (readonly string[])[];
  readonly Metrics: readonly { readonly Name: string; readonly Unit: string }[];
};

/** The line of metrics beside the line of the event; `undefined` when the event counts for nothing. */
function metricsOf(say: (log: Log) => void): Line | undefined {
  const [event, metrics, ...more] = printed(() =>
    say(serviceLog('copytaster-test', serviceMetrics('copytaster-test', ['newsflash']))),
  ) as readonly Line[];
  expect(event).not.toHaveProperty('_aws');
  expect(more).toEqual([]);
  return metrics;
}

describe('metrics in the log', () => {
  it('count a stored story for the service, and for its format', () => {
    expect(
      metricsOf((log) =>
        log.info('stored', {
          desk: 'harbour',
          upload: 'harbour/a.xml',
          uri: 'u',
          version: 1,
          format: 'nitf',
          tookMs: 480,
        }),
      ),
    ).toEqual({
      _aws: {
        Timestamp: expect.any(Number) as number,
        CloudWatchMetrics: [
          {
            Namespace: metricNamespace,
            Dimensions: [['service'], ['service', 'format']],
            Metrics: [
              { Name: 'StoriesStored', Unit: 'Count' },
              { Name: 'IntakeMs', Unit: 'Milliseconds' },
            ],
          },
        ],
      },
      service: 'copytaster-test',
      format: 'nitf',
      StoriesStored: 1,
      IntakeMs: 480,
    });
  });

  it('count it for its desk as well when that one is watched', () => {
    const line = metricsOf((log) => log.info('stored', { desk: 'newsflash', upload: 'newsflash/a.xml' }))!;
    expect(line._aws!.CloudWatchMetrics[0]!.Dimensions).toEqual([['service'], ['service', 'desk']]);
    expect(line).toMatchObject({ service: 'copytaster-test', desk: 'newsflash' });
    expect(
      metricsOf((log) => log.info('stored', { desk: 'harbour', upload: 'harbour/a.xml' }))!._aws!.CloudWatchMetrics[0]!
        .Dimensions,
    ).toEqual([['service']]);
  });

  it('take a value from a fact, and leave out what is no number', () => {
    const line = metricsOf((log) =>
      log.info('feed-moved', { stories: 58, bytes: 1200, shrunkPercent: undefined, uploadToFeedMs: Number.NaN }),
    )!;
    expect(line._aws!.CloudWatchMetrics[0]!.Metrics).toEqual([
      { Name: 'FeedItems', Unit: 'Count' },
      { Name: 'FeedBytes', Unit: 'Bytes' },
    ]);
    expect(line).toMatchObject({ FeedItems: 58, FeedBytes: 1200 });
  });

  it('are not printed for any other event', () => {
    expect(metricsOf((log) => log.info('replayed', { read: 3 }))).toBeUndefined();
    expect(metricsOf((log) => log.info('__proto__'))).toBeUndefined();
  });

  it.each([...metricRules.keys()])('%s keeps to the embedded metric format', (event) => {
    const facts = Object.fromEntries(
      metricRules.get(event)!.flatMap(({ fact }) => (fact === undefined ? [] : [[fact, 7]])),
    );
    const line = metricsOf((log) => log.info(event, facts))!;
    const [directive] = line._aws!.CloudWatchMetrics;
    // Every name the directive points at is a member of the line itself: dimensions as text, metrics as numbers.
    for (const name of directive!.Dimensions.flat()) expect(line[name]).toBeTypeOf('string');
    for (const { Name } of directive!.Metrics) expect(line[Name]).toBeTypeOf('number');
    expect(directive!.Metrics).toHaveLength(metricRules.get(event)!.length);
  });
});
