// NewsML-G2 2.x: a newsMessage with several items, a bare newsItem, or text with its pictures in a package.
// `<pubStatus qcode="stat:canceled"/>` → status "canceled"; a picture item that a package or a link ties to a text becomes that text's picture.

import type { Draft, DraftLink } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined, readBody } from './body.ts';
import type { Body } from './body.ts';
import { attribute, child, children, descendants, isElement, textOf } from './element.ts';
import type { Element } from './element.ts';
import { readFragment, readHtml } from './markup.ts';
import { edNotesOf } from './newsml-g2/ed-notes.ts';
import { headlineOf, kickerOf, subHeadlineOf, summaryOf } from './newsml-g2/headlines.ts';
import { bylinesOf, conceptOf, loginNotes, partyName, saysSomething } from './newsml-g2/names.ts';
import { joinPictures, linkedPictures, pictureOf, remotePictures } from './newsml-g2/pictures.ts';
import { readNitf } from './nitf.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';
import { readXml } from './xml.ts';

export const newsmlG2: Parser = { format: 'newsml-g2', recognises, parse };

const itemNames = ['newsItem', 'packageItem', 'conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem'];

function recognises({ text }: Upload): boolean {
  const head = text.slice(0, 6000);
  return (
    /<(?:\w+:)?(?:newsMessage|newsItem|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem)[\s>]/.test(
      head,
    ) && !/<NewsML[\s>]/.test(head)
  );
}

function parse({ text }: Upload, { limits }: ParserDesk): Readings {
  const document = readXml(text, limits);
  if (isRejection(document)) return [document];
  const items = itemNames.includes(document.root.name)
    ? [document.root]
    : itemNames.flatMap((name) => descendants(document.root, name));
  if (items.length === 0) return [reject('malformed', 'The NewsML-G2 message holds no item.')];
  return storiesOf(items, document.notes);
}

/** Texts with their pictures, then the pictures nobody claims, then a refusal for every item that is no news. */
function storiesOf(items: readonly Element[], notes: readonly Note[]): Readings {
  const news = items.filter(({ name }) => name === 'newsItem');
  const texts = news.filter((item) => !isPicture(item));
  const pictures = news.filter(isPicture);
  const claims = claimPictures(
    texts,
    pictures,
    items.filter(({ name }) => name === 'packageItem'),
  );
  const claimed = new Set([...claims.values()].flat());
  const stories: Reading[] = texts.map((text) => textOrRefusal(text, claims.get(text) ?? [], notes));
  const alone = pictures.filter((picture) => !claimed.has(picture)).map((picture) => pictureDraft(picture, notes));
  const others = items
    .filter(({ name }) => name !== 'newsItem' && (name !== 'packageItem' || news.length === 0))
    .map(refuseItem);
  return [...stories, ...alone, ...others];
}

function isPicture(item: Element): boolean {
  return /picture|photo|graphic|still/i.test(classOf(item));
}

function classOf(item: Element): string {
  const itemClass = child(item, 'itemMeta', 'itemClass');
  return attribute(itemClass, 'qcode') ?? attribute(itemClass, 'uri') ?? '';
}

const called = new Map([
  ['packageItem', 'a package that only names its items'],
  ['conceptItem', 'a concept item'],
  ['knowledgeItem', 'a knowledge item'],
  ['planningItem', 'a planning item'],
  ['catalogItem', 'a catalog item'],
  ['video', 'a video item'],
  ['audio', 'an audio item'],
  ['animated', 'an animation'],
  ['composite', 'a composite item'],
]);

function refuseItem({ name }: Element): Reading {
  return reject('unknown-format', `This NewsML-G2 is ${called.get(name)}, not a story.`);
}

