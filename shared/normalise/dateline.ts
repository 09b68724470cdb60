// Where and when it was filed: "TOKYO, Feb 8 (Reuters) - Crews …" → dateline {TOKYO, Feb 8, Reuters}, and the paragraph begins "Crews …".

import type { Draft } from '../draft.ts';
import { sliceProse } from '../prose.ts';
import type { Block, Byline, Dateline } from '../story.ts';
import type { Authority } from './authority.ts';
import { bylineLine } from './byline/line.ts';
import { joinBylines } from './bylines.ts';
import { dash, date, farthest, findDatedPlace, findFiling, place } from './dateline/filing.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

export function liftDateline(copy: Copy, { authority }: Rules): Copy {
  const { draft } = copy;
  const given = draft.dateline === undefined ? undefined : readDateline(draft.dateline, authority);
  const { index, found } = beginningOf(draft, given, authority) ?? { index: -1 };
  const block = draft.body[index];
  if (!found || block?.type !== 'paragraph' || (given && !isSameFiling(given, found.dateline)))
    return given ? { ...copy, made: { ...copy.made, dateline: given } } : copy;
  const body =
    found.length < block.text.length
      ? draft.body.with(index, { type: 'paragraph', ...sliceProse(block, found.length) })
      : draft.body.toSpliced(index, 1);
  const dateline = given ? together(given, found.dateline) : found.dateline;
  const before = block.text.slice(0, found.length);
  const note = given
    ? {
        step: 'dateline',
        rule: 'repeated-dateline',
        before,
        text: 'The text began with the dateline once more; it was cut there.',
      }
    : {
        step: 'dateline',
        rule: 'dateline',
        before,
        after: dateline.line,
        text: 'The dateline was taken out of the first paragraph.',
      };
  const byline =
    found.reporters === undefined
      ? copy.made.byline
      : [copy.made.byline, reportersByline(found.reporters)].filter((each) => each !== undefined).reduce(joinBylines);
  return {
    ...copy,
    draft: { ...draft, body },
    made: { ...copy.made, dateline, ...(byline && { byline }) },
    notes: [...copy.notes, note],
  };
}

/** "新华社北京2月8日电（记者王小明、李雷）": who reported stands in the dateline. */
function reportersByline(given: string): Byline {
  const people = given.split(/[、，,·]/).map((name) => ({ name: name.trim() }));
  return { line: bylineLine(people, []), people, organisations: [], given };
}

type Place = { readonly index: number; readonly found: FoundDateline };

/** Points of a summary may stand above the first paragraph; a few more lines where the dateline is beyond doubt. */
function beginningOf(draft: Draft, given: Dateline | undefined, authority: Authority): Place | undefined {
  const paragraphs = draft.body.flatMap((block, index) =>
    block.type === 'paragraph' && !/^[*•–-]\s/.test(block.text) ? [{ index, text: block.text }] : [],
  );
  for (const [place, { index, text }] of paragraphs.slice(0, 6).entries()) {
    const isBelowSummary = place === 1 && paragraphs[0]!.text === draft.standfirst;
    // Without a number there is no day, and so no doubt to be beyond.
    if (place > 0 && !isBelowSummary && !/[\d０-９]/.test(text.slice(0, farthest))) continue;
    const found = findIn(draft.body[index], given, authority);
    if (found && (place === 0 || isBelowSummary || isCertain(found.dateline))) return { index, found };
  }
  return undefined;
}

/** Below the warnings and subtitles of a press release its text begins where place, day and agency are all said. */
function isCertain({ place, date, source }: Dateline): boolean {
  return place !== undefined && date !== undefined && source !== undefined;
}

function findIn(
  block: Block | undefined,
  given: Dateline | undefined,
  authority: Authority,
): FoundDateline | undefined {
  return block?.type === 'paragraph'
    ? (findDateline(block.text, authority) ?? alone(block.text, authority) ?? (given && repeated(block.text)))
    : undefined;
}

/** A wire that has a field for it often begins the text with it all the same, longer or shorter. */
function isSameFiling(given: Dateline, found: Dateline): boolean {
  const [a, b] = [placeWords(given), placeWords(found)];
  return a === '' || b === '' || `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `);
}

