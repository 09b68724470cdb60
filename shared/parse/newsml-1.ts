// NewsML 1.x as AFP, ANA, Belga, Kyodo, Keystone-ATS and Business Wire send it: a NewsItem with nested NewsComponents, text and pictures among them.
// `<HeadLine>…</HeadLine>` … `<NewsComponent><Role FormalName="Picture"/>…` → a headline, a body, a picture with caption and credit.

import type { Draft, DraftLink } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined } from './body.ts';
import type { Element } from './element.ts';
import { attribute, child, children, descendants, textOf } from './element.ts';
import { sortOut } from './newsml-1/components.ts';
import { formalName, keywordsOf, languageOf, placesOf, propertiesOf, subjectsOf } from './newsml-1/descriptive.ts';
import { pictureOf } from './newsml-1/pictures.ts';
import { textOfItems } from './newsml-1/texts.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';
import { readXml } from './xml.ts';

export const newsml1: Parser = { format: 'newsml-1', recognises, parse };

function recognises({ text }: Upload): boolean {
  return /<NewsML[\s>]/.test(text.slice(0, 6000));
}

function parse({ text }: Upload, { limits }: ParserDesk): Readings {
  const document = readXml(text, limits);
  if (isRejection(document)) return [document];
  const envelope = child(document.root, 'NewsEnvelope');
  const items = descendants(document.root, 'NewsItem').filter(
    (item) => child(item, 'NewsComponent') !== undefined || child(item, 'Identification') !== undefined,
  );
  if (items.length === 0) return [reject('malformed', 'The NewsML document holds no NewsItem.')];
  return items.map((item) => readItem(item, envelope, document.notes));
}

function readItem(item: Element, envelope: Element | undefined, notes: readonly Note[]): Reading {
  const type = formalName(child(item, 'NewsManagement', 'NewsItemType')) ?? 'News';
  if (child(item, 'NewsComponent') === undefined && child(item, 'Update') !== undefined)
    return reject(
      'unknown-format',
      'This NewsML item only describes a change to another item; please send the whole item.',
    );
  const top = child(item, 'NewsComponent');
  const { texts, titles, summaries, groups, components } = sortOut(top);
  const story = textOfItems(texts);
  const attached = groups.map((group, index) => ({
    ...pictureOf(group),
    id: `picture-${story.body.pictures.length + index + 1}`,
  }));
  const isPicture = texts.length === 0 && attached.length > 0;
  const shared = sharedFields(item, envelope, top, components);
  const { nitf } = story;
  return defined<Draft>({
    ...shared,
    kind: isPicture || /^(?:photo|picture)$/i.test(type) ? 'picture' : 'text',
    headline: shared.headline ?? wordsOf(titles.slice(0, 1)) ?? nitf?.headline ?? story.title,
    standfirst: shared.standfirst ?? wordsOf(summaries) ?? nitf?.standfirst,
    bylines: isPicture ? [] : (shared.bylines ?? []).length > 0 ? shared.bylines : nitf?.bylines,
    dateline: shared.dateline ?? nitf?.dateline,
    body: [...attached.map(({ id }) => ({ type: 'figure', picture: id }) as const), ...story.body.blocks],
    pictures: [...attached, ...story.body.pictures],
    notes,
  });
}

/** What components of words alone say: a headline or a summary. */
function wordsOf(items: readonly Element[]): string | undefined {
  const { blocks } = textOfItems(items).body;
  return blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join(' ') || undefined;
}

function sharedFields(
  item: Element,
  envelope: Element | undefined,
  top: Element | undefined,
  components: readonly Element[],
): Draft {
  const management = child(item, 'NewsManagement');
  const lines = components.flatMap((component) => children(component, 'NewsLines'));
  const rights = descendants(top, 'RightsMetadata')[0];
  const administrative = components.flatMap((component) => children(component, 'AdministrativeMetadata'));
  return defined<Draft>({
    format: 'newsml-1',
    ...identityOf(item),
    status: formalName(child(management, 'Status')),
    signal: formalName(child(management, 'Instruction')),
    language: languageOf(item, top),
    headline: line(lines, 'HeadLine'),
    standfirst: line(lines, 'SubHeadLine'),
    slugline: line(lines, 'SlugLine') ?? textOf(child(item, 'Identification', 'NameLabel')),
    bylines: lines.map(bylinesIn).find((found) => found.length > 0) ?? [],
    dateline: datelineOf(lines),
    body: [],
    pictures: [],
    subjects: subjectsOf(item, top),
    genres: descendants(top, 'Genre')
      .map((genre) => ({ code: formalName(genre) ?? '' }))
      .filter(({ code }) => code !== ''),
    keywords: keywordsOf(lines, top),
    places: placesOf(top),
    urgency: formalName(child(management, 'Urgency')),
    edNotes: [...propertiesOf(top, /^(?:editor\W?s?note|ednote|note)$/i), ...editorLines(lines)],
    copyrightHolder:
      textOf(descendants(rights, 'CopyrightHolder')[0]) ??
      formalName(descendants(descendants(rights, 'CopyrightHolder')[0], 'Party')[0]),
    copyrightNotice: line(lines, 'CopyrightLine'),
    usageTerms: descendants(rights, 'UsageType', 'Limitations')
      .map((terms) => textOf(terms))
      .filter((text) => text !== undefined),
    created: textOf(child(management, 'FirstCreated')),
    versionCreated: textOf(child(management, 'ThisRevisionCreated')) ?? textOf(child(envelope, 'DateAndTime')),
    embargo: embargoOf(management),
    provider:
      partyIn(administrative, 'Provider') ??
      partyOf(child(envelope, 'SentFrom')) ??
      partyIn(administrative, 'Source') ??
      line(lines, 'CreditLine') ??
      textOf(child(item, 'Identification', 'NewsIdentifier', 'ProviderId')),
    links: linksOf(management),
  });
}

