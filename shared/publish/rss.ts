// RSS 2.0 with the modules partners read: Atom links, Dublin Core, content:encoded and Media RSS. Written to the rules of the
// RSS Advisory Board's profile, so that the W3C feed validator finds nothing.

import type { Concept, Story } from '../story.ts';
import { pageUrl } from './addresses.ts';
import { writeBody } from './blocks.ts';
import { channelTitle, languageTag } from './channels.ts';
import { oneLine } from './clean-text.ts';
import type { Channel, Entry, Feed, Format, Site } from './feed.ts';
import { linksOf } from './feed-links.ts';
import { mediaNamespace, writeMedia } from './media-rss.ts';
import { copyrightOf, rightsLine, shotsOf } from './pictures.ts';
import type { Profile } from './profiles.rules.ts';
import { profileNamed } from './profiles.rules.ts';
import { schemeUri } from './schemes.rules.ts';
import { authorsOf, noticeOf, shorten, summaryOf, titleOf } from './summary.ts';
import type { Xml } from './xml.ts';
import { cdataElement, element, escapeText, nothing, plainElement, textElement, xmlDocument } from './xml.ts';

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
  ...mediaNamespace,
};

const feedHistory = { 'xmlns:fh': 'http://purl.org/syndication/history/1.0' };

function writeRss(feed: Feed): string {
  const archive = feed.day === undefined ? {} : feedHistory;
  const profile = profileNamed(feed.channel.profile);
  return xmlDocument(
    element('rss', { version: '2.0', ...namespaces, ...archive, ...profile.namespaces }, [writeChannel(feed, profile)]),
  );
}

function writeChannel(feed: Feed, profile: Profile): Xml {
  const { site, channel, updatedAt, entries } = feed;
  const language = languageTag(channel.language ?? '') ?? languageTag(site.language);
  const title = channelTitle(channel, site);
  return element('channel', {}, [
    plainElement('title', title),
    element('link', {}, escapeText(`${site.publicUrl}/`)),
    plainElement('description', atMost(oneLine(channel.description) || title, profile.channelDescription)),
    textElement('language', language),
    profile.channelDate && element('pubDate', {}, rfc822(updatedAt)),
    element('lastBuildDate', {}, rfc822(updatedAt)),
    textElement('generator', site.title),
    profile.ttl === undefined ? undefined : element('ttl', {}, escapeText(String(profile.ttl))),
    ...writeImage(channel, title, site, profile),
    feed.day === undefined ? undefined : element('fh:archive'),
    ...linksOf(feed, rss).map((link) => element('atom:link', link)),
    ...entries.map((entry) => writeItem(entry, site, language, profile)),
  ]);
}

/** RSS asks for the channel's own title and link with its image. */
function writeImage({ image }: Channel, title: string, site: Site, { logo }: Profile): readonly (Xml | undefined)[] {
  if (image === undefined) return [];
  const own = [
    textElement('url', image),
    plainElement('title', title),
    element('link', {}, escapeText(`${site.publicUrl}/`)),
  ];
  return [element('image', {}, own), logo && element(logo, {}, [textElement('url', image)])].map(
    (each) => each || undefined,
  );
}

/** A killed story keeps its guid and date; it has a notice instead of a text, and no pictures. `language` is that of the channel. */
function writeItem(entry: Entry, site: Site, language: string | undefined, profile: Profile): Xml {
  const { story } = entry;
  const killed = story.status === 'canceled';
  const { shortTitle } = profile;
  return element('item', {}, [
    plainElement('title', atMost(titleOf(story), profile.title)),
    shortTitle && plainElement(shortTitle.element, atMost(titleOf(story), shortTitle.characters)),
    element('link', {}, escapeText(pageUrl(site, story.uri))),
    element('guid', { isPermaLink: 'false' }, escapeText(oneLine(story.chain ?? story.uri))),
    element('pubDate', {}, rfc822(story.firstCreatedAt)),
    element('dcterms:modified', {}, escapeText(story.versionCreatedAt)),
    story.language === language ? undefined : textElement('dc:language', languageTag(story.language)),
    ...(killed ? [] : writeSigners(story)),
    ...writeCategories(story),
    writeDescription(entry),
    cdataElement('content:encoded', killed ? nothing : writeBody(story, site)),
    ...(killed ? [] : writePictures(story, site, profile)),
    killed && profile.deletedStatus ? element('media:status', { state: 'deleted' }) : undefined,
  ]);
}

/** The ellipsis counts too. */
function atMost(text: string, characters: number | undefined): string {
  return characters === undefined || text.length <= characters ? text : shorten(text, characters - 1);
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
function writePictures({ pictures }: Story, site: Site, profile: Profile): readonly (Xml | undefined)[] {
  const shots = pictures.map((picture) => shotsOf(picture, site));
  const small = profile.thumbnail && shots[0]?.toSorted((a, b) => (a.width ?? Infinity) - (b.width ?? Infinity))[0];
  const whole = shots.flat().find(({ bytes, mediaType }) => bytes !== undefined && mediaType !== undefined);
  const enclosure = whole && element('enclosure', { url: whole.url, length: whole.bytes, type: whole.mediaType });
  return [
    enclosure,
    ...pictures.map((picture, place) => writeMedia(picture, shots[place]!, profile)),
    small && element('media:thumbnail', { url: small.url, width: small.width, height: small.height }),
  ].map((each) => each || undefined);
}

/** `Tue, 08 Feb 2022 09:30:00 GMT`. */
function rfc822(instant: string): Xml {
  return escapeText(new Date(instant).toUTCString());
}
