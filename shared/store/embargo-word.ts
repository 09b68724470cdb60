// The newest word on when a story may go out: it covers every version until it is lifted or has passed.
// "Embargo: 2026-12-01 06:00" in version 1, and a version 2 that says nothing of it → version 2 waits as well.

import type { Candidate, EmbargoSaid } from '../normalise/complete.ts';
import type { Note, Story } from '../story.ts';
import type { Order } from './order.ts';
import { compareOrder } from './order.ts';

export type EmbargoWord = EmbargoSaid & { readonly order: Order };

/** What the copy itself says; `undefined` where it is silent. */
export function wordOf({ embargo }: Candidate, order: Order): EmbargoWord | undefined {
  return embargo && { ...embargo, order };
}

/** The newer of two, of which one may be missing. */
export function newerWord(a: EmbargoWord | undefined, b: EmbargoWord | undefined): EmbargoWord | undefined {
  return a && b ? (compareOrder(a.order, b.order) >= 0 ? a : b) : (a ?? b);
}

/** The copy as the word before it leaves it: a silent one waits as its story does. Pure, and the same whenever the upload is read again. */
export function underEmbargo(candidate: Candidate, order: Order, word: EmbargoWord | undefined): Candidate {
  if (candidate.embargo || !word || compareOrder(word.order, order) >= 0) return candidate;
  return { ...candidate, story: covered(candidate.story, word, order) };
}

/** A silent copy that stands, under a word that is older but came later. */
export function restate(story: Omit<Story, 'version'>, order: Order, word: EmbargoWord): Omit<Story, 'version'> {
  return covered(uncovered(story), word, order);
}

type Unnumbered = Omit<Story, 'version'>;

const rule = 'embargo-stands';

function covered(story: Unnumbered, { until, isUnreadable }: EmbargoSaid, { receivedAt }: Order): Unnumbered {
  if (story.status === 'canceled') return story;
  const holds = until !== undefined && until > receivedAt;
  if (!holds && !(isUnreadable && story.status === 'usable')) return story;
  const note: Note = {
    step: 'embargo',
    rule,
    ...(holds && { after: until }),
    text: 'The embargo of an earlier version covers this one too, since it says nothing of it: “Embargo: none” or “Status: usable” lifts it.',
  };
  return { ...story, ...(holds ? { embargoedUntil: until } : { status: 'withheld' }), notes: [...story.notes, note] };
}

/** Without what an earlier word put on it: a silent copy has no embargo of its own. */
function uncovered(story: Unnumbered): Unnumbered {
  const { embargoedUntil: _until, ...rest } = story;
  const wasHeld =
    story.status === 'withheld' &&
    story.notes.some((note) => note.rule === 'unreadable-embargo' || (note.rule === rule && note.after === undefined));
  return {
    ...rest,
    status: wasHeld ? 'usable' : story.status,
    notes: story.notes.filter((note) => note.rule !== rule),
  };
}
