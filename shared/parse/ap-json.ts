// The AP Media API's JSON: an item, or a feed of items, in its envelope; the story's NITF where it was fetched along.
// {"data":{"item":{"headline":"…","bylines":[{"by":"By JANE DOE"}],"description_creditline":"…"}}} → headline, byline, credit.

import type { Draft, DraftPicture, DraftRendition } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Concept } from '../story.ts';
import type { Limits, Upload } from '../upload.ts';
import { defined, readBody, safeAddress } from './body.ts';
import type { Body } from './body.ts';
import type { JsonObject } from './json-fields.ts';
import { isObject, objectIn, objectsIn, readJson, textIn, textsIn } from './json-fields.ts';
import { readHtml } from './markup.ts';
import { plain } from './ninjs/fields.ts';
import { readNitf } from './nitf.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';
import { readXml } from './xml.ts';

export const apJson: Parser = { format: 'ap-json', recognises, parse };

function recognises({ text }: Upload): boolean {
  const head = text.slice(0, 20_000);
  return (
    /^\s*\{/.test(head) &&
    !/"name"\s*:\s*"ninjs"/.test(head) &&
    /"(?:itemid|friendlykey|editorialpriority|editorialid|referenceid|transref)"\s*:/.test(head) &&
    /"(?:api_version|altids|headline|renditions)"\s*:/.test(head)
  );
}

function parse({ text }: Upload, { limits }: ParserDesk): Readings {
  const json = readJson(text);
  if (isRejection(json)) return [json];
  const items = isObject(json.value) ? itemsOf(json.value) : [];
  return items.length === 0
    ? [reject('malformed', 'The AP document holds no item.')]
    : items.map((item) => readItem(item, limits));
}

/** `{data: {item}}`, `{data: {items: [{item}]}}`, or the item by itself; its text may lie beside `data`. */
function itemsOf(document: JsonObject): readonly JsonObject[] {
  const data = objectIn(document, 'data') ?? document;
  const listed = objectsIn(data, 'items').map((entry) => objectIn(entry, 'item') ?? entry);
  if (listed.length > 0) return listed;
  const item = objectIn(data, 'item');
  const fetched = document['nitf'] === undefined ? {} : { nitf: document['nitf'] };
  return item ? [{ ...fetched, ...item }] : textIn(data, 'headline', 'title', 'type') !== undefined ? [data] : [];
}

function readItem(item: JsonObject, limits: Limits): Reading {
  const type = textIn(item, 'type') ?? 'text';
  if (type === 'picture' || type === 'graphic') return pictureDraft(item);
  if (/^(?:video|audio|complexdata)$/.test(type))
    return reject('unknown-format', `This AP document is of the type ${type}, not a story.`);
  return storyDraft(item, limits);
}

function storyDraft(item: JsonObject, limits: Limits): Draft {
  const nitf = nitfOf(item, limits);
  const pictures = associationsOf(item);
  const own: Body = nitf ? { blocks: nitf.body, pictures: nitf.pictures } : bodyOf(item);
  const added = pictures.map((picture, index) => ({ ...picture, id: `picture-${own.pictures.length + index + 1}` }));
  const shared = sharedFields(item);
  const bylines = bylinesOf(item);
  return defined<Draft>({
    ...nitf,
    ...shared,
    kind: 'text',
    headline: shared.headline ?? nitf?.headline,
    bylines: bylines.length > 0 ? bylines : nitf?.bylines,
    dateline: nitf?.dateline ?? textIn(item, 'dateline'),
    body: [...added.map(({ id }) => ({ type: 'figure', picture: id }) as const), ...own.blocks],
    pictures: [...added, ...own.pictures],
  });
}

function pictureDraft(item: JsonObject): Draft {
  const picture = { ...pictureOf(item), id: 'picture-1' };
  return defined<Draft>({
    ...sharedFields(item),
    kind: 'picture',
    body: [{ type: 'figure', picture: 'picture-1' }],
    pictures: [picture],
  });
}

function sharedFields(item: JsonObject): Draft {
  const [slugline, takeKey] = splitSlug(textIn(item, 'slugline'));
  return defined<Draft>({
    format: 'ap-json',
    guid: textIn(objectIn(item, 'altids'), 'itemid') ?? textIn(item, 'itemid', 'uri'),
    version: textIn(item, 'version'),
    status: textIn(item, 'pubstatus'),
    signal: textsIn(item, 'signals').find((signal) => /correct|kill|update|withdraw|takedown/i.test(signal)),
    language: textIn(item, 'language'),
    headline: plain(
      isLonger(item) ? textIn(item, 'headline_extended') : textIn(item, 'headline', 'headline_extended', 'title'),
    ),
    slugline,
    takeKey,
    standfirst: standfirstOf(item),
    body: [],
    pictures: [],
    subjects: [
      ...conceptsOf(item, 'subject'),
      ...conceptsOf(item, 'organisation'),
      ...conceptsOf(item, 'person'),
      ...conceptsOf(item, 'event'),
    ],
    genres: conceptsOf(item, 'genre'),
    keywords: textsIn(item, 'keywords'),
    places: conceptsOf(item, 'place'),
    urgency: textIn(item, 'urgency'),
    edNotes: textsIn(item, 'ednote'),
    copyrightHolder: textIn(item, 'copyrightholder'),
    copyrightNotice: plain(textIn(item, 'copyrightnotice')),
    usageTerms: textsIn(item, 'usageterms'),
    created: textIn(item, 'firstcreated'),
    versionCreated: textIn(item, 'versioncreated'),
    embargo: textIn(item, 'embargoed'),
    expires: textIn(item, 'expires'),
    provider: textIn(item, 'provider'),
    links: textIn(item, 'evolvedfrom') === undefined ? [] : [{ rel: 'evolvedFrom', uri: textIn(item, 'evolvedfrom')! }],
  });
}

/** The extended headline is the headline with more words, or a sentence of its own that most summaries begin with. */
function isLonger(item: JsonObject): boolean {
  return textIn(item, 'headline_extended')?.startsWith(textIn(item, 'headline') ?? '\n') ?? false;
}

function standfirstOf(item: JsonObject): string | undefined {
  return plain(
    textIn(item, 'description_summary', 'headline_summary') ??
      (isLonger(item) ? undefined : textIn(item, 'headline_extended')),
  );
}

/** "BC-BBN--Top Ten,1st Ld-Writethru" → the slug without its distribution mark, and the take key. */
function splitSlug(given: string | undefined): readonly [string?, string?] {
  if (given === undefined) return [];
  const [slug = '', ...take] = given.replace(/^BC-/, '').split(',');
  return take.length > 0 ? [slug.trim(), take.join(',').trim()] : [slug.trim()];
}

function bylinesOf(item: JsonObject): readonly string[] {
  return objectsIn(item, 'bylines')
    .map((person) => {
      const by = textIn(person, 'by', 'byline', 'name');
      const title = textIn(person, 'title', 'byline_title', 'jobtitle');
      return by !== undefined && title !== undefined ? `${by}, ${title}` : by;
    })
    .filter((text) => text !== undefined);
}

/** Each concept once: the AP repeats one for every relation. */
function conceptsOf(item: JsonObject, name: string): readonly Concept[] {
  const concepts = objectsIn(item, name).map((given) =>
    defined<Concept>({
      scheme:
        textIn(given, 'scheme') ??
        textsIn(given, 'rels')
          .map((rel) => relSchemes.get(rel))
          .find((scheme) => scheme !== undefined),
      code: textIn(given, 'code'),
      name: textIn(given, 'name'),
    }),
  );
  return [
    ...new Map(
      concepts
        .filter(({ code, name: called }) => code !== undefined || called !== undefined)
        .map((concept) => [
          `${concept.scheme ?? ''} ${concept.code ?? ''} ${concept.code ? '' : concept.name}`,
          concept,
        ]),
    ).values(),
  ];
}

const relSchemes = new Map([
  ['category', 'apcategorycode'],
  ['suppcategory', 'apsupplementalcategory'],
]);

/** The NITF document fetched along with the item, under whichever name the client kept it. */
function nitfOf(item: JsonObject, limits: Limits): Draft | undefined {
  const text = [
    textIn(item, 'nitf', 'body_nitf'),
    textIn(objectIn(item, 'nitf'), 'content', 'data', 'body'),
    textIn(objectIn(item, 'renditions', 'nitf'), 'content', 'data', 'body'),
  ].find((found) => found !== undefined && /<nitf[\s>]|<body[.\s>]/.test(found));
  if (text === undefined) return undefined;
  const document = readXml(text, limits);
  return isRejection(document) ? undefined : readNitf(document.root);
}

function bodyOf(item: JsonObject): Body {
  const html =
    textIn(item, 'body_html', 'body_nitf', 'body', 'body_text') ?? textIn(objectIn(item, 'nitf'), 'body_html');
  if (html === undefined) return { blocks: [], pictures: [] };
  if (/<\w+[^>]*>/.test(html)) return readBody(readHtml(html));
  return {
    blocks: html
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((text) => ({ type: 'paragraph', text })),
    pictures: [],
  };
}

function associationsOf(item: JsonObject): readonly Omit<DraftPicture, 'id'>[] {
  const given = item['associations'];
  const listed = Array.isArray(given) ? given : isObject(given) ? Object.values(given) : [];
  return listed
    .filter(isObject)
    .filter((each) => /^(?:picture|graphic)$/.test(textIn(each, 'type') ?? ''))
    .map(pictureOf);
}

function pictureOf(item: JsonObject): Omit<DraftPicture, 'id'> {
  const renditions = renditionsOf(item);
  const main =
    renditions.find(({ name }) => /^main/i.test(name)) ??
    renditions.toSorted((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0))[0];
  const photographer = objectIn(item, 'photographer');
  return defined<Omit<DraftPicture, 'id'>>({
    headline: plain(textIn(item, 'headline', 'title')),
    caption: plain(textIn(item, 'description_caption', 'caption')),
    altText: textIn(item, 'alttext', 'description_alttext'),
    credit: textIn(item, 'description_creditline', 'creditline'),
    creator: textIn(photographer, 'name'),
    creatorTitle: textIn(photographer, 'title'),
    source:
      textIn(item, 'description_creditline') === undefined
        ? (objectsIn(item, 'infosource')
            .map((source) => textIn(source, 'name'))
            .find((name) => name !== undefined) ?? textIn(item, 'provider'))
        : undefined,
    copyrightNotice: plain(textIn(item, 'copyrightnotice')),
    usageTerms: textsIn(item, 'usageterms').join(' ') || undefined,
    href: main?.href,
    fileName: objectsIn(objectIn(item, 'renditions'), 'main')
      .map((rendition) => textIn(rendition, 'originalfilename'))
      .find((name) => name !== undefined),
    uri: textIn(objectIn(item, 'altids'), 'itemid') ?? textIn(item, 'uri'),
    mediaType: main?.mediaType,
    width: main?.width,
    height: main?.height,
    taken: textIn(item, 'firstcreated'),
    place:
      [textIn(objectIn(item, 'datelinelocation'), 'city'), textIn(objectIn(item, 'datelinelocation'), 'countryname')]
        .filter((part) => part !== undefined)
        .join(', ') || undefined,
    keywords: textsIn(item, 'keywords').length > 0 ? textsIn(item, 'keywords') : undefined,
    renditions: renditions.length > 0 ? renditions : undefined,
  });
}

/** Pictures only: the list also holds the story's text in other formats. */
function renditionsOf(item: JsonObject): readonly DraftRendition[] {
  return Object.entries(objectIn(item, 'renditions') ?? {}).flatMap(([name, each]): readonly DraftRendition[] => {
    const href = isObject(each) ? safeAddress(textIn(each, 'href')) : undefined;
    if (!isObject(each) || href === undefined || (textIn(each, 'type') ?? 'picture') !== 'picture') return [];
    return [
      defined<DraftRendition>({
        name,
        href,
        mediaType: textIn(each, 'mimetype'),
        width: textIn(each, 'width'),
        height: textIn(each, 'height'),
        bytes: textIn(each, 'sizeinbytes'),
      }),
    ];
  });
}
