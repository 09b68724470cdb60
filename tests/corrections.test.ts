// What a desk corrects by hand stays: over new versions, over replays, beside what the wire said. And originals are read again without raising versions for nothing.

import { describe, expect, it } from 'vitest';
import { serve } from '../lambdas/serve.ts';
import type { HttpResult } from '../lambdas/events.ts';
import { ingest } from '../lambdas/ingest.ts';
import { documentId } from '../shared/publish/document-id.ts';
import { replay } from '../shared/replay.ts';
import { readHead, readStory } from '../shared/store/stories.ts';
import type { Story } from '../shared/story.ts';
import type { TestGround } from './ground.ts';
import { testGround } from './ground.ts';

const uri = 'tag:copytaster.localhost,2026:north/ferries.txt';
const text = (
  headline = 'Ferries Stop Over Storm',
  body = 'The harbour closed at noon on Tuesday, the port authority said.',
): string =>
  `${headline}\n\nBy JANE DOE\n\n${body}\n\nA ferry in port. (Ann Poe/AFP)\n\nNo ship has left since then.\n`;
const quick = { pause: async () => undefined };

async function standing(desk: TestGround): Promise<Story> {
  return readStory(desk.ground, uri, (await readHead(desk.ground.table, uri))!.version);
}

function send(desk: TestGround, method: string, path: string, body?: unknown): Promise<HttpResult> {
  const [rawPath, rawQueryString = ''] = path.split('?');
  return serve(desk.ground, {
    rawPath,
    rawQueryString,
    headers: {},
    requestContext: { http: { method } },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

const json = (result: HttpResult): Record<string, unknown> =>
  JSON.parse(Buffer.from(result.body, 'base64').toString('utf8')) as Record<string, unknown>;
const story = `/stories/${documentId(uri)}`;

async function published(): Promise<TestGround> {
  const desk = testGround();
  await desk.upload('north/ferries.txt', text());
  await desk.settle();
  return desk;
}

describe('a correction by hand', () => {
  it('is taken in, and the next reading of the story carries it, beside what was there', async () => {
    using desk = await published();
    const result = await send(desk, 'PATCH', story, {
      headline: 'Ferries Stop',
      byline: 'By Jane Roe, AP',
      pictures: { 'picture-1': { credit: 'Photo by TOVE LIND/Reuters' } },
    });
    expect(result.statusCode).toBe(202);
    await replay(desk.ground, quick);
    const now = await standing(desk);
    expect(now).toMatchObject({
      version: 2,
      headline: 'Ferries Stop',
      byline: { line: 'By Jane Roe' },
      pictures: [{ credit: { line: 'Tove Lind/Reuters' } }],
    });
    expect(now.notes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          step: 'by-hand',
          rule: 'headline',
          before: 'Ferries Stop Over Storm',
          after: 'Ferries Stop',
        }),
      ]),
    );
  });

  it('stays over the next upload and over replays, until it is taken back', async () => {
    using desk = await published();
    await send(desk, 'PATCH', story, { headline: 'Ferries Stop' });
    await desk.upload(
      'north/ferries.txt',
      text('Ferries Stop Over Great Storm', 'The harbour is still closed, the port authority said.'),
    );
    expect(await standing(desk)).toMatchObject({
      headline: 'Ferries Stop',
      body: [{ text: expect.stringContaining('still closed') as string }, {}, {}],
    });
    await send(desk, 'PATCH', story, { headline: null });
    await replay(desk.ground, quick);
    expect((await standing(desk)).headline).toBe('Ferries Stop Over Great Storm');
  });

  it('passes no newer upload that is on its way', async () => {
    using desk = await published();
    await send(desk, 'PATCH', story, { headline: 'Ferries Stop' });
    const { keys } = await desk.ground.inbox.list('');
    const [order] = keys.filter(({ key }) => key !== 'north/ferries.txt');
    await desk.upload(
      'north/ferries.txt',
      text('Ferries Stop', 'The harbour is still closed, the port authority said.'),
      { sequencer: 'f' },
    );
    await ingest(desk.ground, {
      Records: [
        {
          messageId: '1',
          body: JSON.stringify({
            Records: [{ eventTime: '2026-11-24T11:00:00.000Z', s3: { object: { key: order!.key, sequencer: 'ff' } } }],
          }),
        },
      ],
    });
    expect(await standing(desk)).toMatchObject({
      version: 2,
      headline: 'Ferries Stop',
      body: [{ text: expect.stringContaining('still closed') as string }, {}, {}],
    });
  });

  it('is carried out by its order alone, also where the same copy has come again since', async () => {
    using desk = await published();
    await desk.upload('north/ferries.txt', text());
    await send(desk, 'PATCH', story, { headline: 'Ferries Stop' });
    const [order] = (await desk.ground.inbox.list('')).keys.filter(({ key }) => key !== 'north/ferries.txt');
    await ingest(desk.ground, {
      Records: [
        {
          messageId: '1',
          body: JSON.stringify({
            Records: [{ eventTime: '2026-11-24T11:00:00.000Z', s3: { object: { key: order!.key } } }],
          }),
        },
      ],
    });
    expect(await standing(desk)).toMatchObject({ version: 2, headline: 'Ferries Stop' });
  });

  it('that calls a story usable does not bring back what the wire kills later', async () => {
    using desk = await published();
    await send(desk, 'PATCH', story, { status: 'usable' });
    await desk.upload('north/ferries.txt', 'KILL: The storm was last year.\n');
    expect(await standing(desk)).toMatchObject({ status: 'canceled' });
    await desk.upload('north/ferries.txt', text('Ferries Stop Again'));
    expect(await standing(desk)).toMatchObject({ status: 'usable', headline: 'Ferries Stop Again' });
  });

  it('can kill a story', async () => {
    using desk = await published();
    await send(desk, 'PATCH', story, { status: 'canceled' });
    await replay(desk.ground, quick);
    await desk.settle();
    expect(await standing(desk)).toMatchObject({ status: 'canceled', signal: 'kill', body: [], pictures: [] });
    expect((await send(desk, 'GET', `${story}.html`)).statusCode).toBe(410);
    expect((await send(desk, 'GET', `${story}.html`)).headers['Content-Type']).toBe('text/html; charset=utf-8');
    expect((await send(desk, 'GET', `${story}.newsml`)).headers['Content-Type']).toBe('application/problem+json');
  });

  it.each([
    ['nonsense', /JSON object/],
    [{ colour: 'red' }, /“colour” can’t be corrected/],
    [{ headline: '' }, /must not be empty/],
    [{ status: 'gone' }, /usable, withheld or canceled/],
    [{ headline: 7 }, /must be text/],
    [{ pictures: { a: { href: 'x' } } }, /pictures\.a\.href/],
  ])('%j is refused in words', async (body, message) => {
    using desk = await published();
    const result = await send(desk, 'PATCH', story, body);
    expect(result.statusCode).toBe(400);
    expect(json(result)['detail']).toMatch(message);
  });
});

