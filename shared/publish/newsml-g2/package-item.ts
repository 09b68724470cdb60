// The packageItem that ties a story's text to its pictures; readers find in it what belongs together and in which order.

import type { Instant, Story } from '../../story.ts';
import type { Site } from '../feed.ts';
import { headlineOf } from '../summary.ts';
import type { Xml } from '../xml.ts';
import { element, textElement } from '../xml.ts';
import type { G2Item } from './item.ts';
import { writeItem, writeItemMeta, writeProvider } from './item.ts';

/** `place` of the story in its message keeps the ids in it apart. */
export function writePackage(story: Story, parts: readonly G2Item[], site: Site, place: number): G2Item {
  const itemClass = 'ninat:composite';
  const title = headlineOf(story);
  const { uri, version, language } = story;
  return writeItem(
    {
      name: 'packageItem',
      guid: `${uri}#package`,
      version,
      language,
      itemClass,
      title,
      itemMeta: writeItemMeta(story, { itemClass, title, editorial: false }),
      content: [
        element('contentMeta', {}, [textElement('headline', title)]),
        writeGroups(story, parts, `group-${place}`),
      ],
    },
    site,
  );
}

/** An empty channel as an empty package. Its version rises with the time of its last change. */
export function writeChannelPackage(guid: string, title: string, updatedAt: Instant, site: Site): G2Item {
  const itemClass = 'ninat:composite';
  const itemMeta = element('itemMeta', {}, [
    element('itemClass', { qcode: itemClass }),
    writeProvider(site.title),
    textElement('versionCreated', updatedAt),
    element('pubStatus', { qcode: 'stat:usable' }),
    textElement('title', title),
  ]);
  const version = Math.floor(Date.parse(updatedAt) / 1000);
  return writeItem(
    { name: 'packageItem', guid, version, language: site.language, itemClass, title, itemMeta, content: [] },
    site,
  );
}

function writeGroups(story: Story, parts: readonly G2Item[], id: string): Xml {
  return element('groupSet', { root: id }, [
    element(
      'group',
      { id },
      parts.map((part) => writeReference(story, part)),
    ),
  ]);
}

function writeReference(story: Story, { guid, version, itemClass, title }: G2Item): Xml {
  return element('itemRef', { residref: guid, version, contenttype: 'application/vnd.iptc.g2.newsitem+xml' }, [
    element('itemClass', { qcode: itemClass }),
    writeProvider(story.provider),
    element('pubStatus', { qcode: `stat:${story.status}` }),
    textElement('title', title),
  ]);
}
