// ninjs 1.x, 2.x and 3.x, IPTC's news in JSON, as TT, NTB, AAP, the BBC and users of Superdesk send it.
// {"headline":"…","body_html":"<p>…</p>"} and {"headlines":[{"value":"…"}],"bodies":[…]} → the same Draft; associations → pictures.

import type { Draft, DraftPicture } from '../draft.ts';
import { isRejection, reject } from '../outcome.ts';
import type { Limits, Upload } from '../upload.ts';
import { defined } from './body.ts';
import type { JsonObject } from './json-fields.ts';
import { isObject, objectsIn, readJson, textIn, textsIn } from './json-fields.ts';
import { associationsOf, pictureOf, relatedOf } from './ninjs/associations.ts';
import { bodyOf } from './ninjs/bodies.ts';
import {
  bylinesOf,
  byRole,
  conceptsOf,
  descriptionOf,
  fieldsOf,
  headlineOf,
  infoSourceOf,
  linksOf,
  placesOf,
  plain,
  rightsOf,
} from './ninjs/fields.ts';
import type { Parser, ParserDesk, Reading, Readings } from './parser.ts';

export const ninjs: Parser = { format: 'ninjs', recognises, parse };

/** Says so itself, or has an identity and another field of ninjs near the start, and nothing that says JSON Feed or the AP. */
function recognises({ text }: Upload): boolean {
  const head = text.slice(0, 20_000);
  if (
    !/^\s*[{[]/.test(head) ||
    /"version"\s*:\s*"https?:\/\/jsonfeed\.org/.test(head) ||
    /"api_version"\s*:/.test(head)
  )
    return false;
  if (/"name"\s*:\s*"ninjs"|iptc\.org\/std\/ninjs\//.test(head)) return true;
  const fields = new Set([...head.matchAll(fieldNames)].map(([, name]) => name!.toLowerCase()));
  return fields.size >= 2 && [...fields].some((name) => /^(?:uri|guid|headlines?|headline_\w+)$/.test(name));
}

const fieldNames =
  /"(guid|uri|type|title|headlines?|pubstatus|urgency|versioncreated|firstcreated|contentcreated|embargoed(?:until)?|body_\w{1,30}|headline_\w{1,30}|bodies|bylines?|ednote|usageterms|copyrightholder|infosources?|mimetype|slugline|associations|representationtype|digitalsourcetype|places?|subjects?|genres?|altids|description_\w{1,30})"\s*:/gi;

function parse({ text }: Upload, { limits }: ParserDesk): Readings {
  const json = readJson(text);
  if (isRejection(json)) return [json];
  return itemsOf(json.value).flatMap((item) => readItem(item, limits));
}

/** The items of a document: one, a list, or an envelope round a list (`item`, `items`, `_items`). */
function itemsOf(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  for (const name of ['item', 'items', '_items', 'newsItems']) {
    const inside = objectsIn(value, name);
    const isEnvelope = inside.some(
      (item) =>
        textIn(item, 'headline', 'headline_main', 'body_html', 'body_text', 'uri', 'guid') !== undefined ||
        Array.isArray(item['headlines']),
    );
    if (
      inside.length > 0 &&
      isEnvelope &&
      textIn(value, 'headline', 'body_html', 'type') === undefined &&
      !Array.isArray(value['headlines'])
    )
      return inside;
  }
  return [value];
}

const notStories = new Map([
  ['event', 'event'],
  ['planning', 'planning item'],
  ['concept', 'concept'],
  ['audio', 'audio item'],
  ['video', 'video item'],
]);

function readItem(item: JsonObject, limits: Limits): readonly Reading[] {
  const type = (textIn(item, 'type') ?? '').toLowerCase();
  const other = notStories.get(type);
  const said =
    [
      ...fieldsOf(item, 'headline'),
      ...fieldsOf(item, 'body'),
      ...objectsIn(item, 'headlines'),
      ...objectsIn(item, 'bodies'),
    ].length > 0;
  if (other && (!said || type === 'event' || type === 'planning' || type === 'concept'))
    return [
      reject('unknown-format', `This ninjs document is ${/^[aeiou]/.test(other) ? 'an' : 'a'} ${other}, not a story.`),
    ];
  if (type === 'picture' || type === 'graphic') return [pictureDraft(item)];
  return [storyDraft(item, limits)];
}

function storyDraft(item: JsonObject, limits: Limits): Draft {
  const fields = sharedFields(item);
  const { said, blocks, pictures } = bodyOf(item, associationsOf(item), fields.headline, limits);
  return defined<Draft>({
    ...fields,
    kind: 'text',
    kicker: fields.kicker ?? said.kicker,
    // Descriptions are often made of the lead by cutting it off.
    standfirst: said.standfirst ?? fields.standfirst,
    bylines: fields.bylines?.length ? fields.bylines : said.bylines,
    dateline: fields.dateline ?? said.dateline,
    provider: fields.provider ?? infoSourceOf(item),
    body: blocks,
    pictures,
    links: [...(fields.links ?? []), ...relatedOf(item)],
  });
}

function pictureDraft(item: JsonObject): Draft {
  const picture: DraftPicture = { ...pictureOf(item), id: 'picture-1' };
  return defined<Draft>({
    ...sharedFields(item),
    kind: 'picture',
    bylines: [],
    standfirst: undefined,
    body: [{ type: 'figure', picture: 'picture-1' }],
    pictures: [picture],
  });
}

function sharedFields(item: JsonObject): Draft {
  const { holder, notice, usage } = rightsOf(item);
  return defined<Draft>({
    format: 'ninjs',
    guid:
      textIn(item, 'guid', 'uri') ??
      objectsIn(item, 'altids')
        .map((id) => textIn(id, 'value'))
        .find((id) => id !== undefined),
    version: textIn(item, 'version', 'item_version'),
    status: textIn(item, 'pubstatus', 'pubStatus'),
    signal: textIn(item, 'signal'),
    language: textIn(item, 'language'),
    kicker:
      plain(textIn(item, 'kicker', 'headline_kicker')) ??
      byRole(item, 'headlines', /kicker|over|strap/i) ??
      objectsIn(item, 'service')
        .map((service) => textIn(service, 'name'))
        .find((name) => name !== undefined),
    headline: headlineOf(item) ?? plain(textIn(item, 'title')),
    slugline: textIn(item, 'slugline', 'slug'),
    standfirst: descriptionOf(item),
    bylines: bylinesOf(item),
    dateline: textIn(item, 'dateline'),
    body: [],
    pictures: [],
    subjects: conceptsOf(
      item,
      'subject',
      'subjects',
      'object',
      'objects',
      'organisation',
      'organisations',
      'person',
      'people',
      'event',
      'events',
    ),
    genres: conceptsOf(item, 'genre', 'genres'),
    keywords: [...textsIn(item, 'keywords'), ...textsIn(item, 'keyword')],
    places: placesOf(item),
    urgency: textIn(item, 'urgency'),
    edNotes: [textIn(item, 'ednote', 'edNote')].filter((note) => note !== undefined),
    copyrightHolder: holder,
    copyrightNotice: notice,
    usageTerms: usage,
    created: textIn(item, 'firstcreated', 'firstCreated', 'contentcreated', 'contentCreated'),
    versionCreated: textIn(item, 'versioncreated', 'versionCreated'),
    embargo: textIn(item, 'embargoed', 'embargoedUntil', 'embargoeduntil'),
    expires: textIn(item, 'expires', 'expirationdate'),
    provider:
      textIn(item, 'source', 'provider') ??
      objectsIn(item, 'provider')
        .map((provider) => textIn(provider, 'name'))
        .find((name) => name !== undefined),
    links: linksOf(item),
  });
}
