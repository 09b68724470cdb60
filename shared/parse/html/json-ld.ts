// The story as a page describes it to machines: the article of its JSON-LD (schema.org NewsArticle and its kin), in a list, a graph or a page.
// `{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Ferries stop"}]}` → the NewsArticle, with what it refers to by `@id` filled in.

import type { Element } from '../element.ts';
import { attribute, descendants, isElement } from '../element.ts';
import { isObject, textIn, textsIn } from '../json-fields.ts';
import type { JsonObject } from '../json-fields.ts';

const articleTypes =
  /(?:^|\/)(?:NewsArticle|(?:Analysis|AskPublic|Background|Opinion|Reportage|Review)NewsArticle|Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|TechArticle|ScholarlyArticle)$/;

export type LinkedData = {
  readonly article?: JsonObject;
  /** Everything that has an `@id`, since articles refer to their authors and pictures by it. */
  readonly byId: ReadonlyMap<string, JsonObject>;
};

/** The first article that has a headline; else the first article. */
export function linkedDataOf(page: Element): LinkedData {
  const scripts = descendants(page, 'script').filter((script) => /ld\+json/i.test(attribute(script, 'type') ?? ''));
  const objects = scripts.flatMap((script) =>
    objectsWithin(readLoosely(script.children.filter((node) => !isElement(node)).join('')), 0),
  );
  const articles = objects.filter((object) => typesOf(object).some((type) => articleTypes.test(type)));
  const byId = new Map(
    objects.flatMap((object) => {
      const id = textIn(object, '@id');
      return id !== undefined && Object.keys(object).length > 1 ? [[id, object] as const] : [];
    }),
  );
  return {
    article: articles.find((article) => textIn(article, 'headline', 'name') !== undefined) ?? articles[0],
    byId,
  };
}

export function typesOf(object: JsonObject | undefined): readonly string[] {
  return textsIn(object, '@type');
}

/** The objects under a name; what is only referred to is looked up. Texts count as objects with that name. */
export function partiesIn(data: LinkedData, from: JsonObject | undefined, field: string): readonly JsonObject[] {
  const value = from && Object.hasOwn(from, field) ? from[field] : undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((each) => {
    if (typeof each === 'string') return [data.byId.get(each) ?? { name: each }];
    return isObject(each) ? [data.byId.get(textIn(each, '@id') ?? '') ?? each] : [];
  });
}

/** The names of the people or organisations under a name, without addresses. */
export function namesIn(data: LinkedData, from: JsonObject | undefined, field: string): readonly string[] {
  return partiesIn(data, from, field)
    .flatMap((party) => textsIn(party, 'name'))
    .filter((name) => !/^(?:https?:)?\/\//i.test(name));
}

/** Pages wrap the script in comments or CDATA, and let line breaks into strings. */
function readLoosely(text: string): unknown {
  if (text.length > 2_000_000) return undefined;
  const bare = text
    .replace(/^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?)\s*$/, '')
    .replace(/^[\s;]+|[\s;]+$/g, '');
  try {
    return JSON.parse(bare.replace(/[\u0000-\u001F]+/g, ' ')) as unknown;
  } catch {
    return undefined;
  }
}

const holders = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'itemListElement',
  'item',
  'author',
  'publisher',
  'image',
] as const;

function objectsWithin(value: unknown, depth: number): readonly JsonObject[] {
  if (depth > 8) return [];
  if (Array.isArray(value)) return value.slice(0, 1000).flatMap((each) => objectsWithin(each, depth + 1));
  if (!isObject(value)) return [];
  return [
    value,
    ...holders.flatMap((name) => (Object.hasOwn(value, name) ? objectsWithin(value[name], depth + 1) : [])),
  ];
}
