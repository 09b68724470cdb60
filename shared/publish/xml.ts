// Writes XML: whatever a wire sent, what comes out of here is well-formed. The only file that knows how markup is escaped.

import { cleanText, oneLine } from './clean-text.ts';

declare const written: unique symbol;

/** Text that is XML already; made in this file alone, so plain text cannot slip into a document unescaped. */
export type Xml = string & { readonly [written]: true };

/** Attributes without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What may stand in an element; lists are joined by line ends, and what is `undefined` is left out. */
export type Content = Xml | undefined | readonly Content[];

export const nothing = '' as Xml;

/** Without content the element is written as `<name/>`; with empty content as `<name></name>`, which HTML parsers need. */
export function element(name: string, attributes: Attributes = {}, content?: Content): Xml {
  const start = `<${name}${writeAttributes(attributes)}`;
  if (content === undefined) return `${start}/>` as Xml;
  return (
    typeof content === 'string' ? `${start}>${content}</${name}>` : `${start}>\n${joinLines(content)}</${name}>`
  ) as Xml;
}

/** An element that holds text only; nothing at all when the text is absent or blank. */
export function textElement(name: string, text: string | undefined, attributes?: Attributes): Xml | undefined {
  return text?.trim() ? element(name, attributes, escapeText(text)) : undefined;
}

/** An element that carries markup as text; `]]>` within it would be divided over two sections. */
export function cdataElement(name: string, markup: Xml, attributes: Attributes = {}): Xml {
  const content = markup.includes(']]>') ? markup.replaceAll(']]>', ']]]]><![CDATA[>') : markup;
  return `<${name}${writeAttributes(attributes)}><![CDATA[${content}]]></${name}>` as Xml;
}

/** Text with `&`, `<` and `>` escaped and without the characters that XML forbids. */
export function escapeText(text: string): Xml {
  return escapeMarkup(cleanText(text), '&amp;', '&lt;', '&gt;') as Xml;
}

/**
 * Text for an element that some readers take for HTML and others for plain text.
 * The RSS profile asks for hexadecimal references there: both kinds of readers then show the same.
 */
function escapePlain(text: string): Xml {
  return escapeMarkup(cleanText(text), '&#x26;', '&#x3C;', '&#x3E;') as Xml;
}

/** Plain text on one line for such an element; nothing at all when it is absent or blank. */
export function plainElement(name: string, text: string | undefined, attributes?: Attributes): Xml | undefined {
  const line = oneLine(text ?? '');
  return line ? element(name, attributes, escapePlain(line)) : undefined;
}

/** A data block within a page. The escapes are JSON's own, so neither HTML nor XML sees an end of the element in it. */
export function scriptElement(type: string, json: string): Xml {
  const escaped = json
    .trim()
    .replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return element('script', { type }, escaped as Xml);
}

/** Our own style sheets hold nothing that would need escaping. */
export function styleElement(sheet: string): Xml {
  return element('style', {}, sheet.replace(/[<&]/g, '') as Xml);
}

/** Joins pieces of XML without anything between them. */
export function join(pieces: readonly (Xml | undefined)[]): Xml {
  return pieces.filter((piece) => piece !== undefined).join('') as Xml;
}

/** The pieces, each followed by a line end. */
export function joinLines(pieces: readonly Content[]): Xml {
  let lines = '';
  for (const piece of pieces) {
    if (piece === undefined) continue;
    lines += typeof piece === 'string' ? `${piece}\n` : joinLines(piece);
  }
  return lines as Xml;
}

/** A whole document, in UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function writeAttributes(attributes: Attributes): string {
  let text = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) text += ` ${name}="${typeof value === 'number' ? value : escapeAttribute(value)}"`;
  }
  return text;
}

/** White space becomes plain spaces: every parser would make them of it (XML 1.0 §3.3.3). */
function escapeAttribute(value: string): string {
  if (/^[\w./:, -]*$/.test(value)) return value;
  return escapeMarkup(cleanText(value), '&amp;', '&lt;', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]/g, ' ');
}

/** Looking for each character first is some ten times as quick as one pattern for all: most text has none of them. */
function escapeMarkup(text: string, ampersand: string, less: string, greater: string): string {
  let escaped = text;
  if (escaped.includes('&')) escaped = escaped.replaceAll('&', ampersand);
  if (escaped.includes('<')) escaped = escaped.replaceAll('<', less);
  if (escaped.includes('>')) escaped = escaped.replaceAll('>', greater);
  return escaped;
}
