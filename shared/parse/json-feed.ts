// JSON Feed 1.0 and 1.1 (jsonfeed.org): every item is a story.
// {"content_html":"<p>…</p>","authors":[{"name":"Jane Doe"}],"image":"https://…"} → body, byline, picture.

import type { Draft, DraftLink } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import type { Body } from './body.ts';
import { defined, fileNameOf } from './body.ts';
import { bylineOf } from './feeds/bylines.ts';
import {
  plainLine,
  readItemBody,
  repeatsText,
  stableGuid,
  withoutFooter,
  withoutLeadingHeadline,
} from './feeds/item-body.ts';
import { withMedia } from './feeds/media.ts';
import type { Found } from './feeds/media-picture.ts';
import { webAddress } from './html/addresses.ts';
import type { JsonObject } from './json-fields.ts';
import { isObject, objectsIn, readJson, textIn, textsIn } from './json-fields.ts';
import type { Parser, Readings } from './parser.ts';

export const jsonFeed: Parser = { format: 'json-feed', recognises, parse };

/** By its version; feeds that forgot it are known by the two names no other format has. */
function recognises({ text }: Upload): boolean {
  if (!/^\s*\{/.test(text)) return false;
  const head = text.slice(0, 20_000);
  return (
    /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/.test(head) ||
    (/"items"\s*:\s*\[/.test(head) && /"content_(?:html|text)"\s*:/.test(head))
  );
}

function parse({ text }: Upload): Readings {
  const json = readJson(text);
  if (isRejection(json)) return [json];
  const feed: JsonObject = isObject(json.value) ? json.value : {};
  const items = objectsIn(feed, 'items');
  return items.length > 0
    ? items.map((item) => readItem(item, feed))
    : [reject('no-headline-no-body', 'The feed holds no items.')];
}

function readItem(item: JsonObject, feed: JsonObject): Draft {
  const home = webAddress(textIn(feed, 'home_page_url', 'feed_url'));
  const url = webAddress(textIn(item, 'url', 'external_url'), home);
  const notes: Note[] = [];
  const headline = plainLine(textIn(item, 'title'));
  const own = withoutLeadingHeadline(bodyOf(item, url ?? home), headline);
  const hasText = own.blocks.length > 0;
  const body = withoutFooter(
    withMedia(hasText ? own : readItemBody(escaped(textIn(item, 'summary') ?? '')), picturesOf(item, url ?? home)),
    notes,
  );
  const summary = plainLine(textIn(item, 'summary'));
  const said = extensionOf(item);
  return defined<Draft>({
    ...said,
    format: 'json-feed',
    kind: 'text',
    guid: stableGuid(textIn(item, 'id'), url, textIn(feed, 'feed_url', 'home_page_url')),
    language: textIn(item, 'language') ?? textIn(feed, 'language'),
    headline,
    standfirst: hasText && !repeatsText(summary, body) ? summary : undefined,
    bylines: bylinesOf(item, feed),
    body: body.blocks,
    pictures: body.pictures,
    keywords: textsIn(item, 'tags'),
    created: textIn(item, 'date_published'),
    versionCreated: textIn(item, 'date_modified'),
    provider: said.provider ?? plainLine(textIn(feed, 'title')),
    links: linksOf(item),
    notes,
  });
}

/** What news feeds add under names that begin with an underscore, as the format lets them. */
function extensionOf(item: JsonObject): Partial<Draft> {
  const extensions = Object.keys(item)
    .filter((name) => name.startsWith('_'))
    .flatMap((name) => objectsIn(item, name));
  const say = (...names: readonly string[]): string | undefined =>
    extensions.map((extension) => textIn(extension, ...names)).find((text) => text !== undefined);
  const [edNote, usage] = [say('ed_note', 'edNote'), say('usage_terms', 'usageTerms')];
  return defined<Partial<Draft>>({
    version: say('version'),
    status: say('status', 'pubstatus'),
    signal: say('signal'),
    slugline: say('slugline'),
    provider: say('provider'),
    embargo: say('embargoed_until', 'embargoedUntil', 'embargo'),
    edNotes: edNote === undefined ? undefined : [edNote],
    usageTerms: usage === undefined ? undefined : [usage],
  });
}

/** HTML where the item has it; the text of `content_text` is nothing but text. */
function bodyOf(item: JsonObject, base: string | undefined): Body {
  const html = readItemBody(textIn(item, 'content_html') ?? '', base);
  return html.blocks.length > 0 ? html : readItemBody(escaped(textIn(item, 'content_text') ?? ''));
}

/** Every line end of plain text that is no paragraph's is white space, as in HTML. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** `authors` since 1.1, `author` before; the item's own, else the feed's unless that is the feed by its own name. */
function bylinesOf(item: JsonObject, feed: JsonObject): readonly string[] {
  const names = (from: JsonObject): readonly string[] =>
    [...objectsIn(from, 'authors'), ...objectsIn(from, 'author')]
      .map((author) => textIn(author, 'name'))
      .filter((name) => name !== undefined);
  const own = names(item);
  return bylineOf(own.length > 0 ? own : names(feed).filter((name) => name !== textIn(feed, 'title')));
}

/** The lead picture, then what is attached; an address given twice is one picture. */
function picturesOf(item: JsonObject, base: string | undefined): readonly Found[] {
  const lead = webAddress(textIn(item, 'image', 'banner_image'), base);
  const attached = objectsIn(item, 'attachments')
    .filter((attachment) => /^image\//.test(textIn(attachment, 'mime_type') ?? ''))
    .flatMap((attachment) => {
      const href = webAddress(textIn(attachment, 'url'), base);
      return href === undefined
        ? []
        : [
            defined<Found>({
              href,
              fileName: fileNameOf(href),
              caption: textIn(attachment, 'title'),
              mediaType: textIn(attachment, 'mime_type'),
            }),
          ];
    });
  const found = new Map<string, Found>(
    lead === undefined ? [] : [[lead, defined<Found>({ href: lead, fileName: fileNameOf(lead) })]],
  );
  for (const picture of attached) found.set(picture.href!, { ...picture, ...found.get(picture.href!) });
  return [...found.values()];
}

/** An item that comments on a page elsewhere names it. */
function linksOf(item: JsonObject): readonly DraftLink[] {
  const elsewhere = webAddress(textIn(item, 'external_url'));
  return elsewhere === undefined || textIn(item, 'url') === undefined ? [] : [{ rel: 'seeAlso', uri: elsewhere }];
}
