// The watched table under the real publisher: a ground of its own, whose table is watched.

import { describe, expect, it } from 'vitest';
import { watchedTable } from '../../../lambdas/aws/watched-table.ts';
import type { Facts, Log } from '../../../shared/ports.ts';
import { testGround } from '../../ground.ts';

const text = (headline: string): string =>
  `${headline}\n\nThe ferry left the harbour at dawn, the company said on Tuesday. It was on time.\n`;

function watchedGround() {
  const test = testGround();
  const moves: Facts[] = [];
  const note = (event: string, facts: Facts = {}): void => void (event === 'feed-moved' && moves.push(facts));
  const log: Log = { info: note, warn: note, error: note };
  const table = watchedTable(test.ground.table, test.ground.clock, log);
  const ground = { ...test.ground, table };
  // The story first, which moves its channels; then those.
  const settle = async (): Promise<void> => {
    await test.settleOn(ground);
    await test.settleOn(ground);
  };
  return { test, moves, settle };
}

describe('the watched table', () => {
  it('tells how full the feed of all stories is and how long the newest story took', async () => {
    const { test, moves, settle } = watchedGround();
    using _ = test;
    await test.upload('newsflash/ferry.txt', text('Ferry leaves'), { receivedAt: '2026-11-24T09:59:58.500Z' });
    await settle();
    expect(moves).toHaveLength(1);
    expect(moves[0]).toMatchObject({ channel: 'all', stories: 1, uploadToFeedMs: 1500 });
    expect(moves[0]!['bytes']).toBeGreaterThan(100);
  });

  it('measures nothing for a story that waited for something else than us', async () => {
    const { test, moves, settle } = watchedGround();
    using _ = test;
    await test.upload('newsflash/ferry.txt', text('Ferry leaves'), { receivedAt: '2026-11-20T10:00:00.000Z' });
    await settle();
    expect(moves.map(({ stories, uploadToFeedMs }) => [stories, uploadToFeedMs])).toEqual([[1, undefined]]);
  });

  it('tells how much of a feed went at a stroke', async () => {
    const { test, moves } = watchedGround();
    using _ = test;
    const pointer = (stories: number, revision: number) => ({
      pk: 'channels',
      sk: 'all',
      revision,
      data: { stories, renderings: {} },
    });
    const table = watchedTable(test.ground.table, test.ground.clock, {
      info: (_event, facts = {}) => void moves.push(facts),
      warn: () => {},
      error: () => {},
    });
    for (const [index, stories] of [40, 30, 31, 0].entries()) await table.put(pointer(stories, index + 1), 'newer');
    await table.put(pointer(9, 2), 'newer');
    expect(moves.map(({ shrunkPercent }) => shrunkPercent)).toEqual([undefined, 25, 0, 100]);
  });
});
