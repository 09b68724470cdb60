// Forms that mail their fields as JSON: {"Headline":["Ferries stop"],"Body":["The harbour …"]} → header lines over a body.

import type { Draft } from '../../draft.ts';
import { isRejection } from '../../outcome.ts';
import type { JsonObject } from '../json-fields.ts';
import { isObject, readJson, textsIn } from '../json-fields.ts';
import { readPlainText } from '../plain-text.ts';

const bodyName = /^(?:body|story|text|article|copy|story text|body text)$/i;

/** The Draft of a form's fields; `undefined` when the text is none with a body. */
export function readForm(text: string): Draft | undefined {
  if (!/^\s*\{\s*"/.test(text)) return undefined;
  // Line ends that the mail program put into the JSON's strings are none of the writer's.
  const json = readJson(text.trim().replace(/\r?\n/g, ' '));
  if (isRejection(json) || !isObject(json.value)) return undefined;
  const fields = json.value;
  const names = Object.keys(fields);
  const body = names.find((name) => bodyName.test(name));
  const words = body === undefined ? [] : textsIn(fields, body);
  if (words.length === 0) return undefined;
  // The headline last: a line of an unknown name at the end would pass for text.
  const ordered = names
    .filter((name) => !bodyName.test(name))
    .toSorted((a, b) => Number(isHeadline(a)) - Number(isHeadline(b)));
  const lines = ordered.flatMap((name) =>
    [...new Set(textsIn(fields, name))].map((value) => lineOf(name, value.replace(/\s+/g, ' '), fields)),
  );
  return readPlainText(`${lines.join('\n')}\n\n${words.join('\n\n')}`);
}

function isHeadline(name: string): boolean {
  return /^(?:headline|title)$/i.test(name);
}

/** A form's "News Value" is the editors' urgency; where it or "Urgency" is given, "Priority" is the desk's own order of work. */
function lineOf(name: string, value: string, fields: JsonObject): string {
  if (/^news ?value$/i.test(name) && !named(fields, /^urgency$/i)) return `Urgency: ${value}`;
  if (/^priority$/i.test(name) && (named(fields, /^(?:urgency|news ?value)$/i) || !/^[1-9]$/.test(value)))
    return `Note: Priority: ${value}`;
  return `${name}: ${value}`;
}

function named(fields: JsonObject, name: RegExp): boolean {
  return Object.keys(fields).some((key) => name.test(key) && textsIn(fields, key).length > 0);
}
