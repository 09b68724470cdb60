// OPML 2.0: all channels in one file, so that a reader subscribes to the whole service at once.

import { feedUrl } from './addresses.ts';
import { languageTag } from './channels.ts';
import { oneLine } from './clean-text.ts';
import type { Channel, Site } from './feed.ts';
import { rss } from './rss.ts';
import type { Xml } from './xml.ts';
import { element, textElement, xmlDocument } from './xml.ts';

export const opmlMediaType = 'text/x-opml; charset=utf-8';

/** Channels in the order given. Every subscription is to the RSS feed, which all readers know. */
export function writeOpml(site: Site, channels: readonly Channel[]): string {
  const head = element('head', {}, [textElement('title', oneLine(site.title))]);
  const body = element(
    'body',
    {},
    channels.map((channel) => writeOutline(channel, site)),
  );
  return xmlDocument(element('opml', { version: '2.0' }, [head, body]));
}

function writeOutline({ name, title, description, language }: Channel, site: Site): Xml {
  const text = oneLine(title) || oneLine(name);
  return element('outline', {
    type: 'rss',
    text,
    title: text,
    description: oneLine(description) || undefined,
    language: languageTag(language ?? '') ?? languageTag(site.language),
    xmlUrl: feedUrl(site, name, rss.extension),
    htmlUrl: `${site.publicUrl}/`,
  });
}
