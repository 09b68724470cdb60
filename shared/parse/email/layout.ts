// Mail programs lay their pages out in tables: those are taken apart, so that the text in them is paragraphs again. Tables of figures stay tables.
// `<table><tr><td>&nbsp;</td><td><p>The harbour …</p></td></tr></table>` → a paragraph.

import type { Element, Node } from '../element.ts';
import { attribute, children, descendants, isElement, textOf } from '../element.ts';

const standing = new Set([
  'p',
  'div',
  'table',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
  'hr',
  'center',
  'img',
]);

/** A copy of the page without layout tables, and without what mail programs hide from the eye. */
export function withoutLayout(element: Element): Element {
  const kept = element.children
    .filter((node) => !isElement(node) || !isHidden(node))
    .map((node): Node => (isElement(node) ? withoutLayout(node) : node));
  const inner: Element = { ...element, children: kept };
  return element.name === 'table' && isLayout(element)
    ? { name: 'div', attributes: new Map(), children: cellsOf(inner) }
    : inner;
}

/** The line that only lists of messages show, written in the colour of the page. */
function isHidden(element: Element): boolean {
  return /display\s*:\s*none|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px)?\s*(?:;|$)/i.test(
    attribute(element, 'style') ?? '',
  );
}

/** Figures stand in many short cells; text stands in one cell of a row, or brings paragraphs and tables of its own. */
function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/i.test(attribute(table, 'role') ?? '')) return true;
  const rows = rowsOf(table);
  if (rows.some((row) => children(row, 'th').length > 0)) return false;
  const filled = rows.map((row) =>
    children(row, 'td').filter((cell) => textOf(cell) !== undefined || descendants(cell, 'img').length > 0),
  );
  if (filled.every((cells) => cells.length <= 1)) return true;
  return filled.some((cells) =>
    cells.some((cell) => descendants(cell, 'table').length > 0 || children(cell, ...standing).length > 1),
  );
}

function rowsOf(table: Element): readonly Element[] {
  return table.children
    .filter(isElement)
    .flatMap((node) =>
      node.name === 'tr' ? [node] : /^t(?:body|head|foot)$/.test(node.name) ? children(node, 'tr') : [],
    );
}

/** Each cell is a stretch of text of its own. */
function cellsOf(table: Element): readonly Node[] {
  const cells = rowsOf(table).flatMap((row) => children(row, 'td', 'th'));
  return cells.map((cell) => ({ name: 'div', attributes: new Map(), children: cell.children }));
}
