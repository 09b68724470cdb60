// How lines end and names look, in the scripts wires use.

/** Whether the line ends as a sentence does: a stop, perhaps with a quotation mark or bracket behind it. */
export function endsSentence(line: string): boolean {
  return /[.!?…。！？؟۔।:;][)\]"'”’»“』」）]*\s*$/u.test(line);
}

/** A stop that belongs to a shortened word: "first 10 days of Oct.", "buys Acme Inc.". */
export function endsInAbbreviation(line: string): boolean {
  return /(?<![\p{L}.])(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Bros|Jr|Sr|No|(?:\p{Lu}\.)+\p{Lu})\.["”’)]?\s*$/u.test(
    line,
  );
}

/** Most words begin with a capital, or all letters are capitals: "Ferries Stop In Storm". */
export function isTitleCase(line: string): boolean {
  const words = line.match(/\p{L}[\p{L}\p{M}’']*/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  return long.length > 0 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= long.length * 0.8;
}

export function wordCount(line: string): number {
  return line.split(/\s+/).filter((word) => word !== '').length;
}

/** Characters, with those of Chinese, Japanese and Korean counted double, since they say as much. */
export function weight(line: string): number {
  return line.length + (line.match(/[\u3040-\u30FF\u4E00-\u9FFF\uAC00-\uD7AF]/g) ?? []).length;
}

/** "Ships in the ice. (Jane Roe/AFP)": a sentence and a bracket behind its stop. */
export function looksLikeCaption(text: string): boolean {
  return /[.!?…。][”"’]?\s*[(\[（][^()[\]（）]{2,200}[)\]）]\s*$/u.test(text);
}

/** "LONDON (AP) - …", "(ANSA) - …". */
export function startsWithDateline(text: string): boolean {
  return (
    /^[\p{Lu}][\p{L} .,'’/-]{1,50}(?:\(\p{Lu}[\p{L} /-]{1,20}\))\s*[-–—.]/u.test(text) ||
    /^\(\p{Lu}[\p{L} /-]{1,20}\)\s*[-–—]/u.test(text)
  );
}

const announcing =
  /^(?:by|words by|story by|text by|written by|reported by|reporting by|from|von|text|texte|tekst|texto|testo|teksti|par|por|di|door|av|af|od|autor|autorin|auteur|autore|author|reporter|автор|текст|yazan|szerző|kirjoittaja)(?:\s*:\s*|\s+)(?=["“]?[\p{Lu}\p{Lo}@])/iu;

/**
 * Whether a sub-editor would call the line a byline: "By JANE DOE and John Roe, AP", "Von Jens Petersen", "文・山口直子".
 * "By the time the ships came…" is none: a name follows, and no sentence.
 */
export function looksLikeByline(line: string): boolean {
  const text = line.trim();
  if (text.length > 160 || endsSentence(text.replace(/\b(?:\p{Lu}|Jr|Sr|Dr|St)\.$/u, ''))) return false;
  if (/^(?:文|取材・文|記者)\s*[:：・/／]?\s*\p{Script=Han}{2,8}$|^\p{Script=Han}{2,6}\s*記者$/u.test(text))
    return true;
  const match = announcing.exec(text);
  if (!match)
    return /^\p{Lu}[\p{L}\p{M}'’.-]+(?:\s+\p{Lu}[\p{L}\p{M}'’.-]+){1,3}\s*(?:\||\/|,|\()\s*(?:AFP|AP|dpa|DPA|APA|ANSA|EFE|PA|UPI|AAP|NTB|TT|STT|ANP|PAP|TASS|PTI|Reuters|REUTERS)\)?$/u.test(
      text,
    );
  const rest = text.slice(match[0].length);
  if (
    /^(?:the|a|an|der|die|das|le|la|les|el|los|il|de|den|det|en|ett)\s+\p{Ll}/iu.test(rest) &&
    !/^(?:The|De|La|Le|El|Los|Les)\s+\p{Lu}/u.test(rest)
  )
    return false;
  const words = rest.split(/[\s,;&|/]+/).filter((word) => /^\p{L}/u.test(word));
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !connecting.has(word.toLowerCase()));
  return words.length > 0 && words.length <= 18 && (/^\p{Ll}/u.test(text) ? words.length <= 5 : small.length === 0);
}

/** Words in lower case that a byline may hold. */
const connecting = new Set(
  'and und et y e i og och ja en ve with for of in at the from special to to von van der den de del della di da dos du la le bin ibn al el zu ten ter af av for à em aus agencies agences agenturen agencias staff writer correspondent editor reporter und et'.split(
    ' ',
  ),
);
