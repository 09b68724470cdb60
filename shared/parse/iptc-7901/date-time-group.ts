// The line behind ETX: "131137 GMT Nov 13" → "2013-11-13T11:37 GMT": day, clock, zone, month, year.

import { monthNumbers } from './months.rules.ts';

const group = /^\s*(\d{2})\s?(\d{2}):?(\d{2})\s*(Z\b|[A-Z]{3,4}\b)?\s*([\p{L}]{3,9})\.?\s+(\d{4}|\d{2})\b/u;

/** The instant as ISO 8601 with the zone the wire gave, or nothing. Two digits of a year from 70 on are of the last century. */
export function readDateTimeGroup(line: string): string | undefined {
  const [, day, hour, minute, zone, monthName, year] = group.exec(line.slice(0, 60)) ?? [];
  const month = monthNumbers.get((monthName ?? '').toLowerCase().slice(0, 3));
  if (day === undefined || month === undefined || year === undefined) return undefined;
  if (Number(day) > 31 || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${fullYear(year)}-${month}-${day}T${hour}:${minute}${zone === undefined ? '' : zone === 'Z' ? 'Z' : ` ${zone}`}`;
}

/** `13` → `2013`. */
export function fullYear(year: string): string {
  return year.length === 4 ? year : `${Number(year) >= 70 ? '19' : '20'}${year}`;
}
