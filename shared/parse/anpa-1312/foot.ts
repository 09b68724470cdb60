// What closes an ANPA story: end marks, the agency's own signature, notes to editors and the copyright line.
// "==Kyodo" → provider Kyodo; "AAP jb/it" → provider AAP and a note; "END<" and "MORE" → gone.

import { readFoot, takeEditorsParagraphs } from '../iptc-7901/notebook.ts';
import type { Foot } from '../iptc-7901/notebook.ts';
import { editorsNoteIn } from './head-lines.ts';
import { readSigns, unmarked } from './signs.ts';

export type AnpaFoot = Pick<Foot, 'lines' | 'edNotes' | 'copyrightNotice'> & { readonly provider?: string };

/** Parts the text from the lines that close it. */
export function readAnpaFoot(given: readonly string[]): AnpaFoot {
  const edNotes: string[] = [];
  let provider: string | undefined;
  let end = given.length;
  for (let closing = 0; closing < 20; closing += 1) {
    let last = end - 1;
    while (last > 0 && unmarked(given[last]!) === '') last -= 1;
    if (last <= 0) break;
    const text = unmarked(given[last]!);
    const signature = signatureOf(given[last]!);
    if (!signature && !/^(?:\(?(?:end|ends|more|endit|-30-|30)\)?)$/i.test(text)) break;
    provider ??= signature?.agency;
    if (signature?.initials) edNotes.unshift(text);
    end = last;
  }
  const foot = readFoot(given.slice(0, end));
  return {
    lines: foot.lines,
    edNotes: [...foot.edNotes, ...edNotes],
    ...(foot.copyrightNotice !== undefined && { copyrightNotice: foot.copyrightNotice }),
    ...(provider !== undefined && { provider }),
  };
}

type Signature = { readonly agency: string; readonly initials?: string };

/** `==Kyodo`, `AAP`, `AAP RTV`, `AAP RESULTS`, `AAP jb/it`. */
function signatureOf(line: string): Signature | undefined {
  const kyodo = /^=+\s*([A-Z][A-Za-z]{1,15})\s*$/.exec(line.trim())?.[1];
  if (kyodo !== undefined) return { agency: kyodo };
  const [, agency, initials] =
    /^\s*(AAP|NZN|PAA|KYODO|AP)(\s(?:[A-Z]{2,10}|[a-z]{2,4}(?:[/ ][a-z]{1,4}){0,5}))?\s*$/.exec(line) ?? [];
  return agency === undefined ? undefined : { agency, ...(initials !== undefined && { initials: initials.trim() }) };
}

/** Paragraphs of the text that address editors: "Eds: Results will follow." → "Results will follow." */
export function takeEditorsNotes(given: readonly string[]): Pick<AnpaFoot, 'lines' | 'edNotes'> {
  const { lines, edNotes } = takeEditorsParagraphs(given);
  return { lines, edNotes: edNotes.map((note) => editorsNoteIn(readSigns(note)) ?? note) };
}