/** Which pictures belong to which text: by a package that holds both, by a link, or, where nothing says so, because there is one text only. */
function claimPictures(
  texts: readonly Element[],
  pictures: readonly Element[],
  packages: readonly Element[],
): ReadonlyMap<Element, readonly Element[]> {
  const byGuid = new Map(pictures.map((picture) => [attribute(picture, 'guid'), picture] as const));
  const claims = new Map<Element, Element[]>();
  const claim = (text: Element, guids: readonly (string | undefined)[]): void => {
    const found = guids.map((guid) => byGuid.get(guid)).filter((picture) => picture !== undefined);
    claims.set(text, [...new Set([...(claims.get(text) ?? []), ...found])]);
  };
  for (const text of texts)
    claim(
      text,
      descendants(text, 'link').map((link) => attribute(link, 'residref')),
    );
  for (const bundle of packages) {
    const guids = descendants(bundle, 'itemRef').map((reference) => attribute(reference, 'residref'));
    const main = texts.find((text) => guids.includes(attribute(text, 'guid')));
    if (main) claim(main, guids);
  }
  const linked = [...claims.values()].some((found) => found.length > 0);
  if (texts.length === 1 && packages.length === 0 && !linked) claim(texts[0]!, [...byGuid.keys()]);
  return claims;
}

/** A video, a sound or a document may come with words enough for a story, or with none. */
function textOrRefusal(item: Element, pictures: readonly Element[], notes: readonly Note[]): Reading {
  const draft = textDraft(item, pictures, notes);
  const [kind] = /audio|video|animated|composite/i.exec(classOf(item)) ?? [];
  const isEmpty =
    draft.headline === undefined &&
    draft.slugline === undefined &&
    draft.standfirst === undefined &&
    draft.body.length === 0;
  return kind !== undefined && isEmpty
    ? reject('unknown-format', `This NewsML-G2 is ${called.get(kind.toLowerCase())!}, not a story.`)
    : draft;
}

function textDraft(item: Element, pictures: readonly Element[], notes: readonly Note[]): Draft {
  const inner = readContent(item);
  const shared = sharedFields(item);
  const content = child(item, 'contentMeta');
  const sent = pictures.map((picture) => pictureOf(picture));
  const linked = linkedPictures(item).filter(
    ({ uri }) => uri === undefined || !sent.some((picture) => picture.uri === uri),
  );
  const attached = [...sent, ...remotePictures(item), ...linked].map((picture, index) => ({
    ...picture,
    id: `picture-${inner.body.pictures.length + index + 1}`,
  }));
  return defined<Draft>({
    ...inner.nitf,
    ...shared,
    kind: 'text',
    headline: shared.headline ?? inner.nitf?.headline,
    standfirst: summaryOf(content) ?? shared.standfirst ?? inner.nitf?.standfirst,
    bylines: (shared.bylines ?? []).length > 0 ? shared.bylines : inner.nitf?.bylines,
    dateline: datelineOf(content) ?? inner.nitf?.dateline,
    body: inner.body.blocks,
    pictures: joinPictures(inner.body.pictures, attached),
    notes: [...notes, ...loginNotes(content), ...inner.notes],
  });
}

function pictureDraft(item: Element, notes: readonly Note[]): Draft {
  const shared = sharedFields(item);
  const picture = { ...pictureOf(item), id: 'picture-1' };
  return {
    ...shared,
    kind: 'picture',
    bylines: [],
    headline: shared.headline ?? shared.slugline,
    body: [{ type: 'figure', picture: picture.id }],
    pictures: [picture],
    notes,
  };
}

function sharedFields(item: Element): Draft {
  const meta = child(item, 'itemMeta');
  const content = child(item, 'contentMeta');
  const rights = child(item, 'rightsInfo');
  const signals = children(meta, 'signal')
    .map((signal) => localCode(signal))
    .filter((code) => code !== undefined);
  return defined<Draft>({
    format: 'newsml-g2',
    guid: attribute(item, 'guid'),
    version: attribute(item, 'version'),
    status: localCode(child(meta, 'pubStatus')),
    signal: signals.length > 0 ? signals.join(' ') : undefined,
    language: attribute(child(content, 'language'), 'tag') ?? attribute(item, 'lang'),
    kicker: kickerOf(content) ?? sectionOf(meta),
    headline: headlineOf(content) ?? textOf(child(meta, 'title')),
    standfirst: subHeadlineOf(content),
    slugline: textOf(child(content, 'slugline')),
    bylines: bylinesOf(content),
    body: [],
    pictures: [],
    subjects: children(content, 'subject').map(conceptOf).filter(saysSomething),
    genres: children(content, 'genre').map(conceptOf),
    keywords: children(content, 'keyword')
      .map((keyword) => textOf(keyword))
      .filter((text) => text !== undefined),
    places: children(content, 'located').map(conceptOf).filter(saysSomething),
    urgency: textOf(child(content, 'urgency')),
    edNotes: edNotesOf([...children(meta, 'edNote'), ...children(item, 'edNote')]),
    copyrightHolder: partyName(child(rights, 'copyrightHolder')),
    copyrightNotice: textOf(child(rights, 'copyrightNotice')),
    usageTerms: children(rights, 'usageTerms')
      .map((terms) => textOf(terms))
      .filter((text) => text !== undefined),
    created: textOf(child(meta, 'firstCreated')) ?? textOf(child(content, 'contentCreated')),
    versionCreated: textOf(child(meta, 'versionCreated')),
    embargo: textOf(child(meta, 'embargoed')),
    expires: textOf(child(meta, 'expires')),
    provider: partyName(child(meta, 'provider')),
    links: children(meta, 'link')
      .map(linkOf)
      .filter((link) => link !== undefined),
  });
}

