// What NewsML 1.x says about an item: language, subjects, places, keywords, properties of the provider's own.

import type { Concept } from '../../story.ts';
import { defined } from '../body.ts';
import type { Element } from '../element.ts';
import { attribute, child, children, descendants, textOf } from '../element.ts';

/** `<Status FormalName="Usable"/>`. */
export function formalName(element: Element | undefined): string | undefined {
  return attribute(element, 'FormalName');
}

export function languageOf(item: Element, top: Element | undefined): string | undefined {
  return (
    descendants(top, 'Language')
      .map(formalName)
      .find((name) => name !== undefined) ??
    attribute(item, 'lang') ??
    attribute(top, 'lang') ??
    descendants(top, 'HeadLine')
      .map((line) => attribute(line, 'lang'))
      .find((lang) => lang !== undefined && lang !== 'x-default')
  );
}

/** IPTC subject codes with the names that a topic set of the item gives them, each once. */
export function subjectsOf(item: Element, top: Element | undefined): readonly Concept[] {
  const names = topicNames(item);
  const coded = descendants(top, 'SubjectDetail', 'SubjectMatter', 'Subject').map((subject): Concept => {
    const code = formalName(subject);
    return defined<Concept>({ scheme: 'subj', code, name: code === undefined ? undefined : names.get(code) });
  });
  const listed = [...names].map(([code, name]): Concept => ({ scheme: 'subj', code, name }));
  const concepts = [...coded, ...listed].filter(({ code }) => code !== undefined && /\d/.test(code));
  return [...new Map(concepts.map((concept) => [concept.code, concept])).values()];
}

function topicNames(item: Element): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const topic of descendants(item, 'Topic')) {
    const code = textOf(child(topic, 'FormalName'));
    const descriptions = children(topic, 'Description').filter(
      (each) => (attribute(each, 'Variant') ?? 'Name') === 'Name',
    );
    const name = textOf(descriptions.find((each) => attribute(each, 'lang') === 'en') ?? descriptions[0]);
    if (code !== undefined && name !== undefined && /^\d{6,8}$/.test(code)) names.set(code, name);
  }
  return names;
}

/** Where the story comes from: city, area and country of each location. */
export function placesOf(top: Element | undefined): readonly Concept[] {
  return descendants(top, 'Location')
    .map((location): Concept => {
      const part = (name: RegExp): string | undefined =>
        children(location, 'Property')
          .filter((property) => name.test(formalName(property) ?? ''))
          .map((property) => attribute(property, 'Value'))
          .find((value) => value !== undefined);
      const country = part(/country$/i);
      return defined<Concept>({
        code: country !== undefined && /^[A-Z]{2,3}$/.test(country) ? country : undefined,
        name: part(/city/i) ?? part(/area|state|province/i) ?? part(/countryname/i) ?? country,
      });
    })
    .filter(({ name }) => name !== undefined);
}

/** Keyword lines, and the property `Keyword` that AFP and its customers use. */
export function keywordsOf(lines: readonly Element[], top: Element | undefined): readonly string[] {
  const written = lines
    .flatMap((each) => children(each, 'KeywordLine'))
    .flatMap((line) => (textOf(line) ?? '').split(/[,;]/))
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return [...new Set([...written, ...propertiesOf(top, /^keywords?$/i)])];
}

/** Values of the item's own properties whose name fits. */
export function propertiesOf(top: Element | undefined, name: RegExp): readonly string[] {
  return descendants(top, 'Property')
    .filter((property) => name.test(formalName(property) ?? ''))
    .map((property) => attribute(property, 'Value') ?? textOf(property))
    .filter((value) => value !== undefined);
}
