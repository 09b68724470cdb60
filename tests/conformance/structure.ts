// What RSS 2.0 with its modules and Atom ask of a feed beyond being well-formed: the rules of the RSS Advisory Board's profile and of RFC 4287.

import { SaxesParser } from 'saxes';

type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

/** What breaks the rules, a line each; throws what is not well-formed. */
export function rssErrors(text: string): readonly string[] {
  const channel = named(readElements(text), 'channel')[0];
  if (!channel) return ['no channel'];
  const items = named(channel, 'item');
  return [
    ...exactlyOne(channel, 'title', 'link', 'description', 'language', 'lastBuildDate'),
    ...dates(channel, isRfc822, 'lastBuildDate'),
    ...selfLink(named(channel, 'atom:link')),
    ...repeated(items.map((item) => textIn(item, 'guid'))),
    ...items.flatMap((item) => itemErrors(item).map((error) => `${textIn(item, 'guid')}: ${error}`)),
  ];
}

export function atomErrors(text: string): readonly string[] {
  const feed = readElements(text);
  const entries = named(feed, 'entry');
  return [
    ...exactlyOne(feed, 'id', 'title', 'updated'),
    ...dates(feed, isRfc3339, 'updated'),
    ...selfLink(named(feed, 'link')),
    ...repeated(entries.map((entry) => textIn(entry, 'id'))),
    ...entries.flatMap((entry) => entryErrors(entry).map((error) => `${textIn(entry, 'id')}: ${error}`)),
  ];
}

function itemErrors(item: Element): readonly string[] {
  const order = item.children.map(({ name }) => name);
  const shots = [
    ...named(item, 'media:content'),
    ...named(item, 'media:group').flatMap((group) => named(group, 'media:content')),
  ];
  return [
    ...exactlyOne(item, 'title', 'guid', 'pubDate', 'link', 'description', 'content:encoded'),
    ...atMostOne(item, 'dc:creator', 'enclosure', 'dc:language', 'dcterms:modified'),
    ...dates(item, isRfc822, 'pubDate'),
    ...addresses([textIn(item, 'link'), ...shots.map(({ attributes }) => attributes['url'])]),
    ...(named(item, 'guid')[0]?.attributes['isPermaLink'] === 'false' ? [] : ['the guid poses as an address']),
    ...(order.indexOf('description') < order.indexOf('content:encoded')
      ? []
      : ['description comes behind content:encoded']),
    ...named(item, 'enclosure').flatMap(({ attributes }) =>
      ['url', 'length', 'type'].filter((name) => !attributes[name]).map((name) => `enclosure without ${name}`),
    ),
    ...shots.flatMap((shot) => [
      ...atMostOne(shot, 'media:title', 'media:description', 'media:copyright'),
      ...(shot.attributes['medium'] === 'image' ? [] : ['media:content without medium']),
    ]),
    ...order
      .filter((name) => ['author', 'media:credit', 'media:description', 'media:copyright'].includes(name))
      .map((name) => `${name} in the item itself`),
  ];
}

function entryErrors(entry: Element): readonly string[] {
  const links = named(entry, 'link');
  return [
    ...exactlyOne(entry, 'id', 'title', 'updated', 'published', 'summary'),
    ...atMostOne(entry, 'content', 'rights'),
    ...dates(entry, isRfc3339, 'updated', 'published'),
    ...addresses(links.map(({ attributes }) => attributes['href'])),
    ...(links.filter(({ attributes }) => attributes['rel'] === 'alternate').length === 1
      ? []
      : ['not one link to the page']),
    ...named(entry, 'author').flatMap((author) => exactlyOne(author, 'name')),
    ...(named(entry, 'author').length > 0 ? [] : ['no author']),
  ];
}

function readElements(text: string): Element {
  const parser = new SaxesParser();
  const path: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  const addText = (more: string): void => void (path.at(-1)!.text += more);
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    path.at(-1)!.children.push(element);
    path.push(element);
  });
  parser.on('closetag', () => void path.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  return path[0]!.children[0]!;
}

function named({ children }: Element, name: string): readonly Element[] {
  return children.filter((child) => child.name === name);
}

function textIn(element: Element, name: string): string {
  return named(element, name)[0]?.text.trim() ?? '';
}

function exactlyOne(element: Element, ...names: readonly string[]): readonly string[] {
  return names
    .filter((name) => named(element, name).length !== 1)
    .map((name) => `${named(element, name).length} × ${name}`);
}

function atMostOne(element: Element, ...names: readonly string[]): readonly string[] {
  return names.filter((name) => named(element, name).length > 1).map((name) => `several ${name}`);
}

function dates(element: Element, isDate: (text: string) => boolean, ...names: readonly string[]): readonly string[] {
  return names
    .filter((name) => !isDate(textIn(element, name)))
    .map((name) => `${name} is no date: ${textIn(element, name)}`);
}

function addresses(hrefs: readonly (string | undefined)[]): readonly string[] {
  return hrefs
    .filter((href) => !/^https?:\/\/[^\s"<>]+$/.test(href ?? ''))
    .map((href) => `no absolute address: ${href}`);
}

function selfLink(links: readonly Element[]): readonly string[] {
  const own = links.filter(({ attributes }) => attributes['rel'] === 'self');
  return own.length === 1 ? addresses([own[0]!.attributes['href']]) : [`${own.length} links to the feed itself`];
}

function repeated(ids: readonly string[]): readonly string[] {
  return ids
    .filter((id, place) => id === '' || ids.indexOf(id) !== place)
    .map((id) => `empty or repeated identity: ${id}`);
}

/** The weekday must be right too. */
function isRfc822(text: string): boolean {
  return !Number.isNaN(Date.parse(text)) && new Date(text).toUTCString() === text;
}

function isRfc3339(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}
