import { describe, expect, it } from 'vitest';
import { versionKey } from '../../shared/store/keys.ts';
import { asToday, storedFormat } from '../../shared/store/stored-format.ts';
import { readHead, readStory, readVersion } from '../../shared/store/stories.ts';
import { aStory } from '../publish/a-story.ts';
import { headlineStory, testGround } from '../ground.ts';

const uri = 'tag:copytaster.localhost,2026:north/ferries.txt';

describe('a story in the table', () => {
  it('that was written before there were numbers is read, and its next version carries today’s', async () => {
    using desk = testGround();
    await desk.upload('north/ferries.txt', headlineStory('Ann Poe/AFP'));
    const { table } = desk.ground;
    const item = (await table.get(versionKey(uri, 1)))!;
    const { format: _format, ...older } = item.data as Record<string, unknown>;
    await table.put({ ...item, data: older });
    expect((await readVersion(desk.ground, uri, 1))!.story.headline).toBe('Ferries Stop Over Storm');
    await desk.upload('north/ferries.txt', headlineStory('Tove Lind/AFP'));
    expect(await readHead(table, uri)).toMatchObject({ version: 2 });
    expect((await table.get(versionKey(uri, 2)))!.data).toMatchObject({ format: storedFormat });
    expect((await readStory(desk.ground, uri, 2)).pictures[0]!.credit!.people).toEqual(['Tove Lind']);
  });

  it('that a newer release wrote is left to it', async () => {
    using desk = testGround();
    await desk.upload('north/ferries.txt', headlineStory('Ann Poe/AFP'));
    const item = (await desk.ground.table.get(versionKey(uri, 1)))!;
    await desk.ground.table.put({ ...item, data: { ...(item.data as object), format: storedFormat + 1 } });
    await expect(readVersion(desk.ground, uri, 1)).rejects.toThrow(`The story ${uri} was stored by a newer release`);
  });

  it('goes through every step from its own shape to today’s', () => {
    const steps = ['a', 'b', 'c'].map((letter) => (story: ReturnType<typeof aStory>) => ({
      ...story,
      headline: `${story.headline}${letter}`,
    }));
    expect([0, 1, 3].map((format) => asToday(aStory({ headline: '' }), format, steps).headline)).toEqual([
      'abc',
      'bc',
      '',
    ]);
  });
});
