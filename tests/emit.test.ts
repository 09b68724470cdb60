import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answer } from '../shared/answer.ts';
import { emitChannel, emitStory, rebuild } from '../shared/emit.ts';
import { releaseEmbargoes } from '../shared/release.ts';
import type { Ground } from '../shared/ground.ts';
import { headKey } from '../shared/store/keys.ts';
import type { TestGround } from './ground.ts';
import { testGround } from './ground.ts';

async function read(ground: Ground, path: string): Promise<string> {
  const { status, body } = await answer(ground, { method: 'GET', path, query: new URLSearchParams(), headers: {} });
  return status === 200 ? new TextDecoder().decode(body) : `status ${status}`;
}

const titles = (rss: string): readonly string[] =>
  [...rss.matchAll(/<item>\s*<title>([^<]*)/g)].map((match) => match[1]!);

describe('a stored story', () => {
  it('is in the feeds of its channels, newest change first', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Section: Business\nHeadline: Apples\n\nApples are dear.');
    await test.settle();
    test.setClock('2026-11-24T11:00:00.000Z');
    await test.upload('other/b.txt', 'Section: Business\nHeadline: Pears\n\nPears are dear.');
    await test.settle();
    expect(titles(await read(test.ground, '/feeds/all.rss'))).toEqual(['Pears', 'Apples']);
    expect(titles(await read(test.ground, '/feeds/desk/desk.rss'))).toEqual(['Apples']);
    expect(titles(await read(test.ground, '/feeds/section/business.rss'))).toEqual(['Pears', 'Apples']);
  });

  it('moves to the top when it is corrected, under the guid and date it had', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\n\nApples rose by 13 per cent.');
    await test.upload('desk/b.txt', 'Headline: Pears\n\nPears are dear.');
    await test.settle();
    const before = await read(test.ground, '/feeds/all.rss');
    test.setClock('2026-11-24T12:00:00.000Z');
    await test.upload('desk/a.txt', 'Headline: Apples\nCorrection: Corrects the rise.\n\nApples rose by 3 per cent.');
    await test.settle();
    const after = await read(test.ground, '/feeds/all.rss');
    expect(titles(after)).toEqual(['Apples', 'Pears']);
    expect(after).not.toContain('13 per cent');
    const itemOf = (rss: string): string => /<item>\s*<title>Apples[^]*?<\/item>/.exec(rss)![0];
    for (const element of ['guid', 'pubDate']) {
      const pattern = new RegExp(`<${element}[^>]*>([^<]*)`);
      expect(pattern.exec(itemOf(after))![1]).toBe(pattern.exec(itemOf(before))![1]);
    }
    expect(itemOf(after)).toContain('<dcterms:modified>');
  });

  it('is gone with every word of its body when it is killed, and its documents answer 410', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Section: News\nHeadline: Apples\n\nA secret orchard.');
    await test.settle();
    const link = /<link>[^<]*(\/stories\/\w+)\.html<\/link>/.exec(await read(test.ground, '/feeds/all.rss'))![1]!;
    expect(await read(test.ground, `${link}.newsml`)).toContain('A secret orchard.');
    await test.upload('desk/a.txt', 'Headline: Apples\nStatus: canceled\n');
    await test.settle();
    for (const path of ['/feeds/all.rss', '/feeds/all.newsml', '/feeds/section/news.rss', '/feeds/desk/desk.newsml']) {
      const feed = await read(test.ground, path);
      expect(feed).toContain('tag:copytaster.localhost,2026:desk/a.txt');
      expect(feed).not.toContain('secret orchard');
    }
    expect(await read(test.ground, `${link}.newsml`)).toBe('status 410');
    expect(await everyObject(test.ground)).not.toContain('secret orchard');
  });

  it('that was killed before anybody saw it leaves no notice', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\nEmbargo: 2026-12-01 06:00 UTC\n\nA secret orchard.');
    await test.settle();
    await test.upload('desk/a.txt', 'Headline: Apples\nStatus: canceled\n');
    await test.settle();
    expect(await read(test.ground, '/feeds/all.rss')).toBe('status 404');
  });

  it('leaves the channels it no longer belongs to', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Section: Business\nHeadline: Apples\n\nApples.');
    await test.settle();
    await test.upload('desk/a.txt', 'Section: Culture\nHeadline: Apples\n\nApples.');
    await test.settle();
    expect(titles(await read(test.ground, '/feeds/section/business.rss'))).toEqual([]);
    expect(titles(await read(test.ground, '/feeds/section/culture.rss'))).toEqual(['Apples']);
  });

  it('that is withheld is out of the feeds until a usable version comes', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
    await test.settle();
    await test.upload('desk/a.txt', 'Headline: Apples\nStatus: withheld\n\nApples, perhaps.');
    await test.settle();
    expect(titles(await read(test.ground, '/feeds/all.rss'))).toEqual([]);
    await test.upload('desk/a.txt', 'Headline: Apples\n\nApples, surely.');
    await test.settle();
    expect(titles(await read(test.ground, '/feeds/all.rss'))).toEqual(['Apples']);
  });

  it('whose embargo can’t be read is held back, and the desk is told', async () => {
    using test = testGround();
    const { outcomes } = await test.upload(
      'desk/a.txt',
      'Headline: Apples\nEmbargo: when the minister sits down\n\nApples.',
    );
    await test.settle();
    expect(outcomes[0]).toMatchObject({
      outcome: 'stored',
      status: 'withheld',
      notes: expect.arrayContaining([expect.objectContaining({ rule: 'unreadable-embargo' })]) as unknown,
    });
    expect(await read(test.ground, '/feeds/all.rss')).toBe('status 404');
  });
});

