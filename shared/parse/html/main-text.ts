// Finds the story on a page: the element that holds it with its headline (the region), and the elements of its text.
// `<main><article><header>…</header><div class="article-body">…</div></article></main>` → region `article`, text `div.article-body`.

import type { Element } from '../element.ts';
import { attribute, descendants, isElement } from '../element.ts';
import { namesOf } from './class-words.ts';
import { bodyMarks, storyMarks } from './page-words.rules.ts';
import type { Weights } from './prose-weight.ts';
import { weigh } from './prose-weight.ts';

export type Story = {
  /** Everything of the story, headline and lead picture included. */
  readonly region: Element;
  /** The text, in order; the region itself where nothing in it is marked as the text. */
  readonly texts: readonly Element[];
};

/** Share of the text that a marked element must hold to be believed. */
const enough = 0.4;

/** Looks for the story where pages say it is, best first; else where the text is densest. `isHeadline` tells the headline of the story from those of others on the page. */
export function findStory(page: Element, isHeadline: (heading: Element) => boolean): Story {
  const weights = weigh(page);
  const whole = weights.get(page) ?? 0;
  const region = isFragment(page) ? page : regionOf(page, weights, whole, isHeadline);
  return { region, texts: textsOf(region, weights) };
}

/** A piece of markup without a page round it is all story. */
export function isFragment(page: Element): boolean {
  return descendants(page, 'html', 'body', 'head', 'main').length === 0;
}

/** Share of the text that the article below the page's own headline must hold at least: long pages show other stories below theirs. */
const enoughBelowHeadline = 0.12;

function regionOf(page: Element, weights: Weights, whole: number, isHeadline: (heading: Element) => boolean): Element {
  const articles = [
    ...descendants(page, 'article'),
    ...descendants(page, 'div', 'section', 'main').filter(isArticleByRole),
  ];
  const mains = [
    ...descendants(page, 'main'),
    ...descendants(page, 'div', 'section', 'td').filter((element) => attribute(element, 'role') === 'main'),
  ];
  const named = descendants(page, 'div', 'section').filter((element) => storyMarks.test(namesOf(element)));
  const own = heaviest(
    articles.filter((article) => descendants(article, 'h1').some(isHeadline)),
    weights,
  );
  if (own && weightOf(own, weights) >= Math.max(whole * enoughBelowHeadline, 300)) return own;
  for (const [candidates, least] of [
    [articles, enough],
    [mains, enough],
    [named, 0.6],
  ] as const) {
    const best = heaviest(candidates, weights);
    if (best && weightOf(best, weights) > 0 && weightOf(best, weights) >= whole * least) return best;
  }
  return densest(descendants(page, 'body')[0] ?? page, weights);
}

function isArticleByRole(element: Element): boolean {
  return (
    attribute(element, 'role') === 'article' ||
    /schema\.org\/(?:\w*Article|BlogPosting)/.test(attribute(element, 'itemtype') ?? '')
  );
}

/** The outermost elements marked as text, where they hold enough of the region; else the region. */
function textsOf(region: Element, weights: Weights): readonly Element[] {
  const whole = weightOf(region, weights);
  const isMarkedByProperty = (element: Element): boolean =>
    /\barticleBody\b/.test(attribute(element, 'itemprop') ?? '');
  for (const isMarked of [
    isMarkedByProperty,
    (element: Element): boolean => element.name !== 'p' && bodyMarks.test(namesOf(element)),
  ]) {
    const found = outermost(region, isMarked).filter((element) => weightOf(element, weights) > 0);
    const held = found.reduce((sum, element) => sum + weightOf(element, weights), 0);
    if (found.length > 0 && held >= whole * 0.6) return found;
  }
  return [region];
}

/** The elements that pass, without those inside of others that do. */
export function outermost(holder: Element, passes: (element: Element) => boolean): readonly Element[] {
  return holder.children
    .filter(isElement)
    .flatMap((element) => (passes(element) ? [element] : outermost(element, passes)));
}

function weightOf(element: Element, weights: Weights): number {
  return weights.get(element) ?? 0;
}

/** Of two that weigh the same, one lies in the other: the inner one. */
function heaviest(elements: readonly Element[], weights: Weights): Element | undefined {
  return elements.reduce<Element | undefined>(
    (best, element) => (best && weightOf(best, weights) > weightOf(element, weights) ? best : element),
    undefined,
  );
}

/** Down to the deepest element that holds two thirds of the text, and no further than where text stands beside it. */
function densest(start: Element, weights: Weights): Element {
  let found = start;
  for (;;) {
    const whole = weightOf(found, weights);
    const inner = found.children
      .filter(isElement)
      .find(
        (element) =>
          /^(?:div|section|table|tbody|tr|td|article|main|center|form|span|font)$/.test(element.name) &&
          weightOf(element, weights) >= whole * 0.67 &&
          whole > 0,
      );
    if (
      !inner ||
      found.children.some(
        (node) =>
          isElement(node) &&
          node !== inner &&
          /^(?:p|h1|blockquote|figure)$/.test(node.name) &&
          (weightOf(node, weights) > 40 || node.name === 'h1'),
      )
    )
      return found;
    found = inner;
  }
}
