// Character sets of the teleprinter age: the national 7-bit sets of ISO 646 by the escape code that calls them, and the accents of ISO 6937.
// DIN 66003 (ESC ( K): "M{rz" → "März"; ISO 6937: C8 75 → "ü".

/** Final byte of `ESC ( x` → what stands at # $ @ [ \ ] ^ ` { | } ~ in that set (ISO 646 national variants, ISO-IR registry). */
export const nationalSets: ReadonlyMap<string, string> = new Map([
  ['B', '#$@[\\]^`{|}~'], // ASCII
  ['A', '£$@[\\]^`{|}‾'], // United Kingdom, BS 4730
  ['K', '#$§ÄÖÜ^`äöüß'], // Germany and Austria, DIN 66003
  ['f', '£$à°ç§^µéùè¨'], // France, NF Z 62-010
  ['R', '£$à°ç§^`éùè¨'], // France, first edition
  ['Y', '£$§°çé^ùàòèì'], // Italy
  ['Z', '£$§¡Ñ¿^`°ñç~'], // Spain
  ['G', '#¤@ÄÖÅ^`äöå‾'], // Sweden and Finland
  ['H', '#¤ÉÄÖÅÜéäöåü'], // Sweden, for names
  ['`', '#$@ÆØÅ^`æøå‾'], // Norway
  ['L', '#$§ÃÇÕ^`ãçõ°'], // Portugal
]);

/** The places of ASCII that national sets fill with letters of their own, in the order of the table above. */
export const nationalPlaces = '#$@[\\]^`{|}~';

/** ISO 6937 (T.61): an accent as a byte before its letter → the combining mark behind it. */
export const accents: ReadonlyMap<number, string> = new Map([
  [0xc1, '\u0300'],
  [0xc2, '\u0301'],
  [0xc3, '\u0302'],
  [0xc4, '\u0303'],
  [0xc5, '\u0304'],
  [0xc6, '\u0306'],
  [0xc7, '\u0307'],
  [0xc8, '\u0308'],
  [0xca, '\u030A'],
  [0xcb, '\u0327'],
  [0xcd, '\u030B'],
  [0xce, '\u0328'],
  [0xcf, '\u030C'],
]);

/** ISO 6937: the characters from A0 on that are no accents; a space means none. */
export const rightHalf: ReadonlyMap<number, string> = new Map(
  [
    [0xa0, '\u00A0¡¢£$¥#§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿'],
    [0xd0, '―¹®©™♪¬¦    ⅛⅜⅝⅞ΩÆĐªĦ ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ\u00AD'],
  ]
    .flatMap(([start, row]) =>
      [...(row as string)].map((character, index) => [(start as number) + index, character] as const),
    )
    .filter(([code, character]) => character !== ' ' || code === 0xa0),
);
