// One statement → people with their titles, organisations, places and contacts:
// "JANE DOE AP Sports Writer and John Roe in Tokyo" → Jane Doe (AP, Sports Writer), John Roe (Tokyo).

import type { BylinePerson } from '../../story.ts';
import type { Authority } from '../authority.ts';
import { degrees, honorifics, onlyWithStop } from '../honorifics.rules.ts';
import { givenNames } from '../given-names.rules.ts';
import { nameCase } from '../name-case.ts';
import { hasOrganisationWord, isAbbreviation, looksLikeName, mayBePerson, partyOf } from '../party.ts';
import { cutContact, hasContact } from './contacts.ts';
import { isDate } from './dates.ts';
import { splitItems } from './items.ts';
import type { Item } from './items.ts';
import { isInitials, namesNobody, signsByStaff } from './nobody.ts';
import { beginsLikePaper, isBranch, isPaperWord } from './papers.ts';
import {
  agenciesWords,
  forWords,
  fromWords,
  newsroomWords,
  noInformation,
  paperNames,
  sourceWords,
  staffTails,
} from './phrases.rules.ts';
import { isPlaceName, placeCase, splitPlace } from './places.ts';
import { dropAnnouncing, nounRoles, withoutArticle } from './statements.ts';
import type { Statement } from './statements.ts';
import { cutLeadingTitle, cutTitle, hasTitle, isTitleOnly, readTitle, titleCase } from './titles.ts';

export type ReadPeople = {
  readonly people: readonly BylinePerson[];
  readonly organisations: readonly string[];
  readonly gone: readonly string[];
};

type Draft = { -readonly [K in keyof BylinePerson]: BylinePerson[K] };

/** What has been read so far. */
type Desk = {
  readonly authority: Authority;
  /** Whether the wire said what work was done: nobody but people edit and report. */
  readonly isWork: boolean;
  /** Whether the wire said what the story was made from. */
  readonly isSource: boolean;
  readonly people: Draft[];
  readonly organisations: string[];
  readonly gone: string[];
  /** The last people named together, to whom what follows belongs. */
  open: Draft[];
  settled: boolean;
  /** "AP writers Jane Doe and John Roe": what stood before the first of several. */
  leading: Partial<Draft>;
  /** What comes after the item that is being read. */
  next: string;
};

export function readPeople({ text, role, announced }: Statement, authority: Authority): ReadPeople {
  const desk: Desk = {
    authority,
    isWork: role !== undefined || /report/i.test(announced),
    isSource: /(?:^| )from$/.test(announced),
    people: [],
    organisations: [],
    gone: [],
    open: [],
    settled: true,
    leading: {},
    next: '',
  };
  const items = splitItems(text, authority);
  for (const [index, item] of items.entries()) {
    desk.next = items[index + 1]?.text ?? '';
    readItem(item, desk);
  }
  const people = desk.people.map((person) => ({ ...person, ...(role !== undefined && { role }) }));
  return { people, organisations: desk.organisations, gone: desk.gone };
}

function readItem(item: Item, desk: Desk): void {
  const { text, after } = dropLeading(item, desk.authority);
  const plain = text.toLowerCase().replace(/[.:]+$/, '');
  if (text === '' || noInformation.has(plain)) return;
  if (isDate(text) || degrees.test(text)) return void desk.gone.push(text);
  // "jd/ar (dpa)": initials that nobody else knows.
  if (isInitials(text) && (after !== 'start' || desk.next !== '') && !desk.authority.find(text))
    return void desk.gone.push(text);
  if (desk.isSource && sourceWords.test(text)) return void desk.gone.push(text);
  const { before = text, place } = splitPlace(text) ?? {};
  if (agenciesWords.test(before)) {
    if (place !== undefined) for (const person of desk.open) person.place ??= place;
    return void desk.organisations.push('agencies');
  }
  if (readContact(text, desk)) return;
  if (
    namesNobody(before, desk.isWork) &&
    !signsByStaff(before, desk.authority) &&
    !(desk.open.length > 0 && after !== 'and')
  )
    return void desk.gone.push(text);
  if (desk.open.length > 0 && after !== 'and' && (readWork(plain, desk) || readAttribute(text, desk))) return;
  if (readOrganisation(text, after, desk)) return;
  readPerson(text, after, desk);
}

