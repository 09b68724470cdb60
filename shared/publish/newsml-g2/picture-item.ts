// A picture as a newsItem of its own: caption, credit and rights beside every rendition that can be fetched.

import type { Picture, Story } from '../../story.ts';
import { languageTag } from '../channels.ts';
import { oneLine } from '../clean-text.ts';
import type { Site } from '../feed.ts';
import type { Shot } from '../pictures.ts';
import { copyrightOf, creditOf, shotsOf, usageOf } from '../pictures.ts';
import { headlineOf } from '../summary.ts';
import type { Xml } from '../xml.ts';
import { element, textElement } from '../xml.ts';
import type { G2Item } from './item.ts';
import { writeItem, writeItemMeta, writeRightsInfo } from './item.ts';
import { ownSchemesOf, writePhotographers, writePictureSources, writeSigners } from './parties.ts';
import { writeConcept, writeLocated } from './subjects.ts';

/** A story that is nothing but a picture goes under its own guid, and says for itself what else a story's text says. */
export function writePictureItem(story: Story, picture: Picture, guid: string, site: Site): G2Item {
  const alone = guid === story.uri;
  const killed = story.status === 'canceled';
  const itemClass = 'ninat:picture';
  const title = alone ? headlineOf(story) : oneLine(picture.headline ?? '') || undefined;
  const copyright = picture.copyright ?? picture.credit?.copyright ?? story.copyright;
  return writeItem(
    {
      name: 'newsItem',
      guid,
      version: story.version,
      language: story.language,
      itemClass,
      title: title ?? oneLine(picture.caption ?? ''),
      ownSchemes: alone ? ownSchemesOf(story.byline) : [],
      rightsInfo: writeRightsInfo(
        copyright,
        copyrightOf(picture) ?? copyrightOf(story),
        usageOf(picture) ?? story.usageTerms,
      ),
      itemMeta: writeItemMeta(story, { itemClass, title, fileName: picture.fileName, editorial: alone }),
      content: [writeContentMeta(story, picture, alone), killed ? undefined : writeContent(picture, site)],
    },
    site,
  );
}

function writeContentMeta(story: Story, picture: Picture, alone: boolean): Xml {
  const { takenAt, place, keywords = [], caption, headline, credit } = picture;
  const killed = story.status === 'canceled';
  return element('contentMeta', {}, [
    textElement('contentCreated', takenAt),
    ...writeLocated(alone ? [{ name: place }, ...story.places] : [{ name: place }]),
    ...writePictureSources(picture),
    ...writePhotographers(picture),
    ...(alone ? writeSigners(story.byline) : []),
    element('language', { tag: languageTag(story.language) ?? 'und' }),
    ...(credit?.designations ?? []).map((name) => writeConcept('genre', { name })),
    ...[...new Set(alone ? [...keywords, ...story.keywords] : keywords)].map((keyword) =>
      textElement('keyword', oneLine(keyword)),
    ),
    ...(alone ? story.subjects : []).map((subject) => writeConcept('subject', subject)),
    textElement('headline', alone ? headlineOf(story) : oneLine(headline ?? '')),
    textElement('by', (credit?.people ?? []).map(oneLine).filter(Boolean).join(', ')),
    textElement('creditline', creditOf(picture)),
    killed ? undefined : textElement('description', caption, { role: 'drol:caption' }),
  ]);
}

/** A picture nobody can fetch has no contentSet. */
function writeContent(picture: Picture, site: Site): Xml | undefined {
  const shots = shotsOf(picture, site);
  if (shots.length === 0) return undefined;
  return element(
    'contentSet',
    {},
    shots.map((shot, place) => writeRemote(shot, place === 0)),
  );
}

function writeRemote({ name, url, mediaType, width, height, bytes }: Shot, best: boolean): Xml {
  return element('remoteContent', {
    href: url,
    rendition: best ? 'rnd:highRes' : rendition(name),
    contenttype: mediaType,
    width,
    height,
    size: bytes,
  });
}

/** `thumbnail` → `rnd:thumbnail`, `web-1280` → `rnd:web`; names that IPTC's vocabulary lacks go without. */
function rendition(name: string): string | undefined {
  return renditions.get(/^[a-z]+/.exec(name.toLowerCase())?.[0] ?? '');
}

const renditions: ReadonlyMap<string, string> = new Map([
  ['original', 'rnd:highRes'],
  ['highres', 'rnd:highRes'],
  ['hires', 'rnd:highRes'],
  ['lowres', 'rnd:lowRes'],
  ['mobile', 'rnd:mobile'],
  ['preview', 'rnd:preview'],
  ['print', 'rnd:print'],
  ['thumb', 'rnd:thumbnail'],
  ['thumbnail', 'rnd:thumbnail'],
  ['viewimage', 'rnd:preview'],
  ['web', 'rnd:web'],
]);
