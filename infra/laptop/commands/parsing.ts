// `copytaster credit` and `copytaster byline`: one statement a line in, one JSON object a line out, or with --explain the steps that led to it.

import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import type { Authority } from '../../../shared/normalise/authority.ts';
import { readByline } from '../../../shared/normalise/parse-byline.ts';
import type { TraceStep } from '../../../shared/normalise/parse-credit.ts';
import { readCredit } from '../../../shared/normalise/parse-credit.ts';
import { readTables } from './tables.ts';

type ParsingOptions = { readonly json?: true; readonly explain?: true; readonly config?: string };

/** What was read, and how. */
type Explained = { readonly result: { readonly line: string }; readonly trace: readonly TraceStep[] };

export function addParsing(program: Command): void {
  add(program, 'credit', 'reads picture credits, one a line, and writes what each says as JSON', (text, authority) => {
    const { credit, trace } = readCredit(text, authority);
    return { result: credit, trace };
  });
  add(
    program,
    'byline',
    'reads bylines and sign-offs, one a line, and writes what each says as JSON',
    (text, authority) => {
      const { byline, trace } = readByline(text, authority);
      return { result: byline, trace };
    },
  );
}

function add(
  program: Command,
  name: string,
  description: string,
  read: (text: string, authority: Authority) => Explained,
): void {
  program
    .command(name)
    .description(description)
    .option('--json', 'each line is a JSON string, so that a statement may hold line breaks')
    .option('--explain', 'writes the steps of the reading for people instead')
    .option('--config <dir>', 'a folder with the desk’s own agencies.tsv and people.tsv')
    .action(async ({ json, explain, config }: ParsingOptions) => {
      const authority = readTables(config);
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
        const text = json ? readText(line) : line;
        if (text === undefined) return usage(`Not a JSON string: ${line.slice(0, 80)}`);
        const reading = read(text, authority);
        process.stdout.write(explain ? explained(text, reading) : `${JSON.stringify(reading.result)}\n`);
      }
    });
}

const meanings = new Map([
  ['announcing', 'only announces a credit; goes'],
  ['designation', 'says what kind of picture it is'],
  ['no-information', 'names nobody; goes'],
  ['number', 'a number of pictures; goes'],
  ['id', 'an id of a picture; goes'],
  ['rank', 'a military rank; goes'],
  ['honorific', 'an honorific; goes'],
  ['degree', 'a degree; goes'],
  ['usage-note', 'a term of use; stays in the given words'],
  ['licence', 'a licence'],
  ['agency-first', 'the supplier stood first; turned round'],
  ['too-long', 'too long for a statement; left alone'],
  ['role', 'says what they did'],
  ['no-name', 'names nobody; goes'],
  ['person', 'a person'],
  ['organisation', 'an organisation'],
]);

const reasons = new Map([
  ['known', 'the authority list has it'],
  ['account', 'it is an account'],
  ['word', 'a word in it says so'],
  ['abbreviation', 'it is an abbreviation'],
  ['function-word', 'a small word in it says so'],
  ['shape', 'its shape says so'],
  ['nothing', 'nothing decides; left as it came'],
]);

function explained(given: string, { result, trace }: Explained): string {
  const rows = trace.map(({ rule, before, after }) => {
    const [, kind, why] = /^(person|organisation)-by-(.+)$/.exec(rule) ?? [];
    const what =
      kind === undefined
        ? (meanings.get(rule) ?? rule)
        : `${kind === 'person' ? 'a person' : 'an organisation'}: ${reasons.get(why!) ?? why}`;
    return `  ${before.replace(/\s+/g, ' ').padEnd(36)} ${what}${after === undefined ? '' : ` → ${after}`}`;
  });
  return [`${given}`, ...rows, `  = ${result.line === '' ? '(nobody)' : result.line}`, '', ''].join('\n');
}

function readText(line: string): string | undefined {
  try {
    const text: unknown = JSON.parse(line);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

function usage(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
