// Words of the wire around a story: end marks are cut, notes to editors set apart, embargo and kill lines understood.
// "-30-" → gone; "EMBARGOED UNTIL 0600 GMT Dec 1" → embargo; "Eds: Adds quotes" → edNote.

import type { Note } from '../../story.ts';
import { sectionsOf, startOfNotebook } from '../iptc-7901/notebook.ts';
import { endsSentence, looksLikeCaption } from './sentences.ts';
import { forEditors, notesHeading, releaseLabel } from './wire-words.rules.ts';

export type WireWords = {
  readonly lines: readonly string[];
  readonly edNotes: readonly string[];
  readonly embargo?: string;
  readonly status?: string;
  readonly signal?: string;
  readonly notes: readonly Note[];
};

const endMark =
  /^[\s*–—_/(\[<#-]*(?:ends?|-?30-?|###+|end of (?:story|text|message|release)|more to follow|ende|fin|fine|fim|slut|loppu|koniec|konec|конец|конец текста|son|n{4}|enditem|endit|schluss|完|終わり|了)[\s*–—_/)\].>#-]*$|^(?:#{3,}|-30-|\*{3,})$/iu;

/** Marks after which nothing is for the reader. */
const closing =
  /^(?:[\s*–—_/([<-]*(?:ends|end|-?30-?|ende)[\s*–—_/)\].>-]*|#{2,}(?:\s*#)*|#\s#\s#|-?\s?(?:fin|fim|fine)\s?-)$/iu;

/** At the foot of a page of several: "-more-". */
const pageMark = /^[\s*–—_/([<-]+\s*(?:more|mehr folgt|suite|segue|sigue)\s*[\s*–—_/)\].>-]+$/iu;

const editorsNote =
  /^(?:eds|editors|ed\.?|note to editors?|notes to editors?|editor[’']?s['’]? notes?|attention(?: all)? editors|att(?:n|ention)?\.? eds|\(?achtung\)?|hinweis an die redaktion(?:en)?|redaktionelle hinweise|note aux rédactions|nota a los editores|nota alle redazioni|huom\.?|merk)\s*[:：\-–—]\s*(.*)$/iu;

/** How a line says that it speaks of an embargo. */
const embargoOpening =
  /^[\s*(\[<_–—-]*(?:check against delivery[\s:;,.–—-]*)?(?:(?:strictly\s+|under\s+(?:strict\s+)?)?(?:embargo(?:ed)?|sperrfrist)|hold for release|for release|not for (?:release|publication|broadcast|use)(?:,?\s[\p{L} ,]{0,60}?)??(?=\s+(?:before|until|till|prior to)\b))(?=[\s:,.)\]*–—-]|$)/iu;

/** What may stand between that and the moment. */
const embargoBridge =
  /^[\s:,.–—-]*(?:(?:not\s+)?for\s+(?:release|publication|broadcast|use)\b)?[\s:,–—-]*(?:until|till|to|bis|before|prior to|for|jusqu['’]au|hasta|fino al?|til|tot|do)?(?=[\s:,–—-]|$)[\s:,–—-]*/iu;

/** A day or a clock: the number of an "embargo on 20 goods" is neither. */
export const dayOrClock =
  /\d{1,2}[:.h]\d{2}|\b\d{4}\s?(?:[A-Z]{2,4}\b|hrs|hours)|\b\d{1,2}\s?(?:a\.?m|p\.?m|uhr|h|gmt|utc|cet)\b|\d{4}-\d\d|\d{1,2}[./]\s?\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?\p{L}{3,}\s+\d{4}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|okt|dez|mai|déc|fév)\p{L}*\.?\s+\d{1,2}\b|\b\d{1,2}\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|okt|dez|mai|déc|fév)|midnight\b.*\d/iu;
/** No sentence about an embargo begins so. */
const plainEmbargo =
  /^[\s*(\[]*(?:strictly\s+)?(?:embargo(?:ed)?|sperrfrist|not for (?:release|publication))\b\s*(?:[:–—-]|until|till|to|bis|before|jusqu|hasta|fino|for (?:release|publication)|\d)/iu;

const killLine =
  /^[\s*(\[]*(?:(?:mandatory|bulletin|story|copy)\s+)?(?:kill|withdrawal?|withdrawn|story withdrawn|zurückgezogen|annul[ée]e?|anulada?)\b[\s*)\]:.!-]*(.{0,300})$/iu;

/** "CORRECTED-Ferries stop" is a headline: there the dash stands close on both sides. */
const correctionLine =
  /^[\s*(\[]*(?!correct(?:ion|ed)[-–—](?=\S))(?:correction|corrected|berichtigung|korrektur|corrección|rectificatif|correzione|rättelse|rettelse)\b\s*[:：–—-]+\s*(.+?)[\s*)\]]*$/iu;

const urgentLine = /^[\s*(\[]*(?:urgent|flash|bulletin|newsalert|news alert|breaking|eilmeldung|eil)[\s*)\]:!.]*$/iu;

/** Takes the wire's words off both ends of the text; the middle is never touched, but for lines that speak to editors by name. */
export function readWireWords(given: readonly string[]): WireWords {
  const notes: Note[] = [];
  const ended = cutImprint(cutEndMarks(given, notes), notes);
  const { kept, edNotes: trailing } = splitTrailingNotes(ended.kept);
  const top = takeKillNote(readTop(cutEndMarks(kept, notes)), notes);
  const { lines, edNotes } = takeEditorsLines(top.lines);
  return { ...top, lines, notes, edNotes: [...top.edNotes, ...edNotes, ...trailing, ...ended.edNotes] };
}

/** The mark on the last line, and others right above it. */
function cutEndMarks(lines: readonly string[], notes: Note[]): readonly string[] {
  let end = lines.length;
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const line = lines[at]!.trim();
    if (line === '') continue;
    if (!endMark.test(line)) break;
    notes.push(endNote(line));
    end = at;
  }
  return lines.slice(0, end);
}

function endNote(line: string): Note {
  return { step: 'parse', rule: 'end-mark', before: line.trim(), text: 'The mark at the end of the story was cut.' };
}

/** What follows an end mark within a few lines is for editors: contacts, notes, the writer's name; but captions with their credit are the story's. More than that is another story, and the mark is none. */
function cutImprint(
  lines: readonly string[],
  notes: Note[],
): { readonly kept: readonly string[]; readonly edNotes: readonly string[] } {
  const mark = lines.findLastIndex((line) => line.length < 60 && closing.test(line.trim()));
  const [above, below] = [lines.slice(0, Math.max(mark, 0)), lines.slice(mark + 1)].map((part) =>
    part.filter((line) => line.trim() !== ''),
  ) as [string[], string[]];
  if (
    mark < 0 ||
    above.length < 2 ||
    below.length === 0 ||
    below.length > 25 ||
    lengthOf(below) > lengthOf(above) * 1.5
  )
    return { kept: lines, edNotes: [] };
  notes.push(endNote(lines[mark]!));
  const captions = below.filter(isCaption);
  const text = below
    .filter((line) => !endMark.test(line.trim()) && !isCaption(line))
    .filter((line, index) => index > 0 || !forEditors.test(line.trim()));
  return {
    kept: [...lines.slice(0, mark), ...captions.flatMap((line) => ['', line])],
    edNotes: text.length === 0 ? [] : [text.map((line) => line.trim()).join('\n')],
  };
}

/** "Pic 1: The landlord behind the bar. Credit: Sam Ford", "Ships in the ice. (Jane Roe/AFP)". */
function isCaption(line: string): boolean {
  const text = line.trim();
  return (
    looksLikeCaption(text) ||
    (/^(?:caption|cutline|pics?|pictures?|photos?|images?|foto|bild|bildunterschrift|légende|didascalia|pie de foto)(?: caption| shows)?\s?\d{0,2}\s?[:：]\s?(?:\S+\s+){3,80}\S+$/iu.test(
      text,
    ) &&
      /\b(?:credit|photo|picture|foto|©)\b[^.]{0,80}$|[)\]]$/iu.test(text))
  );
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

/** "Notes to editors" or "Media contact:" below at least two lines of the story: all that follows is for editors. */
function splitTrailingNotes(lines: readonly string[]): {
  readonly kept: readonly string[];
  readonly edNotes: readonly string[];
} {
  const notebook = startOfNotebook(lines);
  if (notebook > 0 && /^(?:#|\*)/.test(lines[notebook]!.trim()))
    return { kept: lines.slice(0, notebook), edNotes: sectionsOf(lines.slice(notebook)) };
  let above = 0;
  const start = lines.findIndex((line, index) => {
    if (line.trim() === '') return false;
    above += 1;
    return (
      above > 2 &&
      line.length < 200 &&
      (lines[index - 1]!.trim() === '' || endsSentence(lines[index - 1]!)) &&
      notesHeading.test(line.trim())
    );
  });
  if (start < 0) return { kept: lines, edNotes: [] };
  // "Notes to editors" says no more than where the note is kept.
  const isForEditors = forEditors.test(lines[start]!.trim());
  const after = isForEditors ? -1 : lines.findIndex((line, index) => index > start && isProse(line));
  const end = after < 0 ? lines.length : after;
  const text = lines
    .slice(isForEditors ? start + 1 : start, end)
    .join('\n')
    .trim()
    .replace(/\n{2,}/g, '\n');
  return { kept: [...lines.slice(0, start), ...lines.slice(end)], edNotes: text === '' ? [] : [text] };
}

/** Below names and numbers a house may say what it is: that is for the reader again. */
function isProse(line: string): boolean {
  return (
    line.length > 150 ||
    /^(?:about|über|à propos d|acerca de|sobre|informazioni su)\s+(?:the\s+|die\s+|den\s+|das\s+)?\p{Lu}/u.test(
      line.trim().replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()),
    )
  );
}

type Top = Pick<WireWords, 'lines' | 'edNotes' | 'embargo' | 'status' | 'signal'>;

/**
 * Lines above the headline: embargo, kill, correction, urgent. At most the first six that say something are looked at; the label of a press release stands among them.
 * An embargo that says so in as many words may also stand right below the headline.
 */
function readTop(lines: readonly string[]): Top {
  let top: Top = { lines: [], edNotes: [] };
  const labels: string[] = [];
  let at = 0;
  for (let seen = 0; at < lines.length && seen < 6; at += 1) {
    const line = lines[at]!.trim();
    if (line === '') continue;
    const next = readTopLine(line, top);
    if (!next && !releaseLabel.test(line)) break;
    if (next) top = next;
    else labels.push(lines[at]!, '');
    seen += 1;
  }
  return takeLateEmbargo({ ...top, lines: [...labels, ...lines.slice(at)] });
}

function takeLateEmbargo(top: Top): Top {
  if (top.embargo !== undefined) return top;
  let seen = 0;
  const at = top.lines.findIndex(
    (line) =>
      line.trim() !== '' &&
      (seen += 1) <= 8 &&
      line.length < 200 &&
      plainEmbargo.test(line) &&
      embargoIn(line.trim()) !== undefined,
  );
  return at < 0 ? top : { ...top, embargo: embargoIn(top.lines[at]!.trim())!, lines: top.lines.toSpliced(at, 1) };
}

/** What stands below the word KILL says why: its first paragraph is for the editors. The rest may be the very text that is killed, and goes. */
function takeKillNote(top: Top, notes: Note[]): Top {
  if (top.signal !== 'kill') return top;
  const text = top.lines.join('\n').trim();
  const [reason = '', ...rest] = text.split(/\n\s*\n/).filter((paragraph) => !/^(?:\W*\bkill\b\W*)+$/i.test(paragraph));
  if (rest.length > 0)
    notes.push({ step: 'parse', rule: 'killed-text', text: 'What followed the kill note was left out.' });
  return reason === ''
    ? { ...top, lines: [] }
    : { ...top, lines: [], edNotes: [...top.edNotes, reason.replace(/\s+/g, ' ').slice(0, 1000)] };
}

function readTopLine(line: string, top: Top): Top | undefined {
  if (line.length > 320) return undefined;
  const embargo = embargoIn(line);
  if (embargo !== undefined) return { ...top, embargo };
  const correction = correctionLine.exec(line);
  if (correction) return { ...top, signal: 'correction', edNotes: [...top.edNotes, correction[1]!.trim()] };
  // "ATTENTION EDITORS - KILL the story headlined …": the word in capitals, and for whom it is before it.
  const addressed = editorsNote.exec(line)?.[1];
  if (addressed !== undefined && /^(?:MANDATORY )?KILL\b/.test(addressed))
    return { ...top, status: 'canceled', signal: 'kill', edNotes: [...top.edNotes, addressed] };
  const kill = killLine.exec(line);
  // "Kill Bill Director Returns" is a headline: the wire's word stands alone, in capitals, or before a colon.
  if (
    kill &&
    (kill[1] === '' || /^[^\p{Ll}]+[:.!-]/u.test(line) || /^\W*(?:mandatory|bulletin)\s+kill\b/i.test(line))
  ) {
    const edNotes = kill[1] ? [...top.edNotes, kill[1].trim()] : top.edNotes;
    return { ...top, status: 'canceled', signal: 'kill', edNotes };
  }
  // "Breaking" as a page writes it is the word above the headline.
  return urgentLine.test(line) && !/^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(line)
    ? { ...top, edNotes: [...top.edNotes, line] }
    : undefined;
}

/**
 * The moment a line names, as it names it; where it speaks of an embargo and names none, the line itself: nobody can say for how long, so it holds the story back.
 * "Embargo on oil lifted after 20 years" is a headline.
 */
function embargoIn(line: string): string | undefined {
  const opening = embargoOpening.exec(line)?.[0];
  if (opening === undefined) return undefined;
  const rest = line.slice(opening.length);
  const bridge = embargoBridge.exec(rest)![0];
  // "Embargoed, for your information, until …": the moment stands behind the last of these words.
  const when = rest
    .slice(bridge.length)
    .replace(/^.*\b(?:until|before|till|bis|hasta|fino al?|jusqu['’]au)\b[\s:,-]*(?=.*\d)/iu, '')
    .replace(/[\s*)\]>_]+$/u, '');
  if (when.length <= 140 && dayOrClock.test(when)) return when;
  // "Embargo lifted" and "FOR RELEASE" let the story go; "embargoed", "embargoed until he speaks" do not.
  const isWordOfTheWire = /embargoed|strictly|under|sperrfrist|hold|not for/iu.test(opening)
    ? when === '' || /\p{L}/u.test(bridge)
    : when === '' && /EMBARGO/.test(opening);
  return isWordOfTheWire ? line.replace(/^[\s*(\[]+|[\s*)\]]+$/gu, '') : undefined;
}

/** Lines that address the editors wherever they stand. */
function takeEditorsLines(lines: readonly string[]): {
  readonly lines: readonly string[];
  readonly edNotes: readonly string[];
} {
  const edNotes: string[] = [];
  const kept = lines.filter((line) => {
    if (line.length < 60 && pageMark.test(line)) return false;
    const match = editorsNote.exec(line.trim());
    if (match) edNotes.push(match[1]!.trim() || line.trim());
    return !match;
  });
  return { lines: kept, edNotes };
}
