// Names that small desks and site builders (Jekyll, Hugo, Eleventy, Ghost) write in front matter beside those of header lines, and the header they stand for.

export const frontMatterNames: ReadonlyMap<string, string> = new Map([
  ['pubdatetime', 'date'], ['date published', 'date'], ['publish date', 'date'], ['published at', 'date'], ['published on', 'date'], ['posted', 'date'], ['created at', 'date'], ['date created', 'date'],
  ['lastmod', 'updated'], ['last modified at', 'updated'], ['modified at', 'updated'], ['updated at', 'updated'], ['date modified', 'updated'], ['updated on', 'updated'], ['mod datetime', 'updated'],
  ['expiry date', 'expires'], ['expirydate', 'expires'], ['unpublish date', 'expires'],
  ['description', 'standfirst'], ['excerpt', 'standfirst'], ['lede', 'standfirst'], ['intro', 'standfirst'], ['lead', 'standfirst'], ['custom excerpt', 'standfirst'], ['sub title', 'standfirst'], ['sub heading', 'standfirst'], ['subheading', 'standfirst'],
  ['categories', 'section'], ['sections', 'section'],
  ['authors', 'author'], ['primary author', 'author'], ['bylines', 'byline'], ['by', 'byline'], ['writers', 'writer'], ['contributors', 'author'],
  ['canonical', 'guid'], ['canonical url', 'guid'], ['canonicalurl', 'guid'], ['original url', 'guid'],
  ['locale', 'language'],
  ['seo keywords', 'keywords'], ['news keywords', 'keywords'],
  ['rights holder', 'copyright'],
  ['locations', 'location'], ['places', 'place'],
  ['correction note', 'correction'], ['corrections', 'correction'],
  ['embargoed', 'embargo'], ['embargo date', 'embargo'],
  ['hero', 'image'], ['hero image', 'image'], ['cover', 'image'], ['cover image', 'image'], ['coverimage', 'image'], ['lead image', 'image'], ['featuredimage', 'image'], ['featured image', 'image'], ['feature image', 'image'], ['header image', 'image'], ['banner', 'image'], ['thumbnail', 'image'], ['gallery', 'image'], ['og image', 'image'],
  ['image description', 'caption'], ['cover caption', 'caption'], ['feature image caption', 'caption'], ['featured image caption', 'caption'], ['hero caption', 'caption'], ['imagecaption', 'caption'],
  ['image author', 'credit'], ['cover credit', 'credit'], ['hero credit', 'credit'], ['image by', 'credit'], ['photo by', 'credit'], ['imagecredit', 'credit'],
]);

/** Names that are the same in several guises within a picture. */
export const pictureNames = {
  address: ['src', 'url', 'href', 'path', 'file', 'filename', 'image', 'name', 'feature', 'source'],
  caption: ['caption', 'description', 'title', 'text', 'legend', 'bildunterschrift', 'légende'],
  credit: ['credit', 'credits', 'photographer', 'attribution', 'copyright', 'by', 'author', 'creator', 'fotograf', 'crédit'],
  alt: ['alt', 'alttext', 'alt_text', 'altText'],
} as const;
