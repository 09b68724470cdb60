// IPTC's own samples: what is a news item gives a story, what is none is refused by name. They lie beside the checkout; without them these tests are skipped.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRejection } from '../../shared/outcome.ts';
import { finish, readBytes } from '../../shared/receive.ts';
import { defaultSettings } from '../../shared/settings.ts';

const folder = join(import.meta.dirname, '../../../shared/standards');
const samples = (pattern: string): readonly string[] =>
  existsSync(folder) ? globSync(join(folder, pattern)).sort() : [];

/** What became of a file: `story`, or the code and words of its refusal. */
async function outcomes(file: string): Promise<readonly string[]> {
  const { readings, digest = '' } = await readBytes(
    readFileSync(file),
    basename(file),
    undefined,
    defaultSettings.limits,
  );
  return readings.map((reading, part) => {
    const finished = isRejection(reading)
      ? reading
      : finish(
          reading,
          { key: `desk/${basename(file)}`, format: reading.format, digest, receivedAt: '2026-11-24T10:00:00.000Z' },
          'desk',
          defaultSettings,
          part,
        );
    return isRejection(finished) ? `${finished.code}: ${finished.message}` : 'story';
  });
}

const items = samples('newsml-g2/**/*.xml').filter((file) =>
  /<(?:\w+:)?(?:newsMessage|newsItem|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem)[\s>]/.test(
    readFileSync(file, 'utf8').slice(0, 8000),
  ),
);

describe.skipIf(items.length === 0)('a NewsML-G2 sample of IPTC', () => {
  it.each(items.map((file) => [basename(file), file]))('%s is a story or refused by name', async (_, file) => {
    for (const outcome of await outcomes(file))
      expect(outcome).toMatch(/^story$|^unknown-format: This NewsML-G2 is a .+, not a story\.$|^no-headline-no-body/);
  });
});

const ninjs = samples('ninjs/test_suite/*/should_pass/*.json');

describe.skipIf(ninjs.length === 0)('a ninjs sample of IPTC', () => {
  it.each(ninjs.map((file) => [file.split('test_suite/')[1]!, file]))(
    '%s is a story or refused by name',
    async (_, file) => {
      for (const outcome of await outcomes(file))
        expect(outcome).toMatch(
          /^story$|^unknown-format: This ninjs document is an? .+, not a story\.$|^no-headline-no-body|^bad-status/,
        );
    },
  );

  it('gives a story wherever it has a headline or a body', async () => {
    for (const file of ninjs) {
      const item = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
      const speaks = ['headline', 'headlines', 'body_html', 'body_text', 'body_xhtml', 'bodies', 'title'].some(
        (name) => item[name] !== undefined,
      );
      if (speaks && !['event', 'planning', 'concept', 'audio', 'video'].includes(String(item['type'])))
        expect([file, ...(await outcomes(file))]).toEqual([file, 'story']);
    }
  });
});
