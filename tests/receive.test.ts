import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Outcome, Receipt } from '../shared/outcome.ts';
import { listReceipts, readReceipt } from '../shared/store/receipts.ts';
import { readHead, readVersion } from '../shared/store/stories.ts';
import { defaultLimits } from '../shared/upload.ts';
import { testGround } from './ground.ts';

const story = (body: string, headers = ''): string => `${headers}Headline: Ferries Stop In Storm\n\n${body}\n`;
const uri = 'tag:copytaster.localhost,2026:desk/story.txt';
const only = ({ outcomes }: Receipt): Outcome => {
  expect(outcomes).toHaveLength(1);
  return outcomes[0]!;
};

describe('an upload', () => {
  it('becomes version 1, with a receipt', async () => {
    using test = testGround();
    const receipt = await test.upload('desk/story.txt', story('The ferries stopped at noon.'));
    expect(only(receipt)).toMatchObject({
      outcome: 'stored',
      uri,
      version: 1,
      headline: 'Ferries Stop In Storm',
      status: 'usable',
    });
    expect(await readReceipt(test.ground.table, 'desk', 'story.txt')).toEqual(JSON.parse(JSON.stringify(receipt)));
  });

  it('sent twice is one version', async () => {
    using test = testGround();
    await test.upload('desk/story.txt', story('The ferries stopped at noon.'));
    expect(only(await test.upload('desk/story.txt', story('The ferries stopped at noon.')))).toMatchObject({
      outcome: 'unchanged',
      version: 1,
    });
  });

  it('changed and sent again is version 2 of the same story, first published when version 1 was', async () => {
    using test = testGround();
    await test.upload('desk/story.txt', story('The ferries stopped at noon.'));
    const first = await readHead(test.ground.table, uri);
    expect(only(await test.upload('desk/story.txt', story('The ferries stopped at one.')))).toMatchObject({
      outcome: 'stored',
      version: 2,
    });
    const second = await readVersion(test.ground, uri, 2);
    expect(second?.story.firstCreatedAt).toBe(first?.firstCreatedAt);
    expect((await readVersion(test.ground, uri, 1))?.story.body).toEqual([
      { type: 'paragraph', text: 'The ferries stopped at noon.' },
    ]);
  });

  it('announced twice gives the same receipt again', async () => {
    using test = testGround();
    const about = { sequencer: 'A1', receivedAt: '2026-11-24T10:00:00.000Z' };
    const first = await test.upload('desk/story.txt', story('The ferries stopped at noon.'), about);
    expect(only(await test.upload('desk/story.txt', story('The ferries stopped at noon.'), about))).toEqual(
      only(first),
    );
  });

  it('that comes late changes nothing that is newer', async () => {
    using test = testGround();
    await test.upload('desk/story.txt', story('Newer.'), { sequencer: '20' });
    expect(only(await test.upload('desk/story.txt', story('Older.'), { sequencer: '1F' }))).toMatchObject({
      outcome: 'superseded',
      version: 1,
    });
  });

  it('stays superseded when the same copy has been confirmed since', async () => {
    using test = testGround();
    await test.upload('desk/story.txt', story('A'), { sequencer: '01' });
    await test.upload('desk/story.txt', story('A'), { sequencer: '03' });
    expect(only(await test.upload('desk/story.txt', story('B'), { sequencer: '02' }))).toMatchObject({
      outcome: 'superseded',
    });
  });

  it('keeps the provider’s own numbers, as numbers', async () => {
    using test = testGround();
    const versioned = (version: number, body: string): string =>
      story(body, `Guid: urn:example:1\nVersion: ${version}\n`);
    expect(only(await test.upload('desk/a.txt', versioned(9, 'Nine.')))).toMatchObject({
      outcome: 'stored',
      uri: 'urn:example:1',
      version: 9,
    });
    expect(only(await test.upload('desk/b.txt', versioned(10, 'Ten.')))).toMatchObject({
      outcome: 'stored',
      version: 10,
    });
    expect(only(await test.upload('desk/c.txt', versioned(9, 'Nine again.')))).toMatchObject({
      outcome: 'superseded',
      version: 10,
    });
  });

  it('is refused under a guid that belongs to another desk', async () => {
    using test = testGround();
    await test.upload('one/a.txt', story('Ours.', 'Guid: urn:example:1\n'));
    expect(only(await test.upload('two/a.txt', story('Theirs.', 'Guid: urn:example:1\n')))).toMatchObject({
      outcome: 'rejected',
      code: 'duplicate-guid-other-desk',
    });
  });

  it('is taken under it where settings let desks share their guids, and the story is whose version stands', async () => {
    using test = testGround({ sharedGuids: true });
    await test.upload('one/a.txt', story('Ours.', 'Guid: urn:example:1\n'));
    expect(only(await test.upload('two/a.txt', story('Theirs.', 'Guid: urn:example:1\n')))).toMatchObject({
      outcome: 'stored',
      version: 2,
    });
    expect(await readHead(test.ground.table, 'urn:example:1')).toMatchObject({ desk: 'two', version: 2 });
  });

  it('kills a story for good, unless a later one says it is usable', async () => {
    using test = testGround();
    await test.upload('desk/story.txt', story('Wrong.'));
    expect(
      only(await test.upload('desk/story.txt', 'Headline: Ferries Stop In Storm\nStatus: canceled\n')),
    ).toMatchObject({ outcome: 'stored', version: 2, status: 'canceled' });
    expect(only(await test.upload('desk/story.txt', story('Back.')))).toMatchObject({
      outcome: 'superseded',
      version: 2,
    });
    expect(only(await test.upload('desk/story.txt', story('Back.', 'Status: usable\n')))).toMatchObject({
      outcome: 'stored',
      version: 3,
      status: 'usable',
    });
  });

  it('too large for the table lies beside it and is read back whole', async () => {
    using test = testGround();
    const long = 'The ferries stopped at noon. '.repeat(20_000);
    await test.upload('desk/story.txt', story(long));
    expect((await readVersion(test.ground, uri, 1))?.story.body).toEqual([{ type: 'paragraph', text: long.trim() }]);
  });

  it('with a hostile name keeps to its own receipt', async () => {
    using test = testGround();
    await test.upload('desk/a', story('One.'));
    await test.upload('desk/a#b', story('Two.'));
    await test.upload('desk/ä/../ö%2f~', story('Three.'));
    expect((await listReceipts(test.ground.table, 'desk', 10)).receipts).toHaveLength(3);
    expect((await readReceipt(test.ground.table, 'desk', 'a'))?.name).toBe('a');
  });
});