describe('an embargo', () => {
  it('keeps every word from outsiders until it has passed, then lets the story out at the top', async () => {
    using test = testGround();
    await test.upload('desk/old.txt', 'Headline: Pears\n\nPears.');
    await test.upload('desk/a.txt', 'Headline: Apples\nEmbargo: 2026-11-24 18:00 UTC\n\nA secret orchard.');
    await test.settle();
    expect(await releaseEmbargoes(test.ground)).toBe(0);
    expect(await everyObject(test.ground)).not.toMatch(/Apples|secret orchard/);
    test.setClock('2026-11-24T17:59:59.999Z');
    await releaseEmbargoes(test.ground);
    await test.settle();
    expect(titles(await read(test.ground, '/feeds/all.rss'))).toEqual(['Pears']);
    test.setClock('2026-11-24T18:00:00.000Z');
    expect(await releaseEmbargoes(test.ground)).toBe(1);
    await test.settle();
    expect(titles(await read(test.ground, '/feeds/all.rss'))).toEqual(['Apples', 'Pears']);
    expect(await releaseEmbargoes(test.ground)).toBe(0);
  });

  it('that a new version moves is kept until the new moment', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\nEmbargo: 2026-11-24 18:00 UTC\n\nApples.');
    await test.settle();
    await test.upload('desk/a.txt', 'Headline: Apples\nEmbargo: 2026-11-24 20:00 UTC\n\nApples.');
    await test.settle();
    test.setClock('2026-11-24T18:30:00.000Z');
    await releaseEmbargoes(test.ground);
    await test.settle();
    expect(await read(test.ground, '/feeds/all.rss')).toBe('status 404');
    test.setClock('2026-11-24T20:00:00.000Z');
    await releaseEmbargoes(test.ground);
    await test.settle();
    expect(titles(await read(test.ground, '/feeds/all.rss'))).toEqual(['Apples']);
  });

  it('that a new version moves while the old one is released is kept until the new moment, and no longer, wherever they meet', async () => {
    for (let at = 1; at <= 8; at += 1) {
      using test = testGround();
      await test.upload('desk/a.txt', 'Headline: Apples\nEmbargo: 2026-11-24 18:00 UTC\n\nApples.');
      await test.settle();
      test.setClock('2026-11-24T18:00:00.000Z');
      const meanwhile = async (): Promise<void> => {
        await test.upload('desk/a.txt', 'Headline: Apples\nEmbargo: 2026-11-24 20:00 UTC\n\nApples.');
        await test.settle();
      };
      await releaseEmbargoes(interruptedAt(test.ground, at, meanwhile));
      await test.settle();
      test.setClock('2026-11-24T20:00:00.000Z');
      await releaseEmbargoes(test.ground);
      await test.settle();
      expect([at, titles(await read(test.ground, '/feeds/all.rss'))]).toEqual([at, ['Apples']]);
    }
  });
});

describe('an embargo on an earlier version', () => {
  const seen = async (test: TestGround): Promise<string> => {
    await test.settle();
    return read(test.ground, '/feeds/all.rss');
  };

  it('covers a version that says nothing of it, and the desk is told', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\nEmbargo: 2026-11-24 18:00 UTC\n\nApples.');
    const { outcomes } = await test.upload('desk/a.txt', 'Headline: Apples\nCorrection: They are red.\n\nRed apples.');
    expect(outcomes[0]).toMatchObject({
      outcome: 'stored',
      version: 2,
      notes: expect.arrayContaining([
        expect.objectContaining({ rule: 'embargo-stands', after: '2026-11-24T18:00:00.000Z' }),
      ]) as unknown,
    });
    expect(await seen(test)).toBe('status 404');
    test.setClock('2026-11-24T18:00:00.000Z');
    await releaseEmbargoes(test.ground);
    expect(await seen(test)).toContain('Red apples.');
  });

  it('covers it also where it could not be read', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\nEmbargo: when the minister sits down\n\nApples.');
    const { outcomes } = await test.upload('desk/a.txt', 'Headline: Apples\n\nRed apples.');
    expect(outcomes[0]).toMatchObject({ outcome: 'stored', status: 'withheld' });
    expect(await seen(test)).toBe('status 404');
  });

  it.each(['Embargo: none', 'Embargo: lifted', 'Embargo: 2026-11-24 09:00 UTC', 'Status: usable'])(
    'is lifted by “%s”',
    async (line) => {
      using test = testGround();
      await test.upload('desk/a.txt', 'Headline: Apples\nEmbargo: 2026-11-24 18:00 UTC\n\nApples.');
      await test.upload('desk/a.txt', `Headline: Apples\n${line}\n\nRed apples.`);
      expect(await seen(test)).toContain('Red apples.');
    },
  );

  it('covers it also when it comes behind it', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\n\nRed apples.', { sequencer: '2' });
    expect(await seen(test)).toContain('Red apples.');
    const { outcomes } = await test.upload('desk/a.txt', 'Headline: Apples\nEmbargo: 2026-11-24 18:00 UTC\n\nApples.', {
      sequencer: '1',
    });
    expect(outcomes).toEqual([{ outcome: 'superseded', uri: 'tag:copytaster.localhost,2026:desk/a.txt', version: 2 }]);
    expect(await seen(test)).not.toMatch(/apples/i);
  });
});

