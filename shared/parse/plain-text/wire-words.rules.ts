// What press offices write above the headline, and lines below which nothing is for the reader: notes to editors, and whom a press office names for questions.

export const forEditors =
  /^(?:notes? (?:to|for) (?:the )?editors?|editor[’']?s['’]? notes?|redaktionelle hinweise|hinweise? an die redaktion(?:en)?|notes? aux rédactions|notas? (?:a los|para) editores|note per la stampa)\s*:?$/iu;

const office =
  "notes? (?:to|for) (?:the )?editors?|editor[’']?s[’']? notes?|redaktionelle hinweise|hinweise? an die redaktion(?:en)?|notes? aux rédactions|notas? (?:a los|para) editores|note per la stampa|" +
  '(?:media|press|news media|pr) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|relations|office)|(?:contacts?|enquiries|inquiries) for (?:the )?(?:media|press|journalists)|(?:for )?(?:media|press) (?:enquiries|inquiries)|' +
  'pressekontakte?|pressestelle|ansprechpartner(?:in)?(?: für (?:die )?(?:presse|medien|redaktionen))?|kontakt für (?:die )?(?:presse|medien|redaktionen)|medienkontakt|rückfragehinweise?|rückfragen(?: bitte)? an|' +
  'contacts? (?:de )?presse|relations presse|contacto (?:de |para )?(?:prensa|medios)|contatt[oi] (?:per la )?stampa|ufficio stampa|contato (?:de |para (?:a )?)?imprensa|assessoria de imprensa|' +
  'perscontact|presskontakt|pressekontakt|mediekontakt|kontakt dla mediów|biuro prasowe|basın iletişim|контакты? для (?:прессы|сми)';

/** "Media contact:", "Pressekontakt", "For more information, please contact:" and what is said on the same line. */
export const notesHeading = new RegExp(
  `^[*_#\\s]*(?:(?:${office})\\s*(?:[:：].{0,150})?|(?:for (?:more|further) (?:information|details)|weitere informationen|pour (?:plus d['’]informations?|tout renseignement)|para más información|per (?:ulteriori )?informazioni)[^.!?]{0,40}?(?:contact|contacter|contactar|contattare|erhalten sie bei)?\\s*[:：].{0,150})[*_\\s]*$`,
  'iu',
);

/** "MEDIA RELEASE PR67276", "FOR IMMEDIATE RELEASE: Oct. 12, 2026". */
export const releaseLabel =
  /^(for immediate release|(?:media|press|news) (?:release|statement|advisory|note)|pressemitteilung|presseinformation|presseaussendung|medienmitteilung|medieninformation|communiqu[ée] de presse|comunicado de prensa|nota de prensa|comunicado de imprensa|nota à imprensa|comunicato stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|lehdistötiedote|tiedote|komunikat prasowy|informacja prasowa|basın (?:bülteni|açıklaması)|пресс-релиз)(?:\s*[:–—-]?\s+((?=[^\s]*\d)[\w./-]+|.{0,12}\d.{0,30}))?\s*:?$/iu;
