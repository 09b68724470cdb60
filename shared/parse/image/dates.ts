// When a picture was made, from whatever of its fields says it best: "2026-11-20" and IIM's "063000+0000" → "2026-11-20T06:30:00+00:00".

export type Moment = { readonly day: string; readonly time?: string };

/** "20260208", "2026-02-08T09:30:00+09:00", "2026:02:08 09:30:00"; `undefined` for what is no day. */
export function readMoment(date: string | undefined, clock?: string, offset?: string): Moment | undefined {
  const [, year, month, day, rest = ''] = /^\s*(\d{4})[-:.]?(\d\d)[-:.]?(\d\d)(?!\d)(.*)$/s.exec(date ?? '') ?? [];
  if (year === undefined || !isDay(Number(year), Number(month), Number(day))) return undefined;
  const time = readTime(rest.trim().replace(/^T/i, '') || clock, offset);
  return { day: `${year}-${month}-${day}`, ...(time !== undefined && { time }) };
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 1800 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** "093000+0900", "09:30:00.25+09:00", "09:30"; an offset that is none, such as the clock written again, is left out. */
function readTime(clock: string | undefined, offset: string | undefined): string | undefined {
  const [, hour, minute, second = '00', zone] =
    /^(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?/.exec(clock?.trim() ?? '') ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${hour}:${minute}:${second}${readOffset(zone) ?? readOffset(offset) ?? ''}`;
}

function readOffset(zone: string | undefined): string | undefined {
  if (zone === 'Z') return 'Z';
  const [, sign, hours, minutes] = /^\s*([+-])(\d\d):?(\d\d)\s*$/.exec(zone ?? '') ?? [];
  return sign !== undefined && Number(hours) <= 14 && Number(minutes) % 15 === 0 && Number(minutes) < 60
    ? `${sign}${hours}:${minutes}`
    : undefined;
}

/** The first that names a day speaks; a time it leaves out is taken from one of the same day. */
export function chooseMoment(candidates: readonly (Moment | undefined)[]): string | undefined {
  const known = candidates.filter((moment) => moment !== undefined);
  const [first] = known;
  if (!first) return undefined;
  const time = known.find((moment) => moment.day === first.day && moment.time !== undefined)?.time;
  return time === undefined ? first.day : `${first.day}T${time}`;
}
