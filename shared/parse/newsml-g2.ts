// NewsML-G2 2.x: a newsMessage with several items, a bare newsItem, or text with its pictures in a package.
// `<pubStatus qcode="stat:canceled"/>` → status "canceled"; a picture item that a package or a link ties to a text becomes that text's picture.

import type { Draft, DraftLink, DraftPicture, DraftRendition } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Concept, Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined, fileNameOf, readBody, safeAddress } from './body.ts';
import type { Body } from './body.ts';
import { attribute, child, children, descendants, textOf } from './element.ts';
import type { Element } from './element.ts';
import { readFragment, readHtml } from './markup.ts';
import { readNitf } from './nitf.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';
import { readXml } from './xml.ts';

export const newsmlG2: Parser = { format: 'newsml-g2', recognises, parse };

const itemNames = ['newsItem', 'packageItem', 'conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem'];

function recognises({ text }: Upload): boolean {
  const head = text.slice(0, 6000);
  return /<(?:\w+:)?(?:newsMessage|newsItem|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem)[\s>]/.test(head) && !/<NewsML[\s>]/.test(head);
}

function parse({ text }: Upload, { limits }: ParserDesk): Readings {
  const document = readXml(text, limits);
  if (isRejection(document)) return [document];
  const items = itemNames.includes(document.root.name) ? [document.root] : itemNames.flatMap((name) => descendants(document.root, name));
  if (items.length === 0) return [reject('malformed', 'The NewsML-G2 message holds no item.')];
  return storiesOf(items, document.notes);
}

/** Texts with their pictures, then the pictures nobody claims, then a refusal for every item that is no news. */
function storiesOf(items: readonly Element[], notes: readonly Note[]): Readings {
  const news = items.filter(({ name }) => name === 'newsItem');
  const texts = news.filter((item) => !isPicture(item));
  const pictures = news.filter(isPicture);
  const claims = claimPictures(texts, pictures, items.filter(({ name }) => name === 'packageItem'));
  const claimed = new Set([...claims.values()].flat());
  const stories: Reading[] = texts.map((text) => textDraft(text, claims.get(text) ?? [], notes));
  const alone = pictures.filter((picture) => !claimed.has(picture)).map((picture) => pictureDraft(picture, notes));
  const others = items.filter(({ name }) => name !== 'newsItem' && (name !== 'packageItem' || news.length === 0)).map(refuseItem);
  return [...stories, ...alone, ...others];
}

function isPicture(item: Element): boolean {
  return /picture|photo|graphic|still/i.test(attribute(child(item, 'itemMeta', 'itemClass'), 'qcode') ?? attribute(child(item, 'itemMeta', 'itemClass'), 'uri') ?? '');
}

const called = new Map([
  ['packageItem', 'package that only names its items'],
  ['conceptItem', 'concept item'],
  ['knowledgeItem', 'knowledge item'],
  ['planningItem', 'planning item'],
  ['catalogItem', 'catalog item'],
]);

function refuseItem({ name }: Element): Reading {
  return reject('unknown-format', `This NewsML-G2 is a ${called.get(name)}, not a story.`);
}

/** Which pictures belong to which text: by a package that holds both, by a link, or, where nothing says so, because there is one text only. */
function claimPictures(texts: readonly Element[], pictures: readonly Element[], packages: readonly Element[]): ReadonlyMap<Element, readonly Element[]> {
  const byGuid = new Map(pictures.map((picture) => [attribute(picture, 'guid'), picture] as const));
  const claims = new Map<Element, Element[]>();
  const claim = (text: Element, guids: readonly (string | undefined)[]): void => {
    const found = guids.map((guid) => byGuid.get(guid)).filter((picture) => picture !== undefined);
    claims.set(text, [...new Set([...(claims.get(text) ?? []), ...found])]);
  };
  for (const text of texts) claim(text, descendants(text, 'link').map((link) => attribute(link, 'residref')));
  for (const bundle of packages) {
    const guids = descendants(bundle, 'itemRef').map((reference) => attribute(reference, 'residref'));
    const main = texts.find((text) => guids.includes(attribute(text, 'guid')));
    if (main) claim(main, guids);
  }
  const linked = [...claims.values()].some((found) => found.length > 0);
  if (texts.length === 1 && packages.length === 0 && !linked) claim(texts[0]!, [...byGuid.keys()]);
  return claims;
}

function textDraft(item: Element, pictures: readonly Element[], notes: readonly Note[]): Draft {
  const inner = readContent(item);
  const shared = sharedFields(item);
  const content = child(item, 'contentMeta');
  const attached = pictures.map((picture, index) => pictureOf(picture, `picture-${inner.body.pictures.length + index + 1}`));
  return defined<Draft>({
    ...inner.nitf,
    ...shared,
    kind: 'text',
    headline: shared.headline ?? inner.nitf?.headline,
    standfirst: descriptionOf(content, /summary|abstract|teaser|lead|synopsis/i) ?? inner.nitf?.standfirst,
    bylines: (shared.bylines ?? []).length > 0 ? shared.bylines : inner.nitf?.bylines,
    dateline: datelineOf(content) ?? inner.nitf?.dateline,
    body: inner.body.blocks,
    pictures: joinPictures(inner.body.pictures, attached),
    notes: [...notes, ...inner.notes],
  });
}

