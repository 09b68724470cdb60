// The order of keys, and of `at`: by their UTF-8 bytes, as DynamoDB, S3 and SQLite have it. 'Z' < 'a' < 'é' < '\uFFFD' < '😀'.

/**
 * Negative when `a` comes first, positive when `b` does, 0 when they are the same.
 * JavaScript's own order puts characters beyond U+FFFF (surrogate pairs) before those from U+E000 on; bytes put them after.
 */
export function compareKeys(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Moves the surrogates behind U+FFFF and leaves the order otherwise. */
function rank(unit: number): number {
  const isSurrogate = unit >= 0xd800 && unit < 0xe000;
  return isSurrogate ? unit + 0x10000 : unit;
}
