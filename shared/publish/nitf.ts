// NITF 3.6: one story as one document, the form that older newsroom systems read. Pictures stand in the text as media.

import type { Block, Concept, Picture, Prose, Story, TableCell } from '../story.ts';
import { altTextOf, pixels } from './blocks.ts';
import { languageTag } from './channels.ts';
import { oneLine } from './clean-text.ts';
import type { Entry, Format, Site } from './feed.ts';
import { copyrightOf, creditOf, rightsLine, shotsOf, usageOf } from './pictures.ts';
import type { MarkNames } from './prose.ts';
import { writeProse, writeText } from './prose.ts';
import { headlineOf, noticeOf } from './summary.ts';
import type { Xml } from './xml.ts';
import { element, escapeText, join, textElement, xmlDocument } from './xml.ts';

export const nitf: Format = {
  name: 'nitf',
  extension: 'nitf',
  mediaType: 'application/nitf+xml; charset=utf-8',
  document: writeNitf,
};

function writeNitf(entry: Entry, site: Site): string {
  const { story } = entry;
  const attributes = {
    xmlns: 'http://iptc.org/std/NITF/2006-10-18/',
    version: '-//IPTC//DTD NITF 3.6//EN',
    baselang: languageTag(story.language),
  };
  const body = [writeBodyHead(story), story.status === 'canceled' ? undefined : writeContent(story, site)];
  return xmlDocument(element('nitf', attributes, [writeHead(entry), element('body', {}, body)]));
}

function writeHead(entry: Entry): Xml {
  const { story } = entry;
  const section = oneLine(story.kicker ?? '');
  return element('head', {}, [
    textElement('title', headlineOf(story)),
    writeDocdata(entry),
    section ? element('pubdata', { 'position.section': section }) : undefined,
  ]);
}

function writeDocdata(entry: Entry): Xml {
  const { story } = entry;
  const {
    uri,
    version,
    status,
    signal,
    urgency,
    provider,
    firstCreatedAt,
    embargoedUntil,
    expiresAt,
    copyright,
    keywords,
    slugline,
  } = story;
  const note = noticeOf(entry) || oneLine(story.edNote ?? '');
  return element('docdata', { 'management-status': status }, [
    signal === 'correction' ? element('correction', { info: note, 'id-string': oneLine(uri) }) : undefined,
    element('doc-id', { regsrc: oneLine(provider) || undefined, 'id-string': oneLine(uri) }),
    urgency !== undefined && urgency >= 1 && urgency <= 9
      ? element('urgency', { 'ed-urg': Math.trunc(urgency) })
      : undefined,
    element('date.issue', { norm: basic(firstCreatedAt) }),
    embargoedUntil ? element('date.release', { norm: basic(embargoedUntil) }) : undefined,
    expiresAt ? element('date.expire', { norm: basic(expiresAt) }) : undefined,
    note ? element('ed-msg', { info: note }) : undefined,
    element('du-key', { version: pixels(version) ?? 1, key: oneLine(slugline ?? '') || undefined }),
    copyright?.holder?.trim()
      ? element('doc.copyright', { holder: oneLine(copyright.holder), year: pixels(copyright.year) })
      : undefined,
    keywords.length > 0
      ? element(
          'key-list',
          {},
          keywords.map((key) => element('keyword', { key: oneLine(key) })),
        )
      : undefined,
    writeIdentified(story),
  ]);
}

/** `2026-11-20T08:00:00.000Z` → `20261120T080000Z`. */
function basic(instant: string): string {
  return instant.replace(/\.\d+/, '').replace(/[-:]/g, '');
}

