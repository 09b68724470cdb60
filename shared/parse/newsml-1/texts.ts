// The text of an item: NITF, XHTML, bare paragraphs, or markup and plain text kept as character data.

import type { Draft } from '../../draft.ts';
import type { Body } from '../body.ts';
import { readBody } from '../body.ts';
import type { Element } from '../element.ts';
import { child, descendants, isElement, textOf } from '../element.ts';
import { readHtml } from '../markup.ts';
import { readNitf } from '../nitf.ts';

export type ItemText = { readonly body: Body; readonly nitf?: Draft; readonly title?: string };

/** Several texts are parts of one story; the same text in two forms (HTML and plain) counts once. */
export function textOfItems(items: readonly Element[]): ItemText {
  let pictures = 1;
  const parts: ItemText[] = [];
  for (const item of items) {
    const part = textOfItem(child(item, 'DataContent'), pictures);
    if (part.body.blocks.length === 0 || parts.some((other) => sameWords(other.body, part.body))) continue;
    parts.push(part);
    pictures += part.body.pictures.length;
  }
  const [first] = parts;
  return {
    ...first,
    body: { blocks: parts.flatMap(({ body }) => body.blocks), pictures: parts.flatMap(({ body }) => body.pictures) },
  };
}

function textOfItem(data: Element | undefined, pictureNumber: number): ItemText {
  if (!data) return { body: { blocks: [], pictures: [] } };
  const nitf = descendants(data, 'nitf')[0];
  if (nitf) {
    const draft = readNitf(nitf);
    return { body: { blocks: draft.body, pictures: draft.pictures }, nitf: draft };
  }
  if (data.children.some(isElement)) {
    const inner = descendants(data, 'body.content', 'body')[0] ?? data;
    return { body: readBody(inner, pictureNumber), title: textOf(descendants(data, 'title')[0]) };
  }
  return { body: textBody(data.children.filter((node) => !isElement(node)).join(''), pictureNumber) };
}

/** Character data: markup that was escaped or wrapped in CDATA, or plain text with a paragraph a line. */
function textBody(text: string, pictureNumber: number): Body {
  if (/<\/?[a-z][^>]*>/i.test(text)) return readBody(readHtml(text), pictureNumber);
  const paragraphs = /\n\s*\n/.test(text) ? text.split(/\n\s*\n/) : text.split('\n');
  return {
    blocks: paragraphs
      .map((part) => part.replace(/\s+/g, ' ').trim())
      .filter((part) => part !== '')
      .map((part) => ({ type: 'paragraph', text: part })),
    pictures: [],
  };
}

function sameWords(a: Body, b: Body): boolean {
  return wordsOf(a) === wordsOf(b);
}

function wordsOf({ blocks }: Body): string {
  return blocks
    .map((block) => ('text' in block ? block.text : ''))
    .join(' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
