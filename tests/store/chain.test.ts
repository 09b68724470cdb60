// Rewrites under a new guid: feeds show the newest of a chain under the guid of the first, in whatever order its stories come.

import { describe, expect, it } from 'vitest';
import { serve } from '../../lambdas/serve.ts';
import { documentId } from '../../shared/publish/document-id.ts';
import { replay } from '../../shared/replay.ts';
import type { TestGround } from '../ground.ts';
import { testGround } from '../ground.ts';

const copy = (number: number, more = ''): string =>
  `Headline: Take ${number} of the storm\nGuid: urn:north:${number}\n${number > 1 ? `Replaces: urn:north:${number - 1}\n` : ''}${more}\nThe harbour is closed, says take ${number}.\n`;
const name = (number: number): string => `north/take-${number}.txt`;

async function get(desk: TestGround, path: string): Promise<{ readonly status: number; readonly text: string }> {
  const { statusCode, body } = await serve(desk.ground, {
    rawPath: path,
    headers: {},
    requestContext: { http: { method: 'GET' } },
  });
  return { status: statusCode, text: Buffer.from(body, 'base64').toString('utf8') };
}

async function feed(desk: TestGround): Promise<readonly (readonly [guid: string, title: string])[]> {
  await desk.settle();
  const { text } = await get(desk, '/feeds/all.rss');
  return [...text.matchAll(/<title>([^<]*)<\/title>\n<link>[^<]*<\/link>\n<guid[^>]*>([^<]*)</g)].map(
    ([, title, guid]) => [guid!, title!],
  );
}

async function statuses(desk: TestGround): Promise<readonly number[]> {
  return Promise.all(
    [1, 2, 3].map(async (number) => (await get(desk, `/stories/${documentId(`urn:north:${number}`)}.html`)).status),
  );
}

describe('a chain of rewrites', () => {
  it.each([[[1, 2, 3]], [[1, 3, 2]], [[2, 1, 3]], [[2, 3, 1]], [[3, 1, 2]], [[3, 2, 1]]])(
    'shows its newest under the guid of its first, when its stories come as %j',
    async (order) => {
      using desk = testGround();
      for (const number of order) {
        await desk.upload(name(number), copy(number));
        await desk.settle();
      }
      expect(await feed(desk)).toEqual([['urn:north:1', 'Take 3 of the storm']]);
      expect(await replay(desk.ground, { dryRun: true, pause: async () => undefined })).toMatchObject({
        read: 3,
        changed: [],
      });
    },
  );

  it('is withdrawn whole when its newest is killed, and is back when that is usable again', async () => {
    using desk = testGround();
    for (const number of [1, 2, 3]) await desk.upload(name(number), copy(number));
    await desk.settle();
    expect(await statuses(desk)).toEqual([200, 200, 200]);
    await desk.upload(name(3), copy(3, 'Status: canceled\n'));
    expect(await feed(desk)).toEqual([['urn:north:1', 'Killed: Take 3 of the storm']]);
    expect(await statuses(desk)).toEqual([410, 410, 410]);
    await desk.upload(name(3), copy(3, 'Status: usable\n'));
    expect(await feed(desk)).toEqual([['urn:north:1', 'Take 3 of the storm']]);
    expect(await statuses(desk)).toEqual([200, 200, 200]);
  });

  it('shows the story before while the rewrite is under embargo', async () => {
    using desk = testGround();
    await desk.upload(name(1), copy(1));
    await desk.upload(name(2), copy(2, 'Embargo: 2026-11-24 18:00 UTC\n'));
    expect(await feed(desk)).toEqual([['urn:north:1', 'Take 1 of the storm']]);
  });

  it('is told by the names of uploads too, and a desk hears that what it sends is no longer shown', async () => {
    using desk = testGround();
    await desk.upload('north/early.txt', 'Headline: Early\n\nThe harbour is closed.\n');
    await desk.upload('north/late.txt', 'Headline: Late\nReplaces: early.txt\n\nThe harbour is open.\n');
    expect(await feed(desk)).toEqual([['tag:copytaster.localhost,2026:north/early.txt', 'Late']]);
    const { outcomes } = await desk.upload('north/early.txt', 'Headline: Early\n\nThe harbour was closed.\n');
    expect(outcomes[0]).toMatchObject({
      outcome: 'stored',
      version: 2,
      notes: expect.arrayContaining([
        expect.objectContaining({ rule: 'replaced', before: 'tag:copytaster.localhost,2026:north/late.txt' }),
      ]) as unknown,
    });
    expect((await feed(desk)).map(([, title]) => title)).toEqual(['Late']);
  });

  it('is none between two desks', async () => {
    using desk = testGround();
    await desk.upload('south/take-1.txt', copy(1));
    await desk.upload(name(2), copy(2));
    expect((await feed(desk)).map(([guid]) => guid).toSorted()).toEqual(['urn:north:1', 'urn:north:2']);
  });
});