describe('bad input', () => {
  it.each([
    ['an empty file', '', 'empty'],
    ['nothing but white space', ' \n\t\n', 'empty'],
    ['binary rubbish', Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256), 'unreadable'],
    ['numbers only', '12 345', 'unknown-format'],
    ['foreign XML', '<?xml version="1.0"?><order><item/></order>', 'unknown-format'],
    [
      'broken XML',
      '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta></newsItem>',
      'malformed',
    ],
    ['an entity bomb', '<!DOCTYPE newsItem [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><newsItem>&c;</newsItem>', 'unsafe'],
    ['deep nesting', `<newsItem>${'<a>'.repeat(300)}${'</a>'.repeat(300)}</newsItem>`, 'unsafe'],
    ['a status nobody knows', 'Headline: A\nStatus: perhaps\n\nBody.', 'bad-status'],
    ['a story without words', 'Slug: \nSection: News\n', 'no-headline-no-body'],
  ] as const)('%s is refused as it should be, and kept', async (_, content, code) => {
    using test = testGround();
    const receipt = await test.upload('desk/story.txt', content);
    expect(only(receipt)).toMatchObject({ outcome: 'rejected', code });
    expect(test.logged).toEqual(['rejected']);
    expect(await test.ground.inbox.get('desk/story.txt')).toBeDefined();
    expect(await readReceipt(test.ground.table, 'desk', 'story.txt')).toBeDefined();
  });

  it('tells a desk that its XML was cut short', async () => {
    using test = testGround();
    for (const cut of ['<newsItem><itemMeta><p>', '<newsItem>']) {
      const { outcomes } = await test.upload('desk/cut.xml', `<?xml version="1.0"?>\n${cut}`);
      expect(outcomes).toMatchObject([
        {
          code: 'malformed',
          message: expect.stringMatching(
            /^The XML is broken in line \d, column \d: “newsItem” is never closed; the file may have been cut short\.$/,
          ) as string,
        },
      ]);
    }
  });

  it('larger than the limit is refused without being read', async () => {
    using test = testGround({ limits: { ...defaultLimits, uploadBytes: 1000 } });
    expect(only(await test.upload('desk/story.txt', story('x'.repeat(1000))))).toMatchObject({
      outcome: 'rejected',
      code: 'too-large',
    });
  });

  it('in invalid UTF-8 is read all the same', async () => {
    using test = testGround();
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode('Headline: Caf'),
      0xe9,
      ...new TextEncoder().encode(' Closed\n\nThe caf'),
      0xe9,
      ...new TextEncoder().encode(' has closed.'),
    ]);
    expect(only(await test.upload('desk/story.txt', bytes))).toMatchObject({
      outcome: 'stored',
      headline: 'Café Closed',
    });
  });

  it('whose time had ended when it came is stored, and the desk is told that nobody sees it', async () => {
    using test = testGround();
    expect(only(await test.upload('desk/a.txt', story('Late.', 'Expires: 2026-11-23 12:00 UTC\n')))).toMatchObject({
      outcome: 'stored',
      notes: expect.arrayContaining([expect.objectContaining({ rule: 'past-expiry' })]) as unknown,
    });
  });

  it('without a headline is headed by its first words, with a note', async () => {
    using test = testGround();
    const outcome = only(
      await test.upload(
        'desk/story.txt',
        'The ferries that link the islands with the mainland stopped at noon because of the storm that came in from the west.\n\nThey are to sail again tomorrow.',
      ),
    );
    expect(outcome).toMatchObject({
      outcome: 'stored',
      headline: expect.stringMatching(/^The ferries that link/) as string,
      notes: expect.arrayContaining([expect.objectContaining({ rule: 'no-headline' })]) as unknown,
    });
  });
});

