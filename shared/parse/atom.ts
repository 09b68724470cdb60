// Atom (RFC 4287), a feed or one entry: every entry is a story, a tombstone (RFC 6721) a killed one.
// `<author><name>Jane Doe</name></author><content type="html">…` → byline, body.

import type { Draft, DraftLink } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Concept, Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined } from './body.ts';
import type { Element } from './element.ts';
import { attribute, child, children, textOf } from './element.ts';
import { contentOf, lineOf } from './feeds/atom-text.ts';
import { bylineOf } from './feeds/bylines.ts';
import { withoutFooter } from './feeds/item-body.ts';
import { mediaOf, withMedia } from './feeds/media.ts';
import { rootName } from './document-type.ts';
import { keepApart, withoutItems } from './feeds/names.ts';
import { readManagement } from './feeds/news-management.ts';
import { webAddress } from './html/addresses.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';
import { readXml } from './xml.ts';

export const atom: Parser = { format: 'atom', recognises, parse };

function recognises({ text }: Upload): boolean {
  const root = rootName(text);
  if (root === 'deleted-entry') return true;
  return (
    (root === 'feed' || root === 'entry') &&
    (/www\.w3\.org\/2005\/Atom|purl\.org\/atom/.test(text.slice(0, 10_000)) ||
      /<(?:\w+:)?(?:entry|content|summary)[\s>]/.test(text.slice(0, 50_000)))
  );
}

function parse({ text }: Upload, { limits }: ParserDesk): Readings {
  const document = readXml(keepApart(text), limits);
  if (isRejection(document)) return [document];
  const { root, notes } = document;
  if (root.name === 'deleted-entry') return [readTombstone(root)];
  if (root.name === 'entry') return [readEntry(root, undefined, notes)];
  const feed = withoutItems(root, 'entry', 'deleted-entry');
  const readings: readonly Reading[] = [
    ...children(root, 'entry').map((entry) => readEntry(entry, feed, notes)),
    ...children(root, 'deleted-entry').map(readTombstone),
  ];
  return readings.length > 0 ? readings : [reject('no-headline-no-body', 'The feed holds no entries.')];
}

function readTombstone(entry: Element): Draft {
  const comment = textOf(child(entry, 'comment'));
  return defined<Draft>({
    format: 'atom',
    guid: attribute(entry, 'ref'),
    status: 'canceled',
    signal: 'kill',
    body: [],
    pictures: [],
    edNotes: comment === undefined ? undefined : [comment],
    versionCreated: attribute(entry, 'when'),
  });
}

function readEntry(entry: Element, feed: Element | undefined, given: readonly Note[]): Draft {
  const base =
    attribute(entry, 'base') ??
    attribute(feed, 'base') ??
    addressOf(entry, 'alternate') ??
    addressOf(feed, 'alternate');
  const notes = [...given];
  const { body, standfirst, said } = contentOf(entry, base, notes);
  const { blocks, pictures } = withoutFooter(withMedia(body, mediaOf(entry, base)), notes);
  const managed: Partial<Draft> = { ...said, ...readManagement(entry) };
  const source = child(entry, 'source');
  const rights = lineOf(child(entry, 'rights')) ?? lineOf(child(source, 'rights')) ?? lineOf(child(feed, 'rights'));
  const updated = textOf(child(entry, 'updated')) ?? textOf(child(entry, 'modified'));
  const bylines = bylinesOf(entry, source, feed);
  return defined<Draft>({
    ...managed,
    format: 'atom',
    kind: 'text',
    guid: textOf(child(entry, 'id')) ?? addressOf(entry, 'alternate', base),
    language:
      attribute(entry, 'lang') ??
      attribute(child(entry, 'content'), 'lang') ??
      managed.language ??
      attribute(feed, 'lang'),
    headline: lineOf(child(entry, 'title')) ?? managed.headline ?? lineOf(child(entry, 'media.title')),
    standfirst: standfirst ?? managed.standfirst,
    bylines: managed.bylines ?? bylines,
    body: blocks,
    pictures,
    subjects: [
      ...children(entry, 'category')
        .filter((category) => attribute(category, 'scheme') !== undefined)
        .map(conceptOf),
      ...(managed.subjects ?? []),
    ],
    keywords: [...keywordsOf(entry), ...(managed.keywords ?? [])],
    copyrightNotice: rights ?? managed.copyrightNotice,
    created:
      managed.created ??
      textOf(child(entry, 'published')) ??
      textOf(child(entry, 'issued')) ??
      textOf(child(entry, 'created')),
    versionCreated: managed.versionCreated ?? updated,
    provider: lineOf(child(source, 'title')) ?? managed.provider ?? lineOf(child(feed, 'title')),
    links: linksOf(entry, base),
    notes,
  });
}

/** The entry's authors, else those of the feed it was taken from, else the feed's. A feed that names itself as author wrote nothing. */
function bylinesOf(entry: Element, source: Element | undefined, feed: Element | undefined): readonly string[] {
  const holder = [entry, source, feed].find((each) => children(each, 'author').length > 0);
  // "All stories | Northlight" names Northlight as much as "Northlight" does.
  const publishers = [source, feed].flatMap((each) => {
    const title = lineOf(child(each, 'title'))?.toLowerCase();
    return title === undefined ? [] : [title, ...title.split(/\s*[|–—·]\s*/u)];
  });
  const names = children(holder, 'author').map((author) => {
    const name =
      textOf(child(author, 'name')) ??
      (author.children.every((node) => typeof node === 'string') ? textOf(author) : undefined);
    const email = textOf(child(author, 'email'));
    return name === undefined || publishers.includes(name.toLowerCase())
      ? undefined
      : email === undefined
        ? name
        : `${name}, ${email}`;
  });
  return bylineOf(names.filter((name) => name !== undefined));
}

function keywordsOf(entry: Element): readonly string[] {
  const words = children(entry, 'category')
    .filter((category) => attribute(category, 'scheme') === undefined)
    .map((category) => attribute(category, 'label') ?? attribute(category, 'term'));
  const lists = children(entry, 'media.keywords').flatMap((element) => (textOf(element) ?? '').split(','));
  return [...words, ...lists].map((word) => word?.trim() ?? '').filter((word) => word !== '');
}

function conceptOf(category: Element): Concept {
  return defined<Concept>({
    scheme: attribute(category, 'scheme'),
    code: attribute(category, 'term'),
    name: attribute(category, 'label') ?? attribute(category, 'term'),
  });
}

function addressOf(entry: Element | undefined, rel: string, base?: string): string | undefined {
  return children(entry, 'link')
    .filter((link) => (attribute(link, 'rel') ?? 'alternate') === rel)
    .map((link) => webAddress(attribute(link, 'href'), base))
    .find((href) => href !== undefined);
}

/** What the entry belongs with; where it stands itself (alternate, self, edit) is no other story. */
function linksOf(entry: Element, base: string | undefined): readonly DraftLink[] {
  return children(entry, 'link').flatMap((link) => {
    const rel = /^(?:related|via)$/.test(attribute(link, 'rel') ?? '')
      ? 'seeAlso'
      : attribute(link, 'rel') === 'predecessor-version'
        ? 'evolvedFrom'
        : undefined;
    const uri = webAddress(attribute(link, 'href'), base);
    return rel === undefined || uri === undefined
      ? []
      : [defined<DraftLink>({ rel, uri, title: attribute(link, 'title') })];
  });
}
