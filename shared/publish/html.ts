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

/** The same story for machines. */
const others = [
  { label: 'NewsML-G2', ...newsmlG2 },
  { label: 'ninjs', ...ninjs },
  { label: 'NITF', ...nitf },
  { label: 'JSON Feed', ...jsonFeed },
];

const style = `
:root{color-scheme:light dark;--ink:#1c1b19;--paper:#fbfaf7;--faint:#6d6a63;--line:#dedad0;--accent:#8a3b12}
@media(prefers-color-scheme:dark){:root{--ink:#ebe8e1;--paper:#191817;--faint:#a19c91;--line:#3a3733;--accent:#e0a071}}
body{font:1.125rem/1.6 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper);max-width:40rem;margin:0 auto;padding:1.25rem 1.25rem 4rem;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em}p{margin:0 0 1.1em}
body>header{border-bottom:3px double var(--line);padding-bottom:.75rem;margin-bottom:2.5rem;font-weight:bold}body>header a{color:inherit;text-decoration:none}
.kicker{color:var(--accent);font-size:.9rem;font-weight:bold;margin:0 0 .4rem}
h1{font-size:clamp(1.75rem,6vw,2.5rem);line-height:1.15;margin:0 0 1rem;text-wrap:balance}h2,h3,h4,h5,h6{font-size:1.25rem;line-height:1.3;margin:2rem 0 .5rem}
.standfirst{font-size:1.25rem;line-height:1.45;color:var(--faint)}.notice{border-inline-start:4px solid var(--accent);padding-inline-start:1rem}
.byline{font-weight:bold;margin:0}.facts{color:var(--faint);font-size:.9rem;border-bottom:1px solid var(--line);padding-bottom:1rem;margin-bottom:1.5rem}
figure{margin:2rem 0}img{display:block;max-width:100%;height:auto;background:var(--line)}figcaption{color:var(--faint);font-size:.9rem;line-height:1.45;margin-top:.6rem}.credit{font-style:italic}
table{border-collapse:collapse;display:block;overflow-x:auto;font-size:1rem;margin:1.5rem 0}caption{text-align:start;font-style:italic;white-space:nowrap;padding-bottom:.3rem}th,td{border-bottom:1px solid var(--line);padding:.35rem 0;padding-inline-end:1.25rem;text-align:start;vertical-align:top}
pre{font:.875rem/1.5 ui-monospace,Menlo,Consolas,monospace;overflow-x:auto}blockquote{margin:1.5rem 0;border-inline-start:3px solid var(--line);padding-inline-start:1.25rem;font-style:italic}
footer{color:var(--faint);font-size:.875rem;border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem}footer p{margin:0 0 .5rem}
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
    ...others.map(({ extension, mediaType }) =>
      element('link', {
        rel: 'alternate',
        type: mediaType.split(';', 1)[0],
        href: documentUrl(site, documentId(story.uri), extension),
      }),
    ),
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
      killed ? undefined : textElement('p', oneLine(story.byline?.line ?? ''), { class: 'byline' }),
      writeFacts(story),
      killed ? nothing : writeBody(story, site),
    ]),
    writeFooter(story, site),
  ]);
}

/** `2026-11-20 08:00 UTC · Updated 2026-11-20 09:30 UTC · Northlight`; each keeps its own direction among words from right to left. */
function writeFacts({ firstCreatedAt, versionCreatedAt, provider }: Story): Xml {
  const updated =
    versionCreatedAt > firstCreatedAt
      ? element('span', { dir: 'ltr' }, join([escapeText('Updated '), writeTime(versionCreatedAt)]))
      : undefined;
  return element(
    'p',
    { class: 'facts' },
    withDots([
      element('span', { dir: 'ltr' }, writeTime(firstCreatedAt)),
      updated,
      textElement('span', oneLine(provider), { dir: 'auto' }),
    ]),
  );
}

function writeTime(instant: string): Xml {
  return element('time', { datetime: instant }, escapeText(`${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`));
}

/** Rights and keywords, and the story in the forms that machines read. */
function writeFooter(story: Story, site: Site): Xml {
  const rights = rightsLine(copyrightOf(story), oneLine(story.usageTerms ?? ''));
  const tags = story.keywords.map(oneLine).filter(Boolean).join(', ');
  const forms = others.map(({ label, extension }) =>
    element('a', { href: documentUrl(site, documentId(story.uri), extension) }, escapeText(label)),
  );
  return element('footer', {}, [
    textElement('p', rights),
    textElement('p', tags),
    story.status === 'canceled' ? undefined : element('p', { dir: 'ltr' }, withDots(forms)),
  ]);
}

function withDots(pieces: readonly (Xml | undefined)[]): Xml {
  return join(
    pieces
      .filter((piece) => piece !== undefined)
      .flatMap((piece, place) => (place === 0 ? [piece] : [escapeText(' · '), piece])),
  );
}
