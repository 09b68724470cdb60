// Which encoding a client likes best of those we have (RFC 9110 §12.5.3).

/** `br`, `gzip`, or `undefined` for the text as it is. On equal wishes brotli, which is smaller, goes first. */
export function chooseEncoding(accepted: string | undefined): 'br' | 'gzip' | undefined {
  const wishes = readWishes(accepted);
  const wish = (name: string): number => wishes.get(name) ?? wishes.get('*') ?? 0;
  const [br, gzip] = [wish('br'), wish('gzip')];
  if (br === 0 && gzip === 0) return undefined;
  const best = br >= gzip ? 'br' : 'gzip';
  return Math.max(br, gzip) >= (wishes.get('identity') ?? 0) ? best : undefined;
}

/** The header that names an encoding, or none. */
export function encodedAs(encoding: string | undefined): Readonly<Record<string, string>> {
  return encoding ? { 'Content-Encoding': encoding } : {};
}

function readWishes(accepted = ''): ReadonlyMap<string, number> {
  const wishes = accepted
    .slice(0, 1000)
    .split(',')
    .map((part): readonly [string, number] => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((value) => value !== undefined);
      return [name.trim().replace(/^x-gzip$/, 'gzip'), quality === undefined ? 1 : Number(quality) || 0];
    });
  return new Map(wishes);
}
