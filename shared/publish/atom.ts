// Atom 1.0 (RFC 4287). A killed story is a tombstone (RFC 6721): readers that know it remove the entry, and no text is left.

import type { Concept, Story } from '../story.ts';
import { identifierOf, pageUrl } from './addresses.ts';
import { writeBody } from './blocks.ts';
import { channelTitle, languageTag } from './channels.ts';
import { oneLine } from './clean-text.ts';
import type { Entry, Feed, Format, Site } from './feed.ts';
import { linksOf } from './feed-links.ts';
import { mediaNamespace, writeMedia } from './media-rss.ts';
import type { Shot } from './pictures.ts';
import { copyrightOf, rightsLine, shotsOf } from './pictures.ts';
import { schemeUri } from './schemes.rules.ts';
import { authorNames, noticeOf, summaryOf, titleOf } from './summary.ts';
import type { Xml } from './xml.ts';
import { cdataElement, element, escapeText, nothing, textElement, xmlDocument } from './xml.ts';

export const atom: Format = {
  name: 'atom',
  extension: 'atom',
  mediaType: 'application/atom+xml; charset=utf-8',
  feed: writeAtom,
};

const tombstoneNamespace = { 'xmlns:at': 'http://purl.org/atompub/tombstones/1.0' };
const historyNamespace = { 'xmlns:fh': 'http://purl.org/syndication/history/1.0' };

function writeAtom(feed: Feed): string {
  const { site, channel, updatedAt, entries, day } = feed;
  const links = linksOf(feed, atom);
  const killed = entries.filter(({ story }) => story.status === 'canceled');
  const alive = entries.filter(({ story }) => story.status !== 'canceled');
  const extensions = { ...(killed.length > 0 && tombstoneNamespace), ...(day !== undefined && historyNamespace) };
  const language = languageTag(channel.language ?? '') ?? languageTag(site.language);
  const root = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', ...mediaNamespace, ...extensions, 'xml:lang': language },
    [
      textElement('id', links[0]?.href),
      element('title', {}, escapeText(channelTitle(channel, site))),
      textElement('subtitle', oneLine(channel.description)),
      textElement('updated', updatedAt),
      element('author', {}, [textElement('name', oneLine(site.title)) ?? textElement('name', 'Newswire')]),
      textElement('generator', oneLine(site.title)),
      textElement('logo', channel.image),
      element('link', { rel: 'alternate', type: 'text/html', href: `${site.publicUrl}/` }),
      ...links.map((link) => element('link', link)),
      day === undefined ? undefined : element('fh:archive'),
      // The grammar of RFC 4287 allows foreign elements before the entries only.
      ...killed.map((entry) => writeTombstone(entry, site)),
      ...alive.map((entry) => writeEntry(entry, site)),
    ],
  );
  return xmlDocument(root);
}

function writeTombstone(entry: Entry, site: Site): Xml {
  const { story, changedAt } = entry;
  return element('at:deleted-entry', { ref: identifierOf(site, story.chain ?? story.uri), when: changedAt }, [
    element('at:comment', {}, escapeText(`${titleOf(story)}. ${noticeOf(entry)}`)),
  ]);
}

function writeEntry(entry: Entry, site: Site): Xml {
  const { story, changedAt } = entry;
  const body = writeBody(story, site);
  const shots = story.pictures.map((picture) => shotsOf(picture, site));
  return element('entry', { 'xml:lang': languageTag(story.language) }, [
    element('id', {}, escapeText(identifierOf(site, story.chain ?? story.uri))),
    element('title', {}, escapeText(titleOf(story))),
    element('link', { rel: 'alternate', type: 'text/html', href: pageUrl(site, story.uri) }),
    ...shots.map(([best]) => best && writeEnclosure(best)),
    textElement('published', story.firstCreatedAt),
    textElement('updated', changedAt),
    ...writePeople(story),
    ...writeCategories(story),
    textElement('rights', rightsLine(copyrightOf(story), oneLine(story.usageTerms ?? ''))),
    textElement('summary', [noticeOf(entry), summaryOf(story)].filter(Boolean).join(' ') || titleOf(story)),
    body === nothing ? undefined : cdataElement('content', body, { type: 'html' }),
    ...story.pictures.map((picture, place) => writeMedia(picture, shots[place]!)),
  ]);
}

function writeEnclosure({ url, mediaType, bytes }: Shot): Xml {
  return element('link', { rel: 'enclosure', type: mediaType, href: url, length: bytes });
}

/** Everyone who signs is an author of their own; where nobody does, the provider answers for the story. */
function writePeople(story: Story): readonly Xml[] {
  const names = authorNames(story);
  const provider = oneLine(story.provider);
  const authors = names.length > 0 || !provider ? names : [provider];
  const helpers = (story.byline?.people ?? [])
    .filter(({ role }) => role !== undefined)
    .map(({ name }) => oneLine(name));
  return [...writeNames('author', authors), ...writeNames('contributor', helpers)];
}

function writeNames(name: 'author' | 'contributor', people: readonly string[]): readonly Xml[] {
  return people.filter(Boolean).map((person) => element(name, {}, [textElement('name', person)]));
}

function writeCategories({ kicker, subjects, keywords, signal }: Story): readonly Xml[] {
  const categories = [
    signal === 'correction' || signal === 'update' ? writeCategory({ scheme: 'sig', code: signal }) : undefined,
    writeCategory({ code: kicker }),
    ...subjects.map(writeCategory),
    ...keywords.map((code) => writeCategory({ code })),
  ];
  return [...new Set(categories.filter((category) => category !== undefined))];
}

function writeCategory({ scheme, code = '', name = '' }: Concept): Xml | undefined {
  const term = oneLine(code) || oneLine(name);
  const uri = scheme === undefined ? undefined : schemeUri(scheme);
  const label = oneLine(name);
  return term
    ? element('category', {
        term,
        scheme: uri && /^https?:/.test(uri) ? uri : undefined,
        label: label && label !== term ? label : undefined,
      })
    : undefined;
}
