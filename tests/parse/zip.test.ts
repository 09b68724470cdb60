import { describe, expect, it } from 'vitest';
import { decode } from '../../shared/decode/decode.ts';
import { isRejection } from '../../shared/outcome.ts';
import type { Readings } from '../../shared/parse/parser.ts';
import { readUpload } from '../../shared/parse/parsers.ts';
import { decodeName } from '../../shared/parse/zip/names.ts';
import { defaultLimits } from '../../shared/upload.ts';
import type { Limits } from '../../shared/upload.ts';
import { zipFile } from '../archive-files.ts';
import type { ZipMember } from '../archive-files.ts';
import { iimSegment, jpegHead, pngFile } from '../picture-files.ts';

async function read(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Readings> {
  const decoded = decode(bytes, 'application/zip');
  if (isRejection(decoded)) return [decoded];
  const { readings, format } = await readUpload(
    { name: 'late.zip', bytes, ...decoded },
    { ...defaultLimits, ...limits },
    decode,
  );
  expect(format).toBe('zip');
  return readings;
}

const story =
  'Headline: Ferries stop\nBy Jane Doe\n\nThe harbour of Vesterhavn closed at noon on Tuesday as the wind rose, the port authority said.\n\nNo ferry is expected to leave before Thursday morning.\n';
const picture = pngFile(8, 6, () => [10, 20, 30]);

/** The only reading, which must be a refusal of the whole archive. */
async function refusal(members: readonly ZipMember[], limits?: Partial<Limits>): Promise<unknown> {
  const readings = await read(zipFile(members), limits);
  expect(readings).toHaveLength(1);
  return readings[0];
}

describe('an archive', () => {
  it('with one story gives it all pictures, whatever a Mac adds', async () => {
    const readings = await read(
      zipFile([
        { name: 'late/' },
        { name: 'late/ferry.txt', content: story },
        { name: 'late/Photos/MOLE.PNG', content: picture, method: 0 },
        { name: '__MACOSX/late/._ferry.txt', content: 'x' },
        { name: 'late/.DS_Store', content: 'x' },
      ]),
    );
    expect(readings).toHaveLength(1);
    expect(readings[0]).toMatchObject({
      format: 'plain-text',
      pictures: [{ fileName: 'MOLE.PNG', width: '8', content: { mediaType: 'image/png' } }],
    });
    expect(readings[0]).toHaveProperty('body.2.type', 'figure');
  });

  it('gives a picture to the story that names it, and its words wait behind the story’s own', async () => {
    const html =
      '<!DOCTYPE html><html><head><title>Mole holds</title></head><body><article><h1>Mole holds</h1><p>The mole of Vesterhavn held through the night, the port authority said on Wednesday.</p><figure><img src="photos/mole.jpg"><figcaption>The mole on Tuesday.</figcaption></figure></article></body></html>';
    const jpeg = jpegHead(
      800,
      600,
      iimSegment([
        [120, 'Another caption.'],
        [80, 'ANN POE'],
        [110, 'AFP'],
        [90, 'Vesterhavn'],
      ]),
    );
    const readings = await read(
      zipFile([
        { name: 'photos/Mole.jpg', content: jpeg },
        { name: 'a.txt', content: story },
        { name: 'b.html', content: html },
      ]),
    );
    expect(readings).toHaveLength(2);
    expect(readings[1]).toMatchObject({
      format: 'html',
      pictures: [
        {
          caption: 'The mole on Tuesday.',
          width: '800',
          content: { mediaType: 'image/jpeg' },
          file: { creator: 'ANN POE', credit: 'AFP', place: 'Vesterhavn' },
        },
      ],
    });
  });

  it('keeps pictures that belong to none of several stories as items of their own', async () => {
    const readings = await read(
      zipFile([
        { name: 'a.txt', content: story },
        { name: 'b.txt', content: story.replace('Ferries', 'Trains') },
        { name: 'c.png', content: picture },
      ]),
    );
    expect(readings.map((reading) => ('kind' in reading ? reading.kind : 'text'))).toEqual(['text', 'text', 'picture']);
  });

  it('may have a comment, and archives in it', async () => {
    const inner = zipFile([{ name: 'ferry.txt', content: story }]);
    const readings = await read(zipFile([{ name: 'ferry.zip', content: inner }], { comment: 'Late edition' }));
    expect(readings).toMatchObject([{ headline: 'Ferries stop' }]);
  });

  it('has names in the old PC’s characters', () => {
    expect(decodeName(Buffer.from('F\x84hre \x94.txt', 'latin1'))).toBe('Fähre ö.txt');
    expect(decodeName(Buffer.from('Fähre.txt'))).toBe('Fähre.txt');
  });

  it('is foreign when it is an office document', async () => {
    expect(
      await refusal([
        { name: '[Content_Types].xml', content: '<x/>' },
        { name: 'word/document.xml', content: '<x/>' },
      ]),
    ).toMatchObject({ code: 'unknown-format' });
  });

  it('is empty when it holds only what computers add', async () => {
    expect(await refusal([{ name: 'late/' }, { name: '__MACOSX/._a', content: 'x' }])).toMatchObject({ code: 'empty' });
    expect(await refusal([])).toMatchObject({ code: 'empty' });
  });
});

describe('a member by itself', () => {
  const good: ZipMember = { name: 'a.txt', content: story };
  it.each<[string, ZipMember, string]>([
    ['encrypted', { name: 'b.txt', content: story, flags: 1 }, 'unreadable'],
    ['packed in an unknown way', { name: 'b.txt', content: story, method: 14 }, 'unreadable'],
    ['damaged', { name: 'b.txt', content: story, says: { crc: 1 } }, 'malformed'],
    ['larger than the archive says', { name: 'b.txt', content: story, says: { unpacked: 20 } }, 'unsafe'],
    ['smaller than the archive says', { name: 'b.txt', content: story, says: { unpacked: 2000 } }, 'unsafe'],
    ['a link', { name: 'b.txt', content: '/etc/passwd', unixMode: 0xa1ff }, 'unsafe'],
    ['empty', { name: 'b.txt', content: '' }, 'empty'],
    ['no text and no picture', { name: 'b.txt', content: Buffer.from([0, 1, 2, 3, 0, 0, 5, 0]) }, 'unreadable'],
  ])('is refused when it is %s, and the others are read', async (_what, bad, code) => {
    const readings = await read(zipFile([bad, good]));
    expect(readings).toMatchObject([{ outcome: 'rejected', code, member: 'b.txt' }, { headline: 'Ferries stop' }]);
  });
});

describe('a hostile archive is refused before anything is unpacked', () => {
  it.each(['../a.txt', 'x/../../a.txt', '/etc/a.txt', 'C:\\a.txt', '..\\a.txt', '\\\\host\\a.txt', 'a.txt\0.png'])(
    'with the name %j',
    async (name) => {
      expect(
        await refusal([
          { name: 'ok.txt', content: story },
          { name, content: story },
        ]),
      ).toMatchObject({ code: 'unsafe', message: expect.stringContaining('leads out') });
    },
  );

  it('with too many members', async () => {
    const members = Array.from({ length: 201 }, (_, index) => ({ name: `${index}.txt`, content: story }));
    expect(await refusal(members)).toMatchObject({
      code: 'unsafe',
      message: 'The archive has 201 files; at most 200 are taken.',
    });
  });

  it('with a member that unpacks to very much', async () => {
    expect(await refusal([{ name: 'a.txt', content: Buffer.alloc(3_000_000) }])).toMatchObject({
      code: 'unsafe',
      message: expect.stringContaining('100 times'),
    });
  });

  it('with members that unpack to too much together', async () => {
    expect(
      await refusal(
        [
          { name: 'a.txt', content: story },
          { name: 'b.txt', content: story },
        ],
        { zipBytes: 300 },
      ),
    ).toMatchObject({ code: 'unsafe', message: expect.stringContaining('unpacks to') });
  });

  it('with members that lie over one another', async () => {
    const archive = zipFile([
      { name: 'a.txt', content: story, says: { packed: 5000 } },
      { name: 'b.txt', content: story.repeat(99), method: 0 },
    ]);
    expect(await read(archive)).toMatchObject([{ code: 'unsafe', message: expect.stringContaining('lies over') }]);
  });

  it('with two members of one content or one name', async () => {
    expect(
      await refusal([
        { name: 'a.txt', content: story },
        { name: 'a.txt', content: story, says: { offset: 0 } },
      ]),
    ).toMatchObject({ code: 'unsafe' });
    expect(
      await refusal([
        { name: 'a.txt', content: story },
        { name: 'a.txt', content: 'x' },
      ]),
    ).toMatchObject({ code: 'unsafe', message: expect.stringContaining('two files named') });
  });

  it('with a directory that names members otherwise than they name themselves', async () => {
    expect(await refusal([{ name: 'a.txt', content: story, says: { name: 'b.txt' } }])).toMatchObject({
      code: 'unsafe',
      message: expect.stringContaining('do not agree'),
    });
  });

  it('as a ZIP64', async () => {
    expect(await refusal([{ name: 'a.txt', content: story, says: { unpacked: 0xffffffff } }])).toMatchObject({
      code: 'unsafe',
      message: expect.stringContaining('ZIP64'),
    });
  });

  it('with archives nested too deep, however small', async () => {
    let archive = zipFile([{ name: 'a.txt', content: story }]);
    for (let depth = 0; depth < 3; depth += 1) archive = zipFile([{ name: 'inner.zip', content: archive }]);
    expect(await read(archive)).toMatchObject([{ code: 'unsafe', member: 'inner.zip/inner.zip/inner.zip' }]);
  });

  it('with more in its archives than it could hold itself', async () => {
    const inner = zipFile(Array.from({ length: 15 }, (_, index) => ({ name: `${index}.txt`, content: story })));
    const members = Array.from({ length: 20 }, (_, index) => ({ name: `${index}.zip`, content: inner }));
    const readings = await read(zipFile(members));
    expect(readings).toHaveLength(20);
    expect(readings.every((reading) => isRejection(reading) && reading.code === 'unsafe')).toBe(true);
  });

  it('cut anywhere', async () => {
    const whole = zipFile([
      { name: 'a.txt', content: story },
      { name: 'b.png', content: picture, method: 0 },
    ]);
    for (let end = 4; end < whole.length; end += 7)
      expect(await read(whole.subarray(0, end))).toMatchObject([{ outcome: 'rejected', code: 'unreadable' }]);
  });

  it('spoilt anywhere', async () => {
    const whole = zipFile([
      { name: 'a.txt', content: story },
      { name: 'b.png', content: picture },
    ]);
    for (let at = 4; at < whole.length; at += 1) {
      const spoilt = Buffer.from(whole);
      spoilt[at] = spoilt[at]! ^ 0xff;
      for (const reading of await read(spoilt)) expect(isRejection(reading) || reading.body.length > 0).toBe(true);
    }
  });
});
