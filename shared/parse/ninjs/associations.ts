// Pictures of a ninjs story: `associations` keyed by name (1.x, 2.x) or listed (3.x), each an item with renditions, caption and credit of its own.

import type { DraftLink, DraftPicture, DraftRendition } from '../../draft.ts';
import { defined, fileNameOf, safeAddress } from '../body.ts';
import type { JsonObject } from '../json-fields.ts';
import { isObject, objectsIn, textIn, textsIn } from '../json-fields.ts';
import { byRole, descriptionOf, fieldsOf, headlineOf, plain, rightsOf } from './fields.ts';

/** A picture and the name it is embedded under: `featuremedia`, `editor_0`. */
export type Associated = { readonly name: string; readonly picture: Omit<DraftPicture, 'id'> };

export function associationsOf(item: JsonObject): readonly Associated[] {
  const found = namedIn(item, 'associations').flatMap(([name, each]) =>
    isPicture(each) ? [{ name, picture: pictureOf(each) }] : [],
  );
  // A story may carry renditions of its lead picture itself.
  const own =
    found.length === 0 && hasRenditions(item) && /picture|image/i.test(textIn(item, 'mimetype') ?? '')
      ? [{ name: 'own', picture: pictureOf(item) }]
      : [];
  return [...found, ...own];
}

/** Stories, videos and the like beside the story: each is a link, by its headline. */
export function relatedOf(item: JsonObject): readonly DraftLink[] {
  return namedIn(item, 'associations').flatMap(([, each]) => {
    const uri = textIn(each, 'guid', 'uri', 'href');
    return uri === undefined || isPicture(each)
      ? []
      : [defined<DraftLink>({ rel: 'seeAlso', uri, title: headlineOf(each) ?? plain(textIn(each, 'title')) })];
  });
}

/** Objects under names of their own (1.x, 2.x), or in a list in which each may say its name (3.x). */
function namedIn(item: JsonObject, field: 'associations' | 'renditions'): readonly (readonly [string, JsonObject])[] {
  const given = item[field];
  const named: readonly (readonly [string, unknown])[] = Array.isArray(given)
    ? given.map(
        (each, index) =>
          [isObject(each) ? (textIn(each, 'name') ?? `${field.slice(0, -1)}-${index + 1}`) : '', each] as const,
      )
    : isObject(given)
      ? Object.entries(given)
      : [];
  return named.filter((pair): pair is readonly [string, JsonObject] => isObject(pair[1]));
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
  const best =
    renditions.find(({ name }) => /original/i.test(name)) ??
    renditions.toSorted((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0))[0];
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
  const called = plain(textIn(item, 'description_caption')) ?? byRole(item, 'descriptions', /caption/i);
  const body = plain(fieldsOf(item, 'body')[0]?.[1]) ?? plain(textIn(objectsIn(item, 'bodies')[0], 'value'));
  return defined({ caption: called ?? descriptionOf(item) ?? body, headline: headlineOf(item) });
}

/** ninjs has no credit line: the byline, or sources by role, say who made the picture and who supplies it. */
function creditOf(item: JsonObject): Pick<DraftPicture, 'credit' | 'creator' | 'source'> {
  const line =
    textIn(item, 'creditline', 'credit', 'creditLine', 'description_creditline') ??
    byRole(item, 'descriptions', /credit/i);
  const sources = [...objectsIn(item, 'infosources'), ...objectsIn(item, 'infoSources')];
  const sourceNames = sources.map((source) => textIn(source, 'name', 'literal')).filter((name) => name !== undefined);
  const byline =
    plain(textIn(item, 'byline', 'by')) ??
    [...objectsIn(item, 'bylines'), ...objectsIn(item, 'authors')]
      .map((person) => textIn(person, 'byline', 'name', 'value'))
      .find((name) => name !== undefined);
  return defined({
    credit: line,
    creator: byline,
    source: line === undefined ? sourceNames.join('/') || textIn(item, 'source') : undefined,
  });
}

/** Captions and data come as renditions too, but are no picture. */
function renditionsOf(item: JsonObject): readonly DraftRendition[] {
  return namedIn(item, 'renditions').flatMap(([name, each]): readonly DraftRendition[] => {
    const href = safeAddress(textIn(each, 'href'));
    const mediaType = textIn(each, 'mimetype', 'contenttype', 'contentType');
    if (href === undefined || /^(?:text|audio|video)\/|\b(?:xml|json)$/.test(mediaType ?? '')) return [];
    return [
      defined<DraftRendition>({
        name,
        href,
        mediaType,
        width: textIn(each, 'width'),
        height: textIn(each, 'height'),
        bytes: textIn(each, 'sizeinbytes', 'sizeInBytes'),
      }),
    ];
  });
}
