// Subjects, genres and places as NewsML-G2 names concepts: a QCode where IPTC's catalog declares the vocabulary, else a literal.

import type { Concept } from '../../story.ts';
import { oneLine } from '../clean-text.ts';
import { schemeAlias } from '../schemes.rules.ts';
import type { Xml } from '../xml.ts';
import { element, textElement } from '../xml.ts';

/** `{scheme: "medtop", code: "20000056", name: "armed conflict"}` → `<subject qcode="medtop:20000056">` with the name in it. */
export function writeConcept(element_: 'subject' | 'genre', concept: Concept, type?: string): Xml | undefined {
  const name = oneLine(concept.name ?? '');
  const identity = identify(concept, name);
  if (!identity) return undefined;
  return element(element_, { type, ...identity }, name ? [textElement('name', name)] : undefined);
}

/** Every place once, as where the content comes from. */
export function writeLocated(places: readonly (string | undefined)[]): readonly (Xml | undefined)[] {
  const names = new Set(places.map((place) => oneLine(place ?? '')).filter(Boolean));
  return [...names].map((name) => element('located', { type: 'cpnat:geoArea', literal: name }, [textElement('name', name)]));
}

function identify({ scheme = '', code = '' }: Concept, name: string): { readonly qcode: string } | { readonly literal: string } | undefined {
  const term = oneLine(code);
  const alias = schemeAlias(oneLine(scheme));
  if (alias && /^\S+$/.test(term)) return { qcode: `${alias}:${term}` };
  return term || name ? { literal: term || name } : undefined;
}
