// The headline once more above the text, as many wires print it: "Ferries stop in storm" as first heading or paragraph → gone, with a note.

import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

/** Only where a text follows: a flash may be nothing but its headline. */
export function cutRepeatedHeadline(copy: Copy, _rules: Rules): Copy {
  const { headline, body } = copy.draft;
  const index = body.findIndex(({ type }) => type !== 'figure');
  const first = body[index];
  if (
    headline === undefined ||
    (first?.type !== 'heading' && first?.type !== 'paragraph') ||
    words(first.text) !== words(headline)
  )
    return copy;
  if (!body.slice(index + 1).some(({ type }) => type !== 'figure')) return copy;
  const note = {
    step: 'repeated-headline',
    rule: 'repeated-headline',
    before: first.text,
    text: 'The text began with its headline once more; it was cut there.',
  };
  return { ...copy, draft: { ...copy.draft, body: body.toSpliced(index, 1) }, notes: [...copy.notes, note] };
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
