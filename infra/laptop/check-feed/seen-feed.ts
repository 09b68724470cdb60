// An RSS feed as an importer sees it: the few facts that partners' rules are about, read from anybody's feed.

import type { Element } from '../../../shared/parse/element.ts';
import { attribute, child, children, descendants, textOf } from '../../../shared/parse/element.ts';
import { readHtml } from '../../../shared/parse/markup.ts';
import { readXml } from '../../../shared/parse/xml.ts';
import { isRejection } from '../../../shared/outcome.ts';

export type SeenPicture = {
  readonly url: string;
  readonly medium?: string;
  readonly type?: string;
  readonly width?: number;
  readonly height?: number;
  readonly credit?: string;
  /** What the person or party of the credit did. */
  readonly role?: string;
  readonly caption?: string;
  /** Whether it says that it may be passed on, or under which licence. */
  readonly mayPassOn: boolean;
  /** Names of elements that may stand once and stand more often. */
  readonly repeated: readonly string[];
};

/** How the feed came: what its text alone does not say. */
export type Arrival = {
  /** The address it was fetched from. */
  readonly address?: string;
  /** `utf-8`. */
  readonly encoding?: string;
};

export type SeenItem = {
  /** The guid, else the title, else its number: `item 3`. */
  readonly name: string;
  readonly title: string;
  readonly shortTitle?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly guidIsLink: boolean;
  readonly published?: string;
  readonly description: string;
  /** content:encoded as markup; absent where there is none. */
  readonly content?: string;
  /** The text of description or content, whichever says more. */
  readonly text: string;
  /** dc:creator, else author. */
  readonly author?: string;
  /** RSS's own author element, which is to hold an e-mail address. */
  readonly authorElement?: string;
  /** Says when it last changed. */
  readonly updated?: string;
  readonly pictures: readonly SeenPicture[];
  readonly enclosures: number;
  /** Whether each enclosure has address, size and type. */
  readonly enclosuresWhole: boolean;
  /** How deep the elements of its text lie within each other. */
  readonly depth: number;
  readonly hasThumbnail: boolean;
  /** A notice of a story that was withdrawn. */
  readonly isKill: boolean;
  /** Whether the description stands behind content:encoded. */
  readonly descriptionLast: boolean;
};

export type SeenFeed = Arrival & {
  readonly bytes: number;
  readonly title?: string;
  readonly link?: string;
  readonly description?: string;
  readonly language?: string;
  readonly published?: string;
  readonly hasLogo: boolean;
  readonly selfLink?: string;
  readonly hub?: string;
  readonly items: readonly SeenItem[];
};

/** A sentence that says why it is no RSS feed, or the feed. Prefixes are the names under which RSS modules are known everywhere. */
export function seeFeed(text: string, arrival: Arrival = {}): SeenFeed | string {
  const document = readXml(text, { xmlDepth: 200 });
  if (isRejection(document)) return document.message;
  const channel = document.root.name === 'rss' ? child(document.root, 'channel') : undefined;
  if (!channel) return 'This is no RSS 2.0 feed; the partners’ rules are about RSS.';
  const links = children(channel, 'link');
  const rel = (name: string): string | undefined =>
    attribute(
      links.find((link) => attribute(link, 'rel') === name),
      'href',
    );
  return {
    ...arrival,
    bytes: new TextEncoder().encode(text).length,
    title: textOf(child(channel, 'title')),
    link: links.map((link) => textOf(link)).find((each) => each !== undefined),
    description: textOf(child(channel, 'description')),
    language: textOf(child(channel, 'language')),
    published: textOf(child(channel, 'pubDate')),
    hasLogo: textOf(child(channel, 'logo', 'url')) !== undefined,
    selfLink: rel('self'),
    hub: rel('hub'),
    items: children(channel, 'item').map(seeItem),
  };
}

function seeItem(item: Element, index: number): SeenItem {
  const guid = child(item, 'guid');
  const [title, description] = [textOf(child(item, 'title')) ?? '', writtenIn(child(item, 'description')) ?? ''];
  const content = writtenIn(child(item, 'encoded'));
  const place = (name: string): number =>
    item.children.findIndex((node) => typeof node === 'object' && node.name === name);
  const body = content === undefined ? undefined : readHtml(content);
  const words = textOf(body) ?? '';
  const status = child(item, 'status');
  return {
    name: textOf(guid) ?? (title || `item ${index + 1}`),
    title,
    shortTitle: textOf(child(item, 'shortTitle')),
    link: textOf(child(item, 'link')),
    guid: textOf(guid),
    guidIsLink: attribute(guid, 'isPermaLink') !== 'false',
    published: textOf(child(item, 'pubDate')),
    description,
    content,
    text: words.length > description.length ? words : description,
    author: textOf(child(item, 'creator')) ?? textOf(child(item, 'author')),
    authorElement: textOf(child(item, 'author')),
    updated: textOf(child(item, 'modified')) ?? textOf(child(item, 'updated')),
    pictures: descendants(item, 'content')
      .filter((media) => attribute(media, 'url') !== undefined)
      .map(seePicture),
    enclosures: children(item, 'enclosure').length,
    enclosuresWhole: children(item, 'enclosure').every((enclosure) =>
      ['url', 'length', 'type'].every((name) => attribute(enclosure, name) !== undefined),
    ),
    depth: body === undefined ? 0 : depthOf(body),
    hasThumbnail: descendants(item, 'thumbnail').length > 0,
    isKill:
      attribute(status, 'state') === 'deleted' ||
      children(item, 'category').some((category) => textOf(category) === 'canceled'),
    descriptionLast: content !== undefined && place('description') > place('encoded'),
  };
}

function seePicture(media: Element): SeenPicture {
  const pixels = (name: string): number | undefined => Number(attribute(media, name)) || undefined;
  return {
    url: attribute(media, 'url')!,
    medium: attribute(media, 'medium'),
    type: attribute(media, 'type'),
    width: pixels('width'),
    height: pixels('height'),
    credit: textOf(child(media, 'credit')),
    role: attribute(child(media, 'credit'), 'role'),
    caption: textOf(child(media, 'text')) ?? textOf(child(media, 'description')),
    mayPassOn: textOf(child(media, 'hasSyndicationRights')) === '1' || textOf(child(media, 'licenseId')) !== undefined,
    repeated: ['title', 'description', 'copyright'].filter((name) => children(media, name).length > 1),
  };
}

/** What stands in the element, letter by letter. */
function writtenIn(element: Element | undefined): string | undefined {
  return (
    element?.children
      .filter((node) => typeof node === 'string')
      .join('')
      .trim() || undefined
  );
}

function depthOf(element: Element): number {
  return element.children.reduce(
    (deepest, node) => (typeof node === 'string' ? deepest : Math.max(deepest, 1 + depthOf(node))),
    0,
  );
}
