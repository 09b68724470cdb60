// Pictures of a ninjs story: `associations` keyed by name (1.x, 2.x) or listed (3.x), each an item with renditions, caption and credit of its own.

import type { DraftPicture, DraftRendition } from '../../draft.ts';
import { defined, fileNameOf, safeAddress } from '../body.ts';
import type { JsonObject } from '../json-fields.ts';
import { isObject, objectsIn, textIn, textsIn } from '../json-fields.ts';
import { byRole, plain, rightsOf } from './fields.ts';

/** A picture and the name it is embedded under: `featuremedia`, `editor_0`. */
export type Associated = { readonly name: string; readonly picture: Omit<DraftPicture, 'id'> };

export function associationsOf(item: JsonObject): readonly Associated[] {
  const given = item['associations'];
  const named: readonly (readonly [string, unknown])[] = Array.isArray(given)
    ? given.map((each, index) => [isObject(each) ? (textIn(each, 'name') ?? `association-${index + 1}`) : '', each] as const)
    : isObject(given) ? Object.entries(given) : [];
  const found = named.flatMap(([name, each]) => (isObject(each) && isPicture(each) ? [{ name, picture: pictureOf(each) }] : []));
  // A story may carry renditions of its lead picture itself.
  const own = found.length === 0 && hasRenditions(item) && /picture|image/i.test(textIn(item, 'mimetype') ?? '') ? [{ name: 'own', picture: pictureOf(item) }] : [];
  return [...found, ...own];
}

function isPicture(item: JsonObject): boolean {
  const type = textIn(item, 'type');
  if (type !== undefined) return /^(?:picture|graphic|image)$/i.test(type);
  return hasRenditions(item) || /^image\//.test(textIn(item, 'mimetype') ?? '');
}

function hasRenditions(item: JsonObject): boolean {
  return isObject(item['renditions']) || (Array.isArray(item['renditions']) && item['renditions'].length > 0);
}

/** A picture item, by itself or associated with a story. */
export function pictureOf(item: JsonObject): Omit<DraftPicture, 'id'> {
  const renditions = renditionsOf(item);
  const best = renditions.find(({ name }) => /original/i.test(name)) ?? renditions.toSorted((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0))[0];
  const { holder, notice, usage } = rightsOf(item);
  const { caption, headline } = wordsOf(item);
  return defined<Omit<DraftPicture, 'id'>>({
    headline,
    caption,
    altText: textIn(item, 'alttext', 'altText', 'body_alt') ?? byRole(item, 'descriptions', /alt/i),
    ...creditOf(item),
    copyrightHolder: holder,
    copyrightNotice: notice,
    usageTerms: usage?.join(' '),
    href: best?.href ?? safeAddress(textIn(item, 'href')),
    fileName: fileNameOf(best?.href),
    uri: textIn(item, 'guid', 'uri'),
    mediaType: best?.mediaType ?? textIn(item, 'mimetype', 'contenttype'),
    width: best?.width,
    height: best?.height,
    taken: textIn(item, 'contentcreated', 'contentCreated'),
    place: textIn(item, 'located'),
    keywords: textsIn(item, 'keywords').length > 0 ? textsIn(item, 'keywords') : undefined,
    renditions: renditions.length > 0 ? renditions : undefined,
  });
}

/** The caption is what describes the picture at length. */
function wordsOf(item: JsonObject): { readonly caption?: string; readonly headline?: string } {
  const described = plain(textIn(item, 'description_text', 'description_html', 'description_caption')) ?? byRole(item, 'descriptions', /caption/i) ?? byRole(item, 'descriptions', /(?!)/);
  const body = plain(textIn(item, 'body_text', 'body_html')) ?? plain(textIn(objectsIn(item, 'bodies')[0], 'value'));
  return defined({ caption: described ?? body, headline: plain(textIn(item, 'headline')) ?? byRole(item, 'headlines', /(?!)/) });
}

/** ninjs has no credit line: the byline, or sources by role, say who made the picture and who supplies it. */
function creditOf(item: JsonObject): Pick<DraftPicture, 'credit' | 'creator' | 'source'> {
  const line = textIn(item, 'creditline', 'credit', 'creditLine');
  const sources = [...objectsIn(item, 'infosources'), ...objectsIn(item, 'infoSources')];
  const sourceNames = sources.map((source) => textIn(source, 'name', 'literal')).filter((name) => name !== undefined);
  const byline = plain(textIn(item, 'byline', 'by')) ?? [...objectsIn(item, 'bylines'), ...objectsIn(item, 'authors')].map((person) => textIn(person, 'byline', 'name', 'value')).find((name) => name !== undefined);
  return defined({ credit: line, creator: byline, source: line === undefined ? (sourceNames.join('/') || textIn(item, 'source')) : undefined });
}

function renditionsOf(item: JsonObject): readonly DraftRendition[] {
  const given = item['renditions'];
  const named: readonly (readonly [string, unknown])[] = Array.isArray(given) ? given.map((each, index) => [isObject(each) ? (textIn(each, 'name') ?? `rendition-${index + 1}`) : '', each] as const) : isObject(given) ? Object.entries(given) : [];
  return named.flatMap(([name, each]): readonly DraftRendition[] => {
    const href = isObject(each) ? safeAddress(textIn(each, 'href')) : undefined;
    if (href === undefined || !isObject(each)) return [];
    return [defined<DraftRendition>({ name, href, mediaType: textIn(each, 'mimetype', 'contenttype', 'contentType'), width: textIn(each, 'width'), height: textIn(each, 'height'), bytes: textIn(each, 'sizeinbytes', 'sizeInBytes') })];
  });
}
