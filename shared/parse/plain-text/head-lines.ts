// Lines of the head that are neither headline nor text: code words, dates, who sent it, notes in brackets.
// "Updated 4:12 PM CDT, October 11, 2026" → versionCreated; "Chad-floods-displaced" above a headline → slugline; "Source: Xinhua | 2026-10-10" → provider, created.

import { subtitleLine } from '../iptc-7901/head-lines.rules.ts';
import { dateLine, dateWords, updateWords } from './head-lines.rules.ts';
import { readHeader } from './header-lines.ts';
import type { HeaderField } from './header-lines.rules.ts';
import { endsSentence, startsWithDateline, weight, wordCount } from './sentences.ts';
import { releaseLabel } from './wire-words.rules.ts';

export type HeadLines = {
  /** What is left, in groups as before. */
  readonly groups: readonly (readonly string[])[];
  readonly slugline?: string;
  readonly standfirst?: string;
  readonly provider?: string;
  readonly created?: string;
  readonly versionCreated?: string;
  readonly dateline?: string;
  readonly takeKey?: string;
  /** What a press office calls it: "MEDIA RELEASE". */
  readonly label?: string;
  /** The last step of the way to the page. */
  readonly crumb?: string;
  /** Whom the desk may ask. */
  readonly edNotes: readonly string[];
  readonly bylines: readonly string[];
};

/** The head ends where the text begins; further down a date is a date of the story. */
const mostGroups = 5;

export function readHeadLines(given: readonly (readonly string[])[]): HeadLines {
  const end = given.slice(0, mostGroups).findIndex(isText);
  const head = given.slice(0, end < 0 ? mostGroups : end + 1);
  let read: HeadLines = { groups: [], bylines: [], edNotes: [] };
  let seen = 0;
  for (const [at, group] of head.entries()) {
    if (contact.test(group[0]!.trim())) {
      // A sentence right below belongs to the story.
      const text = group.findIndex((line, index) => index > 0 && isText([line]));
      const [names, story] = text < 0 ? [group, []] : [group.slice(0, text), group.slice(text)];
      read = {
        ...read,
        edNotes: [...read.edNotes, names.map((line) => line.trim()).join('\n')],
        groups: [...read.groups, ...(story.length > 0 ? [story] : [])],
      };
      continue;
    }
    const kept: string[] = [];
    const groups: (readonly string[])[] = [];
    for (const [index, line] of group.entries()) {
      seen += 1;
      const next =
        index < 5
          ? readHeadLine(
              line.trim(),
              seen === 1,
              seen > 2 || wordCount(group[index - 1] ?? read.groups.at(-1)?.at(-1) ?? '') > 3,
              (group[index + 1] ?? given[at + 1]?.[0])?.trim(),
              read,
            )
          : undefined;
      if (next) read = next;
      else if (index < 5 && isBracketed(line))
        groups.push(...[kept.splice(0), [line]].filter((lines) => lines.length > 0));
      else kept.push(line);
    }
    read = { ...read, groups: [...read.groups, ...groups, ...(kept.length > 0 ? [kept] : [])] };
  }
  const whole = { ...read, groups: [...read.groups, ...given.slice(head.length)] };
  // What is made of nothing but such lines has them as its text.
  return whole.groups.flat().length > 0 ? whole : { groups: given, bylines: [], edNotes: [] };
}

/** "Contact:", with names and numbers on the lines below. */
const contact =
  /^(?:(?:media|press|news) )?(?:contacts?|enquiries|inquiries|kontakt|pressekontakt|contacto|contatti)\s*[:：]|^(?:media|press|news) (?:contacts?|enquiries|inquiries)$|^pressekontakt$/iu;

/** "Home > World > Asia". */
const crumbs = /^[\p{L}\p{N}&' -]{2,30}(?:\s*[>›»]\s*[\p{L}\p{N}&' -]{2,30}){1,5}$/u;

/** "Paris, le 12 octobre 2026" on a line of its own: where a press office dates its release. */
const placeAndDate =
  /^\p{Lu}[\p{L}\p{M}.'’ -]{1,40}(?:,\s*\p{Lu}[\p{L}. ]{1,30})?,\s+(?:le |den |dnia |am |il |a )?(\S.*\d{4}\.?)$/u;

function isText(group: readonly string[]): boolean {
  const text = group.join(' ');
  return weight(text) > 160 || (weight(text) > 90 && endsSentence(text));
}

function readHeadLine(
  line: string,
  isFirst: boolean,
  isBelowHeadline: boolean,
  next: string | undefined,
  read: HeadLines,
): HeadLines | undefined {
  if (weight(line) > 160) return undefined;
  const [, label, number] = releaseLabel.exec(line) ?? [];
  if (label !== undefined) {
    const said =
      number === undefined
        ? {}
        : dateLine.test(number)
          ? { created: read.created ?? number }
          : { slugline: read.slugline ?? number };
    return { ...read, label: read.label ?? label, ...said };
  }
  if (crumbs.test(line) && (isFirst || /[>›»].*[>›»]/u.test(line)))
    return { ...read, crumb: line.split(/\s*[>›»]\s*/).at(-1)! };
  const [, code, takeKey] = codeAndTake.exec(line) ?? [];
  if (isFirst && code !== undefined && next !== undefined) return { ...read, slugline: code, takeKey };
  if (isFirst)
    return isCode(line) && next !== undefined
      ? { ...read, slugline: line.replace(/\/$/, '') }
      : readDateLine(line, read);
  if (subtitleLine.test(line)) return { ...read, standfirst: line.replace(subtitleLine, '') };
  const dated = readDateLine(line, read);
  if (dated) return dated;
  if (next !== undefined && isName(line) && isBelowHeadline && (readDateLine(next, read) || startsWithDateline(next)))
    return { ...read, bylines: [...read.bylines, line] };
  return readStatements(line, read);
}

/** "AM-Flood, 2nd Ld-Writethru": code word and take. */
const codeAndTake =
  /^([\p{L}\d'’+.]+(?:[-/][\p{L}\d'’+.]+){1,8}),?\s+(\d{1,2}(?:st|nd|rd|th)\s+(?:Ld|Lead|Add|Update)(?:-Writethru)?)$/iu;

