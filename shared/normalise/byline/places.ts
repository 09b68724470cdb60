// Where somebody wrote: "Jane Doe in Tokyo" → Jane Doe, Tokyo; "Kari Moen i Bergen" → Kari Moen, Bergen.

import { nameCase } from '../name-case.ts';
import { hasTitle, teaches } from './titles.ts';
import { givenNames } from '../given-names.rules.ts';
import { inWords, placeBeginnings, plainPlaces } from './phrases.rules.ts';

export type Placed = {
  readonly before: string;
  readonly place: string;
  /** "in Lagos for Reuters" */
  readonly organisation?: string;
};

const placed = new RegExp(`^(|.{2,100}?\\s)(?:${inWords})\\s+((?:the\\s+)?[\\p{Lu}\\p{Lo}][^@]{1,60})$`, 'u');

/** In a line all in capitals: "JANE DOE IN TOKYO". */
const shouted = /^(|.{2,100}?\s)(?:IN|AUS|À|EN)\s+([\p{Lu}\p{Lo}][^@]{1,60})$/u;

/** Before "in" a name or organisation; behind it the place, and perhaps "for" whom. */
export function splitPlace(text: string): Placed | undefined {
  const [whole, before = '', rest = ''] = (text === text.toUpperCase() ? shouted : placed).exec(text) ?? [];
  if (whole === undefined) return undefined;
  const [place = '', organisation] = rest.split(/\s+(?:for|of)\s+/u);
  // "Senior Lecturer in Politics" says what, not where.
  if (hasTitle(place) || /\d|^large$/i.test(place) || place.split(/\s+/).length > 5 || teaches(before))
    return undefined;
  return { before: before.trim(), place: placeCase(place.trim()), ...(organisation !== undefined && { organisation }) };
}

/** "New York", "San José", "Bad Ems": looks like a name of two words and is a place. */
export function beginsLikePlace(text: string): boolean {
  return placeBeginnings.has(text.split(/\s+/)[0]!.toLowerCase());
}

/** Said by itself: "New Delhi", "San José", "Mexico City", "Port-au-Prince". */
export function isPlaceName(given: string): boolean {
  const text = placeCase(given);
  const [first = '', second = '', ...more] = text.split(/\s+/);
  if (!/^\p{Lu}/u.test(first) || more.length > 2 || second === '') return false;
  return (
    plainPlaces.test(text) ||
    (/^(?:San|Santa|Santo|São|St\.?|Saint|Sankt)$/u.test(first) && givenNames.has(second.toLowerCase()))
  );
}

/** BRNO is a town, USA an abbreviation. */
export function placeCase(place: string): string {
  return place === place.toUpperCase() && place.length > 3 && !/\./.test(place)
    ? nameCase(place.includes(' ') ? place : `${place} X`).replace(/ X$/, '')
    : place;
}
