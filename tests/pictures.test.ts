// Pictures find their story, whichever of the two arrives first; files are kept once, by digest.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serve } from '../lambdas/serve.ts';
import type { HttpResult } from '../lambdas/events.ts';
import { releaseEmbargoes } from '../shared/release.ts';
import { addPartner } from '../shared/store/partners.ts';
import { readReceipt } from '../shared/store/receipts.ts';
import { readHead, readStory } from '../shared/store/stories.ts';
import type { Story } from '../shared/story.ts';
import type { TestGround } from './ground.ts';
import { testGround } from './ground.ts';

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, 'stories', name)));
const ferry = file('image-xmp/input.png');
const text =
  'Ferries stop as storm nears\n\nThe harbour of Vesterhavn closed at noon on Tuesday.\n\n[Image: ferry.png]\n\nNo ferry is expected to leave before Thursday.\n';

async function standing(desk: TestGround, uri: string): Promise<Story> {
  return readStory(desk.ground, uri, (await readHead(desk.ground.table, uri))!.version);
}

function get(desk: TestGround, path: string): Promise<HttpResult> {
  return serve(desk.ground, { rawPath: path, headers: {}, requestContext: { http: { method: 'GET' } } });
}

const attached = {
  fileName: 'ferry.png',
  href: expect.stringMatching(/^\/media\/[0-9a-f]{64}\.png$/) as string,
  width: 1400,
  height: 700,
  caption: expect.stringContaining('A ferry lies') as string,
  credit: { line: 'Ann Poe/AFP/Getty Images' },
};

describe('a picture that a story names', () => {
  it('is attached when it arrived before the story', async () => {
    using desk = testGround();
    await desk.upload('north/ferry.png', ferry);
    const { outcomes } = await desk.upload('north/ferries.txt', text);
    expect(outcomes).toMatchObject([{ outcome: 'stored', version: 1 }]);
    expect((await standing(desk, 'tag:copytaster.localhost,2026:north/ferries.txt')).pictures).toMatchObject([
      attached,
    ]);
  });

  it('is attached when it arrives after the story, as the story’s next version, and the receipt says so', async () => {
    using desk = testGround();
    const uri = 'tag:copytaster.localhost,2026:north/ferries.txt';
    await desk.upload('north/ferries.txt', text);
    expect((await standing(desk, uri)).pictures).toMatchObject([{ fileName: 'ferry.png' }]);
    desk.setClock('2026-11-24T12:00:00.000Z');
    await desk.upload('north/ferry.png', ferry);
    // Importers look at the date to tell that there is something new.
    expect(await standing(desk, uri)).toMatchObject({
      version: 2,
      pictures: [attached],
      firstCreatedAt: '2026-11-24T10:00:01.000Z',
      versionCreatedAt: '2026-11-24T12:00:00.000Z',
    });
    expect((await readReceipt(desk.ground.table, 'north', 'ferries.txt'))!.outcomes).toMatchObject([
      { outcome: 'stored', version: 2 },
    ]);
  });

  it('is the newest of its name, and joins the newest version of the story, in whatever order their notices come', async () => {
    using desk = testGround();
    const old = { sequencer: '1', receivedAt: '2026-11-24T09:00:00.000Z' };
    await desk.upload('north/ferry.png', ferry);
    await desk.upload('north/ferry.png', file('image-turned/input.jpg'), old);
    await desk.upload('north/ferries.txt', text);
    expect((await standing(desk, 'tag:copytaster.localhost,2026:north/ferries.txt')).pictures).toMatchObject([
      attached,
    ]);
    await desk.upload('south/ferries.txt', text.replace('Thursday', 'Friday'));
    await desk.upload('south/ferries.txt', text, old);
    await desk.upload('south/ferry.png', ferry);
    const { pictures, body } = await standing(desk, 'tag:copytaster.localhost,2026:south/ferries.txt');
    expect(pictures).toMatchObject([attached]);
    expect(JSON.stringify(body)).toContain('Friday');
  });

  it('is not attached to another desk’s story of the same words', async () => {
    using desk = testGround();
    await desk.upload('south/ferries.txt', text);
    await desk.upload('north/ferry.png', ferry);
    expect((await standing(desk, 'tag:copytaster.localhost,2026:south/ferries.txt')).pictures[0]!.href).toBeUndefined();
  });

  it('keeps the caption and credit that the story gives it', async () => {
    using desk = testGround();
    await desk.upload('north/ferry.png', ferry);
    await desk.upload(
      'north/own.txt',
      text.replace('[Image: ferry.png]', '[Image: ferry.png]\n\nThe ferry at noon. (Tove Lind/Northlight)'),
    );
    const [picture] = (await standing(desk, 'tag:copytaster.localhost,2026:north/own.txt')).pictures;
    expect(picture).toMatchObject({
      caption: 'The ferry at noon.',
      credit: { line: 'Tove Lind/Northlight' },
      width: 1400,
    });
  });
});

