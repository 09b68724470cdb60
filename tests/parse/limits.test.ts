// Every bound has a hostile file made for it: it is refused by its code, with words, and nothing is thrown.

import { deflateSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Rejection } from '../../shared/outcome.ts';
import { isRejection } from '../../shared/outcome.ts';
import { readBytes } from '../../shared/receive.ts';
import type { Limits } from '../../shared/upload.ts';
import { defaultLimits } from '../../shared/upload.ts';

async function refusals(
  bytes: Uint8Array,
  name: string,
  limits: Partial<Limits> = {},
): Promise<readonly Pick<Rejection, 'code' | 'message' | 'member'>[]> {
  const { readings } = await readBytes(bytes, name, undefined, { ...defaultLimits, ...limits });
  return readings.filter(isRejection);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const item = (inside: string, type = ''): Uint8Array =>
  utf8(
    `<?xml version="1.0"?>${type}<newsItem guid="urn:x" version="1"><contentMeta><headline>${inside}</headline></contentMeta></newsItem>`,
  );

/** A PNG header that promises a size. */
function pngOf(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

describe('an upload is refused', () => {
  it('when it is too large', async () => {
    expect(await refusals(new Uint8Array(1001), 'a.txt', { uploadBytes: 1000 })).toMatchObject([{ code: 'too-large' }]);
  });

  it('when its XML is nested too deep', async () => {
    expect(await refusals(item('<a>'.repeat(300) + '</a>'.repeat(300)), 'a.xml')).toMatchObject([
      { code: 'unsafe', message: expect.stringContaining('200') as string },
    ]);
  });

  it.each([
    ['entities that multiply', '<!DOCTYPE n [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'],
    ['an entity that is a file', '<!DOCTYPE n [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['an entity from the network', '<!DOCTYPE n [<!ENTITY a PUBLIC "x" "http://evil.example/x">]>'],
    ['a parameter entity', '<!DOCTYPE n [<!ENTITY % p SYSTEM "http://evil.example/x.dtd">]>'],
  ])('when its XML declares %s', async (_, type) => {
    expect(await refusals(item('&c;&a;', type), 'a.xml')).toMatchObject([{ code: 'unsafe' }]);
  });

  it.each(['rss', 'feed', 'nitf', 'html', 'NewsML', 'anything'])(
    'when its XML declares entities that multiply, whatever its kind: <%s>',
    async (root) => {
      const bomb = `<?xml version="1.0"?>\n<!DOCTYPE ${root} [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<${root}><p>&b;</p></${root}>`;
      expect(await refusals(utf8(bomb), 'a.xml')).toMatchObject([{ code: 'unsafe' }]);
    },
  );

  it('when its JSON is nested too deep', async () => {
    expect(
      await refusals(
        utf8(`{"uri":"urn:x","headline":"x","body_html":"y","z":${'['.repeat(5000)}${']'.repeat(5000)}}`),
        'a.json',
      ),
    ).toMatchObject([{ code: 'unsafe' }]);
  });

  it('when its picture has too many pixels', async () => {
    expect(await refusals(pngOf(20_000, 20_000), 'a.png')).toMatchObject([
      { code: 'unsafe', message: expect.stringContaining('400 megapixels') as string },
    ]);
  });

  it('when its picture is cut short', async () => {
    expect(await refusals(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'a.jpg')).toMatchObject([
      { code: 'unreadable' },
    ]);
  });
});

describe('an archive is refused', () => {
  const many = Object.fromEntries(
    Array.from({ length: 201 }, (_, index) => [`${index}.txt`, utf8('Ferries stop\n\nThe harbour closed.')]),
  );

  it('when it has too many members', async () => {
    expect(await refusals(zipSync(many), 'a.zip')).toMatchObject([
      { code: 'unsafe', message: expect.stringContaining('200') as string },
    ]);
  });

  it('when it unpacks to too much', async () => {
    expect(
      await refusals(zipSync({ 'a.txt': utf8('Harbour '.repeat(2000)) }), 'a.zip', {
        zipBytes: 10_000,
        zipRatio: 100_000,
      }),
    ).toMatchObject([{ code: 'unsafe' }]);
  });

  it('when a member unpacks to many times its size', async () => {
    expect(await refusals(zipSync({ 'a.txt': new Uint8Array(20_000_000) }, { level: 9 }), 'a.zip')).toMatchObject([
      { code: 'unsafe' },
    ]);
  });

  it('when a member is larger than the directory says', async () => {
    const packed = zipSync({ 'a.txt': utf8('Harbour '.repeat(50_000)) });
    const view = new DataView(packed.buffer);
    for (let at = packed.length - 4; at > 0; at -= 1) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      view.setUint32(at + 24, 1000, true);
      break;
    }
    expect((await refusals(packed, 'a.zip')).length).toBeGreaterThan(0);
  });

  it.each(['../out.txt', '/etc/out.txt', 'C:\\out.txt', 'a/../../out.txt', '..\\out.txt', 'a\u0000.txt'])(
    'when a name leads out of it: %j',
    async (name) => {
      expect(await refusals(zipSync({ [name]: utf8('Evil\n\nBody.') }), 'a.zip')).toMatchObject([{ code: 'unsafe' }]);
    },
  );

  it('when archives lie in archives', async () => {
    let inner = zipSync({ 'a.txt': utf8('Ferries stop\n\nThe harbour closed.') });
    for (let depth = 0; depth < 6; depth += 1) inner = zipSync({ 'a.zip': inner }, { level: 0 });
    expect(await refusals(inner, 'a.zip')).toMatchObject([{ code: 'unsafe' }]);
  });

  it('when its directory is missing, or is only noise', async () => {
    const packed = zipSync({ 'a.txt': utf8('Ferries') });
    expect((await refusals(packed.slice(0, 40), 'a.zip')).length).toBeGreaterThan(0);
    expect(
      (await refusals(Uint8Array.from([0x50, 0x4b, 3, 4, ...deflateSync(new Uint8Array(500))]), 'a.zip')).length,
    ).toBeGreaterThan(0);
  });
});
