// The lines above STX and the one behind ETX: "W2870", "f l BC-LT--Argentina-CancerB 1stLd-Writethru 11-13 1049", "AP-WF-11-13-13 1509GMT".

import { fullYear } from '../iptc-7901/date-time-group.ts';

export type StoryHeader = {
  readonly priority: string;
  readonly category: string;
  /** `tabular` for agate and tables, whose lines are kept. */
  readonly format: 'text' | 'tabular';
  /** `BC-LT--Argentina-CancerB`. */
  readonly keyword: string;
  /** `1stLd-Writethru`, or empty. */
  readonly version: string;
};

const headerLine = /^([a-z]) ([a-z])([\u0010-\u0014]*)\s+(?=\S)(.{1,80}?)\s+(\d{1,2}-\d{1,2})(?: +(\d{0,5}))?\s*$/i;

/** DC2 says that the lines are a table. */
export function readStoryHeader(line: string): StoryHeader | undefined {
  const [, priority, category, controls, middle] = headerLine.exec(line.slice(0, 160)) ?? [];
  if (priority === undefined || category === undefined || middle === undefined) return undefined;
  const [keyword = '', ...version] = middle
    .replace(/[\u0000-\u001F]+/g, '')
    .trim()
    .split(/\s+/);
  return {
    priority: priority.toLowerCase(),
    category: category.toLowerCase(),
    format: controls?.includes('\u0012') ? 'tabular' : 'text',
    keyword,
    version: version.join(' '),
  };
}

/** `W2870` and what follows: service level or wire letter, story number, selector. */
export function isStoryNumber(line: string): boolean {
  return /^[\u0000-\u0020]*[a-z]{1,4}\d{3,4}(?:[\u001F\s]|[A-Z][\w-]*|$)/i.test(line.slice(0, 60));
}

export type Trailer = { readonly provider?: string; readonly language?: string; readonly versionCreated?: string };

/** What stands behind ETX; three agencies, three ways to write a date. */
export function readTrailer(text: string): Trailer {
  const line = text.slice(0, 120);
  return readMonthFirst(line) ?? readClockFirst(line) ?? readDayFirst(line) ?? {};
}

/** AP: `AP-WF-11-13-13 1509GMT`; its world file is in English, which a single sentence does not always tell. */
function readMonthFirst(line: string): Trailer | undefined {
  const [, agency, service, month, day, year, hour, minute, zone] =
    /\b([A-Z]{2,5})-([A-Z]{1,4})-(\d{2})-(\d{2})-(\d{2}|\d{4}) (\d{2}):?(\d{2}) ?([A-Z]{1,4})?/.exec(line) ?? [];
  if (agency === undefined) return undefined;
  return {
    provider: agency,
    ...(agency === 'AP' && service === 'WF' && { language: 'en' }),
    ...dated(year!, month!, day!, hour!, minute!, zone),
  };
}

/** Kyodo World Service: `KWS-21:37-09-12-18`, the day before the month. */
function readClockFirst(line: string): Trailer | undefined {
  const [, service, hour, minute, day, month, year] =
    /\b([A-Z]{2,5})-(\d{2}):(\d{2})-(\d{2})-(\d{2})-(\d{2})\b/.exec(line) ?? [];
  return service === undefined
    ? undefined
    : {
        ...(service === 'KWS' && { provider: 'Kyodo', language: 'en' }),
        ...dated(year!, month!, day!, hour!, minute!),
      };
}

/** AAP: `13-11-13 15-09-00`. */
function readDayFirst(line: string): Trailer | undefined {
  const [, day, month, year, hour, minute] = /\b(\d{2})-(\d{2})-(\d{2}) (\d{2})-(\d{2})-\d{2}\b/.exec(line) ?? [];
  return day === undefined ? undefined : dated(year!, month!, day, hour!, minute!);
}

function dated(year: string, month: string, day: string, hour: string, minute: string, zone?: string): Trailer {
  if (Number(month) > 12 || Number(day) > 31 || Number(hour) > 23 || Number(minute) > 59 || Number(month) < 1)
    return {};
  return {
    versionCreated: `${fullYear(year)}-${month}-${day}T${hour}:${minute}${zone === undefined ? '' : ` ${zone}`}`,
  };
}
