// Cuts a byline into statements of who did what: "(Reporting by A; Editing by B)" → [author: A], [editor: B].

import { everyMatch } from '../../every-match.ts';
import type { Authority } from '../authority.ts';
import { signsByStaff } from './nobody.ts';
import { isPaperWord } from './papers.ts';
import { hasTitle } from './titles.ts';
import { announcing, announcingWithColon, roleRows, staffWords, textAndPhotos } from './phrases.rules.ts';

export type Statement = {
  /** Absent for the author. */
  readonly role?: string;
  readonly text: string;
  /** The words that said so. */
  readonly announced: string;
};

type Phrase = { readonly phrase: string; readonly role?: string };

const phrases: readonly Phrase[] = [
  ...roleRows.flatMap(({ role, phrases: list }) =>
    list
      .split('|')
      .flatMap(withoutAccents)
      .map((phrase) => ({ phrase, ...(role !== undefined && { role }) })),
  ),
  ...textAndPhotos.map((phrase) => ({ phrase })),
].sort((a, b) => b.phrase.length - a.phrase.length);

/** Many a wire drops them, or writes none on a capital: "Edité par". */
function withoutAccents(phrase: string): readonly string[] {
  if (!/^[\p{Script=Latin}\p{M} ]+$/u.test(phrase)) return [phrase];
  const plain = phrase.normalize('NFD').replace(/\p{M}/gu, '');
  return [...new Set([phrase, plain, plain[0]! + phrase.slice(1)])];
}

const roleOf: ReadonlyMap<string, string | undefined> = new Map(phrases.map(({ phrase, role }) => [phrase, role]));

/** Phrases with a gap: "translated from the Arabic by". */
const patterns = phrases
  .filter(({ phrase }) => phrase.includes('[a-z') || phrase.includes('(?:'))
  .map(({ phrase, role }) => ({ pattern: new RegExp(`^${phrase}$`, 'iu'), role }));

/** Words for work that may stand behind a name in brackets: "Jane Doe (photos)". Titles such as editor are not among them. */
export const nounRoles: ReadonlyMap<string, string | undefined> = new Map(
  phrases
    .filter(
      ({ phrase, role }) =>
        !/\s/.test(phrase) &&
        (role === undefined
          ? /^(?:text|words|texte|texto|testo|tekst|teksti|story|reporting|文|글)$/.test(phrase)
          : /^(?:photographer|graphics|video|camera|video editing|illustration|research)$/.test(role) &&
            !hasTitle(phrase)),
    )
    .map(({ phrase, role }) => [phrase, role]),
);

