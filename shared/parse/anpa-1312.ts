// ANPA 1312, the teleprinter format of AP, Kyodo, AAP and US papers: SYN SYN SOH, two header lines, STX text, ETX date, EOT.
// "r a BC-US--Ethanol-LosingGra 1stLd-Writethru 11-13 1693" / "^Prairies vanish in the US push for green energy<" … → urgency 4, category a, take key, headline, byline, text.

import type { Draft } from '../draft.ts';
import type { Concept, Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { headlineOfAlert, headlineOfTable, liftUnbracketed } from './anpa-1312/dateline.ts';
import { readAnpaFoot, takeEditorsNotes } from './anpa-1312/foot.ts';
import { readMarkedHead, readPlainHead } from './anpa-1312/head-lines.ts';
import type { Head } from './anpa-1312/head-lines.ts';
import { isStoryNumber, readStoryHeader, readTrailer } from './anpa-1312/header.ts';
import type { StoryHeader } from './anpa-1312/header.ts';
import { isKeywordLine, keywordOf, readKeywordLine, readSlugAndTake } from './anpa-1312/keyword-line.ts';
import type { KeywordLine } from './anpa-1312/keyword-line.ts';
import { categories, priorities, sports } from './anpa-1312/priorities.rules.ts';
import { unmarked } from './anpa-1312/signs.ts';
import { joinTakes } from './anpa-1312/takes.ts';
import type { Take } from './anpa-1312/takes.ts';
import { readText } from './anpa-1312/text.ts';
import { readZczc, recognisesZczc } from './anpa-1312/zczc.ts';
import { defined } from './body.ts';
import { readWireText } from './iptc-7901/charset.ts';
import type { Parser, Readings } from './parser.ts';

export const anpa1312: Parser = { format: 'anpa-1312', recognises, parse };

function recognises({ bytes }: Upload): boolean {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 3000)).replace(/\r+\n|\r/g, '\n');
  return headerAt(start.split('\n')) !== undefined || recognisesZczc(start);
}

type HeaderAt = { readonly header: StoryHeader; readonly index: number };

/** The second header line, with the story number on the line above it, within the first lines. */
function headerAt(lines: readonly string[]): HeaderAt | undefined {
  for (let index = 1; index < Math.min(lines.length, 8); index += 1) {
    const header = readStoryHeader(lines[index]!);
    if (header && (isStoryNumber(lines[index - 1]!) || /[\u0001\u0016]/.test(lines[index - 1]!)))
      return { header, index };
  }
  return undefined;
}

function parse(upload: Upload): Readings {
  const { text, notes } = readWireText(upload);
  if (headerAt(text.slice(0, 3000).split('\n')) === undefined) return readZczc(text, notes);
  const parts = text.split(/\u0004|(?=\u0016+\u0001)/).filter((part) => headerAt(part.split('\n', 40)) !== undefined);
  return joinTakes((parts.length > 0 ? parts : [text]).map((part) => readStory(part, notes)));
}

type Frame = { readonly header?: StoryHeader; readonly text: readonly string[]; readonly below: string };

/** What stands between STX and ETX, without the controls that say nothing there, and what stands behind ETX. */
function frameOf(part: string): Frame {
  const lines = part.split('\n');
  const at = headerAt(lines);
  const rest = lines.slice(at === undefined ? 0 : at.index + 1).join('\n');
  const opened = rest.slice(rest.indexOf('\u0002') + 1);
  const end = opened.indexOf('\u0003');
  const text = (end < 0 ? opened : opened.slice(0, end))
    .replace(/[\u0000-\u0007\u000B-\u000F\u0011-\u001D\u007F]+/g, '')
    .split('\n');
  return { ...(at && { header: at.header }), text, below: end < 0 ? '' : opened.slice(end + 1) };
}

function readStory(part: string, notes: readonly Note[]): Take {
  const { header, text: framed, below } = frameOf(part);
  const trailer = readTrailer(below);
  const foot = readAnpaFoot(framed);
  const { keyword, head } = readTop(foot.lines, header);
  const text = takeEditorsNotes(head.text);
  const filed = liftUnbracketed(readText(text.lines, header?.format ?? 'text'));
  const alert =
    head.headline === undefined
      ? header?.format === 'tabular'
        ? headlineOfTable(keyword?.slugline)
        : headlineOfAlert(filed.body)
      : undefined;
  const draft = defined<Draft>({
    format: 'anpa-1312',
    status: keyword?.signal === 'kill' ? 'canceled' : undefined,
    signal: keyword?.signal,
    language: trailer.language,
    headline: head.headline ?? alert,
    slugline: keyword?.slugline,
    standfirst: head.standfirst,
    takeKey: keyword?.takeKey,
    bylines: head.bylines,
    dateline: filed.dateline,
    body: filed.body,
    pictures: [],
    subjects: header && subjectsOf(header),
    urgency: header && priorities.get(header.priority),
    edNotes: [...head.edNotes, ...text.edNotes, ...foot.edNotes],
    copyrightNotice: foot.copyrightNotice,
    versionCreated: trailer.versionCreated,
    embargo: head.embargo,
    provider: trailer.provider ?? foot.provider ?? filed.agency,
    notes:
      alert === undefined
        ? notes
        : [
            ...notes,
            {
              step: 'parse',
              rule: 'no-headline',
              after: alert,
              text: 'The story came without a headline; its first words, or those of the slug, head it.',
            },
          ],
  });
  return { draft, continues: keyword?.continues ?? false, isAlert: alert !== undefined };
}

type Top = { readonly keyword?: KeywordLine; readonly head: Head };

/** AP and Kyodo put the keyword line above the headline, AAP below it. */
function readTop(lines: readonly string[], header: StoryHeader | undefined): Top {
  const at = lines.findIndex((line) => unmarked(line) !== '');
  const rest = lines.slice(at + 1);
  const isMarked = lines.slice(at, at + 3).some((line) => line.trimStart().startsWith('^'));
  if (at >= 0 && isKeywordLine(lines[at]!))
    return {
      keyword: readKeywordLine(lines[at]!),
      head: isMarked ? readMarkedHead(rest) : readPlainHead(rest, undefined),
    };
  const fallback = header && keywordOf(header);
  if (isMarked || at < 0 || !header) return { ...(fallback && { keyword: fallback }), head: readMarkedHead(lines) };
  const keyword = readSlugAndTake(rest[0] ?? '', header);
  const head = keyword ? readPlainHead(rest.slice(1), unmarked(lines[at]!)) : readPlainHead(lines, undefined);
  return { keyword: keyword ?? fallback!, head };
}

/** The category, and the sport that AP's slug names: "BC-BKN--Heat-Hawks" → basketball. */
function subjectsOf({ category, keyword }: StoryHeader): readonly Concept[] {
  const sport = sports.get(/^[A-Z]{2}-([A-Z]{3})-/.exec(keyword)?.[1] ?? '');
  return [
    defined<Concept>({ scheme: 'anpa', code: category, name: categories.get(category) }),
    ...(sport ? [{ scheme: 'subj', ...sport }] : []),
  ];
}
