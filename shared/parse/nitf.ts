// NITF 3.x, by itself or inside NewsML: `<hl1>Ferries stop</hl1> … <byline>By Jane Doe<byttl>AP Writer</byttl></byline>` → headline, byline "By Jane Doe, AP Writer".
// Elements as in IPTC's NITF 3.6; AP, PA, EFE and NTB send it without a namespace.

import type { Draft } from '../draft.ts';
import { isRejection } from '../outcome.ts';
import type { Concept } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined, readBody } from './body.ts';
import { rootName } from './document-type.ts';
import { attribute, child, children, descendants, isElement, textOf } from './element.ts';
import type { Element } from './element.ts';
import type { Parser, ParserDesk, Readings } from './parser.ts';
import { readXml } from './xml.ts';

export const nitf: Parser = { format: 'nitf', recognises, parse };

function recognises({ text }: Upload): boolean {
  return rootName(text) === 'nitf';
}

function parse({ text }: Upload, { limits }: ParserDesk): Readings {
  const document = readXml(text, limits);
  if (isRejection(document)) return [document];
  const draft = readNitf(document.root);
  return [{ ...draft, notes: [...document.notes, ...(draft.notes ?? [])] }];
}

/** The Draft in a `nitf` element. */
export function readNitf(root: Element): Draft {
  const data = child(root, 'head', 'docdata');
  const head = child(root, 'body', 'body.head');
  const content = child(root, 'body', 'body.content');
  const body = content ? readBody(content) : { blocks: [], pictures: [] };
  const hedline = child(head, 'hedline') ?? child(head, 'headline');
  const rights = child(head, 'rights');
  const holder =
    attribute(child(data, 'doc.copyright'), 'holder') ??
    attribute(child(data, 'doc.rights'), 'owner') ??
    textOf(child(rights, 'rights.owner'));
  const notice = textOf(rights);
  const headline = textOf(child(hedline, 'hl1')) ?? textOf(hedline) ?? textOf(child(root, 'head', 'title'));
  const second = joined(children(hedline, 'hl2'));
  const summary = textOf(child(head, 'abstract'));
  const isHomeless = second !== undefined && summary !== undefined && second !== headline && second !== summary;
  return defined<Draft>({
    format: 'nitf',
    guid: attribute(child(data, 'doc-id'), 'id-string') ?? attribute(root, 'uno'),
    version: attribute(child(data, 'du-key'), 'version'),
    status: attribute(data, 'management-status'),
    language: attribute(root, 'lang') ?? attribute(child(root, 'body'), 'lang'),
    headline,
    standfirst: summary ?? (second === headline ? undefined : second),
    slugline:
      attribute(child(data, 'fixture'), 'fix-id') ??
      attribute(child(data, 'du-key'), 'key') ??
      meta(root, 'anpa-keyword'),
    takeKey: meta(root, 'anpa-takekey'),
    bylines: children(head, 'byline')
      .map(bylineText)
      .filter((text) => text !== undefined),
    dateline: datelineOf(child(head, 'dateline')),
    signOffs: descendants(child(root, 'body', 'body.end'), 'tagline')
      .map((tagline) => textOf(tagline))
      .filter((text) => text !== undefined),
    body: body.blocks,
    pictures: body.pictures,
    subjects: subjectsOf(root),
    keywords: descendants(child(data, 'key-list'), 'keyword')
      .map((keyword) => attribute(keyword, 'key') ?? textOf(keyword))
      .filter((key) => key !== undefined),
    places: placesOf(data),
    urgency: descendants(child(root, 'head'), 'urgency')
      .map((urgency) => attribute(urgency, 'ed-urg'))
      .find((level) => level !== undefined),
    edNotes: [
      ...children(data, 'ed-msg').map((message) => attribute(message, 'info')),
      ...children(child(root, 'head'), 'revision-history').map((revision) => attribute(revision, 'comment')),
      ...children(head, 'note').map((note) => textOf(note)),
    ].filter((text) => text !== undefined),
    copyrightHolder: holder,
    copyrightNotice: notice === holder ? undefined : notice,
    usageTerms: children(data, 'doc.rights')
      .flatMap((terms) => [attribute(terms, 'type'), attribute(terms, 'limitations')])
      .filter((text) => text !== undefined),
    copyrightYear: attribute(child(data, 'doc.copyright'), 'year'),
    created: attribute(child(data, 'date.issue'), 'norm'),
    versionCreated: attribute(child(data, 'date.issue'), 'norm'),
    embargo: /embargo/i.test(attribute(data, 'management-status') ?? '')
      ? attribute(child(data, 'date.release'), 'norm')
      : undefined,
    expires: attribute(child(data, 'date.expire'), 'norm'),
    notes: isHomeless
      ? [
          {
            step: 'parse',
            rule: 'second-headline',
            before: second,
            text: 'Beside the summary there is no place for the second headline.',
          },
        ]
      : undefined,
    provider:
      textOf(child(head, 'distributor')) ??
      attribute(child(data, 'doc.copyright'), 'holder')?.replace(/[.,;]?\s*all rights reserved\.?$/i, ''),
  });
}

/** What systems that came from ANPA's wires keep beside the elements of NITF. */
function meta(root: Element, name: string): string | undefined {
  const content = children(child(root, 'head'), 'meta').find((each) => attribute(each, 'name') === name);
  return attribute(content, 'content')?.trim() || undefined;
}

/** The name, then the title after a comma: the title is an element of its own without a space before it. */
function bylineText(byline: Element): string | undefined {
  const title = textOf(child(byline, 'byttl'));
  const name = textOf({
    ...byline,
    children: byline.children.filter((node) => !isElement(node) || node.name !== 'byttl'),
  });
  return title && name ? `${name.replace(/,$/, '')}, ${title}` : (name ?? title);
}

/** The parts of a location stand in elements of their own: "Ottawa", "Ontario" → "Ottawa, Ontario". */
function datelineOf(dateline: Element | undefined): string | undefined {
  const location = child(dateline, 'location');
  const parts =
    location?.children.some(isElement) && location.children.every((node) => isElement(node) || node.trim() === '')
      ? children(location, 'city', 'state', 'region', 'country')
      : [];
  if (parts.length === 0) return textOf(dateline);
  const place = parts
    .map((part) => textOf(part))
    .filter((text) => text !== undefined)
    .join(', ');
  const rest = textOf({ ...dateline!, children: dateline!.children.filter((node) => node !== location) });
  return rest === undefined ? place : `${place} ${rest}`;
}

function joined(elements: readonly Element[]): string | undefined {
  const text = elements
    .map((element) => textOf(element))
    .filter((part) => part !== undefined)
    .join(' ');
  return text === '' ? undefined : text;
}

function subjectsOf(root: Element): readonly Concept[] {
  return descendants(child(root, 'head'), 'tobject.subject')
    .filter((subject) =>
      ['refnum', 'detail', 'matter', 'type'].some(
        (name) => attribute(subject, `tobject.subject.${name}`) !== undefined,
      ),
    )
    .map((subject) =>
      defined<Concept>({
        scheme: 'subj',
        code: attribute(subject, 'tobject.subject.refnum'),
        name:
          attribute(subject, 'tobject.subject.detail') ??
          attribute(subject, 'tobject.subject.matter') ??
          attribute(subject, 'tobject.subject.type'),
      }),
    );
}

function placesOf(data: Element | undefined): readonly Concept[] {
  return children(data, 'evloc').map((place) =>
    defined<Concept>({
      code: attribute(place, 'iso-cc'),
      name: attribute(place, 'city') ?? attribute(place, 'county-dist') ?? textOf(place),
    }),
  );
}
