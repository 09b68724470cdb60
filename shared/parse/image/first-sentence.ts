// The first sentence of a caption, to head a picture that has no headline: "A ferry in port on Friday, Nov. 20, 2026. It is late." → "A ferry in port on Friday, Nov. 20, 2026".

const abbreviations: ReadonlySet<string> = new Set(
  'mr mrs ms dr st jr sr prof rev hon gen lt col maj capt cmdr adm sgt cpl pvt gov sen rep pres jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun no nr vs approx ca bzw z d u a b dipl ing co inc ltd corp ave blvd mt ft'.split(
    ' ',
  ),
);

/** Longest headline made of a caption, in UTF-16 units. */
const longest = 140;

export function firstSentence(text: string): string {
  for (const match of text.matchAll(/[.!?]["”’»)]*(?=\s|$)|[。！？][」』”）]*/gu)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && !endsHere(text, match.index, end)) continue;
    return shorten(text.slice(0, end).replace(/[.。]$/u, ''));
  }
  return shorten(text);
}

/** A stop behind an abbreviation, an initial or a day, or before a small letter or a number, ends no sentence. */
function endsHere(text: string, stop: number, end: number): boolean {
  const word = /([\p{L}\p{N}.]+)$/u.exec(text.slice(Math.max(0, stop - 40), stop))?.[1] ?? '';
  const next = text.slice(end, end + 4).trimStart();
  if (next === '') return true;
  if (/^\p{Ll}/u.test(next) || (/^\p{N}/u.test(next) && abbreviations.has(word.toLowerCase()))) return false;
  return stop > 10 && !abbreviations.has(word.toLowerCase()) && !/^\p{Lu}$|\.\p{L}$|^\d{1,2}$/u.test(word);
}

function shorten(text: string): string {
  return text.length <= longest ? text.trim() : `${text.slice(0, longest).replace(/\s+\S*$/u, '')}…`;
}
