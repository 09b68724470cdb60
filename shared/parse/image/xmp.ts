// An XMP packet → texts by property name: `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ferry</rdf:li></rdf:Alt></dc:title>` → title: "Ferry".
// Properties stand as elements or as attributes of rdf:Description, as each program likes it (XMP specification part 1, 7.9).

import { isRejection } from '../../outcome.ts';
import type { Limits } from '../../upload.ts';
import { attribute, child, children, isElement, textOf } from '../element.ts';
import type { Element } from '../element.ts';
import { readXml } from '../xml.ts';

export type Xmp = {
  /** `Headline`, `LocationShown/City`; of alternatives by language the default one. */
  texts(path: string): readonly string[];
  /** Whether a packet was there that could not be read. */
  readonly isBroken: boolean;
};

/** Camera and agency programs nest structures in lists in structures; nobody nests deeper. */
const depth: Pick<Limits, 'xmlDepth'> = { xmlDepth: 60 };

/** `packet` may hold several documents, one behind the other (extended XMP). Never throws. */
export function readXmp(packet: string): Xmp {
  const documents = rdfParts(packet).map((part) => readXml(part, depth));
  const descriptions = documents.flatMap((document) =>
    isRejection(document) ? [] : children(document.root, 'Description'),
  );
  return {
    isBroken: packet.trim() !== '' && (documents.length === 0 || documents.some(isRejection)),
    texts: (path) => find(descriptions, path.split('/')),
  };
}

function rdfParts(packet: string): readonly string[] {
  const parts: string[] = [];
  for (const match of packet.matchAll(/<([A-Za-z][\w.-]{0,30}:)?RDF[\s>]/g)) {
    const close = `</${match[1] ?? ''}RDF>`;
    const end = packet.indexOf(close, match.index);
    if (end < 0) break;
    parts.push(packet.slice(match.index, end + close.length));
    if (parts.length === 5) break;
  }
  return parts;
}

function find(structures: readonly Element[], [name = '', ...rest]: readonly string[]): readonly string[] {
  if (rest.length > 0)
    return find(
      structures.flatMap((each) => children(each, name).flatMap(structuresIn)),
      rest,
    );
  for (const structure of structures) {
    const written = attribute(structure, name);
    const texts = written === undefined ? children(structure, name).flatMap(valuesOf) : [tidy(written)];
    const said = texts.filter((text) => text !== '');
    if (said.length > 0) return said;
  }
  return [];
}

/** A structure stands in its property directly, in an rdf:Description, or as an item of a list. */
function structuresIn(property: Element): readonly Element[] {
  const list = listIn(property);
  if (list) return children(list, 'li').flatMap(structuresIn);
  return [child(property, 'Description') ?? property];
}

function listIn(property: Element): Element | undefined {
  return property.children.find(
    (node): node is Element => isElement(node) && ['Alt', 'Bag', 'Seq'].includes(node.name),
  );
}

function valuesOf(property: Element): readonly string[] {
  const list = listIn(property);
  if (!list) return [valueOf(property)];
  const items = children(list, 'li');
  if (list.name !== 'Alt') return items.map(valueOf);
  const chosen =
    items.find((item) => attribute(item, 'lang')?.toLowerCase() === 'x-default' && valueOf(item) !== '') ??
    items.find((item) => valueOf(item) !== '');
  return chosen ? [valueOf(chosen)] : [];
}

function valueOf(element: Element): string {
  return tidy(textOf(child(element, 'value') ?? element) ?? attribute(element, 'resource') ?? '');
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
