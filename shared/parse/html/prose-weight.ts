// How much running text lies in each element of a page, in characters: what tells a story from the lists of links round it.

import type { Element, Node } from '../element.ts';
import { attribute, isElement } from '../element.ts';

export type Weights = ReadonlyMap<Element, number>;

const prose = new Set(['p', 'li', 'blockquote', 'td', 'th', 'pre', 'dd', 'dt', 'figcaption']);
const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'title',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'button',
  'select',
  'textarea',
  'svg',
]);

/** Text that stands in no paragraph counts where it is a sentence at least: some pages divide paragraphs with breaks alone. */
const sentence = 60;

/** One walk over the page. Links and headings weigh nothing. */
export function weigh(page: Element): Weights {
  const weights = new Map<Element, number>();
  const walk = (node: Node, inProse: boolean): number => {
    if (!isElement(node)) {
      const { length } = node.trim();
      return inProse || length >= sentence ? length : 0;
    }
    if (silent.has(node.name) || (node.name === 'a' && attribute(node, 'href') !== undefined)) return 0;
    const within = inProse || prose.has(node.name);
    let sum = 0;
    for (const inner of node.children) sum += walk(inner, within);
    weights.set(node, sum);
    return sum;
  };
  walk(page, false);
  return weights;
}
