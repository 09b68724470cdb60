// The log for a terminal: one line an event, facts behind it.

import type { Facts, Log } from '../../shared/ports.ts';

/** `write` takes one line without its end. */
export function consoleLog(write: (line: string) => void): Log {
  const say = (mark: string) => (event: string, facts: Facts = {}): void => write(`${clockTime()} ${mark}${event}${describe(facts)}`);
  return { info: say(''), warn: say('! '), error: say('!! ') };
}

function describe(facts: Facts): string {
  const parts = Object.entries(facts).filter(([, value]) => value !== undefined);
  return parts.length === 0 ? '' : `  ${parts.map(([name, value]) => `${name}=${show(value)}`).join(' ')}`;
}

/** Line breaks and control characters never reach the terminal. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = text.replace(/\p{Cc}/gu, ' ');
  return /\s/.test(safe) ? JSON.stringify(safe) : safe;
}

function clockTime(): string {
  return new Date().toTimeString().slice(0, 8);
}
