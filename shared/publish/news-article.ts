// A story as schema.org's NewsArticle, for search engines and for the machines that read pages.

import type { BylinePerson, Picture, Story } from '../story.ts';
import { pageUrl } from './addresses.ts';
import { languageTag } from './channels.ts';
import { oneLine } from './clean-text.ts';
import type { Entry, Site } from './feed.ts';
import { writeJson } from './json.ts';
import { copyrightOf, creditOf, shotsOf, usageOf } from './pictures.ts';
import { noticeOf, summaryOf, titleOf } from './summary.ts';

/** JSON-LD on one line; the caller makes it safe within markup. */
export function newsArticle(entry: Entry, site: Site): string {
  const { story } = entry;
  const {
    kicker,
    keywords,
    firstCreatedAt,
    versionCreatedAt,
    expiresAt,
    provider,
    language,
    copyright,
    status,
    dateline,
  } = story;
  const killed = status === 'canceled';
  const page = pageUrl(site, story.uri);
  return writeJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': page,
    mainEntityOfPage: page,
    identifier: story.uri,
    headline: titleOf(story),
    description: summaryOf(story),
    articleSection: oneLine(kicker ?? ''),
    keywords: keywords.map(oneLine),
    inLanguage: languageTag(language),
    datePublished: firstCreatedAt,
    dateModified: versionCreatedAt,
    expires: expiresAt,
    dateline: oneLine(dateline?.line ?? ''),
    author: killed ? [] : makeAuthors(story),
    editor: killed ? [] : peopleOf(story, 'editor').map(makePerson),
    publisher: makeOrganisation(provider),
    copyrightHolder: makeOrganisation(copyright?.holder),
    copyrightNotice: copyrightOf(story),
    copyrightYear: copyright?.year,
    correction: story.signal === 'correction' ? noticeOf(entry) : undefined,
    creativeWorkStatus: killed ? 'Withdrawn' : undefined,
    image: killed ? [] : story.pictures.flatMap((picture) => makeImage(picture, site)),
  });
}

function makeAuthors(story: Story): readonly object[] {
  const organisations = (story.byline?.organisations ?? [])
    .map(makeOrganisation)
    .filter((organisation) => organisation !== undefined);
  return [...peopleOf(story, undefined).map(makePerson), ...organisations];
}

function peopleOf({ byline }: Story, role: string | undefined): readonly BylinePerson[] {
  return (byline?.people ?? []).filter((person) => person.role === role && oneLine(person.name) !== '');
}

function makePerson({ name, title, organisation }: BylinePerson): object {
  return {
    '@type': 'Person',
    name: oneLine(name),
    jobTitle: oneLine(title ?? ''),
    worksFor: makeOrganisation(organisation),
  };
}

function makeOrganisation(name: string | undefined): object | undefined {
  const known = oneLine(name ?? '');
  return known ? { '@type': 'Organization', name: known } : undefined;
}

function makeImage(picture: Picture, site: Site): readonly object[] {
  const [best] = shotsOf(picture, site);
  if (!best) return [];
  return [
    {
      '@type': 'ImageObject',
      url: best.url,
      width: best.width,
      height: best.height,
      caption: picture.caption,
      creditText: creditOf(picture),
      creator: (picture.credit?.people ?? []).map((name) => ({ '@type': 'Person', name: oneLine(name) })),
      copyrightNotice: copyrightOf(picture),
      conditionsOfAccess: usageOf(picture),
    },
  ];
}
