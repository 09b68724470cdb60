// When it was written says nothing of who wrote it: "Updated 3 May", "Tuesday, Nov. 24, 2026".

import { monthNames } from './phrases.rules.ts';

const stamp =
  '(?:last )?(?:updated?|published|posted|modified|aktualisiert|stand|publié|actualizado|publicado|aggiornato|pubblicato|oppdatert|uppdaterad|opdateret|julkaistu|päivitetty)';
const stampAlone = new RegExp(`^${stamp}$`, 'iu');
const stamped = new RegExp(`^${stamp}(?!\\p{L})`, 'iu');
const day = '\\d{1,2}(?:st|nd|rd|th|\\.)?';
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun))?,?\\s*';
const clock =
  '(?:,?\\s+(?:at\\s+)?\\d{1,2}[:.]\\d{2}\\s*(?:[ap]\\.?m\\.?)?\\s*(?:uhr|gmt|utc|e[sd]?t|p[sd]?t|bst|cet|ist)?)?';
const written = new RegExp(
  `^(?:le\\s+|am\\s+|on\\s+)?${weekday}(?:${day}\\s+(?:de\\s+)?)?(?:${monthNames})\\p{L}*\\.?,?(?:\\s+${day})?,?(?:\\s+(?:de\\s+)?\\d{4})?${clock}$`,
  'iu',
);
const figures = /^[\d\s.:/–-]+(?:[ap]m|uhr|gmt|utc|est|edt|bst|cet)?$/i;

/** Never without a figure, since May and August are names. */
export function isDate(text: string): boolean {
  if (!/\d/.test(text)) return stampAlone.test(text);
  return text.length < 80 && (stamped.test(text) || written.test(text) || figures.test(text));
}

const stampBefore = new RegExp(`^${stamp}(?!\\p{L})[^\\n]{0,60}?\\d[^\\n]{0,40}?\\s(?=by\\s)`, 'iu');
const stampBehind = new RegExp(
  `\\s+${stamp}(?!\\p{L})\\s*(?:on|at|am|:)?\\s*(?=[\\p{L}\\d])[^\\n]{0,60}\\d[^\\n]{0,60}$`,
  'iu',
);

const dateBehind = new RegExp(
  `(?<=\\p{L}{2}[.),]?)\\s+(?:on |am |le |el )?(?:\\d{1,2}[./]\\d{1,2}[./]\\d{4}|${day}\\s+(?:${monthNames})\\p{L}*\\.?,?\\s+\\d{4}|(?:${monthNames})\\p{L}*\\.?\\s+${day},?\\s+\\d{4})$`,
  'iu',
);

/** "Published 4 May 2023 by Jane Doe", "Jane Doe Updated Nov 24, 2026", "Jane Doe on 12 May 2024": the name alone. */
export function cutStamps(text: string): string {
  return text.replace(stampBefore, '').replace(stampBehind, '').replace(dateBehind, '');
}