/** The public identifier ends in the revision, which is no part of the identity (NewsML 1.2, 5.2.1). Belga's may name nothing but Belga. */
function identityOf(item: Element): Pick<Draft, 'guid' | 'version'> {
  const identifier = child(item, 'Identification', 'NewsIdentifier');
  const [provider, date, id, revision] = ['ProviderId', 'DateId', 'NewsItemId', 'RevisionId'].map((name) =>
    textOf(child(identifier, name)),
  );
  const made =
    provider !== undefined && date !== undefined && id !== undefined
      ? `urn:newsml:${provider}:${date}:${id}`
      : undefined;
  const given = textOf(child(identifier, 'PublicIdentifier'));
  const namesItem =
    given !== undefined && (!/^urn:newsml:/i.test(given) || given.split(':').length >= 5 || id === undefined);
  return defined({ guid: namesItem ? withoutRevision(given, id, revision) : (made ?? given), version: revision });
}

function withoutRevision(given: string, id: string | undefined, revision: string | undefined): string {
  const [, identity, last] = /^(urn:newsml:.+):(\w+)$/i.exec(given) ?? [];
  const isRevision =
    identity !== undefined &&
    revision !== undefined &&
    [revision, `${revision}N`, `${revision}U`, `${revision}A`].includes(last!);
  return isRevision && (identity.split(':').length >= 5 || (id !== undefined && identity.endsWith(id)))
    ? identity
    : given;
}

function all(lines: readonly Element[], name: string): readonly string[] {
  return lines
    .flatMap((each) => children(each, name))
    .map((found) => textOf(found))
    .filter((text) => text !== undefined);
}

function line(lines: readonly Element[], name: string): string | undefined {
  return all(lines, name)[0];
}

/** A title stands in a line of its own behind the name. */
function bylinesIn(lines: Element): readonly string[] {
  const [names, titles] = [all([lines], 'ByLine'), all([lines], 'ByLineTitle')];
  return names.length === 1 && titles.length === 1 ? [`${names[0]!}, ${titles[0]!}`] : names;
}

/** "4/4/2018" is a date and no dateline. */
function datelineOf(lines: readonly Element[]): string | undefined {
  const given = line(lines, 'DateLine');
  return given !== undefined && /\p{L}{2}/u.test(given) ? given : undefined;
}

/** Lines of the wire's own kinds: `<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>…`. */
function editorLines(lines: readonly Element[]): readonly string[] {
  return lines
    .flatMap((each) => children(each, 'NewsLine'))
    .filter((each) => /advisory|note|editor/i.test(formalName(child(each, 'NewsLineType')) ?? ''))
    .map((each) => textOf(child(each, 'NewsLineText')))
    .filter((text) => text !== undefined);
}

/** Embargoed until the moment at which it becomes usable. */
function embargoOf(management: Element | undefined): string | undefined {
  const future = child(management, 'StatusWillChange');
  const turns = formalName(child(future, 'FutureStatus'));
  const isHeld = /embargo|withheld/i.test(formalName(child(management, 'Status')) ?? '');
  return isHeld && (turns === undefined || /usable/i.test(turns)) ? textOf(child(future, 'DateAndTime')) : undefined;
}

function partyIn(metadata: readonly Element[], name: string): string | undefined {
  return metadata.map((each) => partyOf(child(each, name))).find((party) => party !== undefined);
}

function partyOf(element: Element | undefined): string | undefined {
  const party = child(element, 'Party');
  return formalName(party) ?? textOf(party);
}

function linksOf(management: Element | undefined): readonly DraftLink[] {
  const derived = children(management, 'DerivedFrom').map((each) => ({
    rel: 'evolvedFrom',
    uri: attribute(each, 'NewsItem'),
  }));
  const associated = children(management, 'AssociatedWith').map((each) => ({
    rel: 'seeAlso',
    uri: attribute(each, 'NewsItem'),
  }));
  return [...derived, ...associated].filter((link): link is DraftLink => link.uri !== undefined);
}
