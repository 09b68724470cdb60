// Patterns that settings name channels by: `all`, `section/*`, `*`.

/** Whether one of the patterns fits the channel's name. */
export function fitsAny(patterns: readonly string[], channel: string): boolean {
  return patterns.some((pattern) => fits(pattern, channel));
}

/** `*` stands for anything, also for nothing; everything else for itself. */
function fits(pattern: string, name: string): boolean {
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
