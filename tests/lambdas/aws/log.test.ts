import { describe, expect, it } from 'vitest';
import { jsonLog } from '../../../lambdas/aws/log.ts';
import type { Log } from '../../../shared/ports.ts';

const clock = { now: () => '2026-11-24T10:00:00.000Z' };

function entryOf(say: (log: Log) => void): Record<string, unknown> {
  const lines: string[] = [];
  say(jsonLog((line) => lines.push(line), clock));
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('\n');
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}

describe('the log for CloudWatch', () => {
  it('is one line of JSON', () => {
    expect(entryOf((log) => log.warn('rejected', { code: 'empty', bytes: 0, text: 'a\nb' }))).toEqual({
      time: '2026-11-24T10:00:00.000Z',
      level: 'warn',
      event: 'rejected',
      code: 'empty',
      bytes: 0,
      text: 'a\nb',
    });
  });

  it('lets no fact cover the event', () => {
    expect(entryOf((log) => log.error('failed', { event: 'x', level: 'info', time: 'never' }))).toMatchObject({ event: 'failed', level: 'error', time: clock.now() });
  });

  it('never throws, whatever the facts', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(entryOf((log) => log.info('x', { loop }))).toMatchObject({ event: 'x', facts: 'unprintable' });
    expect(entryOf((log) => log.info('x', { big: 1n, error: new Error('broken'), run: () => 1 }))).toMatchObject({ big: '1', error: 'Error: broken' });
  });
});