/** A picture both drawn in the body and sent as an item is one picture: the item knows more. */
function joinPictures(inBody: readonly DraftPicture[], items: readonly DraftPicture[]): readonly DraftPicture[] {
  const isSame = (a: DraftPicture, b: DraftPicture): boolean =>
    (a.href !== undefined && (a.href === b.href || (b.renditions ?? []).some(({ href }) => href === a.href))) || (a.fileName !== undefined && a.fileName === b.fileName);
  const taken = new Set<DraftPicture>();
  const joined = inBody.map((picture) => {
    const item = items.find((candidate) => isSame(picture, candidate));
    if (item) taken.add(item);
    return item ? defined({ ...item, ...picture, ...item, id: picture.id }) : picture;
  });
  return [...joined, ...items.filter((item) => !taken.has(item))];
}

function pictureDraft(item: Element, notes: readonly Note[]): Draft {
  const shared = sharedFields(item);
  const picture = pictureOf(item, 'picture-1');
  return { ...shared, kind: 'picture', bylines: [], headline: shared.headline ?? shared.slugline, body: [{ type: 'figure', picture: picture.id }], pictures: [picture], notes };
}

function sharedFields(item: Element): Draft {
  const meta = child(item, 'itemMeta');
  const content = child(item, 'contentMeta');
  const rights = child(item, 'rightsInfo');
  const signals = children(meta, 'signal').map((signal) => localCode(signal)).filter((code) => code !== undefined);
  return defined<Draft>({
    format: 'newsml-g2',
    guid: attribute(item, 'guid'),
    version: attribute(item, 'version'),
    status: localCode(child(meta, 'pubStatus')),
    signal: signals.length > 0 ? signals.join(' ') : undefined,
    language: attribute(child(content, 'language'), 'tag') ?? attribute(item, 'lang'),
    kicker: children(meta, 'service').map((service) => textOf(child(service, 'name'))).find((name) => name !== undefined),
    headline: headlineOf(content) ?? textOf(child(meta, 'title')),
    slugline: textOf(child(content, 'slugline')),
    bylines: bylinesOf(content),
    body: [],
    pictures: [],
    subjects: children(content, 'subject').map(conceptOf).filter(saysSomething),
    genres: children(content, 'genre').map(conceptOf),
    keywords: children(content, 'keyword').map((keyword) => textOf(keyword)).filter((text) => text !== undefined),
    places: children(content, 'located').map(conceptOf).filter(saysSomething),
    urgency: textOf(child(content, 'urgency')),
    edNotes: [...children(meta, 'edNote'), ...children(item, 'edNote')].map((note) => textOf(note)).filter((text) => text !== undefined),
    copyrightHolder: partyName(child(rights, 'copyrightHolder')),
    copyrightNotice: textOf(child(rights, 'copyrightNotice')),
    usageTerms: children(rights, 'usageTerms').map((terms) => textOf(terms)).filter((text) => text !== undefined),
    created: textOf(child(meta, 'firstCreated')) ?? textOf(child(content, 'contentCreated')),
    versionCreated: textOf(child(meta, 'versionCreated')),
    embargo: textOf(child(meta, 'embargoed')),
    expires: textOf(child(meta, 'expires')),
    provider: partyName(child(meta, 'provider')),
    links: children(meta, 'link').map(linkOf).filter((link) => link !== undefined),
  });
}

/** The headline without a role, or with one that means the main one; a kicker, short or sub headline only where there is no other. */
function headlineOf(content: Element | undefined): string | undefined {
  const all = children(content, 'headline').map((headline) => ({ role: attribute(headline, 'role') ?? '', text: textOf(headline) }));
  const main = all.find(({ role, text }) => text && !/sub|short|kicker|over|dach|strap|sms|alert|tag/i.test(role));
  return (main ?? all.find(({ text }) => text))?.text;
}

/** Some wires put the moment of sending there. */
function datelineOf(content: Element | undefined): string | undefined {
  const given = textOf(child(content, 'dateline'));
  return given !== undefined && /^[\d:.\sTZ+/-]*(?:GMT|UTC)?[\d:+-]*$/.test(given) ? undefined : given;
}

function descriptionOf(content: Element | undefined, role: RegExp): string | undefined {
  const found = children(content, 'description').find((description) => role.test(attribute(description, 'role') ?? ''));
  return textOf(found);
}

