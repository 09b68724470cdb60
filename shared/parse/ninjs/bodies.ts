// The body of a ninjs item: HTML, XHTML, NITF or plain text, once; associated pictures stand where the body names them, or at its top.

import type { Draft, DraftPicture } from '../../draft.ts';
import { isRejection } from '../../outcome.ts';
import type { Block } from '../../story.ts';
import type { Limits } from '../../upload.ts';
import type { Body } from '../body.ts';
import { readBody } from '../body.ts';
import { withoutLeadingHeadline } from '../feeds/item-body.ts';
import { readPage } from '../html.ts';
import type { JsonObject } from '../json-fields.ts';
import { objectsIn, textIn } from '../json-fields.ts';
import { readHtml } from '../markup.ts';
import { readNitf } from '../nitf.ts';
import { readXml } from '../xml.ts';
import type { Associated } from './associations.ts';
import { fieldsOf } from './fields.ts';

/** `said`: what a document that came as the body says besides its text. */
export type BodyWithPictures = Body & { readonly said: Partial<Draft> };

/** Editors mark the place of an embedded item so: `<!-- EMBED START Image {id: "editor_0"} -->`. */
const embed =
  /<!--\s*EMBED START (?:Image|Picture)\s*\{\s*id:\s*"([^"]{1,100})"\s*\}\s*-->[^]*?<!--\s*EMBED END (?:Image|Picture)\s*\{\s*id:\s*"\1"\s*\}\s*-->/gi;

export function bodyOf(
  item: JsonObject,
  associated: readonly Associated[],
  headline: string | undefined,
  limits: Limits,
): BodyWithPictures {
  const markup = markupOf(item);
  const { said, ...body } =
    markup === undefined
      ? { said: {}, blocks: paragraphsOf(textOf(item) ?? ''), pictures: [] }
      : readMarkup(markup, limits);
  return { ...withPictures(withoutLeadingHeadline(body, headline), associated), said };
}

/** A whole document is read as one: NITF, or a page with its headline. */
function readMarkup(markup: string, limits: Limits): BodyWithPictures {
  const nitf = /<nitf[\s>]/.test(markup.slice(0, 3000)) ? readXml(markup, limits) : undefined;
  if (nitf && !isRejection(nitf)) {
    const { body, pictures, ...said } = readNitf(nitf.root);
    return { blocks: body, pictures, said };
  }
  if (/^\s*(?:<!doctype[^>]{0,200}>\s*)?<html[\s>]/i.test(markup) && /<h1[\s>]/i.test(markup)) {
    const { body, pictures, ...said } = readPage(markup);
    return { blocks: body, pictures, said };
  }
  return {
    ...readBody(readHtml(markup.replace(embed, (_, id: string) => `<img src="${embedded}${encodeURIComponent(id)}">`))),
    said: {},
  };
}

/** Stands before the name of an embedded item where a file would be named. */
const embedded = 'embedded:';

/** Markup in whatever field it comes; NITF and XHTML read like HTML. */
function markupOf(item: JsonObject): string | undefined {
  const bodies = objectsIn(item, 'bodies');
  const typed = bodies.find((body) => /html|nitf/i.test(typeOf(body)) && textIn(body, 'value') !== undefined);
  const own = fieldsOf(item, 'body');
  const named = own.find(([name]) => /html|nitf/.test(name))?.[1];
  return (
    named ??
    textIn(typed, 'value') ??
    [...own.map(([, value]) => value), ...bodies.map((body) => textIn(body, 'value'))].find(
      (value) => value !== undefined && /<(?:p|div|br|h[1-6]|ul|ol|table|block)[\s/>]/i.test(value),
    )
  );
}

function textOf(item: JsonObject): string | undefined {
  const bodies = objectsIn(item, 'bodies');
  return (
    fieldsOf(item, 'body')[0]?.[1] ??
    textIn(bodies.find((body) => /^text\/plain/i.test(typeOf(body))) ?? bodies[0], 'value')
  );
}

function typeOf(body: JsonObject): string {
  return textIn(body, 'contenttype', 'contentType') ?? '';
}

function paragraphsOf(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n|\r\n\r\n|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', text: line }));
}

function withPictures({ blocks, pictures: found }: Body, associated: readonly Associated[]): Body {
  const placed = new Map(
    found.flatMap((picture) => {
      const name = nameOf(picture);
      const item = associated.find((candidate) =>
        name !== undefined ? candidate.name === name : isSame(picture, candidate.picture),
      );
      return item ? [[picture.id, item] as const] : [];
    }),
  );
  const taken = new Set(placed.values());
  // An embedded place whose picture is not among the associations shows nothing.
  const pictures = found
    .filter((picture) => nameOf(picture) === undefined || placed.has(picture.id))
    .map((picture) => ({ ...picture, ...placed.get(picture.id)?.picture, id: picture.id }));
  const others = associated
    .filter((item) => !taken.has(item))
    .map(({ picture }, index) => ({ ...picture, id: `picture-${found.length + index + 1}` }));
  const kept = new Set(pictures.map(({ id }) => id));
  const figures = others.map(({ id }): Block => ({ type: 'figure', picture: id }));
  return {
    blocks: [...figures, ...blocks.filter((block) => block.type !== 'figure' || kept.has(block.picture))],
    pictures: [...others, ...pictures],
  };
}

/** The name under which an embedded picture is associated; `undefined` for an ordinary image. */
function nameOf({ fileName }: DraftPicture): string | undefined {
  return fileName?.startsWith(embedded) ? decodeURIComponent(fileName.slice(embedded.length)) : undefined;
}

function isSame(picture: DraftPicture, item: Omit<DraftPicture, 'id'>): boolean {
  return (
    picture.href !== undefined &&
    (item.href === picture.href || (item.renditions ?? []).some(({ href }) => href === picture.href))
  );
}
