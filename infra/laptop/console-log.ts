// The log for a terminal: one line an event, facts behind it. 10:49:03 ! rejected  code=empty desk=newsflash

import type { Facts, Log } from '../../shared/ports.ts';

/** `write` takes one line without its end. Logging never throws. */
export function consoleLog(write: (line: string) => void): Log {
  const say =
    (mark: string) =>
    (event: string, facts: Facts = {}): void =>
      write(`${clockTime()} ${mark}${event}${describe(facts)}`);
  return { info: say(''), warn: say('! '), error: say('!! ') };
}

function describe(facts: Facts): string {
  const parts = Object.entries(facts).filter(([, value]) => value !== undefined);
  return parts.length === 0 ? '' : `  ${parts.map(([name, value]) => `${name}=${show(value)}`).join(' ')}`;
}

/** Line breaks, and characters that command a terminal or turn the direction of writing, never reach it. */
function show(value: unknown): string {
  const safe = textOf(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
  return safe === '' || /\s/u.test(safe) ? JSON.stringify(safe) : safe;
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value instanceof Error) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return String(value);
  }
}

function clockTime(): string {
  return new Date().toTimeString().slice(0, 8);
}
