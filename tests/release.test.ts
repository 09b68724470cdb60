// Moments that come: however many stories wait for one, and whatever changes while they are let go.

import { describe, expect, it } from 'vitest';
import type { Ground } from '../shared/ground.ts';
import { endExpired, releaseEmbargoes } from '../shared/release.ts';
import { readHead } from '../shared/store/stories.ts';
import type { TestGround } from './ground.ts';
import { testGround } from './ground.ts';

const six = '2026-11-24T18:00:00.000Z';
const uri = 'tag:copytaster.localhost,2026:desk/a.txt';
const until = (clock: string): string => `Headline: Apples\nEmbargo: 2026-11-24 ${clock} UTC\n\nApples.`;

describe('one moment for very many stories', () => {
  it('comes for all of them at once', async () => {
    using test = testGround();
    for (let number = 0; number < 250; number += 1)
      await test.upload(
        `desk/${number}.txt`,
        `Headline: Honour ${number}\nEmbargo: 2026-11-24 18:00 UTC\nExpires: 2026-11-24 19:00 UTC\n\nHonour ${number}.`,
      );
    await test.settle();
    test.setClock(six);
    expect(await releaseEmbargoes(test.ground)).toBe(250);
    expect(await releaseEmbargoes(test.ground)).toBe(0);
    await test.settle();
    test.setClock('2026-11-24T19:00:00.000Z');
    expect(await endExpired(test.ground)).toBe(250);
  });
});

describe('a story whose embargo is moved while it is let go', () => {
  it('waits for the new moment, wherever that comes between', async () => {
    for (let at = 1, moved = true; moved; at += 1) {
      using test = testGround();
      await test.upload('desk/a.txt', until('18:00'));
      await test.settle();
      test.setClock(six);
      moved = false;
      await releaseEmbargoes(
        beforeCall(test.ground, at, async () => {
          moved = true;
          await test.upload('desk/a.txt', until('20:00'));
          await test.settle();
        }),
      );
      await releaseEmbargoes(test.ground);
      await test.settle();
      expect(await released(test)).toBe(moved ? undefined : six);
      test.setClock('2026-11-24T20:00:00.000Z');
      await releaseEmbargoes(test.ground);
      expect(await released(test), `moved before call ${at}`).toBe(moved ? '2026-11-24T20:00:00.000Z' : six);
    }
  });
});

async function released(test: TestGround): Promise<string | undefined> {
  return (await readHead(test.ground.table, uri))?.released;
}

/** Runs `meanwhile` once, before the n-th call of the table. */
function beforeCall(ground: Ground, at: number, meanwhile: () => Promise<void>): Ground {
  let calls = 0;
  const table = new Proxy(ground.table, {
    get:
      (target, name: keyof Ground['table']) =>
      async (...given: readonly unknown[]) => {
        calls += 1;
        if (calls === at) await meanwhile();
        return (target[name] as (...all: readonly unknown[]) => unknown)(...given);
      },
  });
  return { ...ground, table };
}
