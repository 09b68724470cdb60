// RSS 2.0 with the modules partners read: Atom links, Dublin Core, content:encoded and Media RSS. Written to the rules of the
// RSS Advisory Board's profile, so that the W3C feed validator finds nothing.

import type { Concept, Picture, Story } from '../story.ts';
import { documentUrl, feedUrl } from './addresses.ts';
import { writeBody } from './blocks.ts';
import { channelTitle, languageTag } from './channels.ts';
import { oneLine } from './clean-text.ts';
import { documentId } from './document-id.ts';
import type { Entry, Feed, Format, Site } from './feed.ts';
import type { Shot } from './pictures.ts';
import { copyrightOf, creditOf, rightsLine, shotsOf, usageOf } from './pictures.ts';
import { schemeUri } from './schemes.rules.ts';
import { authorsOf, noticeOf, summaryOf, titleOf } from './summary.ts';
import type { Xml } from './xml.ts';
import { cdataElement, element, escapePlain, escapeText, nothing, textElement, xmlDocument } from './xml.ts';

export const rss: Format = {
  name: 'rss',
  extension: 'rss',
  mediaType: 'application/rss+xml; charset=utf-8',
  feed: writeRss,
};

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

const feedHistory = { 'xmlns:fh': 'http://purl.org/syndication/history/1.0' };

function writeRss(feed: Feed): string {
  const archive = feed.day === undefined ? {} : feedHistory;
  return xmlDocument(element('rss', { version: '2.0', ...namespaces, ...archive }, [writeChannel(feed)]));
}

function writeChannel(feed: Feed): Xml {
  const { site, channel, updatedAt, entries } = feed;
  return element('channel', {}, [
    plainElement('title', channelTitle(channel, site) || channel.name),
    element('link', {}, escapeText(`${site.publicUrl}/`)),
    plainElement('description', channel.description) ?? plainElement('description', channel.name),
    textElement('language', languageTag(channel.language ?? site.language)),
    element('lastBuildDate', {}, rfc822(updatedAt)),
    textElement('generator', site.title),
    feed.day === undefined ? undefined : element('fh:archive'),
    ...writeLinks(feed),
    ...entries.map((entry) => writeItem(entry, site)),
  ]);
}

/** Self, the hub, and the pages of older days (RFC 5005). */
function writeLinks({ site, channel: { name }, day, previousDay, nextDay }: Feed): readonly (Xml | undefined)[] {
  const page = (of?: string): string => feedUrl(site, name, rss.extension, of);
  const link = (rel: string, href: string): Xml => element('atom:link', { rel, type: 'application/rss+xml', href });
  return [
    link('self', page(day)),
    site.hub === undefined ? undefined : element('atom:link', { rel: 'hub', href: site.hub }),
    day === undefined ? undefined : link('current', page()),
    previousDay === undefined ? undefined : link('prev-archive', page(previousDay)),
    nextDay === undefined ? undefined : link('next-archive', page(nextDay)),
  ];
}

/** A killed story keeps its guid and date; it has a notice instead of a text, and no pictures. */
function writeItem(entry: Entry, site: Site): Xml {
  const { story } = entry;
  const killed = story.status === 'canceled';
  return element('item', {}, [
    plainElement('title', titleOf(story)),
    element('link', {}, escapeText(documentUrl(site, documentId(story.uri), 'html'))),
    element('guid', { isPermaLink: 'false' }, escapeText(oneLine(story.uri))),
    element('pubDate', {}, rfc822(story.firstCreatedAt)),
    element('dcterms:modified', {}, escapeText(story.versionCreatedAt)),
    ...(killed ? [] : writeSigners(story)),
    ...writeCategories(story),
    writeDescription(entry),
    cdataElement('content:encoded', killed ? nothing : writeBody(story, site)),
    ...(killed ? [] : writePictures(story, site)),
  ]);
}

