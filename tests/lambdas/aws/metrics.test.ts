import { describe, expect, it } from 'vitest';
import { jsonLog } from '../../../lambdas/aws/log.ts';
import { embedMetrics, metricNamespace } from '../../../lambdas/aws/metrics.ts';
import { metricRules } from '../../../lambdas/aws/metrics.rules.ts';
import type { Log } from '../../../shared/ports.ts';

const clock = { now: () => '2026-11-24T10:00:00.000Z' };

type Line = Readonly<Record<string, unknown>> & { readonly _aws?: { readonly Timestamp: number; readonly CloudWatchMetrics: readonly Directive[] } };
type Directive = { readonly Namespace: string; readonly Dimensions: readonly (readonly string[])[]; readonly Metrics: readonly { readonly Name: string; readonly Unit: string }[] };

function lineOf(say: (log: Log) => void): Line {
  const lines: string[] = [];
  say(jsonLog((line) => lines.push(line), clock, embedMetrics('test', ['newsflash'])));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as Line;
}

describe('metrics in the log', () => {
  it('count a stored story for the stage, on the line of the event itself', () => {
    expect(lineOf((log) => log.info('stored', { upload: 'harbour/a.xml', uri: 'u', version: 1 }))).toEqual({
      time: clock.now(), level: 'info', event: 'stored', upload: 'harbour/a.xml', uri: 'u', version: 1,
      _aws: { Timestamp: Date.parse(clock.now()), CloudWatchMetrics: [{ Namespace: 'Copytaster', Dimensions: [['stage']], Metrics: [{ Name: 'StoriesStored', Unit: 'Count' }] }] },
      stage: 'test', StoriesStored: 1,
    });
  });

  it('count it for its desk as well when that one is watched', () => {
    const line = lineOf((log) => log.info('stored', { upload: 'newsflash/a.xml' }));
    expect(line._aws!.CloudWatchMetrics[0]!.Dimensions).toEqual([['stage'], ['stage', 'desk']]);
    expect(line).toMatchObject({ stage: 'test', desk: 'newsflash' });
  });

  it('take a value from a fact, and leave out what is no number', () => {
    const line = lineOf((log) => log.info('feed-moved', { stories: 58, bytes: 1200, shrunkPercent: undefined, uploadToFeedMs: Number.NaN }));
    expect(line._aws!.CloudWatchMetrics[0]!.Metrics).toEqual([{ Name: 'FeedItems', Unit: 'Count' }, { Name: 'FeedBytes', Unit: 'Bytes' }]);
    expect(line).toMatchObject({ FeedItems: 58, FeedBytes: 1200 });
  });

  it('leave the line of any other event as it is', () => {
    expect(lineOf((log) => log.info('replayed', { read: 3 }))).toEqual({ time: clock.now(), level: 'info', event: 'replayed', read: 3 });
    expect(lineOf((log) => log.info('__proto__'))).not.toHaveProperty('_aws');
  });

  it('are counted even when the facts cannot be printed, and covered by no fact', () => {
    const loop: Record<string, unknown> = { stage: 'other', StoriesRejected: 9, _aws: {} };
    expect(lineOf((log) => log.warn('rejected', loop))).toMatchObject({ stage: 'test', StoriesRejected: 1 });
    loop['self'] = loop;
    expect(lineOf((log) => log.warn('rejected', loop))).toMatchObject({ facts: 'unprintable', StoriesRejected: 1 });
  });

  it.each([...metricRules.keys()])('%s keeps to the embedded metric format', (event) => {
    const facts = Object.fromEntries(metricRules.get(event)!.flatMap(({ fact }) => (fact === undefined ? [] : [[fact, 7]])));
    const line = lineOf((log) => log.info(event, facts));
    const [directive] = line._aws!.CloudWatchMetrics;
    expect(directive!.Namespace).toBe(metricNamespace);
    // Every name the directive points at is a member of the line itself: dimensions as text, metrics as numbers.
    for (const name of directive!.Dimensions.flat()) expect(line[name]).toBeTypeOf('string');
    for (const { Name, Unit } of directive!.Metrics) {
      expect(line[Name]).toBeTypeOf('number');
      expect(['Count', 'Milliseconds', 'Bytes', 'Percent']).toContain(Unit);
    }
    expect(directive!.Metrics).toHaveLength(metricRules.get(event)!.length);
  });
});
