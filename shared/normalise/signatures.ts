// The agency's own mark below its story: "AAP RTV ar", "AFP sn", "/ritzau/", "hh/ph/ts/hd" → gone, with a note. It tells the agency's desks who handled the copy, and partners nothing.

import type { Block, Note } from '../story.ts';
import type { Authority } from './authority.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

/** Editors' initials between slashes: one word with spaces around it would be a word. */
const initials = /^\p{Ll}{2,3}(?:\/\p{Ll}{2,3}){1,6}\/?$/u;
/** In Arabic, where a letter may stand by itself: "ففف/ح س/كام". */
const arabicInitials = /^\p{Script=Arabic}{1,4}(?:[ -]\p{Script=Arabic}{1,4}){0,2}(?:\/\p{Script=Arabic}{1,4}(?:[ -]\p{Script=Arabic}{1,4}){0,2}){1,6}$/u;

/** A house in brackets or between slashes, also as "(©NTB)" and "==Kyodo", or followed by desks and initials: "(BusinessDesk)", "AAP RTV ar", "dpa wsz jln". */
const houseMark = /^(?:[(/](?:© ?)?(?<inside>[\p{L}\p{N}.& -]{2,30})[)/]|==(?<closing>\p{L}[\p{L} ]{1,20})|(?<house>\p{L}[\p{L}\d]{1,9})(?:[ /-](?:\p{Lu}{2,4}|\p{Ll}{2,3})){0,6}\/?)\.?$/u;

export function cutSignatures(copy: Copy, { authority }: Rules): Copy {
  const { body, dateline, provider, bylines = [] } = copy.draft;
  // Pictures of the whole story may stand below its mark.
  const index = body.findLastIndex(({ type }) => type !== 'figure');
  const [first, last] = [body.find(({ type }) => type === 'paragraph'), body[index]];
  const above = [`(${provider ?? ''})`, dateline, ...bylines, first && 'text' in first ? first.text : ''].join('\n');
  if (!last || first === last || !isSignature(last, above, authority)) return copy;
  const note: Note = { step: 'signatures', rule: 'signature', before: 'text' in last ? last.text : '', text: 'The agency’s mark below the story was cut.' };
  return { ...copy, draft: { ...copy.draft, body: body.toSpliced(index, 1) }, notes: [...copy.notes, note] };
}

/** A house that the story names at its head signs at its foot, whether the list knows it or not. */
function isSignature(block: Block, above: string, authority: Authority): boolean {
  if (block.type !== 'paragraph' || block.text.length > 40) return false;
  if (initials.test(block.text) || arabicInitials.test(block.text)) return true;
  const { closing, inside = closing, house } = houseMark.exec(block.text)?.groups ?? {};
  return (inside !== undefined && (authority.find(inside) !== undefined || above.includes(`(${inside})`))) || (house !== undefined && isAcronym(house) && authority.find(house) !== undefined);
}

/** "Reuters" alone below a story may be its byline; letters that spell nothing are a mark. */
function isAcronym(word: string): boolean {
  return /^(?:\p{Lu}{2,}|dpa|ritzau|ntb|apa|tt|stt|efe|anp)$/u.test(word);
}
