// The command line as its user types it.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Story } from '../../../shared/story.ts';

const folder = mkdtempSync(join(tmpdir(), 'copytaster-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seed = 'infra/laptop/samples/first/newsflash/russia-japan-missile-tests.txt';

function run(
  words: readonly string[],
  input = '',
): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/laptop/copytaster.ts', ...words], {
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

describe('copytaster convert', { timeout: 20_000 }, () => {
  it('prints one story a line, naming its file', () => {
    const { status, out } = run(['convert', '--to', 'story', seed, seed]);
    const stories = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Story);
    expect(status).toBe(0);
    expect(stories.map(({ source }) => source.key)).toEqual([seed, seed]);
    expect(stories[0]).toMatchObject({ kicker: 'Emergency', language: 'en', version: 1, status: 'usable' });
  });

  it('puts a refusal in the place of a file that can’t be read, and answers 3', () => {
    const blank = join(folder, 'blank.txt');
    writeFileSync(blank, ' \n');
    const { status, out, err } = run(['convert', '--to', 'story', blank, seed, join(folder, 'none.txt')]);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(3);
    expect(lines[0]).toEqual({ file: blank, rejected: { code: 'empty', message: expect.any(String) as string } });
    expect(lines[1]).toMatchObject({ kicker: 'Emergency' });
    expect(lines[2]).toMatchObject({ rejected: { code: 'unreadable' } });
    expect(err).toContain('(empty)');
  });

  it.each([
    ['rss', '<rss '],
    ['newsml', '<newsMessage '],
    ['atom', '<feed '],
    ['jsonfeed', 'https://jsonfeed.org/version/1.1'],
    ['ninjs', '"ninjs"'],
    ['nitf', '<nitf '],
  ])('writes %s, the same bytes every time', (format, sign) => {
    const first = run(['convert', '--to', format, seed]);
    expect(first).toMatchObject({ status: 0, out: expect.stringContaining(sign) as string });
    expect(first.out).toContain('Kuril');
    expect(run(['convert', '--to', format, seed]).out).toBe(first.out);
  });

  it('answers 2 to bad usage', () => {
    expect(run(['convert', '--to', 'pdf', seed]).status).toBe(2);
    expect(run(['convert', seed]).status).toBe(2);
    expect(run(['nonsense']).status).toBe(2);
  });
});

describe('copytaster credit and byline', () => {
  it('read one statement a line', () => {
    const { status, out } = run(['credit'], '(Ministry of Defense of Russia/Newsflash)\nJANE ROE/AFP\n');
    expect(status).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { line: string }).line),
    ).toEqual(['Ministry of Defense of Russia/Newsflash', 'Jane Roe/AFP']);
  });

  it('read JSON strings, so that a statement may hold line breaks', () => {
    const { out } = run(['byline', '--json'], `${JSON.stringify('JANE DOE\nReuters')}\n`);
    expect(JSON.parse(out)).toMatchObject({
      line: 'By Jane Doe',
      people: [{ name: 'Jane Doe', organisation: 'Reuters' }],
    });
    expect(run(['byline', '--json'], 'no json\n').status).toBe(2);
  });
});

describe('copytaster credit --explain and report credits', { timeout: 20_000 }, () => {
  it('tells each step of the reading', () => {
    const { status, out } = run(['credit', '--explain'], 'Mandatory Credit: Photo by Staff Sgt. Jane Roe/U.S. Army\n');
    expect(status).toBe(0);
    expect(out).toMatch(/Jane Roe\s+a person: its shape says so/);
    expect(out).toMatch(/U\.S\. Army\s+an organisation/);
    expect(out).toContain('= Jane Roe/U.S. Army');
  });

  it('counts what the list does not know, until the desk’s table does', () => {
    const uploads = join(folder, 'uploads');
    const config = join(folder, 'config');
    mkdirSync(uploads);
    mkdirSync(config);
    writeFileSync(
      join(uploads, 'a.txt'),
      'Ferries Stop\n\nShips in ice. (Jane Roe/Quillfeather Press)\n\nThe harbour closed at noon on Tuesday.\n',
    );
    writeFileSync(join(config, 'agencies.tsv'), 'Quillfeather\tQuillfeather Press\tagency\t\n\tnone\tagency\t\n');
    expect(run(['report', 'credits', uploads]).out).toMatch(
      /1 credits, 1 organisations not in the authority list, 0 doubtful parties\.[^]*1 {2}Quillfeather Press/,
    );
    const known = run(['report', 'credits', uploads, '--config', config]);
    expect(known.out).toContain('0 organisations not in the authority list');
    expect(known.err).toContain('agencies.tsv, line 2 skipped');
  });

  it('says in one line that there is no store', () => {
    const { status, err } = run(['report', 'credits', '--data', join(folder, 'nowhere')]);
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('copytaster partners', { timeout: 30_000 }, () => {
  const partners = (...words: readonly string[]): ReturnType<typeof run> =>
    run(['partners', ...words, '--data', folder]);

  it('adds, lists and rotates, and refuses in one line what would never open anything', () => {
    writeFileSync(join(folder, 'copytaster.sqlite'), '');
    expect(partners('add', 'herald', '--channels', 'all', '--formats', 'rss,newsml').out).toMatch(/^ct_[\w-]{43}\n$/);
    expect(partners('rotate', 'herald').out).toMatch(/^ct_/);
    expect(partners('list').out).toMatch(/^herald +partner +all +rss,newsml, 2 keys\n$/);
    expect(partners('usage', 'herald').out).toBe('herald has pulled nothing yet.\n');
    for (const [words, says] of [
      [['add', 'herald', '--channels', 'all'], 'There is a herald already; rotate its key, or revoke it first.\n'],
      [
        ['add', 'gazette', '--channels', 'all', '--formats', 'rss,rsss'],
        'There is no format rsss; there are rss, atom, json, newsml, ninjs, nitf, html, sitemap.\n',
      ],
      [['add', 'gazette'], 'Say which channels it may read: --channels all,section/*\n'],
      [['usage', 'gazette'], 'There is no partner gazette.\n'],
    ] as const)
      expect(partners(...words)).toEqual({ status: 2, out: '', err: says });
  });
});
