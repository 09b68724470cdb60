// WordPress exports (WXR) are RSS with the site's own fields: drafts, attachments, and which attachment heads which post.
// `<wp:status>draft</wp:status>` → withheld; `[caption]<img …> Waves. (AFP)[/caption]` → a picture with its caption.

import type { DraftPicture } from '../../draft.ts';
import { defined, fileNameOf, safeAddress } from '../body.ts';
import type { Element } from '../element.ts';
import { child, children, textOf } from '../element.ts';
import { plainLine } from './item-body.ts';

type Found = Omit<DraftPicture, 'id'>;

/** `post`, `page`, `attachment`, `nav_menu_item`; `undefined` in any other feed. */
export function kindOf(item: Element): string | undefined {
  return textOf(child(item, 'post_type'));
}

/** Menus, forms, styles and revisions: what an export holds besides its stories. */
export function isNoStory(kind: string | undefined): kind is string {
  return (
    kind !== undefined &&
    /^(?:nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.+|feedback|acf-.+|wpcf7_contact_form|amn_.+|jp_.+|safecss|shop_order.*|product_variation|elementor_.+|attachment_meta)$/.test(
      kind,
    )
  );
}

/** What is no longer or not yet public is held back. */
export function statusOf(item: Element): string | undefined {
  const status = kindOf(item) === undefined ? undefined : textOf(child(item, 'status'));
  return status !== undefined && /^(?:draft|pending|private|trash|future|auto-draft)$/.test(status)
    ? 'withheld'
    : undefined;
}

/** The picture an item is or carries. */
export function attachmentOf(item: Element): Found | undefined {
  const href = safeAddress(textOf(child(item, 'attachment_url')));
  if (href === undefined || !/\.(?:jpe?g|png|gif|webp|tiff?|avif)(?:[?#]|$)/i.test(href)) return undefined;
  if (kindOf(item) !== 'attachment') return { href, fileName: fileNameOf(href)! };
  const caption = plainLine(textOf(child(item, 'excerpt.encoded'))) ?? plainLine(textOf(child(item, 'encoded')));
  return defined<Found>({
    href,
    fileName: fileNameOf(href),
    headline: plainLine(textOf(child(item, 'title'))),
    caption,
    altText: metaOf(item, '_wp_attachment_image_alt'),
  });
}

/** The pictures among the items by their id. */
export function attachmentsOf(items: readonly Element[]): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const item of items) {
    const picture = kindOf(item) === 'attachment' ? attachmentOf(item) : undefined;
    if (picture) found.set(textOf(child(item, 'post_id')) ?? '', picture);
  }
  return found;
}

/** The id of the picture that heads a post. */
export function thumbnailOf(item: Element): string | undefined {
  return metaOf(item, '_thumbnail_id');
}

function metaOf(item: Element, key: string): string | undefined {
  const meta = children(item, 'postmeta').find((each) => textOf(child(each, 'meta_key')) === key);
  return textOf(child(meta, 'meta_value'));
}

/** The site keeps its times in UTC beside the local ones; "0000-00-00" stands for never. */
export function datesOf(item: Element): { readonly created?: string; readonly modified?: string } {
  const time = (name: string): string | undefined => {
    const [, day, clock] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(textOf(child(item, name)) ?? '') ?? [];
    return day === undefined || day.startsWith('0000') ? undefined : `${day}T${clock}Z`;
  };
  return defined({ created: time('post_date_gmt'), modified: time('post_modified_gmt') });
}

/** Short codes that stand alone; the others are known by what closes them, or by their attributes. "[sic]" is none. */
const alone = new Set([
  'gallery',
  'embed',
  'video',
  'audio',
  'playlist',
  'more',
  'toc',
  'divider',
  'spacer',
  'clear',
  'ad',
  'ads',
  'contact',
  'newsletter',
  'subscribe',
]);

/** "[caption id="x"]<img …> Words[/caption]" is a figure with its caption; other short codes go, their text stays. */
export function withoutShortcodes(html: string): string {
  const closed = new Set([...html.matchAll(/\[\/([a-z][\w-]{0,40})\]/gi)].map(([, name]) => name!.toLowerCase()));
  const isShortcode = (name: string, attributes: string): boolean =>
    closed.has(name) || alone.has(name) || name.includes('_') || /\w=/.test(attributes);
  return html
    .replace(/\[caption\b[^\]]{0,500}\]([^[]{0,5000})\[\/caption\]/g, (_, inner: string) => figureOf(inner))
    .replace(/\[\/?([a-z][\w-]{0,40})((?:\s[^[\]]{0,500})?)\]/gi, (whole, name: string, attributes: string) =>
      isShortcode(name.toLowerCase(), attributes) ? '' : whole,
    );
}

function figureOf(inner: string): string {
  const image = /^\s*(?:<a\b[^>]{0,2000}>\s*)?<img\b[^>]{0,3000}>(?:\s*<\/a>)?/i.exec(inner)?.[0];
  return image === undefined ? inner : `<figure>${image}<figcaption>${inner.slice(image.length)}</figcaption></figure>`;
}
