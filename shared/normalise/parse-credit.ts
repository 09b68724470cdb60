// Reads a picture credit: "(Photo by JANE ROE/AFP via Getty Images)" → people [Jane Roe], organisations [AFP, Getty Images], line "Jane Roe/AFP/Getty Images".
// Cut into tokens, stripped of what is no name, judged party by party, put into order, joined.

import { decodeHTMLStrict } from 'entities';
import type { Credit, Note } from '../story.ts';
import type { Authority } from './authority.ts';
import { takeLicence } from './credit/licences.ts';
import { noInformation, usageNotes, usageWords } from './credit/phrases.rules.ts';
import { readParties } from './credit/parties.ts';
import type { CreditParty, ReadParties } from './credit/parties.ts';
import { tokenise } from './credit/tokens.ts';
import { creditLine, defaultStyle, houseInitials } from './house-style.ts';
import type { HouseStyle } from './house-style.ts';
import { remember, rememberForBoth } from '../remember.ts';

/** What was done to a credit, in order. */
export type TraceStep = { readonly rule: string; readonly before: string; readonly after?: string };

export type ReadCredit = {
  readonly credit: Credit;
  readonly trace: readonly TraceStep[];
  readonly notes: readonly Note[];
};

/** Longer text is no credit line; it is left alone. */
const longest = 1000;

/** Reads one credit statement. Pure; never throws; text without information gives an empty line. */
export function parseCredit(given: string, authority: Authority, style: HouseStyle = defaultStyle): Credit {
  return readCredit(given, authority, style).credit;
}

/** The same with every step it took, so that a desk can ask why. A picture desk credits a whole series alike: each credit is read once. */
export function readCredit(given: string, authority: Authority, style: HouseStyle = defaultStyle): ReadCredit {
  return readOnce(given, authority, style);
}

const readOnce = rememberForBoth(read);

function read(given: string, authority: Authority, style: HouseStyle): ReadCredit {
  if (given.length > longest) return leaveAlone(given);
  const trace: TraceStep[] = [];
  const opened = unwrap(clean(given));
  if (noInformation.has(opened.toLowerCase()))
    return made({ line: '', people: [], organisations: [], designations: [], given }, [
      { rule: 'no-information', before: given },
    ]);
  const licence = takeLicence(opened);
  if (licence) trace.push({ rule: 'licence', before: licence.words, after: licence.licence });
  const text = cutQualifications(cutUsageNotes(licence?.rest ?? opened, trace), trace);
  const found = readParties(tokenise(text, authority), authority);
  trace.push(...found.gone.map(({ rule, words }) => ({ rule, before: words })));
  const parties = folded(inOrder(once(found.parties), authority, trace), authority);
  const people = parties.filter(({ kind }) => kind === 'person').map(({ name }) => houseInitials(name, style));
  const organisations = parties.filter(({ kind }) => kind === 'organisation');
  const designations = [...new Set(found.designations)].sort();
  for (const { kind, name, why } of parties) trace.push({ rule: `${kind}-by-${why}`, before: name });
  const client = organisations.find((party) => party.for !== undefined)?.for;
  const copyright = copyrightOf(found);
  const chain = organisations.map(({ name, for: forWhom }) =>
    forWhom === undefined ? name : `${name} for ${forWhom}`,
  );
  const line = creditLine(
    { people, organisations: chain, designations, lastDesignation: found.designations.at(-1) },
    style,
  );
  return made(
    {
      line,
      people,
      organisations: organisations.map(({ name }) => name),
      ...(client !== undefined && { for: client }),
      designations,
      ...(copyright && { copyright }),
      ...(licence && { licence: licence.licence }),
      given,
    },
    trace,
  );
}

function leaveAlone(given: string): ReadCredit {
  const line = given.slice(0, longest).replace(/\s+/g, ' ').trim();
  return made({ line, people: [], organisations: [], designations: [], given }, [
    { rule: 'too-long', before: `${given.length} characters` },
  ]);
}

function made(credit: Credit, trace: readonly TraceStep[]): ReadCredit {
  const changed =
    credit.line === credit.given
      ? []
      : [
          {
            step: 'credits',
            rule: changeRule(credit, trace),
            before: credit.given,
            after: credit.line,
            text: explain(credit, trace),
          },
        ];
  const doubts = trace
    .filter(({ rule }) => isDoubt(rule))
    .map(({ before }) => ({
      step: 'credits',
      rule: 'doubtful-party',
      before,
      text: `Nothing tells whether “${before}” is a person or an organisation; it was left as it came.`,
    }));
  return { credit, trace, notes: [...changed, ...doubts] };
}

/** Whether a step of the trace only left a party where it stood. */
export function isDoubt(rule: string): boolean {
  return rule.endsWith('-by-nothing');
}

function changeRule({ line }: Credit, trace: readonly TraceStep[]): string {
  if (line === '') return 'no-information';
  return trace.some(({ rule }) => rule === 'agency-first') ? 'agency-first' : 'credit-line';
}

function explain({ line }: Credit, trace: readonly TraceStep[]): string {
  if (line === '') return 'This credit names nobody.';
  const turned = trace.some(({ rule }) => rule === 'agency-first');
  return turned
    ? 'The supplier stood first; who made the picture now leads the credit.'
    : 'The credit was brought into the house’s form.';
}

/** Nothing to clean: printable ASCII with single spaces within. */
const plainText = /^[!-%'-9;-~]+(?: [!-%'-9;-~]+)*$/;

