// One picture of Media RSS from its sizes and what is said round them.
// `<media:content url="a.jpg"/><media:description>A ferry.</media:description><media:credit>AFP</media:credit>` → address, caption, credit.

import type { DraftPicture, DraftRendition } from '../../draft.ts';
import { defined, fileNameOf } from '../body.ts';
import type { Element } from '../element.ts';
import { attribute, child, children, textOf } from '../element.ts';
import { webAddress } from '../html/addresses.ts';
import { plainLine } from './item-body.ts';

export type Found = Omit<DraftPicture, 'id'>;

/** What is said of a picture stands in it or in what holds it, nearest first; the last of the holders is the item. */
export function pictureOf(
  sizes: readonly Element[],
  holders: readonly Element[],
  base: string | undefined,
): Found | undefined {
  const renditions = sizes.map((size) => renditionOf(size, base)).filter((rendition) => rendition !== undefined);
  const best = renditions.toSorted((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0))[0];
  if (!best) return undefined;
  const places = [...new Set([...sizes, ...holders])];
  const say = (...names: readonly string[]): string | undefined =>
    names
      .flatMap((name) => places.flatMap((place) => children(place, name)))
      .map((found) => plainLine(textOf(found)))
      .find((text) => text !== undefined);
  const nearest = (...names: readonly string[]): readonly Element[] =>
    places.map((place) => children(place, ...names)).find((found) => found.length > 0) ?? [];
  // The item's own title over again says nothing of the picture.
  const item = holders.at(-1);
  const named = say('media.title');
  const title = named === plainLine(textOf(child(item, 'title'))) ? undefined : named;
  const caption = say('media.description', 'text');
  return defined<Found>({
    caption: caption ?? title,
    altText:
      caption === undefined ||
      caption === title ||
      children(item, 'media.title').some((found) => plainLine(textOf(found)) === title)
        ? undefined
        : title,
    credit: creditOf(nearest('credit'), item),
    copyrightNotice: nearest('media.copyright')
      .map((found) => textOf(found))
      .find((text) => text !== undefined),
    keywords: listOf(holders.length > 1 ? textOf(child(holders[0], 'media.keywords')) : undefined),
    href: best.href,
    fileName: fileNameOf(best.href),
    mediaType: best.mediaType,
    width: best.width,
    height: best.height,
    renditions: renditions.length > 1 ? renditions : undefined,
  });
}

/** Who made it before whom it came from; every credit is kept. Who wrote the item is not who made its picture. */
function creditOf(credits: readonly Element[], item: Element | undefined): string | undefined {
  const rank = (credit: Element): number =>
    /photographer|author|artist|creator/i.test(attribute(credit, 'role') ?? '') ? 0 : 1;
  const own = credits.filter((credit) => !(isAuthor(credit) && item?.children.includes(credit)));
  const texts = own
    .toSorted((a, b) => rank(a) - rank(b))
    .map((credit) => textOf(credit))
    .filter((text) => text !== undefined);
  return texts.length > 0 ? [...new Set(texts)].join('/') : undefined;
}

/** `<media:credit role="author">`, which in the item itself names its writer. */
export function isAuthor(credit: Element): boolean {
  return /^(?:author|writer|journalist|reporter)$/i.test(attribute(credit, 'role') ?? '');
}

function listOf(text: string | undefined): readonly string[] | undefined {
  const words = (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.length > 0 ? words : undefined;
}

function renditionOf(element: Element, base: string | undefined): DraftRendition | undefined {
  const href = webAddress(
    attribute(element, 'url') ?? attribute(element, 'href') ?? textOf(child(element, 'url')),
    base,
  );
  if (href === undefined || isTracker(element)) return undefined;
  const width = size(element, 'width');
  return defined<DraftRendition>({
    name: width ?? 'original',
    href,
    mediaType: attribute(element, 'type'),
    width,
    height: size(element, 'height'),
    bytes: size(element, 'fileSize') ?? size(element, 'length'),
  });
}

/** Feeds write 0 where they do not know. */
function size(element: Element, name: string): string | undefined {
  const given = attribute(element, name);
  return given === '0' ? undefined : given;
}

function isTracker(element: Element): boolean {
  return attribute(element, 'width') === '1' || attribute(element, 'height') === '1';
}
