// The pages say what is there: their commands run, their links lead somewhere, and their figures agree. docs/operations.md has a test of its own.

import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { greet } from '../infra/laptop/greeting.ts';
import type { Laptop } from '../infra/laptop/laptop.ts';
import { readOptions } from '../infra/laptop/options.ts';
import project from '../package.json' with { type: 'json' };
import { corpus } from './conformance/corpus.ts';

const pages = new Map(
  ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')].map((file) => [
    file.replaceAll('\\', '/'),
    readFileSync(file, 'utf8'),
  ]),
);
const readme = pages.get('README.md')!;

/** What the program answers to `words`, on the line that a page shows. */
async function copytaster(words: readonly string[], input = ''): Promise<string> {
  const running = promisify(execFile)(process.execPath, ['infra/laptop/copytaster.ts', ...words]);
  running.child.stdin!.end(input);
  return (await running).stdout;
}

/** As GitHub names them: `Rotate partner keys` → `rotate-partner-keys`. */
function anchorsOf(page: string): readonly string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('every page', () => {
  it.each([...pages])('%s links to files and headings that are there', (file, page) => {
    for (const [, target] of page.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [path = '', anchor] = target!.split('#');
      const linked = path === '' ? file : join(dirname(file), path).replaceAll('\\', '/');
      expect(existsSync(linked), `${file} → ${target}`).toBe(true);
      if (anchor !== undefined)
        expect(anchorsOf(readFileSync(linked, 'utf8')), `${file} → ${target}`).toContain(anchor);
    }
  });

  it.each([...pages])('%s names scripts of package.json', (_file, page) => {
    const named = [...page.matchAll(/\bnpm (?:run (?:-s )?([\w-]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short!,
    );
    expect(named.filter((script) => !Object.hasOwn(project.scripts, script))).toEqual([]);
  });

  it('names commands of the command line', async () => {
    const said = await Promise.all([copytaster(['--help']), copytaster(['partners', '--help'])]);
    const [commands, ofPartners] = said.map((help) =>
      [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name]) => name!),
    );
    for (const [file, page] of pages) {
      for (const [, words] of page.matchAll(/copytaster -- ([a-z][^\n`]*)/g)) {
        const [command = '', second = ''] = words!.split(' ');
        expect(commands, `${file}: ${words}`).toContain(command);
        if (command === 'partners')
          for (const each of second.split('|')) expect(ofPartners, `${file}: ${words}`).toContain(each);
      }
    }
  });
});

describe('README.md', () => {
  it('shows what the terminal shows when the service is up', () => {
    const shown = /^```\n(Copytaster is running[^]*?)^```$/m.exec(readme)![1]!;
    expect(greet(readOptions([]), { url: 'http://localhost:8080' } as Laptop)).toContain(shown);
  });

  it.each(
    [...readme.matchAll(/^\$ echo "([^"]+)" \| npm run -s copytaster -- (credit|byline)\n(\{.+\})$/gm)].map(
      ([, given, command, printed]) => [command!, given!, printed!],
    ),
  )('shows what %s makes of %j', async (command, given, printed) => {
    expect(await copytaster([command], `${given}\n`)).toBe(`${printed}\n`);
  });

  it('names formats that convert writes', async () => {
    const named = /convert --to ([\w|]+) FILE/.exec(readme)![1]!.split('|');
    const help = (await copytaster(['convert', '--help'])).replaceAll(/\s+/g, ' ');
    for (const format of named) expect(help).toContain(`"${format}"`);
  });

  it('quotes the bills of docs/cost.md', () => {
    const totals = /^\| \*\*total\*\* \|(.+)\|$/m
      .exec(pages.get('docs/cost.md')!)![1]!
      .split('|')
      .map((cell) => cell.replaceAll(/[* ]/g, ''));
    const quoted = [...readme.matchAll(/^\| (?:small desk|national agency|large) \|.*\| ([\d,]+) \|$/gm)].map(
      ([, usd]) => usd!,
    );
    expect(quoted).toEqual(totals);
  });

  it('counts the stories of the conformance corpus and their languages', () => {
    const [, stories, languages] = /serves (\d+) invented stories in (\d+) languages/.exec(readme)!;
    expect([Number(stories), Number(languages)]).toEqual([
      corpus.length,
      new Set(corpus.map(({ language }) => language)).size,
    ]);
    expect(pages.get('CONTRIBUTING.md')).toContain(`over ${stories} invented stories`);
  });
});
