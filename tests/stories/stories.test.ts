// Golden stories: each folder holds one input and the story that must come of it. `npx vitest run tests/stories -u` writes them anew; read the difference.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRejection } from '../../shared/outcome.ts';
import { finish, readBytes } from '../../shared/receive.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { Story } from '../../shared/story.ts';

const here = import.meta.dirname;
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

async function storiesOf(name: string): Promise<readonly unknown[]> {
  const input = readdirSync(join(here, name)).find((file) => file.startsWith('input.'))!;
  const { readings, digest = '' } = await readBytes(readFileSync(join(here, name, input)), input, undefined, defaultSettings.limits);
  return readings.map((reading, part) => {
    if (isRejection(reading)) return reading;
    const source = { key: `desk/${input}`, format: reading.format, digest, receivedAt: '2026-11-24T10:00:00.000Z' };
    const finished = finish(reading, source, 'desk', defaultSettings, part);
    return isRejection(finished) ? finished : { version: finished.givenVersion ?? 1, ...finished.story };
  });
}

describe('a golden story', () => {
  it.each(cases)('%s', async (name) => {
    const stories = await storiesOf(name);
    await expect(`${JSON.stringify(stories, undefined, 2)}\n`).toMatchFileSnapshot(join(here, name, 'stories.json'));
  });
});

describe('the seed story', () => {
  it('has its kicker, headline, nine paragraphs, one picture with its credit, and nothing of the page it came from', async () => {
    const [story] = (await storiesOf('russia-japan-missile-tests')) as readonly [Story];
    const paragraphs = story.body.filter((block) => block.type === 'paragraph');
    expect(story).toMatchObject({ kicker: 'Emergency', headline: 'Russia Now At Loggerheads With Japan Over Missile Tests Near Disputed Islands', language: 'en' });
    expect(story.byline).toBeUndefined();
    expect(paragraphs).toHaveLength(9);
    expect(paragraphs[0]!.text).toMatch(/^The Japanese government has lodged two complaints/);
    expect(paragraphs[8]!.text).toMatch(/in accordance with agreements made so far\.”$/);
    expect(story.body.findIndex(({ type }) => type === 'figure')).toBe(3);
    expect(story.pictures).toMatchObject([
      {
        caption: 'Warships passing through the ice fields escorted by the icebreaker Kapitan Khlebnikov from the La Perouse Strait to the Sea of Okhotsk in the Pacific Ocean.',
        credit: { given: '(Ministry of Defense of Russia/Newsflash)', people: [], organisations: ['Ministry of Defense of Russia', 'Newsflash'], line: 'Ministry of Defense of Russia/Newsflash' },
      },
    ]);
    const { notes: _notes, ...shown } = story;
    expect(JSON.stringify(shown)).not.toMatch(/miss Our New Story|don’t spam/);
  });
});
