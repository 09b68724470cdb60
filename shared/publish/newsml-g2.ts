// NewsML-G2 2.35: a newsMessage with, for each story, its text as a newsItem, each picture as another, and a packageItem that ties them.

import type { Picture, Story } from '../story.ts';
import { feedUrl } from './addresses.ts';
import { channelTitle } from './channels.ts';
import type { Entry, Feed, Format, Site } from './feed.ts';
import type { G2Item } from './newsml-g2/item.ts';
import { writeChannelPackage, writePackage } from './newsml-g2/package-item.ts';
import { writePictureItem } from './newsml-g2/picture-item.ts';
import { writeTextItem } from './newsml-g2/text-item.ts';
import { wordsOf } from './summary.ts';
import type { Xml } from './xml.ts';
import { element, escapeText, textElement, xmlDocument } from './xml.ts';

export const newsmlG2: Format = {
  name: 'newsml-g2',
  extension: 'newsml',
  mediaType: 'application/vnd.iptc.g2.newsmessage+xml; charset=utf-8',
  feed: writeFeed,
  document: writeDocument,
};

type Header = {
  readonly sentAt: string;
  readonly transmitId: string;
  readonly channel?: string;
};

function writeFeed(feed: Feed): string {
  const { site, channel, entries, updatedAt, day } = feed;
  const address = feedUrl(site, channel.name, newsmlG2.extension, day);
  const stories = entries.flatMap(({ story }, place) => writeStory(story, site, place + 1));
  const header = { sentAt: updatedAt, transmitId: `${address}#${updatedAt}`, channel: channel.name };
  // A message without items is invalid: an empty channel is sent as a package with nothing in it.
  const items =
    stories.length > 0 ? stories : [writeChannelPackage(address, channelTitle(channel, site), updatedAt, site)];
  return writeMessage(header, items, site);
}

function writeDocument({ story, changedAt }: Entry, site: Site): string {
  return writeMessage(
    { sentAt: changedAt, transmitId: `${story.uri}:${story.version}` },
    writeStory(story, site, 1),
    site,
  );
}

function writeMessage({ sentAt, transmitId, channel }: Header, items: readonly G2Item[], site: Site): string {
  const header = element('header', {}, [
    element('sent', {}, escapeText(sentAt)),
    textElement('sender', URL.parse(site.publicUrl)?.host),
    textElement('transmitId', transmitId),
    textElement('origin', site.title),
    textElement('channel', channel),
  ]);
  const itemSet = element('itemSet', {}, eachOnce(items));
  return xmlDocument(element('newsMessage', { xmlns: 'http://iptc.org/std/nar/2006-10-01/' }, [header, itemSet]));
}

/** Two stories may share a picture: one message carries an item once, and both packages refer to it. */
function eachOnce(items: readonly G2Item[]): readonly Xml[] {
  return [...new Map(items.toReversed().map(({ guid, xml }) => [guid, xml])).values()].reverse();
}

/** `place` of the story in the message, from 1, keeps the ids in it apart. */
function writeStory(story: Story, site: Site, place: number): readonly G2Item[] {
  const [only] = story.pictures;
  if (only && isPictureAlone(story)) return [writePictureItem(story, only, story.uri, site)];
  const text = writeTextItem(story, site);
  if (only === undefined || story.status === 'canceled') return [text];
  const pictures = story.pictures.map((picture) => writePictureItem(story, picture, pictureGuid(story, picture), site));
  return [writePackage(story, [text, ...pictures], site, place), text, ...pictures];
}

function isPictureAlone({ kind, pictures, body }: Story): boolean {
  return kind === 'picture' && pictures.length === 1 && body.every((block) => !wordsOf(block).trim());
}

/** The provider's own identity of the picture where it has one. */
function pictureGuid({ uri }: Story, picture: Picture): string {
  return picture.uri?.trim() && picture.uri !== uri ? picture.uri : `${uri}#${picture.id}`;
}
