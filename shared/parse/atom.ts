// Atom (RFC 4287), a feed or one entry: every entry is a story, a tombstone (RFC 6721) a killed one.
// `<author><name>Jane Doe</name></author><content type="html">…` → byline, body.

import type { Draft, DraftLink } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Concept, Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import type { Body } from './body.ts';
import { defined, readBody, safeAddress } from './body.ts';
import type { Element } from './element.ts';
import { attribute, child, children, textOf } from './element.ts';
import { plainLine, readItemBody } from './feeds/item-body.ts';
import { mediaOf, withMedia } from './feeds/media.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';
import { readXml } from './xml.ts';

export const atom: Parser = { format: 'atom', recognises, parse };

function recognises({ text }: Upload): boolean {
  const head = text.slice(0, 6000);
  return /<(?:\w+:)?(?:feed|entry)[\s>]/.test(head) && (/www\.w3\.org\/2005\/Atom|purl\.org\/atom/.test(head) || /<(?:\w+:)?entry[\s>]/.test(text.slice(0, 50_000)));
}

function parse({ text }: Upload, { limits }: ParserDesk): Readings {
  const document = readXml(text, limits);
  if (isRejection(document)) return [document];
  const { root, notes } = document;
  if (root.name === 'entry') return [readEntry(root, undefined, notes)];
  const readings: readonly Reading[] = [...children(root, 'entry').map((entry) => readEntry(entry, root, notes)), ...children(root, 'deleted-entry').map(readTombstone)];
  return readings.length > 0 ? readings : [reject('no-headline-no-body', 'The feed holds no entries.')];
}

function readTombstone(entry: Element): Draft {
  const comment = textOf(child(entry, 'comment'));
  return defined<Draft>({ format: 'atom', guid: attribute(entry, 'ref'), status: 'canceled', signal: 'kill', body: [], pictures: [], edNotes: comment === undefined ? undefined : [comment], versionCreated: attribute(entry, 'when') });
}

function readEntry(entry: Element, feed: Element | undefined, notes: readonly Note[]): Draft {
  const summary = construct(child(entry, 'summary'));
  const content = children(entry, 'content').find((each) => attribute(each, 'url') === undefined);
  const own = content ? bodyOf(content) : { blocks: [], pictures: [] };
  const hasText = own.blocks.some((block) => block.type !== 'figure');
  const body = withMedia(hasText ? own : readItemBody(rawOf(child(entry, 'summary')) ?? ''), mediaOf(entry));
  const source = child(entry, 'source') ?? feed;
  return defined<Draft>({
    format: 'atom',
    kind: 'text',
    guid: textOf(child(entry, 'id')) ?? addressOf(entry, 'alternate'),
    language: attribute(entry, 'lang') ?? attribute(content, 'lang') ?? attribute(feed, 'lang'),
    headline: construct(child(entry, 'title')),
    standfirst: hasText ? summary : undefined,
    bylines: bylinesOf(entry, feed),
    body: body.blocks,
    pictures: body.pictures,
    subjects: children(entry, 'category').filter((category) => attribute(category, 'scheme') !== undefined).map(conceptOf),
    keywords: children(entry, 'category').filter((category) => attribute(category, 'scheme') === undefined).map((category) => attribute(category, 'label') ?? attribute(category, 'term')).filter((word) => word !== undefined),
    copyrightNotice: construct(child(entry, 'rights')) ?? construct(child(feed, 'rights')),
    created: textOf(child(entry, 'published')) ?? textOf(child(entry, 'issued')) ?? textOf(child(entry, 'created')),
    versionCreated: textOf(child(entry, 'updated')) ?? textOf(child(entry, 'modified')),
    provider: construct(child(source, 'title')),
    links: linksOf(entry),
    notes,
  });
}

/** A text construct as one line: plain text, escaped HTML, or XHTML. */
function construct(element: Element | undefined): string | undefined {
  return attribute(element, 'type') === 'html' ? plainLine(textOf(element)) : textOf(element);
}

function bodyOf(content: Element): Body {
  const type = attribute(content, 'type') ?? 'text';
  if (type === 'xhtml' || /xml$/.test(type)) return readBody(content);
  if (type === 'html' || type === 'text/html' || /<\w+[^>]*>/.test(rawOf(content) ?? '')) return readItemBody(rawOf(content) ?? '');
  const lines = (rawOf(content) ?? '').split(/\n\s*\n/).map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  return { blocks: lines.map((text) => ({ type: 'paragraph', text })), pictures: [] };
}

/** Character data as it came; elements inside (unescaped markup) are kept as such. */
function rawOf(element: Element | undefined): string | undefined {
  return element?.children.map((node) => (typeof node === 'string' ? node : `<${node.name}>${rawOf(node) ?? ''}</${node.name}>`)).join('');
}

/** The entry's authors, else the feed's. */
function bylinesOf(entry: Element, feed: Element | undefined): readonly string[] {
  const own = children(entry, 'author');
  // A feed's author that is the feed itself wrote nothing.
  const publisher = construct(child(feed, 'title'))?.toLowerCase();
  const authors = (own.length > 0 ? own : children(feed, 'author')).filter((author) => textOf(child(author, 'name'))?.toLowerCase() !== publisher).map((author) => {
    const name = textOf(child(author, 'name'));
    const email = textOf(child(author, 'email'));
    return name !== undefined && email !== undefined ? `${name}, ${email}` : name;
  }).filter((text) => text !== undefined);
  return authors.length > 1 && authors.every((author) => !author.includes('@')) ? [authors.join(' and ')] : authors;
}

function conceptOf(category: Element): Concept {
  return defined<Concept>({ scheme: attribute(category, 'scheme'), code: attribute(category, 'term'), name: attribute(category, 'label') ?? attribute(category, 'term') });
}

function addressOf(entry: Element, rel: string): string | undefined {
  return children(entry, 'link').filter((link) => (attribute(link, 'rel') ?? 'alternate') === rel).map((link) => safeAddress(attribute(link, 'href'))).find((href) => href !== undefined);
}

function linksOf(entry: Element): readonly DraftLink[] {
  const related = children(entry, 'link').filter((link) => /^(?:related|predecessor-version)$/.test(attribute(link, 'rel') ?? ''));
  return related.map((link) => ({ rel: attribute(link, 'rel') === 'related' ? 'seeAlso' : 'evolvedFrom', uri: safeAddress(attribute(link, 'href')), title: attribute(link, 'title') })).filter((link): link is DraftLink & { title: string | undefined } => link.uri !== undefined).map((link) => defined<DraftLink>(link));
}
