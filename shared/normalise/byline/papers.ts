// Papers, sites and branches that no list has, told by how they are called: "La Voix du Sahel", "Landesspiegel", "CNN Business".

import type { Authority } from '../authority.ts';
import { hasOrganisationWord, isAbbreviation, looksLikeName } from '../party.ts';
import { branchWords, paperCompounds, paperNames } from './phrases.rules.ts';

/** "The 19th", "Il Messaggero del Nord", "La Voix du Sahel": a name of a person may begin with Le, La or El, but says of what only rarely. */
export function beginsLikePaper(text: string): boolean {
  return (
    /^(?:The|Il|Die|Das|Het|Les|Los)\s[\p{L}\d]/u.test(text) ||
    /^(?:Le|La|El|Der|De|O|A|L['’]\p{Lu}\p{L}+)\s.*(?:^|\s)(?:du|de|del|des|do|da|della|von|van)\s/u.test(text)
  );
}

/** A paper or site in one word: "Landesspiegel", "yukonherald.example". */
export function isPaperWord(text: string): boolean {
  return paperCompounds.test(text) || /^(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,}$/u.test(text);
}

/** "The Globe" and "Mail", "The Press" and "Journal": two words that papers go by, under one article. */
export function isPaperOfTwo(before: string, behind: string, authority: Authority): boolean {
  const first = /(?:^|\s)[Tt]he (?:\p{Lu}\p{L}+ )?(\p{Lu}\p{L}+)$/u.exec(before);
  return (
    first !== null &&
    !authority.find(`The ${first[1]!}`) &&
    isPaper(first[1]!) &&
    isPaper(behind.split(/\s+/)[0]!) &&
    !/^\S+\s+\p{Lu}/u.test(behind)
  );
}

function isPaper(word: string): boolean {
  return paperNames.has(word.toLowerCase()) || hasOrganisationWord(word);
}

/** A house the list knows, written as the list has it, and a word for what it does: no name begins so, and "Tass Kowalski" is not TASS. */
export function isBranch(text: string, authority: Authority): boolean {
  const words = text.split(/\s+/);
  const lead = authority.longestAt(words, 0);
  if (!lead || lead.length >= words.length) return false;
  const house = words.slice(0, lead.length).join(' ');
  const rest = words.slice(lead.length);
  if (!rest.every((word) => /^\p{Lu}/u.test(word))) return false;
  if (isAbbreviation(house) && !looksLikeName(rest.join(' '))) return true;
  return (
    (isAbbreviation(house) || house === lead.organisation.name) &&
    rest.some((word) => branchWords.has(word.toLowerCase()))
  );
}
