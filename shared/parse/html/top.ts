// What stands above the text of a story on a page: headline, standfirst and kicker, and the elements they stand in.
// `<p class="kicker">Storm</p><h1>Ferries stop</h1><p class="standfirst">Waves of ten metres …</p>` → kicker, headline, standfirst.

import type { Element } from '../element.ts';
import { attribute, descendants, isElement } from '../element.ts';
import { lineOf } from './block-text.ts';
import { isNamed, namesOf } from './class-words.ts';
import { isCaption, isCredit } from './frames.ts';
import { outermost } from './main-text.ts';
import type { Story } from './main-text.ts';
import { headlinePairs, headlineWords, kickerMarks, standfirstMarks } from './page-words.rules.ts';
import { weigh } from './prose-weight.ts';

export type Top = {
  readonly headline?: string;
  readonly standfirst?: string;
  readonly kicker?: string;
  /** The elements that were read; they go from the text. */
  readonly read: readonly Element[];
};

/** `hints`: how the page names the story elsewhere; they tell its headline from the name of the site. `isNamedElsewhere`: they are better than a guess. */
export function readTop(
  page: Element,
  story: Story,
  hints: readonly string[],
  isNamedElsewhere: boolean,
  description: string | undefined,
): Top {
  const heading = headingOf(page, story, hints, isNamedElsewhere);
  const kicker = kickerOf(page, story, heading);
  const words = lineOf(heading, (inner) => inner === kicker || isKicker(inner));
  const standfirst =
    standfirstOf(story, heading) ?? (description === undefined ? undefined : describedAbove(story, description));
  return {
    // What set the kicker apart goes with it: "Storm – Ferries stop".
    headline: words === lineOf(heading) ? words : words?.replace(/^[-–—:|/]\s+/u, ''),
    standfirst: lineOf(standfirst),
    kicker: lineOf(kicker)?.replace(/\s*[:|/–—-]$/u, ''),
    read: [heading, kicker, standfirst].filter((element) => element !== undefined),
  };
}

function headingOf(
  page: Element,
  { region, texts }: Story,
  hints: readonly string[],
  isNamedElsewhere: boolean,
): Element | undefined {
  const isFilled = (element: Element): boolean => lineOf(element) !== undefined;
  const isHinted = (element: Element): boolean => hints.some((hint) => isSame(lineOf(element) ?? '', hint));
  // A headline stands above the text; a large heading further down is one of the text's own.
  const above = before(region, new Set(paragraphsOf(texts).slice(3, 4)));
  const own = descendants(region, 'h1').filter(isFilled);
  const onPage = descendants(page, 'h1').filter(isFilled);
  const certain = own.find(isHinted) ?? onPage.find(isHinted) ?? own.find((element) => above.has(element));
  if (certain) return certain;
  const named = descendants(region, 'h2', 'h3', 'h4', 'div', 'p', 'span', 'strong').filter(
    (element) => isFilled(element) && isHeadline(element),
  );
  const hinted = named.find(isHinted) ?? descendants(region, 'h2', 'h3').find(isHinted);
  return (
    hinted ?? (isNamedElsewhere ? undefined : (named.find((element) => above.has(element)) ?? firstHeading(region)))
  );
}

function isHeadline(element: Element): boolean {
  const text = lineOf(element) ?? '';
  if (text.length > 300 || descendants(element, 'p', 'div').length > 0) return false;
  return /\b(?:headline|name)\b/.test(attribute(element, 'itemprop') ?? '')
    ? /\bheadline\b/.test(attribute(element, 'itemprop')!)
    : isNamed(element, element.name.startsWith('h') ? headlineWords : new Set(['headline', 'hed']), headlinePairs);
}

/** A heading before any text is the headline of markup that has no `h1`. */
function firstHeading(region: Element): Element | undefined {
  const [first] = outermost(
    region,
    (element) => /^(?:h[1-6]|p|ul|ol|table|blockquote|pre)$/.test(element.name) && lineOf(element) !== undefined,
  );
  return first && /^h[2-4]$/.test(first.name) ? first : undefined;
}

/** Whether one of the two texts is the other, or begins or ends it, as "Ferries stop | Harbour News" does. */
export function isSame(text: string, hint: string): boolean {
  const [a, b] = [plain(text), plain(hint)];
  if (a === '' || b === '') return false;
  return (
    a === b ||
    (Math.min(a.length, b.length) >= Math.max(12, Math.max(a.length, b.length) * 0.4) &&
      (a.startsWith(b) || b.startsWith(a) || b.endsWith(a)))
  );
}

