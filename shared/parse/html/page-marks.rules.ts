// Words in the class, id or role of an element that belongs to the page and not to the story, and of those that hold the story.

/** Whole words of a class or id, divided by dashes, underscores and capitals: `related-posts`, `newsletterSignup`. */
export const pageWords: ReadonlySet<string> = new Set(
  ('ad ads advert adverts advertisement advertising adsense banner breadcrumb breadcrumbs comment comments cookie cookies consent disqus donate footer gdpr login menu modal nav navbar navigation newsletter newsletters outbrain overlay pagination paywall popup promo promos promotion recirc recirculation recommend recommended related ' +
    'share shares sharing sharebar sidebar signup skip social sponsor sponsored sponsors subscribe subscription taboola tags toolbar tooltip trending widget widgets').split(' '),
);

/** Roles that are never the story's (WAI-ARIA landmarks). */
export const pageRoles: ReadonlySet<string> = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'alertdialog', 'menu', 'menubar', 'toolbar', 'form']);

/** Where the text lies, best first: `itemprop`, then a class, id or element. */
export const bodyMarks = /(?:^|[\s_-])(?:article-?body|article-?content|article-?text|story-?body|story-?content|story-?text|entry-?content|post-?content|post-?body|body-?copy|rich-?text|content-?body|main-?content)(?:$|[\s_-])/i;

export const bylineMarks = /(?:^|[\s_-])(?:byline|by-line|author|authors|article-author|post-author|entry-author|story-byline)(?:$|[\s_-])/i;

export const standfirstMarks = /(?:^|[\s_-])(?:standfirst|intro|lead|lede|deck|dek|subtitle|sub-?headline|subhead|excerpt|summary|teaser|vorspann|chapo|abstract)(?:$|[\s_-])/i;

export const kickerMarks = /(?:^|[\s_-])(?:kicker|eyebrow|overline|dachzeile|rubrik|section-name|article-section)(?:$|[\s_-])/i;
