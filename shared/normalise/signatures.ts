// The agency's own marks below its story: "AAP RTV ar", "/ritzau/", "hh/ph/ts/hd", "APA0123 2026-10-13/08:15", "… said the mayor. (ANSA)" → gone, with a note.
// They tell the agency's desks who handled the copy and when, and partners nothing.

import type { Draft } from '../draft.ts';
import { sliceProse, tidyProse } from '../prose.ts';
import type { Block, Note } from '../story.ts';
import type { Authority } from './authority.ts';
import type { Rules } from './rules.ts';
import { copyrightMark, deskMarks, houseMark, trailingMark } from './signatures.rules.ts';
import type { Copy } from './step.ts';

/** More lines than any desk signs with. */
const most = 6;

export function cutSignatures(copy: Copy, { authority }: Rules): Copy {
  const cut = cutLast(copy, authority, most);
  return cutBehind(cut, authority);
}

function cutLast(copy: Copy, authority: Authority, left: number): Copy {
  const { body } = copy.draft;
  // Pictures of the whole story may stand below its mark.
  const index = body.findLastIndex(({ type }) => type !== 'figure');
  const last = body[index];
  if (
    left === 0 ||
    last?.type !== 'paragraph' ||
    last.text.length > 40 ||
    !body.some((block, at) => at < index && block.type !== 'figure')
  )
    return copy;
  const notice = copyrightMark.exec(last.text)?.[1];
  if (notice === undefined && !isSignature(last.text, copy.draft, authority)) return copy;
  const draft: Draft = {
    ...copy.draft,
    body: body.toSpliced(index, 1),
    ...(notice !== undefined && { copyrightNotice: copy.draft.copyrightNotice ?? notice }),
  };
  return cutLast({ ...copy, draft, notes: [...copy.notes, cutNote(last.text)] }, authority, left - 1);
}

function cutNote(before: string): Note {
  return { step: 'signatures', rule: 'signature', before, text: 'The agency’s mark below the story was cut.' };
}

/** A house that the story names at its head signs at its foot, whether the list knows it or not. */
function isSignature(text: string, draft: Draft, authority: Authority): boolean {
  if (deskMarks.some((mark) => mark.test(text))) return true;
  // "(Ros/Adnkronos)": the desk beside the house that filed.
  const signed = /^\(\p{Lu}\p{Ll}{2}\/(\p{L}{3,20})\)$/u.exec(text)?.[1];
  if (signed !== undefined && headOf(draft).includes(`(${signed})`)) return true;
  const { inside, house } = houseMark.exec(text)?.groups ?? {};
  return (
    (inside !== undefined && (authority.find(inside) !== undefined || headOf(draft).includes(`(${inside})`))) ||
    (house !== undefined && isAcronym(house) && authority.find(house) !== undefined)
  );
}

function headOf({ body, dateline, provider, bylines = [] }: Draft): string {
  const first = body.find(({ type }) => type === 'paragraph');
  return [`(${provider ?? ''})`, dateline, ...bylines, first && 'text' in first ? first.text : ''].join('\n');
}

/** The mark behind the last sentence: only of a house that the head of the story names as well. */
function cutBehind(copy: Copy, authority: Authority): Copy {
  const { body } = copy.draft;
  const at = body.findLastIndex(({ type }) => type === 'paragraph');
  const block = body[at];
  if (block?.type !== 'paragraph') return copy;
  const { mark, house, end } = trailingMark.exec(block.text.slice(-60))?.groups ?? {};
  if (mark === undefined) return copy;
  const isKnown =
    end !== undefined ||
    (house !== undefined &&
      authority.find(house) !== undefined &&
      new RegExp(`(?<![\\p{L}])${house.replace(/[^\p{L}\p{N} ]/gu, '.')}(?![\\p{L}])`, 'u').test(headOf(copy.draft)));
  if (!isKnown) return copy;
  const kept: Block = { type: 'paragraph', ...tidyProse(sliceProse(block, 0, block.text.length - mark.length)) };
  return { ...copy, draft: { ...copy.draft, body: body.with(at, kept) }, notes: [...copy.notes, cutNote(mark.trim())] };
}

/** "Reuters" alone below a story may be its byline; letters that spell nothing are a mark. */
function isAcronym(word: string): boolean {
  return /^(?:\p{Lu}{2,}|dpa|ritzau|ntb|apa|tt|stt|efe|anp)$/u.test(word);
}
