// JSON Feed 1.0 and 1.1 (jsonfeed.org): every item is a story.
// {"content_html":"<p>…</p>","authors":[{"name":"Jane Doe"}],"image":"https://…"} → body, byline, picture.

import type { Draft, DraftPicture } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Upload } from '../upload.ts';
import { defined, fileNameOf, safeAddress } from './body.ts';
import { plainLine, readItemBody, stableGuid } from './feeds/item-body.ts';
import { withMedia } from './feeds/media.ts';
import type { JsonObject } from './json-fields.ts';
import { isObject, objectsIn, readJson, textIn, textsIn } from './json-fields.ts';
import type { Parser, Readings } from './parser.ts';

export const jsonFeed: Parser = { format: 'json-feed', recognises, parse };

function recognises({ text }: Upload): boolean {
  return /^\s*\{/.test(text) && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(text.slice(0, 5000));
}

function parse({ text }: Upload): Readings {
  const json = readJson(text);
  if (isRejection(json)) return [json];
  const feed = isObject(json.value) ? json.value : undefined;
  const items = objectsIn(feed, 'items');
  return items.length > 0 ? items.map((item) => readItem(item, feed!)) : [reject('no-headline-no-body', 'The feed holds no items.')];
}

function readItem(item: JsonObject, feed: JsonObject): Draft {
  const html = textIn(item, 'content_html');
  const body = withMedia(readItemBody(html ?? escape(textIn(item, 'content_text') ?? textIn(item, 'summary') ?? '')), picturesOf(item));
  const url = safeAddress(textIn(item, 'url', 'external_url'));
  return defined<Draft>({
    format: 'json-feed',
    kind: 'text',
    guid: stableGuid(textIn(item, 'id'), url, textIn(feed, 'feed_url', 'home_page_url')),
    language: textIn(item, 'language') ?? textIn(feed, 'language'),
    headline: plainLine(textIn(item, 'title')),
    standfirst: html === undefined && textIn(item, 'content_text') === undefined ? undefined : textIn(item, 'summary'),
    bylines: bylinesOf(item, feed),
    body: body.blocks,
    pictures: body.pictures,
    keywords: textsIn(item, 'tags'),
    created: textIn(item, 'date_published'),
    versionCreated: textIn(item, 'date_modified'),
    provider: textIn(feed, 'title'),
    links: safeAddress(textIn(item, 'external_url')) === undefined || textIn(item, 'url') === undefined ? [] : [{ rel: 'seeAlso', uri: safeAddress(textIn(item, 'external_url'))! }],
  });
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** `authors` since 1.1, `author` before; the item's own, else the feed's. */
function bylinesOf(item: JsonObject, feed: JsonObject): readonly string[] {
  const named = [item, feed].map((from) => [...objectsIn(from, 'authors'), ...objectsIn(from, 'author')].map((author) => textIn(author, 'name')).filter((name) => name !== undefined)).find((names) => names.length > 0) ?? [];
  const unique = [...new Set(named)];
  return unique.length > 1 ? [unique.join(' and ')] : unique;
}

function picturesOf(item: JsonObject): readonly Omit<DraftPicture, 'id'>[] {
  const lead = [safeAddress(textIn(item, 'image', 'banner_image'))].filter((href) => href !== undefined).map((href) => ({ href, fileName: fileNameOf(href) }));
  const attached = objectsIn(item, 'attachments').filter((attachment) => /^image\//.test(textIn(attachment, 'mime_type') ?? '')).flatMap((attachment) => {
    const href = safeAddress(textIn(attachment, 'url'));
    return href === undefined ? [] : [defined<Omit<DraftPicture, 'id'>>({ href, fileName: fileNameOf(href), altText: textIn(attachment, 'title'), mediaType: textIn(attachment, 'mime_type') })];
  });
  return [...new Map([...attached, ...lead].map((picture) => [picture.href, picture])).values()];
}