/** "Chad-floods-weather", "Hochwasser/Tschad/": one word of three parts and more, or with a stroke behind it. */
function isCode(line: string): boolean {
  return /^[\p{L}\d'’+.]{2,}(?:[/-][\p{L}\d'’+.]+){2,8}\/?$|^[\p{L}\d'’+. -]{2,30}(?:\/[\p{L}\d'’+. -]{1,30}){0,6}\/$/u.test(
    line,
  );
}

function isBracketed(line: string): boolean {
  return /^\s*\([^()]{3,300}(?:\([^()]{1,100}\)[^()]{0,300}){0,3}\)\s*$/.test(line);
}

function readDateLine(line: string, read: HeadLines): HeadLines | undefined {
  if (!/\d/.test(line) || weight(line) > 90) return undefined;
  const placed = placeAndDate.exec(line)?.[1];
  if (placed !== undefined && dateLine.test(placed)) return { ...read, dateline: line };
  const [word] = dateWords.exec(line) ?? [];
  if (word === undefined) return dateLine.test(line) ? { ...read, created: read.created ?? line } : undefined;
  const [said, who] = signed(line.slice(word.length).trim());
  if (!dateLine.test(said)) return undefined;
  if (who !== undefined && isName(who))
    return readDateLine(`${word}${said}`, { ...read, bylines: [...read.bylines, who] });
  return updateWords.test(word)
    ? { ...read, versionCreated: read.versionCreated ?? said }
    : { ...read, created: read.created ?? said };
}

/** "3 June 2023 by Jane Roe", "3 June 2023 by admin": nobody is called admin. */
function signed(text: string): readonly [string, string?] {
  const [, day, who] = /^(.{6,40}?)[\s,|•·]+(?:by|von|par|por|di|door)\s+(\S.{1,40})$/iu.exec(text) ?? [];
  return day !== undefined &&
    (isName(who!) ||
      /^(?:admin|administrator|editor|staff(?: (?:writer|reporter))?|newsroom|news ?desk|redaktion|redazione|redacción|redação|la rédaction|redactie)$/iu.test(
        who!,
      ))
    ? [day, who]
    : [text];
}

const fields: ReadonlySet<HeaderField> = new Set(['byline', 'provider', 'created', 'versionCreated', 'standfirst']);

const parting =
  /\s+[|•·]\s+|\s{3,}|\t+|\s+[-–—]\s+(?=(?:last |zuletzt )?(?:updated|modified|aktualisiert|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt)(?!\p{L}))/iu;
const readingTime = /^\d{1,3}\s?min(?:ute)?s?\.?(?: read)?$/iu;

/** "Source: Xinhua | 2026-10-10 14:20 | Editor: huaxia": every part must say something that is known. */
function readStatements(line: string, read: HeadLines): HeadLines | undefined {
  let next: HeadLines = read;
  for (const part of line.split(parting)) {
    if (readingTime.test(part)) continue;
    const header = readHeader(part);
    if (header && header.value !== '' && fields.has(header.field)) {
      next =
        header.field === 'byline'
          ? { ...next, bylines: [...next.bylines, header.value] }
          : { ...next, [header.field]: header.value };
    } else if (/^(?:editor|web editor|redaktion|redakteur)\s*[:：]\s*\S{2,40}$/iu.test(part)) continue;
    else {
      const dated = readDateLine(part, next);
      if (dated) next = dated;
      else if (line !== part && isName(part.replace(/^by\s+/i, ''))) {
        // "By Jane Doe | New Delhi": what stands behind a byline on its line may be of it.
        const before = next.bylines.slice(read.bylines.length);
        next = {
          ...next,
          bylines: [...read.bylines, ...(before.length > 0 ? [[...before, part].join(' | ')] : [part])],
        };
      } else return undefined;
    }
  }
  return next;
}

/** Two to four words in capitals or with capitals: "CARLA WESTOVER", "Jan van den Berg". */
function isName(line: string): boolean {
  return (
    wordCount(line) <= 5 &&
    /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:van|von|de|der|den|di|da|dos|bin|al|el|\p{Lu}[\p{L}\p{M}'’.-]*)){1,4}$/u.test(
      line,
    ) &&
    !/^(?:The|A|An|In|On|At|Die|Der|Das|Le|La|Les|El|Los|Il)\s/u.test(line)
  );
}