/** One dc:creator however many signed: readers that meet several show the first, the last or all. */
function writeSigners(story: Story): readonly (Xml | undefined)[] {
  return [
    textElement('dc:creator', authorsOf(story)),
    textElement('dc:publisher', oneLine(story.provider)),
    plainElement('dc:rights', rightsLine(copyrightOf(story), oneLine(story.usageTerms ?? ''))),
  ];
}

/** Readers take the description for HTML, so its text is escaped as HTML first. It stands before content:encoded, which else would hide it. */
function writeDescription(entry: Entry): Xml {
  const text = [noticeOf(entry), summaryOf(entry.story)].filter(Boolean).join(' ') || titleOf(entry.story);
  return element('description', {}, escapeText(escapeText(text)));
}

function writeCategories(story: Story): readonly Xml[] {
  const { status, signal, kicker, subjects, keywords } = story;
  const categories = [
    status === 'canceled' ? writeCategory('canceled', schemeUri('stat')) : undefined,
    signal === 'correction' || signal === 'update' ? writeCategory(signal, schemeUri('sig')) : undefined,
    writeCategory(kicker),
    ...subjects.map(writeSubject),
    ...keywords.map((keyword) => writeCategory(keyword)),
  ];
  return [...new Set(categories.filter((category) => category !== undefined))];
}

function writeSubject({ scheme, code, name }: Concept): Xml | undefined {
  return writeCategory(name?.trim() ? name : code, scheme === undefined ? undefined : schemeUri(scheme));
}

function writeCategory(text: string | undefined, domain?: string): Xml | undefined {
  return plainElement('category', text, { domain });
}

/** RSS allows one enclosure an item, and only where address, size and type are all known. */
function writePictures({ pictures }: Story, site: Site): readonly (Xml | undefined)[] {
  const taken = pictures.map((picture) => ({ picture, shots: shotsOf(picture, site) }));
  const first = taken.flatMap(({ shots }) => shots).find(({ bytes, mediaType }) => bytes !== undefined && mediaType !== undefined);
  return [
    first && element('enclosure', { url: first.url, length: first.bytes, type: first.mediaType }),
    ...taken.map(({ picture, shots }) => writeMedia(picture, shots)),
  ];
}

function writeMedia(picture: Picture, shots: readonly Shot[]): Xml | undefined {
  const [best] = shots;
  if (!best) return undefined;
  const words = describe(picture);
  if (shots.length === 1) return writeShot(best, words);
  return element('media:group', {}, shots.map((shot) => writeShot(shot, words, shot === best ? 'true' : undefined)));
}

/** Every rendition carries caption and credit: readers ignore those of the group. */
function writeShot({ url, mediaType, width, height, bytes }: Shot, words: readonly (Xml | undefined)[], isDefault?: string): Xml {
  return element('media:content', { url, type: mediaType, medium: 'image', width, height, fileSize: bytes, isDefault }, words);
}

function describe(picture: Picture): readonly (Xml | undefined)[] {
  const { headline, caption, credit } = picture;
  const role = credit?.people.length ? 'photographer' : undefined;
  return [
    plainElement('media:title', headline, { type: 'plain' }),
    plainElement('media:description', caption, { type: 'plain' }),
    plainElement('media:credit', creditOf(picture), { role, scheme: role && 'urn:ebu' }),
    plainElement('media:copyright', rightsLine(copyrightOf(picture), usageOf(picture))),
  ];
}

/** Plain text on one line, in the form that readers who expect HTML show alike. */
function plainElement(name: string, text: string | undefined, attributes?: Readonly<Record<string, string | undefined>>): Xml | undefined {
  const line = oneLine(text ?? '');
  return line ? element(name, attributes, escapePlain(line)) : undefined;
}

/** `Tue, 08 Feb 2022 09:30:00 GMT`. */
function rfc822(instant: string): Xml {
  return escapeText(new Date(instant).toUTCString());
}