describe('the newest upload', () => {
  it('wins in whatever order, however often and with whatever crashes the events come', async () => {
    const uploads = fc.array(
      fc.record({ sequencer: fc.integer({ min: 1, max: 5 }), dies: fc.integer({ min: 0, max: 12 }) }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(uploads, async (events) => {
        using test = testGround();
        for (const { sequencer, dies } of events) {
          const about = { sequencer: String(sequencer), receivedAt: `2026-11-24T10:00:0${sequencer}.000Z` };
          const text = story(`Upload number ${sequencer}.`);
          await dying(test, dies, () => test.upload('desk/story.txt', text, about)).catch(() => undefined);
          await test.upload('desk/story.txt', text, about);
        }
        const newest = Math.max(...events.map(({ sequencer }) => sequencer));
        const head = await readHead(test.ground.table, uri);
        expect((await readVersion(test.ground, uri, head!.version))?.story.body).toEqual([
          { type: 'paragraph', text: `Upload number ${newest}.` },
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('wins when two are taken in at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 2 }), async (order) => {
        using test = testGround();
        await Promise.all(
          order.map((sequencer) =>
            test.upload('desk/story.txt', story(`Upload number ${sequencer}.`), {
              sequencer: String(sequencer),
              receivedAt: `2026-11-24T10:00:0${sequencer}.000Z`,
            }),
          ),
        );
        const head = await readHead(test.ground.table, uri);
        expect((await readVersion(test.ground, uri, head!.version))?.story.body).toEqual([
          { type: 'paragraph', text: `Upload number ${Math.max(...order)}.` },
        ]);
      }),
      { numRuns: 20 },
    );
  });
});

/** Runs `work` on a table that breaks at its n-th write, before or after it was made. */
async function dying<T>(test: ReturnType<typeof testGround>, at: number, work: () => Promise<T>): Promise<T> {
  const { table } = test.ground;
  const put = table.put.bind(table);
  let writes = 0;
  table.put = async (...words) => {
    writes += 1;
    if (writes === Math.ceil(at / 2) && at % 2 === 1) throw new Error('The table broke.');
    const done = await put(...words);
    if (writes === at / 2) throw new Error('The table broke.');
    return done;
  };
  try {
    return await work();
  } finally {
    table.put = put;
  }
}
