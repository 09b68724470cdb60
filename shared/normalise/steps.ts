// The tidying steps in their order. Each is one small thing; the reason for its place stands behind it.

import type { Draft } from '../draft.ts';
import { cutBoilerplate } from './boilerplate.ts';
import { readBylines } from './bylines.ts';
import { cutCaptionLabels } from './caption-labels.ts';
import { liftCaptions } from './captions.ts';
import { readCredits } from './credits.ts';
import { liftDateline } from './dateline.ts';
import { readDates } from './dates.ts';
import { liftEditorsNotes } from './editors-notes.ts';
import { tellLanguage } from './language.ts';
import { cutRepeatedHeadline } from './repeated-headline.ts';
import type { Rules } from './rules.ts';
import { cutSignatures } from './signatures.ts';
import { liftSignOffs } from './sign-offs.ts';
import { tellStatus } from './status.ts';
import type { Copy, Step } from './step.ts';
import { tidyWhitespace } from './whitespace.ts';

export const steps: readonly Step[] = [
  { name: 'whitespace', run: tidyWhitespace }, // first: every later step compares words
  { name: 'repeated-headline', run: cutRepeatedHeadline }, // before whatever looks at the first paragraphs of the body
  { name: 'boilerplate', run: cutBoilerplate }, // before anything looks at the last paragraphs of the body
  { name: 'signatures', run: cutSignatures }, // before sign-offs, which stand above the agency's mark
  { name: 'editors-notes', run: liftEditorsNotes }, // before captions: both stand in brackets
  { name: 'captions', run: liftCaptions }, // before credits: most credits of plain text stand in captions
  { name: 'caption-labels', run: cutCaptionLabels }, // after captions, to which the word tells that one follows
  { name: 'credits', run: readCredits }, // needs captions and credits apart
  { name: 'bylines', run: readBylines }, // before sign-offs, which add to the byline
  { name: 'sign-offs', run: liftSignOffs }, // needs the body without boilerplate and captions, so that it is last
  { name: 'dateline', run: liftDateline }, // needs the first paragraph to be the first of the story
  { name: 'status', run: tellStatus }, // takes leads out of the headline before language listens to it
  { name: 'dates', run: readDates },
  { name: 'language', run: tellLanguage }, // last: listens to what is left as the story's own words
];

/** Draft → Copy: everything tidied; `complete` makes a Story of it. */
export function normalise(draft: Draft, rules: Rules): Copy {
  const start: Copy = { draft, made: {}, notes: [] };
  return steps.reduce((copy, { run }) => run(copy, rules), start);
}
