// Takes off a token what is no name: announcing words, designations, ranks, honorifics, ids.
// "Mandatory Credit: Photo by Staff Sgt. Jane Roe" → "Jane Roe".

import type { Designation } from '../../story.ts';
import type { Authority } from '../authority.ts';
import { degrees, honorifics, onlyWithStop } from '../honorifics.rules.ts';
import { hasOrganisationWord, looksLikeName } from '../party.ts';
import { rememberFor } from '../../remember.ts';
import { makePhraseList } from './phrase-list.ts';
import { announcing, designationRows, noInformation, ranks, rankTail } from './phrases.rules.ts';

export type Stripped = {
  /** What is left; empty when nothing is. */
  readonly text: string;
  readonly designations: readonly Designation[];
  /** What went, by rule. */
  readonly gone: readonly { readonly rule: string; readonly words: string }[];
};

const designations: ReadonlyMap<string, Designation> = new Map(
  designationRows.flatMap(({ designation, words }) =>
    words.split('|').map((word) => [word.replaceAll('’', "'"), designation] as const),
  ),
);
const designationPhrases = makePhraseList([...designations.keys()].sort((a, b) => b.length - a.length));
const announcingPhrases = makePhraseList(announcing);
const rankPhrases = makePhraseList(ranks);

export function designationOf(token: string): Designation | undefined {
  return designations.get(plain(token));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'.(]+|[\s"'.:)]+$/g, '')
    .trim();
}

/** Strips until nothing more comes off. Known names are never touched. */
export function strip(token: string, authority: Authority, isMilitary: boolean): Stripped {
  return isMilitary ? stripMilitary(token, authority) : stripCivilian(token, authority);
}

const stripMilitary = rememberFor((token, authority: Authority) => stripAll(token, authority, true));
const stripCivilian = rememberFor((token, authority: Authority) => stripAll(token, authority, false));

function stripAll(token: string, authority: Authority, isMilitary: boolean): Stripped {
  let state: Stripped = { text: trimMarks(token), designations: [], gone: [] };
  for (let round = 0; round < 8; round += 1) {
    if (state.text === '' || authority.find(state.text)) return state;
    const next = stripOnce(state, authority, isMilitary);
    if (!next) return state;
    state = next;
  }
  return state;
}

/** Without the words in front that only announce: "Photo by Jane Roe-AFP" → "Jane Roe-AFP". */
export const withoutPrefix = rememberFor((token: string, authority: Authority): Stripped => {
  if (announcingPhrases.beginning(token.toLowerCase()).length === 0) return { text: token, designations: [], gone: [] };
  const state: Stripped = { text: trimMarks(token), designations: [], gone: [] };
  if (authority.find(state.text) || designationOf(state.text) || leadingDesignation(state)) return state;
  const bare = stripAnnouncing(state, authority);
  return bare === undefined || bare.text === '' ? state : bare;
});

function stripOnce(state: Stripped, authority: Authority, isMilitary: boolean): Stripped | undefined {
  const { text } = state;
  if (noInformation.has(plain(text)) || /^[\p{P}\p{S}\s]+$/u.test(text)) return take(state, '', 'no-information', text);
  const designation = designationOf(text);
  if (designation)
    return { ...take(state, '', 'designation', text), designations: [...state.designations, designation] };
  // "HO-City of Calgary" and "HO-RCMP", as The Canadian Press writes it.
  const hyphened = /^(\p{Lu}{2,4})-(?=\p{Lu}\p{L})/u.exec(text);
  const joined = hyphened && designationOf(hyphened[1]!);
  if (joined)
    return {
      ...take(state, text.slice(hyphened[0].length), 'designation', hyphened[1]!),
      designations: [...state.designations, joined],
    };
  return (
    stripId(state, authority) ??
    leadingDesignation(state) ??
    stripAnnouncing(state, authority) ??
    trailingDesignation(state, authority) ??
    trailingPhotoWord(state, authority) ??
    stripRank(state, isMilitary) ??
    stripTitle(state)
  );
}

function take(state: Stripped, text: string, rule: string, words: string): Stripped {
  return { ...state, text: trimMarks(text), gone: [...state.gone, { rule, words: words.trim() }] };
}

/** Marks around a token; a stop stays behind initials and short forms. */
function trimMarks(text: string): string {
  const trimmed = text
    .trim()
    .replace(/(?<=[\p{Script=Han}\p{Script=Katakana}ー])(?:提供|撮影|摄影|摄|攝)$/u, '')
    .replace(/^[\s"“”„«»‘(\[{*,:;.·–—-]+(?=[\p{L}\p{N}@#])|[\s"“”«»)\]}*,:;–—-]+$/gu, '')
    .trim();
  const unquoted = /^'.*'$/u.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
  return /\.$/.test(unquoted) &&
    !/(?:^|[\s.])(?:\p{L}|Jr|Sr|Inc|Ltd|Corp|Co|Bros|St|Dr|S\.A|p\.A|r\.l|Esq|Gov|Dept|U\.S|D\.C)\.$/iu.test(unquoted)
    ? unquoted.replace(/\.+$/, '')
    : unquoted;
}

