// Tells the credit at the end of a caption from an ordinary bracket at the end of a paragraph.

import type { Authority } from '../authority.ts';
import { captionWords, creditWords } from '../captions.rules.ts';
import { parseCredit, readCredit } from '../parse-credit.ts';

export type Found = {
  /** `picture`: a caption, perhaps with a credit, or a file name; `single`: a caption, unless it is the last paragraph, which an agency may sign; `credit`: a credit by itself; `doubt`: might be one. */
  readonly kind: 'picture' | 'single' | 'credit' | 'doubt';
  readonly caption: string;
  /** The statement as it stood, brackets and all: `(Ministry of Defense of Russia/Newsflash)`. */
  readonly credit?: string;
  readonly fileName?: string;
};

/** Captions longer than this are paragraphs. */
const longestCaption = 1200;
const longestCredit = 240;

const imageLine =
  /^[[<{]\s*(?:(?:image|photo|picture|img|pic|foto|bild|video still)\b\s*[:=]?\s*)?([^\]<>{}]{1,200}\.(?:jpe?g|png|webp|gif|tiff?|avif))\s*[\]>}]$/iu;
const captionLine = new RegExp(`^(?:${captionWords})\\s*[:：]\\s*(.+)$`, 'iu');
const creditLine = new RegExp(
  `^(?:${creditWords})\\.?\\s*(?:[:：©]|\\bby\\b|\\bvon\\b|\\bpar\\b|\\bcourtesy(?: of)?\\b)\\s*\\S|^©\\s?(?:(?:19|20)\\d\\d\\s)?\\p{L}[^./]{2,60}/\\s?\\p{L}[^./]{1,60}$`,
  'iu',
);
const creditBehind = new RegExp(
  `[.!?。"”’)\\]]\\s+(?:[|–—-]\\s+)?((?:(?:${creditWords})\\s*(?:[:：]|\\bby:?)|fot\\.|©|handout via\\s)\\s*\\S.*)$`,
  'iu',
);
const announced = new RegExp(
  `^(?:${creditWords})(?:\\s*[:：]|\\.\\s(?=\\p{Lu})|\\s+by\\b|\\s+courtesy\\b|\\s+©|\\s+\\p{Lu})`,
  'iu',
);
/** A word before a colon, and what is said behind it. */
const pictureLabel = new RegExp(`^(?:${creditWords}|video|pic|slide)\\s?\\d{0,2}\\s?[:：]\\s*(.+)$`, 'iu');
const singleBracket = /(?<=[.!?…。]["”’»]?\s)[(\[]([^()[\]/]{2,60})[)\]]$/u;
/** Longer than this a paragraph with one name in the bracket behind it is more likely the story's. */
const longestCaptionOfOne = 260;
/** Captions show; the story reports what is said. */
const saying =
  /\b(?:said|says|told|added|adding|according to|explained|claimed|warned|sagte|teilte|erklärte|a dit|a déclaré|dijo|declaró|ha detto|disse|zei|powiedział\p{L}*|сказал\p{L}*|сообщил\p{L}*)\b/iu;
const lastBracket = /[(\[（【]([^()[\]（）【】]{1,240}(?:\([\w, ]{1,20}\))?)[)\]）】]([.。]?)$/u;

/** What a paragraph of the body says of a picture; `undefined` when it is a paragraph like any other. */
export function findCaption(text: string, authority: Authority): Found | undefined {
  if (text.length > longestCaption) return undefined;
  const file = imageLine.exec(text)?.[1];
  if (file !== undefined) return { kind: 'picture', caption: '', fileName: file.trim() };
  const marked = captionLine.exec(text)?.[1];
  if (marked !== undefined) return { ...(splitCaption(marked, authority) ?? { caption: marked }), kind: 'picture' };
  const labelled = pictureLabel.exec(text)?.[1];
  // "Picture: A field of wheat near Ely. (Iris Boyle)": a sentence and a credit behind the word, and no credit; the word stays with the caption.
  const shown =
    labelled === undefined ? undefined : (splitCaption(labelled, authority) ?? splitSingle(labelled, authority));
  if (shown && shown.kind !== 'credit' && isSentence(shown.caption))
    return { ...shown, kind: 'picture', caption: text.slice(0, -labelled!.length) + shown.caption };
  return (
    splitCaption(text, authority) ?? (text.length <= longestCaptionOfOne ? splitSingle(text, authority) : undefined)
  );
}

function isSentence(text: string): boolean {
  return text.split(/\s+/).length > 2 && /[.!?…。]["”’»]?$/u.test(text);
}

/** "Warships in the ice. (Newsflash)": a bracket behind the stop that names one house or person and nothing else. What is said, asked or counted there is the story's. */
function splitSingle(text: string, authority: Authority): Found | undefined {
  const [statement, inner = ''] = singleBracket.exec(text) ?? [];
  if (statement === undefined || neverCredit.test(inner.trim()) || !isNameShaped(inner.trim())) return undefined;
  const caption = text.slice(0, -statement.length).trim();
  const { credit, trace } = readCredit(statement, authority);
  const names = credit.people.length + credit.organisations.length;
  // "(Jane Roe for Newsflash)": a person beside a house that is known.
  const isOne =
    names === 1 ||
    (names === 2 && credit.people.length === 1 && trace.some(({ rule }) => rule === 'organisation-by-known'));
  if (!isOne || credit.designations.length > 0 || !isSentence(caption) || /^["“„«]|["”»]$|[?!]$/u.test(caption))
    return undefined;
  const isSure =
    trace.some(({ rule }) => namesSomeone.test(rule)) &&
    caption.split(/[.!?]\s+(?=\p{Lu})/u).length <= 2 &&
    !saying.test(caption);
  return { kind: isSure ? 'single' : 'doubt', caption, credit: statement };
}

/** Caption and credit of a caption; `undefined` when there is no credit in it. */
export function splitCaption(text: string, authority: Authority): Found | undefined {
  return splitBracket(text, authority) ?? splitAnnounced(text, authority) ?? splitSlashed(text, authority);
}

const slashes =
  /(?<=[.!?。"”’)]\s+)(?:\/\s*([^/]{2,40}\/[^/]{2,60})|([^/.!?\s]{2,20}(?:\s[^/.!?\s]{1,20}){0,3}\/[^/.!?]{2,40}))$/u;

/** "Caption. / AFP / JANE ROE", as AFP writes it; "Caption. EFE/Jane Roe". */
function splitSlashed(text: string, authority: Authority): Found | undefined {
  const [whole, slashed, plain] = slashes.exec(text.slice(-110)) ?? [];
  const statement = slashed ?? plain;
  const parts = statement?.split('/').map((part) => part.trim()) ?? [];
  if (
    statement === undefined ||
    !parts.every(isNameShaped) ||
    !parts.some((part) => authority.find(part) !== undefined)
  )
    return undefined;
  if (plain !== undefined && parseCredit(plain, authority).people.length === 0) return undefined;
  return { kind: 'picture', caption: text.slice(0, text.length - whole!.length).trim(), credit: statement.trim() };
}

/** "Caption. (Jane Roe/AFP)". */
function splitBracket(text: string, authority: Authority): Found | undefined {
  const match = lastBracket.exec(text);
  if (!match) return undefined;
  const [statement, inner = '', stop = ''] = match;
  const caption = text.slice(0, match.index).trim();
  const judged = judge(inner.trim(), caption, stop, authority);
  // "[ROUGH CUT ONLY - NO NARRATION]": a line that credits nobody is no credit.
  if (judged === 'no' || (caption === '' && parseCredit(statement, authority).line === '')) return undefined;
  if (judged === 'doubt') return { kind: 'doubt', caption, credit: statement };
  return { kind: caption === '' ? 'credit' : 'picture', caption, credit: statement };
}

/** "Photo: Jane Roe/AFP", by itself or behind the caption's last sentence. */
function splitAnnounced(text: string, authority: Authority): Found | undefined {
  const statement = creditBehind.exec(text)?.[1];
  const isBehind = statement !== undefined && statement.length <= longestCredit && readsAsCredit(statement, authority);
  if (!isBehind && text.length <= longestCredit && creditLine.test(text) && readsAsCredit(text, authority))
    return { kind: 'credit', caption: '', credit: text };
  if (!isBehind) return undefined;
  return {
    kind: 'picture',
    caption: text
      .slice(0, text.length - statement.length)
      .replace(/\s+[|–—-]\s*$/, '')
      .trim(),
    credit: statement,
  };
}

/** Steps of a credit's trace that stand for a name, not for a word that nothing decided. */
const namesSomeone = /^(?:person|organisation)-by-(?:known|word|shape|account|abbreviation)$/;

/** A statement of names: no sentence, few small words, and a credit line comes out of it. */
function readsAsCredit(statement: string, authority: Authority): boolean {
  const small = statement.match(/(?<![\p{L}])\p{Ll}{3,}(?![\p{L}])/gu) ?? [];
  const words = statement.split(/\s+/).length;
  if (words > 30 || small.length > Math.max(4, words * 0.5)) return false;
  const { credit, trace } = readCredit(statement, authority);
  return (
    credit.line !== '' &&
    (small.length < 3 || credit.designations.length > 0 || trace.some(({ rule }) => namesSomeone.test(rule)))
  );
}

const neverCredit =
  /^(?:see|note|more|updates?|adds|recasts|corrects|reporting|additional reporting|edit(?:ed|ing)|writing|written|compiled|translated|with|and|or|about|formerly|aged?|born|pictured|left|right|cent(?:re|er)|above|below|all times|\d[\d\s.,%$€£-]*)\b|\b(?:to come|to follow|mangler|folgt|à venir)$|[!?;]$|\d{4}[–-]\d{2,4}/iu;

/** Whether a bracket at the end of a paragraph credits a picture. */
function judge(inner: string, caption: string, stop: string, authority: Authority): 'yes' | 'no' | 'doubt' {
  if (neverCredit.test(inner) || !/\p{L}/u.test(inner)) return 'no';
  if (
    announced.test(inner) ||
    /©|^\(c\)|\b(?:handout|courtesy|photos? by)\b/iu.test(inner) ||
    /^(?:\p{Lu}\S* ){1,5}photos?$/u.test(inner)
  )
    return readsAsCredit(inner, authority) ? 'yes' : 'no';
  const parts = inner.split(/\s*(?:\/|\s+via\s+|\s\|\s|\s[-–—]\s)\s*/u).filter((part) => part !== '');
  // "…in a poll (Reuters/Ipsos)." – the stop behind the bracket makes it part of the sentence.
  const inSentence = stop !== '' || (caption !== '' && !/[.!?…。！？"”’»]$/u.test(caption));
  if (parts.length < 2) return 'no';
  if (!parts.every(isNameShaped)) return 'no';
  const known = authority.find(parts.at(-1)!) !== undefined || authority.find(parts[0]!) !== undefined;
  const named = parts.some((part) => /\s/.test(part));
  if (!inSentence && (known || named)) return 'yes';
  if (inSentence && known && named && stop === '') return 'yes';
  return known || named ? 'doubt' : 'no';
}

/** Up to seven words that begin with capitals, digits or `@`, but for particles. */
function isNameShaped(part: string): boolean {
  const words = part.split(/\s+/);
  const small = words.filter(
    (word) =>
      /^\p{Ll}/u.test(word) &&
      !/^(?:of|the|for|and|de|del|della|di|da|das|dos|du|la|le|van|von|der|den|dem|bin|al|el|y|e|to|in|dpa|epa|via)$/u.test(
        word,
      ),
  );
  return words.length <= 9 && small.length === 0 && /[\p{L}]/u.test(part);
}
