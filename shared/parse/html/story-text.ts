// Finds the story on a page: the element that holds its text, without navigation, promotions, forms and comments.

import type { Element, Node } from '../element.ts';
import { attribute, descendants, isElement, textOf } from '../element.ts';
import { bodyMarks, pageRoles, pageWords } from './page-marks.rules.ts';

/** The element whose children are the story; the whole page where it is nothing but a fragment. */
export function mainTextOf(page: Element): Element {
  const marked = descendants(page, 'div', 'section', 'article', 'main').find((element) => attribute(element, 'itemprop') === 'articleBody' || bodyMarks.test(namesOf(element)));
  if (marked && paragraphWeight(marked) > 0) return withoutPage(marked);
  const articles = descendants(page, 'article').filter((article) => paragraphWeight(article) > 0);
  const main = descendants(page, 'main')[0] ?? descendants(page, 'div', 'section').find((element) => attribute(element, 'role') === 'main');
  const holder = heaviest(articles) ?? (main && paragraphWeight(main) > 0 ? main : undefined) ?? densest(page);
  return withoutPage(holder);
}

function namesOf(element: Element): string {
  return `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
}

function heaviest(elements: readonly Element[]): Element | undefined {
  return elements.toSorted((a, b) => paragraphWeight(b) - paragraphWeight(a))[0];
}

/** Characters in paragraphs below the element. */
function paragraphWeight(element: Element): number {
  return descendants(element, 'p', 'li', 'blockquote', 'td', 'pre').reduce((sum, paragraph) => sum + (textOf(paragraph)?.length ?? 0), 0);
}

/** The deepest element that holds at least two thirds of the page's paragraphs. */
function densest(page: Element): Element {
  const whole = paragraphWeight(page);
  let found = descendants(page, 'body')[0] ?? page;
  if (whole === 0) return found;
  for (;;) {
    const inner = found.children.filter(isElement).find((element) => !/^(?:p|li|ul|ol|blockquote|table|tr|td)$/.test(element.name) && paragraphWeight(element) >= whole * 0.67);
    if (!inner) return found;
    found = inner;
  }
}

/** A copy without what belongs to the page; where that would take more than half the text, only what is no text by its element goes. */
function withoutPage(holder: Element): Element {
  const strict = prune(holder, true);
  return (textOf(strict)?.length ?? 0) * 2 >= (textOf(prune(holder, false))?.length ?? 0) ? strict : prune(holder, false);
}

const pageElements = new Set(['nav', 'footer', 'form', 'button', 'script', 'style', 'noscript', 'template', 'iframe', 'dialog']);

function prune(element: Element, byWords: boolean): Element {
  const keep = (node: Node): boolean => !isElement(node) || !(pageElements.has(node.name) || isHidden(node) || (node.name === 'aside' && byWords && !holdsPicture(node)) || pageRoles.has(attribute(node, 'role') ?? '') || (byWords && isOfPage(node)));
  return { ...element, children: element.children.filter(keep).map((node) => (isElement(node) ? prune(node, byWords) : node)) };
}

function isHidden(element: Element): boolean {
  return element.attributes.has('hidden') || attribute(element, 'aria-hidden') === 'true' || /display\s*:\s*none/i.test(attribute(element, 'style') ?? '');
}

function holdsPicture(element: Element): boolean {
  return descendants(element, 'figure').length > 0;
}

/** Never a paragraph or a figure: only what groups things is named after its place on the page. */
function isOfPage(element: Element): boolean {
  if (!/^(?:div|section|aside|ul|ol|header|span|a)$/.test(element.name)) return false;
  const words = namesOf(element).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[\s_-]+/);
  return words.some((word) => pageWords.has(word));
}
