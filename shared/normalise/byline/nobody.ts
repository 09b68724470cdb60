// Words that sign and name nobody: "our foreign staff", "Redacción Internacional", the initials in "jd/ar (AFP, dpa)"; what is left of them is the house's: "Redazione ANSA" → ANSA.

import type { Authority } from '../authority.ts';
import { deskWords, newsroomWords, staffParts, staffTails, staffWords } from './phrases.rules.ts';
import { hasTitle, isBareTitle, isModifier, isTitleOnly } from './titles.ts';

/** "Staff", "our foreign staff", "notre envoyé spécial", "the Tokyo newsroom". */
export function namesNobody(text: string, isWork: boolean): boolean {
  const plain = text.toLowerCase().replace(/[.:]+$/, '');
  if (
    staffWords.has(plain) ||
    /^\p{Lu}[\p{L} .-]{1,40} (?:newsroom|bureau)$/u.test(
      isWork ? text.replace(/\S+$/, (word) => word.toLowerCase()) : text,
    )
  )
    return true;
  const words = plain.replace(/^(?:de|della|dalla|der|la|die|van de) /, '').split(/\s+/);
  if (staffWords.has(words.join(' '))) return true;
  if (isBareTitle(words) || (words.length > 1 && words.every((word) => staffParts.has(word)))) return true;
  if (isDesk(words.join(' '))) return true;
  const [, first = '', rest = ''] =
    /^((?:de |von )?(?:our|the|a|own|unser\p{L}*|notre|nos|nuestr\p{L}+|nostr\p{L}+|noss\p{L}+|onze|vår\p{L}*|vores?)) (.+)$/u.exec(
      plain,
    ) ?? [];
  if (first === '') return false;
  if (isDesk(rest)) return true;
  return (
    (hasTitle(rest.split(' ').at(-1)!) && rest.split(' ').length < 5) ||
    isTitleOnly(rest.split(' ').filter((word) => !staffParts.has(word) && word !== 'own')) ||
    /^(?:[\p{L}-]+\s+){0,2}(?:newsroom|bureau|news ?desk|staff)$/u.test(rest)
  );
}

/** "Redacción Internacional", "Redaktion Wirtschaft" */
function isDesk(text: string): boolean {
  return (
    newsroomWords.test(text) &&
    text
      .replace(newsroomWords, '')
      .split(/\s+/)
      .every((word) => deskWords.has(word.toLowerCase()) || isModifier(word))
  );
}

/** "AFP Staff", "Redazione ANSA", "dpa-Redaktion", "dpa mk": the organisation signs. */
export function signsByStaff(text: string, authority: Authority): ReturnType<Authority['find']> {
  const words = text.replace(/(?<=\p{L})-(?=\p{L}+$)/u, ' ').split(/\s+/);
  const behind = words.findIndex((word) => !staffWords.has(word.toLowerCase()));
  const isSigned = words.length < 6 && words.slice(1).every(isInitials);
  return (
    authority.find(words.join(' ').replace(staffTails, '')) ??
    (behind > 0 ? authority.find(words.slice(behind).join(' ')) : undefined) ??
    (isSigned ? authority.find(words[0]!) : undefined)
  );
}

/** How desks sign for themselves: "jd", "msh", "bur-jd". */
export function isInitials(text: string): boolean {
  return /^\p{Ll}{2,3}(?:-\p{Ll}{2,3})?$/u.test(text);
}