function dropLeading({ text, after }: Item, authority: Authority): Item {
  const bare = dropAnnouncing(text, authority)
    .text.replace(/(?<=\p{Ll}{3})\.$/u, '')
    .replace(/^["“'«]+|["”»]+$/gu, '')
    .replace(/^(?:and|und|et|og|och|with|avec|mit|con|com|med|met)\s+(?=\p{Lu})/u, '');
  // "(mit dpa)", "Con agencias": the house signs as well.
  const house = /^(?:and|with|avec|mit|con|com|med|met)\s+(.+)$/iu.exec(bare)?.[1];
  if (house !== undefined && (agenciesWords.test(house) || signsByStaff(house, authority)))
    return { text: house, after: 'and' };
  // "unserem Korrespondenten Jens Petersen", "山口直子記者"
  const named = bare.replace(
    /^(?:our|unser(?:em|er|en)?|notre|nuestr[oa]|nostr[oa]|onze|vår)\s+(?:\p{Ll}+\s+)?\p{L}+\s+(?=\p{Lu}\p{Ll}+\s+\p{Lu})/u,
    '',
  );
  return {
    text: named
      .replace(
        /^(?:(?:取材・文|取材|記者|撮影|기자)[\s・:：／/]*|[文글]\s*[・:：／/]\s*)(?=[\p{Script=Han}\p{Script=Hangul}])|(?<=[\p{Script=Han}\p{Script=Hangul}])\s*(?:記者|记者|기자)$/gu,
        '',
      )
      .trim(),
    after,
  };
}

/** A contact by itself belongs to the nearest person before it. */
function readContact(text: string, desk: Desk): boolean {
  const person = desk.people.at(-1);
  const found = person && cutContact(text);
  if (!found || found.rest !== '') return false;
  person.contact = found.contact;
  return true;
}

/** "Jane Doe (words) and John Roe (photos)". */
function readWork(plain: string, desk: Desk): boolean {
  if (!nounRoles.has(plain)) return false;
  const role = nounRoles.get(plain);
  if (role !== undefined) for (const person of desk.open) person.role = role;
  desk.settled = true;
  return true;
}

/** Organisation words that no surname explains: "Ned Park" edits, "Harbour Times" does not. Work, a title or a second person beside it decide where the word may be either. */
function soundsLikeOrganisation(text: string, desk: Desk): boolean {
  if (!hasOrganisationWord(text)) return false;
  const surname = mayBePerson(text);
  const isAmongPeople =
    desk.isWork ||
    hasTitle(desk.next) ||
    (looksLikeName(desk.next) && !hasOrganisationWord(desk.next) && desk.authority.find(desk.next) === undefined);
  return surname === undefined || (surname === 'perhaps' && !isAmongPeople);
}

