// Takes of one story in one file: "1st Add" has no headline and goes on where the take before it ended with "MORE".
// "BC-Norland-Election, Bjt" and "BC-Norland-Election, 1st Add" → one story with the text of both.

import type { Draft } from '../../draft.ts';
import type { Block, Note } from '../../story.ts';
import { defined } from '../body.ts';

export type Take = {
  readonly draft: Draft;
  /** Whether it goes on with a story that began before. */
  readonly continues: boolean;
  /** The words that head it are in its text as well. */
  readonly isAlert: boolean;
};

/** "1st Add" of a story goes on with its text, where the story stands in the same file. */
export function joinTakes(takes: readonly Take[]): readonly Draft[] {
  const stories: { readonly first: Draft; readonly adds: Take[] }[] = [];
  const bySlug = new Map<string, (typeof stories)[number]>();
  for (const take of takes) {
    const slug = take.draft.slugline?.toLowerCase() ?? '';
    const story = take.continues ? bySlug.get(slug) : undefined;
    if (story) story.adds.push(take);
    else {
      const begun = { first: take.draft, adds: [] };
      stories.push(begun);
      if (slug !== '') bySlug.set(slug, begun);
    }
  }
  return stories.map(({ first, adds }) => (adds.length === 0 ? first : joined(first, adds)));
}

function joined(first: Draft, adds: readonly Take[]): Draft {
  const notes: readonly Note[] = adds.map(({ draft }) => ({
    step: 'parse',
    rule: 'continuation-take',
    before: draft.takeKey ?? '',
    text: 'Another take of the story in the same file was put behind it.',
  }));
  return defined<Draft>({
    ...first,
    body: [...first.body, ...adds.flatMap((take) => continuation(first, take))],
    edNotes: [...(first.edNotes ?? []), ...adds.flatMap(({ draft }) => draft.edNotes ?? [])],
    versionCreated: adds.at(-1)!.draft.versionCreated ?? first.versionCreated,
    notes: [...(first.notes ?? []), ...notes],
  });
}

function continuation(first: Draft, { draft, isAlert }: Take): readonly Block[] {
  // A take has no headline of its own; the words on its first line go on with the text: "^KARSUND: was high.=".
  const opening = [isAlert ? undefined : draft.headline, draft.standfirst, ...(draft.bylines ?? [])].filter(
    (text) => text !== undefined && text !== first.headline && !first.bylines?.includes(text),
  );
  return [...opening.map((text) => ({ type: 'paragraph', text: text! }) as const), ...draft.body];
}
