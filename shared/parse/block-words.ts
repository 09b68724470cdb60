// Words of the wire in what came as blocks: embargo, kill and end marks stand in paragraphs, headlines and summaries as they do in plain text.
// "<p>EMBARGOED UNTIL 0600 GMT Dec 1</p><p>The harbour …</p>" → embargo, and a body that begins "The harbour".

import type { Draft } from '../draft.ts';
import type { Block, Note } from '../story.ts';
import { defined } from './body.ts';
import { repeatsText } from './feeds/item-body.ts';
import { dayOrClock, readWireWords } from './plain-text/wire-words.ts';

/** The same draft with the wire's words in their fields; what the draft says already counts before them. */
export function liftWireWords(draft: Draft): Draft {
  const head = takeEmbargo(draft.headline);
  const sum = takeEmbargo(draft.standfirst);
  const { lines, edNotes, embargo, status, signal, notes } = readWireWords(linesOf(draft.body));
  const isKilled = signal === 'kill';
  // A wire that says itself what may become of the story means a word of its text as a word.
  if (isKilled && draft.status !== undefined) return draft;
  const body = keptBlocks(draft.body, lines, isKilled);
  const told = [head, sum]
    .filter((found) => found.embargo !== undefined)
    .map(
      (found): Note => ({
        step: 'parse',
        rule: 'embargo',
        before: found.given!,
        after: found.text ?? '',
        text: 'The embargo was taken out of the words it stood before.',
      }),
    );
  const allNotes = [...(draft.edNotes ?? []), ...(body ? edNotes : [])];
  return defined<Draft>({
    ...draft,
    headline: head.text,
    standfirst:
      sum.embargo !== undefined && repeatsText(sum.text, { blocks: draft.body, pictures: [] }) ? undefined : sum.text,
    body: body ?? draft.body,
    status: draft.status ?? status,
    signal: draft.signal ?? signal,
    embargo: draft.embargo ?? embargo ?? head.embargo ?? sum.embargo,
    edNotes: allNotes.length > 0 ? allNotes : undefined,
    notes: [...(draft.notes ?? []), ...(body ? notes : []), ...told],
  });
}

/** A paragraph a line, blank lines between; what is no paragraph is a line that means nothing, and pictures may stand between any two. */
function linesOf(body: readonly Block[]): readonly string[] {
  return body.filter(({ type }) => type !== 'figure').flatMap((block) => [lineOf(block), '']);
}

function lineOf(block: Block): string {
  return block.type === 'paragraph' ? block.text.replace(/\n/g, ' ') : '\u0000';
}

/** The blocks whose lines are left; `undefined` where the lines left are not those of the blocks. */
function keptBlocks(body: readonly Block[], lines: readonly string[], isKilled: boolean): readonly Block[] | undefined {
  if (isKilled) return [];
  const left = lines.filter((line) => line !== '');
  let at = 0;
  const kept = body.filter((block) => {
    if (block.type === 'figure') return true;
    const isLeft = left[at] === lineOf(block);
    if (isLeft) at += 1;
    return isLeft;
  });
  return at === left.length ? kept : undefined;
}

type Embargoed = { readonly text?: string; readonly given?: string; readonly embargo?: string };

const dated =
  /^[\s*(\[]*(?:strictly\s+)?(?:embargo(?:ed)?|sperrfrist)\b[\s:,-]*(?:(?:for (?:release|publication)\s+)?(?:until|till|to|bis|jusqu['’]au|hasta|fino al?|til|tot)\b)?[\s:,-]*([^\n]{4,60}?)(?:[\])]\s+|\s*[:|–—]\s+|\s+-\s+|(?<!\b[ap]|\b[ap]\.m|[\s,]\d{1,2})\.\s+|\s*[\])]?\s*$)(.*)$/iu;
const undated = /^[\s*(\[]*embargoed\s*[:)\]|–—-]\s*(.+)$/iu;

/** "Embargoed until 2026-12-01 06:00 UTC: Ferries stop". Without a date it still holds the story back: nobody can say for how long. */
function takeEmbargo(given: string | undefined): Embargoed {
  const [, when, rest] = dated.exec(given ?? '') ?? [];
  if (when !== undefined && dayOrClock.test(when))
    return defined<Embargoed>({ given, embargo: when, text: rest?.trim() || undefined });
  const [, text] = undated.exec(given ?? '') ?? [];
  return text === undefined
    ? defined<Embargoed>({ text: given })
    : defined<Embargoed>({ given, embargo: 'embargoed', text: text.trim() });
}
