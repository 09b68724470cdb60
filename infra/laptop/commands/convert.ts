// `copytaster convert --to FORMAT FILE...`: the way in and the way out without a store: files → stories → one document, or one JSON a line.

import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import type { Rejection } from '../../../shared/outcome.ts';
import { isRejection, reject } from '../../../shared/outcome.ts';
import type { Reading } from '../../../shared/parse/parser.ts';
import { takeContents } from '../../../shared/pictures/contents.ts';
import { joinNamedPictures } from '../../../shared/pictures/join-pictures.ts';
import type { Entry, Feed, Format } from '../../../shared/publish/feed.ts';
import { formats } from '../../../shared/publish/formats.ts';
import { finish, readBytes } from '../../../shared/receive.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import type { Story } from '../../../shared/story.ts';

/** One line of output: a story, or the file that was refused. */
type Line =
  | { readonly story: Story }
  | { readonly file: string; readonly rejected: Pick<Rejection, 'code' | 'message'> };

export function addConvert(program: Command): void {
  const names = ['story', ...new Set(formats.flatMap(({ name, extension }) => [nameOnLine(name), extension]))];
  program
    .command('convert')
    .description('reads stories in any format and writes them in another; exit status 3 when some were refused')
    .addOption(new Option('--to <format>', 'the format to write').choices(names).makeOptionMandatory())
    .addArgument(new Argument('<file...>', 'the files to read'))
    .action(async (files: readonly string[], { to }: { readonly to: string }) => {
      const read = (await Promise.all(files.map(readFileReadings))).flat();
      const joined = joinNamedPictures(read.map(({ reading }) => reading));
      const lines = read.map((each, index) => lineOf({ ...each, reading: joined[index]! }));
      const refused = lines.filter((line) => 'rejected' in line);
      process.stdout.write(write(lines, to));
      for (const { file, rejected } of refused)
        process.stderr.write(`${file}: ${rejected.message} (${rejected.code})\n`);
      if (refused.length > 0) process.exitCode = 3;
    });
}

/** One reading of a file: a story or a refusal. */
type FileReading = {
  readonly file: string;
  readonly part: number;
  readonly digest: string;
  readonly receivedAt: string;
  readonly reading: Reading;
};

async function readFileReadings(file: string): Promise<readonly FileReading[]> {
  const found = await Promise.all([readFile(file), stat(file)]).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error)
    return [
      {
        file,
        part: 0,
        digest: '',
        receivedAt: '',
        reading: reject('unreadable', `The file can't be opened (${found.code}).`),
      },
    ];
  const [bytes, { mtime }] = found;
  const { readings, digest = '' } = await readBytes(bytes, basename(file), undefined, defaultSettings.limits);
  // The file's own date stands for the moment it came in, so that the same file always gives the same story.
  return readings.map((reading, part) => ({ file, part, digest, receivedAt: mtime.toISOString(), reading }));
}

function lineOf({ file, part, digest, receivedAt, reading }: FileReading): Line {
  if (isRejection(reading)) return refuse(file, reading);
  const desk = basename(dirname(file)).replace(/^\.*$/, 'desk');
  const { draft } = takeContents(reading);
  const finished = finish(draft, { key: file, format: draft.format, digest, receivedAt }, desk, defaultSettings, part);
  return isRejection(finished)
    ? refuse(file, finished)
    : { story: { ...finished.story, version: finished.givenVersion ?? 1 } };
}

function refuse(file: string, { code, message }: Rejection): Line {
  return { file, rejected: { code, message } };
}

/** `json-feed` → `jsonfeed`. */
function nameOnLine(name: string): string {
  return name.replaceAll('-', '');
}

/** A JSON value a line for `story` and formats without a feed; else one feed of all stories in the order of the files. */
function write(lines: readonly Line[], to: string): string {
  if (to === 'story') return lines.map((line) => `${JSON.stringify('story' in line ? line.story : line)}\n`).join('');
  const format = formats.find(({ name, extension }) => extension === to || nameOnLine(name) === to)!;
  const { site } = defaultSettings;
  if (format.name === 'ninjs')
    return lines
      .map(
        (line) =>
          `${'story' in line ? onOneLine(format.document!(entryOf(line.story), site)) : JSON.stringify(line)}\n`,
      )
      .join('');
  const entries = lines.filter((line) => 'story' in line).map(({ story }) => entryOf(story));
  return document(format, entries);
}

function entryOf(story: Story): Entry {
  return { story, changedAt: story.versionCreatedAt };
}

function onOneLine(json: string): string {
  return JSON.stringify(JSON.parse(json));
}

function document(format: Format, entries: readonly Entry[]): string {
  const { site } = defaultSettings;
  if (!format.feed) return entries.map((entry) => format.document!(entry, site)).join('\n');
  const updatedAt = entries
    .map(({ changedAt }) => changedAt)
    .reduce((newest, at) => (at > newest ? at : newest), new Date(0).toISOString());
  const feed: Feed = {
    site,
    channel: { name: 'all', title: site.title, description: 'Converted stories' },
    entries,
    updatedAt,
  };
  return format.feed(feed);
}