function placeWords({ place = '' }: Dateline): string {
  return place
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The field's own words, unless the text says more: when, or for whom. */
function together(given: Dateline, found: Dateline): Dateline {
  const saysMore =
    (given.date === undefined && found.date !== undefined) ||
    (given.source === undefined && found.source !== undefined);
  return { ...found, ...given, line: saysMore && placeWords(found) !== '' ? found.line : given.line };
}

type FoundDateline = { readonly dateline: Dateline; readonly length: number; readonly reporters?: string };

/** "AUSTIN, Texas, Feb. 1, 2017 /PRNewswire/ --" as a paragraph of its own: when, and for whom, must both be there; "KATHMANDU, MAY 3" says where in capitals. */
function alone(text: string, authority: Authority): FoundDateline | undefined {
  if (text.length > 100) return undefined;
  const line = text.replace(/\s*[-–—_:]+\s*$/, '');
  const found = findDateline(`${line} - X`, authority);
  const isAll =
    found?.length === line.length + 3 &&
    found.dateline.date !== undefined &&
    (found.dateline.source !== undefined || /^[^\p{Ll}]+$/u.test(found.dateline.place ?? 'x'));
  return isAll ? { ...found, length: text.length } : undefined;
}

function repeated(text: string): FoundDateline | undefined {
  const filing = findDatedPlace(text);
  return (
    filing && {
      dateline: make(filing.whole.replace(/\s*[-–—]+\s*$/, ''), filing.where, filing.when, undefined),
      length: filing.whole.length,
    }
  );
}

function findDateline(text: string, authority: Authority): FoundDateline | undefined {
  const filing = findFiling(text, authority);
  if (!filing) return undefined;
  const { whole, where, when, from, reporters } = filing;
  // "(AFP)" alone at the beginning of a sentence about AFP would be lifted too; a place in lower case is no place.
  if (where !== undefined && (/^\p{Ll}|^By\s/u.test(where) || where.split(/\s+/).length > 5)) return undefined;
  const line = whole.replace(new RegExp(`${dash}$`, 'u'), '').trim();
  return {
    dateline: make(line, where, when, from),
    length: whole.length,
    ...(reporters !== undefined && { reporters }),
  };
}

const timestamp =
  /^\d{4}-?\d{2}-?\d{2}(?:[T ]\d{2}:?\d{2}.*)?$|^[\d./-]{6,10} \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[A-Z]{1,5})?$/;
/** In its own field a day may also be written in numbers: "كييف (أوكرانيا), 25-11-2023 (أ ف ب)". */
const wholeField = new RegExp(`^(\\p{L}.{1,80}?),\\s*(${date}|\\d{1,2}-\\d{1,2}-\\d{4})\\s*\\(([^()]{2,40})\\)$`, 'iu');
const placeAndDate = new RegExp(`^(${place}(?:,\\s*${place})?),\\s+(?:le |den |dnia |am |il |a )?(${date})$`, 'iu');
const dateAlone = new RegExp(`^${date}$`, 'iu');

/** A dateline that came in a field of its own; a bare timestamp says nothing of where. */
function readDateline(given: string, authority: Authority): Dateline | undefined {
  if (timestamp.test(given.trim())) return undefined;
  // EFE writes the moment of sending behind the place.
  const line = given.replace(/(?<=\S)\s+\d{8}T\d{6}(?:Z|[+-]\d{4})?\s*$/, '').replace(/\s*[-–—_]+\s*$/, '');
  const found = findDateline(/[-–—_:]\s*$/.test(given) ? `${given} X` : `${given} - X`, authority);
  if (found) return { ...found.dateline, line };
  const [, where, when, from] = wholeField.exec(line) ?? [];
  if (where !== undefined) return make(line, where, when, from);
  const placed = placeAndDate.exec(line);
  if (placed) return make(line, placed[1], placed[2], undefined);
  if (dateAlone.test(line)) return { line, date: line };
  // In its own field a name without numbers can only be the place.
  return /^\p{Lu}(?:[^\d()/:;]|(?<=\p{L})\/(?=\p{Lu})){1,60}(?: \(\p{L}[\p{L} .-]{1,30}\))?$/u.test(line) &&
    line.split(/\s+/).length <= 6
    ? { line, place: line.replace(/[.\s]+$/, '') }
    : { line };
}

function make(line: string, where: string | undefined, when: string | undefined, from: string | undefined): Dateline {
  return {
    line,
    ...(where && { place: where.replace(/[,\s]+$/, '') }),
    // The stop behind a month that is written out belongs to no word.
    ...(when && { date: when.replace(/(?<=\p{L}{5})\.$/u, '') }),
    ...(from && { source: from }),
  };
}
