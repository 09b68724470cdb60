// `npm run conformance`: the corpus served by a running laptop to validators and readers from outside npm, and to those of the tests.
// What is not on this machine is skipped and said to be. `FEED_VALIDATOR=<folder of the W3C feed validator>` adds that one. Exits 1 on any miss.

import { execFile } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import type { RunningLaptop } from '../running-laptop.ts';
import type { Arrived, Feed } from './arrival.ts';
import { losses } from './arrival.ts';
import { corpus } from './corpus.ts';
import { npmReaders } from './npm-readers.ts';
import { feedAddress, languages, serveCorpus } from './served-corpus.ts';

const run = promisify(execFile);
const here = import.meta.dirname;

/** What was looked at and what was wrong with it, or why it was not looked at. */
type Verdict = { readonly checked: string; readonly misses: readonly string[] } | { readonly skipped: string };

type Check = readonly [name: string, check: (served: RunningLaptop) => Promise<Verdict>];

const checks: readonly Check[] = [
  ...npmReaders.flatMap(({ name, reads, read }) =>
    reads.map(
      (feed): Check => [
        `${name}, ${feed}`,
        async ({ url }) =>
          arrivals(feed, async (language) => read(await (await fetch(feedAddress(url, language, feed))).text(), feed)),
      ],
    ),
  ),
  ...(['rss', 'atom'] as const).map(
    (feed): Check => [`python3-feedparser, ${feed}`, (served) => readWithPython(served, feed)],
  ),
  ...(['rss', 'atom'] as const).map((feed): Check => [`newsboat, ${feed}`, (served) => readWithNewsboat(served, feed)]),
  ['xmllint', wellFormed],
  ['W3C feed validator', validate],
];

async function arrivals(feed: Feed, read: (language: string) => Promise<readonly Arrived[]>): Promise<Verdict> {
  const misses: string[] = [];
  let items = 0;
  for (const language of languages()) {
    const arrived = await read(language);
    items += arrived.length;
    misses.push(
      ...losses(
        corpus.filter((piece) => piece.language === language),
        arrived,
        feed,
      ),
    );
  }
  return { checked: `${items} items`, misses };
}

async function readWithPython({ url }: RunningLaptop, feed: Feed): Promise<Verdict> {
  const python = await firstThatRuns(['python3', '/usr/bin/python3'], ['-c', 'import feedparser']);
  if (python === undefined) return { skipped: 'python3-feedparser is not installed' };
  const { stdout } = await run(
    python,
    [join(here, 'python-feedparser.py'), ...languages().map((language) => feedAddress(url, language, feed))],
    { maxBuffer: 1e9 },
  );
  const read = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as readonly Arrived[]);
  return arrivals(feed, async (language) => read[languages().indexOf(language)]!);
}

async function readWithNewsboat({ url, folder }: RunningLaptop, feed: Feed): Promise<Verdict> {
  if ((await firstThatRuns(['newsboat'], ['-v'])) === undefined) return { skipped: 'newsboat is not installed' };
  const [urls, cache, config] = ['urls', 'cache.db', 'config'].map((name) =>
    join(folder, `newsboat-${feed}-${name}`),
  ) as [string, string, string];
  writeFileSync(
    urls,
    `${languages()
      .map((language) => feedAddress(url, language, feed))
      .join('\n')}\n`,
  );
  writeFileSync(config, '');
  await run('newsboat', ['-u', urls, '-c', cache, '-C', config, '-x', 'reload'], {
    env: { ...process.env, HOME: folder, TERM: 'dumb' },
  });
  const database = new DatabaseSync(cache, { readOnly: true });
  const query = database.prepare('SELECT guid, title, author, pubDate, content FROM rss_item WHERE feedurl = ?');
  try {
    return await arrivals(feed, async (language) =>
      query
        .all(feedAddress(url, language, feed))
        .map((row) => ({
          guid: String(row['guid']),
          title: String(row['title']),
          date: new Date(Number(row['pubDate']) * 1000).toISOString(),
          authors: String(row['author']),
          html: String(row['content']),
        })),
    );
  } finally {
    database.close();
  }
}

