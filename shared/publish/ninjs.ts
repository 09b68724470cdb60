// ninjs 3.1, IPTC's news in JSON: a story with its pictures as associations. ninjs has no credit line: it stands as a description
// of that role, and its parties as infoSources.

import type { BylinePerson, Concept, Picture, Story, StoryLink } from '../story.ts';
import { feedUrl, identifierOf, isUri, pageUrl } from './addresses.ts';
import { writeDatelinedBody } from './blocks.ts';
import { channelTitle, languageTag } from './channels.ts';
import { oneLine } from './clean-text.ts';
import type { Entry, Feed, Format, Site } from './feed.ts';
import { writeJson } from './json.ts';
import { copyrightOf, creditOf, shotsOf, usageOf } from './pictures.ts';
import { schemeAlias, schemeUri } from './schemes.rules.ts';
import { headlineOf, noticeOf } from './summary.ts';

export const ninjs: Format = {
  name: 'ninjs',
  extension: 'ninjs',
  mediaType: 'application/json',
  feed: writeFeed,
  document: writeDocument,
};

const standard = { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' };
const partyRoles = 'http://cv.iptc.org/newscodes/contentprodpartyrole/';

function writeDocument(entry: Entry, site: Site): string {
  return writeJson({ standard, ...makeStory(entry, site) });
}

/** ninjs knows single items only: a channel is a composite item with its stories as associations. */
function writeFeed({ site, channel, entries, updatedAt, day }: Feed): string {
  const title = channelTitle(channel, site);
  return writeJson({
    standard,
    uri: feedUrl(site, channel.name, ninjs.extension, day),
    type: 'composite',
    representationType: 'full',
    versionCreated: updatedAt,
    pubStatus: 'usable',
    language: languageTag(channel.language ?? '') ?? languageTag(site.language),
    title,
    headlines: [{ role: 'main', value: title }],
    associations: entries.map((entry, place) => ({
      name: `story-${place + 1}`,
      rel: 'item',
      ...makeStory(entry, site),
    })),
  });
}

function makeStory(entry: Entry, site: Site): object {
  const { story } = entry;
  const { kind, status, urgency, slugline, byline, expiresAt, usageTerms } = story;
  const killed = status === 'canceled';
  return {
    uri: identifierOf(site, story.uri),
    type: kind,
    representationType: 'full',
    ...versionOf(story),
    urgency: urgency !== undefined && urgency >= 1 && urgency <= 9 ? Math.trunc(urgency) : undefined,
    ...rightsOf(story.copyright?.holder, copyrightOf(story), usageTerms),
    edNote: noticeOf(entry) || story.edNote,
    descriptions: killed ? [] : texts({ summary: story.standfirst }),
    bodies: [{ role: 'main', contentType: 'text/html', value: killed ? '' : writeDatelinedBody(story) }],
    headlines: texts({ main: headlineOf(story), kicker: story.kicker }),
    ...conceptsOf(story),
    infoSources: sourcesOf(story),
    title: [slugline, story.takeKey]
      .map((part) => oneLine(part ?? ''))
      .filter(Boolean)
      .join(' '),
    by: oneLine(byline?.line ?? ''),
    slugline: oneLine(slugline ?? ''),
    located: oneLine(story.dateline?.place ?? ''),
    associations: killed
      ? []
      : [...story.pictures.map((picture) => makePicture(picture, story, site)), ...story.links.flatMap(makeLink)],
    altIds: oneLine(story.uri) === identifierOf(site, story.uri) ? [] : [{ role: 'guid', value: story.uri }],
    expires: expiresAt,
  };
}

function versionOf({ version, firstCreatedAt, versionCreatedAt, embargoedUntil, status, language }: Story): object {
  return {
    version: String(version),
    firstCreated: firstCreatedAt,
    versionCreated: versionCreatedAt,
    embargoedUntil,
    pubStatus: status,
    language: languageTag(language),
  };
}

function rightsOf(holder: string | undefined, notice: string | undefined, terms: string | undefined): object {
  return { copyrightHolder: oneLine(holder ?? ''), copyrightNotice: notice, usageTerms: terms };
}

/** `{main: "…", kicker: undefined}` → one text with its role. */
function texts(byRole: Readonly<Record<string, string | undefined>>): readonly object[] {
  return Object.entries(byRole)
    .filter(([, value]) => value?.trim())
    .map(([role, value]) => ({ role, contentType: 'text/plain', value }));
}

function conceptsOf({ subjects, keywords, genres, places }: Story): object {
  return {
    subjects: [...subjects.map(makeConcept), ...keywords.map((name) => ({ name: oneLine(name), rel: 'keyword' }))],
    genres: genres.map(makeConcept),
    places: places.map(makeConcept),
  };
}

/** Vocabularies that IPTC's catalog knows have addresses; codes of others stay literals. */
function makeConcept({ scheme = '', code = '', name = '' }: Concept): object {
  const alias = schemeAlias(oneLine(scheme));
  const uri = alias && schemeUri(alias) + encodeURIComponent(oneLine(code));
  return { name: oneLine(name), ...(oneLine(code) && (uri && isUri(uri) ? { uri } : { literal: oneLine(code) })) };
}

function sourcesOf({ byline, provider, dateline }: Story): readonly object[] {
  const people = (byline?.people ?? []).map(makePerson);
  const organisations = (byline?.organisations ?? []).map((name) => makeSource(name, 'author'));
  const source = oneLine(dateline?.source ?? '');
  return [
    ...people,
    ...organisations,
    makeSource(source === oneLine(provider) ? '' : source, 'contentSource'),
    makeSource(provider, 'distributor'),
  ].flat();
}

function makeSource(name: string, role: string): readonly object[] {
  return oneLine(name) ? [{ name: oneLine(name), role: partyRoles + role }] : [];
}

/** Roles that IPTC has no code for go by the newsroom's word. */
function makePerson({ name, role, contact }: BylinePerson): readonly object[] {
  const reach = oneLine(contact ?? '');
  const contactInfo = reach ? [{ type: /^[^@\s]+@[^@\s]+$/.test(reach) ? 'email' : 'account', value: reach }] : [];
  return oneLine(name)
    ? [
        {
          name: oneLine(name),
          role: role === undefined ? `${partyRoles}author` : role === 'editor' ? `${partyRoles}editor` : oneLine(role),
          contactInfo,
        },
      ]
    : [];
}

function makePicture(picture: Picture, story: Story, site: Site): object {
  const { id, headline, caption, altText, credit, place, takenAt } = picture;
  const last = (credit?.organisations.length ?? 0) - 1;
  return {
    name: oneLine(id) || 'picture',
    rel: 'picture',
    uri: pictureUri(picture, story, site),
    type: 'picture',
    representationType: 'full',
    ...versionOf(story),
    contentCreated: takenAt,
    ...rightsOf(picture.copyright?.holder ?? credit?.copyright?.holder, copyrightOf(picture), usageOf(picture)),
    headlines: texts({ main: headline }),
    descriptions: texts({ caption, alt: altText, credit: creditOf(picture) }),
    by: (credit?.people ?? []).map(oneLine).filter(Boolean).join(', '),
    infoSources: [
      ...(credit?.people ?? []).map((name) => makeSource(name, 'author')),
      ...(credit?.organisations ?? []).map((name, at) =>
        makeSource(name, at === last ? 'imgSupplier' : 'contentSource'),
      ),
    ].flat(),
    genres: (credit?.designations ?? []).map((name) => ({ name })),
    located: oneLine(place ?? ''),
    renditions: shotsOf(picture, site).map(({ name, url, mediaType, width, height, bytes }) => ({
      name: oneLine(name) || 'original',
      href: url,
      contentType: mediaType,
      width,
      height,
      sizeInBytes: bytes,
    })),
  };
}

function pictureUri({ uri = '', id }: Picture, story: Story, site: Site): string {
  const given = oneLine(uri);
  return isUri(given) ? given : `${pageUrl(site, story.uri)}#${encodeURIComponent(oneLine(id).toWellFormed())}`;
}

/** Another story is told by its uri alone; one that is no URI cannot be told in ninjs. */
function makeLink({ rel, uri, version, title }: StoryLink): readonly object[] {
  const target = oneLine(uri);
  if (!isUri(target)) return [];
  return [
    {
      name: rel,
      rel,
      uri: target,
      representationType: 'partial',
      version: version === undefined ? undefined : String(version),
      title: oneLine(title ?? ''),
    },
  ];
}
