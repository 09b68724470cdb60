// Forms that mail their fields as JSON: {"Headline":["Ferries stop"],"Body":["The harbour …"]} → header lines over a body.

import type { Draft } from '../../draft.ts';
import { isRejection } from '../../outcome.ts';
import type { JsonObject } from '../json-fields.ts';
import { isObject, readJson, textsIn } from '../json-fields.ts';
import { readPlainText } from '../plain-text.ts';

/** The Draft of a form's fields; `undefined` when the text is none with a body. */
export function readForm(text: string): Draft | undefined {
  if (!/^\s*\{\s*"/.test(text)) return undefined;
  // Line ends that the mail program put into the JSON's strings are none of the writer's.
  const json = readJson(text.trim().replace(/\r?\n/g, ' '));
  if (isRejection(json) || !isObject(json.value)) return undefined;
  const body = valueOf(json.value, /^(?:body|story|text|article)$/i);
  if (body === undefined) return undefined;
  // The headline last: a line of an unknown name at the end would pass for text.
  const names = Object.keys(json.value).toSorted((a, b) => Number(/^(?:headline|title)$/i.test(a)) - Number(/^(?:headline|title)$/i.test(b)));
  const headers = names.filter((name) => !/^(?:body|story|text|article)$/i.test(name)).flatMap((name) => [...new Set(textsIn(json.value as JsonObject, name))].map((value) => `${name}: ${value.replace(/\s+/g, ' ')}`));
  return readPlainText(`${headers.join('\n')}\n\n${body}`);
}

function valueOf(fields: JsonObject, name: RegExp): string | undefined {
  const key = Object.keys(fields).find((candidate) => name.test(candidate));
  const texts = key === undefined ? [] : textsIn(fields, key);
  return texts.length > 0 ? texts.join('\n\n') : undefined;
}