/** `by` says it in words; else the creators do, with their job titles. */
function bylinesOf(content: Element | undefined): readonly string[] {
  const said = children(content, 'by').map((by) => textOf(by)).filter((text) => text !== undefined);
  if (said.length > 0) return said;
  // Whoever supplies the story did not write it by that.
  const suppliers = new Set(['creditline', 'infoSource', 'provider'].flatMap((name) => children(content, name)).map((party) => partyName(party)?.toLowerCase()));
  const writers = children(content, 'creator').filter((creator) => !suppliers.has(partyName(creator)?.toLowerCase()) && !/organisation|organization/i.test(attribute(creator, 'type') ?? ''));
  return writers.map((creator) => {
    const title = descendants(creator, 'related').map((related) => textOf(child(related, 'name'))).find((text) => text !== undefined);
    const name = partyName(creator);
    return name && title ? `${name}, ${title}` : name;
  }).filter((text) => text !== undefined);
}

/** The name in words; else a literal or the local part of a code, as long as it looks like a name and not like a number. */
function partyName(party: Element | undefined): string | undefined {
  const name = textOf(child(party, 'name')) ?? textOf(party);
  if (name) return name;
  const code = attribute(party, 'literal') ?? attribute(party, 'qcode')?.replace(/^[^:]*:/, '');
  return code && /\p{L}/u.test(code) && !/^\w*\d{3,}\w*$/.test(code) ? code : undefined;
}

function saysSomething({ code, name }: Concept): boolean {
  return code !== undefined || name !== undefined;
}

function conceptOf(element: Element): Concept {
  const code = attribute(element, 'qcode');
  const colon = code?.indexOf(':') ?? -1;
  return defined<Concept>({
    scheme: code && colon > 0 ? code.slice(0, colon) : undefined,
    code: code && colon > 0 ? code.slice(colon + 1) : (code ?? attribute(element, 'uri') ?? attribute(element, 'literal')),
    name: textOf(child(element, 'name')),
  });
}

/** `stat:usable` → `usable`; a URI gives its last part. */
function localCode(element: Element | undefined): string | undefined {
  return (attribute(element, 'qcode') ?? attribute(element, 'uri'))?.replace(/^.*[:/]/, '');
}

function linkOf(link: Element): DraftLink | undefined {
  const uri = attribute(link, 'residref') ?? attribute(link, 'guidref') ?? attribute(link, 'href');
  if (!uri) return undefined;
  return defined<DraftLink>({ rel: attribute(link, 'rel') ?? 'seeAlso', uri, version: attribute(link, 'version'), title: textOf(child(link, 'title')) });
}

function pictureOf(item: Element, id: string): DraftPicture {
  const content = child(item, 'contentMeta');
  const rights = child(item, 'rightsInfo');
  const renditions = children(child(item, 'contentSet'), 'remoteContent').map(renditionOf).filter((rendition) => rendition !== undefined);
  const best = renditions.toSorted((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0))[0];
  const creator = children(content, 'creator').map((party) => partyName(party)).find((name) => name !== undefined);
  return defined<DraftPicture>({
    id,
    uri: attribute(item, 'guid'),
    headline: headlineOf(content),
    caption: descriptionOf(content, /caption|descr/i) ?? textOf(child(content, 'description')),
    altText: descriptionOf(content, /alt/i),
    credit: textOf(child(content, 'creditline')),
    creator: creator ?? textOf(child(content, 'by')),
    source: children(content, 'infoSource').map((party) => partyName(party)).find((name) => name !== undefined),
    copyrightHolder: partyName(child(rights, 'copyrightHolder')),
    copyrightNotice: textOf(child(rights, 'copyrightNotice')),
    usageTerms: textOf(child(rights, 'usageTerms')),
    href: best?.href,
    fileName: textOf(child(item, 'itemMeta', 'fileName')) ?? fileNameOf(best?.href),
    mediaType: best?.mediaType,
    width: best?.width,
    height: best?.height,
    taken: textOf(child(content, 'contentCreated')),
    place: children(content, 'located').map((place) => textOf(child(place, 'name'))).find((name) => name !== undefined),
    keywords: children(content, 'keyword').map((keyword) => textOf(keyword)).filter((text) => text !== undefined),
    renditions,
  });
}

function renditionOf(remote: Element): DraftRendition | undefined {
  const href = safeAddress(attribute(remote, 'href'));
  if (!href) return undefined;
  return defined<DraftRendition>({
    name: attribute(remote, 'rendition')?.replace(/^[^:]*:/, '') ?? 'original',
    href,
    mediaType: attribute(remote, 'contenttype'),
    width: attribute(remote, 'width'),
    height: attribute(remote, 'height'),
    bytes: attribute(remote, 'size'),
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
    return { body: { blocks: draft.body, pictures: draft.pictures }, nitf: draft, notes: [] };
  }
  return { body: readBody(fragment), notes: [] };
}

/** ANSA declares "text/plain" over HTML: what holds paragraphs in tags is read as markup. */
function readInlineData(part: Element): Content {
  const text = part.children.filter((node) => typeof node === 'string').join('');
  if (/<\/?(?:p|br|div|h\d)\b[^>]*>/i.test(text)) return { body: readBody(readHtml(text)), notes: [] };
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim()).filter((paragraph) => paragraph !== '');
  return { body: { blocks: paragraphs.map((paragraph) => ({ type: 'paragraph', text: paragraph })), pictures: [] }, notes: [] };
}
