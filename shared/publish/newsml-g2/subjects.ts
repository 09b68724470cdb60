// Subjects, genres and places as NewsML-G2 names concepts: a QCode where IPTC's catalog declares the vocabulary, else a literal.

import type { Concept } from '../../story.ts';
import { oneLine } from '../clean-text.ts';
import { schemeAlias } from '../schemes.rules.ts';
import type { Xml } from '../xml.ts';
import { element, textElement } from '../xml.ts';

/** `{scheme: "medtop", code: "20000056", name: "armed conflict"}` → `<subject qcode="medtop:20000056">` with the name in it. */
export function writeConcept(
  element_: 'subject' | 'genre' | 'located',
  concept: Concept,
  type?: string,
): Xml | undefined {
  const name = oneLine(concept.name ?? '');
  const identity = identify(concept);
  if (!identity && !name) return undefined;
  return element(element_, { type, ...identity }, name ? [textElement('name', name)] : undefined);
}

/** Where the content comes from, each place once. */
export function writeLocated(places: readonly Concept[]): readonly Xml[] {
  const written = places
    .map((place) => writeConcept('located', place, 'cpnat:geoArea'))
    .filter((place) => place !== undefined);
  return [...new Set(written)];
}

/** A concept that has only a name needs no more. */
function identify({
  scheme = '',
  code = '',
}: Concept): { readonly qcode: string } | { readonly literal: string } | undefined {
  const term = oneLine(code);
  const alias = schemeAlias(oneLine(scheme));
  if (alias && /^\S+$/.test(term)) return { qcode: `${alias}:${term}` };
  return term ? { literal: term } : undefined;
}