async function wellFormed(served: RunningLaptop): Promise<Verdict> {
  if ((await firstThatRuns(['xmllint'], ['--version'])) === undefined) return { skipped: 'xmllint is not installed' };
  const files = await save(served, ['rss', 'atom', 'newsml']);
  const said = await run('xmllint', ['--noout', '--huge', ...files]).then(
    () => '',
    ({ stderr }: { readonly stderr: string }) => stderr,
  );
  return { checked: `${files.length} feeds`, misses: said.split('\n').filter(Boolean) };
}

async function validate(served: RunningLaptop): Promise<Verdict> {
  const folder = process.env['FEED_VALIDATOR'];
  if (!folder) return { skipped: 'FEED_VALIDATOR names no folder' };
  const [found] = globSync('{,*/}{,src/}feedvalidator/__init__.py', { cwd: folder });
  if (found === undefined) return { skipped: 'the folder that FEED_VALIDATOR names holds no feedvalidator' };
  const python = await firstThatRuns(
    [join(folder, 'venv/bin/python'), 'python3', '/usr/bin/python3'],
    ['-c', 'import html5lib'],
  );
  if (python === undefined) return { skipped: 'html5lib, which it needs, is not installed' };
  const files = await save(served, ['rss', 'atom']);
  const { stdout } = await run(
    python,
    [join(here, 'w3c-feed-validator.py'), join(folder, dirname(dirname(found))), ...files],
    { maxBuffer: 1e9 },
  );
  const misses = stdout
    .trim()
    .split('\n')
    .flatMap((line, place) => {
      const lines = readFileSync(files[place]!, 'utf8').split('\n');
      return (JSON.parse(line) as readonly string[])
        .filter((event) => !isExcused(event, lines))
        .map((event) => `${files[place]!.slice(served.folder.length + 1)}: ${event}`);
    });
  return { checked: `${files.length} feeds`, misses };
}

/** It does not know tombstones (RFC 6721), and takes a plain summary that talks of `<script>` for markup. */
function isExcused(event: string, lines: readonly string[]): boolean {
  const line = lines[Number(/^line (\d+)/.exec(event)?.[1]) - 1] ?? '';
  return (
    /unknown namespace: http:\/\/purl\.org\/atompub\/tombstones/.test(event) ||
    (/summary should not contain HTML/.test(event) && line.includes('&lt;script&gt;'))
  );
}

/** The feeds as files, for programs that read no addresses. */
async function save({ url, folder }: RunningLaptop, extensions: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const channel of ['all', ...languages().map((language) => `language/${language}`)]) {
    for (const extension of extensions) {
      const response = await fetch(`${url}/feeds/${channel}.${extension}`);
      const file = join(folder, `${channel.replace('/', '-')}.${extension}`);
      writeFileSync(file, await response.text());
      files.push(file);
    }
  }
  return files;
}

async function firstThatRuns(programs: readonly string[], argv: readonly string[]): Promise<string | undefined> {
  for (const program of programs)
    if (
      await run(program, argv).then(
        () => true,
        () => false,
      )
    )
      return program;
  return undefined;
}

await using served = await serveCorpus();
process.stdout.write(`${corpus.length} stories in ${languages().length} languages at ${served.url}\n\n`);
for (const [name, check] of checks) {
  const verdict = await check(served);
  const told =
    'skipped' in verdict
      ? `skipped: ${verdict.skipped}`
      : `${verdict.checked.padEnd(12)} ${verdict.misses.length === 0 ? 'all well' : `${verdict.misses.length} misses`}`;
  process.stdout.write(`  ${name.padEnd(32)} ${told}\n`);
  if ('skipped' in verdict || verdict.misses.length === 0) continue;
  for (const miss of verdict.misses.slice(0, 20)) process.stdout.write(`      ${miss}\n`);
  process.exitCode = 1;
}
