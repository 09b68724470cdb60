// One statement → people with their titles, organisations, places and contacts:
// "JANE DOE AP Sports Writer and John Roe in Tokyo" → Jane Doe (AP, Sports Writer), John Roe (Tokyo).

import type { BylinePerson } from '../../story.ts';
import type { Authority } from '../authority.ts';
import { degrees, honorifics, onlyWithStop } from '../honorifics.rules.ts';
import { givenNames } from '../given-names.rules.ts';
import { nameCase } from '../name-case.ts';
import { hasOrganisationWord, isAbbreviation, looksLikeName, mayBePerson } from '../party.ts';
import { agenciesWords, conjunctions, inWords, noInformation, staffTails, staffWords, titleHeads, titleModifiers } from './phrases.rules.ts';
import { dropAnnouncing } from './statements.ts';

export type ReadPeople = { readonly people: readonly BylinePerson[]; readonly organisations: readonly string[]; readonly gone: readonly string[] };

type Draft = { -readonly [K in keyof BylinePerson]: BylinePerson[K] };

/** What has been read so far; `open` are the last people named together, to whom what follows belongs. */
type Desk = { readonly people: Draft[]; readonly organisations: string[]; readonly gone: string[]; open: Draft[]; settled: boolean };

export function readPeople(text: string, role: string | undefined, authority: Authority): ReadPeople {
  const desk: Desk = { people: [], organisations: [], gone: [], open: [], settled: true };
  for (const item of splitItems(text, authority)) readItem(item, desk, authority);
  const people = desk.people.map((person) => ({ ...person, ...(role !== undefined && { role }) }));
  return { people, organisations: desk.organisations, gone: desk.gone };
}

type Item = { readonly text: string; /** `and` joins people; everything else divides. */ readonly after: 'start' | 'and' | 'comma' | 'line' | 'bracket' | 'slash' };

const divider = new RegExp(`\\s*,?\\s+(?:${conjunctions})\\s+(?:by\\s+)?|\\s*&\\s*(?=\\p{Lu})|\\s*[,，、;]\\s*|\\s*\\n\\s*|\\s*[()\\[\\]]\\s*|\\s*[|•·/]\\s*|\\s+[-–—]\\s+`, 'giu');

/** Single letters join only names: "Jane e John" but "Instituto e Museu"; known names keep their "and". */
function splitItems(text: string, authority: Authority): readonly Item[] {
  const items: Item[] = [];
  let from = 0;
  let after: Item['after'] = 'start';
  const push = (to: number, next: Item['after']): void => {
    const piece = text.slice(from, to).trim();
    if (piece !== '') items.push({ text: piece, after });
    after = piece === '' && items.length > 0 ? (after === 'bracket' ? 'bracket' : next) : next;
  };
  for (const match of text.matchAll(divider)) {
    if (match.index < from || keepsTogether(text, from, match, authority)) continue;
    push(match.index, kindOf(match[0]));
    from = match.index + match[0].length;
  }
  push(text.length, 'start');
  return joinPlaces(items);
}

function kindOf(sign: string): Item['after'] {
  const word = sign.trim();
  if (/[()[\]]/.test(word)) return 'bracket';
  if (word === '') return 'line';
  if (/^[,，、;]$/.test(word)) return 'comma';
  if (/^[|•·–—-]$/.test(word)) return 'comma';
  return word === '/' ? 'slash' : 'and';
}

/** A divider inside a known name, a title ("Arts and Culture Editor") or an organisation's name divides nothing. */
function keepsTogether(text: string, from: number, match: RegExpMatchArray, authority: Authority): boolean {
  const sign = match[0].trim().replace(/^,\s*/, '');
  if (/[\n()[\]|•·;]/.test(match[0]) || sign === '') return false;
  const end = match.index! + match[0].length;
  const behind = text.slice(end).split(/[,;()\n|]|\s(?:and|und|et)\s/u)[0]!.trim();
  const before = text.slice(from, match.index).trim();
  if (/^(?:jr|sr|phd|ph\.d|md|inc|ltd|llc|esq)\.?$/i.test(behind.split(/\s+/)[0] ?? '') && /^,$/.test(sign)) return /^(?:inc|ltd|llc)/i.test(behind) || /^(?:jr|sr)/i.test(behind);
  if (/^[,/–—-]$/.test(sign)) return authority.find(`${before}${match[0]}${behind}`) !== undefined;
  if (agenciesWords.test(behind)) return false;
  const whole = `${before} ${sign} ${behind}`;
  if (authority.find(whole)) return true;
  // "Head of Arts and Culture": a title goes on behind the conjunction and no name follows.
  if (hasTitle(behind) && !startsWithName(behind)) return !looksLikeName(before) || !hasTitle(behind);
  if (authority.find(behind) && /^(?:with|avec|mit|con|com|med|met)$/i.test(sign)) return false;
  if (/^\p{L}$/u.test(sign) || /^(?:en|ja|ve|com|con|med|met|mit|avec|with)$/i.test(sign)) return !startsWithName(behind) || !(looksLikeName(before) || hasTitle(before) || endsWithName(before));
  return false;
}

