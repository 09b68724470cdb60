// A news sitemap, as Google News reads it: the pages of the stories of the last two days, told from the newest change, so that the same stories always give the same bytes.

import { pageUrl } from './addresses.ts';
import { languageTag } from './channels.ts';
import { oneLine } from './clean-text.ts';
import type { Entry, Feed, Format, Site } from './feed.ts';
import { headlineOf } from './summary.ts';
import type { Xml } from './xml.ts';
import { element, escapeText, plainElement, textElement, xmlDocument } from './xml.ts';

export const sitemap: Format = {
  name: 'sitemap',
  extension: 'sitemap',
  mediaType: 'application/xml; charset=utf-8',
  feed: writeSitemap,
};

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
};

const twoDaysMs = 2 * 24 * 3600 * 1000;

/** Google takes as many. */
const mostPages = 1000;

function writeSitemap({ site, entries, updatedAt }: Feed): string {
  const since = new Date(Date.parse(updatedAt) - twoDaysMs).toISOString();
  const fresh = entries
    .filter(({ story }) => story.status === 'usable' && story.firstCreatedAt >= since)
    .slice(0, mostPages);
  return xmlDocument(
    element(
      'urlset',
      namespaces,
      fresh.map((entry) => writePage(entry, site)),
    ),
  );
}

function writePage({ story }: Entry, site: Site): Xml {
  const publication = element('news:publication', {}, [
    textElement('news:name', oneLine(site.title)),
    textElement('news:language', newsLanguage(story.language)),
  ]);
  return element('url', {}, [
    element('loc', {}, escapeText(pageUrl(site, story.uri))),
    element('news:news', {}, [
      publication,
      element('news:publication_date', {}, escapeText(story.firstCreatedAt)),
      plainElement('news:title', headlineOf(story)),
    ]),
  ]);
}

/** ISO 639 alone, but for Chinese, which Google wants told apart. */
function newsLanguage(language: string): string {
  const tag = languageTag(language) ?? 'en';
  if (/^zh-(?:Hant|TW|HK|MO)/.test(tag)) return 'zh-tw';
  return tag.startsWith('zh') ? 'zh-cn' : tag.split('-', 1)[0]!;
}