/** Ids: six or more letters and digits mixed, or digits; indexes of pictures: "1". */
function stripId(state: Stripped, authority: Authority): Stripped | undefined {
  const { text } = state;
  if (/^\d(?:\d|[\s.,&–—-]|and|to|und|et|bis|y)*$/i.test(text)) return take(state, '', 'number', text);
  if (/^(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{6,}$/.test(text) && (text.match(/\d/g) ?? []).length >= 3)
    return take(state, '', 'id', text);
  const tail = /\s+(?:(?:id|ref|no|nr)\.?:?\s*)?((?=[\w-]*\d)[\w-]{5,}|\d{1,3})$/i.exec(text);
  if (
    !tail ||
    (tail[1]!.match(/\d/g) ?? []).length < Math.min(3, tail[1]!.length) ||
    /^(?:Channel|Studio|Unit|Area|Club|Radio|Team|News|TF|M|BBC|Kanal|TV)\s*\d+$/iu.test(
      text.slice(text.lastIndexOf(' ', tail.index - 1) + 1),
    )
  )
    return undefined;
  const rest = text.slice(0, tail.index);
  // "Coast Guard District 5": a short number belongs to the name unless the name is whole without it.
  if (/^\d{1,3}$/.test(tail[1]!) && !authority.find(rest) && (!looksLikeName(rest) || hasOrganisationWord(rest)))
    return undefined;
  return take(state, rest, 'id', tail[1]!);
}

/** "Staff photo by X", "Handout photo: X", "Courtesy of X": a phrase in front, a name behind. */
function leadingDesignation(state: Stripped): Stripped | undefined {
  const low = state.text.toLowerCase().replaceAll('’', "'");
  const phrase = designationPhrases
    .beginning(low)
    .find((candidate) => /^(?:\s*[:：]|\s+\S)/u.test(low.slice(candidate.length)));
  if (phrase === undefined) return undefined;
  const behind = state.text.slice(phrase.length);
  const colon = /^\s*[:：]/u.test(behind);
  const linked = /^\s+(?:by|of|from|via|de|von|di|du|des)\s+/iu.exec(behind);
  // One word alone may begin a name: "Library Service of Tasmania", "Pool Boys".
  const clear =
    colon ||
    phrase.includes(' ') ||
    /^(?:courtesy|handout|supplied|screengrab|screenshot|archivbild|archivfoto|arkivfoto|arkivbild|archieffoto|symbolbild|cortesía|cortesia)$/.test(
      phrase,
    ) ||
    (linked !== null && /\b(?:by|via)\b/i.test(linked[0]));
  if (!clear) return undefined;
  const text = colon ? behind.replace(/^\s*[:：]\s*/u, '') : linked ? behind.slice(linked[0].length) : behind;
  return {
    ...take(state, text, 'designation', state.text.slice(0, phrase.length)),
    designations: [...state.designations, designations.get(phrase)!],
  };
}

const weakWords =
  /^(?:x-ray|optical|infrared|radio|composite|science|processing|stills?|photos?|pictures?|images?|pics?|foto|fotos|bild|bilder|source|quelle|autor|autora|photographer|photographers|fotograf|fotografie|photograph|photographs|photography|kép|图|图片|提供)$/iu;

/** "Photo by", "Foto:", "写真：". A weak word without a colon goes only before what is plainly a name of its own: not in "Photo Press Agency". */
function stripAnnouncing(state: Stripped, authority: Authority): Stripped | undefined {
  const low = state.text.toLowerCase();
  const phrase = announcingPhrases.beginning(low).find((candidate) => endsThere(low, candidate));
  if (phrase === undefined) return undefined;
  const behind = state.text.slice(phrase.length);
  const colon = /^\s*\.?\s*[:：／/=-]|^\.\s/u.test(behind);
  const rest = behind.replace(/^\s*\.?\s*[:：／/=-]?\s*/u, '');
  if (rest === '' || colon || !weakWords.test(phrase))
    return take(state, rest, 'announcing', state.text.slice(0, phrase.length));
  if (/^(?:x-ray|optical|infrared|radio|composite|science|processing|stills?)$/i.test(phrase)) return undefined;
  if (hasOrganisationWord(rest.split(/\s+/)[0]!) && !authority.find(rest)) return undefined;
  return authority.find(rest) ||
    looksLikeName(rest) ||
    rest.startsWith('@') ||
    hasOrganisationWord(rest) ||
    /\s/.test(rest)
    ? take(state, rest, 'announcing', state.text.slice(0, phrase.length))
    : undefined;
}

/** The phrase ends at a colon, a space or the end; in scripts without spaces at a colon or the end. */
function endsThere(low: string, phrase: string): boolean {
  const next = low.slice(phrase.length, phrase.length + 2);
  return next === '' || /^(?:\s|\.?\s*[:：／]|\.\s)/u.test(next);
}

/** "AFP handout", "Reuters file photo", "Jane Roe Pool". */
function trailingDesignation(state: Stripped, authority: Authority): Stripped | undefined {
  const low = state.text.toLowerCase();
  const phrase = [
    'handout photo',
    'handout',
    'file photo',
    'file',
    'pool photo',
    'pool',
    'stringer',
    'staff',
    'contributor',
    'screengrab',
    'screenshot',
    'illustration',
    'archive photo',
    'courtesy',
  ].find((candidate) => low.endsWith(` ${candidate}`));
  if (phrase === undefined) return undefined;
  const rest = state.text.slice(0, -phrase.length - 1).trim();
  const institution =
    hasOrganisationWord(rest) && /^(?:handout|handout photo|file photo|pool|pool photo)$/.test(phrase);
  if (!authority.find(rest) && !institution && !(looksLikeName(rest) && !hasOrganisationWord(rest))) return undefined;
  return {
    ...take(state, rest, 'designation', phrase),
    designations: [...state.designations, designations.get(phrase)!],
  };
}

/** "U.S. Navy photo": a small word behind an organisation. "Blue Harbour Images" is a name. */
function trailingPhotoWord(state: Stripped, authority: Authority): Stripped | undefined {
  const match = /^(.{2,}?)\s+(photos?|photographs?|pictures?|images?|video|graphic|foto|PHOTO|Photo)$/u.exec(
    state.text,
  );
  if (!match) return undefined;
  const [, rest = '', word = ''] = match;
  const small = word === word.toLowerCase();
  return authority.find(rest) || (small && (hasOrganisationWord(rest) || /^\p{Lu}{2,6}$/u.test(rest)))
    ? take(state, rest, 'announcing', word)
    : undefined;
}

/** A rank is unmistakable with a stop, a class or a second word; the plain ones only beside a service. */
function stripRank(state: Stripped, isMilitary: boolean): Stripped | undefined {
  const low = state.text.toLowerCase();
  const rate =
    /^(?:MC|IT|BM|AO|AD|HM|ET|OS|IC|CS|PO|PH|JO)(?:C|CS|CM|SN|SA|[1-3])(?:\s*\([A-Z/]+\))?\s+(?=\p{Lu})/u.exec(
      state.text,
    );
  if (rate) return take(state, state.text.slice(rate[0].length), 'rank', rate[0]);
  const rank = rankPhrases.beginning(low).find((candidate) => low[candidate.length] === ' ');
  if (rank === undefined) return undefined;
  const behind = state.text.slice(rank.length + 1).trim();
  const tail = rankTail.exec(behind)?.[0] ?? '';
  const clear =
    isMilitary ||
    rank.includes('.') ||
    rank.includes(' ') ||
    tail !== '' ||
    /^(?:sgt|cpl|spc|pfc|pvt|ssgt|tsgt|msgt|ssg|sfc|lt|lphot|capt|cmdr)$/.test(rank);
  const name = behind.slice(tail.length);
  if (!clear || !/^\p{Lu}/u.test(name)) return undefined;
  return take(state, name, 'rank', `${rank} ${tail}`);
}

export function startsWithRank(text: string): boolean {
  const low = text.toLowerCase();
  return rankPhrases.beginning(low).some((rank) => low[rank.length] === ' ');
}

/** Dr., Prof., Mrs. before a name; PhD behind it. */
function stripTitle(state: Stripped): Stripped | undefined {
  const words = state.text.split(/\s+/);
  const first = words[0]!.toLowerCase();
  const bare = first.replace(/\./g, '');
  if (words.length > 1 && honorifics.has(bare) && (!onlyWithStop.has(bare) || first.endsWith('.')))
    return take(state, words.slice(1).join(' '), 'honorific', words[0]!);
  if (words.length > 2 && degrees.test(words.at(-1)!))
    return take(state, words.slice(0, -1).join(' '), 'degree', words.at(-1)!);
  return words.length === 1 && degrees.test(state.text) && /\.|^(?:PhD|DPhil|MSc|MBE|OBE|CBE|Esq)$/.test(state.text)
    ? take(state, '', 'degree', state.text)
    : undefined;
}
