// Whether a story may be used and what kind of change it is: "stat:canceled" → canceled; "UPDATE 1-Ferries stop" → headline "Ferries stop", take "UPDATE 1", signal update.

import type { Note, Signal, Status } from '../story.ts';
import type { Rules } from './rules.ts';
import { leadWords, signalWords, statusWords, trailingLead } from './status.rules.ts';
import type { Copy } from './step.ts';

export function tellStatus(copy: Copy, _rules: Rules): Copy {
  const { draft } = copy;
  const lifted = liftTake(draft.headline ?? '');
  const words = signalsOf(draft.signal);
  const known = draft.status === undefined ? undefined : statusWords.get(key(draft.status));
  // What is canceled is killed, whatever version of the story it was.
  const signal: Signal | undefined = known === 'canceled' && words !== 'takedown' ? 'kill' : (words ?? lifted.signal);
  // A kill signal kills, whatever the status says; an unknown status word is for complete to refuse.
  // "Embargoed" with its moment is usable from then on.
  const waits = draft.embargo !== undefined && /embargo/i.test(draft.status ?? '');
  const status: Status | undefined = signal === 'kill' || signal === 'takedown' ? 'canceled' : waits ? 'usable' : known;
  const takeKey = draft.takeKey ?? lifted.takeKey;
  const made = { ...copy.made, ...(status && { status }), ...(signal && { signal }), ...(takeKey && { takeKey }) };
  const headline = draft.headline === undefined ? undefined : lifted.headline;
  return { ...copy, draft: { ...draft, headline }, made, notes: [...copy.notes, ...lifted.notes] };
}

/** The word behind any prefix, in lower case: `stat:Usable` → `usable`. */
export function key(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/^.*[:/]/, '')
    .replace(/\s+/g, '-')
    .replace(/[.!]+$/, '');
}

/** The gravest of several signals counts. */
function signalsOf(given: string | undefined): Signal | undefined {
  const found = (given ?? '').split(/[\s,;]+/).map((word) => signalWords.get(key(word)));
  return (['takedown', 'kill', 'correction', 'update'] as const).find((signal) => found.includes(signal));
}

type Lifted = {
  readonly headline: string;
  readonly takeKey?: string;
  readonly signal?: Signal;
  readonly notes: readonly Note[];
};

function liftTake(headline: string): Lifted {
  for (const { rule, matches, signal } of leadWords) {
    const match = matches.exec(headline);
    if (match) return lifted(headline, headline.slice(match[0].length), match[1]!, rule, signal);
  }
  const match = trailingLead.exec(headline);
  if (match && match.index > 10) return lifted(headline, headline.slice(0, match.index), match[1]!, 'lead', 'update');
  return { headline, notes: [] };
}

function lifted(before: string, headline: string, words: string, rule: string, signal: Signal | undefined): Lifted {
  const takeKey = words.replace(/[\s:()/.–—-]+$|^[\s(]+/g, '').trim();
  const note = { step: 'status', rule, before, after: headline, text: `“${takeKey}” was lifted out of the headline.` };
  return { headline, takeKey, ...(signal && { signal }), notes: [note] };
}
