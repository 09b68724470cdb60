// Words by which web pages name their parts: what belongs to the page and not to the story, and where headline, standfirst, kicker, byline and text stand.
// A class or id is divided at spaces, dashes, underscores and capitals: `newsletterSignup wp-block` → newsletter signup wp block.

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Never the story's, whatever they hold: readers' comments, mailing lists and notices of law. */
export const foreignWords = words(
  'comment comments commentlist disqus livefyre respond cookie cookies consent gdpr newsletter newsletters outbrain taboola',
);

/** The page's, unless most of the text lies in them. */
export const pageWords = words(
  'ad ads adslot advert adverts advertisement advertisements advertising adsense dfp breadcrumb breadcrumbs crumbs donate donation login menu modal nav navbar navigation noprint offscreen overlay pager pagination popup promo promos promobox promoted promotion promotions recirc recirculation ' +
    'recommend recommended recommendation recommendations related relateds relatedposts share sharebar sharedaddy sharing shares sharetools sidebar signup sponsor sponsored sponsors subscribe subscription teaser teasers toolbar tooltip trending upsell addthis sharethis jetpack crosslinks',
);

/** The page's where they hold little text of their own: site builders name the parts of a story so too. */
export const lightWords = words(
  'banner footer widget widgets social socials tags tag tagcloud topics tools popular popup latest more morelinks links cta callout actions follow feedback rating ratings print email bio toc postmeta metabar skip edit editsection reprint reprints corrections',
);

/** Two words of a class in a row that say more than each by itself. */
export const pagePairs = words(
  'sign-in log-in block-query read-more read-also also-read see-also more-from more-on most-read most-popular most-viewed sign-up back-to next-up up-next you-may dont-miss around-web email-alert email-alerts social-share share-buttons author-bio author-box about-author author-info author-description call-to site-header site-footer page-footer page-header screen-reader visually-hidden sr-only jump-to skip-link skip-to whats-next',
);

/** What only those hear who have the page read to them. */
export const hiddenPairs = words('screen-reader visually-hidden sr-only');

/** Words at the beginning of a class that say how a part looks or what it lacks, not what it is: `has-sidebar`, `no-ads`. */
export const stateWords = words('has no with without is js hide show not can will');

/** Roles that are never the story's (WAI-ARIA landmarks). */
export const pageRoles = words(
  'navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar form tablist tooltip button alert status',
);

/** Gone by their element. */
export const pageElements = words(
  'nav footer form button script style template iframe dialog select input textarea label svg object embed canvas menu amp-ad amp-sidebar amp-social-share amp-consent',
);

/** Class or id of the element that holds the text of a story. */
export const bodyMarks =
  /(?:^|[\s_-])(?:article[_-]*(?:main[_-]*)?(?:body|content|text|copy)|story[_-]*(?:body|content|text|copy)|entry-content|post[_-]*(?:body|content|text)|news[_-]*(?:body|content|text)|body-?(?:copy|text)|content__article-body|rich-?text|content-?body|field--name-body|js-article-inner)(?:$|[\s_-])/i;

/** Class or id of the element that holds a story with its headline, where no element says so. */
export const storyMarks =
  /(?:^|\s)(?:article|story|post|hentry|news-?item|single-post|main|content|main-?content|page-?content|content-?main|primary|contents)(?:$|\s)/i;

export const headlineWords = words(
  'headline headlines title heading hed articletitle storytitle titel titre titulo rubrik',
);
export const headlinePairs = words(
  'entry-title post-title article-title story-title article-headline story-headline news-title page-title main-title article-heading',
);
export const standfirstMarks =
  /(?:^|[\s_-])(?:standfirst|intro|introduction|lead|lede|deck|dek|subtitle|sub-?title|sub-?headline|subheading|sub-?hed|subhead|excerpt|vorspann|chapo|chapeau|bajada|entradilla|sommario|ingress|untertitel|article-(?:summary|description|abstract)|story-(?:summary|description))(?:$|[\s_-])/i;
export const kickerMarks =
  /(?:^|[\s_-])(?:kicker|eyebrow|overline|dachzeile|spitzmarke|roofline|topline|occhiello|antetitulo|surtitre|section-name|article-section|category-label|rubric)(?:$|[\s_-])/i;

export const bylineWords = words('byline bylines autorenzeile');
export const authorWords = words(
  'author authors contributor contributors writer reporter journalist autor autora autores autoren auteur auteurs autore autori redakteur redakteurin verfasser forfatter skribent journaliste redactor redacteur',
);

