// The HTML of a feed's item → body. Feeds also carry plain text, and WordPress exports paragraphs that only blank lines divide.

import type { Body } from '../body.ts';
import { readBody } from '../body.ts';
import { textOf } from '../element.ts';
import { readHtml } from '../markup.ts';

export function readItemBody(html: string): Body {
  const uncommented = html.replace(/<!--[^]*?-->/g, '');
  const divided = /<p[\s>]/i.test(uncommented) ? uncommented : uncommented.replace(/\r?\n[ \t]*\r?\n/g, '\n<p>');
  return readBody(readHtml(divided));
}

/** Markup as one line of text. */
export function plainLine(html: string | undefined): string | undefined {
  return html === undefined ? undefined : /[<&]/.test(html) ? textOf(readHtml(html)) : textOf(html);
}

/** A guid that is no address by itself is made one with the feed's, so that two feeds' "17" stay apart. */
export function stableGuid(guid: string | undefined, link: string | undefined, feed: string | undefined): string | undefined {
  if (guid === undefined) return link;
  if (/^[a-z][a-z\d+.-]*:\S/i.test(guid)) return guid;
  const base = feed ?? link;
  return base === undefined ? guid : `${base.replace(/#.*$/s, '')}#${encodeURIComponent(guid.toWellFormed())}`;
}
