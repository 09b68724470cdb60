// The body of a ninjs item: HTML, XHTML, NITF or plain text, once; associated pictures stand where the body names them, or at its top.

import type { DraftPicture } from '../../draft.ts';
import type { Block, Note } from '../../story.ts';
import { readBody } from '../body.ts';
import type { JsonObject } from '../json-fields.ts';
import { objectsIn, textIn } from '../json-fields.ts';
import { readHtml } from '../markup.ts';
import type { Associated } from './associations.ts';

export type BodyWithPictures = { readonly blocks: readonly Block[]; readonly pictures: readonly DraftPicture[]; readonly notes: readonly Note[] };

/** Editors mark the place of an embedded item so: `<!-- EMBED START Image {id: "editor_0"} -->`. */
const embed = /<!--\s*EMBED START (?:Image|Picture)\s*\{\s*id:\s*"([^"]{1,100})"\s*\}\s*-->[^]*?<!--\s*EMBED END (?:Image|Picture)\s*\{\s*id:\s*"\1"\s*\}\s*-->/gi;

export function bodyOf(item: JsonObject, associated: readonly Associated[]): BodyWithPictures {
  const html = markupOf(item);
  if (html === undefined) return withPictures(paragraphsOf(textIn(item, 'body_text') ?? valueOf(item, /^text\/plain/i) ?? ''), [], associated, []);
  const marked = html.replace(embed, (_, id: string) => `<img src="embedded:${encodeURIComponent(id)}">`);
  const { blocks, pictures } = readBody(readHtml(marked));
  return withPictures(blocks, pictures, associated, placesOf(marked));
}

/** Markup in whatever field it comes; NITF and XHTML read like HTML. */
function markupOf(item: JsonObject): string | undefined {
  const direct = textIn(item, 'body_html', 'body_xhtml', 'body_nitf');
  if (direct !== undefined) return direct;
  const rich = valueOf(item, /html|nitf/i);
  if (rich !== undefined) return rich;
  const other = objectsIn(item, 'bodies').map((body) => textIn(body, 'value')).find((value) => value !== undefined && /<\w+[^>]*>/.test(value));
  return other ?? (/<p[\s>]/i.test(textIn(item, 'body_text') ?? '') ? textIn(item, 'body_text') : undefined);
}

function valueOf(item: JsonObject, type: RegExp): string | undefined {
  const bodies = objectsIn(item, 'bodies');
  const found = bodies.find((body) => type.test(textIn(body, 'contenttype', 'contentType') ?? '')) ?? (type.source.includes('plain') ? bodies[0] : undefined);
  return textIn(found, 'value');
}

function paragraphsOf(text: string): readonly Block[] {
  return text.split(/\n\s*\n|\r\n\r\n|\n/).map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '').map((line) => ({ type: 'paragraph', text: line }));
}

/** The ids of embedded items in the order of the body's images; `undefined` for an ordinary image. */
function placesOf(html: string): readonly (string | undefined)[] {
  return [...html.matchAll(/<img\b[^>]*?\bsrc="([^"]*)"/gi)].map(([, source]) => (source!.startsWith('embedded:') ? decodeURIComponent(source!.slice('embedded:'.length)) : undefined));
}

function withPictures(blocks: readonly Block[], found: readonly DraftPicture[], associated: readonly Associated[], places: readonly (string | undefined)[]): BodyWithPictures {
  const placed = new Map<string, Associated>();
  found.forEach((picture, index) => {
    const name = places[index];
    const item = associated.find((candidate) => (name !== undefined ? candidate.name === name : isSame(picture, candidate.picture)));
    if (item) placed.set(picture.id, item);
  });
  const taken = new Set(placed.values());
  // An embedded place whose picture is not among the associations shows nothing.
  const pictures = found.filter((picture, index) => places[index] === undefined || placed.has(picture.id)).map((picture) => (placed.has(picture.id) ? { ...picture, ...placed.get(picture.id)!.picture, id: picture.id } : picture));
  const others = associated.filter((item) => !taken.has(item)).map(({ picture }, index) => ({ ...picture, id: `picture-${found.length + index + 1}` }));
  const kept = new Set(pictures.map(({ id }) => id));
  const figures = others.map(({ id }): Block => ({ type: 'figure', picture: id }));
  return { blocks: [...figures, ...blocks.filter((block) => block.type !== 'figure' || kept.has(block.picture))], pictures: [...others, ...pictures], notes: [] };
}

function isSame(picture: DraftPicture, item: Omit<DraftPicture, 'id'>): boolean {
  return picture.href !== undefined && (item.href === picture.href || (item.renditions ?? []).some(({ href }) => href === picture.href));
}
