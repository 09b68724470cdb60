// Sorts the nested NewsComponents of an item into its texts and its pictures, each picture with the caption and the sizes that belong to it.

import type { Element } from '../element.ts';
import { attribute, child, children, descendants, textOf } from '../element.ts';
import { formalName } from './descriptive.ts';

export type Sorted = {
  /** ContentItems of the story's text, in order; whom to call stands last. */
  readonly texts: readonly Element[];
  /** ContentItems of headlines, its own the first, and of its summary, where these are components too. */
  readonly titles: readonly Element[];
  readonly summaries: readonly Element[];
  /** The components that are no picture's, the outermost first: what they say is said of the story. */
  readonly components: readonly Element[];
  /** Components that each hold one picture in one or more sizes. */
  readonly groups: readonly Element[];
};

export function sortOut(top: Element | undefined): Sorted {
  const shelves: Readonly<Record<Purpose, Element[]>> = { title: [], summary: [], text: [], contact: [], aside: [] };
  const groups: Element[] = [];
  const components: Element[] = [];
  const walk = (component: Element, isTop: boolean): void => {
    const isGroup = isPictureGroup(component, isTop);
    if (isGroup) groups.push(component);
    if (isTop || !isGroup) components.push(component);
    if (isGroup) return;
    const purpose = purposeOf(component);
    const words = children(component, 'ContentItem').filter(isText);
    shelves[purpose].push(...words);
    // The title of a part stands in the text; the story's own is cut there as any headline said twice.
    if (purpose === 'title') shelves.text.push(...words);
    for (const inner of children(component, 'NewsComponent')) walk(inner, false);
  };
  if (top) walk(top, true);
  return {
    texts: [...shelves.text, ...shelves.contact],
    titles: shelves.title,
    summaries: shelves.summary,
    groups,
    components,
  };
}

type Purpose = 'title' | 'summary' | 'text' | 'contact' | 'aside';

/** Business Wire and Belga send headline, summary and the rest as components of their own; style sheets and messages for social networks are no part of the story. */
function purposeOf(component: Element): Purpose {
  const role = roleOf(component);
  if (/^(?:title|head-?line)$/i.test(role)) return 'title';
  if (/^(?:sub-?head-?line|abstract|summary|teaser)$/i.test(role)) return 'summary';
  if (/^contacts?$/i.test(role)) return 'contact';
  return isCaption(component) || /style-?sheet|tweet/i.test(role) ? 'aside' : 'text';
}

/** Holds pictures, and no text but captions; where several pictures lie in it, each in a component of its own, it is none. */
function isPictureGroup(component: Element, isTop: boolean): boolean {
  const items = descendants(component, 'ContentItem');
  if (!items.some(isPicture)) return false;
  const role = roleOf(component);
  const named = /picture|photo|image|graphic/i.test(role);
  const inner = children(component, 'NewsComponent').filter((each) => descendants(each, 'ContentItem').some(isPicture));
  const separate = inner.filter((each) =>
    descendants(each, 'NewsLines', 'ContentItem').some((part) => part.name === 'NewsLines' || isText(part)),
  );
  if (separate.length > 1) return false;
  if (named && !isTop) return true;
  return !hasStoryText(component, isTop);
}

/** Text that is no caption: a short text beside a lone picture is its caption. */
function hasStoryText(component: Element, isTop: boolean): boolean {
  const texts = textsIn(component, false);
  if (texts.length === 0) return false;
  return !(
    isTop &&
    texts.length === 1 &&
    !/main/i.test(roleOf(component)) &&
    (textOf(texts[0]!) ?? '').length < 1500 &&
    isPhotoItem(component)
  );
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
  return (
    /photo|picture|graphic|image|jpe?g|png|gif|tiff/i.test(kind) ||
    /\.(?:jpe?g|png|gif|tiff?|webp)$/i.test(attribute(item, 'Href') ?? '')
  );
}

export function isText(item: Element): boolean {
  return (
    !isPicture(item) &&
    child(item, 'DataContent') !== undefined &&
    !/video|audio|sound/i.test(formalName(child(item, 'MediaType')) ?? '')
  );
}
