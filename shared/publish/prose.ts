// Text with emphasis and links as XHTML: marks become strong, em and a; what cannot be followed safely stays as words.
// {text: "See the map.", marks: [{kind: "link", start: 8, end: 11, href: "https://example.org/"}]} → See the <a href="https://example.org/">map</a>.

import type { Mark, Prose } from '../story.ts';
import { linkAddress } from './addresses.ts';
import type { Xml } from './xml.ts';
import { element, escapeText, join } from './xml.ts';

/** Marks that are out of range, empty or unsafe are dropped, and one that crosses another ends with it: words are never lost. */
export function writeProse({ text, marks = [] }: Prose, names: MarkNames = htmlNames): Xml {
  if (marks.length === 0) return writeText(text);
  const spans = marks
    .map((mark) => snap(mark, text, names))
    .filter((span) => span !== undefined)
    .sort(outermostFirst);
  const queue: Queue = { text, spans, next: 0 };
  return writeRange(queue, 0, text.length, { depth: 0, inLink: false });
}

/** What the marks are called in the markup. */
export type MarkNames = { readonly [kind in Exclude<Mark['kind'], 'link'>]: string };

const htmlNames: MarkNames = { strong: 'strong', emphasis: 'em' };

/** Line breaks within a paragraph are meant: verse, addresses. */
export function writeText(text: string): Xml {
  const written = escapeText(text);
  return written.includes('\n') ? (written.replaceAll('\n', '<br/>\n') as Xml) : written;
}

type Span = { readonly start: number; readonly end: number; readonly name: string; readonly href?: string };

type Queue = { readonly text: string; readonly spans: readonly Span[]; next: number };

type Place = { readonly depth: number; readonly inLink: boolean };

/** No desk nests emphasis deeper; hostile markup does. */
const deepest = 20;

function writeRange(queue: Queue, from: number, to: number, place: Place): Xml {
  const pieces: Xml[] = [];
  let at = from;
  for (let span = queue.spans[queue.next]; span && span.start < to; span = queue.spans[queue.next]) {
    queue.next += 1;
    const start = Math.max(at, span.start);
    const end = Math.min(span.end, to);
    if (start >= end || place.depth === deepest) continue;
    pieces.push(writeText(queue.text.slice(at, start)), writeSpan(queue, { ...span, start, end }, place));
    at = end;
  }
  pieces.push(writeText(queue.text.slice(at, to)));
  return join(pieces);
}

/** HTML has no links within links: the inner one stays as words. */
function writeSpan(queue: Queue, { start, end, name, href }: Span, { depth, inLink }: Place): Xml {
  const content = writeRange(queue, start, end, { depth: depth + 1, inLink: inLink || name === 'a' });
  return name === 'a' && inLink ? content : element(name, { href }, content);
}

function snap(mark: Mark, text: string, names: MarkNames): Span | undefined {
  const start = offsetWithin(text, mark.start);
  const end = offsetWithin(text, mark.end);
  if (start >= end) return undefined;
  if (mark.kind !== 'link') return { start, end, name: names[mark.kind] };
  const href = linkAddress(mark.href);
  return href === undefined ? undefined : { start, end, name: 'a', href };
}

/** An offset that never falls between the halves of a surrogate pair, nor within one line end. */
function offsetWithin(text: string, offset: number): number {
  const within = Math.max(0, Math.min(Math.trunc(offset) || 0, text.length));
  const [before, after] = [text.charAt(within - 1), text.charAt(within)];
  const splitsPair =
    (/[\uD800-\uDBFF]/.test(before) && /[\uDC00-\uDFFF]/.test(after)) || (before === '\r' && after === '\n');
  return splitsPair ? within - 1 : within;
}

function outermostFirst(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
