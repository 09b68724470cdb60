// What the log says of an upload: enough to find it by, and nothing of what stands in it.

import { describe, expect, it } from 'vitest';
import type { Facts, Log } from '../shared/ports.ts';
import { headlineStory, testGround } from './ground.ts';

type Line = { readonly event: string; readonly facts: Facts };

async function linesOf(key: string, content: string): Promise<readonly Line[]> {
  using test = testGround();
  const lines: Line[] = [];
  const say: Log['info'] = (event, facts = {}) => void lines.push({ event, facts });
  await test.upload(key, content, { on: { ...test.ground, log: { info: say, warn: say, error: say } } });
  return lines;
}

describe('the line of an upload in the log', () => {
  it('has desk, key, story, version, format and duration, with the outcome as its event', async () => {
    const lines = await linesOf('newsflash/ferries.txt', headlineStory('Jane Roe/AFP'));
    expect(lines).toEqual([
      {
        event: 'stored',
        facts: {
          desk: 'newsflash',
          upload: 'newsflash/ferries.txt',
          bytes: 216,
          format: 'plain-text',
          tookMs: 0,
          uri: 'tag:copytaster.localhost,2026:newsflash/ferries.txt',
          version: 1,
          status: 'usable',
        },
      },
    ]);
  });

  it('has code and reason when it is refused', async () => {
    expect(await linesOf('newsflash/nothing.txt', '')).toEqual([
      {
        event: 'rejected',
        facts: expect.objectContaining({ desk: 'newsflash', code: 'empty', reason: 'The file is empty.' }) as Facts,
      },
    ]);
  });

  it('has no word of the story', async () => {
    const said = JSON.stringify(await linesOf('newsflash/ferries.txt', headlineStory('Jane Roe/AFP')));
    for (const word of ['Storm', 'harbour', 'Vesterhavn', 'Roe']) expect(said).not.toContain(word);
  });
});
