// Every address that stands in a feed: of channels, of story documents and of pictures; all absolute, all safe to follow.

import { oneLine } from './clean-text.ts';
import { documentId } from './document-id.ts';
import type { FeedQuery, Site } from './feed.ts';

/** `https://wire.example.org/feeds/section/emergency.rss`; with `{ day: '2026-11-23' }` the page of that day. What is `undefined` is not asked for. */
export function feedUrl({ publicUrl }: Site, channel: string, extension: string, query: FeedQuery = {}): string {
  const path = channel.toWellFormed().split('/').map(encodeURIComponent).join('/');
  const asked = Object.entries(query).filter((part): part is [string, string] => part[1] !== undefined);
  return `${publicUrl}/feeds/${path}.${extension}${asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`}`;
}

/** `https://wire.example.org/stories/jf2k….html`; the id comes from documentId. */
export function documentUrl({ publicUrl }: Site, id: string, extension: string): string {
  return `${publicUrl}/stories/${id}.${extension}`;
}

/** The page of a story for people. */
export function pageUrl(site: Site, uri: string): string {
  return documentUrl(site, documentId(uri), 'html');
}

/** The story's own uri where a strict reader takes it for one (RFC 3986), else the address of its page. */
export function identifierOf(site: Site, uri: string): string {
  const given = oneLine(uri);
  return isUri(given) ? given : pageUrl(site, given);
}

/** An absolute URI with nothing that RFC 3986 would have escaped. */
export function isUri(text: string): boolean {
  return (
    /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})+(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*)?$/i.test(
      text,
    ) &&
    (!/^https?:/i.test(text) || webAddress(text) !== undefined)
  );
}

/** A picture's address made absolute: `/media/<digest>.jpg` lies here, others elsewhere; a bare file name cannot be followed. */
export function mediaUrl({ publicUrl }: Site, href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  // Nearly every picture lies here, and reading an address takes longer than the rest of its story.
  if (/^\/media\/[\w-]+\.\w+$/.test(href)) return publicUrl + href;
  return webAddress(/^\/(?!\/)/.test(href) ? publicUrl + href : href);
}

/**
 * An http or https address as RFC 3986 writes it, without user and password; `undefined` for anything else.
 * URL alone is not enough: it lets `|`, `[`, `"` and half escapes stand, which validators and schemas refuse.
 */
export function webAddress(href: string): string | undefined {
  const url = URL.parse(href.toWellFormed());
  if (!url || !/^https?:$/.test(url.protocol) || !isHost(url.host)) return undefined;
  return `${url.protocol}//${url.host}${escapeParts(url)}`;
}

/** An address a story may link to: on the web, or an e-mail address. */
export function linkAddress(href: string): string | undefined {
  if (!/^\s*mailto:/i.test(href)) return webAddress(href);
  const url = URL.parse(href.toWellFormed());
  return url && /^[^@\s]+@[^@\s]+$/.test(url.pathname) ? `mailto:${escapeParts(url)}` : undefined;
}

function isHost(host: string): boolean {
  return /^(?:[\w.~!$'()*+,;=-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(host);
}

function escapeParts({ pathname, search, hash }: URL): string {
  return escapePart(pathname) + escapePart(search) + (hash && `#${escapePart(hash.slice(1)).replaceAll('#', '%23')}`);
}

function escapePart(part: string): string {
  return part.replace(/%(?![\da-f]{2})/gi, '%25').replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, encodeURIComponent);
}
