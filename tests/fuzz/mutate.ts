// Spoils an upload: bytes flipped, cut, doubled, spliced with another upload, or fed words that parsers trip over. The same seed spoils alike.

export type Random = (below: number) => number;

/** mulberry32: small, fast, the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const words: readonly Uint8Array[] = [
  '<',
  '>',
  '&',
  '"',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&#0;',
  '&#xFFFF;',
  '&#1114112;',
  '&nbsp;',
  '&a;',
  '<p>',
  '</p>',
  '<script>alert(1)</script>',
  '<img src=x onerror=y>',
  'javascript:x',
  '\u0000',
  '\u0001',
  '\u0002',
  '\u0003',
  '\u0016',
  '\u001B',
  '\uFEFF',
  '\uFFFE',
  '\u2028',
  '\uD83D\uDE00',
  '\u202E',
  '{',
  '}',
  '[',
  ']',
  '"":',
  'null',
  '1e999',
  '-0',
  '__proto__',
  'constructor',
  '\\u0000',
  '\\uD800',
  '\n',
  '\r\n\r\n',
  '\t',
  ': ',
  '---\n',
  '# ',
  '--boundary',
  'Content-Type: text/html; charset=x',
  'Embargo: 9999-99-99',
  'Status: ',
  'Version: -1',
  '(',
  ')',
  '/',
  ' via ',
  '©',
  '2026-02-30T25:61:61+99:99',
  '0',
  '99999999999999999999',
  'PK\u0003\u0004',
  'urn:',
  'http://[',
  '%00',
  '../',
].map((word) => new TextEncoder().encode(word));

/** One to six spoilings, one upon another. */
export function mutate(input: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  let bytes = input;
  for (let times = 1 + random(6); times > 0; times -= 1) bytes = ways[random(ways.length)]!(bytes, others, random);
  return bytes.length > largest ? bytes.slice(0, largest) : bytes;
}

const largest = 200_000;

type Way = (bytes: Uint8Array, others: readonly Uint8Array[], random: Random) => Uint8Array;

const ways: readonly Way[] = [
  function flip(bytes, _others, random) {
    const copy = bytes.slice();
    for (let times = 1 + random(8); times > 0 && copy.length > 0; times -= 1) copy[random(copy.length)] = random(256);
    return copy;
  },
  function cut(bytes, _others, random) {
    const from = random(bytes.length + 1);
    return join(bytes.slice(0, from), bytes.slice(from + random(1 + Math.min(bytes.length - from, 400))));
  },
  function double(bytes, _others, random) {
    const from = random(bytes.length + 1);
    const piece = bytes.slice(from, from + 1 + random(200));
    const times = 1 + random(20);
    return join(bytes.slice(0, from), ...Array.from({ length: times }, () => piece), bytes.slice(from));
  },
  function truncate(bytes, _others, random) {
    return bytes.slice(0, random(bytes.length + 1));
  },
  function splice(bytes, others, random) {
    const other = others[random(others.length)]!;
    const from = random(other.length + 1);
    const at = random(bytes.length + 1);
    return join(bytes.slice(0, at), other.slice(from, from + random(800)), bytes.slice(at));
  },
  function insert(bytes, _others, random) {
    const at = random(bytes.length + 1);
    return join(bytes.slice(0, at), words[random(words.length)]!, bytes.slice(at));
  },
  function swapLines(bytes, _others, random) {
    const lines = Buffer.from(bytes).toString('latin1').split('\n');
    const [a, b] = [random(lines.length), random(lines.length)];
    [lines[a], lines[b]] = [lines[b]!, lines[a]!];
    return Buffer.from(lines.join('\n'), 'latin1');
  },
];

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
