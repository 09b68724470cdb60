// WordPress exports (WXR) are RSS with the site's own fields: drafts, attachments, and which attachment heads which post.

import type { DraftPicture } from '../../draft.ts';
import { defined, fileNameOf, safeAddress } from '../body.ts';
import type { Element } from '../element.ts';
import { child, children, textOf } from '../element.ts';
import { plainLine } from './item-body.ts';

/** `post`, `page`, `attachment`, `nav_menu_item`; `undefined` in any other feed. */
export function kindOf(item: Element): string | undefined {
  return textOf(child(item, 'post_type'));
}

export function isAttachment(item: Element): boolean {
  return kindOf(item) === 'attachment';
}

/** What is no longer or not yet public is held back. */
export function statusOf(item: Element): string | undefined {
  const status = kindOf(item) === undefined ? undefined : textOf(child(item, 'status'));
  return status !== undefined && /^(?:draft|pending|private|trash|future|auto-draft)$/.test(status) ? 'withheld' : undefined;
}

/** The pictures among the items by their id. */
export function attachmentsOf(items: readonly Element[]): ReadonlyMap<string, Omit<DraftPicture, 'id'>> {
  const found = new Map<string, Omit<DraftPicture, 'id'>>();
  for (const item of items.filter(isAttachment)) {
    const href = safeAddress(textOf(child(item, 'attachment_url')));
    if (href === undefined || !/\.(?:jpe?g|png|gif|webp|tiff?|avif)(?:[?#]|$)/i.test(href)) continue;
    const [description, excerpt] = children(item, 'encoded').map((encoded) => plainLine(textOf(encoded)));
    found.set(textOf(child(item, 'post_id')) ?? '', defined<Omit<DraftPicture, 'id'>>({ href, fileName: fileNameOf(href), headline: plainLine(textOf(child(item, 'title'))), caption: excerpt ?? description, altText: metaOf(item, '_wp_attachment_image_alt') }));
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

/** "[caption id="x"]<img …> Words[/caption]" is a figure with its caption; other short codes go, their text stays. */
export function withoutShortcodes(html: string): string {
  return html
    .replace(/\[caption\b[^\]]{0,500}\]([^[]{0,5000})\[\/caption\]/g, (_, inner: string) => {
      const image = /^\s*(?:<a\b[^>]{0,2000}>\s*)?<img\b[^>]{0,3000}>(?:\s*<\/a>)?/i.exec(inner)?.[0];
      return image === undefined ? inner : `<figure>${image}<figcaption>${inner.slice(image.length)}</figcaption></figure>`;
    })
    .replace(/\[\/?[a-z][a-z_-]{2,30}(?:\s[^\]]{0,500})?\]/g, '');
}