function startsWithName(text: string): boolean {
  const words = text.split(/\s+/).slice(0, 4);
  return [4, 3, 2].some((count) => words.length >= count && looksLikeName(words.slice(0, count).join(' ')) && !hasTitle(words.slice(0, count).join(' '))) || (words.length === 1 && /^\p{Lu}\p{Ll}+$/u.test(words[0]!));
}

function endsWithName(text: string): boolean {
  return looksLikeName(text.split(/\s+/).slice(-2).join(' '));
}

/** "Washington" and "D.C." are one place. */
function joinPlaces(items: readonly Item[]): readonly Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (last && item.after === 'comma' && /^(?:D\.?\s?C\.?|[A-Z]{2}|Calif\.|Fla\.|Mass\.|Conn\.|Ont\.|B\.C\.|N\.[YJMCHD]\.)(?=$|\s+(?:for|of)\s)/u.test(item.text) && new RegExp(`(?:^|\\s)(?:${inWords})\\s+[^,]+$`, 'iu').test(last.text) && (/\./.test(item.text) || /^DC$/.test(item.text))) {
      joined[joined.length - 1] = { ...last, text: `${last.text}, ${item.text}` };
    } else joined.push(item);
  }
  return joined;
}

function readItem(item: Item, desk: Desk, authority: Authority): void {
  const { text, after } = dropLeading(item, authority);
  const plain = text.toLowerCase().replace(/[.:]+$/, '');
  if (text === '' || noInformation.has(plain)) return;
  if (isDate(text) || degrees.test(text)) return void desk.gone.push(text);
  const agencies = splitPlace(text) ?? { before: text, place: undefined };
  if (agenciesWords.test(agencies.before)) {
    if (agencies.place !== undefined) for (const person of desk.open) person.place ??= agencies.place;
    return void desk.organisations.push('agencies');
  }
  if (readContact(text, desk)) return;
  if (namesNobody(plain) && !(desk.open.length > 0 && after !== 'and')) return void desk.gone.push(text);
  if (desk.open.length > 0 && after !== 'and' && readAttribute(text, desk, authority)) return;
  if (readOrganisation(text, after, desk, authority)) return;
  readPerson(text, after, desk, authority);
}

/** "Staff", "our foreign staff", "the Tokyo newsroom". */
function namesNobody(plain: string): boolean {
  return staffWords.has(plain) || /^(?:(?:our|the|a|own)\s+)?(?:[\p{L}-]+\s+){0,2}(?:newsroom|bureau|news ?desk|staff|foreign staff|(?:special |own )?correspondents?)$/u.test(plain) && /^(?:our|the|a|own)\s/.test(plain);
}

function dropLeading({ text, after }: Item, authority: Authority): Item {
  const opened = dropAnnouncing(text, authority);
  const bare = opened.text.replace(/^["“'«]+|["”»]+$/gu, '').replace(/^(?:and|with|avec|mit|con|com|med|met)\s+(?=\p{Lu})/u, '');
  // "unserem Korrespondenten Jens Petersen", "山口直子記者"
  const named = bare.replace(/^(?:our|unser(?:em|er|en)?|notre|nuestr[oa]|nostr[oa]|onze|vår)\s+(?:\p{Ll}+\s+)?\p{L}+\s+(?=\p{Lu}\p{Ll}+\s+\p{Lu})/u, '');
  return { text: named.replace(/^(?:取材・文|取材|文|記者|撮影|기자|글)[\s・:：／/]*(?=[\p{Script=Han}\p{Script=Hangul}])|(?<=[\p{Script=Han}\p{Script=Hangul}])\s*(?:記者|记者|기자)$/gu, '').trim(), after };
}

