// The fields of ninjs in both naming generations: `subject` and `subjects`, `headline` and `headlines[]`, `byline`, `bylines` and `authors`.

import type { DraftLink } from '../../draft.ts';
import type { Concept } from '../../story.ts';
import { defined } from '../body.ts';
import { lineOf } from '../html/block-text.ts';
import type { JsonObject } from '../json-fields.ts';
import { objectsIn, textIn, textsIn } from '../json-fields.ts';
import { readHtml } from '../markup.ts';

/** Text that may hold markup, as text. */
export function plain(text: string | undefined): string | undefined {
  return text !== undefined && /<[a-z/!][^>]*>|&[#\w]+;/i.test(text) ? lineOf(readHtml(text)) : text;
}

/**
 * Senders may name fields of their own behind headline, description and body (ninjs 1.6, patternProperties): `headline_main`, `body_html5`.
 * The plain name leads, then those by which senders mean the main one.
 */
export function fieldsOf(
  item: JsonObject,
  name: 'headline' | 'description' | 'body',
): readonly (readonly [string, string])[] {
  const rank = (key: string): number => (key === name ? 0 : /_(?:main|text|html)$/.test(key) ? 1 : 2);
  const names = Object.keys(item).filter((key) => key === name || key.startsWith(`${name}_`));
  return names
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((key) => (textIn(item, key) === undefined ? [] : [[key, textIn(item, key)!] as const]));
}

/** Other than the main headline: above it, below it, for other media. */
const besideHeadline = /kicker|over|strap|sub|short|seo|social|alt|extended|test/i;

export function headlineOf(item: JsonObject): string | undefined {
  const named = fieldsOf(item, 'headline').find(([name]) => !besideHeadline.test(name.slice('headline'.length)))?.[1];
  return (
    plain(named) ??
    byRole(item, 'headlines', /^(?:|main|headline|title|.*[:/#](?:main|headline|hl1))$/i) ??
    byRole(item, 'headlines', /(?!)/)
  );
}

/** What descriptions tell besides the story: who made the picture, what is heard and seen. */
const besideDescription = /caption|credit|writer|alt|seo|script|shot|instruction|test/i;

export function descriptionOf(item: JsonObject): string | undefined {
  const named = fieldsOf(item, 'description').find(
    ([name]) => !besideDescription.test(name.slice('description'.length)),
  )?.[1];
  const listed = objectsIn(item, 'descriptions').find(
    (entry) => !besideDescription.test(textIn(entry, 'role') ?? '') && textIn(entry, 'value') !== undefined,
  );
  return plain(named ?? textIn(listed, 'value'));
}

/** Who distributes a story that names no provider. */
export function infoSourceOf(item: JsonObject): string | undefined {
  const sources = [
    ...objectsIn(item, 'infosources'),
    ...objectsIn(item, 'infoSources'),
    ...objectsIn(item, 'infosource'),
  ];
  const distributor =
    sources.find((source) => /suppl|distribut|provid|agency/i.test(textIn(source, 'role', 'rel') ?? '')) ?? sources[0];
  return textIn(distributor, 'name');
}

/** The value of the entry whose role fits; else the first. */
export function byRole(item: JsonObject, name: string, role: RegExp): string | undefined {
  const entries = objectsIn(item, name);
  const found =
    entries.find((entry) => role.test(textIn(entry, 'role') ?? '')) ??
    (role.source === '(?!)' ? entries[0] : undefined);
  return plain(textIn(found, 'value'));
}

/** Concepts under any of the names, each once; `scheme` and `code`, a code with its scheme before a colon, or a uri that ends in the code. */
export function conceptsOf(item: JsonObject, ...names: readonly string[]): readonly Concept[] {
  const concepts = names
    .flatMap((name) => [
      ...objectsIn(item, name).map(conceptOf),
      ...textsIn(item, name).map((text): Concept => ({ name: text })),
    ])
    .filter(({ code, name }) => code !== undefined || name !== undefined);
  return [...new Map(concepts.map((concept) => [JSON.stringify(concept), concept])).values()];
}

/** IPTC's vocabularies by the alias its catalog gives them. */
const newsCodes = new Map([
  ['mediatopic', 'medtop'],
  ['subjectcode', 'subj'],
  ['genre', 'genre'],
]);

function conceptOf(given: JsonObject): Concept {
  const literal = textIn(given, 'code', 'qcode', 'literal');
  const [uri, name] = [textIn(given, 'uri'), textIn(given, 'name')];
  const scheme = textIn(given, 'scheme');
  const [, vocabulary, term] = /^https?:\/\/cv\.iptc\.org\/newscodes\/(\w+)\/([\w-]+)$/.exec(uri ?? '') ?? [];
  if (vocabulary !== undefined && (literal === undefined || literal === term))
    return defined<Concept>({ scheme: newsCodes.get(vocabulary) ?? vocabulary, code: term, name });
  const [, alias, code] = scheme === undefined ? (/^([A-Za-z][\w-]*):(?!\/\/)(.+)$/.exec(literal ?? '') ?? []) : [];
  if (
    scheme === undefined &&
    alias === undefined &&
    literal !== undefined &&
    uri !== undefined &&
    /[/#:=]$/.test(uri.slice(0, -literal.length)) &&
    uri.endsWith(literal)
  )
    return defined<Concept>({ scheme: uri.slice(0, -literal.length), code: literal, name });
  return defined<Concept>({ scheme: scheme ?? alias, code: code ?? literal ?? uri, name });
}

/** Places with their codes, and where the story was written. */
export function placesOf(item: JsonObject): readonly Concept[] {
  const places = conceptsOf(item, 'place', 'places');
  const located = textIn(item, 'located');
  return located !== undefined && !places.some(({ name }) => name === located)
    ? [...places, { name: located }]
    : places;
}

/** What is written; else the people of a list, with their titles. */
export function bylinesOf(item: JsonObject): readonly string[] {
  const written = [plain(textIn(item, 'byline', 'by')), ...textsIn(item, 'bylines')].filter(
    (text) => text !== undefined,
  );
  if (written.length > 0) return written;
  const people = [...objectsIn(item, 'bylines'), ...objectsIn(item, 'authors')].filter(
    (person) =>
      !/photo|foto|editor|graphic|grafik|translat/i.test(textIn(person, 'role') ?? '') &&
      textIn(person, 'internal') !== 'true',
  );
  return people
    .map((person) => {
      const name = textIn(person, 'byline', 'name', 'value');
      const title = textIn(person, 'jobtitle', 'jobTitle', 'title');
      return name !== undefined && title !== undefined ? `${name}, ${title}` : name;
    })
    .filter((text) => text !== undefined);
}

export type Rights = { readonly holder?: string; readonly notice?: string; readonly usage?: readonly string[] };

export function rightsOf(item: JsonObject): Rights {
  const info = objectsIn(item, 'rightsinfo')[0] ?? objectsIn(item, 'rightsInfo')[0];
  const usage = [textIn(item, 'usageterms', 'usageTerms') ?? textIn(info, 'usageterms', 'usageTerms')]
    .map(plain)
    .filter((text) => text !== undefined);
  return defined<Rights>({
    holder:
      textIn(item, 'copyrightholder', 'copyrightHolder') ??
      textIn(info, 'copyrightholder', 'copyrightHolder') ??
      objectsIn(item, 'copyrightholder')
        .map((holder) => textIn(holder, 'name'))
        .find((name) => name !== undefined),
    notice: plain(
      textIn(item, 'copyrightnotice', 'copyrightNotice') ?? textIn(info, 'copyrightnotice', 'copyrightNotice'),
    ),
    usage: usage.length > 0 ? usage : undefined,
  });
}

/** What the story grew out of, or belongs with. */
export function linksOf(item: JsonObject): readonly DraftLink[] {
  const evolved = [textIn(item, 'evolvedfrom', 'evolvedFrom')]
    .filter((uri) => uri !== undefined)
    .map((uri): DraftLink => ({ rel: 'evolvedFrom', uri }));
  const linked = objectsIn(item, 'links')
    .map((link) => ({ rel: textIn(link, 'rel') ?? 'seeAlso', uri: textIn(link, 'href', 'uri') }))
    .filter((link): link is DraftLink => link.uri !== undefined);
  return [...evolved, ...linked];
}
