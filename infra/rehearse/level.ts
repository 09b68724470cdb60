// What two grounds may tell differently about the same stories, made the same: the address of the service, and the instants of this rehearsal.
// Tue, 24 Nov 2026 16:25:30 GMT → {now}; a story's own dates stand.

/** Milliseconds since 1970. */
export type Span = { readonly from: number; readonly to: number };

const iso = String.raw`\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?: UTC|Z|[+-]\d\d:\d\d))?`;
const basic = String.raw`\d{8}T\d{6}(?:Z|[+-]\d{4})`;
const mail = String.raw`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}(?: \d\d:\d\d:\d\d (?:GMT|[+-]\d{4}))?`;
const instants = new RegExp(`${iso}|${basic}|${mail}`, 'g');

/** Instants within the span, and the days it touches, become `{now}`; the address becomes `{service}`, its host alone `{host}`. */
export function level(text: string, url: string, span: Span): string {
  return text
    .replaceAll(url, '{service}')
    .replaceAll(new URL(url).host, '{host}')
    .replace(instants, (written) => (isWithin(written, span) ? '{now}' : written));
}

function isWithin(written: string, { from, to }: Span): boolean {
  const time = Date.parse(
    written.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6').replace(' UTC', 'Z'),
  );
  // A day stands for its first moment, and many formats leave out the milliseconds.
  const first = /\d\d:?\d\d:?\d\d/.test(written.slice(10)) ? from - (from % 1000) : from - (from % 86_400_000);
  return time >= first && time <= to;
}

/** Where they part, with a few words around it on either side; `undefined` when they do not. */
export function difference(ours: string, theirs: string): string | undefined {
  if (ours === theirs) return undefined;
  let at = 0;
  while (ours[at] === theirs[at]) at += 1;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
  return `${around(ours)} here, ${around(theirs)} on the laptop`;
}
