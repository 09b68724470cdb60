// RSS 2.0, 0.9x and RDF (RSS 1.0), WordPress exports among them: every item is a story.
// `<dc:creator>Jane Doe</dc:creator><content:encoded>…` → byline, body; `media:content` with `media:credit` → a credited picture.

import type { Draft } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined } from './body.ts';
import type { Body } from './body.ts';
import type { Element } from './element.ts';
import { attribute, child, children, textOf } from './element.ts';
import { contentOf } from './feeds/item-content.ts';
import { bylinesOf, firstText, headlineOf, keywordsOf, linkOf, pubStatusOf, subjectsOf } from './feeds/item-facts.ts';
import { stableGuid, withoutFooter, withoutHeadlineAgain, withoutLeadingHeadline } from './feeds/item-body.ts';
import { mediaOf, withMedia } from './feeds/media.ts';
import type { Found } from './feeds/media-picture.ts';
import { rootName } from './document-type.ts';
import { keepApart, withoutItems } from './feeds/names.ts';
import { attachmentOf, attachmentsOf, datesOf, isNoStory, kindOf, statusOf, thumbnailOf } from './feeds/wordpress.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';
import { readXml } from './xml.ts';

export const rss: Parser = { format: 'rss', recognises, parse };

function recognises({ text }: Upload): boolean {
  const root = rootName(text);
  if (root === 'RDF')
    return /purl\.org\/rss|netscape\.com\/rdf|<(?:\w+:)?(?:channel|item)[\s>]/.test(text.slice(0, 20_000));
  return (
    root !== undefined && (/^rss$/i.test(root) || (root === 'channel' && /<item[\s>]/.test(text.slice(0, 50_000))))
  );
}

function parse({ text }: Upload, { limits }: ParserDesk): Readings {
  const document = readXml(keepApart(text), limits);
  if (isRejection(document)) return [document];
  const { root, notes } = document;
  const channel = root.name === 'channel' ? root : child(root, 'channel');
  // RDF has its items beside the channel, RSS within.
  const items = [...children(channel, 'item'), ...children(root === channel ? undefined : root, 'item')];
  if (items.length === 0) return [reject('no-headline-no-body', 'The feed holds no items.')];
  const feed: Feed = {
    root,
    channel: channel && withoutItems(channel, 'item'),
    attachments: attachmentsOf(items),
    notes,
  };
  const named = new Set(items.map(thumbnailOf).filter((id) => id !== undefined));
  const heads = (item: Element): boolean =>
    kindOf(item) === 'attachment' && named.has(textOf(child(item, 'post_id')) ?? '');
  return items.filter((item) => !heads(item)).map((item) => readItem(item, feed));
}

type Feed = {
  readonly root: Element;
  readonly channel: Element | undefined;
  readonly attachments: ReadonlyMap<string, Found>;
  readonly notes: readonly Note[];
};

function readItem(item: Element, feed: Feed): Reading {
  const kind = kindOf(item);
  if (isNoStory(kind))
    return reject('unknown-format', `This item of the export is a ${kind.replace(/[_-]/g, ' ')}, not a story.`);
  const own = attachmentOf(item);
  const { channel } = feed;
  const link = linkOf(item, linkOf(channel));
  const notes: Note[] = [...feed.notes];
  const content = contentOf(item, link, notes);
  const isPicture = own !== undefined && (kind === 'attachment' || content.body.blocks.length === 0);
  const headline = headlineOf(item, notes);
  const text = withoutHeadlineAgain(
    withoutLeadingHeadline(content.body, headline),
    [headline, firstText([item], 'source')],
    notes,
  );
  const body = isPicture ? pictureBody(own) : withoutFooter(withMedia(text, leadsOf(item, feed, own, link)), notes);
  const provider =
    firstText([item], 'source') ?? firstText([item, channel], 'publisher') ?? firstText([channel], 'title');
  const dates = datesOf(item);
  const status = statusOf(item) ?? pubStatusOf(item);
  return defined<Draft>({
    format: 'rss',
    kind: isPicture ? 'picture' : 'text',
    guid: stableGuid(
      firstText([item], 'guid') ?? attribute(item, 'about') ?? firstText([item], 'identifier'),
      link,
      linkOf(channel),
    ),
    status,
    language:
      firstText([item], 'language') ??
      attribute(item, 'lang') ??
      firstText([channel], 'language') ??
      attribute(channel, 'lang') ??
      attribute(feed.root, 'lang'),
    headline,
    standfirst: isPicture ? undefined : content.standfirst,
    bylines: isPicture ? [] : bylinesOf(item),
    body: body.blocks,
    pictures: body.pictures,
    subjects: subjectsOf(item),
    keywords: keywordsOf(item),
    copyrightNotice: firstText([item], 'rights') ?? firstText([channel], 'copyright', 'rights'),
    created: firstText([item], 'pubDate', 'pubdate', 'date', 'issued', 'created', 'published') ?? dates.created,
    edNotes: /^cancel/i.test(status ?? '') ? proseOf(body) : undefined,
    versionCreated: firstText([item], 'modified', 'updated') ?? dates.modified,
    provider,
    notes,
  });
}

/** The pictures beside the text: the one that heads a post, the one the item carries, and those of Media RSS. */
function leadsOf(
  item: Element,
  { attachments }: Feed,
  own: Found | undefined,
  base: string | undefined,
): readonly Found[] {
  const thumbnail = attachments.get(thumbnailOf(item) ?? '');
  return [...(thumbnail ? [thumbnail] : []), ...(own ? [own] : []), ...mediaOf(item, base)];
}

/** Where a story was taken back the text only says why. */
function proseOf({ blocks }: Body): readonly string[] | undefined {
  const texts = blocks.map((block) => ('text' in block ? block.text : '')).filter((text) => text !== '');
  return texts.length > 0 ? texts : undefined;
}

function pictureBody(picture: Found): Body {
  return { blocks: [{ type: 'figure', picture: 'picture-1' }], pictures: [{ ...picture, id: 'picture-1' }] };
}
