// Takes from a page what is not the story: navigation, forms, promotions, share bars, cookie notices, comments, and what nobody can see.
// `<div class="newsletter-signup"><p>Get our letter</p></div>` → gone, with a note; a body whose class says `post-with-sidebar` stays.

import type { Note } from '../../story.ts';
import type { Element, Node } from '../element.ts';
import { attribute, descendants, isElement, textOf } from '../element.ts';
import { lineOf } from './block-text.ts';
import { isNamed, namedBy, namesOf } from './class-words.ts';
import {
  bodyMarks,
  bylineWords,
  foreignWords,
  hiddenPairs,
  lightWords,
  pageElements,
  pagePairs,
  pageRoles,
  pageWords,
} from './page-words.rules.ts';
import type { Weights } from './prose-weight.ts';
import { weigh } from './prose-weight.ts';

export type Pruned = { readonly element: Element; readonly notes: readonly Note[] };

/** A part of the page that went, and the word that named it. */
type Gone = { readonly word: string; readonly text: string };
type Judge = (element: Element) => string | undefined;

/** Text that can still be a part of the page; more is a story. */
const lightest = 300;

/** Without what is no text by its element, its role or its being hidden; classes are not looked at. */
export function withoutFurniture(page: Element): Element {
  const weights = weigh(page);
  const half = (weights.get(page) ?? 0) / 2;
  // Whole pages stand in one form (ASP.NET), careless ones in a banner, and stories in the pane of a tab.
  const isPage = (element: Element): boolean => {
    const role = attribute(element, 'role') ?? '';
    const weight = weights.get(element) ?? 0;
    return (
      (half > 0 && (element.name === 'form' || /^(?:form|banner)$/.test(role)) && weight >= half) ||
      (role === 'tablist' && weight > 1000)
    );
  };
  return prune(page, (element) => (isFurniture(element) && !isPage(element) ? element.name : undefined), []);
}

/** Without what its classes name as a part of the page. Where that would take more than half of the text, only what can never be the story goes; where even that would, nothing does. */
export function withoutPageParts(element: Element): Pruned {
  const weights = weigh(element);
  const whole = weights.get(element) ?? 0;
  const strict = tryOut(element, (each) => partName(each, weights, whole));
  if (strict.weight * 2 >= whole) return { element: strict.element, notes: goneNotes(strict.gone) };
  const foreign = tryOut(element, foreignName);
  if (foreign.gone.length === 0 || foreign.weight < Math.min(whole / 2, 250)) return { element, notes: [] };
  // Comments can outweigh the story they stand below: without them the rest is measured anew.
  const rest = withoutPageParts(foreign.element);
  return { element: rest.element, notes: [...goneNotes(foreign.gone), ...rest.notes] };
}

function tryOut(
  element: Element,
  judge: Judge,
): { readonly element: Element; readonly gone: readonly Gone[]; readonly weight: number } {
  const gone: Gone[] = [];
  const left = prune(element, judge, gone);
  return { element: left, gone, weight: weigh(left).get(left) ?? 0 };
}

function prune(element: Element, judge: Judge, gone: Gone[], inSentence = false): Element {
  const children: Node[] = [];
  const isSentence =
    inSentence ||
    (/^(?:p|li|td|th|blockquote|dd|dt|h[1-6])$/.test(element.name) &&
      element.children.some((node) => !isElement(node) && /\p{L}/u.test(node)));
  for (const node of element.children) {
    // Words of a sentence stay, whatever the page does when they are clicked.
    const spared = isSentence && isElement(node) && /^(?:a|span)$/.test(node.name) && !isHidden(node);
    const word = isElement(node) && !spared ? judge(node) : undefined;
    // A form that stays holds the story, and is none to whoever reads on.
    if (word === undefined)
      children.push(
        isElement(node) ? prune(node.name === 'form' ? { ...node, name: 'div' } : node, judge, gone, isSentence) : node,
      );
    else if (isElement(node)) gone.push({ word, text: lineOf(node) ?? '' });
  }
  return { ...element, children };
}

