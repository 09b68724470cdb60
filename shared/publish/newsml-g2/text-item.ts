// The text of a story as a newsItem; the body is XHTML. A killed story keeps its identity and loses its words.

import type { Story } from '../../story.ts';
import { isRightToLeft, writeTextBody } from '../blocks.ts';
import { languageTag } from '../channels.ts';
import { oneLine } from '../clean-text.ts';
import type { Site } from '../feed.ts';
import { copyrightOf } from '../pictures.ts';
import { headlineOf } from '../summary.ts';
import type { Xml } from '../xml.ts';
import { element, nothing, textElement } from '../xml.ts';
import type { G2Item } from './item.ts';
import { writeItem, writeItemMeta, writeRightsInfo } from './item.ts';
import { ownSchemesOf, writeSigners, writeTextSources } from './parties.ts';
import { writeConcept, writeLocated } from './subjects.ts';

export function writeTextItem(story: Story, site: Site): G2Item {
  const { uri, version, language, copyright, usageTerms } = story;
  // A killed picture has lost what it showed, but not what it was.
  const isPicture = story.kind === 'picture' && story.body.length === 0;
  const itemClass = isPicture ? 'ninat:picture' : 'ninat:text';
  const title = headlineOf(story);
  return writeItem(
    {
      name: 'newsItem',
      guid: uri,
      version,
      language,
      itemClass,
      title,
      ownSchemes: ownSchemesOf(story.byline),
      rightsInfo: writeRightsInfo(copyright, copyrightOf(story), usageTerms),
      itemMeta: writeItemMeta(story, { itemClass, title: nameOf(story), editorial: true }),
      content: [writeContentMeta(story), isPicture ? undefined : writeContent(story)],
    },
    site,
  );
}

/** The desk's handle and which take it is: `RUSSIA-JAPAN/MISSILES 1st Ld-Writethru`. */
function nameOf({ slugline, takeKey }: Story): string {
  return [slugline, takeKey]
    .map((part) => oneLine(part ?? ''))
    .filter(Boolean)
    .join(' ');
}

function writeContentMeta(story: Story): Xml {
  const { urgency, firstCreatedAt, versionCreatedAt, byline, dateline, standfirst, status, places } = story;
  const authors = byline?.people.filter(({ role }) => role === undefined) ?? [];
  return element('contentMeta', {}, [
    urgency !== undefined && urgency >= 1 && urgency <= 9
      ? textElement('urgency', String(Math.trunc(urgency)))
      : undefined,
    textElement('contentCreated', firstCreatedAt),
    textElement('contentModified', versionCreatedAt),
    ...writeLocated([...places, ...[dateline?.place, ...authors.map(({ place }) => place)].map((name) => ({ name }))]),
    ...writeTextSources(story),
    ...writeSigners(byline),
    ...writeDescriptors(story),
    textElement('slugline', oneLine(story.slugline ?? '')),
    textElement('headline', headlineOf(story)),
    textElement('dateline', oneLine(dateline?.line ?? '')),
    textElement('by', oneLine(byline?.line ?? '')),
    textElement('creditline', oneLine(story.provider)),
    status === 'canceled' ? undefined : textElement('description', standfirst, { role: 'drol:summary' }),
  ]);
}

function writeDescriptors({ language, genres, keywords, subjects }: Story): readonly (Xml | undefined)[] {
  return [
    element('language', { tag: languageTag(language) ?? 'und' }),
    ...genres.map((genre) => writeConcept('genre', genre)),
    ...keywords.map((keyword) => textElement('keyword', oneLine(keyword))),
    ...subjects.map((subject) => writeConcept('subject', subject)),
  ];
}

function writeContent(story: Story): Xml {
  const tag = languageTag(story.language) ?? 'und';
  const body = story.status === 'canceled' ? nothing : writeTextBody(story);
  const html = element(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', 'xml:lang': tag, dir: isRightToLeft(tag) ? 'rtl' : undefined },
    [element('head', {}, [textElement('title', headlineOf(story))]), element('body', {}, body)],
  );
  return element('contentSet', {}, [element('inlineXML', { contenttype: 'application/xhtml+xml' }, html)]);
}
