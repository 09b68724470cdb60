// Who may read what.

import type { Settings } from '../settings.ts';

/** Whether anyone may read the channel: a setting lists patterns such as `all`, `section/*`, `*`. */
export function isOpen({ openChannels }: Settings, channel: string): boolean {
  return openChannels.some((pattern) => matches(pattern, channel));
}

/** `*` stands for anything, also for nothing; everything else for itself. */
function matches(pattern: string, name: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === name;
  if (!name.startsWith(start)) return false;
  const end = rest.pop()!;
  let from = start.length;
  for (const part of rest) {
    const found = name.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return name.length - end.length >= from && name.endsWith(end);
}