describe('a picture file', () => {
  it('is kept once, by digest, and served with the renditions that will be made of it', async () => {
    using desk = testGround();
    await desk.upload('north/ferry.png', ferry);
    await desk.upload('south/same.png', ferry);
    const { keys } = await desk.ground.media.list('original/');
    expect(keys).toHaveLength(1);
    await desk.settle();
    const name = keys[0]!.key.slice('original/'.length);
    const story = await standing(desk, 'tag:copytaster.localhost,2026:north/ferry.png');
    expect(story).toMatchObject({ kind: 'picture', headline: 'A ferry in port' });
    expect(story.pictures[0]!.renditions.map(({ name: role, width, height }) => [role, width, height])).toEqual([
      ['web-640', 640, 320],
      ['webp-640', 640, 320],
      ['web-1280', 1280, 640],
      ['webp-1280', 1280, 640],
    ]);
    const whole = await get(desk, `/media/${name}`);
    expect(whole).toMatchObject({
      statusCode: 200,
      headers: { 'Content-Type': 'image/png', 'Cache-Control': expect.stringContaining('max-age=3600') as string },
    });
    expect(Buffer.from(whole.body, 'base64').equals(ferry)).toBe(true);
    const meanwhile = await get(desk, story.pictures[0]!.renditions[0]!.href);
    expect(meanwhile).toMatchObject({ statusCode: 307, headers: { Location: `/media/${name}` } });
  });

  it.each(['/media/none.jpg', `/media/${'0'.repeat(64)}.png`, `/media/${'0'.repeat(64)}-640.jpg`])(
    'is not there: %s',
    async (path) => {
      using desk = testGround();
      expect((await get(desk, path)).statusCode).toBe(404);
    },
  );
});

describe('a picture whose story is killed', () => {
  const kill = 'Headline: A ferry in port\nStatus: canceled\n';
  const media = async (desk: TestGround): Promise<string> =>
    `/media/${(await desk.ground.media.list('original/')).keys[0]!.key.slice('original/'.length)}`;

  it('is handed out no more, under any of its names', async () => {
    using desk = testGround();
    await desk.upload('north/ferry.png', ferry);
    await desk.settle();
    const { pictures } = await standing(desk, 'tag:copytaster.localhost,2026:north/ferry.png');
    const address = await media(desk);
    expect((await get(desk, address)).statusCode).toBe(200);
    await desk.upload('north/ferry.png', kill);
    await desk.settle();
    for (const name of [address, pictures[0]!.renditions[0]!.href])
      expect((await get(desk, name)).statusCode).toBe(410);
  });

  it('is handed out as long as another story shows it, and again when the story is', async () => {
    using desk = testGround();
    await desk.upload('north/ferry.png', ferry);
    await desk.upload('north/ferries.txt', text);
    await desk.settle();
    await desk.upload('north/ferry.png', kill);
    await desk.settle();
    expect((await get(desk, await media(desk))).statusCode).toBe(200);
    await desk.upload('north/ferries.txt', 'Headline: Ferries stop\nStatus: canceled\n');
    await desk.settle();
    expect((await get(desk, await media(desk))).statusCode).toBe(410);
    await desk.upload('north/ferries.txt', `Status: usable\n${text}`);
    await desk.settle();
    expect((await get(desk, await media(desk))).statusCode).toBe(200);
  });
});

describe('a picture of a story under embargo', () => {
  const name = `/media/${createHash('sha256').update(ferry).digest('hex')}.png`;
  const mail = (embargo: string): string =>
    `From: Desk <desk@wire.example>\r\nSubject: Ferries stop\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${embargo}\r\n\r\nThe harbour closed at noon, the port authority said.\r\n--b\r\nContent-Type: image/png; name=ferry.png\r\nContent-Disposition: attachment; filename=ferry.png\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(ferry).toString('base64')}\r\n--b--\r\n`;

  it('is handed to nobody before its time but to those that may read early, and then to all', async () => {
    using desk = testGround();
    const key = await addPartner(
      desk.ground.table,
      { name: 'early', kind: 'partner', channels: ['all'], embargoed: true },
      desk.ground.clock.now(),
    );
    const early = (): Promise<HttpResult> =>
      serve(desk.ground, {
        rawPath: name,
        headers: { authorization: `Bearer ${key}` },
        requestContext: { http: { method: 'GET' } },
      });
    await desk.upload('north/ferries.eml', mail('EMBARGOED UNTIL 18:00 UTC 24 November 2026'));
    expect((await get(desk, name)).statusCode).toBe(404);
    await desk.settle();
    expect((await get(desk, name)).statusCode).toBe(404);
    expect(await early()).toMatchObject({ statusCode: 200, headers: { 'Cache-Control': 'private, no-store' } });
    desk.setClock('2026-11-24T18:00:00.000Z');
    await releaseEmbargoes(desk.ground);
    await desk.settle();
    expect((await get(desk, name)).statusCode).toBe(200);
  });
});

describe('an original in a store that hands over by itself', () => {
  it('is told where to be fetched, and only while a story shows it', async () => {
    using desk = testGround();
    await desk.upload('north/ferry.png', ferry);
    await desk.settle();
    const name = (await desk.ground.media.list('original/')).keys[0]!.key.slice('original/'.length);
    const ground = {
      ...desk.ground,
      media: { ...desk.ground.media, temporaryUrl: async (key: string) => `https://bucket.example/${key}?signed` },
    };
    const ask = (path: string): Promise<HttpResult> =>
      serve(ground, { rawPath: path, requestContext: { http: { method: 'GET' } } });
    expect(await ask(`/media/${name}`)).toMatchObject({
      statusCode: 307,
      headers: { Location: `https://bucket.example/original/${name}?signed`, 'Cache-Control': 'public, max-age=60' },
    });
    expect((await ask(`/media/${'0'.repeat(64)}.png`)).statusCode).toBe(404);
    await desk.upload('north/ferry.png', 'Headline: A ferry in port\nStatus: canceled\n');
    await desk.settle();
    expect((await ask(`/media/${name}`)).statusCode).toBe(410);
  });
});