export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isKicker(element: Element): boolean {
  return kickerMarks.test(namesOf(element)) && (lineOf(element)?.length ?? 100) <= 60;
}

/** In the headline, or before it. */
function kickerOf(page: Element, { region, texts }: Story, heading: Element | undefined): Element | undefined {
  const inside = heading && outermost(heading, isKicker)[0];
  const before = (holder: Element): Element | undefined =>
    outermost(holder, isKicker).find(
      (element) => !texts.some((text) => text !== region && descendants(text, element.name).includes(element)),
    );
  return (
    inside ??
    before(region) ??
    (heading && !descendants(region, heading.name).includes(heading) ? before(page) : undefined)
  );
}

/** An element named so above the third paragraph, or a second heading directly below the headline. */
function standfirstOf({ region, texts }: Story, heading: Element | undefined): Element | undefined {
  const weights = weigh(region);
  const whole = weights.get(region) ?? 0;
  const isNamedSo = (element: Element): boolean =>
    /^(?:p|div|h[2-6]|span|section|strong|em|ul|summary|header)$/.test(element.name) &&
    element !== heading &&
    (standfirstMarks.test(namesOf(element)) ||
      attribute(element, 'itemprop') === 'description' ||
      attribute(element, 'itemprop') === 'alternativeHeadline');
  const fits = (element: Element): boolean => {
    const length = lineOf(element)?.length ?? 0;
    return (
      length >= 20 &&
      length <= 900 &&
      (weights.get(element) ?? 0) * 2 < Math.max(whole, 1) &&
      descendants(element, 'h1', 'img', 'figure').length === 0 &&
      !(heading && descendants(element, heading.name).includes(heading))
    );
  };
  const early = new Set(paragraphsOf(texts).slice(3).slice(0, 1));
  const framed = new Set(
    descendants(region, 'figure', 'figcaption').flatMap((frame) =>
      descendants(frame, 'p', 'div', 'span', 'em', 'strong'),
    ),
  );
  const found = untilElement(
    region,
    early,
    (element) =>
      isNamedSo(element) && fits(element) && !framed.has(element) && !isCaption(element) && !isCredit(element),
  );
  return found ?? (heading && headingBelow(region, heading, fits));
}

/** The words of the page's description, shown above the text. */
function describedAbove({ region, texts }: Story, description: string): Element | undefined {
  const words = plain(description);
  const shown = (element: Element): boolean => !texts.includes(element) && plain(lineOf(element) ?? '') === words;
  return words === '' || texts.includes(region)
    ? undefined
    : untilElement(region, new Set(texts), (element) => /^(?:p|h[2-4]|div|span)$/.test(element.name) && shown(element));
}

function paragraphsOf(texts: readonly Element[]): readonly Element[] {
  return texts.flatMap((text) => descendants(text, 'p')).filter((element) => lineOf(element) !== undefined);
}

/** The elements before these. */
function before(holder: Element, ends: ReadonlySet<Element>): ReadonlySet<Element> {
  const found = new Set<Element>();
  untilElement(holder, ends, (element) => {
    found.add(element);
    return false;
  });
  return found;
}

/** The first element that passes before one of these elements comes, in document order. */
function untilElement(
  holder: Element,
  ends: ReadonlySet<Element>,
  passes: (element: Element) => boolean,
): Element | undefined {
  let ended = false;
  const walk = (element: Element): Element | undefined => {
    for (const inner of element.children) {
      if (!isElement(inner) || ended) continue;
      if (ends.has(inner)) ended = true;
      else if (passes(inner)) return inner;
      const found = ended ? undefined : walk(inner);
      if (found) return found;
    }
    return undefined;
  };
  return walk(holder);
}

/** `<h1>…</h1><h2>…</h2><p>`: a crosshead does not stand before the text has begun. */
function headingBelow(region: Element, heading: Element, fits: (element: Element) => boolean): Element | undefined {
  const standing = outermost(
    region,
    (element) => /^(?:h[1-6]|p|ul|ol|table|blockquote|figure)$/.test(element.name) && lineOf(element) !== undefined,
  );
  const next = standing[standing.indexOf(heading) + 1];
  return heading.name === 'h1' && standing.includes(heading) && next && /^h[2-4]$/.test(next.name) && fits(next)
    ? next
    : undefined;
}
