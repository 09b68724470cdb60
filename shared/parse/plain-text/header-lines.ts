// Header lines at the top of a story: "Slug: FERRY-STRIKE" → slugline. Only known names count, so that "Kyoto: A City Waits" stays a headline.

import { headerFields } from './header-lines.rules.ts';
import type { HeaderField } from './header-lines.rules.ts';

export type Header = { readonly field: HeaderField; readonly name: string; readonly value: string };

export type HeaderBlock = {
  readonly headers: readonly Header[];
  /** Lines between headers whose name nobody knows; they are for the editors. */
  readonly unknown: readonly string[];
  /** The lines below. */
  readonly rest: readonly string[];
};

/** Reads the block of header lines the text begins with; there may be none. Front matter between two lines of `---` is one too. */
export function readHeaderLines(lines: readonly string[]): HeaderBlock {
  const headers: Header[] = [];
  const unknown: string[] = [];
  let pending: string[] = [];
  let at = 0;
  let end = 0;
  const areDashed = dashedLines(lines) > 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at]!;
    const header = readHeader(line) ?? (areDashed ? readDashed(line) : undefined);
    if (header) {
      headers.push(header);
      unknown.push(...pending);
      pending = [];
    } else if (headers.length > 0 && /^[ \t]+\S/.test(line) && lines[at - 1]!.trim() !== '') {
      addContinuation(headers, line.trim());
    } else if (headers.length > 0 && line.trim() !== '' && lines[at - 1]!.trim() !== '' && looksLikeHeader(line)) {
      pending.push(line.trim());
      continue;
    } else if (line.trim() !== '') break;
    if (pending.length === 0) end = at + 1;
  }
  return { headers, unknown, rest: headers.length > 0 ? lines.slice(end) : lines };
}

/** One header line; `undefined` where nobody knows the name. */
export function readHeader(line: string): Header | undefined {
  const [, name, value] = /^[ \t]{0,3}([\p{L}©][\p{L}\p{M}\p{N} '’_-]{0,30}?)[ \t]*[:：][ \t]*(.*)$/u.exec(line) ?? [];
  if (name === undefined || value === undefined)
    return /^\p{Lu}+(?: \p{Lu}+)?\s/u.test(line) ? readDashed(line) : undefined;
  const field = headerFields.get(name.toLowerCase().replaceAll('’', "'").replaceAll('_', ' ').replace(/\s+/g, ' '));
  return field && { field, name, value: value.trim() };
}

/** "HEADLINE - Ferries stop in storm": in capitals or among others of its kind, since a dash may stand behind any word; "LOCATION - " may be where it was filed. */
const dashedFields: ReadonlySet<HeaderField> = new Set([
  'headline',
  'slugline',
  'standfirst',
  'byline',
  'kicker',
  'keywords',
]);

function readDashed(line: string): Header | undefined {
  const [, name, value] = /^(\p{L}[\p{L} -]{1,20}?)\s+[-–—]\s+(\S.*)$/u.exec(line) ?? [];
  const field = name === undefined ? undefined : headerFields.get(name.toLowerCase());
  return field !== undefined && dashedFields.has(field) ? { field, name: name!, value: value!.trim() } : undefined;
}

/** How many of the first lines are such. */
function dashedLines(lines: readonly string[]): number {
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, 6)
    .filter((line) => readDashed(line) !== undefined).length;
}

/** `Weather: cloudy` in the midst of headers: short name, colon, value. */
function looksLikeHeader(line: string): boolean {
  return /^[\p{L}][\p{L}\p{N} _-]{0,24}:\s\S/u.test(line);
}

function addContinuation(headers: Header[], text: string): void {
  const last = headers.pop()!;
  headers.push({ ...last, value: last.value === '' ? text : `${last.value} ${text}` });
}
