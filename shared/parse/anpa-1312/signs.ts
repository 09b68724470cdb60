// What ANPA's code says in type and a reader should see as words: "``Help,'' she said _ 5{ games" → "“Help,” she said — 5½ games".

/** Typesetting codes go, quotation marks and dashes become themselves; columns set with tab controls are parted by a tab. */
export function readSigns(line: string): string {
  return line
    .replace(/ ?\(%[^()\n]{0,20}\)/g, '')
    .replace(/[\u001E\u001F](?:[\u001E\u001F ]*[\u001E\u001F])? ?/g, '\t')
    .replace(/[\u0000-\u0008\u000B-\u001D\u007F]+/g, '')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/(?<=\s)_(?=\s)|^_(?=\s)/g, '—')
    .replace(/(?<=[\d;\t ])\{/g, '½');
}

/** A line of the head or a crosshead without its marks: "^By JANE DOE=" → "By JANE DOE". */
export function unmarked(line: string): string {
  return withoutEnd(readSigns(line).replace(/^\s*\^?\s*(?:\*\d{1,6}<\s*)?\^?\s*/, ''), '<>=^+').trim();
}

/** The line without white space and the signs given at its end. */
export function withoutEnd(line: string, signs: string): string {
  let end = line.length;
  while (end > 0 && (signs.includes(line[end - 1]!) || line[end - 1]!.trim() === '')) end -= 1;
  return line.slice(0, end);
}
