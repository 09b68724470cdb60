// The text of an element as a reader sees it: lines where elements stand on lines of their own.
// `<div><span>By Jane Doe</span><div>Political Editor</div></div>` → "By Jane Doe" / "Political Editor".

import type { Element, Node } from '../element.ts';
import { isElement } from '../element.ts';

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr address'.split(
    ' ',
  ),
);
const silent = new Set(['script', 'style', 'noscript', 'template', 'svg', 'button', 'title']);

/** The lines, white space collapsed, without empty ones; `leaveOut` says which elements to skip. */
export function linesOf(element: Element, leaveOut: (element: Element) => boolean = () => false): readonly string[] {
  let text = '';
  const walk = (node: Node): void => {
    if (!isElement(node)) text += node.replace(/\s+/gu, ' ');
    else if (node.name === 'br') text += '\n';
    else if (!silent.has(node.name) && !leaveOut(node)) {
      const edge = inline.has(node.name) ? '' : '\n';
      text += edge;
      const start = text.length;
      node.children.forEach(walk);
      if (node.name === 'span' && start > 0 && isSeam(text[start - 1], text[start]))
        text = `${text.slice(0, start)} ${text.slice(start)}`;
      text += edge;
    }
  };
  element.children.forEach(walk);
  return text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Pages set two spans apart by their looks alone: "in Seoul.Ann Poe/AFP". */
function isSeam(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && after !== undefined && /[\p{Ll}.,;:)”]/u.test(before) && /\p{Lu}/u.test(after);
}

/** All in one line; `undefined` when there is nothing. */
export function lineOf(element: Element | undefined, leaveOut?: (element: Element) => boolean): string | undefined {
  const line = element && linesOf(element, leaveOut).join(' ');
  return line === undefined || line === '' ? undefined : line;
}
