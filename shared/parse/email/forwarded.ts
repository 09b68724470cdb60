// The lines a mail program writes above a text it forwards: they are for the editors, the text below is the story.
// "---------- Forwarded message ---------\nFrom: Press Office\nSubject: Ferries stop\n\nThe harbour …" → "The harbour …" and a note to editors.

export type Forwarded = { readonly text: string; readonly edNotes: readonly string[] };

const marker =
  /^[\s>*_-]*(?:(?:begin )?forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message (?:transféré|d'origine)|mensaje (?:reenviado|original)|messaggio (?:inoltrato|originale)|vidarebefordrat meddelande|videresendt (?:melding|besked))\b[\s:*_-]*$/i;
const header =
  /^[\s>*]*(?:from|sent|date|subject|to|cc|reply-to|von|gesendet|datum|betreff|an|de|envoyé|date|objet|à|para|enviado|fecha|asunto|da|inviato|oggetto|a|från|skickat|ämne|till|fra|sendt|emne|til)\*?\s?:\s?\*?\s*\S/i;

/** Only at the top, or below a word or two of whoever forwards it. */
export function readForwarded(given: string): Forwarded {
  const lines = given.split('\n');
  const top = lines.slice(0, 12).findIndex((line) => marker.test(line));
  const start = top >= 0 ? top + 1 : lines.findIndex((line) => line.trim() !== '');
  const from =
    start +
    Math.max(
      0,
      lines.slice(start).findIndex((line) => line.trim() !== ''),
    );
  let end = from;
  while (end < lines.length && (header.test(lines[end]!) || (end > from && /^\s+\S/.test(lines[end]!)))) end += 1;
  const cover = top > 0 ? lines.slice(0, top).filter((line) => line.trim() !== '') : [];
  if (end - from < (top >= 0 ? 2 : 3) || cover.join(' ').length > 200) return { text: given, edNotes: [] };
  const said = lines
    .slice(from, end)
    .map((line) => line.trim().replace(/\*/g, ''))
    .join('\n');
  return {
    text: lines.slice(end).join('\n'),
    edNotes: [...(cover.length > 0 ? [cover.map((line) => line.trim()).join(' ')] : []), said],
  };
}
