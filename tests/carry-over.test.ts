// Stories exported from one stage and imported into another: nothing is lost, nothing newer is replaced.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportStories, importStory } from '../shared/carry-over.ts';
import type { Ground } from '../shared/ground.ts';
import { release } from '../lambdas/release.ts';
import { serve } from '../lambdas/serve.ts';
import type { Head } from '../shared/store/stories.ts';
import { readHead } from '../shared/store/stories.ts';
import type { Story } from '../shared/story.ts';
import { arbitraryInstant, arbitraryStory } from './arbitrary-story.ts';
import { testGround } from './ground.ts';
import { pngFile } from './picture-files.ts';

async function exported(ground: Ground): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportStories(ground)) lines.push(line);
  return lines.join('');
}

async function imported(ground: Ground, text: string): Promise<readonly unknown[]> {
  const results: unknown[] = [];
  for (const line of text.trimEnd().split('\n')) results.push(await importStory(ground, line));
  return results;
}

async function read(ground: Ground, path: string): Promise<string> {
  const { statusCode, body } = await serve(ground, { rawPath: path, requestContext: { http: { method: 'GET' } } });
  return `${statusCode} ${Buffer.from(body, 'base64').toString('utf8')}`;
}

/** As a table holds it: without what JSON can't say. */
const asStored = (story: Story, number: number): Story =>
  JSON.parse(
    JSON.stringify({ ...story, uri: `urn:story:${number}:${story.uri.toWellFormed()}`, version: number + 1 }),
    (_key, value: unknown) => (value === null ? undefined : value),
  ) as Story;

const arbitraryLine = (number: number): fc.Arbitrary<string> =>
  fc
    .record({
      story: arbitraryStory,
      changedAt: arbitraryInstant,
      channels: fc
        .uniqueArray(fc.constantFrom('all', 'desk/a', 'section/ü', 'embargoed'))
        .map((names) =>
          names.map((name) => ({ name, ...(name !== 'embargoed' && { title: `T ${name}`, description: 'D' }) })),
        ),
      revision: fc.integer({ min: 1, max: 99 }),
    })
    .map(({ story: any, changedAt, channels, revision }) => {
      const story = asStored(any, number);
      const { uri, version, status, firstCreatedAt, versionCreatedAt, source } = story;
      const head: Head = {
        uri,
        version,
        status,
        desk: 'a',
        revision,
        order: { versionCreatedAt, receivedAt: source.receivedAt, key: source.key, part: 0 },
        contentDigest: '0'.repeat(64),
        firstCreatedAt,
        changedAt,
      };
      return JSON.stringify({ x_copytaster: { head, story, channels } });
    });