function writeIdentified({ subjects, genres, places }: Story): Xml | undefined {
  const parts = [
    ...places.map(({ name, code }) => textElement('location', oneLine(name || code || ''))),
    ...subjects.map((subject) => writeClassifier('subject', subject)),
    ...genres.map((genre) => writeClassifier('genre', genre)),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? element('identified-content', {}, parts) : undefined;
}

function writeClassifier(type: string, { scheme, code, name }: Concept): Xml | undefined {
  const words = oneLine(name ?? '') || oneLine(code ?? '');
  return words
    ? element(
        'classifier',
        { type, idsrc: oneLine(scheme ?? '') || undefined, value: oneLine(code ?? '') || undefined },
        escapeText(words),
      )
    : undefined;
}

function writeBodyHead(story: Story): Xml {
  const { byline, dateline, standfirst, status, provider, usageTerms } = story;
  return element('body.head', {}, [
    element('hedline', {}, [element('hl1', {}, escapeText(headlineOf(story)))]),
    textElement('rights', rightsLine(copyrightOf(story), oneLine(usageTerms ?? ''))),
    byline ? writeByline(byline.line, byline.people) : undefined,
    textElement('distributor', oneLine(provider)),
    textElement('dateline', oneLine(dateline?.line ?? '')),
    standfirst?.trim() && status !== 'canceled'
      ? element('abstract', {}, [element('p', {}, writeText(standfirst))])
      : undefined,
  ]);
}

/** A title can be told of one author only: a byline holds one. */
function writeByline(line: string, people: NonNullable<Story['byline']>['people']): Xml | undefined {
  const words = oneLine(line);
  const [author, ...others] = people.filter(({ role }) => role === undefined);
  const title = others.length === 0 ? textElement('byttl', oneLine(author?.title ?? '')) : undefined;
  return words ? element('byline', {}, join([escapeText(words), title])) : undefined;
}

/** Each picture once: where the text first names it, or at the end. */
function writeContent(story: Story, site: Site): Xml {
  const waiting = new Map(story.pictures.map((picture) => [picture.id, picture]));
  const figure = (id: string): Xml | undefined => {
    const picture = waiting.get(id);
    waiting.delete(id);
    return picture && writeMedia(picture, site);
  };
  const blocks = story.body.map((block) => writeBlock(block, figure));
  return element('body.content', {}, [...blocks, ...[...waiting.values()].map((picture) => writeMedia(picture, site))]);
}

/** Lists, tables and their rows must not be empty in NITF. */
function writeBlock(block: Block, figure: (id: string) => Xml | undefined): Xml | undefined {
  switch (block.type) {
    case 'paragraph':
      return element('p', {}, prose(block));
    case 'heading':
      return element('hl2', {}, prose(block));
    case 'quote':
      return element('bq', {}, [element('block', {}, [element('p', {}, prose(block))])]);
    case 'list':
      return block.items.length > 0
        ? element(
            block.ordered ? 'ol' : 'ul',
            {},
            block.items.map((item) => element('li', {}, prose(item))),
          )
        : undefined;
    case 'table':
      return writeTable(
        block.caption,
        block.rows.filter((row) => row.length > 0),
      );
    case 'preformatted':
      return element('pre', {}, escapeText(block.text));
    case 'figure':
      return figure(block.picture);
  }
}

function writeTable(caption: string | undefined, rows: readonly (readonly TableCell[])[]): Xml | undefined {
  const title = caption?.trim() ? writeText(caption) : undefined;
  if (rows.length === 0) return title && element('p', {}, title);
  const body = element(
    'tbody',
    {},
    rows.map((row) => element('tr', {}, row.map(writeCell))),
  );
  return element('table', {}, [title && element('caption', {}, title), body]);
}

function writeCell(cell: TableCell): Xml {
  return element(
    cell.header ? 'th' : 'td',
    { colspan: pixels(cell.colspan), rowspan: pixels(cell.rowspan) },
    prose(cell),
  );
}

const markNames: MarkNames = { strong: 'em', emphasis: 'em' };

function prose(text: Prose): Xml {
  return writeProse(text, markNames);
}

/** A picture that cannot be fetched yet has a reference with its file name alone. */
function writeMedia(picture: Picture, site: Site): Xml {
  const { id, fileName, caption } = picture;
  const shots = shotsOf(picture, site);
  const credit = creditOf(picture);
  const shared = {
    'source-credit': credit,
    copyright: copyrightOf(picture),
    'alternate-text': altTextOf(picture) || undefined,
  };
  const name = oneLine(fileName ?? '') || oneLine(id) || undefined;
  const usage = usageOf(picture);
  return element('media', { 'media-type': 'image' }, [
    usage ? element('media-metadata', { name: 'usage-terms', value: usage }) : undefined,
    ...(shots.length === 0 ? [element('media-reference', { name, ...shared })] : []),
    ...shots.map(({ url, mediaType, width, height }) =>
      element('media-reference', { source: url, name, 'mime-type': mediaType, width, height, ...shared }),
    ),
    caption?.trim() ? element('media-caption', {}, [element('p', {}, writeText(caption.trim()))]) : undefined,
    textElement('media-producer', credit),
  ]);
}
