// What every NewsML-G2 item has whatever it holds: identity, catalogs, rights, and the metadata of the item itself,
// in the order that the schema demands.

import type { Copyright, Story, StoryLink } from '../../story.ts';
import { isRightToLeft } from '../blocks.ts';
import { languageTag } from '../channels.ts';
import { oneLine } from '../clean-text.ts';
import type { Site } from '../feed.ts';
import { catalogHref } from '../schemes.rules.ts';
import type { Xml } from '../xml.ts';
import { element, textElement } from '../xml.ts';

/** An item and the identity it goes by. */
export type G2Item = {
  readonly guid: string;
  readonly version: number;
  /** `ninat:text`. */
  readonly itemClass: string;
  readonly title?: string;
  readonly xml: Xml;
};

export type ItemParts = {
  readonly name: 'newsItem' | 'packageItem';
  readonly guid: string;
  readonly version: number;
  readonly language: string;
  readonly itemClass: string;
  readonly title?: string;
  /** Vocabularies of our own that the item's parties need. */
  readonly ownSchemes?: readonly OwnScheme[];
  readonly rightsInfo?: Xml;
  readonly itemMeta: Xml;
  readonly content: readonly (Xml | undefined)[];
};

export function writeItem(parts: ItemParts, site: Site): G2Item {
  const { name, language, itemClass, title, ownSchemes = [], rightsInfo, itemMeta, content } = parts;
  const guid = oneLine(parts.guid);
  const version = versionNumber(parts.version);
  const tag = languageTag(language) ?? 'und';
  const attributes = {
    standard: 'NewsML-G2',
    standardversion: '2.35',
    conformance: 'power',
    guid,
    version,
    'xml:lang': tag,
    dir: isRightToLeft(tag) ? 'rtl' : undefined,
  };
  const xml = element(name, attributes, [
    element('catalogRef', { href: catalogHref }),
    writeOwnCatalog(ownSchemes, site),
    rightsInfo,
    itemMeta,
    ...content,
  ]);
  return { guid, version, itemClass, title, xml };
}

/** Vocabularies that are ours alone; their terms are the newsroom's own words, escaped. */
export type OwnScheme = 'jobtitle' | 'partyrole';

/** `Political Editor` → `jobtitle:Political%20Editor`. */
export function ownCode(scheme: OwnScheme, text: string): string | undefined {
  const code = encodeURIComponent(oneLine(text));
  return code ? `${scheme}:${code}` : undefined;
}

function writeOwnCatalog(schemes: readonly OwnScheme[], { publicUrl }: Site): Xml | undefined {
  if (schemes.length === 0) return undefined;
  return element(
    'catalog',
    {},
    schemes.map((alias) => element('scheme', { alias, uri: `${publicUrl}/terms/${alias}/` })),
  );
}

/** What of the item's metadata differs between the text, the pictures and the package of one story. */
export type MetaParts = {
  readonly itemClass: string;
  readonly title?: string;
  readonly fileName?: string;
  /** Whether signal, note to editors, section and links belong here: they are said once, with the text. */
  readonly editorial: boolean;
};

export function writeItemMeta(story: Story, { itemClass, title, fileName, editorial }: MetaParts): Xml {
  const { versionCreatedAt, firstCreatedAt, embargoedUntil, expiresAt, status, kicker, edNote, links } = story;
  return element('itemMeta', {}, [
    element('itemClass', { qcode: itemClass }),
    writeProvider(story.provider),
    textElement('versionCreated', versionCreatedAt),
    textElement('firstCreated', firstCreatedAt),
    textElement('embargoed', embargoedUntil),
    element('pubStatus', { qcode: `stat:${status}` }),
    textElement('fileName', oneLine(fileName ?? '')),
    editorial ? writeService(kicker) : undefined,
    textElement('title', oneLine(title ?? '')),
    editorial ? textElement('edNote', edNote) : undefined,
    editorial ? writeSignal(story) : undefined,
    textElement('expires', expiresAt),
    ...(editorial ? links.map(writeLink) : []),
  ]);
}

/** Who is responsible for the item; every item must say. */
export function writeProvider(provider: string): Xml {
  const literal = oneLine(provider) || 'unknown';
  return element('provider', { literal }, [textElement('name', literal)]);
}

/** The section, by its name alone: the schema allows a service no literal. */
function writeService(kicker: string | undefined): Xml | undefined {
  const name = textElement('name', oneLine(kicker ?? ''));
  return name && element('service', {}, [name]);
}

export function writeRightsInfo(
  copyright: Copyright | undefined,
  notice: string | undefined,
  usageTerms: string | undefined,
): Xml | undefined {
  const holder = oneLine(copyright?.holder ?? '');
  const parts = [
    holder ? element('copyrightHolder', {}, [textElement('name', holder)]) : undefined,
    textElement('copyrightNotice', notice),
    textElement('usageTerms', usageTerms),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? element('rightsInfo', {}, parts) : undefined;
}

/** The schema takes positive integers only. */
export function versionNumber(version: number): number {
  return Number.isSafeInteger(version) && version > 0 ? version : 1;
}

/** Kills are told by pubStatus; IPTC's signals know only these two of ours. */
function writeSignal({ signal }: Story): Xml | undefined {
  return signal === 'correction' || signal === 'update' ? element('signal', { qcode: `sig:${signal}` }) : undefined;
}

function writeLink({ rel, uri, version, title }: StoryLink): Xml {
  return element('link', {
    rel: relations[rel],
    residref: oneLine(uri),
    version: version === undefined ? undefined : versionNumber(version),
    title: oneLine(title ?? '') || undefined,
  });
}

/** Relations of IPTC's item relation vocabulary as agencies use them. */
const relations: Readonly<Record<StoryLink['rel'], string>> = {
  evolvedFrom: 'irel:previousVersion',
  seeAlso: 'irel:seeAlso',
  translationOf: 'irel:derivedFrom',
  partOf: 'irel:associatedWith',
};
