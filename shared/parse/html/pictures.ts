// Pictures in markup with what is said of them: captions, credits and renditions, whether the frame is a `figure`, a `wp-caption` or a class of a house's own.
// `<figure><img src="ship.jpg"><figcaption>Ships in the ice.</figcaption><span class="credit">Jane Roe/AFP</span></figure>` → a picture with caption and credit.

import type { DraftPicture } from '../../draft.ts';
import type { Body } from '../body.ts';
import { defined, readBody, safeAddress } from '../body.ts';
import type { Element, Node } from '../element.ts';
import { attribute, descendants, isElement } from '../element.ts';
import { lineOf } from './block-text.ts';
import { isDecoration, isImage } from './image.ts';
import { captionIn, creditIn, isCaption, isCredit, isFrame, picturesIn, wordsRound } from './frames.ts';
import type { Said } from './frames.ts';
import type { Image } from './image.ts';

/** Blocks and pictures of an element; `base` is where the page stood, against which relative addresses are read. */
export function readIllustrated(element: Element, base?: string, pictureNumber = 1): Body {
  const images: Image[] = [];
  const { blocks, pictures } = readBody(hang(element, images, base), pictureNumber);
  const hung = pictures.map((picture) =>
    defined<DraftPicture>({ ...images[Number(picture.fileName)], id: picture.id }),
  );
  return renumbered(oneOfEach({ blocks, pictures: hung }), pictureNumber);
}

/** Ids without gaps, in the order of the text. */
export function renumbered({ blocks, pictures }: Body, first: number): Body {
  const ids = new Map(pictures.map(({ id }, index) => [id, `picture-${first + index}`]));
  return {
    blocks: blocks.map((block) =>
      block.type === 'figure' ? { ...block, picture: ids.get(block.picture) ?? block.picture } : block,
    ),
    pictures: pictures.map((picture) => ({ ...picture, id: ids.get(picture.id)! })),
  };
}

/** A copy in which every picture is an image whose file is the number it has in the list. */
function hang(element: Element, images: Image[], base: string | undefined, link?: string): Element {
  const children: Node[] = [];
  let open: Image[] = [];
  for (const node of element.children) {
    if (!isElement(node)) {
      if (node.trim() !== '') open = [];
      children.push(node);
      continue;
    }
    // A caption on the line below its picture.
    if (open.length > 0 && isCaptionLine(node, open)) continue;
    const before = images.length;
    const hung = hangOne(node, images, base, link);
    children.push(...hung);
    if (images.length > before) open = lineOf(node) === undefined || isFrame(node) ? images.slice(before) : [];
    else if (lineOf(node) !== undefined) open = [];
  }
  return { ...element, children };
}

function isCaptionLine(element: Element, open: readonly Image[]): boolean {
  if (
    !/^(?:p|div|span|small|figcaption|cite|em|i)$/.test(element.name) ||
    descendants(element, 'img', 'amp-img').length > 0
  )
    return false;
  const said: Said =
    isCaption(element) || element.name === 'figcaption'
      ? { caption: captionIn(element), credit: creditIn(element) }
      : isCredit(element)
        ? { credit: lineOf(element) }
        : {};
  const fits =
    (said.caption !== undefined || said.credit !== undefined) &&
    open.every(
      (image) =>
        (said.caption === undefined || image.caption === undefined) &&
        (said.credit === undefined || image.credit === undefined),
    );
  if (fits) for (const image of open) Object.assign(image, defined(said));
  return fits;
}

function hangOne(
  element: Element,
  images: Image[],
  base: string | undefined,
  link: string | undefined,
): readonly Node[] {
  if (isImage(element) && isDecoration(element))
    return /emoji|smiley/i.test(attribute(element, 'class') ?? '') ? [attribute(element, 'alt') ?? ''] : [];
  if (isImage(element) || element.name === 'picture' || isFrame(element)) {
    const found = picturesIn(element, { base, link });
    if (found.length === 0) return [];
    const words = wordsRound(element);
    return found.map((image) =>
      mark(images, {
        ...image,
        ...defined({ caption: words.caption ?? image.caption, credit: words.credit ?? image.credit }),
      }),
    );
  }
  // Scripts put the picture in later; its words are no paragraph.
  if (element.name === 'figure' && isOnlyCaption(element)) return [mark(images, defined<Image>(wordsRound(element)))];
  // Pages that load pictures late keep them here for readers without scripts; the same address is the same picture.
  if (element.name === 'noscript')
    return descendants(element, 'img').flatMap((image) => hangOne(image, images, base, link));
  if (element.name === 'a') return [hang(withHref(element, base), images, base, attribute(element, 'href'))];
  return [hang(element, images, base, link)];
}

function isOnlyCaption(figure: Element): boolean {
  const captions = descendants(figure, 'figcaption');
  return (
    captions.length === 1 &&
    lineOf(captions[0]) !== undefined &&
    lineOf(figure, (inner) => inner === captions[0]) === undefined &&
    descendants(figure, 'img', 'amp-img', 'table', 'blockquote', 'pre', 'video', 'audio', 'iframe', 'ul', 'ol')
      .length === 0
  );
}

function mark(images: Image[], image: Image): Element {
  images.push(image);
  return { name: 'img', attributes: new Map([['src', String(images.length - 1)]]), children: [] };
}

/** Links within the page lead nowhere once the text has left it. */
function withHref(element: Element, base: string | undefined): Element {
  const href = attribute(element, 'href');
  if (base === undefined || href === undefined || href.startsWith('#')) return element;
  const absolute = safeAddress(URL.parse(href, base)?.href);
  return absolute === undefined
    ? element
    : { ...element, attributes: new Map([...element.attributes, ['href', absolute]]) };
}

/** Servers cut a picture to size under other addresses; the same file with the same caption is the same, and so is the same address. */
function keysOf({ href, fileName, caption }: DraftPicture): readonly string[] {
  const address = href?.replace(/[?#].*$/s, '') ?? fileName;
  return [
    ...(caption !== undefined && fileName !== undefined && fileName.length > 8 ? [`${fileName}\n${caption}`] : []),
    ...(address === undefined ? [] : [address]),
  ];
}

/** Pages show a picture twice, for small and for large screens: the same address is the same picture, unless other words stand with it. */
function oneOfEach({ blocks, pictures }: Body): Body {
  const first = new Map<string, DraftPicture>();
  const known = new Map<string, string>();
  const same = new Map<string, string>();
  for (const picture of pictures) {
    const keys = keysOf(picture);
    const twin = keys
      .map((key) => first.get(known.get(key) ?? ''))
      .find(
        (other) =>
          other !== undefined &&
          (picture.caption === undefined || other.caption === undefined || picture.caption === other.caption),
      );
    const id = twin?.id ?? picture.id;
    if (twin) same.set(picture.id, twin.id);
    first.set(id, twin ? { ...picture, ...twin } : picture);
    for (const key of keys) if (!known.has(key)) known.set(key, id);
  }
  const merged = new Map([...first.values()].map((picture) => [picture.id, picture]));
  return {
    blocks: blocks.filter((block) => block.type !== 'figure' || !same.has(block.picture)),
    pictures: pictures.filter(({ id }) => !same.has(id)).map((picture) => merged.get(picture.id) ?? picture),
  };
}
