// Which shape stories have in the table. A release that changes it adds a step here: stories of all earlier shapes are read from then on, and are written anew only when they change.
// Functions of two releases run side by side for a moment; the older one leaves what it does not know to the newer.

import type { Story } from '../story.ts';

/** From the shape of that number to the next. The first has none: stories that say no number are as they are today. */
const steps: readonly ((story: Story) => Story)[] = [(story) => story];

/** What is written now. */
export const storedFormat = steps.length;

/** A story as it was stored, in today's shape. Throws when a newer release wrote it; it is looked at again until that has taken over. */
export function asToday(story: Story, format = 0, through: readonly ((story: Story) => Story)[] = steps): Story {
  if (format > through.length)
    throw new Error(
      `The story ${story.uri} was stored by a newer release (format ${format}; this one knows ${through.length}).`,
    );
  return through.slice(format).reduce((older, step) => step(older), story);
}
