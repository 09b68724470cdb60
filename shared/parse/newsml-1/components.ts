// Sorts the nested NewsComponents of an item into its texts and its pictures, each picture with the caption and the sizes that belong to it.

import type { Element } from '../element.ts';
import { attribute, child, children, descendants, textOf } from '../element.ts';
import { formalName } from './descriptive.ts';

export type Sorted = {
  /** ContentItems of the story's text, in order. */
  readonly texts: readonly Element[];
  /** Components that each hold one picture in one or more sizes. */
  readonly groups: readonly Element[];
};

export function sortOut(top: Element | undefined): Sorted {
  const texts: Element[] = [];
  const groups: Element[] = [];
  const walk = (component: Element, isTop: boolean): void => {
    if (isPictureGroup(component, isTop)) return void groups.push(component);
    for (const item of children(component, 'ContentItem')) if (isText(item) && !isCaption(component)) texts.push(item);
    for (const inner of children(component, 'NewsComponent')) walk(inner, false);
  };
  if (top) walk(top, true);
  return { texts, groups };
}

/** Holds pictures, and no text but captions; where several pictures lie in it, each in a component of its own, it is none. */
function isPictureGroup(component: Element, isTop: boolean): boolean {
  const items = descendants(component, 'ContentItem');
  if (!items.some(isPicture)) return false;
  const role = roleOf(component);
  const named = /picture|photo|image|graphic/i.test(role);
  const inner = children(component, 'NewsComponent').filter((each) => descendants(each, 'ContentItem').some(isPicture));
  const separate = inner.filter((each) => descendants(each, 'NewsLines', 'ContentItem').some((part) => part.name === 'NewsLines' || isText(part)));
  if (separate.length > 1) return false;
  if (named && !isTop) return true;
  return !hasStoryText(component, isTop);
}

/** Text that is no caption: a short text beside a lone picture is its caption. */
function hasStoryText(component: Element, isTop: boolean): boolean {
  const texts = textsIn(component, false);
  if (texts.length === 0) return false;
  return !(isTop && texts.length === 1 && !/main/i.test(roleOf(component)) && (textOf(texts[0]!) ?? '').length < 1500 && isPhotoItem(component));
}

/** The item's first content is a picture: what text follows describes it. */
function isPhotoItem(component: Element): boolean {
  const [first] = descendants(component, 'ContentItem');
  return first !== undefined && isPicture(first);
}

function textsIn(component: Element, inCaption: boolean): readonly Element[] {
  const caption = inCaption || isCaption(component);
  const own = caption ? [] : children(component, 'ContentItem').filter(isText);
  return [...own, ...children(component, 'NewsComponent').flatMap((inner) => textsIn(inner, caption))];
}

export function isCaption(component: Element): boolean {
  return /caption|legend|beschreibung|bildtext/i.test(roleOf(component));
}

export function roleOf(component: Element): string {
  return formalName(child(component, 'Role')) ?? '';
}

export function isPicture(item: Element): boolean {
  const kind = `${formalName(child(item, 'MediaType')) ?? ''} ${formalName(child(item, 'MimeType')) ?? ''} ${formalName(child(item, 'Format')) ?? ''}`;
  return /photo|picture|graphic|image|jpe?g|png|gif|tiff/i.test(kind) || /\.(?:jpe?g|png|gif|tiff?|webp)$/i.test(attribute(item, 'Href') ?? '');
}

export function isText(item: Element): boolean {
  return !isPicture(item) && child(item, 'DataContent') !== undefined && !/video|audio|sound/i.test(formalName(child(item, 'MediaType')) ?? '');
}
