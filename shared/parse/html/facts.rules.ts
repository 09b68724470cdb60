// Names of `meta` elements by the fact they state, best first. Names are compared in lower case; `property`, `name`, `itemprop` and `http-equiv` are one.

const names = (list: string): readonly string[] => list.split(' ');

export const metaNames = {
  address: names('og:url twitter:url dc.identifier dcterms.identifier'),
  headline: names('og:title twitter:title dc.title dcterms.title hdl headline sailthru.title parsely-title'),
  description: names('og:description description twitter:description dc.description dcterms.abstract abstract'),
  section: names('article:section section parsely-section cxenseparse:recs:category dc.subject.section'),
  author: names(
    'author article:author dc.creator dcterms.creator byl byline parsely-author sailthru.author citation_author',
  ),
  created: names(
    'article:published_time datepublished og:published_time article:published pubdate publishdate publish-date publish_date published_time dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date parsely-pub-date sailthru.date date.release cxenseparse:recs:publishtime ptime date created',
  ),
  modified: names(
    'article:modified_time datemodified og:updated_time article:modified dcterms.modified dc.date.modified last-modified lastmod modified revised utime',
  ),
  expires: names('article:expiration_time og:expiration_time'),
  keywords: names('news_keywords keywords parsely-tags sailthru.tags dc.subject'),
  language: names('content-language language dc.language dcterms.language og:locale'),
  copyright: names('copyright dc.rights dcterms.rights dcterms.rightsholder rights og:copyright'),
  site: names(
    'og:site_name application-name apple-mobile-web-app-title dc.publisher dcterms.publisher publisher article:publisher',
  ),
  // A newsroom's own exports say here what header lines say in plain text.
  slugline: names('slug slugline'),
  embargo: names('embargo embargoed embargo-until'),
  urgency: names('urgency'),
  version: names('version revision'),
  usage: names('usageterms usage-terms usage'),
  edNote: names('ednote editorsnote editors-note note-to-editors'),
  place: names('geo.placename location dateline-place'),
} as const;
