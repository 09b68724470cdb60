// A list of phrases that is asked thousands of times a second which of them a text begins with: "photo by jane roe" → "photo by".

export type PhraseList = {
  /** The phrases that `low` begins with, in the order of the list. */
  beginning(low: string): readonly string[];
};

/** `phrases` in lower case, at least two characters long but for whole-list lookups, in the order in which they are to be tried. */
export function makePhraseList(phrases: readonly string[]): PhraseList {
  const byOpening = new Map<string, string[]>();
  for (const phrase of phrases) {
    const opening = phrase.slice(0, 2);
    byOpening.set(opening, [...(byOpening.get(opening) ?? []), phrase]);
  }
  const single = phrases.filter((phrase) => phrase.length < 2);
  return {
    beginning: (low) =>
      [...(byOpening.get(low.slice(0, 2)) ?? []), ...single].filter((phrase) => low.startsWith(phrase)),
  };
}
