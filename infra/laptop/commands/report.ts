// `copytaster report credits [DIR]`: which organisations the authority list does not know and which credits stay doubtful,
// over a folder of uploads or the store of this machine, so that a desk can grow its tables.

import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import type { Authority } from '../../../shared/normalise/authority.ts';
import { isDoubt, readCredit } from '../../../shared/normalise/parse-credit.ts';
import { isRejection } from '../../../shared/outcome.ts';
import { finish, readBytes } from '../../../shared/receive.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { everyStory } from '../../../shared/store/stories.ts';
import type { Story } from '../../../shared/story.ts';
import { openGround } from '../ground.ts';
import { readTables } from './tables.ts';

type ReportOptions = { readonly data: string; readonly config?: string; readonly json?: true };

/** One name and how often it came. */
type Count = { readonly name: string; times: number; readonly example: string };

export function addReport(program: Command): void {
  program
    .command('report')
    .description('counts what the authority list does not know')
    .command('credits')
    .description('unknown organisations and doubtful parties in picture credits, most frequent first')
    .argument('[dir]', 'a folder of uploads; without it the store in the data folder')
    .option('--data <dir>', 'the data folder of npm start', './.data')
    .option('--config <dir>', 'a folder with the desk’s own agencies.tsv and people.tsv')
    .option('--json', 'writes JSON')
    .action(async (folder: string | undefined, { data, config, json }: ReportOptions) => {
      if (folder === undefined && !existsSync(join(data, 'copytaster.sqlite')))
        return usage(`There is no store in ${data}; name a folder of uploads, or the data folder with --data.`);
      const given: string[] = [];
      for await (const story of folder === undefined ? storedStories(data) : storiesIn(folder))
        given.push(...creditsOf(story));
      const report = count(given, readTables(config));
      process.stdout.write(json ? `${JSON.stringify(report)}\n` : tell(report));
    });
}

async function* storedStories(data: string): AsyncGenerator<Story> {
  const { ground, close } = openGround(data, 'http://localhost');
  try {
    yield* everyStory(ground);
  } finally {
    close();
  }
}

async function* storiesIn(folder: string): AsyncGenerator<Story> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const { readings, digest = '' } = await readBytes(
      await readFile(file),
      basename(file),
      undefined,
      defaultSettings.limits,
    );
    for (const reading of readings) {
      const source = { key: file, format: 'report', digest, receivedAt: '1970-01-01T00:00:00.000Z' };
      const finished = isRejection(reading) ? reading : finish(reading, source, 'desk', defaultSettings, 0);
      if (!isRejection(finished)) yield { ...finished.story, version: 1 };
    }
  }
}

function creditsOf({ pictures }: Story): readonly string[] {
  return pictures.map(({ credit }) => credit?.given).filter((given) => given !== undefined);
}

type Report = { readonly credits: number; readonly unknown: readonly Count[]; readonly doubtful: readonly Count[] };

function count(given: readonly string[], authority: Authority): Report {
  const unknown = new Map<string, Count>();
  const doubtful = new Map<string, Count>();
  for (const statement of given) {
    for (const { rule, before } of readCredit(statement, authority).trace) {
      if (isDoubt(rule)) add(doubtful, before, statement);
      else if (rule.startsWith('organisation-by-') && rule !== 'organisation-by-known') add(unknown, before, statement);
    }
  }
  return { credits: given.length, unknown: sorted(unknown), doubtful: sorted(doubtful) };
}

function add(counts: Map<string, Count>, name: string, example: string): void {
  const known = counts.get(name);
  if (known) known.times += 1;
  else counts.set(name, { name, times: 1, example });
}

function sorted(counts: ReadonlyMap<string, Count>): readonly Count[] {
  return [...counts.values()].sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1));
}

function tell({ credits, unknown, doubtful }: Report): string {
  const rows = (counts: readonly Count[]): readonly string[] =>
    counts.map(
      ({ name, times, example }) => `${String(times).padStart(6)}  ${name.padEnd(36)} ${example.replace(/\s+/g, ' ')}`,
    );
  const parts = [
    `${credits} credits, ${unknown.length} organisations not in the authority list, ${doubtful.length} doubtful parties.`,
  ];
  if (unknown.length > 0) parts.push('', 'Organisations not in the list:', ...rows(unknown));
  if (doubtful.length > 0) parts.push('', 'Person or organisation? Nothing tells:', ...rows(doubtful));
  return `${parts.join('\n')}\n`;
}

function usage(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