/** A service by its name alone is a section; one with a code is a product of the wire: "Europadienst", "UK News Service". */
function sectionOf(meta: Element | undefined): string | undefined {
  const named = children(meta, 'service').filter(
    (service) => attribute(service, 'qcode') === undefined && attribute(service, 'uri') === undefined,
  );
  return named.map((service) => textOf(child(service, 'name'))).find((name) => name !== undefined);
}

/** Some wires put the moment of sending there. */
function datelineOf(content: Element | undefined): string | undefined {
  const given = textOf(child(content, 'dateline'));
  return given !== undefined && /^[\d:.\sTZ+/-]*(?:GMT|UTC)?[\d:+-]*$/.test(given) ? undefined : given;
}

/** `stat:usable` → `usable`; a URI gives its last part. */
function localCode(element: Element | undefined): string | undefined {
  return (attribute(element, 'qcode') ?? attribute(element, 'uri'))?.replace(/^.*[:/]/, '');
}

function linkOf(link: Element): DraftLink | undefined {
  const uri = attribute(link, 'residref') ?? attribute(link, 'guidref') ?? attribute(link, 'href');
  if (!uri) return undefined;
  return defined<DraftLink>({
    rel: attribute(link, 'rel') ?? 'seeAlso',
    uri,
    version: attribute(link, 'version'),
    title: textOf(child(link, 'title')),
  });
}

type Content = { readonly body: Body; readonly nitf?: Draft; readonly notes: readonly Note[] };

/** NITF or XHTML inline, or text; the first that says something, since some wires send the body twice. */
function readContent(item: Element): Content {
  const set = child(item, 'contentSet');
  for (const part of children(set, 'inlineXML', 'inlineData')) {
    const content = part.name === 'inlineXML' ? readInlineXml(part) : readInlineData(part);
    if (content.body.blocks.length > 0 || content.nitf) return content;
  }
  return { body: { blocks: [], pictures: [] }, notes: [] };
}

function readInlineXml(part: Element): Content {
  const fragment = readFragment(part.children.join(''));
  const nitf = child(fragment, 'nitf');
  if (nitf) {
    const draft = readNitf(nitf);
    return { body: { blocks: draft.body, pictures: draft.pictures }, nitf: draft, notes: draft.notes ?? [] };
  }
  return { body: readBody(withoutHeader(fragment)), notes: [] };
}

/** dpa repeats above the text what the item's fields say: tags, time of sending, genre, headlines, byline. */
function withoutHeader(element: Element): Element {
  const kept = element.children.filter(
    (node) => !isElement(node) || node.name !== 'header' || descendants(node, 'h1').length === 0,
  );
  return {
    ...element,
    children: kept.map((node) =>
      isElement(node) && ['html', 'body', 'article'].includes(node.name) ? withoutHeader(node) : node,
    ),
  };
}

/** ANSA declares "text/plain" over HTML: what holds paragraphs in tags is read as markup. */
function readInlineData(part: Element): Content {
  const text = part.children.filter((node) => typeof node === 'string').join('');
  if (/<\/?(?:p|br|div|h\d)\b[^>]*>/i.test(text)) return { body: readBody(readHtml(text)), notes: [] };
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  return {
    body: { blocks: paragraphs.map((paragraph) => ({ type: 'paragraph', text: paragraph })), pictures: [] },
    notes: [],
  };
}
