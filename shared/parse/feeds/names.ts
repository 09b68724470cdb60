// Names in feeds that mean one thing with a prefix and another without.
// `<media:title>Ships in the ice</media:title><title>Ferries stop</title>` → the item’s title is "Ferries stop".

import type { Element } from '../element.ts';
import { isElement } from '../element.ts';

/** Elements of Media RSS, iTunes, Dublin Core and WordPress that share a name with RSS or Atom itself but say something else. */
const foreign =
  /(<\/?)(media|itunes|googleplay|excerpt|dc):(?=(?:title|description|summary|subtitle|content|encoded|keywords|image|category|copyright|author)[\s/>])/g;

/**
 * `<media:title>` → `<media.title>`: readXml takes prefixes off, and these are needed. Lines and columns stay as they were.
 * What stands in CDATA is the item's own markup and is left alone.
 */
export function keepApart(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = text.indexOf('<![CDATA['); start >= 0; start = text.indexOf('<![CDATA[', from)) {
    const end = text.indexOf(']]>', start);
    if (end < 0) break;
    parts.push(text.slice(from, start).replace(foreign, '$1$2.'), text.slice(start, end));
    from = end;
  }
  parts.push(text.slice(from).replace(foreign, '$1$2.'));
  return parts.join('');
}

/** What a feed says of itself: looked into for every item, it must not hold them. */
export function withoutItems(feed: Element, ...items: readonly string[]): Element {
  return { ...feed, children: feed.children.filter((node) => isElement(node) && !items.includes(node.name)) };
}
