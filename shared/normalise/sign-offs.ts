// Who else worked on it, said at the end: "(Reporting by Jane Doe in Tokyo; Editing by E. Eff)" → leaves the body, joins the byline.

import { sliceProse, tidyProse } from '../prose.ts';
import type { Block } from '../story.ts';
import type { Authority } from './authority.ts';
import { isAnnounced } from './byline/statements.ts';
import { joinBylines } from './bylines.ts';
import { parseByline } from './parse-byline.ts';
import { looksLikeName } from './party.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

const work =
  'reporting|additional reporting|writing|written|edit(?:ing|ed)|compiled|compiling|translat(?:ed|ing|ion)|graphics?|photograph(?:y|s)|research|video|produced|production|reportage|' +
  'bericht(?:erstattung)?|redaktion|redigiert|mitarbeit|übersetzt|édité|édition|rédaction|traduit|avec|reportaje|editado|edición|traducido|información|redazione|a cura di|traduzione|edição|reportagem|com reportagem|' +
  'rédigé|écrit|version française|reporte|reportes|redactado|escrito|con reporte|redação|tradotto|scritto|ha collaborato|verslaggeving|bearbeitet|vertaald|översatt|oversatt|napisał|' +
  'with (?:inputs?|files|material) from|mit material von|con información de|com informações d[aeo]|kamera|schnitt|montage|cámara|redigering|rapportering|redigert|redaktør|toimittanut|opracowanie|oprac|redakcja|redigerad|bewerking|redactie';

const bracketed = new RegExp(`^[(\\[]\\s*(?:${work})(?!\\p{L})[^()]*(?:\\([^()]*\\)[^()]*)*[)\\]]\\.?$`, 'iu');
const plain = new RegExp(
  `^(?:story|words|additional reporting|reporting|writing|editing|edited|compiled|translated)\\s+(?:and \\w+ )?by:?\\s+\\p{Lu}`,
  'iu',
);
/** "With files from The Canadian Press", brackets or none. */
const sources =
  /^With (?:inputs?|files|reporting|additional reporting) (?:from|by)(?: (?:and|the|of|in|agencies|wires|\p{Lu}[\p{L}.'’&-]*,?))+$/u;
const agencySignature = /^(?:[A-Z]{2,6}|dpa|[A-Z]{2,6}-[A-Z]{2,6})(?:[\s/][a-z]{2,3}){1,6}$/u;

/** Looks at the last four blocks only: a sign-off closes a story. */
export function liftSignOffs(copy: Copy, { authority, style }: Rules): Copy {
  const { draft } = copy;
  const start = Math.max(draft.body.length - 4, 1);
  const credits = (text: string): boolean => recognises(text) && namesPeople(text, authority);
  const signOffs = new Set(
    draft.body.filter(
      (block, index) =>
        index >= start &&
        block.type === 'paragraph' &&
        (credits(block.text) || (index === draft.body.length - 1 && signs(block.text, authority))),
    ),
  );
  const tail = draft.body
    .slice(start)
    .map(trailing)
    .find((found) => found !== undefined && namesPeople(found, authority));
  const lifted = [
    ...[...signOffs].map((block) => ('text' in block ? block.text : '')),
    ...(tail === undefined ? [] : [tail]),
  ];
  const fields = (draft.signOffs ?? []).filter((text) => text.trim() !== '');
  const given = [...fields.filter(credits), ...lifted];
  // What a format calls a tag line may be any sentence: the story keeps it.
  const sentences = fields.filter((text) => !credits(text)).map((text) => ({ type: 'paragraph', text }) as const);
  if (given.length === 0)
    return sentences.length === 0 ? copy : { ...copy, draft: { ...draft, body: [...draft.body, ...sentences] } };
  const signed = given.map((line) => parseByline(line, authority, style)).reduce(joinBylines);
  const byline = copy.made.byline ? joinBylines(copy.made.byline, signed) : signed;
  const notes = lifted.map((before) => ({
    step: 'sign-offs',
    rule: 'sign-off',
    before,
    text: 'The sign-off was taken out of the body; the people it names stand in the byline.',
  }));
  const body = draft.body
    .filter((block) => !signOffs.has(block))
    .map((block) =>
      tail !== undefined && trailing(block) === tail && block.type === 'paragraph'
        ? { type: 'paragraph' as const, ...tidyProse(sliceProse(block, 0, block.text.length - tail.length)) }
        : block,
    );
  return {
    ...copy,
    draft: { ...draft, body: [...(lifted.length > 0 ? withoutRule(body) : body), ...sentences] },
    made: { ...copy.made, byline },
    notes: [...copy.notes, ...notes],
  };
}

/** The line that set the sign-off apart, "___", closes nothing any more. */
function withoutRule(body: readonly Block[]): readonly Block[] {
  const last = body.findLastIndex((block) => block.type !== 'paragraph' || /[\p{L}\p{N}]/u.test(block.text));
  return body.slice(0, last + 1);
}

const behind = new RegExp(`(?<=[.!?…"”’)]\\s+)\\(\\s*(?:${work})(?!\\p{L})[^()]{2,400}\\)\\.?$`, 'iu');

/** A sign-off behind the last sentence of a paragraph. */
function trailing(block: Block): string | undefined {
  return block.type === 'paragraph' ? behind.exec(block.text.slice(-450))?.[0] : undefined;
}

/** "Anna Berg/TT", "Anna Kowalczyk (PAP)", "The Canadian Press" on the last line. */
const signed =
  /^(?:(?<name>\p{Lu}[\p{L}\p{M}'’.-]+(?:\s+\p{Lu}[\p{L}\p{M}'’.-]+){1,3})\s*(?:\/|,\s|\s-\s|\())?(?<house>\p{L}[\p{L} ]{1,30})\)?$/u;

function signs(text: string, authority: Authority): boolean {
  const { name, house } = signed.exec(text)?.groups ?? {};
  return house !== undefined && authority.find(house) !== undefined && (name !== undefined || house.includes(' '));
}

/** "Associated Press writers Ann Poe in Minneapolis and Jan Rook contributed to this report." */
const contributed =
  /^\p{Lu}[^.!?]{5,300}(?:\b\p{Lu}\.[^.!?]{1,200}){0,4}\bcontributed(?:\s+reporting)?\s+to\s+this\s+(?:report|story|article)\.?$/u;

/** Whether the paragraph says who worked on the story and nothing else. Initials alone ("dpa mk ro") are left where they are. */
function recognises(text: string): boolean {
  if (text.length > 600 || agencySignature.test(text)) return false;
  return (
    bracketed.test(text) ||
    contributed.test(text) ||
    sources.test(text) ||
    (plain.test(text) && text.length < 300 && !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}{3,}/u.test(text))
  );
}

/** "(Writing is hard.)" begins with a word for work and credits nobody. */
function namesPeople(text: string, authority: Authority): boolean {
  return (
    isAnnounced(text) &&
    parseByline(text, authority).people.every(({ name }) => looksLikeName(name) || !/\s/.test(name))
  );
}
