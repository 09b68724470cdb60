// JSON Feed 1.1. What it has no words for, such as status and credits, stands under `_copytaster` as its extensions do.

import type { Picture, Story } from '../story.ts';
import { documentUrl, pageUrl } from './addresses.ts';
import { writeBody } from './blocks.ts';
import { channelTitle, languageTag } from './channels.ts';
import { oneLine } from './clean-text.ts';
import { documentId } from './document-id.ts';
import type { Entry, Feed, Format, Site } from './feed.ts';
import { linksOf } from './feed-links.ts';
import { writeJson } from './json.ts';
import type { Shot } from './pictures.ts';
import { copyrightOf, creditOf, shotsOf, usageOf } from './pictures.ts';
import { authorNames, noticeOf, summaryOf, titleOf } from './summary.ts';

export const jsonFeed: Format = {
  name: 'json-feed',
  extension: 'json',
  mediaType: 'application/feed+json; charset=utf-8',
  feed: writeFeed,
  document: writeDocument,
};

const version = 'https://jsonfeed.org/version/1.1';

function writeFeed(feed: Feed): string {
  const { site, channel, entries } = feed;
  const links = linksOf(feed, jsonFeed);
  const hubs = links.filter(({ rel }) => rel === 'hub').map(({ href }) => ({ type: 'WebSub', url: href }));
  return writeJson({
    version,
    title: channelTitle(channel, site),
    home_page_url: `${site.publicUrl}/`,
    feed_url: links[0]?.href,
    next_url: links.find(({ rel }) => rel === 'next' || rel === 'prev-archive')?.href,
    description: oneLine(channel.description),
    icon: channel.image,
    language: languageTag(channel.language ?? '') ?? languageTag(site.language),
    hubs,
    items: entries.map((entry) => makeItem(entry, site)),
  });
}

/** A story alone is a feed of one item. */
function writeDocument(entry: Entry, site: Site): string {
  const { uri, language } = entry.story;
  return writeJson({
    version,
    title: titleOf(entry.story),
    home_page_url: pageUrl(site, uri),
    feed_url: documentUrl(site, documentId(uri), jsonFeed.extension),
    language: languageTag(language),
    items: [makeItem(entry, site)],
  });
}

/** A killed story keeps its id, and has a notice instead of a text. */
function makeItem(entry: Entry, site: Site): object {
  const { story, changedAt } = entry;
  const { uri, kicker, firstCreatedAt, language, subjects, keywords, status, pictures } = story;
  const killed = status === 'canceled';
  return {
    id: oneLine(story.chain ?? uri),
    url: pageUrl(site, uri),
    title: titleOf(story),
    content_html: killed ? '' : writeBody(story, site),
    summary: [noticeOf(entry), summaryOf(story)].filter(Boolean).join(' '),
    image: killed
      ? undefined
      : pictures.map((picture) => shotsOf(picture, site)[0]?.url).find((url) => url !== undefined),
    date_published: firstCreatedAt,
    date_modified: changedAt,
    authors: killed ? [] : authorNames(story).map((name) => ({ name })),
    tags: [
      ...new Set(
        [kicker, ...subjects.map(({ name, code }) => name || code), ...keywords]
          .map((tag) => oneLine(tag ?? ''))
          .filter(Boolean),
      ),
    ],
    language: languageTag(language),
    attachments: killed ? [] : pictures.flatMap((picture) => makeAttachment(shotsOf(picture, site)[0], picture)),
    _copytaster: describe(story, site),
  };
}

/** JSON Feed demands a media type. */
function makeAttachment(shot: Shot | undefined, { headline, caption }: Picture): readonly object[] {
  if (!shot?.mediaType) return [];
  return [
    { url: shot.url, mime_type: shot.mediaType, title: oneLine(headline ?? caption ?? ''), size_in_bytes: shot.bytes },
  ];
}

function describe(story: Story, site: Site): object {
  const { version: number, status, signal, edNote, slugline, provider, usageTerms, embargoedUntil, pictures } = story;
  const killed = status === 'canceled';
  return {
    version: number,
    status,
    signal,
    ed_note: edNote,
    slugline,
    provider,
    copyright: copyrightOf(story),
    usage_terms: usageTerms,
    embargoed_until: embargoedUntil,
    pictures: killed ? [] : pictures.map((picture) => describePicture(picture, site)),
  };
}

function describePicture(picture: Picture, site: Site): object {
  return {
    url: shotsOf(picture, site)[0]?.url,
    caption: picture.caption,
    credit: creditOf(picture),
    copyright: copyrightOf(picture),
    usage_terms: usageOf(picture),
  };
}
