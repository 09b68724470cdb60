// The marked lines between keyword line and text: "^Prairies vanish<", "^AP Photo SDDD101<", "^Eds: Adds quotes.<", "^By JANE DOE=", "^AP Sports Writer="
// → headline, standfirst, notes to editors, byline "By JANE DOE, AP Sports Writer".

import { looksLikeByline } from '../plain-text/sentences.ts';
import { bylineTitle, editorsNote, picturesNote, releaseLine } from './head-lines.rules.ts';
import { readSigns, unmarked } from './signs.ts';

export type Head = {
  readonly headline?: string;
  readonly standfirst?: string;
  readonly bylines: readonly string[];
  readonly edNotes: readonly string[];
  readonly embargo?: string;
  /** Of the lines given, where the text begins. */
  readonly textAt: number;
};

/** Reads the head of AP's kind, in which every line begins with a caret. */
export function readMarkedHead(lines: readonly string[]): Head {
  const bylines: string[] = [];
  const edNotes: string[] = [];
  const words: string[] = [];
  let embargo: string | undefined;
  let textAt = 0;
  for (; textAt < lines.length; textAt += 1) {
    const line = lines[textAt]!;
    const text = unmarked(line);
    if (text === '') continue;
    if (!line.trimStart().startsWith('^')) {
      if (startsText(line)) break;
      continueLast(text, edNotes, words, bylines);
      continue;
    }
    const release = releaseLine.exec(text)?.[1];
    const note = editorsNote.exec(text);
    if (note) edNotes.push(note[1]!.trim().replace(/^(.*[^)])\)$/, (all, inner: string) => (/^\(/.test(text) && !inner.includes('(') ? inner : all)));
    else if (release !== undefined) embargo = release;
    else if (picturesNote.test(text)) edNotes.push(text);
    else if (looksLikeByline(text)) bylines.push(text);
    else if (bylines.length > 0 && bylineTitle.test(text)) bylines.push(`${bylines.pop()}, ${text}`);
    else if (words.length < 2 && bylines.length === 0 && isHeadLine(line, words)) words.push(text);
    else break;
  }
  return { ...(words[0] !== undefined && { headline: words[0] }), ...(words[1] !== undefined && { standfirst: words[1] }), bylines, edNotes, ...(embargo !== undefined && { embargo }), textAt };
}

/** The headline ends in "<" or "="; so does the summary below it. */
function isHeadLine(line: string, words: readonly string[]): boolean {
  const ends = /([<=])\s*$/.exec(line)?.[1];
  return words.length === 0 ? !startsText(line) : ends === '<' && readSigns(line).length > 60;
}

function startsText(line: string): boolean {
  return /^(?:\t|\u0008| {2,})/.test(line);
}

/** A line without a caret goes on with the one above it. */
function continueLast(text: string, ...lists: readonly string[][]): void {
  const list = lists.find((each) => each.length > 0);
  if (list) list.push(`${list.pop()} ${text}`);
}
