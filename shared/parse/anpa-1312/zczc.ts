// Stories between ZCZC and NNNN with a mark at the beginning of each header line, as AAP and its suppliers send them.
// "ZCZC AAP" / "%A" / "#Legionella_BC1" / "$Legionella found in Qld hospital" / "@QLD" → category, slugline, headline, place.

import type { Draft } from '../../draft.ts';
import type { Note } from '../../story.ts';
import { defined } from '../body.ts';
import { liftUnbracketed } from './dateline.ts';
import { readAnpaFoot, takeEditorsNotes } from './foot.ts';
import { readText } from './text.ts';
import { readLettered } from './zczc-lettered.ts';
import { readRoutedHead } from './zczc-routed.ts';
import { aapCategories, marks } from './zczc.rules.ts';
import type { Mark } from './zczc.rules.ts';

/** ZCZC on the first line that says anything, and below it a marked line, routing codes or a lettered field. */
export function recognisesZczc(start: string): boolean {
  const [first = '', second = ''] = start.split('\n', 20).filter((line) => /\S/.test(line));
  return opening.test(first) && /^(?:[%#$:=^*&+@~]|(?:YY|HH)\s|[A-Z]{2}#)/.test(second.trimStart());
}

const opening = /^\s*ZCZC(?:\s+\w{2,8})?\s*$/i;

/** One Draft for each ZCZC. */
export function readZczc(text: string, notes: readonly Note[]): readonly Draft[] {
  const messages: string[][] = [];
  for (const line of text.replace(/[\u0000-\u0008\u000B-\u001D\u007F]+/g, '').split('\n')) {
    if (opening.test(line.slice(0, 60))) messages.push([]);
    else messages.at(-1)?.push(line);
  }
  const agency = /^\s*ZCZC\s+(AAP|NZN|AFP|AP|PTI)\s*$/m.exec(text.slice(0, 200))?.[1];
  return messages
    .map(untilClosed)
    .filter((lines) => lines.some((line) => /\w/.test(line)))
    .map((lines) => readMessage(lines, notes))
    .map((draft) => (draft.provider === undefined && agency !== undefined ? { ...draft, provider: agency } : draft));
}

function untilClosed(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => /^\s*NNNN\s*$/.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}

function readMessage(lines: readonly string[], notes: readonly Note[]): Draft {
  const first = lines.findIndex((line) => /\S/.test(line));
  const said = lines.slice(first);
  if (/^[A-Z]{2}#/.test(said[0] ?? '')) return readLettered(said, notes);
  if (/^(?:YY|HH)\s/.test(said[0] ?? '')) {
    const { routing, headline, slugline, rest } = readRoutedHead(said);
    return draftOf({ headline, slugline }, rest, 'tabular', [...notes, routing]);
  }
  const { fields, rest } = readMarks(said);
  return markedDraft(fields, rest, notes);
}

type Field = { readonly mark: Mark; readonly value: string };

/** Empty lines may stand between the marked lines. */
function readMarks(lines: readonly string[]): { readonly fields: readonly Field[]; readonly rest: readonly string[] } {
  const fields: Field[] = [];
  let end = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const kinds = marks.get(line[0] ?? '');
    if (!kinds || index > end + 3) break;
    const value = line.slice(1).trim();
    const mark = kinds.find(([shape]) => shape.test(value))?.[1];
    // "* Prime Minister …" is the first item of a list, and "$5 million" a sum.
    if ((mark === undefined && value !== '') || (mark === 'headline' && fields.some((field) => field.mark === mark)))
      break;
    if (mark) fields.push({ mark, value });
    end = index + 1;
  }
  return { fields, rest: lines.slice(end) };
}

function markedDraft(fields: readonly Field[], rest: readonly string[], notes: readonly Note[]): Draft {
  const all = (mark: Mark): readonly string[] =>
    fields.filter((field) => field.mark === mark).map(({ value }) => value);
  const say = (mark: Mark): string | undefined => all(mark)[0];
  const named = namesOf(say('headline'), say('slugline'), all('colon'));
  const top = named.headline === undefined ? firstLine(rest) : { headline: named.headline, rest };
  const category = say('category');
  return {
    ...draftOf(
      {
        ...named,
        headline: top.headline,
        takeKey: say('takeKey') ?? named.takeKey,
        subjects: [
          ...(category === undefined
            ? []
            : [defined({ scheme: 'anpa', code: category, name: aapCategories.get(category.toLowerCase()) })]),
          ...all('subject').map((code) => ({ scheme: 'subj', code })),
        ],
        genres: all('genre').map((name) => ({ name })),
        places: all('place').map((name) => ({ name })),
      },
      top.rest,
      /^t$/i.test(say('format') ?? '') || (say('format') === undefined && category === undefined) ? 'tabular' : 'text',
      notes,
    ),
  };
}

/** The colon means the slug, the take, the headline or the place, whichever the other lines have not said. */
function namesOf(
  headline: string | undefined,
  slugline: string | undefined,
  colons: readonly string[],
): Pick<Draft, 'headline' | 'slugline' | 'takeKey' | 'dateline' | 'created'> {
  const colon = colons[0];
  if (colon === undefined) return { headline, slugline };
  const place = /^\(([\p{Lu}][\p{Lu} .'-]+)\)$/u.exec(colon)?.[1];
  if (place !== undefined) return { headline, slugline, dateline: place };
  if (headline !== undefined)
    return slugline === undefined ? { headline, slugline: colon } : { headline, slugline, takeKey: colon };
  if (slugline === undefined) return { slugline: colon };
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(colon);
  // The day of the races.
  if (date) return { headline: slugline, slugline, takeKey: colon };
  return { headline: colon.startsWith(slugline) ? colon : `${slugline} ${colon}`, slugline };
}

/** A media release has its headline on the first line of its text. */
function firstLine(lines: readonly string[]): { readonly headline?: string; readonly rest: readonly string[] } {
  const at = lines.findIndex((line) => line.trim() !== '');
  const line = lines[at]?.trim() ?? '';
  return line === '' || line.length > 160 || /[.:]$/.test(line)
    ? { rest: lines }
    : { headline: line, rest: lines.slice(at + 1) };
}

function draftOf(
  fields: Partial<Draft>,
  given: readonly string[],
  format: 'text' | 'tabular',
  notes: readonly Note[],
): Draft {
  const foot = readAnpaFoot(given);
  const text = takeEditorsNotes(foot.lines);
  const filed = liftUnbracketed(readText(text.lines, format));
  return defined<Draft>({
    ...fields,
    format: 'anpa-1312',
    dateline: filed.dateline ?? fields.dateline,
    body: filed.body,
    pictures: [],
    edNotes: [...text.edNotes, ...foot.edNotes],
    copyrightNotice: foot.copyrightNotice,
    provider: foot.provider ?? filed.agency,
    notes,
  });
}
