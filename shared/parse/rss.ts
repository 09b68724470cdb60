// RSS 2.0, 0.9x and RDF (RSS 1.0), WordPress exports among them: every item is a story.
// `<dc:creator>Jane Doe</dc:creator><content:encoded>…` → byline, body; `media:content` with `media:credit` → a credited picture.

import type { Draft, DraftPicture } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Concept, Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined, safeAddress } from './body.ts';
import type { Element } from './element.ts';
import { attribute, child, children, textOf } from './element.ts';
import { plainLine, readItemBody, stableGuid } from './feeds/item-body.ts';
import { mediaOf, withMedia } from './feeds/media.ts';
import { attachmentsOf, isAttachment, kindOf, statusOf, thumbnailOf, withoutShortcodes } from './feeds/wordpress.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';
import { readXml } from './xml.ts';

export const rss: Parser = { format: 'rss', recognises, parse };

function recognises({ text }: Upload): boolean {
  const head = text.slice(0, 6000);
  return /<rss[\s>]/i.test(head) || (/<(?:\w+:)?RDF[\s>]/.test(head) && /purl\.org\/rss|<(?:\w+:)?(?:channel|item)[\s>]/.test(text.slice(0, 20_000)));
}

function parse({ text }: Upload, { limits }: ParserDesk): Readings {
  const document = readXml(text, limits);
  if (isRejection(document)) return [document];
  const channel = child(document.root, 'channel');
  // RDF has its items beside the channel, RSS within.
  const items = [...children(channel, 'item'), ...children(document.root, 'item')];
  if (items.length === 0) return [reject('no-headline-no-body', 'The feed holds no items.')];
  const attachments = attachmentsOf(items);
  const named = new Set(items.map(thumbnailOf).filter((id) => id !== undefined));
  return items.filter((item) => !(isAttachment(item) && named.has(textOf(child(item, 'post_id')) ?? ''))).map((item) => readItem(item, channel, attachments, document.notes));
}

function readItem(item: Element, channel: Element | undefined, attachments: ReadonlyMap<string, Omit<DraftPicture, 'id'>>, notes: readonly Note[]): Reading {
  const kind = kindOf(item);
  if (kind !== undefined && !/^(?:post|page|attachment|article|story|news)$/.test(kind)) return reject('unknown-format', `This item of the export is a ${kind.replace(/_/g, ' ')}, not a story.`);
  const thumbnail = attachments.get(thumbnailOf(item) ?? '');
  const media = [...(thumbnail ? [thumbnail] : []), ...mediaOf(item)];
  const own = attachments.get(textOf(child(item, 'post_id')) ?? '');
  const isPicture = isAttachment(item) && own !== undefined;
  const { html, standfirst } = contentOf(item);
  const body = isPicture ? { blocks: [{ type: 'figure', picture: 'picture-1' } as const], pictures: [{ ...own, id: 'picture-1' }] } : withMedia(readItemBody(kind === undefined ? html : withoutShortcodes(html)), media);
  const link = linkOf(item);
  return defined<Draft>({
    format: 'rss',
    kind: isPicture ? 'picture' : 'text',
    guid: stableGuid(textOf(child(item, 'guid')) ?? attribute(item, 'about'), link, linkOf(channel)),
    status: statusOf(item),
    language: textOf(child(item, 'language')) ?? textOf(child(channel, 'language')),
    headline: plainLine(textOf(child(item, 'title'))),
    standfirst,
    bylines: isPicture ? [] : bylinesOf(item),
    body: body.blocks,
    pictures: body.pictures,
    subjects: children(item, 'category').filter((category) => attribute(category, 'domain') !== undefined && attribute(category, 'domain') !== 'post_tag').map(conceptOf),
    keywords: [...children(item, 'category').filter((category) => attribute(category, 'domain') === undefined || attribute(category, 'domain') === 'post_tag').map((category) => plainLine(textOf(category))), ...(textOf(child(item, 'keywords')) ?? '').split(',').map((word) => word.trim() || undefined)].filter((word) => word !== undefined),
    copyrightNotice: textOf(child(item, 'rights')) ?? textOf(child(channel, 'copyright')) ?? textOf(child(channel, 'rights')),
    created: textOf(child(item, 'pubDate')) ?? textOf(child(item, 'date')) ?? textOf(child(item, 'issued')) ?? textOf(child(item, 'created')),
    versionCreated: textOf(child(item, 'modified')) ?? textOf(child(item, 'updated')),
    provider: textOf(child(item, 'source')) ?? textOf(child(item, 'publisher')) ?? textOf(child(channel, 'title')),
    notes,
  });
}

/** The full text where the item has it; a description beside it is the summary. Feeds of headlines have the description only. */
function contentOf(item: Element): { readonly html: string; readonly standfirst?: string } {
  const [full, excerpt] = children(item, 'encoded').map((encoded) => rawText(encoded));
  const description = rawText(child(item, 'description'));
  if (full === undefined || full.trim() === '') return { html: description ?? '' };
  const summary = plainLine(excerpt?.trim() ? excerpt : description);
  const begins = (plainLine(full) ?? '').slice(0, 60);
  return summary === undefined || summary.startsWith(begins) || begins === '' ? { html: full } : { html: full, standfirst: summary };
}

/** All text inside as it came, markup in CDATA or escaped. */
function rawText(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  return element.children.map((node) => (typeof node === 'string' ? node : `<${node.name}>${rawText(node) ?? ''}</${node.name}>`)).join('');
}

function linkOf(element: Element | undefined): string | undefined {
  const written = children(element, 'link').map((link) => safeAddress(textOf(link))).find((address) => address !== undefined);
  const alternate = children(element, 'link').filter((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate').map((link) => safeAddress(attribute(link, 'href'))).find((address) => address !== undefined);
  return written ?? alternate;
}

/** `dc:creator`, or `author` as "jane@example.org (Jane Doe)". */
function bylinesOf(item: Element): readonly string[] {
  const creators = children(item, 'creator').map((creator) => textOf(creator)).filter((text) => text !== undefined);
  if (creators.length > 0) return [...new Set(creators)].length > 1 ? [[...new Set(creators)].join(' and ')] : creators.slice(0, 1);
  return children(item, 'author').map((author) => textOf(author)).filter((text) => text !== undefined).map((text) => {
    const [, address, name] = /^(\S+@\S+)\s*\((.+)\)$/.exec(text) ?? [];
    return address !== undefined && name !== undefined ? `${name}, ${address}` : text;
  }).filter((text) => !/^\S+@\S+$/.test(text)).slice(0, 1);
}

function conceptOf(category: Element): Concept {
  return defined<Concept>({ scheme: attribute(category, 'domain'), code: attribute(category, 'nicename') ?? textOf(category), name: plainLine(textOf(category)) });
}