function isFurniture(element: Element): boolean {
  const { name } = element;
  // A quotation names its source in a footer.
  if (name === 'footer')
    return descendants(element, 'p', 'nav', 'a', 'ul', 'div').length > 0 || (textOf(element)?.length ?? 0) > 150;
  if (name === 'header')
    return descendants(element, 'nav', 'form').length > 0 && descendants(element, 'h1').length === 0;
  if (pageElements.has(name) || pageRoles.has(attribute(element, 'role')?.toLowerCase() ?? ''))
    return !holdsStory(element);
  return isHidden(element) && !holdsStory(element);
}

/** A heading and paragraphs are no furniture, whatever holds them. */
function holdsStory(element: Element): boolean {
  return (
    element.children.length > 0 &&
    !/^(?:script|style|template|svg|nav)$/.test(element.name) &&
    descendants(element, 'article', 'main', 'h1').length > 0 &&
    descendants(element, 'p').length > 1
  );
}

function isHidden(element: Element): boolean {
  return (
    element.attributes.has('hidden') ||
    (element.name === 'span' && namedBy(element, new Set(), hiddenPairs) !== undefined) ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '') ||
    (attribute(element, 'aria-hidden') === 'true' &&
      descendants(element, 'img', 'figure', 'p').length === 0 &&
      !/^(?:img|p)$/.test(element.name))
  );
}

const grouping = /^(?:div|section|aside|ul|ol|dl|header|table|span|a|p|h[2-6]|article|amp-[a-z-]+)$/;

/** The word by which an element is the page's; nothing that holds most of the text or is marked as the text itself is. */
function partName(element: Element, weights: Weights, whole: number): string | undefined {
  if (!grouping.test(element.name) || (isText(element) && namedBy(element, new Set(), pagePairs) === undefined))
    return undefined;
  const weight = weights.get(element) ?? 0;
  const foreign = foreignName(element);
  if (foreign !== undefined) return foreign;
  if (weight * 2 >= whole && weight > 0) return undefined;
  if (element.name === 'aside') return holdsFigure(element) ? undefined : 'aside';
  const word = namedBy(element, pageWords, pagePairs);
  if (word !== undefined) return descendants(element, 'div', 'section').some(isText) ? undefined : word;
  return weight < lightest && !holdsFigure(element) && !holdsByline(element) ? namedBy(element, lightWords) : undefined;
}

/** Marked as the text of a story, by the page's own hand. */
function isText(element: Element): boolean {
  return bodyMarks.test(namesOf(element)) || attribute(element, 'itemprop') === 'articleBody';
}

function foreignName(element: Element): string | undefined {
  const word = grouping.test(element.name) ? namedBy(element, foreignWords) : undefined;
  return word !== undefined && descendants(element, 'h1').length === 0 ? word : undefined;
}

function holdsByline(element: Element): boolean {
  return [element, ...descendants(element, 'span', 'a', 'div', 'p')].some(
    (each) =>
      /\bauthor\b/.test(`${attribute(each, 'rel') ?? ''} ${attribute(each, 'itemprop') ?? ''}`) ||
      isNamed(each, bylineWords),
  );
}

function holdsFigure(element: Element): boolean {
  return descendants(element, 'figure').length > 0;
}

/** One note for each kind of part, with the first words of what went. */
function goneNotes(gone: readonly Gone[]): readonly Note[] {
  const kinds = new Map<string, string[]>();
  for (const { word, text } of gone)
    if (text !== '') kinds.set(word, [...(kinds.get(word) ?? []).slice(0, 20), text.slice(0, 200)]);
  return [...kinds]
    .slice(0, 20)
    .map(([word, texts]) => ({
      step: 'parse',
      rule: 'page-part',
      before: texts.join(' | ').slice(0, 500),
      text: `A part of the page named “${word}” was left out; it is not the story.`,
    }));
}
