// What every tidying step is given and gives back: the copy on the desk, half Draft, half Story.

import type { Draft } from '../draft.ts';
import type { Note, Picture, Story } from '../story.ts';
import type { Rules } from './rules.ts';

/** A story while it is being tidied. A step moves things from `draft` to `made`; what is still in `draft` is still raw. */
export type Copy = {
  readonly draft: Draft;
  readonly made: Made;
  readonly notes: readonly Note[];
};

/** The parts of the Story that are ready. */
export type Made = Partial<Omit<Story, 'uri' | 'version' | 'source' | 'notes' | 'pictures'>> & {
  readonly pictures?: readonly Picture[];
};

export type Step = {
  readonly name: string;
  /** Pure: the same copy and rules give the same copy. */
  readonly run: (copy: Copy, rules: Rules) => Copy;
};

/** Adds a remark. */
export function withNote(copy: Copy, note: Note): Copy {
  return { ...copy, notes: [...copy.notes, note] };
}
