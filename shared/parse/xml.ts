// XML → elements, leniently: a stray ampersand, an HTML entity or an undeclared prefix is read with a note; what is not well-formed is refused with its place.
// Declared entities are never expanded.

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isRejection, reject } from '../outcome.ts';
import type { Rejection } from '../outcome.ts';
import type { Note } from '../story.ts';
import type { Limits } from '../upload.ts';
import { documentType, findEntityBomb } from './document-type.ts';
import type { Element, Node } from './element.ts';
import { resolveReferences } from './references.ts';

export type XmlDocument = { readonly root: Element; readonly notes: readonly Note[] };

/** Elements whose content is kept as one string of markup, to be read by whoever knows its kind: reading bodies twice would cost half the time. */
const rawElements = ['inlineXML'];

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: '#cdata',
  stopNodes: rawElements.map((name) => `*.${name}`),
});

/** Never throws. `malformed` names line and column; entity bombs and too deep nesting are `unsafe`. */
export function readXml(text: string, limits: Pick<Limits, 'xmlDepth'>): XmlDocument | Rejection {
  const bomb = findEntityBomb(text);
  if (bomb) return bomb;
  const { mended, notes } = mend(text);
  if (depthOf(mended) > limits.xmlDepth)
    return reject('unsafe', `The elements are nested more than ${limits.xmlDepth} deep.`);
  const checked = XMLValidator.validate(mended, { allowBooleanAttributes: true });
  if (checked !== true) {
    const { msg, line, col } = checked.err;
    return reject('malformed', `The XML is broken in line ${line}, column ${col}: ${inPlainWords(msg)}`, {
      line,
      column: col,
    });
  }
  const nodes = parseNodes(mended);
  if (isRejection(nodes)) return nodes;
  const root = firstElement(nodes);
  return root ? { root, notes } : reject('malformed', 'The XML has no element.');
}

/** The validator lists what stands open at the end as JSON. A file that was cut short is the commonest cause. */
function inPlainWords(said: string): string {
  const open = /^(?:Invalid '\[\s*"([^"]+)"|Unclosed tag '([^']+)')/.exec(said);
  return open ? `“${open[1] ?? open[2]}” is never closed; the file may have been cut short.` : said;
}

/** The parser refuses by throwing what the validator lets pass, such as an instruction that never ends. */
function parseNodes(text: string): readonly RawNode[] | Rejection {
  try {
    return parser.parse(text) as readonly RawNode[];
  } catch (error) {
    return reject('malformed', `The XML is broken: ${error instanceof Error ? error.message : 'it cannot be read.'}`);
  }
}

/** What fast-xml-parser gives with preserveOrder: one key per node, attributes under ':@'. */
type RawNode = Readonly<Record<string, unknown>>;

function firstElement(nodes: readonly RawNode[]): Element | undefined {
  return nodes.map(convert).find((node): node is Element => typeof node === 'object');
}

function convert(raw: RawNode): Node {
  for (const name of Object.keys(raw)) {
    if (name === ':@') continue;
    const content = raw[name];
    if (name === '#text') return resolveReferences(String(content));
    const children = content as readonly RawNode[];
    if (name === '#cdata') return children.map((child) => String(child['#text'] ?? '')).join('');
    if (rawElements.includes(name))
      return { name, attributes: attributesOf(raw), children: children.map((child) => String(child['#text'] ?? '')) };
    return { name, attributes: attributesOf(raw), children: children.map(convert) };
  }
  return '';
}

/** A line end in an attribute is a space (XML 1.0, 3.3.3). */
function attributesOf(raw: RawNode): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const given = raw[':@'];
  if (typeof given !== 'object' || given === null) return attributes;
  for (const [name, value] of Object.entries(given))
    attributes.set(name, resolveReferences(String(value).replace(/[\t\n\r]/g, ' ')));
  return attributes;
}

function mend(text: string): { readonly mended: string; readonly notes: readonly Note[] } {
  const withoutType = text.replace(/^\s+/, '').replace(documentType, '');
  const mended = outsideCharacterData(withoutType, (part) =>
    part.replace(/&(?!#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][\w.-]{0,40};)/g, '&amp;'),
  );
  if (mended.length === withoutType.length) return { mended, notes: [] };
  return {
    mended,
    notes: [
      {
        step: 'parse',
        rule: 'stray-ampersand',
        text: 'An ampersand stood by itself in the XML; it was read as it stands.',
      },
    ],
  };
}

/** What stands in CDATA sections is read as it is. */
function outsideCharacterData(text: string, change: (part: string) => string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = text.indexOf('<![CDATA['); start >= 0; start = text.indexOf('<![CDATA[', from)) {
    const end = text.indexOf(']]>', start);
    if (end < 0) break;
    parts.push(change(text.slice(from, start)), text.slice(start, end + 3));
    from = end + 3;
  }
  parts.push(change(text.slice(from)));
  return parts.join('');
}

/** The deepest nesting, counted over the tags without building anything. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === 47) depth -= 1;
    else if (next === 33 && text.startsWith('<![CDATA[', at)) at = skipTo(text, ']]>', at);
    else if (next === 33 && text.startsWith('<!--', at)) at = skipTo(text, '-->', at);
    else if (next !== 33 && next !== 63) {
      const end = text.indexOf('>', at);
      if (end < 0) break;
      if (text.charCodeAt(end - 1) !== 47) depth += 1;
      if (depth > deepest) deepest = depth;
      at = end;
    }
  }
  return deepest;
}

function skipTo(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}