describe('the history of a story', () => {
  it('lists its versions and tells two apart word by word', async () => {
    using desk = await published();
    await desk.upload(
      'north/ferries.txt',
      text('Ferries Stop Over Storm', 'The harbour closed at one on Tuesday, the port authority said.'),
    );
    const history = json(await send(desk, 'GET', `${story}/versions`));
    expect(history).toMatchObject({
      uri,
      desk: 'north',
      versions: [{ version: 2, upload: 'north/ferries.txt' }, { version: 1 }],
    });
    const { changes } = json(await send(desk, 'GET', `${story}/versions?diff=1..2`)) as {
      changes: readonly { added?: string; removed?: string }[];
    };
    expect(changes.filter(({ added, removed }) => added ?? removed)).toEqual([{ removed: 'noon' }, { added: 'one' }]);
    expect((await send(desk, 'GET', `${story}/versions?diff=1..9`)).statusCode).toBe(400);
  });
});

describe('a replay', () => {
  it('raises no version where nothing reads otherwise', async () => {
    using desk = await published();
    expect(await replay(desk.ground, quick)).toEqual({ read: 1, changed: [], missing: [] });
    expect((await standing(desk)).version).toBe(1);
  });

  it('brings a new table to stories that stand, and shows the difference beforehand', async () => {
    using desk = await published();
    await desk.upload('config/agencies.tsv', 'name\tfull\tkind\taliases\nFrance Press\tAFP Ltd\tagency\tAFP\n');
    expect(await replay(desk.ground, { ...quick, dryRun: true })).toEqual({
      read: 1,
      changed: [{ uri, version: 1, fields: ['pictures'] }],
      missing: [],
    });
    expect((await standing(desk)).version).toBe(1);
    const told: unknown[] = [];
    expect(await replay(desk.ground, { ...quick, changed: (change) => void told.push(change) })).toEqual({
      read: 1,
      changed: [{ uri, version: 2, fields: ['pictures'] }],
      missing: [],
    });
    expect(told).toEqual([{ uri, version: 2, fields: ['pictures'] }]);
    expect((await standing(desk)).pictures[0]!.credit!.line).toBe('Ann Poe/France Press');
  });

  it('stops where it is told to and goes on from there', async () => {
    using desk = await published();
    await desk.upload('north/mole.txt', text('Mole Holds In Storm'));
    const first = await replay(desk.ground, { ...quick, isOver: () => true });
    expect(first).toMatchObject({ read: 1, after: uri });
    expect(await replay(desk.ground, { ...quick, after: first.after! })).toEqual({ read: 1, changed: [], missing: [] });
    expect(await replay(desk.ground, { ...quick, prefix: 'south/' })).toEqual({ read: 0, changed: [], missing: [] });
  });
});
