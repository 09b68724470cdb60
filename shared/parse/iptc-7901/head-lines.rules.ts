// What the lines between STX and the body can be besides a headline: which take it is, and notes to editors.
// "1ST LEAD" → take key and signal update; "(Foto - Archiv)" → note.

export type TakeWord = {
  /** Matches the whole line, without brackets around it. */
  readonly matches: RegExp;
  readonly signal?: 'update' | 'correction' | 'kill';
  readonly sample: string;
};

export const takeWords: readonly TakeWord[] = [
  {
    matches:
      /^(?:mandatory |bulletin )?(?:kill|withdrawal|elimination|annullierung|stornierung|zurückgezogen|ungültig)[!:.]?$/i,
    signal: 'kill',
    sample: 'MANDATORY KILL',
  },
  {
    matches:
      /^(?:correction|corrected|corr(?: \d)?|korrektur|berichtigung|berichtigte? (?:wiederholung|fassung)|berichtigung\b.{0,80})[!:.]?$/i,
    signal: 'correction',
    sample: 'BERICHTIGUNG',
  },
  {
    matches:
      /^(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+)?(?:new\s+)?(?:lead|ld|round-?up|update|write-?thru|rewrite|neufassung|zusammenfassung|wrap(?:-?up)?)(?:\s+\d{1,4})?(?:\s*[-–:]\s*.{0,100})?[!:.]?$/i,
    signal: 'update',
    sample: '1ST LEAD',
  },
  { matches: /^(?:re-?file|repeat(?:ing)?|rpt|wiederholung|wdhlg?\.?)(?:\s*[-–:]\s*.{0,60})?$/i, sample: 'REFILE' },
  {
    matches:
      /^(?:extra|urgent|flash|snap|bulletin|news ?alert|alert|blitz|eil(?:meldung)?|eilt|breaking(?: news)?|vorrang|take \d+|(?:first|second|third|1st|2nd|3rd|\dth) (?:take|add)|(?:erster|zweiter|dritter|vierter|\d\.) teil|teil \d+)[!:.]?$/i,
    sample: 'EXTRA',
  },
  {
    matches:
      /^(?:preview|feature|analysis|background(?:er)?|profile|interview|chronology|timeline|factbox|fact box|facts|quotes|document|review|explainer|reportage|report|column|correspondent.{0,3} report|vorschau|hintergrund|analyse|porträt|portrait|kommentar|dokumentation|chronologie|stichwort|zitate?|überblick|übersicht|korrespondentenbericht|archiv|kurzfassung|langfassung|termine?|service|tagesvorschau|themenpaket|infobox|umfrage)[!:.]?$/i,
    sample: 'HINTERGRUND',
  },
];

/** Lines of the head that speak to editors: pictures and graphics to come, what was moved before. */
export const noteLines: readonly RegExp[] = [
  /^\(?\s*(?:achtung|attention|avis)(?: (?:redaktionen|editors))?[!:.]?\s*\)?[!:.]?$/i,
  /^\(?\s*(?:mit\s+)?(?:fotos?|photos?|bild(?:er)?|grafik(?:en)?|graphics?|video|audio|archivfoto|with (?:photo|picture|graphic|video)s?|picture available|epa photos?|foto:|photo:)\b.{0,120}\)?\s*$/i,
  /^\(\s*(?:achtung|attention|redaktionen?|editors?|eds?|hinweis|redaktioneller hinweis|note|notiz|neu|new|updat|ergänz|berichtigt|wiederhol|zu apa|zu dpa|utl|forts|fortsetzung|ganze|adds|adding|recast|replaces?|ersetzt)\b.{0,300}\)\s*$/i,
  /^(?:achtung|attention(?: all)? editors|eds|editors|note to editors|redaktionelle[rn]? hinweise?|hinweis an die redaktion(?:en)?)\s*:\s*.+$/i,
];

/** The last line of a head: a name in capitals, or the agency's own in small letters, which plain text would not take for one. */
export const headByline =
  /^(?:by|von|par|por|di|door|av|af|od|text|from)\s+(?=(?:(?:our|unserem|unseren|unserer|the|den|der)\s+)?(?:dpa|afp|apa|afx|sda|kna|epd|sid|\p{Lu}))[^.!?]{0,140}(?:\b\p{Lu}\.[^.!?]{0,60}){0,3}$/iu;

/** APA's line below the headline: "Utl.: Opposition fordert Aufklärung". */
export const subtitleLine = /^utl\.?\s*:\s*/i;
