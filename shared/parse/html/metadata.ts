// What a page says of its story outside the text: meta elements (Open Graph, article:, Dublin Core) and JSON-LD (schema.org NewsArticle).

import type { Element } from '../element.ts';
import { attribute, descendants, isElement } from '../element.ts';
import { isObject, objectIn, objectsIn, textsIn } from '../json-fields.ts';
import type { JsonObject } from '../json-fields.ts';

export type Metadata = {
  /** The first value of the first of these meta names that has one, in lower case: `og:title`. */
  meta(...names: readonly string[]): string | undefined;
  metas(name: string): readonly string[];
  /** The article of the page's JSON-LD. */
  readonly article: JsonObject | undefined;
};

export function metadataOf(page: Element): Metadata {
  const values = new Map<string, string[]>();
  for (const element of descendants(page, 'meta')) {
    const name = (attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop'))?.toLowerCase();
    const content = attribute(element, 'content');
    if (name !== undefined && content !== undefined) values.set(name, [...(values.get(name) ?? []), content]);
  }
  return {
    meta: (...names) => names.map((name) => values.get(name)?.[0]).find((value) => value !== undefined),
    metas: (name) => values.get(name) ?? [],
    article: articleIn(page),
  };
}

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting|NewsArticle)$/;

function articleIn(page: Element): JsonObject | undefined {
  for (const script of descendants(page, 'script').filter((element) => /ld\+json/i.test(attribute(element, 'type') ?? ''))) {
    const found = candidates(parse(script.children.filter((node) => !isElement(node)).join(''))).find((each) => textsIn(each, '@type').some((type) => articleTypes.test(type)));
    if (found) return found;
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.length > 1_000_000 ? '' : text.replace(/[\u0000-\u001F]+/g, ' ')) as unknown;
  } catch {
    return undefined;
  }
}

/** An object, a list, or a graph of them. */
function candidates(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject).flatMap(candidates);
  if (!isObject(value)) return [];
  return [value, ...objectsIn(value, '@graph'), ...[objectIn(value, 'mainEntity')].filter((each) => each !== undefined)];
}

/** The names of a person or organisation, or of a list of them. */
export function namesIn(article: JsonObject | undefined, field: string): readonly string[] {
  const listed = objectsIn(article, field).flatMap((party) => textsIn(party, 'name'));
  return listed.length > 0 ? listed : textsIn(article, field).filter((text) => !/^https?:/.test(text));
}
