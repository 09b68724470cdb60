// JSON from a wire, looked into without trusting it: every field is asked for by kind, and what is of another kind is as good as absent.

import { reject } from '../outcome.ts';
import type { Rejection } from '../outcome.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Deeper values are not read: nothing a wire means lies that deep. */
const deepest = 60;

/** The value, or a refusal that names line and column. */
export function readJson(text: string): { readonly value: unknown } | Rejection {
  if (depthOf(text) > deepest * 4) return reject('unsafe', 'The JSON is nested too deep.');
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const message = (error as Error).message;
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
    if (Number.isNaN(offset)) return reject('malformed', `The JSON is broken: ${message}`);
    const before = text.slice(0, offset).split('\n');
    const place = { line: before.length, column: before.at(-1)!.length + 1 };
    return reject('malformed', `The JSON is broken in line ${place.line}, column ${place.column}.`, place);
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) most = Math.max(most, (depth += 1));
    else if (code === 125 || code === 93) depth -= 1;
  }
  return most;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a name; `undefined` when there is none. Several names go down. */
export function objectIn(from: JsonObject | undefined, ...path: readonly string[]): JsonObject | undefined {
  let found: unknown = from;
  for (const name of path) found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  return isObject(found) ? found : undefined;
}

/** The objects of a list under a name; one object alone counts as a list of it. */
export function objectsIn(from: JsonObject | undefined, name: string): readonly JsonObject[] {
  const value = from && Object.hasOwn(from, name) ? from[name] : undefined;
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

/** The first of the names that holds text (or a number), trimmed; empty text is none. */
export function textIn(from: JsonObject | undefined, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = asText(from && Object.hasOwn(from, name) ? from[name] : undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The texts of a list under a name; one text alone counts as a list of it. */
export function textsIn(from: JsonObject | undefined, name: string): readonly string[] {
  const value = from && Object.hasOwn(from, name) ? from[name] : undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map(asText).filter((text) => text !== undefined);
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}