/** Phrases that end in "by" or its like speak for themselves; the others need a colon. */
const speaksForItself =
  /(?:\s|^)(?:by|from|von|par|por|di|de|da|del|av|af|door|van|cura di|avec|del|to|dell[ao]|dell[’']|der|d[ao]s?|fr[aå]n?|informazioni)$/iu;
const selfStanding = (phrase: string): boolean =>
  speaksForItself.test(phrase) ||
  /^(?:mitarbeit|redigiert|übersetzt|reportage$|version française)/iu.test(phrase) ||
  /\sby$/.test(phrase);
const escapeRegex = (text: string): string =>
  (text.includes('(?:') || text.includes('[a-z') ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).replaceAll(
    '’',
    "['’]",
  );

const spoken = phrases
  .filter(({ phrase }) => selfStanding(phrase))
  .map(({ phrase }) => escapeRegex(phrase))
  .join('|');
const announcedByColon = phrases.map(({ phrase }) => escapeRegex(phrase)).join('|');

/** A statement begins at the start, behind a divider, or behind "and". */
const marker = new RegExp(
  `(^|[;,.(\\[\\n/|]\\s*|\\s(?:and|und|et|y|e|og|och|&|[-–—])\\s+|\\s)(?:(${spoken})(?:\\s*:\\s*|\\s+)(?=\\S)|(${announcedByColon})(?:\\s(?:and|und|et|y|e|og|och|ja|en|i|и)\\s(?:${announcedByColon}))?\\s*[:：／]\\s*)`,
  'giu',
);

/** "Jane Doe contributed to this report." */
const contributed =
  /^(.{3,200}?)\s+(contributed(?:\s+reporting)?(?:\s+to\s+this\s+(?:report|story|article))?(?:\s+from\s+\p{Lu}[\p{L} ]+)?)\.?$/iu;

/** "Compiled by Jane Doe from wire reports" */
const compiledFrom = /^([^]{2,100}?)\s+from\s+([^]+)$/iu;

/** "Texte Luc Morel, photos Anne Petit": a word for text or pictures and a whole name need no colon. */
const withoutColon =
  /(?<=^|[,;/|\n.]\s*)((?:[Tt]exte|[Tt]exto|[Tt]esto|[Tt]eksti?|[Tt]ext|[Pp]hotos?|[Ff]otos?|[Kk]uvat?|[Bb]ild(?:er)?|[Zz]djęcia|[Vv]id[ée]o|Текст|текст|[Фф]ото)) (?=(\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+)\s*(?:$|[,;/|\n.]))/gu;

export function splitStatements(given: string): readonly Statement[] {
  const text = given.replace(withoutColon, (whole, word: string, name: string) =>
    hasTitle(name) ? whole : `${word}: `,
  );
  const other = contributed.exec(text);
  if (other) return [{ role: 'additional reporting', text: other[1]!, announced: other[2]! }];
  const marks = everyMatch(text, marker).filter((match) => stands(match, text));
  const statements: Statement[] = [];
  // The stop behind an initial is the name's: "L.M. avec AFP".
  const firstAt =
    marks[0] === undefined
      ? text.length
      : marks[0].index + (/^\./.test(marks[0][0]) && /(?:^|[\s.])\p{Lu}$/u.test(text.slice(0, marks[0].index)) ? 1 : 0);
  if (text.slice(0, firstAt).trim() !== '') statements.push(...bySemicolon(text.slice(0, firstAt)));
  for (const [index, match] of marks.entries()) {
    const words = (match[2] ?? match[3] ?? '').toLowerCase();
    const role = roleFor(words);
    const content = text.slice(match.index + match[0].length, marks[index + 1]?.index ?? text.length);
    const [, names = content, sources] = (role === 'compiler' && compiledFrom.exec(content)) || [];
    statements.push({ ...(role !== undefined && { role }), text: tidy(names), announced: words });
    if (sources !== undefined) statements.push({ text: tidy(sources), announced: 'from' });
  }
  return statements.filter(({ text: content }) => content !== '');
}

/** Whether every statement says what was done: "(Reporting by A; Editing by B)". */
export function isAnnounced(text: string): boolean {
  const statements = splitStatements(text.replace(/^[(\[]\s*|\s*[)\]]\.?$/g, ''));
  return statements.length > 0 && statements.every(({ announced }) => announced !== '');
}

/** In the middle of a run of words only phrases of two words and more begin a statement: "Jane Doe, video editor" holds none. */
function stands(match: RegExpMatchArray, text: string): boolean {
  const before = match[1] ?? '';
  const words = match[2] ?? match[3] ?? '';
  if (match.index === 0 || /[;(\[\n,.]/.test(before)) return true;
  if (match[3] !== undefined && !/\s/.test(words))
    return /[/|]/.test(before) || nounRoles.has(words.toLowerCase()) || text.slice(0, match.index).trim() === '';
  return (
    /\s/.test(words) &&
    (/\sby$/i.test(words) || match[3] !== undefined || (roleFor(words) !== undefined && speaksForItself.test(words)))
  );
}

function roleFor(words: string): string | undefined {
  const plain = words.replaceAll("'", '’');
  if (roleOf.has(plain) || roleOf.has(words)) return roleOf.get(plain) ?? roleOf.get(words);
  return patterns.find(({ pattern }) => pattern.test(words))?.role;
}

/** Authors before the first marker; ";" and a repeated "By" divide them. */
function bySemicolon(text: string): readonly Statement[] {
  // A contact behind the semicolon belongs to the person before it.
  return text
    .split(/;(?!\s*[\w.+-]*@)|\n(?=\s*(?:by|and by|von|par|por)\s)/iu)
    .map((part) => ({ text: tidy(part), announced: '' }))
    .filter((statement) => statement.text !== '');
}

function tidy(text: string): string {
  return text
    .replace(/^[\s;,.:|/–—-]+|[\s;,:|/–—-]+$/gu, '')
    .replace(/\s+(?:and|und|et|y|e|og|och|with|&)$/iu, '')
    .replace(/^\((?![^)]*\))/u, '')
    .replace(/(?<!\([^()]*)[)\]]+$/u, '')
    .trim();
}

/** "der dpa", "l’AFP" */
export function withoutArticle(text: string): string {
  return text.replace(/^(?:the|der|die|das|la|le|el|il|de|het)\s+|^l['’]/u, '');
}

const opening = new RegExp(
  `^(?:(?:${announcing})(?:\\s*[:：]\\s*|\\s+)|(?:${announcingWithColon})\\s*[:：]\\s*)(?=\\S)`,
  'iu',
);
const openingAlone = new RegExp(`^(?:${announcing})\\s*[:：]?$`, 'iu');

/** "By" and nothing behind it. */
export function onlyAnnounces(text: string): boolean {
  return openingAlone.test(text);
}

/** Takes "By", "Von", "Autor:" off the front; gives back the text where the word belongs to a name: "Avril Doorley", "Di Maggio". */
export function dropAnnouncing(
  text: string,
  authority: Authority,
): { readonly text: string; readonly announced: string } {
  const match = opening.exec(text);
  if (!match) return { text, announced: '' };
  const word = match[0].trim();
  const rest = text.slice(match[0].length);
  const isBy = /^(?:by|from|byline)\b/i.test(word);
  if (
    !isBy &&
    !/[:：]$/u.test(word) &&
    !/\s/.test(rest.trim()) &&
    !/^\p{Lu}{2,}$/u.test(rest.trim()) &&
    !isPaperWord(rest.trim()) &&
    !staffWords.has(rest.trim().toLowerCase()) &&
    !signsByStaff(withoutArticle(rest), authority)
  )
    return { text, announced: '' };
  return { text: rest, announced: word };
}
