// The lines between keyword line and text: "^Prairies vanish<", "^AP Photo SDDD101<", "^Eds: Adds quotes.<", "^By JANE DOE=", "^AP Sports Writer="
// → headline, notes to editors, byline "By JANE DOE, AP Sports Writer".

import { looksLikeByline } from '../plain-text/sentences.ts';
import { bylineTitle, editorsNote, picturesNote, releaseLine } from './head-lines.rules.ts';
import { unmarked } from './signs.ts';

export type Head = {
  readonly headline?: string;
  readonly standfirst?: string;
  readonly bylines: readonly string[];
  readonly edNotes: readonly string[];
  readonly embargo?: string;
  /** The text below, with lines of the head that belong to it. */
  readonly text: readonly string[];
};

type Found = { readonly words: string[]; readonly bylines: string[]; readonly edNotes: string[]; embargo?: string };

/** Reads the head of AP's kind, in which every line begins with a caret and ends in "<" or "=". */
export function readMarkedHead(lines: readonly string[]): Head {
  const found: Found = { words: [], bylines: [], edNotes: [] };
  const early: string[] = [];
  let last: string[] | undefined;
  let at = 0;
  for (; at < lines.length && at < 60; at += 1) {
    const line = lines[at]!;
    const text = unmarked(line);
    if (text === '') continue;
    if (startsText(line)) break;
    if (!line.trimStart().startsWith('^')) {
      // A long line that was wrapped goes on with the one above it.
      if (!last) break;
      last.push(`${last.pop()} ${text}`);
      continue;
    }
    const list = sortMarked(line, text, found);
    if (!list && !bylineBelow(lines, at)) break;
    if (!list) early.push(line);
    last = list;
  }
  return headOf(found, [...early, ...lines.slice(at)]);
}

/** The list the line went to; none when it belongs to the text. */
function sortMarked(line: string, text: string, found: Found): string[] | undefined {
  const said = sortNote(text, found) ?? sortByline(text, found);
  if (said) return said;
  if (found.words.length === 0 && found.bylines.length === 0) return put(found.words, text);
  // AP's summary stands below the headline; only a crosshead is as short and ends in "=".
  return found.words.length === 1 && found.bylines.length === 0 && /<\s*$/.test(line) && text.length > 60
    ? put(found.words, text)
    : undefined;
}

function sortNote(text: string, found: Found): string[] | undefined {
  const note = editorsNoteIn(text);
  if (note !== undefined) return put(found.edNotes, note);
  const release = releaseLine.exec(text)?.[1];
  if (release !== undefined) found.embargo ??= release.trim();
  return release !== undefined || picturesNote.test(text) ? put(found.edNotes, text) : undefined;
}

/** What a line says to editors, without the words that address them and the brackets around it. */
export function editorsNoteIn(text: string): string | undefined {
  const note = editorsNote.exec(text)?.[1]?.trim();
  return note !== undefined && text.startsWith('(') ? note.replace(/\)$/, '') : note;
}

function sortByline(text: string, { bylines }: Found): string[] | undefined {
  if (looksLikeByline(text)) return put(bylines, text);
  if (bylines.length === 0 || text.length > 90 || !bylineTitle.test(text)) return undefined;
  return put(bylines, `${bylines.pop()}, ${text}`);
}

function put(list: string[], text: string): string[] {
  list.push(text);
  return list;
}

/** "^All Times EDT=" above "^By The Associated Press=". */
function bylineBelow(lines: readonly string[], at: number): boolean {
  return lines.slice(at + 1, at + 4).some((line) => line.startsWith('^') && looksLikeByline(unmarked(line)));
}

function startsText(line: string): boolean {
  return /^(?:\t|\u0008| {2,})/.test(line);
}

function headOf({ words, bylines, edNotes, embargo }: Found, text: readonly string[]): Head {
  const [headline, standfirst] = words;
  return {
    ...(headline !== undefined && { headline }),
    ...(standfirst !== undefined && { standfirst }),
    bylines,
    edNotes,
    ...(embargo !== undefined && { embargo }),
    text,
  };
}

/** Reads a head without marks, as Kyodo and AAP send it: headline, notes, byline, then indented text. */
export function readPlainHead(lines: readonly string[], headline: string | undefined): Head {
  const found: Found = { words: headline === undefined ? [] : [headline], bylines: [], edNotes: [] };
  const indented = lines.findIndex(startsText);
  const end = indented >= 0 && indented < 8 ? indented : Math.min(lines.length, 3);
  let at = 0;
  for (; at < end; at += 1) {
    const text = unmarked(lines[at]!);
    if (text === '') continue;
    if (sortNote(text, found) ?? sortByline(text, found)) continue;
    if (found.words.length === 0) put(found.words, text);
    else if (indented < 0 || indented >= 8 || text.length > 250) break;
    else put(isName(text) && lines[at + 1] !== undefined && at + 1 === end ? found.bylines : found.edNotes, text);
  }
  return headOf(found, lines.slice(at));
}

/** AAP signs with the name alone, directly above the text: "Jane Doe and John Roe". */
function isName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}'’.-]+(?:\s+(?:and|\p{Lu}[\p{L}'’.-]*)){1,6}(?:,\s\p{Lu}[\p{L} -]{1,40})?$/u.test(text) &&
    text.length < 80
  );
}