describe('two publishers of one story', () => {
  it('never leave a word of what was killed, wherever the first is interrupted', async () => {
    for (let at = 1, interrupted = true; interrupted; at += 1) {
      using test = testGround();
      await test.upload('desk/a.txt', 'Headline: Apples\n\nA libellous orchard.');
      interrupted = false;
      await emitStory(
        interruptedAt(test.ground, at, async () => {
          interrupted = true;
          await test.upload('desk/a.txt', 'Headline: Apples\nStatus: canceled\n');
          await test.settle();
        }),
        headKey('tag:copytaster.localhost,2026:desk/a.txt'),
      );
      await test.settle();
      expect((await everyObject(test.ground)).includes('libellous'), `interrupted before call ${at}`).toBe(
        !interrupted,
      );
    }
  });
});

describe('two publishers of one channel', () => {
  it('never leave an older feed over a newer one, at whichever step the first is interrupted', async () => {
    for (let at = 1, newer = true; newer; at += 1) {
      using test = testGround();
      await test.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
      await test.settle();
      await test.upload('desk/b.txt', 'Headline: Pears\n\nPears.');
      await emitStory(test.ground, headKey('tag:copytaster.localhost,2026:desk/b.txt'));
      newer = false;
      await emitChannel(
        interruptedAt(test.ground, at, async () => {
          newer = true;
          await test.upload('desk/c.txt', 'Headline: Plums\n\nPlums.');
          await test.settle();
        }),
        'all',
      );
      const left = titles(await read(test.ground, '/feeds/all.rss'));
      expect(left.toSorted()).toEqual(newer ? ['Apples', 'Pears', 'Plums'] : ['Apples', 'Pears']);
      await test.settle();
      const shown = titles(await read(test.ground, '/feeds/all.rss')).toSorted();
      expect(shown).toHaveLength((await test.ground.table.query({ pk: 'channel#all' })).items.length);
    }
  });
});

describe('rebuilding', () => {
  it('renders everything again under a new address and changes nothing else', async () => {
    using test = testGround();
    await test.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
    await test.settle();
    const before = await read(test.ground, '/feeds/all.rss');
    const moved: Ground = {
      ...test.ground,
      settings: {
        ...test.ground.settings,
        site: { ...test.ground.settings.site, publicUrl: 'https://wire.example.org' },
      },
    };
    await rebuild(moved);
    const after = await read(moved, '/feeds/all.rss');
    expect(after).toBe(before.replaceAll('http://localhost:8080', 'https://wire.example.org'));
    const link = /<link>[^<]*(\/stories\/\w+)\.html<\/link>/.exec(after)![1]!;
    expect(await read(moved, `${link}.newsml`)).not.toContain('localhost:8080');
  });
});

/** Everything an outsider could ever be handed: all renderings in the feeds bucket, plain. */
async function everyObject(ground: Ground): Promise<string> {
  const { keys } = await ground.feeds.list('');
  const texts = await Promise.all(
    keys
      .filter(({ key }) => !key.startsWith('overflow/') && !key.endsWith('.br'))
      .map(async ({ key }) => {
        const object = (await ground.feeds.get(key))!;
        return new TextDecoder().decode(object.encoding === 'gzip' ? gunzipSync(object.bytes) : object.bytes);
      }),
  );
  return texts.join('\n');
}

/** Runs `meanwhile` once, before the n-th call of any port. */
function interruptedAt(ground: Ground, at: number, meanwhile: () => Promise<void>): Ground {
  let calls = 0;
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get:
        (target, name) =>
        async (...words: readonly unknown[]) => {
          calls += 1;
          if (calls === at) await meanwhile();
          return (target as Record<PropertyKey, (...given: readonly unknown[]) => unknown>)[name]!(...words);
        },
    });
  return { ...ground, table: wrap(ground.table), feeds: wrap(ground.feeds) };
}