/** "Updated 3 May", "Tuesday, Nov. 24, 2026": never without a figure, since May and August are names. */
function isDate(text: string): boolean {
  if (!/\d/.test(text)) return /^(?:last )?(?:updated?|published|posted|modified|aktualisiert|stand)$/i.test(text);
  return /^(?:(?:last )?updated?|published|posted|modified|aktualisiert|stand)\b/i.test(text) || /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun))?,?\s*(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?,?(?:\s+\d{4})?$/i.test(text) || /^[\d\s.:/–-]+(?:am|pm|uhr|gmt|utc|est|edt|bst|cet)?$/i.test(text);
}

const contactPattern = /[\w.+%-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?<![\w.])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/u;

/** A contact by itself belongs to the nearest person before it. */
function readContact(text: string, desk: Desk): boolean {
  const match = contactPattern.exec(text);
  if (!match || text.replace(match[0], '').replace(/^(?:on )?(?:twitter|x|email|e-mail|mail|contact|instagram|bluesky)\b|[\s:.,<>()-]+/giu, '') !== '') return false;
  const person = desk.people.at(-1);
  if (person) person.contact = match[0];
  return person !== undefined;
}

/** What follows the people named together: title, organisation, place. Answers whether it was one of these. */
function readAttribute(text: string, desk: Desk, authority: Authority): boolean {
  const give = (found: Partial<Draft>): true => {
    // A second organisation is whom the first supplies: "Los Angeles Times (TNS)".
    if (found.organisation !== undefined && desk.open.every(({ organisation }) => organisation !== undefined && organisation !== found.organisation)) desk.organisations.push(found.organisation);
    for (const person of desk.open) Object.assign(person, { ...found, ...(person.organisation !== undefined && { organisation: person.organisation }) });
    desk.settled = true;
    return true;
  };
  const employed = /^(.+)\s+at\s+(?:the\s+)?(\p{Lu}.+)$/u.exec(text) ?? /^(.+?)\s+(?:of|with)\s+(?:the\s+)?(\p{Lu}.+)$/u.exec(text);
  if (employed && hasTitle(employed[1]!) && !startsWithPerson(employed[1]!, authority) && (authority.find(employed[2]!) || (hasOrganisationWord(employed[2]!) && / at (?:the )?/.test(text)))) {
    return give({ title: titleCase(employed[1]!), organisation: canonical(employed[2]!, authority) });
  }
  const placed = splitPlace(text);
  if (placed && placed.before === '') return give({ place: placed.place, ...(placed.organisation !== undefined && { organisation: canonical(placed.organisation, authority) }) });
  const head = placed ? placed.before : text;
  const place = placed ? { place: placed.place } : {};
  const known = authority.find(head);
  if (known) return give({ organisation: known.name, ...place });
  const contact = contactPattern.exec(head);
  if (contact && desk.open.length > 0) {
    desk.people.at(-1)!.contact = contact[0];
    const rest = head.replace(contact[0], '').replace(/[\s:,<>()-]+$/u, '').trim();
    return rest === '' || readAttribute(rest, desk, authority);
  }
  if (hasTitle(head)) return startsWithPerson(head, authority) ? false : give({ ...readTitle(head, authority), ...place });
  const of = /^(?:of|for|from|at|special to|exclusive to|writing for|für|pour|para|del|de)\s+(.+)$/iu.exec(head);
  if (of && (authority.find(of[1]!) || /^(?:of|for|special|exclusive|writing)\b/i.test(head))) return give({ organisation: canonical(of[1]!, authority), ...place });
  if (staffTails.test(` ${head}`) && authority.find(head.replace(staffTails, ''))) return give({ organisation: authority.find(head.replace(staffTails, ''))!.name, ...place });
  if (hasOrganisationWord(head) && !looksLikeTwo(head)) return give({ organisation: head, ...place });
  if (isAbbreviation(head)) return give({ organisation: head, ...place });
  const words = head.split(/\s+/);
  if (words.length === 1 && /^\p{Lu}\p{Ll}/u.test(head) && desk.people.length > 0) return give(/\p{Ll}\p{Lu}|\d|\.\p{Ll}{2,}$/u.test(head) ? { organisation: head } : { place: head });
  if (words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word) || /^(?:of|the|de|del|la|le|der|die|das|van|di)$/u.test(word)) && !looksLikeName(head)) return give({ organisation: head, ...place });
  return false;
}

