// Writes JSON: cleaned texts, and no keys for what is absent, blank or empty.

import { cleanText } from './clean-text.ts';

/** One line of JSON and a line end. `undefined`, blank strings and empty lists are left out of objects, except where a format demands them. */
export function writeJson(value: unknown): string {
  return `${JSON.stringify(value, tidy)}\n`;
}

function tidy(this: unknown, key: string, value: unknown): unknown {
  if (typeof value === 'string')
    return value.trim() || Array.isArray(this) || required.has(key) ? cleanText(value) : undefined;
  return Array.isArray(value) && value.length === 0 && !required.has(key) ? undefined : value;
}

/** Keys that their format demands even when nothing is in them: JSON Feed's items and texts, the values of ninjs. */
const required = new Set(['items', 'content_html', 'content_text', 'value']);
