// What frames a picture on a page, and what the frame says: caption and credit.
// `<div class="wp-caption"><img …><p class="wp-caption-text">Ships. Photo: Jane Roe</p></div>` → a frame with that caption.

import type { Element, Node } from '../element.ts';
import { attribute, descendants, isElement } from '../element.ts';
import { lineOf, linesOf } from './block-text.ts';
import { isNamed } from './class-words.ts';
import type { Image, Setting } from './image.ts';
import { hasAddress, imageOf, isDecoration, isImage } from './image.ts';
import { outermost } from './main-text.ts';
import { captionPairs, captionWords, creditProperties, creditWords, pictureLabels } from './page-words.rules.ts';

export type Said = { readonly caption?: string; readonly credit?: string };

const hidden = new Set(
  'sr-only visually-hidden visuallyhidden screen-reader-text screenreader off-screen offscreen u-hidden visually-hidden-text'.split(
    ' ',
  ),
);

/** Longer words are no credit, whatever their class: a paragraph of the story must not end beside a picture. */
const longestCredit = 300;

/** More pictures than these are a gallery, in whatever frame. */
const most = 30;

/** A figure of one picture, or what holds a picture and nothing else but its caption and credit. */
export function isFrame(element: Element): boolean {
  if (!/^(?:figure|div|span|section|aside|dl|table|li|p|center|a|amp-[a-z-]+)$/.test(element.name)) return false;
  const pictures = descendants(element, 'img', 'amp-img').filter((image) => !isDecoration(image)).length;
  if (pictures === 0 || pictures > most) return false;
  if (element.name === 'figure') return descendants(element, 'figure', 'table', 'blockquote').length === 0;
  const rest = lineOf(element, (inner) => isCaption(inner) || isCredit(inner) || inner.name === 'figcaption') ?? '';
  const all = lineOf(element) ?? '';
  if (element.name === 'p' && pictures === 1 && isItalicBelow(element)) return true;
  const isSaid =
    all !== '' && all.length > rest.length && all.length < 3000 && (rest.length <= 15 || pictureLabels.test(rest));
  return isSaid && (pictures === 1 || !element.children.some((inner) => isElement(inner) && isFrame(inner)));
}

/** `<p><img …><br><em>Ships in the ice.</em></p>`: a caption without a name. */
function isItalicBelow(element: Element): boolean {
  const said = element.children.filter((node) => (isElement(node) ? lineOf(node) !== undefined : node.trim() !== ''));
  return (
    said.length === 1 &&
    isElement(said[0]) &&
    /^(?:em|i|small)$/.test(said[0].name) &&
    element.children.indexOf(said[0]) > 0
  );
}

export function isCaption(element: Element): boolean {
  return (
    !holdsImage(element) &&
    (element.name === 'figcaption' ||
      attribute(element, 'itemprop') === 'caption' ||
      isNamed(element, captionWords, captionPairs))
  );
}

export function isCredit(element: Element): boolean {
  const isNamedSo = isNamed(element, creditWords) && !isNamed(element, captionWords, captionPairs);
  return (
    (isNamedSo || creditProperties.has(attribute(element, 'itemprop') ?? '')) &&
    !holdsImage(element) &&
    (lineOf(element)?.length ?? 0) <= longestCredit
  );
}

function holdsImage(element: Element): boolean {
  return isImage(element) || descendants(element, 'img', 'amp-img').length > 0;
}

/** The images of a frame; one that is loaded late is looked for in the `noscript` beside it. */
export function picturesIn(element: Element, setting: Setting): readonly Image[] {
  const found: { readonly image: Element; readonly setting: Setting }[] = [];
  const walk = (node: Node, at: Setting): void => {
    if (!isElement(node)) return;
    if (isImage(node)) {
      if (!isDecoration(node)) found.push({ image: node, setting: at });
      return;
    }
    const inner =
      node.name === 'picture'
        ? { ...at, picture: node }
        : node.name === 'a'
          ? { ...at, link: attribute(node, 'href') }
          : at;
    for (const child of node.children) walk(child, inner);
  };
  walk(element, setting);
  const usable = found.filter(
    ({ image, setting: { picture } }) =>
      hasAddress(image) || (picture && descendants(picture, 'source').some(hasAddress)),
  );
  const images = usable.map(({ image, setting: at }) => imageOf(image, at));
  // Without an address a picture can still come by its name, when that is the name of a file.
  return images.filter(
    ({ href, fileName, content }) => href !== undefined || content !== undefined || /\.\w{3,4}$/.test(fileName ?? ''),
  );
}

/** Caption and credit of a frame, and what its attributes say. Short words that no class names are the credit, since nobody names a house's own agency. */
export function wordsRound(frame: Element): Said {
  const all = [frame, ...descendants(frame, 'figure', 'img', 'amp-img', 'picture', 'div', 'a')];
  const data = (...names: readonly string[]): string | undefined =>
    all.flatMap((element) => names.map((name) => attribute(element, name))).find((value) => value !== undefined);
  const captions = outermost(frame, isCaption);
  const credits = outermost(frame, (element) => isCredit(element) && !captions.includes(element)).flatMap(
    (element) => lineOf(element, isLabel) ?? [],
  );
  const rest = lineOf(frame, (element) => isLabel(element) || isCaption(element) || isCredit(element));
  const left = rest === undefined || pictureLabels.test(rest) || !/\p{L}{2}/u.test(rest) ? undefined : rest;
  const written = captions.flatMap((caption) => captionIn(caption) ?? []);
  const caption = written.length > 0 ? [...new Set(written)].join(' ') : left;
  const credit =
    joined([...credits, ...captions.flatMap((element) => creditIn(element) ?? [])]) ??
    data('data-credit', 'data-copyright', 'data-photographer', 'data-image-credit', 'data-author');
  const extra = written.length > 0 ? left : undefined;
  return {
    caption:
      (extra !== undefined && (credit !== undefined || extra.length > 100) ? `${caption} ${extra}` : caption) ??
      data('data-caption', 'data-image-caption', 'data-description'),
    credit: credit ?? (extra !== undefined && extra.length <= 100 ? extra : undefined),
  };
}

/** The words of a caption without its credit. */
export function captionIn(caption: Element): string | undefined {
  const text = linesOf(caption, (element) => isCredit(element) || isLabel(element)).join(' ');
  return text === '' || pictureLabels.test(text) ? undefined : text;
}

/** The credit within a caption. */
export function creditIn(caption: Element): string | undefined {
  return joined(outermost(caption, isCredit).flatMap((element) => lineOf(element, isLabel) ?? []));
}

/** "Image source, " for those who hear the page. */
function isLabel(element: Element): boolean {
  return (
    /^(?:span|b|strong|div|button)$/.test(element.name) &&
    ((attribute(element, 'class') ?? '').split(/\s+/).some((name) => hidden.has(name)) ||
      element.name === 'button' ||
      attribute(element, 'role') === 'button')
  );
}

function joined(credits: readonly string[]): string | undefined {
  const texts = [...new Set(credits)].filter((text) => /\p{L}/u.test(text));
  return texts.length > 0 ? texts.join('/') : undefined;
}
