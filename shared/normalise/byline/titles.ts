// What somebody is: "AP Sports Writer" → AP, "Sports Writer"; "Editor of The Times" → The Times, "Editor"; "STAFF WRITER" → "Staff Writer".

import type { Authority } from '../authority.ts';
import { givenNames } from '../given-names.rules.ts';
import { hasOrganisationWord, isAbbreviation, looksLikeName } from '../party.ts';
import { isBranch } from './papers.ts';
import { nobodysName, teachingHeads, titleCompounds, titleHeads, titleModifiers } from './phrases.rules.ts';

export type Title = { readonly title?: string; readonly organisation?: string };

export function hasTitle(text: string): boolean {
  return text.split(/[\s/-]+/).some((word) => isHead(word.replace(/[.,']+$/, '')));
}

/** Whether a title of somebody who teaches ends here, behind which "in" names the subject. */
export function teaches(text: string): boolean {
  return teachingHeads.has(text.trim().split(/\s+/).at(-1)!.toLowerCase());
}

export function isTitleOnly(words: readonly string[]): boolean {
  return words.every((word) => isHead(word) || isModifier(word));
}

/** "Special Correspondents", "Chief Reporter": a title and no name. */
export function isBareTitle(words: readonly string[]): boolean {
  return words.length > 1 && isTitleOnly(words) && isHead(words.at(-1)!);
}

function isHead(word: string): boolean {
  return titleHeads.has(word.toLowerCase()) || titleCompounds.test(word);
}

export function isModifier(word: string): boolean {
  return titleModifiers.has(word.toLowerCase());
}

/** A title behind a name or by itself, with the organisation it holds. */
export function readTitle(text: string, authority: Authority): Title {
  const words = text.split(/\s+/);
  const front = leading(words, authority);
  if (front && hasTitle(front.rest)) return { title: titleCase(front.rest), organisation: front.organisation };
  const of =
    /^(.+?)\s+(?:of|at|for|bei|von|du|de|der)\s+((?:the\s+)?\p{Lu}.+)$/iu.exec(text) ??
    /^(.+?)\s+(?:of|at|for)\s+(the\s+\p{Lu}.+)$/u.exec(text);
  if (of && hasTitle(of[1]!) && authority.find(of[2]!))
    return { title: titleCase(of[1]!), organisation: authority.find(of[2]!)!.name };
  const back = words
    .slice(0, longestName)
    .findIndex(
      (_, index) =>
        index > 0 &&
        hasTitle(words.slice(0, index).join(' ')) &&
        authority.longestAt(words, index)?.length === words.length - index,
    );
  if (back > 0)
    return {
      title: titleCase(words.slice(0, back).join(' ')),
      organisation: authority.longestAt(words, back)!.organisation.name,
    };
  return splitUnlisted(words) ?? { title: titleCase(text) };
}

/** A known organisation in front: "AP Sports Writer", "dpa-Korrespondent". */
function leading(
  words: readonly string[],
  authority: Authority,
): { readonly organisation: string; readonly rest: string } | undefined {
  const hyphen = /^(\p{L}{2,})-(\p{L}+)$/u.exec(words[0]!);
  if (hyphen && authority.find(hyphen[1]!) && hasTitle(hyphen[2]!))
    return { organisation: authority.find(hyphen[1]!)!.name, rest: [hyphen[2]!, ...words.slice(1)].join(' ') };
  const found = authority.longestAt(words, 0);
  if (!found || found.length === words.length) return undefined;
  // "ITV News Wales Editor" edits Wales for ITV: a bare "Editor" takes a word back from a longer name of another branch.
  const shorter = isHead(words[found.length]!) ? authority.longestAt(words.slice(0, found.length - 1), 0) : undefined;
  const { organisation, length } = shorter && shorter.organisation.name !== found.organisation.name ? shorter : found;
  return { organisation: organisation.name, rest: words.slice(length).join(' ') };
}

/** "Harbour Wire Business Writer", "Sahel News Health Editor": what stands before the title and has an organisation's word in it is one, listed or not. */
function splitUnlisted(words: readonly string[]): Title | undefined {
  let from = words.findIndex(isHead);
  const head = from;
  while (
    from > 0 &&
    !(
      from < head &&
      /^(?:news|media|radio|tv)$/i.test(words[from - 1]!) &&
      from > 1 &&
      !isModifier(words[from - 2]!)
    ) &&
    (isModifier(words[from - 1]!) ||
      /^(?:and|&)$/.test(words[from - 1]!) ||
      /^city hall$/i.test(words.slice(from - 2, from).join(' ')))
  )
    from -= 1;
  const organisation = words.slice(0, from).join(' ');
  return from > 1 && hasOrganisationWord(organisation)
    ? { title: titleCase(words.slice(from).join(' ')), organisation }
    : undefined;
}

/** Titles in capitals get title case; short forms such as UK stay. */
export function titleCase(title: string): string {
  if (title !== title.toUpperCase()) return title;
  return title
    .split(' ')
    .map((word) =>
      /^(?:UK|US|EU|UN|TV|AI|IT|NFL|NBA|MLB|NHL|UFC)$/.test(word)
        ? word
        : word.toLowerCase().replace(/\p{L}/u, (letter) => letter.toUpperCase()),
    )
    .join(' ')
    .replace(/ (?:Of|And|For|The|At|In) /g, (small) => small.toLowerCase());
}

/** In words; behind that neither a title nor an agency is looked for. */
const longestName = 10;

export type Titled = Title & { readonly name: string };

/** A title or an agency behind a name without a comma: "JANE DOE AP Sports Writer". */
export function cutTitle(words: readonly string[], authority: Authority, isAmongPeople = false): Titled | undefined {
  for (let from = 2; from < Math.min(words.length, longestName); from += 1) {
    const known = authority.longestAt(words, from);
    if (!known) continue;
    const behind = words.slice(from).join(' ');
    if (
      from + known.length < words.length &&
      isAbbreviation(words[from]!) &&
      isBranch(behind, authority) &&
      !hasTitle(behind)
    )
      return { name: words.slice(0, from).join(' '), organisation: behind };
    const agency = words.slice(from, from + known.length).join(' ');
    const rest = words.slice(from + known.length).join(' ');
    const isStaff = /^staff$/i.test(rest);
    // In a name all in capitals "ROE" could be anything: only an agency of several words, or one with a title behind it; behind the last of several people one as the house writes it.
    const standsOut =
      known.length > 1 ||
      agency === agency.toUpperCase() ||
      rest !== '' ||
      (agency === known.organisation.name &&
        (nobodysName.has(agency) ||
          (isAmongPeople && known.organisation.settled && !givenNames.has(words[from - 1]!.toLowerCase()))));
    if (!standsOut || (rest !== '' && !isStaff && !hasTitle(rest))) continue;
    return {
      name: words.slice(0, from).join(' '),
      organisation: known.organisation.name,
      ...(rest !== '' && !isStaff && { title: titleCase(rest) }),
    };
  }
  if (!isHead(words.at(-1)!)) return undefined;
  let from = words.length - 1;
  while (from > 2 && isModifier(words[from - 1]!)) from -= 1;
  return from < 2 ? undefined : { name: words.slice(0, from).join(' '), title: titleCase(words.slice(from).join(' ')) };
}

/** A title in front of a name: "AP Sports Writer Jane Doe", "Political Editor Jane Doe". */
export function cutLeadingTitle(text: string, authority: Authority): Titled | undefined {
  const front = leading(text.split(/\s+/), authority);
  const words = (front?.rest ?? text).split(/\s+/);
  const end = words.findIndex((word) => !isHead(word) && !isModifier(word));
  const name = words.slice(0, Math.max(end, 0)).findLastIndex(isHead) + 1;
  const rest = words.slice(name).join(' ');
  if (name < 1 || words.length - name < 2 || !/^\p{Lu}/u.test(rest) || !looksLikeName(rest) || hasTitle(rest))
    return undefined;
  return {
    name: rest,
    title: titleCase(words.slice(0, name).join(' ')),
    ...(front && { organisation: front.organisation }),
  };
}