/** What follows the people named together: title, organisation, place. Answers whether it was one of these. */
function readAttribute(text: string, desk: Desk): boolean {
  const { authority } = desk;
  const give = (found: Partial<Draft>): true => {
    // A second organisation is whom the first supplies: "Los Angeles Times (TNS)".
    if (
      found.organisation !== undefined &&
      desk.open.every(({ organisation }) => organisation !== undefined && organisation !== found.organisation)
    )
      desk.organisations.push(found.organisation);
    for (const person of desk.open)
      Object.assign(person, {
        ...found,
        ...(person.organisation !== undefined && { organisation: person.organisation }),
      });
    desk.settled = true;
    return true;
  };
  const employed =
    /^(.+)\s+at\s+(?:the\s+)?(\p{Lu}.+)$/u.exec(text) ?? /^(.+?)\s+(?:of|with)\s+(?:the\s+)?(\p{Lu}.+)$/u.exec(text);
  if (
    employed &&
    hasTitle(employed[1]!) &&
    !startsWithPerson(employed[1]!, authority) &&
    (authority.find(employed[2]!) || (hasOrganisationWord(employed[2]!) && / at (?:the )?/.test(text)))
  ) {
    return give({ title: titleCase(employed[1]!), organisation: canonical(employed[2]!, authority) });
  }
  // "corrispondente da Berlino": in names "da" is a particle.
  const sent = /^(.+?)\s+dal?\s+(\p{Lu}.+)$/u.exec(text);
  if (sent && hasTitle(sent[1]!)) return give({ title: titleCase(sent[1]!), place: placeCase(sent[2]!) });
  const placed = splitPlace(text);
  if (placed?.before === '')
    return give({
      place: placed.place,
      ...(placed.organisation !== undefined && { organisation: canonical(placed.organisation, authority) }),
    });
  const head = placed ? placed.before : text;
  const place = placed ? { place: placed.place } : {};
  const known = authority.find(head);
  if (known) return give({ organisation: known.name, ...place });
  if (isPlaceName(head)) return give({ place: placeCase(head) });
  const house = head.replace(/\s+staff$/i, '');
  if (isBranch(house, authority) && !hasTitle(house)) return give({ organisation: house, ...place });
  const reached = cutContact(head);
  if (reached) {
    const isAttribute = reached.rest === '' || readAttribute(reached.rest, desk);
    if (isAttribute) desk.people.at(-1)!.contact = reached.contact;
    return isAttribute;
  }
  if (hasTitle(head))
    return startsWithPerson(head, authority) || cutLeadingTitle(head, authority)
      ? false
      : give({ ...readTitle(head, authority), ...place });
  const employer = behindOf(`X ${head}`, authority);
  if (employer?.before === 'X') return give({ organisation: employer.organisation, ...place });
  // "…, John Roe of AFP" is the next person.
  if (holdsPerson(head, desk)) return false;
  if (/^(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,}$/u.test(head))
    return give({ organisation: head.replace(/^www\./, ''), ...place });
  if (soundsLikeOrganisation(head, desk)) return give({ organisation: canonical(house, authority), ...place });
  if (
    beginsLikePaper(head) ||
    isPaperWord(head) ||
    paperNames.has(head.split(/\s+/).slice(1).at(-1)?.toLowerCase() ?? '')
  )
    return give({ organisation: head, ...place });
  const hasOrganisation = desk.open.every(({ organisation }) => organisation !== undefined);
  if (isAbbreviation(head))
    return give(
      hasOrganisation && /^\p{Lu}{4,}$/u.test(head) ? { place: placeCase(head) } : { organisation: head, ...place },
    );
  const words = head.split(/\s+/);
  if (/^\d+\p{Lu}\p{L}+$/u.test(head)) return give({ organisation: head });
  if (words.length === 1 && /^\p{Lu}\p{Ll}/u.test(head) && desk.people.length > 0)
    return give(/\p{Ll}\p{Lu}|\d|\.\p{Ll}{2,}$/u.test(head) ? { organisation: head } : { place: head });
  if (
    words.length > 1 &&
    words.every((word) => /^\p{Lu}/u.test(word) || /^(?:of|the|de|del|la|le|der|die|das|van|di)$/u.test(word)) &&
    !looksLikeName(head)
  )
    return give({ organisation: head, ...place });
  return false;
}

/** "Northlight Shipping Writer" behind a name is a title; a second person begins with a given name. */
function startsWithPerson(text: string, authority: Authority): boolean {
  const cut = cutTitle(text.split(/\s+/), authority);
  if (cut === undefined || !givenNames.has(text.split(/[\s-]/)[0]!.toLowerCase())) return false;
  const words = cut.name.split(/\s+/);
  return looksLikeName(cut.name) && !isTitleOnly(words) && authority.longestAt(words, 0) === undefined;
}

