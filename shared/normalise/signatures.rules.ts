// What desks write below a story for themselves.

/** A house in brackets or between slashes, or followed by desks and initials: "(BusinessDesk)", "AAP RTV ar", "dpa wsz jln". */
export const houseMark =
  /^(?:[-–—=]{1,2}\s?)?(?:[(/](?<inside>[\p{L}\p{N}.& -]{2,30})[)/]|(?<house>\p{L}[\p{L}\d]{1,9})(?:[ /-](?:\p{Lu}{2,4}|\p{Ll}{2,3})){0,6}\/?)\.?$/u;

/** "(©NTB)", "© NTB". */
export const copyrightMark = /^\(?(©\s?\p{L}[\p{L}\d .&-]{1,30})\)?\.?$/u;

/** Whole paragraphs. */
export const deskMarks: readonly RegExp[] = [
  // Editors' initials between slashes: "hh/ph/ts/hd", "jd-abc/kjm/pvh", "ak/ joz/". One word with spaces around it would be a word.
  /^\p{Ll}{2,4}(?:-\p{Ll}{2,4})?(?:\s?\/\s?\p{Ll}{2,4}(?:-\p{Ll}{2,4})?){1,6}\s?\/?$/u,
  // The same in Arabic, where a letter may stand by itself: "ففف/ح س/كام".
  /^\p{Script=Arabic}{1,4}(?:[ -]\p{Script=Arabic}{1,4}){0,2}(?:\/\p{Script=Arabic}{1,4}(?:[ -]\p{Script=Arabic}{1,4}){0,2}){1,6}$/u,
  // "YA1-MG", "Pg1/Mav", "ABC // XYZ": codes of two parts, at least one in capitals or with a number.
  /^(?=.*(?:\p{Lu}{2}|\p{L}\d))[\p{L}\d]{1,4}(?:\s?\/{1,2}\s?|-)[\p{L}\d]{1,4}(?:\s?\/{1,2}\s?[\p{L}\d]{1,4}){0,3}$/u,
  // One person's initials: no word of so few letters ends a story without a stop.
  /^\p{Ll}{2,3}$/u,
  // "(Schluss) hjk/ngs", "(Forts.) abc".
  /^\((?:schluss|forts\.?|ende|end|more|suite|segue|fin|sigue)\)(?:\s*\p{Ll}{2,4}(?:[/*+,-]\p{Ll}{2,4}){0,6})?$/iu,
  // "Lusa/Fim", "==Kyodo", "TASS/end".
  /^\p{L}{2,12}\/(?:fim|fin|ende?|slut|loppu|koniec)$/iu,
  /^=+\s?\p{L}{2,12}$/u,
  // When it was sent: "2026-10-10 15:01", "101532 OTT 26", "APA0123 2026-10-13/08:15".
  /^(?:[A-Z]{2,4}-?\d{1,5}\s+)?\d{4}-\d{2}-\d{2}[ /T]\d{2}:\d{2}(?::\d{2})?$/,
  /^\d{6}\s?(?:[A-Z]{1,4}\s)?\p{L}{3}\s\d{2}$/u,
  // What came with it: "(foto) (vídeo)", "(TEXT1) (ABC)", "(Oslo Newsroom)".
  /^(?:\(\p{L}{3,8}\d{0,2}\)\s?){2,4}$/u,
  /^\(\p{Lu}[\p{L} ]{1,20} newsroom\)$/iu,
];

/** Behind the last sentence: "(ANSA)", "EFE", "PTI ABC XY XY", "Enditem", "（了）". */
export const trailingMark =
  /(?<=[.!?…"”’»。])(?<mark>\s*(?:\(?(?<house>\p{Lu}[\p{L}]{1,9}|dpa)\)?(?:\s\p{Lu}{2,3}){0,5}\.?|(?<end>[Ee]nditem|[Ee]ndit|[（(]了[）)]|\(END\)|\(TEXT\d?\)(?:\s?\([A-Z]{2,4}\)){0,2})))$/u;
