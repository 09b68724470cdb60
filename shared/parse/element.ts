// An element of XML or HTML as parsers see it, whichever library read it, and the few ways parsers look into one.

import { resolveLeftovers } from './references.ts';

export type Element = {
  /** Without prefix; in HTML in lower case: `inlineXML`, `p`. */
  readonly name: string;
  /** Names without prefix: `lang` for `xml:lang`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
};

/** Text has its character references resolved and its white space as it came. */
export type Node = Element | string;

export function isElement(node: Node | undefined): node is Element {
  return node !== undefined && typeof node !== 'string';
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim();
  return value === '' ? undefined : value;
}

/** The children with one of these names, in order. */
export function children(element: Element | undefined, ...names: readonly string[]): readonly Element[] {
  return (element?.children ?? []).filter((node): node is Element => isElement(node) && names.includes(node.name));
}

/** The first child with this name; several names go down: `child(item, 'itemMeta', 'provider')`. */
export function child(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  let found = element;
  for (const name of path)
    found = found?.children.find((node): node is Element => isElement(node) && node.name === name);
  return found;
}

/** Every descendant with one of these names, in document order. */
export function descendants(element: Element | undefined, ...names: readonly string[]): readonly Element[] {
  const found: Element[] = [];
  const walk = (node: Node): void => {
    if (!isElement(node)) return;
    if (names.includes(node.name)) found.push(node);
    node.children.forEach(walk);
  };
  element?.children.forEach(walk);
  return found;
}

/** Elements between whose words there is a space, whether one is written or not. */
const apart = new Set([
  'p',
  'div',
  'section',
  'header',
  'footer',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'br',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hl1',
  'hl2',
]);

/** All text inside, white space collapsed; `undefined` when there is none. */
export function textOf(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  const parts: string[] = [];
  const walk = (part: Node): void => {
    if (typeof part === 'string') return void parts.push(part);
    const between = apart.has(part.name) ? ' ' : '';
    parts.push(between);
    part.children.forEach(walk);
    parts.push(between);
  };
  walk(node);
  const text = resolveLeftovers(parts.join('')).replace(/\s+/gu, ' ').trim();
  return text === '' ? undefined : text;
}
