// The life of stories under every fault: a hundred random lives; `npm run torture` lives thousands.

import fc from 'fast-check';
import { describe, it } from 'vitest';
import { arbitraryLife } from './arbitrary-life.ts';
import type { Upload } from './model.ts';
import type { Command } from './run-life.ts';
import { runLife } from './run-life.ts';

describe('whatever is uploaded, delivered twice, late or out of order, and wherever a process dies', () => {
  it('the store, every channel and every document are as a careful sub-editor would have left them', {
    timeout: 110_000,
  }, async () => {
    await fc.assert(fc.asyncProperty(arbitraryLife(50), runLife), { numRuns: 100 });
  });
});

describe('uploads of one story', () => {
  const kills: readonly (readonly Upload['kind'][])[] = [
    ['kill', 'withheld'],
    ['kill', 'usable', 'plain'],
    ['kill', 'usable', 'withheld'],
    ['plain', 'kill', 'plain', 'usable'],
    ['usable', 'kill', 'embargo', 'usable'],
    ['kill', 'usable', 'embargo', 'plain'],
  ];
  const embargoes: readonly (readonly Upload['kind'][])[] = [
    ['embargo', 'plain'],
    ['plain', 'embargo', 'correction'],
    ['unreadable', 'plain', 'usable'],
    ['embargo', 'plain', 'lifted', 'plain'],
    ['unreadable', 'withheld', 'plain'],
  ];
  const lives = [...kills, ...embargoes];

  it.each(lives.map((kinds) => [kinds.join(', '), kinds] as const))(
    '%s: come to the same in every order of delivery',
    async (_, kinds) => {
      await runLife(orders(kinds.length).flatMap((order, index) => delivered(index + 1, kinds, order)));
    },
  );
});

describe('copies that repeat each other', () => {
  it('leave the last of them standing when all are taken in at once', async () => {
    const send = (kind: Upload['kind'], words: number): Command => ({
      do: 'upload',
      story: 1,
      kind,
      words,
      number: 1,
      delay: 60,
    });
    await runLife([
      send('takedown', 2),
      send('usable', 3),
      send('plain', 4),
      { do: 'batch', size: 4, poison: true, crashAt: 0 },
    ]);
    // The same copy again says that it may be used: a kill that was sent in between has no say, also when it comes last.
    const [first, last]: readonly Command[] = [
      { do: 'deliver', pick: 0, twice: false, crashAt: 0 },
      { do: 'deliver', pick: 1, twice: false, crashAt: 0 },
    ];
    await runLife([send('usable', 4), send('kill', 1), send('usable', 4), first!, last!]);
    await runLife([
      send('plain', 1),
      send('plain', 4),
      { do: 'clock', seconds: 1, crashAt: 0 },
      send('usable', 1),
      send('plain', 4),
      { do: 'batch', size: 4, poison: false, crashAt: 0 },
    ]);
  });
});

function orders(length: number): readonly (readonly number[])[] {
  return length === 0
    ? [[]]
    : orders(length - 1).flatMap((order) =>
        Array.from({ length }, (_, place) => [...order.slice(0, place), length - 1, ...order.slice(place)]),
      );
}

/** Uploads of one story, and their events in the order given. */
function delivered(story: number, kinds: readonly Upload['kind'][], order: readonly number[]): readonly Command[] {
  const uploads = kinds.map(
    (kind, index): Command => ({ do: 'upload', story, kind, words: index + 1, number: 1, delay: 60 }),
  );
  const picks = order.map((upload, turn) => order.slice(turn).filter((other) => other < upload).length);
  return [...uploads, ...picks.map((pick): Command => ({ do: 'deliver', pick, twice: false, crashAt: 0 }))];
}
