// Lines below which nothing is for the reader, and lines that close a message: "# Notizblock", "dpa wsz jln npr".

/** From such a line on, all is for editors. */
export const notebookHeadings: readonly RegExp[] = [
  /^#{0,3}\s*(?:dpa[- ]?)?(?:notizblock|notebook)\s*:?$/i,
  /^#{1,3}\s*(?:redaktionelle hinweise|editorial (?:notes?|contacts)|note to editors|orte|internet(?:links?)?|dpa[- ]kontakte|dpa contacts)\s*:?$/i,
  /^(?:\*\s*){3,}$/,
  /^(?:the following information is not (?:intended )?for publication|die folgenden informationen sind nicht (?:zur|für die) veröffentlichung.*|nicht zur veröffentlichung bestimmt.*)\s*[.:]?$/i,
  /^(?:redaktionelle[rn]? hinweise?|editorial notes?|editors?['’] notes?|notes? to editors?|hinweise? an die redaktion(?:en)?)\s*:?$/i,
];

/** The same said in front of one paragraph; only the paragraph goes. */
export const editorsParagraph =
  /^\(?(?:achtung redaktionen?|redaktioneller hinweis|hinweis an die redaktion(?:en)?|grafik-?hinweis|editors?['’]? notes?|note to editors|eds|editors|attention editors)\s*[:–—_-]\s*\S/i;

/** Initials, time stamps and counters the desk signs with: `dpa wsz jln npr`, `dpa aa bb yydd cc`, `(Schluss) abc/def`, `APA0123 2024-05-01/12:30`. */
export const signatures: readonly RegExp[] = [
  /^(?:dpa|dpa-\w{2,8}|afp|apa|sda|ats|ap|anp|kna|epd|sid|tca\/dpa)(?:[-/ ]{1,2}[a-z0-9]{1,5}){1,10}$/,
  /^\(?(?:schluss|ende|forts\.?|end|more)\)?(?:\s+[a-zäöü]{2,4}(?:[/*+,-][a-zäöü]{2,4}){0,6})?(?:\s*=)?$/i,
  /^(?:APA|OTS|dpa|AFP)-?\d{1,5}(?:\s+\d{4}-\d{2}-\d{2}\/\d{2}:\d{2})?$/,
  /^\d{6}\s(?:[A-Z]{3,4}\s)?\p{L}{3}\s\d{2}$/u,
];

export const copyrightLine = /^(?:[-*]\s*)?(?:©|\(c\)\s?|copyright\b)\s?.{0,200}$/i;