/** Words by which the line below a name tells what the person does. */
export const jobWords =
  /\b(?:editor|reporter|correspondent|writer|journalist|columnist|critic|analyst|producer|author|chief|director|professor|presenter|photographer|fellow|researcher|redakt\p{L}*|\p{L}*redakt(?:eur|örin|ør)\p{L}*|korrespondent\p{L}*|\p{L}*korrespondent\p{L}*|reporterin|autorin|journalistin?|chef\p{L}*|leiter\p{L}*|corresponsal|corresponsales|redactora?|periodista|enviad[oa]|envoyée?|correspondante?|journaliste|rédact\p{L}*|inviat[oa]|corrispondente|giornalista|verslaggever|correspondent\p{L}*)\b/iu;

/** Parts of a byline that are no name. */
export const bylineAside = words(
  'date dates time timestamp published updated pubdate datetime social follow bio avatar email contact share readtime comments image photo',
);

/** Short lines round a headline that tell readers of the page, not of the story. */
export const metaWords = words(
  'date dates datetime time timestamp published publish pubdate publication updated lastupdated modified readtime reading views duration meta metadata postmeta infoline datum uhrzeit veroeffentlicht aktualisiert publie publication horodatage fecha publicado actualizado dato publisert publicerad pubblicato',
);

export const captionWords = words(
  'caption captions captiontext cutline legend legende bildunterschrift bildtext imagecaption photocaption figcaption wpcaption didascalia pie',
);
export const captionPairs = words(
  'image-description photo-description picture-description media-description image-text',
);
export const creditWords = words(
  'credit credits photocredit imagecredit copyright photographer photograph byline source attribution fotograf fotocredit bildnachweis quelle agency agencia rights owner',
);

/** Values of `itemprop` in a picture. */
export const creditProperties = words(
  'author creator creditText copyrightHolder copyrightNotice contributor sourceOrganization',
);

/** Pictures that only decorate the page. */
export const decorationWords = words(
  'icon icons emoji avatar gravatar logo logos pixel spacer tracking tracker beacon sprite placeholder loader',
);

/** Labels over links to other stories, in lower case and without signs round them. */
export const signpostLabels =
  /^(?:(?:read|see|hear|watch|listen) (?:more|also|next|on)\b.{0,40}|also read|related(?: (?:coverage|articles?|stories|topics|content|news|links|reading|posts?))?|more (?:about|on this|from|stories|news|coverage)\b.{0,60}|most (?:read|viewed|popular|shared)\b.{0,40}|(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| reading)?|trending(?: now)?|latest(?: news)?|up next|in case you missed it|editors'? picks|what to read next|popular (?:stories|now)|explore more|follow topics|topics)|about the authors?|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|mehr (?:zum thema|von|themen|aus|über|dazu)\b.{0,40}|lesen sie (?:auch|mehr)\b.{0,40}|lies auch\b.{0,40}|passend zum (?:artikel|thema)|die redaktion empfiehlt|weitere (?:videos?|artikel|meldungen|themen|nachrichten)|zum thema|themen|meistgelesen|meistgelesene artikel|aktuelle schlagzeilen|aktuelles|lire aussi|à lire (?:aussi|également)|sur le même sujet|les plus lus|dans la même rubrique|pour aller plus loin|le fil info|para saber más|lea también|más información|te puede interesar|noticias relacionadas|más sobre este tema|lo más (?:leído|visto)|leggi anche|articoli correlati|potrebbe interessarti|lees ook|lees meer|meer over\b.{0,40}|les også|les mer|läs (?:också|mer|även)|czytaj (?:więcej|także|też)|zobacz także|číst dál|související|přečtěte si|leia (?:também|mais)|saiba mais|ilgili (?:konular|haberler)|günün önemli manşetleri|関連記事|あわせて読みたい|関連キーワード|おすすめ情報|おすすめ記事|相关新闻|相關新聞|延伸閱讀|관련 ?기사|читайте также|по теме|baca juga)$/;

/** What buttons and labels over a picture say. */
export const pictureLabels =
  /^(?:(?:open|view|show|enlarge|expand|zoom|magnify|click|tap)\b.{0,50}|(?:image|photo|picture|bild|foto)(?: \d+)?(?: (?:of|von|de|di) \d+)?|image (?:source|caption|copyright)[,:]?|caption[,:]?|\d+\s*(?:\/|of)\s*\d+|bild vergrößern|vollbild|agrandir.{0,30}|ampliar.{0,30}|close|next|previous)$/i;

/** Titles of pages that stand in for a story that is not there. */
export const errorTitles =
  /^(?:(?:error\s*)?(?:40[0134]|410|429|50[0234])\b|page not found|not found|access denied|forbidden|just a moment|attention required|are you a robot|service unavailable|bad gateway|seite nicht gefunden|page introuvable|página no encontrada)/i;

/** Names of authors that are none. */
export const noAuthors = words(
  'admin administrator webmaster editor user root author anonymous unknown staff guest default wordpress null undefined',
);
