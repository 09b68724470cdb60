// The log for CloudWatch: one line of JSON an event, which Logs Insights takes apart by itself. {"level":"warn","event":"rejected","code":"empty"}

import type { Clock, Facts, Log } from '../../shared/ports.ts';

type Level = 'info' | 'warn' | 'error';

/** `write` takes one line without its end. Logging never throws. */
export function jsonLog(write: (line: string) => void, clock: Clock): Log {
  const say = (level: Level) => (event: string, facts: Facts = {}): void => write(lineOf(clock.now(), level, event, facts));
  return { info: say('info'), warn: say('warn'), error: say('error') };
}

/** Facts never cover the moment, the level and the event. */
function lineOf(time: string, level: Level, event: string, facts: Facts): string {
  const head = { time, level, event };
  try {
    return JSON.stringify({ ...head, ...facts, ...head }, plain);
  } catch {
    return JSON.stringify({ ...head, facts: 'unprintable' });
  }
}

/** What JSON has no word for. */
function plain(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Error ? String(value) : value;
}
