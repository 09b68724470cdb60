// What stands below the story for editors only: dpa's notebook, contacts, signatures; and the copyright line.
// "# Notebook / ## Note to editors / - adds quotes" → note "Note to editors\n- adds quotes".

import type { DraftLink } from '../../draft.ts';
import { safeAddress } from '../body.ts';
import { copyrightLine, editorsParagraph, notebookHeadings, signatures } from './notebook.rules.ts';

export type Foot = {
  /** The lines above, which are the story. */
  readonly lines: readonly string[];
  readonly edNotes: readonly string[];
  readonly copyrightNotice?: string;
  readonly links: readonly DraftLink[];
};

/** Parts the story from what follows it. */
export function readFoot(given: readonly string[]): Foot {
  const start = startOfNotebook(given);
  const notebook = start < 0 ? [] : given.slice(start);
  const signed = takeSignatures(start < 0 ? given : given.slice(0, start));
  const owned = takeCopyright(signed.lines);
  const notice =
    owned.copyrightNotice ??
    notebook.map((line) => line.trim().replace(/^[-*]\s*/, '')).find((line) => copyrightLine.test(line));
  return {
    lines: owned.lines,
    edNotes: [...sectionsOf(notebook), ...signed.edNotes],
    ...(notice !== undefined && { copyrightNotice: notice }),
    links: linksOf(notebook),
  };
}

/** The line from which on all is for editors; -1 where there is none. */
export function startOfNotebook(lines: readonly string[]): number {
  return lines.findIndex(
    (line, index) => notebookHeadings.some((pattern) => pattern.test(line.trim())) && !isRule(lines, index),
  );
}

/** Stars alone may part the story in two; only where a notebook follows do they end it. */
function isRule(lines: readonly string[], index: number): boolean {
  if (!/^(?:\*\s*)+$/.test(lines[index]!.trim())) return false;
  const next = lines.slice(index + 1, index + 12).find((line) => line.trim() !== '');
  return next !== undefined && !notebookHeadings.some((pattern) => pattern.test(next.trim()));
}

/** One note a section; rules and empty lines between them go. */
export function sectionsOf(lines: readonly string[]): readonly string[] {
  const sections: string[][] = [[]];
  for (const line of lines.map((each) => each.trimEnd())) {
    if (
      line.trim() === '' ||
      /^[\s*_#=-]+$/.test(line) ||
      /^#?\s*(?:dpa[- ]?)?(?:notizblock|notebook)\s*:?$/i.test(line.trim())
    )
      continue;
    const heading = /^#{1,4}\s*(\S.*)$/.exec(line.trim())?.[1];
    if (heading !== undefined || isSignature(line)) sections.push([heading ?? line.trim()]);
    else sections.at(-1)!.push(line.trim());
  }
  return sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
}

function isSignature(line: string): boolean {
  return signatures.some((pattern) => pattern.test(line.trim()));
}

/** Signatures stand on the last lines. */
function takeSignatures(given: readonly string[]): Pick<Foot, 'lines' | 'edNotes'> {
  const edNotes: string[] = [];
  let end = given.length;
  for (;;) {
    let last = end - 1;
    while (last > 0 && given[last]!.trim() === '') last -= 1;
    if (last <= 0 || edNotes.length > 20 || !isSignature(given[last]!)) return { lines: given.slice(0, end), edNotes };
    edNotes.unshift(given[last]!.trim());
    end = last;
  }
}

/** At the foot, where something else is left above it. */
function takeCopyright(given: readonly string[]): Pick<Foot, 'lines' | 'copyrightNotice'> {
  const last = given.findLastIndex((line) => line.trim() !== '');
  const above = given.findLastIndex((line, index) => index < last && line.trim() !== '');
  const apart = above < last - 1 || /^\s{2,}/.test(given[last] ?? '');
  // Directly below the head it is the story itself, as in an agency's imprint.
  if (above < 0 || !apart || /=\s*$/.test(given[above]!) || !copyrightLine.test(given[last]!.trim()))
    return { lines: given };
  return { lines: given.slice(0, last), copyrightNotice: given[last]!.trim() };
}

/** Paragraphs that begin by addressing editors, wherever they stand. */
export function takeEditorsParagraphs(given: readonly string[]): Pick<Foot, 'lines' | 'edNotes'> {
  const lines: string[] = [];
  const edNotes: string[] = [];
  let inside = false;
  for (const line of given) {
    const starts = editorsParagraph.test(line.trim());
    inside = starts || (inside && line.trim() !== '' && !/^\s{2,}\S/.test(line));
    if (!inside) lines.push(line);
    else if (starts) edNotes.push(line.trim());
    else edNotes.push(`${edNotes.pop()} ${line.trim()}`);
  }
  return { lines, edNotes };
}

/** `[Swiss statement](http://example.org/1)` above the line that says what is not for publication. */
function linksOf(notebook: readonly string[]): readonly DraftLink[] {
  const closed = notebook.findIndex((line) =>
    /not (?:intended )?for publication|nicht (?:zur|für die) veröffentlichung/i.test(line),
  );
  const open = closed < 0 ? notebook : notebook.slice(0, closed);
  return open.flatMap((line) => {
    const [, title, address] = /^\s*[-*]?\s*\[([^\]]{1,200})\]\s*\(([^)\s]{1,500})\)/.exec(line) ?? [];
    const uri = safeAddress(address);
    return uri === undefined ? [] : [{ rel: 'seeAlso', uri, ...(title !== undefined && { title }) }];
  });
}