/** Organisations that sign themselves: where no person stands before them, or behind "and". */
function readOrganisation(given: string, after: Item['after'], desk: Desk): boolean {
  const { authority } = desk;
  const sign = (name: string): true => {
    desk.organisations.push(name);
    return true;
  };
  const text = given.replace(/^(?:special|exclusive) to\s+/i, '');
  const placed = splitPlace(text);
  // "AFP/Jane Doe": whoever comes next belongs to it.
  const known =
    authority.find(text) ??
    authority.find(withoutArticle(text)) ??
    (placed && authority.find(placed.before)) ??
    signsByStaff(text, authority);
  if (known) return sign(known.name);
  if ((isBranch(text, authority) && !hasTitle(text)) || isPaperWord(text)) return sign(text);
  // "PTI New Delhi"
  const [house = '', ...where] = text.split(' ');
  const based = isAbbreviation(house) && isPlaceName(where.join(' ')) ? authority.find(house) : undefined;
  if (based) return sign(based.name);
  const newsroom = text.replace(newsroomWords, '');
  if (newsroom !== text) return sign(ofNewsroom(newsroom, desk) ?? text);
  // "Mia Rabson and Jordan Press": beside a person a word that is a surname as well is one.
  if (after === 'and' && desk.open.length > 0 && mayBePerson(text)) return false;
  // "BBC Newsnight": a broadcaster's programme. "AFP Jane Doe" is somebody of AFP.
  if (partyOf(text, authority).why === 'abbreviation' && !isAbbreviation(text))
    return looksLikeName(text.slice(text.indexOf(' ') + 1)) ? false : sign(text);
  // "BusinessDesk": no name has a capital so far inside.
  if (/^\p{Lu}\p{Ll}{4,}\p{Lu}\p{Ll}{2,}$/u.test(text)) return sign(text);
  const cut = cutTitle(text.split(/\s+/), authority);
  if (
    cut &&
    looksLikeName(cut.name) &&
    !soundsLikeOrganisation(cut.name, desk) &&
    authority.longestAt(cut.name.split(/\s+/), 0) === undefined
  )
    return false;
  const possessive = /^(.{2,40}?)['’]s?\s+(.+)$/u.exec(text);
  const owner = possessive && authority.find(possessive[1]!);
  if (owner) {
    readPerson(possessive[2]!, after, desk);
    for (const person of desk.open) person.organisation ??= owner.name;
    desk.settled = true;
    return true;
  }
  const bare = text.replace(staffTails, '');
  if (
    bare !== text &&
    (hasOrganisationWord(bare) || (isAbbreviation(bare) && !/^(?:UK|US|EU|UN|TV|AI|IT)$/.test(bare)))
  )
    return sign(bare);
  const [, maker = '', client = ''] = /^(.{2,60}?)\s+for\s+(.+)$/u.exec(text) ?? [];
  const customer =
    soundsLikeOrganisation(maker, desk) && mayBePerson(maker) !== 'likely' ? authority.find(client) : undefined;
  if (customer) return sign(maker) && sign(customer.name);
  const isUnlisted =
    (soundsLikeOrganisation(text, desk) || isAbbreviation(text)) &&
    !hasTitle(text) &&
    !holdsPerson(text, desk) &&
    !hasContact(text);
  return isUnlisted ? sign(text.replace(/^the\s+/, '')) : false;
}

/** Whose newsroom it is: "BBC Mundo" of "Redacción BBC Mundo", "Ouest-France" of "la rédaction de Ouest-France". */
function ofNewsroom(rest: string, desk: Desk): string | undefined {
  const { authority } = desk;
  const house = rest.replace(/^(?:de|der|del|della|des|du|di|do|da|van|von)\s+/u, '');
  const known = authority.find(house) ?? authority.find(withoutArticle(house));
  if (known) return known.name;
  return house !== rest ||
    soundsLikeOrganisation(house, desk) ||
    isBranch(house, authority) ||
    isPaperWord(house) ||
    /^(?:El|La|Il|Le|The|Die|Das|Der) /u.test(house)
    ? house
    : undefined;
}

function holdsPerson(text: string, desk: Desk): boolean {
  const before = behindOf(text, desk.authority)?.before ?? splitPlace(text)?.before;
  if (before === undefined || !(looksLikeName(before) || /^\p{Script=Han}{2}$/u.test(before))) return false;
  // Organisations as well work for others and stand in places: "Harbour Press for BBC News".
  return mayBePerson(before) === 'likely' || !hasOrganisationWord(before);
}

function readPerson(given: string, after: Item['after'], desk: Desk): void {
  const { authority } = desk;
  // "EFE / Madrid", "ANI | New Delhi", "Staff Reporter | Hyderabad": where the desk is.
  const isSigned = desk.organisations.length > 0 || desk.gone.some((words) => namesNobody(words, false));
  const isDesk =
    desk.people.length === 0 &&
    after !== 'and' &&
    ((isSigned && /^\p{Lu}\p{Ll}+$/u.test(given)) ||
      (isPlaceName(given) && (isSigned || authority.find(desk.next) !== undefined)));
  if (isDesk) return void desk.gone.push(given);
  const person: Draft = { name: '' };
  const reached = cutContact(given);
  if (reached) person.contact = reached.contact;
  let text = reached ? reached.rest : given;
  const placed = splitPlace(text);
  if (placed) {
    person.place = placed.place;
    if (placed.organisation !== undefined) person.organisation = canonical(placed.organisation, authority);
    text = placed.before;
  }
  const employer = behindOf(text, authority);
  if (employer && looksLikePerson(employer.before)) {
    person.organisation ??= employer.organisation;
    text = employer.before;
  }
  const words = text.split(/\s+/);
  const front = isHonorific(words[0]!) ? undefined : cutLeadingTitle(text, authority);
  const cut = cutTitle(words, authority, after === 'and' && desk.open.length > 0) ?? front;
  if (cut) {
    if (cut.organisation !== undefined) person.organisation ??= cut.organisation;
    if (cut.title !== undefined) person.title = cut.title;
    text = cut.name;
  }
  // "AFP Jane Doe"
  const [, house = '', named = ''] = /^(\p{Lu}{2,6})\s+(.*\p{Ll}.*)$/u.exec(text) ?? [];
  const owner = authority.find(house);
  if (owner && looksLikeName(named) && !hasOrganisationWord(named)) {
    person.organisation ??= owner.name;
    text = named;
  }
  person.name = personName(text, authority);
  if (person.name !== '')
    seat(after === 'and' || after === 'comma' ? { ...desk.leading, ...person } : person, after, desk);
  if (front?.title !== undefined && isPlural(front.title))
    desk.leading = {
      title: front.title,
      ...(front.organisation !== undefined && { organisation: front.organisation }),
    };
}

/** Puts a person beside those named before, and gives them what belongs to all: "A and B of The Times". */
function seat(person: Draft, after: Item['after'], desk: Desk): void {
  if (desk.organisations.length > 0 && after === 'slash' && desk.people.length === 0)
    person.organisation ??= desk.organisations.pop()!;
  desk.people.push(person);
  const hasOwn = person.title !== undefined || person.organisation !== undefined || person.place !== undefined;
  if (desk.settled || !(after === 'and' || after === 'comma')) desk.open = [];
  desk.open.push(person);
  if (hasOwn && desk.open.length > 1) {
    for (const other of desk.open) {
      if (person.organisation !== undefined) other.organisation ??= person.organisation;
      if (person.place !== undefined) other.place ??= person.place;
      if (person.title !== undefined && isPlural(person.title)) other.title ??= person.title;
    }
  }
  desk.settled = hasOwn;
}

/** "Sports Writers", "Korrespondentinnen" */
function isPlural(title: string): boolean {
  return /(?:s|innen)$/u.test(title);
}

function looksLikePerson(text: string): boolean {
  return (
    !hasTitle(text) && (looksLikeName(text) || /^\p{L}[\p{L}\p{M}'’.-]+$/u.test(text) || text.split(/\s+/).length <= 5)
  );
}

const forWhom = new RegExp(`^(.{1,80}?)\\s+(?:${forWords})\\s+(?=\\S)(.+)$`, 'iu');
const fromWhom = new RegExp(`^(.{1,80}?)\\s+(?:${fromWords})\\s*(?=\\p{L})(.+)$`, 'iu');

/** "Jane Doe for The Guardian", "Uwe Brand von der dpa": words that stand in names as well count before a known organisation only. */
function behindOf(
  text: string,
  authority: Authority,
): { readonly before: string; readonly organisation: string } | undefined {
  const strong = forWhom.exec(text);
  if (strong) return { before: strong[1]!, organisation: canonical(strong[2]!, authority) };
  const weak = fromWhom.exec(text);
  const known = weak && authority.find(weak[2]!);
  return known ? { before: weak[1]!, organisation: known.name } : undefined;
}

/** By its short name; an article in lower case is the sentence's: "of the Milwaukee Journal". */
function canonical(text: string, authority: Authority): string {
  const plain = text.replace(/[.,]+$/, '').trim();
  const bare = plain.replace(/^the\s+/, '');
  return (authority.find(plain) ?? authority.find(bare))?.name ?? bare;
}

/** Without honorifics before and degrees behind; cased; as the desk prefers it. */
function personName(given: string, authority: Authority): string {
  let words = given
    .replace(/^["“'«(]+|["”»),.:;]+$/gu, (marks) => (marks === '.' ? '.' : ''))
    .split(/\s+/)
    .filter((word) => word !== '');
  // "the Rev. Jane Doe", "el Dr. Juan Pérez"
  if (/^(?:the|le|la|el|il|der|die)$/i.test(words[0] ?? '') && isHonorific(words[1] ?? '')) words = words.slice(1);
  while (words.length > 1 && isHonorific(words[0]!)) words = words.slice(1);
  while (words.length > 2 && degrees.test(words.at(-1)!.replace(/,$/, ''))) words = words.slice(0, -1);
  const name = words
    .join(' ')
    .replace(/(?<!(?<!\p{L})(?:\p{L}|Jr|Sr|St))\.$/iu, '')
    .replace(/,$/, '');
  return authority.preferredName(name) ?? nameCase(name);
}

function isHonorific(word: string): boolean {
  const low = word.toLowerCase();
  const bare = low.replace(/\./g, '');
  return honorifics.has(bare) && (!onlyWithStop.has(bare) || low.endsWith('.'));
}
