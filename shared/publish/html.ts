// The page of a story for people and for search engines: readable without scripts, with Open Graph and schema.org's NewsArticle.

import type { Story } from '../story.ts';
import { documentUrl, pageUrl } from './addresses.ts';
import { isRightToLeft, writeBody } from './blocks.ts';
import { languageTag } from './channels.ts';
import { oneLine } from './clean-text.ts';
import { documentId } from './document-id.ts';
import type { Entry, Format, Site } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { newsArticle } from './news-article.ts';
import { newsmlG2 } from './newsml-g2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import { copyrightOf, rightsLine, shotsOf } from './pictures.ts';
import { authorNames, noticeOf, summaryOf, titleOf } from './summary.ts';
import type { Xml } from './xml.ts';
import { element, escapeText, join, nothing, scriptElement, styleElement, textElement } from './xml.ts';

export const html: Format = {
  name: 'html',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  document: writePage,
};

const others = [newsmlG2, ninjs, nitf, jsonFeed];

const style = `
:root{color-scheme:light dark;--ink:#1c1b19;--paper:#fbfaf7;--faint:#6d6a63;--line:#dedad0;--accent:#8a3b12}
@media(prefers-color-scheme:dark){:root{--ink:#ebe8e1;--paper:#191817;--faint:#a19c91;--line:#3a3733;--accent:#e0a071}}
body{font:18px/1.55 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper);max-width:40rem;margin:0 auto;padding:2rem 1.25rem 4rem}
a{color:var(--accent)}h1{font-size:2rem;line-height:1.2;margin:.25rem 0 .75rem}h2{font-size:1.25rem;margin:2rem 0 .5rem}
.kicker,.facts,figcaption,footer,.faint{color:var(--faint);font-size:.875rem}.kicker{margin:2rem 0 0}
.standfirst{font-size:1.15rem;font-style:italic}.notice{border-inline-start:4px solid var(--accent);padding-inline-start:1rem}
figure{margin:1.5rem 0}img{max-width:100%;height:auto}table{border-collapse:collapse}th,td{border-bottom:1px solid var(--line);padding:.3rem .75rem .3rem 0;text-align:start;vertical-align:top}
pre{font:14px/1.5 ui-monospace,Menlo,Consolas,monospace;overflow-x:auto}footer{border-top:1px solid var(--line);margin-top:2.5rem}blockquote{margin-inline:1.5rem}
`;

function writePage(entry: Entry, site: Site): string {
  const tag = languageTag(entry.story.language);
  const direction = tag && isRightToLeft(tag) ? 'rtl' : undefined;
  const page = element('html', { lang: tag, dir: direction }, [writeHead(entry, site), writeArticle(entry, site)]);
  return `<!DOCTYPE html>\n${page}\n`;
}

function writeHead(entry: Entry, site: Site): Xml {
  const { story } = entry;
  const title = titleOf(story);
  return element('head', {}, [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, escapeText([title, oneLine(site.title)].filter(Boolean).join(' | '))),
    writeMeta('name', 'description', summaryOf(story)),
    element('link', { rel: 'canonical', href: pageUrl(site, story.uri) }),
    ...others.map(({ extension, mediaType }) => element('link', { rel: 'alternate', type: mediaType.split(';', 1)[0], href: documentUrl(site, documentId(story.uri), extension) })),
    ...writeOpenGraph(story, site),
    scriptElement('application/ld+json', newsArticle(entry, site)),
    styleElement(style),
  ]);
}

function writeOpenGraph(story: Story, site: Site): readonly (Xml | undefined)[] {
  const { firstCreatedAt, versionCreatedAt, kicker, keywords, pictures, status } = story;
  const shown = status === 'canceled' ? [] : pictures;
  const image = shown.map((picture) => shotsOf(picture, site)[0]).find((shot) => shot !== undefined);
  return [
    writeMeta('property', 'og:type', 'article'),
    writeMeta('property', 'og:title', titleOf(story)),
    writeMeta('property', 'og:description', summaryOf(story)),
    writeMeta('property', 'og:url', pageUrl(site, story.uri)),
    writeMeta('property', 'og:site_name', site.title),
    writeMeta('property', 'og:image', image?.url),
    writeMeta('property', 'og:image:width', image?.width),
    writeMeta('property', 'og:image:height', image?.height),
    writeMeta('property', 'article:published_time', firstCreatedAt),
    writeMeta('property', 'article:modified_time', versionCreatedAt),
    ...authorNames(story).map((name) => writeMeta('property', 'article:author', name)),
    writeMeta('property', 'article:section', kicker),
    ...keywords.map((keyword) => writeMeta('property', 'article:tag', keyword)),
    writeMeta('name', 'twitter:card', image ? 'summary_large_image' : 'summary'),
  ];
}

function writeMeta(kind: 'name' | 'property', key: string, value: string | number | undefined): Xml | undefined {
  const content = oneLine(String(value ?? ''));
  return content ? element('meta', { [kind]: key, content }) : undefined;
}

function writeArticle(entry: Entry, site: Site): Xml {
  const { story } = entry;
  const killed = story.status === 'canceled';
  return element('body', {}, [
    element('header', {}, element('a', { href: `${site.publicUrl}/` }, escapeText(oneLine(site.title) || 'Home'))),
    element('article', {}, [
      textElement('p', oneLine(story.kicker ?? ''), { class: 'kicker' }),
      element('h1', {}, escapeText(titleOf(story))),
      textElement('p', noticeOf(entry), { class: 'notice' }),
      killed ? undefined : textElement('p', oneLine(story.standfirst ?? ''), { class: 'standfirst' }),
      element('p', { class: 'facts' }, writeFacts(story, killed)),
      killed ? nothing : writeBody(story, site),
    ]),
    writeFooter(story),
  ]);
}

/** `By Jane Doe and John Roe · 2026-11-20 08:00 UTC · Northlight`. */
function writeFacts({ byline, firstCreatedAt, versionCreatedAt, provider }: Story, killed: boolean): Xml {
  const updated = versionCreatedAt > firstCreatedAt ? join([escapeText('Updated '), writeTime(versionCreatedAt)]) : undefined;
  const signed = killed ? '' : oneLine(byline?.line ?? '');
  const facts = [signed ? escapeText(signed) : undefined, writeTime(firstCreatedAt), updated, oneLine(provider) ? escapeText(oneLine(provider)) : undefined];
  const present = facts.filter((fact) => fact !== undefined);
  return join(present.flatMap((fact, place) => (place === 0 ? [fact] : [escapeText(' · '), fact])));
}

function writeTime(instant: string): Xml {
  return element('time', { datetime: instant }, escapeText(`${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`));
}

function writeFooter(story: Story): Xml | undefined {
  const rights = rightsLine(copyrightOf(story), oneLine(story.usageTerms ?? ''));
  const tags = story.keywords.map(oneLine).filter(Boolean).join(', ');
  if (!rights && !tags) return undefined;
  return element('footer', {}, [textElement('p', rights), textElement('p', tags)]);
}
