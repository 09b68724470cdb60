// A desk's own corrections laid over the cleaned story: "headline: Ferries stop" → that headline, and a note of the cleaned one.

import type { Note, Picture, Status, Story } from '../story.ts';
import type { Candidate } from './complete.ts';
import { readByline } from './parse-byline.ts';
import { readCredit } from './parse-credit.ts';
import type { Rules } from './rules.ts';

export type Corrections = {
  readonly headline?: string;
  readonly section?: string;
  readonly byline?: string;
  readonly status?: Status;
  readonly pictures?: Readonly<Record<string, { readonly caption?: string; readonly credit?: string }>>;
};

type Unnumbered = Candidate['story'];

/** Names and credits are read as everywhere; what the wire gave stays in the original and in `before`. */
export function correctByHand(
  candidate: Candidate,
  edits: Corrections | undefined,
  { authority, style }: Rules,
): Candidate {
  if (!edits) return candidate;
  const { story } = candidate;
  const notes: Note[] = [];
  const note = (what: string, before: string | undefined, after: string): void =>
    void (
      before !== after &&
      notes.push({
        step: 'by-hand',
        rule: what,
        ...(before !== undefined && { before }),
        after,
        text: `The desk corrected the ${what}.`,
      })
    );
  let corrected: Unnumbered = story;
  if (edits.headline !== undefined) {
    note('headline', story.headline, edits.headline);
    corrected = { ...corrected, headline: edits.headline };
  }
  if (edits.section !== undefined) {
    note('section', story.kicker, edits.section);
    corrected = { ...corrected, kicker: edits.section };
  }
  if (edits.byline !== undefined) {
    const { byline } = readByline(edits.byline, authority, style);
    note('byline', story.byline?.line, byline.line);
    corrected = { ...corrected, byline };
  }
  // A copy that is itself a kill has no text to bring back: only another copy can.
  if (edits.status !== undefined && story.status !== 'canceled') {
    note('status', story.status, edits.status);
    corrected = withStatus(corrected, edits.status);
  }
  // Whoever calls it usable has read what no rule could.
  const embargo = edits.status === 'usable' && candidate.embargo?.isUnreadable ? {} : candidate.embargo;
  const pictures = corrected.pictures.map((picture) =>
    correctPicture(picture, edits, note, (given) => readCredit(given, authority, style).credit),
  );
  return {
    ...candidate,
    story: { ...corrected, pictures, notes: [...corrected.notes, ...notes] },
    statusGiven: candidate.statusGiven || edits.status !== undefined,
    ...(embargo && { embargo }),
  };
}

/** A kill empties the story, as one from the wire does. */
function withStatus(story: Unnumbered, status: Status): Unnumbered {
  if (status !== 'canceled') return { ...story, status };
  const { standfirst: _standfirst, embargoedUntil: _embargo, ...rest } = story;
  return { ...rest, status, signal: 'kill', body: [], pictures: [] };
}

function correctPicture(
  picture: Picture,
  { pictures = {} }: Corrections,
  note: (what: string, before: string | undefined, after: string) => void,
  read: (given: string) => NonNullable<Story['pictures'][number]['credit']>,
): Picture {
  const edit = Object.hasOwn(pictures, picture.id) ? pictures[picture.id]! : {};
  let corrected = picture;
  if (edit.caption !== undefined) {
    note('caption', picture.caption, edit.caption);
    corrected = { ...corrected, caption: edit.caption };
  }
  if (edit.credit !== undefined) {
    const credit = read(edit.credit);
    note('credit', picture.credit?.line, credit.line);
    corrected = { ...corrected, credit };
  }
  return corrected;
}
