// Cutting and tidying Prose: the marks move along with the text they belong to.

import type { Mark, Prose } from './story.ts';

/** The part from `start` to before `end`. */
export function sliceProse({ text, marks }: Prose, start: number, end = text.length): Prose {
  const kept = (marks ?? []).map(
    (mark): Mark => ({ ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }),
  );
  return withMarks(text.slice(start, end), kept);
}

/** White space collapsed to single blanks and gone from both ends; no-break spaces become plain ones. */
export function tidyProse({ text, marks }: Prose): Prose {
  if (!/^\s|\s$|[^\S ]|\s{2}/u.test(text)) return marks ? { text, marks } : { text };
  const places = new Uint32Array(text.length + 1);
  let tidy = '';
  for (let index = 0; index < text.length; index += 1) {
    places[index] = tidy.length;
    const character = text[index]!;
    if (!/\s/u.test(character)) tidy += character;
    else if (tidy !== '' && !tidy.endsWith(' ')) tidy += ' ';
  }
  places[text.length] = tidy.length;
  const end = tidy.trimEnd().length;
  const moved = (marks ?? []).map(
    (mark): Mark => ({ ...mark, start: places[mark.start] ?? end, end: Math.min(places[mark.end] ?? end, end) }),
  );
  return withMarks(tidy.slice(0, end), moved);
}

/** Drops marks that have nothing left to mark. */
function withMarks(text: string, marks: readonly Mark[]): Prose {
  const kept = marks.filter(({ start, end }) => start < end && end <= text.length);
  return kept.length > 0 ? { text, marks: kept } : { text };
}
