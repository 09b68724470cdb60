// Cleans text for the way out: what no XML document may hold goes, line ends become `\n`; everything else stays as the wire wrote it.

/** Text as XML 1.0 §2.2 allows it, without the C1 controls. Half a surrogate pair becomes U+FFFD, so that a reader sees that something stood there. */
export function cleanText(text: string): string {
  return rewrite(text, nothing);
}

/** Clean text on one line: white space is one space each, none stands at the ends. For headlines, names and attributes. */
export function oneLine(text: string): string {
  const clean = cleanText(text);
  return /[\t-\r\u2028\u2029]|  |^ | $/.test(clean) ? clean.replace(/[\t-\r \u2028\u2029]+/g, ' ').trim() : clean;
}

/**
 * Cleans text and puts references for the characters that have one; only `&`, `<`, `>` and `"` can.
 * One pass over character codes: bodies are most of a feed, and patterns take three times as long here.
 */
export function rewrite(text: string, references: ReadonlyMap<number, string>): string {
  let written = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < looksFine.length && looksFine[code] === 1) continue;
    const instead = references.get(code) ?? clean(text, code, at);
    if (instead === undefined) continue;
    written += text.slice(from, at) + instead;
    from = at + 1;
  }
  return from === 0 ? text : written + text.slice(from);
}

/** What stands for a character that may be unclean; `undefined` for the character itself. */
function clean(text: string, code: number, at: number): string | undefined {
  if (code === 0x0d) return text.charCodeAt(at + 1) === 0x0a ? '' : '\n';
  if (code === 0x85) return '\n';
  if (isControl(code) || code >= 0xfffe) return '';
  if (isHigh(code)) return isLow(text.charCodeAt(at + 1)) ? undefined : '\uFFFD';
  if (isLow(code)) return isHigh(text.charCodeAt(at - 1)) ? undefined : '\uFFFD';
  return undefined;
}

function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code < 0xa0);
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

const nothing: ReadonlyMap<number, string> = new Map();

/** 1 for every character that needs no second look. */
const looksFine = Uint8Array.from({ length: 0xfffe }, (_, code) => {
  return isControl(code) || isHigh(code) || isLow(code) || '&<>"'.includes(String.fromCharCode(code)) ? 0 : 1;
});
