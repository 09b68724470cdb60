// Agencies' own elements in Atom entries, by the pattern of "NewsManagement" and "ContentMetadata": names differ in prefix and case only.
// `<nm:published>2026-11-20T08:00:00Z</nm:published><cm:SlugLine>STORM</cm:SlugLine>` → created, slugline.

import type { Draft } from '../../draft.ts';
import type { Concept } from '../../story.ts';
import { defined } from '../body.ts';
import type { Element } from '../element.ts';
import { attribute, children, descendants, isElement, textOf } from '../element.ts';

const names: ReadonlyMap<keyof Said, readonly string[]> = new Map<keyof Said, readonly string[]>([
  ['created', ['published', 'firstcreated', 'firstpublished']],
  ['versionCreated', ['updated', 'lastupdated', 'versioncreated']],
  ['version', ['managementsequencenumber', 'version']],
  ['status', ['publishingstatus', 'publishing_status', 'pubstatus']],
  ['headline', ['headline', 'title']],
  ['slugline', ['slugline', 'slug', 'slug_line']],
  ['byline', ['byline', 'by_line']],
  ['dateline', ['dateline', 'date_line']],
  ['standfirst', ['first_line', 'firstline', 'abstract', 'extendedheadline']],
  ['urgency', ['urgency']],
  ['edNote', ['editorialnote', 'ednote', 'ednotes', 'instructions']],
  ['copyright', ['copyright', 'copyrightline']],
  ['source', ['provider', 'source']],
]);

type Said = Record<
  | 'created'
  | 'versionCreated'
  | 'version'
  | 'status'
  | 'headline'
  | 'slugline'
  | 'byline'
  | 'dateline'
  | 'standfirst'
  | 'urgency'
  | 'edNote'
  | 'copyright'
  | 'source',
  string | undefined
>;

/** What an entry says in such elements; nothing where it has none. */
export function readManagement(entry: Element): Partial<Draft> {
  const holders = entry.children.filter(
    (node): node is Element => isElement(node) && /^(?:newsmanagement|contentmetadata)$/i.test(node.name),
  );
  if (holders.length === 0) return {};
  const inside = holders.flatMap((holder) => holder.children.filter(isElement));
  const say = (field: keyof Said): string | undefined =>
    inside
      .filter(({ name }) => names.get(field)!.includes(name.toLowerCase()))
      .map((element) => textOf(element))
      .find((text) => text !== undefined);
  const byline = say('byline');
  const edNote = say('edNote');
  const status = say('status');
  const tags = holders.flatMap((holder) => descendants(holder, 'tag', 'Tag', 'Keyword', 'keyword'));
  return defined<Partial<Draft>>({
    created: say('created'),
    versionCreated: say('versionCreated'),
    version: say('version'),
    status:
      status !== undefined && /^(?:usable|canceled|cancelled|withheld|embargoed|killed)$/i.test(status)
        ? status
        : undefined,
    headline: say('headline'),
    slugline: say('slugline'),
    bylines: byline === undefined ? undefined : [byline],
    dateline: say('dateline'),
    standfirst: say('standfirst'),
    urgency: say('urgency'),
    edNotes: edNote === undefined ? undefined : [edNote],
    copyrightNotice: say('copyright'),
    provider: say('source'),
    language: holders.map((holder) => attribute(holder, 'lang')).find((tag) => tag !== undefined),
    keywords: tags
      .filter((tag) => !isPlace(tag))
      .map(wordOf)
      .filter((word) => word !== undefined),
    places: tags.filter(isPlace).map((tag): Concept => defined<Concept>({ name: wordOf(tag) })),
    subjects: subjectsOf(holders),
  });
}

function isPlace(tag: Element): boolean {
  return /^place$/i.test(attribute(tag, 'type_value') ?? attribute(tag, 'type') ?? '');
}

function wordOf(tag: Element): string | undefined {
  return attribute(tag, 'value') ?? attribute(tag, 'Value') ?? textOf(tag);
}

function subjectsOf(holders: readonly Element[]): readonly Concept[] {
  const classified = holders.flatMap((holder) => [
    ...descendants(holder, 'SubjectClassification'),
    ...children(holder, 'categories').flatMap((list) => list.children.filter(isElement)),
  ]);
  return classified
    .map((each) =>
      defined<Concept>({
        scheme: attribute(each, 'Authority'),
        code: attribute(each, 'Id') ?? attribute(each, 'id'),
        name: wordOf(each),
      }),
    )
    .filter(({ name }) => name !== undefined);
}
