// Paragraphs that belong to the page a story was copied from, not to the story. Each row is matched against a whole paragraph
// (lower case, plain apostrophes, no punctuation at the end) and carries a sample that is its test.

export type Boilerplate = { readonly rule: string; readonly matches: RegExp; readonly sample: string };

export const boilerplateRows: readonly Boilerplate[] = [
  { rule: 'newsletter', matches: /^(?:please )?(?:don't|never|do not) miss (?:our|a|an|any|out on)\b.{0,40}\b(?:story|stories|news|update|updates|newsletter|again|headlines)$/, sample: 'Don’t miss Our New Story!' },
  { rule: 'newsletter', matches: /^we (?:don't|do not|never|won't|will never) spam\b.{0,120}$/, sample: 'We don’t spam! Read our privacy policy for more info.' },
  { rule: 'newsletter', matches: /^(?:read|see|check) our privacy policy\b.{0,60}$/, sample: 'Read our privacy policy for more info.' },
  { rule: 'newsletter', matches: /^(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletters?|updates|alerts|inbox|emails?|channel|for free|our)\b.{0,80}$/, sample: 'Sign up to our daily newsletter here' },
  { rule: 'newsletter', matches: /^(?:get|receive) .{0,60}\b(?:in|to|into) your inbox\b.{0,60}$/, sample: 'Get the best stories straight to your inbox every morning.' },
  { rule: 'newsletter', matches: /^(?:abonnieren sie|jetzt) .{0,40}newsletter.{0,60}$|^(?:melden sie sich|hier) .{0,60}newsletter .{0,30}an(?:melden)?$/, sample: 'Abonnieren Sie unseren Newsletter' },
  { rule: 'newsletter', matches: /^(?:inscrivez-vous|abonnez-vous)\b.{0,100}$/, sample: 'Inscrivez-vous à notre newsletter' },
  { rule: 'newsletter', matches: /^(?:suscríbete|suscríbase|suscribete|iscriviti|inscreva-se|assine)\b.{0,60}(?:boletín|newsletter|canal|canale)\b.{0,40}$/, sample: 'Suscríbete a nuestro boletín' },
  { rule: 'newsletter', matches: /^(?:newsletter|our newsletters?)$/, sample: 'Newsletter' },
  { rule: 'mail', matches: /^(?:view|read|open|see) (?:this|the) (?:e-?mail|message|newsletter|release) (?:in|on) (?:your|a|the) (?:web )?browser\b.{0,40}$|^(?:having trouble|problems|can't see).{0,60}\b(?:view|viewing|read|reading|images)\b.{0,60}$|^(?:unsubscribe|update your preferences)\b.{0,80}$/, sample: 'View this email in your browser' },
  { rule: 'agency-page', matches: /^to find out more about the (?:author|editor|agency)\b.{0,120}$/, sample: 'To find out more about the author, editor or agency that supplied this story – please click below.' },
  { rule: 'agency-page', matches: /^the .{2,30} page is created by and dedicated to .{5,120}$/, sample: 'The Harbour Wire page is created by and dedicated to professional, independent freelance journalists.' },
  { rule: 'social', matches: /^(?:follow|like|find|join) us (?:on|at)\b.{0,80}$/, sample: 'Follow us on Facebook and X' },
  { rule: 'social', matches: /^(?:folgen sie uns|folge uns|suivez-nous|síguenos|seguici|siga-nos|følg oss|följ oss)\b.{0,80}$/, sample: 'Folgen Sie uns auf Instagram' },
  { rule: 'social', matches: /^(?:share|tweet|email|print|pin)(?: this)?(?: (?:article|story|post|page))?(?: on .{1,30}| via .{1,30})?$/, sample: 'Share this story on Facebook' },
  { rule: 'social', matches: /^share on (?:facebook|twitter|x|whatsapp|linkedin|email).{0,40}$/, sample: 'Share on WhatsApp' },
  { rule: 'advertisement', matches: /^\W*(?:advertisement|advert|ad|anzeige|publicité|publicidad|pubblicità|annonse|annons|annonce|reklam|reklama|reclame|werbung|anuncio|sponsored(?: content)?|story continues below(?: advertisement)?|article continues after (?:ad|advertisement))\W*$/, sample: 'ADVERTISEMENT' },
  { rule: 'promotion', matches: /^(?:click|tap) here\b.{0,100}$/, sample: 'Click here for more stories like this.' },
  { rule: 'promotion', matches: /^(?:read more|read also|also read|see also|related|more on this|more stories|recommended|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|leggi anche|läs också|les også)\s*:.{1,160}$/, sample: 'READ MORE: Ten things to know about the islands' },
  { rule: 'promotion', matches: /^(?:read more|related (?:stories|articles|topics)|more stories|you may also like|recommended for you|most read|trending)$/, sample: 'Related Stories' },
  { rule: 'promotion', matches: /^(?:download|get) (?:our|the) .{0,30}\bapp\b.{0,80}$/, sample: 'Download our app for the latest news' },
  { rule: 'promotion', matches: /^for (?:more|the latest) (?:news|stories|headlines|sport),? .{0,40}\b(?:visit|follow|subscribe|click|check|go to)\b.{0,80}$/, sample: 'For more news, visit our homepage.' },
  { rule: 'comments', matches: /^(?:leave a (?:comment|reply)|what do you think\? .{0,60}|let us know (?:in|what) .{0,60}|join the conversation|comments? (?:are )?(?:closed|off|below))$/, sample: 'Leave a comment' },
  { rule: 'cookies', matches: /^(?:we|this (?:web)?site) uses? cookies\b.{0,300}$|^(?:accept|manage) (?:all )?cookies$/, sample: 'This website uses cookies to improve your experience.' },
  { rule: 'cookies', matches: /^(?:wir|diese (?:web)?seite) (?:verwendet|verwenden|nutzt|nutzen) cookies\b.{0,300}$/, sample: 'Diese Seite verwendet Cookies.' },
  { rule: 'consent', matches: /^(?:empfohlener redaktioneller|externer) inhalt(?: nicht verfügbar)?$|^an dieser stelle (?:findest du|finden sie) .{0,60}externen inhalt.{0,250}$/, sample: 'An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt.' },
  { rule: 'consent', matches: /^ich bin (?:damit )?einverstanden, dass mir .{0,60}inhalte?.{0,250}$|^(?:damit können )?personenbezogene daten (?:können )?an drittplattformen .{0,200}$/, sample: 'Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.' },
  { rule: 'consent', matches: /^deine privatsphäre-einstellungen verhindern .{0,200}$|^(?:zum (?:aktivieren|anzeigen)|um diesen inhalt) .{0,40}(?:cookies|einwilligung|zustimm).{0,160}$/, sample: 'Deine Privatsphäre-Einstellungen verhindern das Laden aller externen Inhalte.' },
  { rule: 'consent', matches: /^(?:this|to view this) content (?:is not available|is hosted by|requires).{0,60}(?:cookies?|consent|preferences|third party).{0,120}$|^we need your consent to load this .{0,120}$/, sample: 'We need your consent to load this social media content.' },
  { rule: 'player', matches: /^(?:your browser does not support .{0,60}|please enable javascript.{0,80}|video (?:player )?(?:is )?loading|loading|play video|watch (?:the )?video(?: (?:above|below))?)$/, sample: 'Your browser does not support the video tag.' },
  { rule: 'tip', matches: /^(?:do you have|got|have) an? (?:story|tip|news tip)\b.{0,160}$/, sample: 'Do you have a story? Get in touch with our news desk.' },
  { rule: 'translation', matches: /^(?:this (?:article|story) was (?:originally )?(?:published|translated)\b.{0,160}\b(?:automatically|by machine|on our (?:website|site)))$/, sample: 'This article was translated automatically' },
];

/** Footers that say whose the copyright is: cut from the body, kept as the story's copyright notice. */
export const copyrightFooter = /^(?:(?:©|\(c\)|copyright)\s?.{0,200}|.{0,80}\ball rights reserved\b.{0,120})$/i;