describe('an export', () => {
  it('imported into an empty stage and exported again is the same bytes, whatever the stories', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(arbitraryLine(0), arbitraryLine(1), arbitraryLine(2)), async (lines) => {
        using first = testGround();
        using second = testGround();
        expect(await imported(first.ground, lines.join('\n'))).toEqual(['stored', 'stored', 'stored']);
        const once = await exported(first.ground);
        expect(await imported(second.ground, once)).toEqual(['stored', 'stored', 'stored']);
        expect(await exported(second.ground)).toBe(once);
        expect(await imported(second.ground, once)).toEqual(['unchanged', 'unchanged', 'unchanged']);
        expect(await exported(second.ground)).toBe(once);
        // Nothing is lost but the text of the killed.
        for (const line of lines) {
          const { story } = (JSON.parse(line) as { x_copytaster: { story: Story } }).x_copytaster;
          const carried = once
            .split('\n')
            .filter(Boolean)
            .map((each) => (JSON.parse(each) as { x_copytaster: { story: Story } }).x_copytaster.story)
            .find(({ uri }) => uri === story.uri);
          if (story.status !== 'canceled') expect(JSON.stringify(carried)).toBe(JSON.stringify(story));
          else expect(carried).toMatchObject({ body: [], pictures: [], notes: [], headline: story.headline });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives the other stage the same feeds but for host names, with every state a story can be in', async () => {
    using first = testGround();
    using second = testGround({ site: { ...first.ground.settings.site, publicUrl: 'https://other.example.org' } });
    await first.upload(
      'desk/plain.txt',
      'Section: Sport\nHeadline: Apples\n\nBy JANE DOE\n\nApples fell.\n\nA tree. (Photo by JANE ROE/AFP)\n',
    );
    await first.upload('desk/killed.txt', 'Section: Sport\nHeadline: Pears\n\nSecret pears.');
    await first.upload('desk/held.txt', 'Status: withheld\nHeadline: Plums\n\nPlums.');
    await first.upload('desk/embargo.txt', 'Embargo: 2026-11-25T09:00:00Z\nHeadline: Cherries\n\nCherries.');
    await first.settle();
    first.setClock('2026-11-24T11:00:00.000Z');
    await first.upload('desk/killed.txt', 'Status: canceled\nHeadline: Pears\n\n');
    await first.upload(
      'desk/plain.txt',
      'Section: Culture\nCorrection: It was two apples.\nHeadline: Two Apples\n\nBy JANE DOE\n\nTwo apples fell.',
    );
    await first.settle();
    const text = await exported(first.ground);
    expect(text.split('\n')).toHaveLength(5);
    expect(text).not.toContain('Secret pears');
    second.setClock('2026-11-24T12:00:00.000Z');
    expect(await imported(second.ground, text)).toEqual(['stored', 'stored', 'stored', 'stored']);
    await second.settle();
    const pages = ['all', 'desk/desk', 'section/sport', 'section/culture', 'language/en'].flatMap((channel) =>
      ['rss', 'atom', 'json', 'newsml', 'ninjs'].map((format) => `/feeds/${channel}.${format}`),
    );
    for (const page of [...pages, '/feeds/all.atom?day=2026-11-24'])
      expect(await read(second.ground, page)).toBe(
        (await read(first.ground, page))
          .replaceAll('http://localhost:8080', 'https://other.example.org')
          .replaceAll('localhost:8080', 'other.example.org'),
      );
    expect(await read(second.ground, '/feeds/all.rss')).toMatch(/^200 [^]*Two Apples/);
    expect(await read(second.ground, '/feeds/all.rss')).not.toContain('Cherries');
    second.setClock('2026-11-25T09:00:00.000Z');
    await release(second.ground);
    await second.settle();
    expect(await read(second.ground, '/feeds/all.rss')).toContain('Cherries');
  });

  it('never replaces what is newer, and does not revive what was killed', async () => {
    using test = testGround();
    using other = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
    const old = await exported(test.ground);
    await test.upload('desk/a.txt', 'Headline: More Apples\n\nApples.');
    const newer = await exported(test.ground);
    expect(await imported(test.ground, old)).toEqual(['superseded']);
    expect(await exported(test.ground)).toBe(newer);
    // The other way round it is the next version.
    expect(await imported(other.ground, old)).toEqual(['stored']);
    expect(await imported(other.ground, newer)).toEqual(['stored']);
    expect(await exported(other.ground)).toBe(newer);
    await test.upload('desk/a.txt', 'Status: canceled\nHeadline: Apples\n\n');
    expect(await imported(test.ground, newer)).toEqual(['superseded']);
    const { uri } = (JSON.parse(old) as { x_copytaster: { story: Story } }).x_copytaster.story;
    expect((await readHead(test.ground.table, uri))?.status).toBe('canceled');
    expect(await imported(test.ground, old.replace('"desk":"desk"', '"desk":"thief"'))).toEqual([
      { refused: expect.stringContaining('belongs to the desk desk') as string },
    ]);
  });

  it('comes to the same when an import breaks down anywhere and is done again', async () => {
    using first = testGround();
    await first.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
    await first.settle();
    const text = await exported(first.ground);
    for (let at = 1; at < 12; at += 1) {
      using second = testGround();
      let calls = 0;
      const broken = new Proxy(second.ground.table, {
        get:
          (target, name) =>
          (...words: readonly unknown[]) => {
            if ((calls += 1) === at) throw new Error('broken');
            return (target as unknown as Record<PropertyKey, (...given: readonly unknown[]) => unknown>)[name]!(
              ...words,
            );
          },
      });
      await imported({ ...second.ground, table: broken }, text).catch(() => undefined);
      await imported(second.ground, text);
      expect(
        (JSON.parse(await exported(second.ground)) as { x_copytaster: { story: Story } }).x_copytaster.story,
      ).toEqual((JSON.parse(text) as { x_copytaster: { story: Story } }).x_copytaster.story);
    }
  });

  it('refuses lines that would stop a publisher', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
    const line = JSON.parse(await exported(test.ground)) as {
      x_copytaster: { story: Record<string, unknown>; head: Record<string, unknown> };
    };
    const wrong = (change: (carried: typeof line.x_copytaster) => void): string => {
      const copy = structuredClone(line);
      change(copy.x_copytaster);
      return JSON.stringify(copy);
    };
    using other = testGround();
    const lines = [
      'nonsense',
      'null',
      '"text"',
      '{"x_copytaster":null}',
      wrong(({ story }) => void (story['body'] = 'text')),
      wrong(({ story }) => void (story['pictures'] = [null])),
      wrong(({ story }) => delete story['subjects']),
      wrong(({ story, head }) => void (story['uri'] = head['uri'] = 'urn:\ud800')),
      wrong(({ story }) => void (story['version'] = 7)),
      wrong(({ head }) => void (head['revision'] = '1')),
      wrong(({ head }) => void (head['extra'] = 1)),
      wrong(({ story }) => void (story['embargoedUntil'] = 'soon')),
    ];
    for (const each of lines)
      expect(await importStory(other.ground, each)).toEqual({ refused: expect.any(String) as string });
    expect(await exported(other.ground)).toBe('');
  });
});

describe('pictures', () => {
  it('are carried by their originals, and only where the bytes are what the name says', async () => {
    using first = testGround();
    using second = testGround();
    using folder = testGround();
    const picture = pngFile(8, 8, () => [200, 20, 20]);
    await first.upload('desk/ferry.png', picture);
    await first.upload(
      'desk/ferry.txt',
      'Ferries stop as storm nears\n\nThe harbour closed at noon.\n\n[Image: ferry.png]\n\nNo ferry left.\n',
    );
    const lines: string[] = [];
    for await (const line of exportStories(first.ground, folder.ground.media)) lines.push(line);
    const { keys } = await folder.ground.media.list('');
    expect(keys).toMatchObject([
      { key: expect.stringMatching(/^original\/[0-9a-f]{64}\.png$/) as string, bytes: picture.length },
    ]);
    const { key } = keys[0]!;
    await folder.ground.media.put(key, new Uint8Array([1]), { mediaType: 'image/png' });
    for (const line of lines) expect(await importStory(second.ground, line, folder.ground.media)).toBe('stored');
    expect(await second.ground.media.get(key)).toBeUndefined();
    await folder.ground.media.put(key, picture, { mediaType: 'image/png' });
    using third = testGround();
    for (const line of lines) expect(await importStory(third.ground, line, folder.ground.media)).toBe('stored');
    expect(Buffer.from((await third.ground.media.get(key))!.bytes).equals(picture)).toBe(true);
  });
});
