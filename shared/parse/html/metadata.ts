// What a page says of its story outside the text: `meta` elements (Open Graph, article:, Dublin Core), microdata and the title.

import type { Element } from '../element.ts';
import { attribute, descendants, textOf } from '../element.ts';

export type Metadata = {
  /** The first value of the first of these names that has one. */
  meta(names: readonly string[]): string | undefined;
  /** Every value of the first of these names that has one. */
  metas(names: readonly string[]): readonly string[];
};

export function metadataOf(page: Element): Metadata {
  const values = new Map<string, string[]>();
  for (const element of descendants(page, 'meta')) {
    const content = attribute(element, 'content') ?? attribute(element, 'value');
    if (content === undefined) continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (attribute(element, key) ?? '').toLowerCase().split(/\s+/)) {
        const known = values.get(name);
        if (name === '') continue;
        if (known) known.push(content);
        else values.set(name, [content]);
      }
    }
  }
  const metas = (names: readonly string[]): readonly string[] =>
    names.map((name) => values.get(name)).find((found) => found !== undefined) ?? [];
  return { metas, meta: (names) => metas(names)[0] };
}

/** The address in a `link` of this kind. */
export function linkOf(page: Element, rel: string): string | undefined {
  return descendants(page, 'link')
    .filter((link) => (attribute(link, 'rel') ?? '').toLowerCase().split(/\s+/).includes(rel))
    .map((link) => attribute(link, 'href'))
    .find((href) => href !== undefined);
}

/** The title of the page without the name of the site: "Ferries stop | Harbour News" → "Ferries stop". */
export function titleOf(page: Element, sites: readonly (string | undefined)[]): string | undefined {
  const title = textOf(child(page, 'head', 'title') ?? descendants(page, 'title')[0]);
  return title === undefined ? undefined : withoutSite(title, sites);
}

function child(page: Element, holder: string, name: string): Element | undefined {
  return descendants(descendants(page, holder)[0], name)[0];
}

const bar = /\s+(?:[|–—·•»«]|::|-|\/\/|:)\s+|\s*\|\s*/u;

export function withoutSite(title: string, sites: readonly (string | undefined)[]): string {
  const parts = title.split(bar).filter((part) => part !== '');
  if (parts.length < 2) return title;
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const known = sites
    .filter((site) => site !== undefined)
    .map(plain)
    .filter((site) => site !== '');
  const isSite = (part: string): boolean => known.includes(plain(part));
  const at = parts.findIndex(isSite);
  if (at === 0 && parts.length === 2) return parts[1]!;
  if (at > 0) return cutAt(title, parts, at);
  // Unnamed, the site stands behind the last bar; a dash may as well belong to the headline.
  const [first = ''] = title.split(/\s+\|\s+|\s*\|\s*|\s+[»•·]\s+|\s+::\s+/u);
  if (first !== title && first.length >= 15) return first;
  const last = parts.at(-1)!;
  return /\s[-–—]\s/u.test(title) &&
    last.length <= 25 &&
    last.split(/\s+/).length <= 3 &&
    /^\p{Lu}/u.test(last) &&
    title.length - last.length > 30
    ? title.slice(0, title.lastIndexOf(last)).replace(/\s*[-–—]\s*$/u, '')
    : title;
}

/** Everything before the part with the site's name, which may hold bars of its own. */
function cutAt(title: string, parts: readonly string[], at: number): string {
  const cut = title.lastIndexOf(parts[at]!);
  const before = title.slice(0, cut).replace(/[\s|–—·•»«:/-]+$/u, '');
  return before === '' ? title : before;
}
