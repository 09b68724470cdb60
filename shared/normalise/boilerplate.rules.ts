// Paragraphs that belong to the page a story was copied from, not to the story. Each row is matched against a whole paragraph
// (lower case, plain apostrophes, no punctuation at the end) and carries a sample that is its test.

export type Boilerplate = { readonly rule: string; readonly matches: RegExp; readonly sample: string };

export const boilerplateRows: readonly Boilerplate[] = [
  {
    rule: 'newsletter',
    matches:
      /^(?:please )?(?:don't|never|do not) miss (?:our|a|an|any|out on)\b.{0,40}\b(?:story|stories|news|update|updates|newsletter|again|headlines)$/,
    sample: 'Don’t miss Our New Story!',
  },
  {
    rule: 'newsletter',
    matches: /^we (?:don't|do not|never|won't|will never) spam\b.{0,120}$/,
    sample: 'We don’t spam! Read our privacy policy for more info.',
  },
  {
    rule: 'newsletter',
    matches: /^(?:read|see|check) our privacy policy\b.{0,60}$/,
    sample: 'Read our privacy policy for more info.',
  },
  {
    rule: 'newsletter',
    matches:
      /^(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletters?|updates|alerts|inbox|emails?|channel|for free|our)\b.{0,80}$/,
    sample: 'Sign up to our daily newsletter here',
  },
  {
    rule: 'newsletter',
    matches: /^(?:get|receive) .{0,60}\b(?:in|to|into) your inbox\b.{0,60}$/,
    sample: 'Get the best stories straight to your inbox every morning.',
  },
  {
    rule: 'newsletter',
    matches:
      /^(?:abonnieren sie|jetzt) .{0,40}newsletter.{0,60}$|^(?:melden sie sich|hier) .{0,60}newsletter .{0,30}an(?:melden)?$/,
    sample: 'Abonnieren Sie unseren Newsletter',
  },
  {
    rule: 'newsletter',
    matches: /^(?:inscrivez-vous|abonnez-vous)\b.{0,100}$/,
    sample: 'Inscrivez-vous à notre newsletter',
  },
  {
    rule: 'newsletter',
    matches:
      /^(?:suscríbete|suscríbase|suscribete|iscriviti|inscreva-se|assine)\b.{0,60}(?:boletín|newsletter|canal|canale)\b.{0,40}$/,
    sample: 'Suscríbete a nuestro boletín',
  },
  { rule: 'newsletter', matches: /^(?:newsletter|our newsletters?)$/, sample: 'Newsletter' },
  {
    rule: 'mail',
    matches:
      /^(?:view|read|open|see) (?:this|the) (?:e-?mail|message|newsletter|release) (?:in|on) (?:your|a|the) (?:web )?browser\b.{0,40}$|^(?:having trouble|problems|can't see).{0,60}\b(?:view|viewing|read|reading|images)\b.{0,60}$|^(?:unsubscribe|update your preferences)\b.{0,80}$/,
    sample: 'View this email in your browser',
  },
  {
    rule: 'agency-page',
    matches: /^to find out more about the (?:author|editor|agency)\b.{0,120}$/,
    sample: 'To find out more about the author, editor or agency that supplied this story – please click below.',
  },
  {
    rule: 'agency-page',
    matches: /^the .{2,30} page is created by and dedicated to .{5,120}$/,
    sample: 'The Harbour Wire page is created by and dedicated to professional, independent freelance journalists.',
  },
  {
    rule: 'social',
    matches: /^(?:follow|like|find|join) us (?:on|at)\b.{0,80}$/,
    sample: 'Follow us on Facebook and X',
  },
  {
    rule: 'social',
    matches: /^(?:folgen sie uns|folge uns|suivez-nous|síguenos|seguici|siga-nos|følg oss|följ oss)\b.{0,80}$/,
    sample: 'Folgen Sie uns auf Instagram',
  },
  {
    rule: 'social',
    matches:
      /^(?:share|tweet|email|print|pin)(?: this)?(?: (?:article|story|post|page))?(?: on .{1,30}| via .{1,30})?$/,
    sample: 'Share this story on Facebook',
  },
  {
    rule: 'social',
    matches: /^share on (?:facebook|twitter|x|whatsapp|linkedin|email).{0,40}$/,
    sample: 'Share on WhatsApp',
  },
  {
    rule: 'advertisement',
    matches:
      /^\W*(?:advertisement|advert|ad|anzeige|publicité|publicidad|pubblicità|annonse|annons|annonce|reklam|reklama|reclame|werbung|anuncio|sponsored(?: content)?|story continues below(?: advertisement)?|article continues after (?:ad|advertisement))\W*$/,
    sample: 'ADVERTISEMENT',
  },
  { rule: 'promotion', matches: /^(?:click|tap) here\b.{0,100}$/, sample: 'Click here for more stories like this.' },
  {
    rule: 'promotion',
    matches: /^(?:download|get) (?:our|the) .{0,30}\bapp\b.{0,80}$/,
    sample: 'Download our app for the latest news',
  },
  {
    rule: 'promotion',
    matches:
      /^for (?:more|the latest) (?:news|stories|headlines|sport),? .{0,40}\b(?:visit|follow|subscribe|click|check|go to)\b.{0,80}$/,
    sample: 'For more news, visit our homepage.',
  },
  {
    rule: 'comments',
    matches:
      /^(?:leave a (?:comment|reply)|what do you think\? .{0,60}|let us know (?:in|what) .{0,60}|join the conversation|comments? (?:are )?(?:closed|off|below))$/,
    sample: 'Leave a comment',
  },
  {
    rule: 'cookies',
    matches: /^(?:we|this (?:web)?site) uses? cookies\b.{0,300}$|^(?:accept|manage) (?:all )?cookies$/,
    sample: 'This website uses cookies to improve your experience.',
  },
  {
    rule: 'cookies',
    matches: /^(?:wir|diese (?:web)?seite) (?:verwendet|verwenden|nutzt|nutzen) cookies\b.{0,300}$/,
    sample: 'Diese Seite verwendet Cookies.',
  },
  {
    rule: 'consent',
    matches:
      /^(?:empfohlener redaktioneller|externer) inhalt(?: nicht verfügbar)?$|^an dieser stelle (?:findest du|finden sie) .{0,60}externen inhalt.{0,250}$/,
    sample: 'An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt.',
  },
  {
    rule: 'consent',
    matches:
      /^ich bin (?:damit )?einverstanden, dass mir .{0,60}inhalte?.{0,250}$|^(?:damit können )?personenbezogene daten (?:können )?an drittplattformen .{0,200}$/,
    sample: 'Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.',
  },
  {
    rule: 'consent',
    matches:
      /^deine privatsphäre-einstellungen verhindern .{0,200}$|^(?:zum (?:aktivieren|anzeigen)|um diesen inhalt) .{0,40}(?:cookies|einwilligung|zustimm).{0,160}$/,
    sample: 'Deine Privatsphäre-Einstellungen verhindern das Laden aller externen Inhalte.',
  },
  {
    rule: 'consent',
    matches:
      /^(?:this|to view this) content (?:is not available|is hosted by|requires).{0,60}(?:cookies?|consent|preferences|third party).{0,120}$|^we need your consent to load this .{0,120}$/,
    sample: 'We need your consent to load this social media content.',
  },
  {
    rule: 'player',
    matches:
      /^(?:your browser does not support .{0,60}|please enable javascript.{0,80}|video (?:player )?(?:is )?loading|loading|play video|watch (?:the )?video(?: (?:above|below))?)$/,
    sample: 'Your browser does not support the video tag.',
  },
  {
    rule: 'tip',
    matches: /^(?:do you have|got|have) an? (?:story|tip|news tip)\b.{0,160}$/,
    sample: 'Do you have a story? Get in touch with our news desk.',
  },
  {
    rule: 'translation',
    matches:
      /^(?:this (?:article|story) was (?:originally )?(?:published|translated)\b.{0,160}\b(?:automatically|by machine|on our (?:website|site)))$/,
    sample: 'This article was translated automatically',
  },
  {
    rule: 'newsletter',
    matches: /^(?:please )?check your (?:inbox|e-?mail)\b.{0,40}\b(?:spam|junk|confirm|subscription)\b.{0,80}$/,
    sample: 'Check your inbox or spam folder to confirm your subscription.',
  },
  {
    rule: 'newsletter',
    matches:
      /^(?:enjoyed|liked|like) (?:this|what)\b[^?]{0,60}\? (?:sign up|subscribe|follow|share|join|get|support|why not)\b.{0,120}$/,
    sample: 'Enjoyed this article? Subscribe to our daily briefing.',
  },
  {
    rule: 'newsletter',
    matches:
      /^newsletter (?:abonnieren|bestellen)$|^(?:zum newsletter anmelden|abonnez-vous|subscribe(?: now)?|suscríbete|assine já|abonneer je(?: nu)?|zapisz się|abone ol(?:un)?|подписаться)$/,
    sample: 'Newsletter abonnieren',
  },
  {
    rule: 'social',
    matches:
      /^(?:volg ons|siga a gente|sigue a|obserwuj nas|śledź nas|bizi takip edin|подписывайтесь на|подпишитесь на|читайте нас в|seuraa meitä|følg os|sledujte nás|urmărește-ne|تابعونا|تابعنا)(?=[\s:]|$).{0,80}$/,
    sample: 'Volg ons op Facebook',
  },
  {
    rule: 'social',
    matches:
      /^(?:share|teilen|partager|compartir|condividi|compartilhar?|partilhar|delen|udostępnij|paylaş|поделиться|jaa|dela)(?: (?:on|auf|sur|en|su|op|na|no|em|med|via) .{0,3}(?:facebook|twitter|x|whatsapp|linkedin|telegram|instagram)(?: .{0,30})?|:)?$/,
    sample: 'Condividi su Facebook',
  },
  {
    rule: 'social',
    matches: /^(?:click to (?:share|email|e-mail|print|tweet) .{0,60}\(opens in new window\)\s?){1,12}$/,
    sample: 'Click to share on Facebook (Opens in new window)',
  },
  {
    rule: 'embed',
    matches:
      /^(?:view|see|sieh dir) (?:this|diesen) (?:post|beitrag|photo|reel|tweet|video) (?:on|auf) (?:instagram|facebook|threads|tiktok|x|twitter)(?: an)?$|^(?:a post|a video|ein beitrag|une publication|una publicación|un post) (?:shared by|geteilt von|partagée par|compartida (?:de|por)|condiviso da) .{1,100}$/,
    sample: 'A post shared by Luna Vale (@lunavale)',
  },
  {
    rule: 'counter',
    matches:
      /^\W{0,4}\d[\d.,]{0,9}\s?[km]?\s(?:views?|shares?|comments?|likes?|reads?|claps|retweets|reposts|impressions|aufrufe|kommentare?|commentaires?|comentarios?|commenti|reacties|partages|visualizzazioni|visualizaciones|visualizações)$/,
    sample: '1,284 views',
  },
  {
    rule: 'counter',
    matches:
      /^(?:(?:estimated )?(?:reading|read) time\s?:?\s?(?:about )?)?\d{1,2}[ -]?min(?:ute)?s?\.?(?: read(?:ing time)?)?$|^(?:lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd)\s?:?.{1,20}$|^\d{1,2} min(?:uten|utes)? (?:lesezeit|de lecture|de lectura|di lettura|leestijd)$/,
    sample: '4 min read',
  },
  {
    rule: 'counter',
    matches: /^\(?(?:word ?count|words|wordcount)\s?:?\s?\d[\d,.]{0,6}\)?$|^\(?\d[\d,]{0,6} words\)?$/,
    sample: 'Word count: 412',
  },
  {
    rule: 'player',
    matches:
      /^(?:video player|audio player|listen to this (?:article|story)|listen now|scroll (?:down )?for (?:the )?(?:video|more|audio).{0,40}|watch (?:the |this )?(?:full )?(?:video|clip|footage) (?:below|above|here)|volume \d{1,3}%|\d{1,2}:\d{2} ?\/ ?\d{1,2}:\d{2})$/,
    sample: 'Listen to this article',
  },
  {
    rule: 'promotion',
    matches: /^the post .{3,250} (?:(?:first )?appeared(?: first)?|was first published) on .{2,80}$/,
    sample: 'The post Ferries Stop In Storm appeared first on Harbour Post.',
  },
  {
    rule: 'promotion',
    matches:
      /^(?:to read|read|for|see|find) more (?:stories|news|articles|on this story|about this story|information)\b.{0,60}\b(?:click here|click below|go to|visit|here|head to|follow (?:us|the link))\b.{0,80}$/,
    sample: 'To read more stories like this, click here.',
  },
  {
    rule: 'promotion',
    matches:
      /^(?:follow|read|see|find) .{2,40} coverage\b.{0,80}\b(?:at|on|here)\b.{0,120}$|^(?:more )?(?:ap|afp|reuters) [\p{L} ]{2,30}:\s?(?:https?:\/\/|www\.|apnews\.)\S{3,120}$/u,
    sample: 'Follow our coverage of the courts at https://example.org/courts',
  },
  {
    rule: 'syndication',
    matches:
      /^\(?(?:except for the headline, )?this (?:story|article|report|copy) has not been edited by\b.{5,200}$|^\(?this (?:story|report) (?:is|was|has been) (?:auto-?generated|published) from (?:a|an) .{3,60}feed.{0,120}$/,
    sample: '(This story has not been edited by our staff and is auto-generated from a syndicated feed.)',
  },
  {
    rule: 'rights',
    matches:
      /^(?:©\s?)?(?:tous droits réservés|riproduzione riservata|alle rechte vorbehalten|(?:todos los derechos|todos os direitos) reservados|alle rechten voorbehouden|wszelkie prawa zastrzeżone|tüm hakları saklıdır|все права защищены)(?:\s?©)?(?: copyright .{0,60})?$/,
    sample: 'RIPRODUZIONE RISERVATA ©',
  },
  {
    rule: 'comments',
    matches:
      /^(?:\d+ )?(?:comments|kommentare|commentaires|comentarios|commenti|reacties|yorumlar|комментарии)$|^(?:write|post|add|view|show|read) (?:a |the |all |your )?comments?$|^(?:kommentieren|laisser un commentaire|deja un comentario|lascia un commento|deixe um comentário|reageer)$/,
    sample: 'View comments',
  },
  {
    rule: 'newsletter',
    matches:
      /^(?:get|receive) .{0,60}\b(?:delivered|straight|directly|sent) to your (?:phone|inbox|mailbox|e?-?mail)\b.{0,40}$|^keep up(?: to date)? with .{0,60}\bnewsletters?\b.{0,30}$|^join (?:our|the) .{0,30}\b(?:whatsapp|telegram|facebook|discord|community)\b.{0,40}$/,
    sample: 'Join our WhatsApp group',
  },
  {
    rule: 'newsletter',
    matches:
      /^(?:invalid e-?mail(?: address)?|(?:please )?enter (?:a valid|your) e-?mail\b.{0,60}|we use your sign-?up\b.{0,200})$/,
    sample: 'Invalid email',
  },
  {
    rule: 'social',
    matches:
      /^(?:share via|artikel (?:teilen|drucken|merken)|seite drucken|siga o canal .{0,40}|siga .{2,30} (?:no|na) (?:whatsapp|instagram|facebook|google notícias|x|twitter)|haberin devamı için tıklayın(?:ız)?)$/,
    sample: 'Artikel teilen',
  },
  {
    rule: 'advertisement',
    matches:
      /^\W*(?:sponsored links?|recommended videos?|promoted content|(?:story|article) continues|this (?:article|page|post) contains affiliate links.{0,120}|affiliate links may .{0,100}|we may earn (?:a )?commission.{0,120})\W*$/,
    sample: 'Sponsored Links',
  },
  {
    rule: 'support',
    matches:
      /^if you (?:enjoyed|liked|like) (?:this|our) (?:story|article|reporting|work)\b.{0,140}$|^(?:please )?(?:consider )?support(?:ing)? (?:our|independent|local) journalism\b.{0,60}$/,
    sample: 'If you enjoyed this story, please consider supporting our journalism.',
  },
  {
    rule: 'player',
    matches:
      /^(?:image|photo|picture|slide) \d{1,3} ?(?:of|\/) ?\d{1,3}$|^(?:tap|click) to (?:expand|enlarge|zoom|view|play|unmute)\b.{0,30}$/,
    sample: 'Image 1 of 3',
  },
  {
    rule: 'comments',
    matches: /^(?:comments? ?\(\d{1,5}\)?|be the first to (?:comment|like this).{0,20})$/,
    sample: 'Be the first to comment',
  },
  {
    rule: 'promotion',
    matches:
      /^read the (?:full|original|whole) (?:story|article)(?: (?:here|on .{2,40}))?$|^our standards: the .{3,40} principles$/,
    sample: 'Read the full story here',
  },
  {
    rule: 'comments',
    matches:
      /^(?:join the (?:discussion|debate)|leave a (?:reply|comment) cancel reply|your e-?mail address will not be published\b.{0,80})$/,
    sample: 'Your email address will not be published. Required fields are marked *',
  },
  {
    rule: 'tip',
    matches: /^(?:get in touch with|contact) our (?:news|web|picture) ?(?:team|desk)\b.{0,100}$/,
    sample: 'Get in touch with our news team by emailing us at news@example.org.',
  },
  {
    rule: 'social',
    matches:
      /^follow .{2,40} on (?:facebook|twitter|x|instagram|tiktok|youtube|linkedin|threads|google news|whatsapp|telegram)$/,
    sample: 'Follow The Harbour Post on Facebook',
  },
  {
    rule: 'social',
    matches:
      /^(?:comparte (?:esta|este)|compartilhe (?:esta|este|essa)|partagez cet?|condividi (?:questo|questa)|deel dit|udostępnij ten) (?:noticia|artículo|nota|notícia|artigo|matéria|article|articolo|notizia|artikel|bericht|artykuł)$/,
    sample: 'Comparte esta noticia',
  },
  {
    rule: 'agency-page',
    matches: /^(?:(?:di|por|von|par|da) )?(?:la )?(?:redazione|redacción|redação|redaktion|rédaction)$/,
    sample: 'Redazione',
  },
];

/** Footers that say whose the copyright is: cut from the body, kept as the story's copyright notice. */
export const copyrightFooter = /^(?:(?:©|\(c\)|copyright)\s?.{0,200}|.{0,80}\ball rights reserved\b.{0,120})$/i;

/** What a page writes before a link to another story: "Read more: Ten things to know", and above several of them. */
const linkWords =
  'read more|read also|also read|read next|what to read next|see also|also see|see more|related|related (?:story|stories|articles?|posts?|topics?|news|content|coverage|links|reading)|more on this(?: story| topic)?|more stories|more news|' +
  "recommended (?:for you|reading|stories)|trending(?: now| stories)?|in other news|you (?:may|might) (?:also )?(?:like|enjoy)|editor'?s'? picks?|most (?:read|popular|viewed|shared)|from our partners|promoted (?:stories|links|content)|around the web|" +
  'lesen sie (?:auch|mehr|hier|dazu)|lies auch|auch interessant|mehr zum thema|mehr dazu|siehe auch|passend dazu|das könnte sie auch interessieren|meistgelesen|' +
  'zum thema|(?:à )?voir également|ver más|lire (?:aussi|également|la suite)|à lire(?: aussi| également)?|voir aussi|sur le même sujet|les plus lus|articles liés|' +
  'lea también|lee también|leer más|vea también|ver también|(?:también )?te puede interesar|puede interesarle|te recomendamos|noticias? relacionadas?|lo más leído|' +
  'leggi anche|leggi di più|vedi anche|(?:ti )?potrebbe(?: anche)? interessar(?:e|ti)(?: anche)?|articoli correlati|i più letti|' +
  'leia (?:também|mais)|veja (?:também|mais)|saiba mais|notícias relacionadas|mais lidas|' +
  'lees (?:ook|meer|verder)|bekijk ook|zie ook|meer over dit onderwerp|gerelateerde artikelen|' +
  '(?:czytaj|zobacz|przeczytaj) (?:także|również|też|więcej)|powiązane artykuły|' +
  'ilgili haber(?:ler)?|ayrıca (?:okuyun|bakınız)|bunu da okuyun|bunlar da ilginizi çekebilir|devamını oku|' +
  'читайте (?:также|ещё|еще|по теме|також)|читать также|смотрите также|материалы по теме|по теме|' +
  'läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|čtěte (?:také|i)|přečtěte si(?: také)?|citește și|citiți și|διαβάστε (?:επίσης|ακόμη)|' +
  'اقرأ (?:أيضا|أيضًا|أيضاً|المزيد|ايضا)|شاهد (?:أيضا|أيضًا)|مواضيع ذات صلة|関連記事|あわせて読みたい|相关阅读|延伸阅读|相关新闻|관련\\s?기사|यह भी पढ़ें|ये भी पढ़ें';

/** One link on one line. */
export const linkLine = new RegExp(`^(?:${linkWords})\\s?[:：|–—-]\\s?.{1,200}$`, 'u');
/** These may also begin what a story recommends: a headline without a stop must follow. */
export const offerLine =
  /^(?:don't miss|must[ -](?:read|see)|recommended|up next|watch(?: now)?|listen|in case you missed it|icymi)\s?[:：|]\s?.{1,200}$/u;
/** The words alone: what stands below them without a stop are links. */
export const linksHeading = new RegExp(`^(?:${linkWords})$`, 'u');
/** The same where only the foot of a page tells it from a crosshead. */
export const footHeading =
  /^(?:more (?:in|on|from) .{2,30}|more [\p{L}-]{2,20} (?:stories|news|headlines)|don't miss|must[ -]read|recommended|up next|in case you missed it|(?:latest|top|popular|recent) (?:news|stories|headlines|posts)|(?:previous|next) (?:article|post|story)|book now|buy now|shop now|about the author|load more|show more|donate|(?:next|previous)\s?: .{5,140}|back to top|reklam|publicité)$/u;
/** What stands below this at the foot is the page's word on its writer. */
export const writerHeading =
  /^(?:about the (?:author|writer)|über (?:den autor|die autorin)|à propos de l'auteur|sobre (?:el|la) autora?|sull'autore)$/u;

/** "Tags: Austria, bank": at the foot they become the story's keywords. */
export const tagsLine =
  /^(?:tags?|topics?|keywords|filed under|posted in|in this (?:article|story)|schlagw[oö]rter|schlagworte|mots[- ]clés|etiquetas|etichette|argomenti|trefwoorden|tagi|etiketler|теги|الوسوم)\s?[:：]\s?(.{2,300})$/iu;
export const hashtags = /^(?:#[\p{L}\p{M}\p{N}_]{2,60}[\s,]*){1,20}$/u;

/** Names that a page puts on its buttons; by themselves they say nothing else. */
export const networks: ReadonlySet<string> = new Set(
  'facebook twitter whatsapp telegram linkedin pinterest reddit tumblr instagram youtube tiktok threads bluesky mastodon flipboard messenger viber vkontakte skype'.split(
    ' ',
  ),
);
/** Words beside them. */
export const buttons: ReadonlySet<string> = new Set(
  'x email e-mail mail print copy link share tweet pin save bookmark pdf line sms like comment comments more follow us on via and teilen drucken imprimer partager enviar imprimir compartir stampa condividi'.split(
    ' ',
  ),
);
