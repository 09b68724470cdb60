// The log for CloudWatch: one line of JSON an event, which Logs Insights takes apart by itself. {"level":"warn","event":"rejected","code":"empty"}

import type { Clock, Facts, Log } from '../../shared/ports.ts';
import type { Measure } from './metrics.ts';

type Level = 'info' | 'warn' | 'error';

/** `write` takes one line without its end; `measure` says what CloudWatch is to count, by default nothing. Logging never throws. */
export function jsonLog(write: (line: string) => void, clock: Clock, measure: Measure = () => ({})): Log {
  const say = (level: Level) => (event: string, facts: Facts = {}): void => {
    const time = clock.now();
    write(lineOf({ time, level, event }, facts, measure(event, facts, time)));
  };
  return { info: say('info'), warn: say('warn'), error: say('error') };
}

/** Facts never cover the moment, the level and the event, nor what is counted. */
function lineOf(head: Facts, facts: Facts, measured: Facts): string {
  try {
    return JSON.stringify({ ...head, ...facts, ...head, ...measured }, plain);
  } catch {
    return JSON.stringify({ ...head, facts: 'unprintable', ...measured });
  }
}

/** What JSON has no word for. */
function plain(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Error ? String(value) : value;
}