/** "Dana Church": an organisation word that is a surname is for party.ts to tell; here a name of two words without other signs. */
function looksLikeTwo(text: string): boolean {
  return looksLikeName(text) && !hasOrganisationWord(text);
}

function startsWithPerson(text: string, authority: Authority): boolean {
  const cut = cutTitle(text.split(/\s+/), authority);
  // "Northlight Shipping Writer" behind a name is a title; a second person begins with a given name.
  return cut !== undefined && givenNames.has(text.split(/[\s-]/)[0]!.toLowerCase()) && looksLikeName(cut.name) && cut.name.split(/\s+/).length >= 2 && !isTitleWordOnly(cut.name) && authority.longestAt(cut.name.split(/\s+/), 0) === undefined;
}

function isTitleWordOnly(text: string): boolean {
  return text.split(/\s+/).every((word) => titleModifiers.has(word.toLowerCase()) || titleHeads.has(word.toLowerCase()));
}

/** Organisations that sign themselves: where no person stands before them, or behind "and". */
function readOrganisation(given: string, after: Item['after'], desk: Desk, authority: Authority): boolean {
  const text = given.replace(/^(?:special|exclusive) to\s+/i, '');
  const bare = text.replace(staffTails, '');
  const placed = splitPlace(text);
  if (placed && authority.find(placed.before)) return desk.organisations.push(authority.find(placed.before)!.name) > 0;
  const known = authority.find(text) ?? (bare !== text ? authority.find(bare) : undefined);
  // "Mia Rabson and Jordan Press": beside a person a word that is a surname as well is one.
  if (!known && after === 'and' && desk.open.length > 0 && mayBePerson(text)) return false;
  // "BusinessDesk": no name has a capital so far inside.
  if (!known && /^\p{Lu}\p{Ll}{4,}\p{Lu}\p{Ll}{2,}$/u.test(text)) return desk.organisations.push(text) > 0;
  if (known) {
    // "AFP/Jane Doe": whoever comes next belongs to it.
    desk.organisations.push(known.name);
    return true;
  }
  const cut = cutTitle(text.split(/\s+/), authority);
  if (cut && looksLikeName(cut.name) && !hasOrganisationWord(cut.name) && authority.longestAt(cut.name.split(/\s+/), 0) === undefined) return false;
  const possessive = /^(.{2,40}?)['’]s?\s+(.+)$/u.exec(text);
  if (possessive && authority.find(possessive[1]!)) {
    readPerson(possessive[2]!, after, desk, authority);
    for (const person of desk.open) person.organisation ??= authority.find(possessive[1]!)!.name;
    desk.settled = true;
    return true;
  }
  if (bare !== text && hasOrganisationWord(bare)) return desk.organisations.push(bare) > 0;
  const isUnlisted = (hasOrganisationWord(text) || isAbbreviation(text)) && !hasTitle(text) && !holdsPerson(text, authority) && !contactPattern.test(text);
  return isUnlisted && desk.organisations.push(text) > 0;
}

function holdsPerson(text: string, authority: Authority): boolean {
  if (/\s(?:special to)\s/i.test(text)) return true;
  return /\s(?:of|for|in)\s/.test(text) && looksLikeName(text.split(/\s(?:of|for|in)\s/)[0]!) && !hasOrganisationWord(text.split(/\s(?:of|for|in)\s/)[0]!) && authority.find(text) === undefined;
}

function readPerson(given: string, after: Item['after'], desk: Desk, authority: Authority): void {
  // "EFE / Madrid": the agency's desk.
  if (after === 'slash' && desk.people.length === 0 && desk.organisations.length > 0 && /^\p{Lu}\p{Ll}+$/u.test(given)) return void desk.gone.push(given);
  const person: Draft = { name: '' };
  const contact = contactPattern.exec(given);
  let text = given;
  if (contact) {
    person.contact = contact[0];
    text = text.replace(contact[0], ' ').replace(/[\s:,<>()-]+$/u, '').replace(/\s+/g, ' ').trim();
  }
  const placed = splitPlace(text);
  if (placed) {
    person.place = placed.place;
    if (placed.organisation !== undefined) person.organisation = canonical(placed.organisation, authority);
    text = placed.before;
  }
  const of = /^(.{3,80}?)\s+(?:of|for|special to|writing for|voor|für|pour|para)\s+(?:the\s+)?(?=\S)/iu.exec(text);
  if (of && looksLikePerson(of[1]!)) {
    person.organisation ??= canonical(text.slice(of[1]!.length).replace(/^\s+(?:of|for|special to|writing for|voor|für|pour|para)\s+/iu, ''), authority);
    text = of[1]!;
  }
  const cut = cutTitle(text.split(/\s+/), authority);
  if (cut) {
    if (cut.organisation !== undefined) person.organisation ??= cut.organisation;
    if (cut.title !== undefined) person.title = cut.title;
    text = cut.name;
  }
  person.name = personName(text, authority);
  if (person.name === '') return;
  if (desk.organisations.length > 0 && after === 'slash' && desk.people.length === 0) person.organisation ??= desk.organisations.pop()!;
  desk.people.push(person);
  const hasOwn = person.title !== undefined || person.organisation !== undefined || person.place !== undefined;
  const shared = after === 'and' || (after === 'comma' && !desk.settled);
  if (desk.settled || !shared) desk.open = [];
  desk.open.push(person);
  // What the last of several carries, the others named with it carry too: "A and B of The Times".
  if (hasOwn && desk.open.length > 1) {
    for (const other of desk.open) {
      other.organisation ??= person.organisation;
      other.place ??= person.place;
      if (person.title !== undefined && /(?:s|innen)$/u.test(person.title)) other.title ??= person.title;
    }
    for (const other of desk.open) for (const field of ['organisation', 'place', 'title'] as const) if (other[field] === undefined) delete other[field];
  }
  desk.settled = hasOwn;
}

function looksLikePerson(text: string): boolean {
  return !hasTitle(text) && (looksLikeName(text) || /^\p{L}[\p{L}\p{M}'’.-]+$/u.test(text) || text.split(/\s+/).length <= 5);
}

/** Before "in" a name or organisation; behind it the place, and perhaps "for" whom. */
function splitPlace(text: string): { readonly before: string; readonly place: string; readonly organisation?: string } | undefined {
  const match = new RegExp(`^(|.{2,100}?\\s)(?:${inWords})\\s+((?:the\\s+)?[\\p{Lu}\\p{Lo}][^@]{1,60})$`, 'u').exec(text);
  if (!match) return undefined;
  const [, before = '', rest = ''] = match;
  const [place = '', organisation] = rest.split(/\s+(?:for|of)\s+/u);
  if (hasTitle(place) || /\d/.test(place) || place.split(/\s+/).length > 5) return undefined;
  return { before: before.trim(), place: placeCase(place.trim()), ...(organisation !== undefined && { organisation }) };
}

function placeCase(place: string): string {
  return place === place.toUpperCase() && place.length > 4 && !/\./.test(place) ? nameCase(place.includes(' ') ? place : `${place} X`).replace(/ X$/, '') : place;
}

function canonical(text: string, authority: Authority): string {
  const plain = text.replace(/[.,]+$/, '').trim();
  const known = authority.find(plain) ?? authority.find(plain.replace(/^the\s+/i, ''));
  return known?.name ?? plain.replace(/^the\s+(?=[A-Z]{2,}$)/, '');
}

export function hasTitle(text: string): boolean {
  return text.split(/[\s/-]+/).some((word) => titleHeads.has(word.toLowerCase().replace(/[.,']+$/, '')));
}

/** "AP Sports Writer" → AP, Sports Writer; "Editor of The Times" → Editor, The Times. */
function readTitle(text: string, authority: Authority): { readonly title?: string; readonly organisation?: string } {
  const words = text.split(/\s+/);
  const front = authority.longestAt(words, 0);
  if (front && front.length < words.length) {
    const rest = words.slice(front.length).join(' ');
    if (hasTitle(rest)) return { title: titleCase(rest), organisation: front.organisation.name };
  }
  const of = /^(.+?)\s+(?:of|at|for|bei|von|du|de|der)\s+((?:the\s+)?\p{Lu}.+)$/iu.exec(text) ?? /^(.+?)\s+(?:of|at|for)\s+(the\s+\p{Lu}.+)$/u.exec(text);
  if (of && hasTitle(of[1]!) && authority.find(of[2]!)) return { title: titleCase(of[1]!), organisation: authority.find(of[2]!)!.name };
  const back = words.findIndex((_, index) => index > 0 && hasTitle(words.slice(0, index).join(' ')) && authority.longestAt(words, index)?.length === words.length - index);
  if (back > 0) return { title: titleCase(words.slice(0, back).join(' ')), organisation: authority.longestAt(words, back)!.organisation.name };
  return splitUnlisted(words) ?? { title: titleCase(text) };
}

/** "Harbour Wire Business Writer": what stands before the title and has an organisation's word in it is one, listed or not. */
function splitUnlisted(words: readonly string[]): { readonly title: string; readonly organisation: string } | undefined {
  let from = words.findIndex((word) => titleHeads.has(word.toLowerCase()));
  while (from > 0 && titleModifiers.has(words[from - 1]!.toLowerCase())) from -= 1;
  const organisation = words.slice(0, from).join(' ');
  const title = words.slice(from).join(' ');
  return from > 1 && hasOrganisationWord(organisation) ? { title: titleCase(title), organisation } : undefined;
}

/** Titles in capitals get title case; short forms such as UK stay. */
function titleCase(title: string): string {
  if (title !== title.toUpperCase()) return title;
  return title.split(' ').map((word) => (/^(?:UK|US|EU|UN|TV|AI|IT|NFL|NBA|MLB|NHL|UFC)$/.test(word) ? word : word.toLowerCase().replace(/\p{L}/u, (letter) => letter.toUpperCase()))).join(' ').replace(/ (?:Of|And|For|The|At|In) /g, (small) => small.toLowerCase());
}

/** A title or agency behind a name without a comma. */
function cutTitle(words: readonly string[], authority: Authority): { readonly name: string; readonly title?: string; readonly organisation?: string } | undefined {
  for (let from = 1; from < words.length; from += 1) {
    const known = authority.longestAt(words, from);
    if (!known) continue;
    const rest = words.slice(from + known.length).join(' ');
    const agency = words.slice(from, from + known.length).join(' ');
    const standsOut = known.length > 1 || agency === agency.toUpperCase() || rest !== '';
    if (from < 2 || !standsOut || (rest !== '' && !hasTitle(rest) && !/^(?:staff)$/i.test(rest))) continue;
    // In a name all in capitals "ROE" could be anything: only an agency of several words, or one with a title behind it.
    return { name: words.slice(0, from).join(' '), organisation: known.organisation.name, ...(rest !== '' && !/^staff$/i.test(rest) && { title: titleCase(rest) }) };
  }
  if (!titleHeads.has(words.at(-1)!.toLowerCase())) return undefined;
  let from = words.length - 1;
  while (from > 2 && titleModifiers.has(words[from - 1]!.toLowerCase())) from -= 1;
  if (from === 2 && words.length > 3 && titleModifiers.has(words[1]!.toLowerCase()) && false) from = 1;
  if (from < 2) return undefined;
  return { name: words.slice(0, from).join(' '), title: titleCase(words.slice(from).join(' ')) };
}

/** Without honorifics before and degrees behind; cased; as the desk prefers it. */
function personName(given: string, authority: Authority): string {
  let words = given.replace(/^["“'«(]+|["”»),.:;]+$/gu, (marks) => (marks === '.' ? '.' : '')).split(/\s+/).filter((word) => word !== '');
  while (words.length > 1 && isHonorific(words[0]!)) words = words.slice(1);
  while (words.length > 2 && degrees.test(words.at(-1)!.replace(/,$/, ''))) words = words.slice(0, -1);
  const name = words.join(' ').replace(/(?<!\b(?:\p{L}|Jr|Sr|St))\.$/u, '').replace(/,$/, '');
  return authority.preferredName(name) ?? nameCase(name);
}

function isHonorific(word: string): boolean {
  const low = word.toLowerCase();
  const bare = low.replace(/\./g, '');
  return honorifics.has(bare) && (!onlyWithStop.has(bare) || low.endsWith('.'));
}
