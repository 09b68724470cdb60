// What closes an ANPA story: end marks, the agency's own signature, notes to editors and the copyright line.
// "==Kyodo" → provider Kyodo; "AAP jb/it" → provider AAP and a note; "END<" and "MORE" → gone.

import { readFoot } from '../iptc-7901/notebook.ts';
import type { Foot } from '../iptc-7901/notebook.ts';
import { editorsNote } from './head-lines.rules.ts';
import { unmarked } from './signs.ts';

export type AnpaFoot = Pick<Foot, 'lines' | 'edNotes' | 'copyrightNotice'> & { readonly provider?: string };

/** Parts the text from the lines that close it. */
export function readAnpaFoot(given: readonly string[]): AnpaFoot {
  const edNotes: string[] = [];
  let provider: string | undefined;
  let end = given.length;
  for (;;) {
    const last = given.findLastIndex((line, index) => index < end && unmarked(line) !== '');
    if (last <= 0) break;
    const text = unmarked(given[last]!);
    const signature = signatureOf(given[last]!);
    if (!signature && !/^(?:\(?(?:end|ends|more|endit|-30-|30)\)?)$/i.test(text)) break;
    provider ??= signature?.agency;
    if (signature?.initials) edNotes.unshift(text);
    end = last;
  }
  const foot = readFoot(given.slice(0, end));
  const inner = takeNotes(foot.lines);
  return {
    lines: inner.lines,
    edNotes: [...inner.edNotes, ...foot.edNotes, ...edNotes],
    ...(foot.copyrightNotice !== undefined && { copyrightNotice: foot.copyrightNotice }),
    ...(provider !== undefined && { provider }),
  };
}

type Signature = { readonly agency: string; readonly initials?: string };

/** `==Kyodo`, `AAP`, `AAP RTV`, `AAP jb/it`. */
function signatureOf(line: string): Signature | undefined {
  const kyodo = /^=+\s*([A-Z][A-Za-z]{1,15})\s*$/.exec(line.trim())?.[1];
  if (kyodo !== undefined) return { agency: kyodo };
  const [, agency, initials] = /^\s*(AAP|NZN|PAA|KYODO|AP)(\s[A-Za-z]{2,4}(?:[/ ][A-Za-z]{1,4}){0,5})?\s*$/.exec(line) ?? [];
  return agency === undefined ? undefined : { agency, ...(initials !== undefined && { initials: initials.trim() }) };
}

/** "Eds:" and "EDITOR'S NOTE" may stand within the text; such a line is for editors wherever it stands. */
function takeNotes(given: readonly string[]): Pick<Foot, 'lines' | 'edNotes'> {
  const edNotes: string[] = [];
  const lines = given.filter((line) => {
    const note = /^\W{0,6}(?:eds|editors?)\b/i.test(line.slice(0, 40)) ? editorsNote.exec(unmarked(line)) : null;
    if (note) edNotes.push(note[1]!.trim());
    return !note;
  });
  return { lines, edNotes };
}