/** Entities, odd white space and invisible characters, but for the joiners within a word of Hindi or Persian; of a web address its host is left. */
function clean(given: string): string {
  if (plainText.test(given)) return given;
  const resolved = given.includes('&') ? decodeHTMLStrict(given) : given;
  const visible = /^[\x20-\x7E]*$/.test(resolved)
    ? resolved
    : resolved.replace(
        /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]|(?<![\p{L}\p{M}])[\u200C\u200D]|[\u200C\u200D](?!\p{L})/gu,
        '',
      );
  const hosts = visible.includes('://')
    ? visible.replace(/https?:\/\/(?!(?:www\.)?creativecommons\.org\/)(?:www\.)?([^\s/),;]+)[^\s),;]*/gi, '$1')
    : visible;
  return hosts
    .replace(/[^\S\n]+/gu, ' ')
    .trim()
    .replace(/\s*\n\s*/g, '\n');
}

/** Brackets and quotation marks around the whole. */
function unwrap(text: string): string {
  if (!/^[([{<"“'‘«【（]|[)\]】）]\.?$/u.test(text)) return text;
  const match = /^[(\[{<"“'‘«【（]\s*([^]*?)\s*[)\]}>"”'’»】）]\.?$/u.exec(text);
  if (!match || /[)\]】）]\s*[^]*[(\[【（]/u.test(match[1]!))
    return text.replace(/^\((?![^)]*\))|(?<!\([^(]*)\)$/gu, '').trim();
  return unwrap(match[1]!);
}

function cutUsageNotes(text: string, trace: TraceStep[]): string {
  if (!usageWords.test(text)) return text;
  return usageNotes.reduce(
    (rest, pattern) =>
      rest.replace(pattern, (words) => {
        if (words.trim() === '') return words;
        trace.push({ rule: 'usage-note', before: words.trim() });
        return ' / ';
      }),
    text,
  );
}

/** "1st Class (SW/AW)": what a sailor is qualified for. */
function cutQualifications(text: string, trace: TraceStep[]): string {
  if (!/class\s*\(/i.test(text)) return text;
  return text.replace(/(?<=\bclass)\s*\([A-Z]{2,4}(?:\/[A-Z]{2,4}){0,3}\)/i, (words) => {
    trace.push({ rule: 'rank', before: words.trim() });
    return '';
  });
}

/**
 * Written order runs from origin to supplier, except where an agency, stock house or platform stands first and what stands last is none:
 * then the organisations turn round.
 */
function inOrder(parties: readonly CreditParty[], authority: Authority, trace: TraceStep[]): readonly CreditParty[] {
  const [first, last] = [parties[0], parties.at(-1)];
  if (parties.length < 2 || !supplies(first!) || !isOrigin(last!)) return parties;
  const turned = parties.filter(({ kind }) => kind === 'organisation').reverse();
  // "EFE/EPA/Jane Roe": turned round it would read as the one name "EPA/EFE".
  if (turned.some(({ name }, index) => index > 0 && authority.find(`${turned[index - 1]!.name}/${name}`)))
    return parties;
  trace.push({ rule: 'agency-first', before: parties.map(({ name }) => name).join('/') });
  return [...parties.filter(({ kind }) => kind === 'person'), ...turned];
}

/** "EPA, EFE": neighbours whose names together are one name of the list would be read as that the next time, so they are now. */
function folded(parties: readonly CreditParty[], authority: Authority): readonly CreditParty[] {
  const at = parties.findIndex(
    (party, index) =>
      party.organisation &&
      !party.for &&
      parties[index + 1]?.organisation &&
      authority.find(`${party.name}/${parties[index + 1]!.name}`),
  );
  if (at < 0) return parties;
  const whole = authority.find(`${parties[at]!.name}/${parties[at + 1]!.name}`)!;
  return folded(
    [...parties.slice(0, at), { ...parties[at]!, name: whole.name, organisation: whole }, ...parties.slice(at + 2)],
    authority,
  );
}

const suppliers = new Set(['agency', 'stock', 'social']);

function supplies({ organisation }: CreditParty): boolean {
  return organisation !== undefined && suppliers.has(organisation.kind);
}

/** A person, or an organisation that is surely one and supplies nothing. */
function isOrigin(party: CreditParty): boolean {
  if (party.kind === 'person') return true;
  return (
    !supplies(party) &&
    party.why !== 'nothing' &&
    party.why !== 'shape' &&
    !/^\S*(?:foto|photo|pix|images|press|wire)$/iu.test(party.name)
  );
}

/** Everyone once; people first. */
function once(parties: readonly CreditParty[]): readonly CreditParty[] {
  if (parties.length < 2) return parties;
  const seen = new Set<string>();
  return parties.filter(({ kind, name }) => {
    const key = kind + withoutAccents(name);
    return !seen.has(key) && seen.add(key);
  });
}

const withoutAccents = remember((name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());

/** The first party after the sign; where nothing follows it, the last before. */
function copyrightOf({ parties, holder, years }: ReadParties): Credit['copyright'] {
  const year = years.length > 0 ? Math.max(...years.slice(-1)) : undefined;
  const name = holder === undefined ? undefined : parties[holder]?.name;
  if (name === undefined && year === undefined) return undefined;
  return { ...(name !== undefined && { holder: name }), ...(year !== undefined && { year }) };
}
