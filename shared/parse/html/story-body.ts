// The element of which the body is read: the text with the pictures that stand above it, without the headline, byline and facts that were read from it.
// `<figure>…</figure><time>8 Feb</time><div class="article-body">…` → figure and text.

import type { Note } from '../../story.ts';
import type { Element, Node } from '../element.ts';
import { descendants, isElement } from '../element.ts';
import { lineOf } from './block-text.ts';
import { isNamed } from './class-words.ts';
import { isFrame } from './frames.ts';
import { isDecoration, isImage } from './image.ts';
import type { Story } from './main-text.ts';
import { metaWords } from './page-words.rules.ts';

/** What was read elsewhere goes; of what stands above a marked text pictures and whole sentences stay. */
export function bodyOf({ region, texts }: Story, read: ReadonlySet<Element>): Element {
  const marked = texts.length > 1 || texts[0] !== region;
  const parts: readonly Node[] = marked ? [...partsAbove(region, texts, read), ...texts] : region.children;
  const holder: Element = { name: 'div', attributes: new Map(), children: parts };
  return { ...holder, children: without(holder, read) };
}

/** The lines of facts round a headline, as they may hold the byline. */
export function factLines(region: Element): readonly Element[] {
  return descendants(region, 'div', 'p', 'span', 'ul', 'time', 'header').filter(isFactLine);
}

/** "8 February 2022 · 5 min read" in an element named after it. */
function isFactLine(element: Element): boolean {
  if (
    !/^(?:div|p|span|ul|time|li|small|em|i|abbr)$/.test(element.name) ||
    !(element.name === 'time' || isNamed(element, metaWords))
  )
    return false;
  const text = lineOf(element) ?? '';
  return (
    text.length <= 120 &&
    text.split(' ').length <= 16 &&
    !/[.!?…]["”’]?$/.test(text) &&
    descendants(element, 'img', 'h1', 'h2').length === 0
  );
}

/** The children that are left. */
function without(node: Element, read: ReadonlySet<Element>): readonly Node[] {
  // Within a sentence a date is part of it.
  const isProse = /^(?:p|li|td|blockquote|dd|h[1-6]|figcaption)$/.test(node.name) && holdsText(node);
  const left = node.children.filter(
    (inner) => !isElement(inner) || !(read.has(inner) || (!isProse && isFactLine(inner))),
  );
  return left.map((inner) => (isElement(inner) ? { ...inner, children: without(inner, read) } : inner));
}

function holdsText(element: Element): boolean {
  return (lineOf(element, (inner) => inner.name === 'time') ?? '').length > 20;
}

/** Some pages set the first paragraph apart, in a part of its own. */
function isSentence(element: Element): boolean {
  if (
    !/^(?:p|div|h[2-4])$/.test(element.name) ||
    descendants(element, 'p', 'div', 'section', 'ul', 'figure', 'img', 'article').length > 0
  )
    return false;
  const text = lineOf(element) ?? '';
  return (
    text.length >= 100 &&
    /[.!?…]["”’»)]?$/u.test(text) &&
    (lineOf(element, (inner) => inner.name === 'a') ?? '').length > text.length / 2
  );
}

function partsAbove(region: Element, texts: readonly Element[], read: ReadonlySet<Element>): readonly Element[] {
  const found: Element[] = [];
  let ended = false;
  const walk = (element: Element): void => {
    for (const inner of element.children) {
      if (!isElement(inner) || ended || read.has(inner)) continue;
      if (texts.includes(inner)) ended = true;
      else if (inner.name === 'noscript' || (isImage(inner) && isDecoration(inner))) continue;
      else if (
        isImage(inner) ||
        inner.name === 'picture' ||
        (isFrame(inner) && !texts.some((text) => descendants(inner, text.name).includes(text)))
      )
        found.push(inner);
      else if (isSentence(inner)) found.push({ ...inner, name: 'p' });
      else walk(inner);
    }
  };
  walk(region);
  return found;
}

/** What of the story’s part of the page stands beside its text and was left there. */
export function besideNotes({ region, texts }: Story, read: ReadonlySet<Element>): readonly Note[] {
  if (texts.includes(region)) return [];
  const seen = new Set([...texts, ...read]);
  const left = (lineOf(region, (element) => seen.has(element) || element.name === 'figure') ?? '').trim();
  return left.length < 40
    ? []
    : [
        {
          step: 'parse',
          rule: 'beside-text',
          before: left.slice(0, 500),
          text: 'What stands round the text of the story on the page was left out.',
        },
      ];
}
