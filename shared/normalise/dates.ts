// Dates as wires write them → instants: "Tue, 08 Feb 2022 09:30:00 +0900", "20220208T093000+0900", "1. Dezember 2026, 6 Uhr" → "2022-02-08T00:30:00.000Z" …
// A date that cannot be read, or does not exist, is a note: never a guess.

import type { Draft } from '../draft.ts';
import type { Instant, Note } from '../story.ts';
import { dateNoise, monthNumbers, zoneNames, zoneOffsets } from './dates.rules.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

/** First publication, this version and expiry; the embargo is read when the story is completed, since it may leave out the year. */
export function readDates(copy: Copy, { timeZone }: Rules): Copy {
  const notes: Note[] = [];
  const read = (field: 'created' | 'versionCreated' | 'expires'): Instant | undefined =>
    readField(copy.draft, field, timeZone, notes);
  const [firstCreatedAt, versionCreatedAt, expiresAt] = [read('created'), read('versionCreated'), read('expires')];
  const made = {
    ...copy.made,
    ...(firstCreatedAt && { firstCreatedAt }),
    ...(versionCreatedAt && { versionCreatedAt }),
    ...(expiresAt && { expiresAt }),
  };
  return { ...copy, made, notes: [...copy.notes, ...notes] };
}

function readField(
  draft: Draft,
  field: 'created' | 'versionCreated' | 'expires',
  timeZone: string,
  notes: Note[],
): Instant | undefined {
  const given = draft[field]?.trim();
  if (given === undefined || given === '') return undefined;
  const instant = readInstant(given, timeZone);
  if (!instant)
    notes.push({
      step: 'dates',
      rule: 'unreadable-date',
      before: given,
      text: 'This date could not be read and was left out.',
    });
  return instant;
}

/** What a date says; parts it leaves out are undefined. */
type Parts = {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Minutes east of UTC, or an IANA zone. */
  readonly zone?: number | string;
};

/**
 * The instant a text names; `undefined` when it names none. A date without a clock is the beginning of that day; without a zone it is in `timeZone` (IANA).
 * A date without a year is only read with `reference`: the first such day from half a year before it.
 */
export function readInstant(given: string, timeZone: string, reference?: Instant): Instant | undefined {
  if (given.length > 200) return undefined;
  // "16:00 London time / 11:00 US Eastern time": the same moment said twice.
  const parts = readIso(given.trim()) ?? readWords(given.trim()) ?? readWords(given.split(/\s\/\s|\s[(=]/)[0]!.trim());
  if (!parts) return undefined;
  const year = parts.year ?? (reference && yearFor(parts, reference));
  return year === undefined ? undefined : toInstant({ ...parts, year }, timeZone);
}

function yearFor({ month, day }: Parts, reference: Instant): number {
  const from = Date.parse(reference) - 182 * 86_400_000;
  const first = new Date(from).getUTCFullYear();
  return Date.UTC(first, month - 1, day) >= from ? first : first + 1;
}

const iso =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s*(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?|[A-Za-z][A-Za-z_]*(?:\/[A-Za-z_]+)*)?(?:\[[^\]]+\])?$/;

function readIso(text: string): Parts | undefined {
  const [, year, month, day, hour, minute, second, zoneText] = iso.exec(text) ?? [];
  if (year === undefined) return undefined;
  const zone = zoneText === undefined ? undefined : readZone(zoneText);
  if (zoneText !== undefined && zone === undefined) return undefined;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    ...numbers({ hour, minute, second }),
    ...(zone !== undefined && { zone }),
  };
}

function numbers(
  texts: Readonly<Record<'hour' | 'minute' | 'second', string | undefined>>,
): Pick<Parts, 'hour' | 'minute' | 'second'> {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => text !== undefined)
      .map(([name, text]) => [name, Number(text)]),
  );
}

