// Makes pictures of the draft's pictures: "(Jane Roe/AFP via Getty Images)" → people [Jane Roe], organisations [AFP, Getty Images].
// Where a format keeps photographer and agency in fields of their own, the statement is put together from them.

import type { DraftPicture } from '../draft.ts';
import type { Copyright, Credit, Note, Picture, Rendition } from '../story.ts';
import { readInstant } from './dates.ts';
import { readCredit } from './parse-credit.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';
import { oneLine } from './whitespace.ts';

export function readCredits(copy: Copy, rules: Rules): Copy {
  const notes: Note[] = [];
  const pictures = copy.draft.pictures.map((picture) => makePicture(picture, rules, notes));
  return { ...copy, made: { ...copy.made, pictures }, notes: [...copy.notes, ...notes] };
}

function makePicture(draft: DraftPicture, rules: Rules, notes: Note[]): Picture {
  const { timeZone } = rules;
  const credit = creditOf(draft, rules, notes);
  const takenAt = draft.taken === undefined ? undefined : readInstant(draft.taken, timeZone);
  if (draft.taken !== undefined && !takenAt)
    notes.push({
      step: 'credits',
      rule: 'picture-date',
      before: draft.taken,
      text: 'The date of a picture could not be read.',
    });
  const copyright = copyrightOf(draft);
  const usageTerms = [draft.usageTerms, mandatory(draft.credit)]
    .filter((text) => text !== undefined)
    .map(oneLine)
    .join(' ');
  const { id, headline, caption, altText, href, fileName, uri, mediaType, place, keywords } = draft;
  const [width, height] = [wholeNumber(draft.width), wholeNumber(draft.height)];
  const renditions = (draft.renditions ?? []).map(makeRendition);
  return withoutUndefined({
    id,
    headline,
    caption,
    altText,
    credit,
    href,
    fileName,
    uri,
    mediaType,
    width,
    height,
    renditions,
    copyright,
    usageTerms: usageTerms === '' ? undefined : usageTerms,
    takenAt,
    place,
    keywords: keywords?.length ? keywords : undefined,
  });
}

/** The credit statement says it; else creator and source do, photographer first. */
function creditOf(draft: DraftPicture, { authority, style }: Rules, notes: Note[]): Credit | undefined {
  const given = statementOf(draft);
  if (given === undefined) return undefined;
  const read = readCredit(given, authority, style);
  notes.push(...read.notes);
  return read.credit;
}

function statementOf({ credit, creator, source }: DraftPicture): string | undefined {
  const said = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';
  const mentions = (whole: string, part: string): boolean =>
    oneLine(whole).toLowerCase().includes(oneLine(part).toLowerCase());
  if (!said(credit))
    return said(creator)
      ? said(source) && !mentions(creator, source)
        ? `${creator}/${source}`
        : creator
      : said(source)
        ? source
        : undefined;
  return said(creator) && !mentions(credit, creator) ? `${creator}/${credit}` : credit;
}

/** The supplier asks for the credit: that is a term of use as well. */
function mandatory(credit: string | undefined): string | undefined {
  return credit !== undefined && /\bmandatory credit\b/i.test(credit) ? credit : undefined;
}

function copyrightOf({ copyrightHolder: holder, copyrightNotice: notice }: DraftPicture): Copyright | undefined {
  return makeCopyright(holder, notice);
}

/** Holder, notice, and the year given or the last one the notice names. */
export function makeCopyright(
  named: string | undefined,
  said: string | undefined,
  given?: string,
): Copyright | undefined {
  if (!named && !said) return undefined;
  // "The Canadian Press. All rights reserved." names a holder and gives a notice.
  const holder = named?.replace(/[.,;]?\s*all rights reserved\.?$/i, '');
  const notice = said || (holder === named ? undefined : named);
  const years = /^(?:19|20)\d{2}$/.test(given?.trim() ?? '') ? [given!.trim()] : notice?.match(/\b(?:19|20)\d{2}\b/g);
  return withoutUndefined<Copyright>({
    holder: holder || undefined,
    notice: notice || undefined,
    year: years ? Number(years.at(-1)) : undefined,
  });
}

function makeRendition({
  name,
  href,
  mediaType,
  width,
  height,
  bytes,
}: NonNullable<DraftPicture['renditions']>[number]): Rendition {
  return withoutUndefined<Rendition>({
    name,
    href,
    mediaType,
    width: wholeNumber(width),
    height: wholeNumber(height),
    bytes: wholeNumber(bytes),
  });
}

/** `640`, `640px`; nothing else. */
function wholeNumber(text: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,9})(?:px)?\s*$/.exec(text ?? '')?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}

/** Without the fields that are undefined. */
export function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
