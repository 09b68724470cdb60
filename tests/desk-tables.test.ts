// A desk's own tables in the inbox: they count from the next upload on, bad rows are named, and nothing else is read from that folder.

import { describe, expect, it } from 'vitest';
import { headlineStory, storyOf, testGround } from './ground.ts';

const agencies =
  'name\tfull name\tkind\taliases\nHarbour\tHarbour Wire Ltd\tagency\tHW|H. Wire Photos\n\nNobody\t\tspaceship\t\nPolar\tPolar Institute\tscience\tPIT\n';

describe('a desk’s tables', () => {
  it('rename organisations from the next upload on', async () => {
    using desk = testGround();
    const before = await storyOf(desk, 'north/a.txt', headlineStory('Jane Roe/PIT via HW'));
    await desk.upload('config/agencies.tsv', agencies);
    const after = await storyOf(desk, 'north/b.txt', headlineStory('Jane Roe/PIT via HW'));
    expect(before.pictures[0]!.credit!.organisations).toEqual(['PIT', 'HW']);
    expect(after.pictures[0]!.credit!.organisations).toEqual(['Polar', 'Harbour']);
    expect(after.pictures[0]!.credit!.given).toBe('(Jane Roe/PIT via HW)');
  });

  it('spell people as the desk prefers', async () => {
    using desk = testGround();
    await desk.upload('config/people.tsv', 'Jane MacDonald\tJANE MACDONALD|J. Macdonald\n');
    const story = await storyOf(desk, 'north/a.txt', headlineStory('JANE MACDONALD/AFP'));
    expect(story.pictures[0]!.credit!.people).toEqual(['Jane MacDonald']);
  });

  it('name the rows they skip in the receipt', async () => {
    using desk = testGround();
    const receipt = await desk.upload('config/agencies.tsv', agencies);
    expect(receipt.outcomes).toEqual([
      {
        outcome: 'adopted',
        table: 'agencies',
        rows: 2,
        problems: [{ line: 4, message: expect.stringContaining('“spaceship” is no kind') as string }],
      },
    ]);
  });

  it('are the only thing the folder is for', async () => {
    using desk = testGround();
    expect((await desk.upload('config/story.txt', 'A headline\n\nA body.')).outcomes).toMatchObject([
      { outcome: 'rejected', code: 'unknown-format' },
    ]);
  });

  it('stop counting when they are emptied', async () => {
    using desk = testGround();
    await desk.upload('config/agencies.tsv', agencies);
    await desk.upload('config/agencies.tsv', '');
    expect(
      (await storyOf(desk, 'north/b.txt', headlineStory('Jane Roe/PIT'))).pictures[0]!.credit!.organisations,
    ).toEqual(['PIT']);
  });
});
