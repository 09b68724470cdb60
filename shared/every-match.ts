// All matches of a pattern that runs thousands of times a second.

/** As `text.matchAll(pattern)`, which makes a new RegExp at each call. `pattern` has the flag g and matches at least one character. */
export function everyMatch(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
