import { describe, expect, it } from 'vitest';
import { consoleLog } from '../../../infra/laptop/console-log.ts';
import type { Log } from '../../../shared/ports.ts';

function lineOf(say: (log: Log) => void): string {
  const lines: string[] = [];
  say(consoleLog((line) => lines.push(line)));
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

describe('the log for a terminal', () => {
  it('is one line: the time, the event, the facts', () => {
    expect(lineOf((log) => log.info('stored', { version: 2, desk: 'newsflash', absent: undefined }))).toMatch(
      /^\d\d:\d\d:\d\d stored {2}version=2 desk=newsflash$/,
    );
    expect(lineOf((log) => log.info('ready'))).toMatch(/^\d\d:\d\d:\d\d ready$/);
  });

  it('marks what went wrong', () => {
    expect(lineOf((log) => log.warn('rejected'))).toContain(' ! rejected');
    expect(lineOf((log) => log.error('failed'))).toContain(' !! failed');
  });

  it('quotes what has spaces, and lets no control character through', () => {
    expect(lineOf((log) => log.info('x', { name: 'two words', none: '' }))).toContain('name="two words" none=""');
    expect(lineOf((log) => log.info('x', { name: 'a\nb\u001B[31m\u202Egpj\u2028' }))).not.toMatch(
      /[\p{Cc}\p{Cf}\u2028]/u,
    );
  });

  it('never throws, whatever the facts', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    const line = lineOf((log) =>
      log.info('x', { big: 1n, error: new Error('broken'), loop, symbol: Symbol('s'), run: () => 1, list: [1, 'a'] }),
    );
    expect(line).toContain('big=1');
    expect(line).toContain('error="Error: broken"');
    expect(line).toContain('list=[1,"a"]');
  });
});
