// `copytaster credit` and `copytaster byline`: one statement a line in, one JSON object a line out.

import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { builtInAuthority } from '../../../shared/normalise/authority.ts';
import { parseByline } from '../../../shared/normalise/parse-byline.ts';
import { parseCredit } from '../../../shared/normalise/parse-credit.ts';

type ParsingOptions = { readonly json?: true };

export function addParsing(program: Command): void {
  add(program, 'credit', 'reads picture credits, one a line, and writes what each says as JSON', (text) => parseCredit(text, builtInAuthority));
  add(program, 'byline', 'reads bylines and sign-offs, one a line, and writes what each says as JSON', (text) => parseByline(text, builtInAuthority));
}

function add(program: Command, name: string, description: string, parse: (text: string) => unknown): void {
  program
    .command(name)
    .description(description)
    .option('--json', 'each line is a JSON string, so that a statement may hold line breaks')
    .action(async ({ json }: ParsingOptions) => {
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
        const text = json ? readText(line) : line;
        if (text === undefined) return usage(`Not a JSON string: ${line.slice(0, 80)}`);
        process.stdout.write(`${JSON.stringify(parse(text))}\n`);
      }
    });
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
