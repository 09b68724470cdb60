import { describe, expect, it } from 'vitest';
import { serviceLog } from '../../../lambdas/aws/log.ts';
import type { Log } from '../../../shared/ports.ts';
import { printed } from './printed.ts';

function entryOf(say: (log: Log) => void): Record<string, unknown> {
  const lines = printed(() => say(serviceLog('copytaster-test')));
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

describe('the log for CloudWatch', () => {
  it('is one line of JSON', () => {
    const { timestamp, ...entry } = entryOf((log) => log.warn('rejected', { code: 'empty', bytes: 0, text: 'a\nb' }));
    expect(entry).toMatchObject({
      level: 'WARN',
      message: 'rejected',
      service: 'copytaster-test',
      code: 'empty',
      bytes: 0,
      text: 'a\nb',
    });
    expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('names the event of a failure', () => {
    expect(entryOf((log) => log.error('ingest-failed', { error: 'Error: broken' }))).toMatchObject({
      level: 'ERROR',
      message: 'ingest-failed',
      error: 'Error: broken',
    });
  });

  it('never throws, whatever the facts', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(entryOf((log) => log.info('x', { loop, big: 1n, run: () => 1 }))).toMatchObject({ message: 'x', big: '1' });
  });
});
