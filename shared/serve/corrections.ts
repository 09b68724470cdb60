// What a desk may correct, checked from JSON: every field by kind and length, nothing else.

import type { Edits } from '../store/edits.ts';

const longest = 5000;

type Lines = { readonly [field: string]: unknown };

/** A change of the corrections that stand, or a sentence that says what is wrong. */
export function readCorrections(json: string): ((before: Edits) => Edits) | string {
  const given = parse(json);
  if (given === undefined) return 'The body must be a JSON object.';
  const unknown = Object.keys(given).find(
    (name) => !['headline', 'section', 'byline', 'status', 'pictures'].includes(name),
  );
  if (unknown !== undefined)
    return `“${unknown}” can’t be corrected; headline, section, byline, status and pictures can.`;
  const { headline, section, byline, status, pictures = {} } = given;
  const badLine = Object.entries({ headline, section, byline }).find(
    ([, value]) => value !== undefined && value !== null && !isLine(value),
  );
  if (badLine) return `“${badLine[0]}” must be text of at most ${longest} characters, or null.`;
  if (headline === '') return '“headline” must not be empty.';
  if (status !== undefined && status !== null && !['usable', 'withheld', 'canceled'].includes(String(status)))
    return '“status” must be usable, withheld or canceled, or null.';
  const badPicture = checkPictures(pictures);
  if (badPicture) return badPicture;
  return (before) =>
    merge(before, { headline, section, byline, status }, pictures as Readonly<Record<string, Lines | null>>);
}

function parse(json: string): Lines | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Lines) : undefined;
  } catch {
    return undefined;
  }
}

function isLine(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= longest &&
    value.isWellFormed() &&
    !/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(value)
  );
}

function checkPictures(pictures: unknown): string | undefined {
  if (typeof pictures !== 'object' || pictures === null || Array.isArray(pictures))
    return '“pictures” must be an object by the pictures’ ids.';
  for (const [id, edit] of Object.entries(pictures)) {
    if (edit === null) continue;
    if (typeof edit !== 'object' || Array.isArray(edit))
      return `“pictures.${id}” must be an object with caption and credit, or null.`;
    const bad = Object.entries(edit as Lines).find(
      ([name, value]) => !['caption', 'credit'].includes(name) || (value !== null && !isLine(value)),
    );
    if (bad) return `“pictures.${id}.${bad[0]}” can’t be corrected so; caption and credit are text.`;
  }
  return undefined;
}

/** Null takes a correction back: the cleaned value counts again. */
function merge(before: Edits, fields: Lines, pictures: Readonly<Record<string, Lines | null>>): Edits {
  const merged: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(fields))
    if (value === null) delete merged[name];
    else if (value !== undefined) merged[name] = value;
  const own = new Map(Object.entries(before.pictures ?? {}));
  for (const [id, edit] of Object.entries(pictures)) {
    if (edit === null) own.delete(id);
    else
      own.set(
        id,
        Object.fromEntries(Object.entries({ ...own.get(id), ...edit }).filter(([, value]) => value !== null)),
      );
  }
  return { ...merged, ...(own.size > 0 ? { pictures: Object.fromEntries(own) } : { pictures: undefined }) } as Edits;
}
