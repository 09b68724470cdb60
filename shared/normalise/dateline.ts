// Where and when it was filed: "TOKYO, Feb 8 (Reuters) - Crews …" → dateline {TOKYO, Feb 8, Reuters}, and the paragraph begins "Crews …".

import { sliceProse } from '../prose.ts';
import type { Dateline } from '../story.ts';
import type { Authority } from './authority.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

const place = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’ -]{1,40}";
const month =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|' +
  'januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|janv|févr|fév|mars|avr|avril|juin|juil|juillet|août|déc|décembre|septembre|octobre|novembre|janvier|février|' +
  'ene|enero|febrero|marzo|abr|abril|mayo|junio|julio|ago|agosto|septiembre|octubre|noviembre|dic|diciembre|gennaio|gen|febbraio|aprile|maggio|mag|giugno|giu|luglio|lug|settembre|set|ottobre|ott|dicembre|' +
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|dez|fev|out)';
const date = `(?:${month}\\.?\\s+\\d{1,2}(?:,?\\s+\\d{4})?|\\d{1,2}\\.?\\s*(?:de\\s+)?${month}\\.?(?:\\s+(?:de\\s+)?\\d{4})?|\\d{1,2}[./]\\d{1,2}\\.?(?:\\d{2,4})?)`;
const source = '\\(([\\p{L}][\\p{L}\\p{N} ./&-]{1,40})\\)';
const dash = '\\s*(?:\\.\\s?[-–—]|[-–—]{1,2}|:|\\.)\\s*';

/** `PLACE, REGION, date (SOURCE) –`; a source or a place in capitals must be there, or it may be any sentence with a dash. */
const western = new RegExp(`^(?:(${place}(?:,\\s*${place}){0,2}?)(?:[,\\s]\\s*(${date}))?\\s*)?${source}${dash}(?=\\S)`, 'iu');
/** "Jan 3 (Reuters) -": filed from the desk. */
const datedOnly = new RegExp(`^()(${date})\\s*${source}${dash}(?=\\S)`, 'iu');
const capitals = new RegExp(`^([\\p{Lu}][\\p{Lu}\\p{M}.'’ -]{1,40}(?:,\\s*${place}){0,2}?)(?:,\\s*(${date}))?\\s*[-–—]{1,2}\\s+(?=\\S)`, 'u');
const japanese = /^[［【[(]?\s*([\p{Script=Han}\p{Script=Katakana}ー・]{2,12})\s*(\d{1,2}日)?\s*[（(]?\s*(ロイター|共同|時事|AFP|AP|新華社)\s*[）)]?\s*[］】\])]?\s*[-–—－=＝]?\s*(?=\S)/u;

export function liftDateline(copy: Copy, { authority }: Rules): Copy {
  const { draft } = copy;
  if (draft.dateline !== undefined) return withoutRepeated({ ...copy, made: { ...copy.made, dateline: readDateline(draft.dateline, authority) } }, draft.dateline, authority);
  // Points of a summary may stand above it.
  const index = draft.body.findIndex((each) => each.type === 'paragraph' && !/^[*•–-]\s/.test(each.text));
  const block = draft.body[index];
  if (block?.type !== 'paragraph') return copy;
  const found = findDateline(block.text, authority);
  if (!found) return copy;
  const rest = { type: 'paragraph', ...sliceProse(block, found.length) } as const;
  const body = draft.body.with(index, rest);
  const note = { step: 'dateline', rule: 'dateline', before: block.text.slice(0, found.length), after: found.dateline.line, text: 'The dateline was taken out of the first paragraph.' };
  return { ...copy, draft: { ...draft, body }, made: { ...copy.made, dateline: found.dateline }, notes: [...copy.notes, note] };
}

/** A wire that has a field for it often begins the text with it all the same. */
function withoutRepeated(copy: Copy, given: string, authority: Authority): Copy {
  const { draft } = copy;
  const index = draft.body.findIndex(({ type }) => type === 'paragraph');
  const block = draft.body[index];
  const found = block?.type === 'paragraph' ? findDateline(block.text, authority) : undefined;
  const words = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  if (!found || block?.type !== 'paragraph' || words(found.dateline.line) !== words(given)) return copy;
  const note = { step: 'dateline', rule: 'repeated-dateline', before: block.text.slice(0, found.length), text: 'The text began with the dateline once more; it was cut there.' };
  return { ...copy, draft: { ...draft, body: draft.body.with(index, { type: 'paragraph', ...sliceProse(block, found.length) }) }, notes: [...copy.notes, note] };
}

const withAgency = new RegExp(`^(${place}(?:,\\s*${place}){0,2}?),\\s*(${date})\\s+([\\p{Lu}][\\p{L}./-]{1,20}(?:\\s[\\p{Lu}][\\p{L}./-]{1,20})?)\\s*[-–—]{1,2}\\s+(?=\\S)`, 'iu');

/** "MELBOURNE, March 3 AAP -": an agency without brackets, where the list knows it. */
function unbracketed(head: string, authority: Authority): RegExpExecArray | null {
  const match = withAgency.exec(head);
  return match && authority.find(match[3]!) ? match : null;
}

type FoundDateline = { readonly dateline: Dateline; readonly length: number };

function findDateline(text: string, authority: Authority): FoundDateline | undefined {
  const head = text.slice(0, 160);
  const match = western.exec(head) ?? datedOnly.exec(head) ?? unbracketed(head, authority) ?? capitals.exec(head) ?? japanese.exec(head);
  if (!match) return undefined;
  const [whole, where, when, from] = match;
  // "(AFP)" alone at the beginning of a sentence about AFP would be lifted too; a place in lower case is no place.
  if (where !== undefined && /^\p{Ll}/u.test(where)) return undefined;
  if (where !== undefined && where.split(/\s+/).length > 5) return undefined;
  const line = whole.replace(new RegExp(`${dash}$`, 'u'), '').trim();
  return { dateline: make(line, where, when, from), length: whole.length };
}

/** A dateline that came in a field of its own. */
function readDateline(given: string, authority: Authority): Dateline {
  const found = findDateline(/[-–—:]\s*$/.test(given) ? `${given} X` : `${given} - X`, authority);
  return found ? { ...found.dateline, line: given.replace(/\s*[-–—]+\s*$/, '') } : { line: given };
}

function make(line: string, where: string | undefined, when: string | undefined, from: string | undefined): Dateline {
  return {
    line,
    ...(where && { place: where.replace(/[,\s]+$/, '') }),
    ...(when && { date: when }),
    ...(from && { source: from }),
  };
}