/** Takes clock, zone and day out of the text one after another; what then is left must say nothing. */
function readWords(given: string): Parts | undefined {
  const zoned = takeZone(given.replace(/[’']/g, "'"));
  const clocked = takeClock(zoned.rest);
  const dated = takeDay(clocked.rest);
  if (!dated) return undefined;
  const left = dated.rest
    .toLowerCase()
    .split(/[\s,;.()–-]+/)
    .filter((word) => word !== '' && !dateNoise.has(word) && !dateNoise.has(word.replace(/\.$/, '')));
  if (left.length > 0) return undefined;
  return { ...dated.day, ...clocked.clock, ...(zoned.zone !== undefined && { zone: zoned.zone }) };
}

function takeZone(text: string): { readonly rest: string; readonly zone?: number | string } {
  const pattern =
    /\b(?:GMT|UTC)\s*[+-]\d{1,2}\b(?!:?\d)|(?:\b(?:GMT|UTC)\s*)?[+-]\d{1,2}:?\d{2}\b(?!\d)|\b[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+\b|\b(?:new york|eastern|pacific|london|paris|berlin|tokyo|uk) time\b|\b[A-Za-z]{1,4}T\b|\b(?:GMT|UTC|MEZ|MESZ|MSK|ET|CT|PT|MT|BST|CET|CEST|Z|WIB)\b/gi;
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(0, match.index);
    // "08-0230" after a day is no offset: an offset follows a clock.
    if (/^[+-]/.test(match[0]) && !/\d{1,2}[:.]?\d{2}(?:[:.]\d{2})?\s*$/.test(before)) continue;
    const zone = readZone(match[0]);
    if (zone !== undefined) return { zone, rest: `${before} ${text.slice(match.index + match[0].length)}` };
  }
  return { rest: text };
}

function readZone(text: string): number | string | undefined {
  const offset = /^(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?$/i.exec(text);
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0));
  const name = text.toLowerCase();
  const known = zoneOffsets.get(name) ?? zoneNames.get(name);
  if (known !== undefined) return known;
  return text.includes('/') && isZone(text) ? text : undefined;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

type Clock = Pick<Parts, 'hour' | 'minute' | 'second'>;

const clocks: readonly RegExp[] = [
  /\b(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*([ap])\.?m\b\.?/i,
  /(?<![\d.])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?!\d)/,
  /\b(\d{1,2})h(\d{2})?\b/i,
  /\b(\d{1,2})()()\s*([ap])\.?m\b\.?/i,
  /\b(\d{1,2})[.](\d{2})\s*uhr\b/i,
  /\b(\d{1,2})\s*uhr\b/i,
  // "00.01 on Tuesday", "22.30hrs": no day and month, since a month in words or a weekday follows.
  /(?<![\d.])([01]?\d|2[0-3])\.([0-5]\d)(?=\s*(?:hrs?|hours|h|o'clock)\b|\s*(?:,|\bon\b|\p{L}{3,})|\s*$)(?!\.)/iu,
  /(\d{1,2})時(\d{1,2})?分?/u,
  /\b(?:kl\.?|klo|klockan)\s*(\d{1,2})[.:](\d{2})\b/i,
  // "0600 GMT": four digits at either end that are no year.
  /(?<!\d)([01]\d|2[0-3]|24(?=00))([0-5]\d)(?:\s*(?:hrs|hours|h))?(?=\s|,|$)(?!.*\b[01]\d[0-5]\d\b(?=\s*(?:hrs|hours)))/gi,
];

function takeClock(text: string): { readonly rest: string; readonly clock: Clock } {
  const named = /\b(midnight|mitternacht|minuit|noon|midday)\b/i.exec(text);
  if (named) return { clock: { hour: /^(?:noon|midday)/i.test(named[0]) ? 12 : 0 }, rest: text.replace(named[0], ' ') };
  for (const pattern of clocks) {
    const match = pattern.global ? bareClock(text.matchAll(pattern)) : pattern.exec(text);
    if (!match) continue;
    const [whole, hour, minute, second, half] = match;
    const base = Number(hour) % (half ? 12 : 100);
    const clock = {
      hour: base + (/p/i.test(half ?? '') ? 12 : 0),
      minute: Number(minute || 0),
      second: Number(second || 0),
    };
    return { clock, rest: text.replace(whole, ' ') };
  }
  return { rest: text, clock: {} };
}

/** Of four-digit groups the first that looks like no year; where all do, the first of two is the clock, and a single one is the year. */
function bareClock(groups: Iterable<RegExpExecArray>): RegExpExecArray | undefined {
  const found = [...groups];
  return found.find(([group]) => !/^(?:19|20)\d\d/.test(group)) ?? (found.length > 1 ? found[0] : undefined);
}

type Day = Pick<Parts, 'year' | 'month' | 'day'>;

function takeDay(text: string): { readonly rest: string; readonly day: Day } | undefined {
  const word = '([\\p{L}]+)';
  const named: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
    [
      new RegExp(
        `(\\d{1,2})(?:st|nd|rd|th|er)?\\.?º?(?:\\s+(?:de|of))?[\\s-]+${word}\\.?(?:,?[\\s-]+(?:de\\s+|of\\s+)?(\\d{4}|'?\\d{2})(?!\\d))?`,
        'iu',
      ),
      [1, 2, 3],
    ],
    [new RegExp(`${word}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+(\\d{4}))?`, 'iu'), [2, 1, 3]],
    [new RegExp(`(\\d{4})\\s+${word}\\.?\\s+(\\d{1,2})`, 'iu'), [3, 2, 1]],
  ];
  for (const [pattern, [dayAt, monthAt, yearAt]] of named) {
    for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
      const month = monthNumbers.get(match[monthAt]!.toLowerCase());
      if (month === undefined) continue;
      const year = fullYear(match[yearAt]);
      return {
        day: { month, day: Number(match[dayAt]), ...(year !== undefined && { year }) },
        rest: text.replace(match[0], ' '),
      };
    }
  }
  return takeNumericDay(text);
}

/** 2022-02-08, 2022/02/08, 8.2.2022; 8/2/2022 only where it can be read in one way. */
function takeNumericDay(text: string): { readonly rest: string; readonly day: Day } | undefined {
  const yearFirst = /(?<!\d)(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?!\d)/.exec(text);
  if (yearFirst)
    return {
      day: { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) },
      rest: text.replace(yearFirst[0], ' '),
    };
  const dotted = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?(?!\d)/.exec(text);
  if (dotted) {
    const year = fullYear(dotted[3]);
    return {
      day: { day: Number(dotted[1]), month: Number(dotted[2]), ...(year !== undefined && { year }) },
      rest: text.replace(dotted[0], ' '),
    };
  }
  const slashed = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text);
  if (!slashed) return undefined;
  const [a, b] = [Number(slashed[1]), Number(slashed[2])];
  const dayFirst = a > 12 || a === b;
  if (!dayFirst && b <= 12) return undefined;
  return {
    day: { day: dayFirst ? a : b, month: dayFirst ? b : a, year: Number(slashed[3]) },
    rest: text.replace(slashed[0], ' '),
  };
}

/** Two digits are of this century up to 68, as POSIX has it. */
function fullYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text.replace("'", ''));
  if (text.length === 4) return number;
  return number + (number < 69 ? 2000 : 1900);
}

function toInstant(parts: Parts & { readonly year: number }, timeZone: string): Instant | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, zone = timeZone } = parts;
  if (month < 1 || month > 12 || hour > 24 || minute > 59 || second > 60 || year < 1900 || year > 2200)
    return undefined;
  const local = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  const shown = new Date(Date.UTC(year, month - 1, day));
  // 31 February rolls over into March: it is no day.
  if (shown.getUTCMonth() !== month - 1 || day < 1) return undefined;
  return new Date(local - offsetAt(local, zone) * 60_000).toISOString();
}

/** Minutes east of UTC of a zone, when its clocks show `local`. */
function offsetAt(local: number, zone: number | string): number {
  if (typeof zone === 'number') return zone;
  const first = zoneOffset(local, zone);
  return zoneOffset(local - first * 60_000, zone);
}

function zoneOffset(instant: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const shown = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']);
  return Math.round((shown - instant) / 60_000);
}
