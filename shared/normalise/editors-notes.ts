// Notes to editors that stand at the top of the body leave it: "(Adds comments, detail)", "(In Jan. 3 story, corrects last paragraph …)" → edNote.

import type { Block } from '../story.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

const opening =
  'attn|adds|adding|updates|updating|recasts|rewrites|writethru|corrects|correcting|clarifies|fixes|refiles|repeats|repeating|changes|removes|deletes|drops|restores|edits|inserts|trims|releads|subs|new throughout|no change to text|no changes to text|with (?:picture|photo|graphic|video)|in [\\p{L}\\d. ]{3,20} (?:story|item|copy|report|version)\\b|this (?:story|version|item) (?:corrects|adds|updates)|eds?\\b|editors?\\b|note to editors|(?:\\d\\.\\s*)?zusammenfassung|neufassung|ergänzt|neu:|wiederholung|berichtigt|korrigiert|mit\\s+(?:weiteren|neuen)|actualise|actualisation|ajoute|ajout|corrige|reprise|actualiza|amplía|añade|aggiorna|aggiornamento|aggiunge|riepilogo|lisätty|korjattu|oppdatert|uppdaterad';

const bracketed = new RegExp(`^[([]\\s*(?:${opening})[^()[\\]]*(?:\\([^()]*\\)[^()[\\]]*)*[)\\]]\\.?$`, 'iu');

/** "Airline orders 40 jets (Corrects number of jets)": what an editor did, behind the headline. */
const behind = new RegExp(
  `(?<=\\S{3})\\s+(\\((?:adds|updates|recasts|corrects|clarifies|fixes|refiles|repeats|removes|deletes|changes)\\s[^()]{3,200}\\))$`,
  'iu',
);

/** "[GRAPHIC/VIDEO TO COME]" */
const announced = /^[([]\s*[^()[\]]{2,80}\sto (?:come|follow)\s*[)\]]\.?$/iu;

/** Looks at the first three blocks only: further down a bracket belongs to the story. */
export function liftEditorsNotes(given: Copy, _rules: Rules): Copy {
  const copy = liftBehindHeadline(given);
  const { draft } = copy;
  const isNote = (block: Block, index: number): boolean =>
    index < 3 &&
    block.type === 'paragraph' &&
    block.text.length < 500 &&
    (bracketed.test(block.text) || announced.test(block.text));
  const lifted = draft.body.filter(isNote).map((block) => ('text' in block ? block.text : ''));
  if (lifted.length === 0) return copy;
  const notes = lifted.map((before) => ({
    step: 'editors-notes',
    rule: 'editors-note',
    before,
    text: 'A note to editors was taken out of the body.',
  }));
  return {
    ...copy,
    draft: {
      ...draft,
      body: draft.body.filter((block, index) => !isNote(block, index)),
      edNotes: [...(draft.edNotes ?? []), ...lifted],
    },
    notes: [...copy.notes, ...notes],
  };
}

function liftBehindHeadline(copy: Copy): Copy {
  const { headline = '', edNotes = [] } = copy.draft;
  const [whole, before] = behind.exec(headline) ?? [];
  if (whole === undefined || before === undefined) return copy;
  const note = {
    step: 'editors-notes',
    rule: 'editors-note',
    before,
    text: 'A note to editors was taken out of the headline.',
  };
  return {
    ...copy,
    draft: { ...copy.draft, headline: headline.slice(0, -whole.length), edNotes: [...edNotes, before] },
    notes: [...copy.notes, note],
  };
}
