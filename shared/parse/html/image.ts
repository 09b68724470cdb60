// One image of a page → the facts of a picture: `<picture><source srcset="a.webp 640w"><img src="a.jpg" alt="Ships">` → address, renditions, text for those who cannot see it.
// What pages load late stands in other attributes than `src`, and what stands in `src` is then a grey square.

import type { DraftPicture, DraftRendition } from '../../draft.ts';
import { defined, fileNameOf } from '../body.ts';
import type { Element } from '../element.ts';
import { attribute, children } from '../element.ts';
import { readSrcset, webAddress } from './addresses.ts';
import { isNamed, namesOf } from './class-words.ts';
import { decorationWords } from './page-words.rules.ts';

export type Image = Omit<DraftPicture, 'id'>;

/** Where an image stands: the `picture` round it, the link round it, and where the page stood. */
export type Setting = { readonly picture?: Element; readonly link?: string; readonly base?: string };

const lateAttributes = [
  'data-src',
  'data-lazy-src',
  'data-lazy',
  'data-original',
  'data-original-src',
  'data-hi-res-src',
  'data-image',
  'data-img-src',
  'data-url',
] as const;
const fullAttributes = [
  'data-orig-file',
  'data-large-file',
  'data-full-src',
  'data-full-url',
  'data-zoom-src',
] as const;
const setAttributes = ['srcset', 'data-srcset', 'data-lazy-srcset'] as const;
const standIn =
  /^(?:data:|about:|#|$)|(?:^|[/_-])(?:blank|spacer|placeholder|lazy(?:load)?|loading|transparent|pixel|1x1|grey|gray)[\w-]*\.(?:gif|png|svg|jpe?g)(?:[?#]|$)/i;

export function isImage(element: Element): boolean {
  return element.name === 'img' || element.name === 'amp-img';
}

/** Icons, smileys and tracking pixels. */
export function isDecoration(image: Element): boolean {
  const [width, height] = [pixels(image, 'width'), pixels(image, 'height')];
  if ([width, height].some((size) => size !== undefined && Number(size) <= 32)) return true;
  return isNamed(image, decorationWords) && !/wp-image-\d/.test(namesOf(image));
}

/** Whether it has an address of its own: an image that is loaded late may have it only in a `noscript` beside it. */
export function hasAddress(image: Element): boolean {
  return (
    sourceOf(image) !== undefined ||
    inlineOf(image) !== undefined ||
    setAttributes.some((name) => attribute(image, name) !== undefined)
  );
}

function sourceOf(image: Element): string | undefined {
  const late = lateAttributes
    .map((name) => attribute(image, name))
    .find((value) => value !== undefined && !/^[{[]/.test(value) && !standIn.test(value));
  const plain = attribute(image, 'src');
  return late ?? (plain !== undefined && !standIn.test(plain) ? plain : undefined);
}

/** A picture written into the page itself, as word processors export it; a short one is a stand-in. */
function inlineOf(image: Element): Image['content'] {
  const source = image.attributes.get('src') ?? '';
  const mediaType = /^\s*data:(image\/(?:jpeg|png|webp|tiff|gif))(?:;[\w=-]{1,40}){0,3};base64,/i.exec(
    source.slice(0, 200),
  );
  if (!mediaType || source.length < 4000) return undefined;
  try {
    return {
      bytes: Uint8Array.from(atob(source.slice(mediaType[0].length).replace(/\s+/g, '')), (character) =>
        character.charCodeAt(0),
      ),
      mediaType: mediaType[1]!.toLowerCase(),
    };
  } catch {
    return undefined;
  }
}

/** The best rendition leads; all of them are kept where there is more than one. */
export function imageOf(image: Element, { picture, link, base }: Setting): Image {
  const source = sourceOf(image);
  const renditions = once([
    ...sourceRenditions(image, source, base),
    ...setRenditions(image, picture, base),
    ...fullRenditions(image, link, base),
  ]);
  const best = renditions.toSorted((a, b) => rankOf(b) - rankOf(a))[0];
  const content = best || source !== undefined ? undefined : inlineOf(image);
  const title = attribute(image, 'title');
  return defined<Image>({
    href: best?.href,
    fileName: fileNameOf(source ?? best?.href),
    altText: isFileName(attribute(image, 'alt')) ? undefined : attribute(image, 'alt'),
    caption: title !== undefined && isCaption(title, image) ? title : undefined,
    mediaType: best?.mediaType ?? content?.mediaType,
    width: best ? best.width : pixels(image, 'width'),
    height: best ? best.height : pixels(image, 'height'),
    renditions: renditions.length > 1 ? renditions : undefined,
    content,
  });
}

/** A title is a caption when it has words of its own, and no name of a file. */
function isCaption(title: string, image: Element): boolean {
  return /\p{L}\S*\s+\S*\p{L}/u.test(title) && title !== attribute(image, 'alt') && !isFileName(title);
}

function isFileName(text: string | undefined): boolean {
  return text !== undefined && /\.(?:jpe?g|png|gif|webp|tiff?)$/i.test(text);
}

function sourceRenditions(
  image: Element,
  source: string | undefined,
  base: string | undefined,
): readonly DraftRendition[] {
  const href = webAddress(source, base);
  return href === undefined
    ? []
    : [defined<DraftRendition>({ name: 'web', href, width: pixels(image, 'width'), height: pixels(image, 'height') })];
}

function setRenditions(
  image: Element,
  picture: Element | undefined,
  base: string | undefined,
): readonly DraftRendition[] {
  return [image, ...children(picture, 'source')].flatMap((element) => {
    const candidates = setAttributes.flatMap((name) => readSrcset(attribute(element, name)));
    return candidates.flatMap(({ address, width, density }) => {
      const href = standIn.test(address) ? undefined : webAddress(address, base);
      // New kinds of file are told from the old ones by their names as well.
      const kind = /^image\/(webp|avif|jxl)$/.exec(attribute(element, 'type') ?? '')?.[1] ?? 'web';
      const name = width === undefined ? (density === undefined ? kind : `${kind}-${density}x`) : `${kind}-${width}`;
      return href === undefined
        ? []
        : [
            defined<DraftRendition>({
              name,
              href,
              mediaType: element === image ? undefined : attribute(element, 'type'),
              width,
            }),
          ];
    });
  });
}

/** A picture that links to a picture shows a small one of it. */
function fullRenditions(image: Element, link: string | undefined, base: string | undefined): readonly DraftRendition[] {
  const linked = link !== undefined && /\.(?:jpe?g|png|gif|webp|tiff?|avif)(?:[?#]|$)/i.test(link) ? link : undefined;
  const href = webAddress(
    fullAttributes.map((name) => attribute(image, name)).find((value) => value !== undefined) ?? linked,
    base,
  );
  return href === undefined ? [] : [{ name: 'original', href }];
}

/** The picture itself before its sizes, the larger size before the smaller; new kinds of file only where there is no other. */
function rankOf({ name, width, mediaType }: DraftRendition): number {
  const kind = mediaType === undefined || /jpe?g|png|gif/.test(mediaType) ? 100_000 : 0;
  return (
    kind +
    (name === 'original'
      ? 90_000
      : Math.min(Number(width ?? 1), 80_000) + (name === 'web' && width === undefined ? 1 : 0))
  );
}

/** The same address once, with all that was said of it. */
function once(renditions: readonly DraftRendition[]): readonly DraftRendition[] {
  const found = new Map<string, DraftRendition>();
  for (const rendition of renditions) {
    const known = found.get(rendition.href);
    // The width of an `img` is how large the page shows it; a `srcset` tells how large it is.
    found.set(
      rendition.href,
      known && rendition.width !== undefined
        ? { ...known, ...rendition, ...(known.width !== rendition.width && { height: rendition.height }) }
        : (known ?? rendition),
    );
  }
  const all = [...found.values()].map((rendition) => defined(rendition));
  // Sources for several screens may state no size: their names are numbered.
  const count = new Map<string, number>();
  return all.map((rendition) => {
    const number = (count.get(rendition.name) ?? 0) + 1;
    count.set(rendition.name, number);
    return number === 1 ? rendition : { ...rendition, name: `${rendition.name}-${number}` };
  });
}

function pixels(element: Element, name: string): string | undefined {
  return /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/i.exec(attribute(element, name) ?? '')?.[1];
}
