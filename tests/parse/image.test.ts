import { describe, expect, it } from 'vitest';
import { decode } from '../../shared/decode/decode.ts';
import type { Draft } from '../../shared/draft.ts';
import { isRejection } from '../../shared/outcome.ts';
import { firstSentence } from '../../shared/parse/image/first-sentence.ts';
import { readFrame } from '../../shared/parse/image/frame.ts';
import type { Reading } from '../../shared/parse/parser.ts';
import { readUpload } from '../../shared/parse/parsers.ts';
import { defaultLimits } from '../../shared/upload.ts';
import type { Limits } from '../../shared/upload.ts';
import {
  exifSegment,
  gifHead,
  iimBlock,
  iimSegment,
  jpegHead,
  pngFile,
  tiffFile,
  webpHead,
  xmpPacketOf,
  xmpSegment,
} from '../picture-files.ts';

async function read(bytes: Uint8Array, name = 'mole.jpg', limits: Limits = defaultLimits): Promise<Reading> {
  const decoded = decode(bytes);
  if (isRejection(decoded)) return decoded;
  const { readings } = await readUpload({ name, bytes, ...decoded }, limits, decode);
  expect(readings).toHaveLength(1);
  return readings[0]!;
}

async function draftOf(bytes: Uint8Array, name?: string): Promise<Draft> {
  const reading = await read(bytes, name);
  if (isRejection(reading)) throw new Error(reading.message);
  return reading;
}

const white = (): [number, number, number] => [255, 255, 255];
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('a picture with IPTC IIM', () => {
  it('says caption, headline, people, rights, place and date', async () => {
    const draft = await draftOf(
      jpegHead(
        800,
        600,
        iimSegment(
          [
            [5, 'FERRY1'],
            [10, '4'],
            [12, 'IPTC:15054000:Sport:Soccer'],
            [15, 'I'],
            [20, 'WEATHER'],
            [25, 'storm'],
            [25, 'ferry'],
            [40, 'No archive'],
            [55, '20261120'],
            [60, '073000+0100'],
            [80, 'ANN POE'],
            [85, 'STF'],
            [90, 'Vesterhavn'],
            [95, 'Nordland'],
            [100, 'NOR'],
            [101, 'Norway'],
            [103, 'GAC103'],
            [105, 'A ferry in port'],
            [110, 'AFP'],
            [115, 'Getty Images'],
            [116, '© 2026 AFP'],
            [120, 'A ferry lies in port.\rIt is late.'],
          ],
          true,
        ),
      ),
    );
    expect(draft).toMatchObject({
      format: 'image',
      kind: 'picture',
      headline: 'A ferry in port',
      slugline: 'FERRY1',
      urgency: '4',
      edNotes: ['No archive'],
      keywords: ['storm', 'ferry'],
      copyrightNotice: '© 2026 AFP',
      body: [{ type: 'figure', picture: 'picture-1' }],
      subjects: [
        { scheme: 'subj', code: '15054000', name: 'Soccer' },
        { scheme: 'iim-category', code: 'I' },
        { name: 'WEATHER' },
      ],
      places: [{ name: 'Vesterhavn' }, { code: 'NOR', name: 'Norway' }],
    });
    expect(draft.guid).toBeUndefined();
    expect(draft.pictures).toMatchObject([
      {
        id: 'picture-1',
        headline: 'A ferry in port',
        caption: 'A ferry lies in port. It is late.',
        creator: 'ANN POE',
        creatorTitle: 'STF',
        credit: 'AFP',
        source: 'Getty Images',
        fileName: 'mole.jpg',
        mediaType: 'image/jpeg',
        width: '800',
        height: '600',
        taken: '2026-11-20T07:30:00+01:00',
        place: 'Vesterhavn, Nordland, Norway',
      },
    ]);
    expect(draft.pictures[0]!.uri).toBeUndefined();
  });

  it('is Windows-1252 where neither 1:90 nor the bytes say UTF-8', async () => {
    const draft = await draftOf(jpegHead(80, 60, iimSegment([[120, latin1('F\xE4hre \x93Anna\x94 im Hafen')]])));
    expect(draft.pictures[0]!.caption).toBe('Fähre “Anna” im Hafen');
  });

  it('is UTF-8 where the bytes prove it, with a last character cut in two left out', async () => {
    const cut = Buffer.from('Fährhafen Süd').subarray(0, 12);
    const draft = await draftOf(
      jpegHead(
        80,
        60,
        iimSegment([
          [105, cut],
          [120, 'Fähre “Anna” im Hafen'],
        ]),
      ),
    );
    expect(draft.headline).toBe('Fährhafen S');
    expect(draft.pictures[0]!.caption).toBe('Fähre “Anna” im Hafen');
  });

  it('mends a caption that was decoded twice', async () => {
    const draft = await draftOf(jpegHead(80, 60, iimSegment([[120, 'The harbourâ€™s ferry is late']], true)));
    expect(draft.pictures[0]!.caption).toBe('The harbour’s ferry is late');
  });

  it('takes release and expiry dates for embargo and end', async () => {
    const draft = await draftOf(
      jpegHead(
        80,
        60,
        iimSegment([
          [30, '20261201'],
          [35, '060000+0000'],
          [37, '20261231'],
          [120, 'A ferry in port.'],
        ]),
      ),
    );
    expect(draft).toMatchObject({ embargo: '2026-12-01T06:00:00+00:00', expires: '2026-12-31' });
  });

  it('leaves out dates that do not exist and offsets that are the clock again', async () => {
    const draft = await draftOf(
      jpegHead(
        80,
        60,
        iimSegment([
          [30, '00000000'],
          [55, '20261120'],
          [60, '105738-1057'],
          [120, 'A ferry in port.'],
        ]),
      ),
    );
    expect(draft.pictures[0]!.taken).toBe('2026-11-20T10:57:38');
    expect(draft.embargo).toBeUndefined();
  });
});

describe('a picture with XMP', () => {
  const alternatives = (name: string, text: string): string =>
    `<${name}><rdf:Alt><rdf:li xml:lang="de">Anderes</rdf:li><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></${name}>`;
  const packet = xmpPacketOf(
    [
      alternatives('dc:description', 'A ferry lies in the harbour of Vesterhavn &amp; waits.'),
      alternatives('dc:rights', '© Northlight'),
      alternatives('xmpRights:UsageTerms', 'Editorial use only'),
      alternatives('Iptc4xmpCore:AltTextAccessibility', 'A white ferry at a grey quay'),
      '<dc:creator><rdf:Seq><rdf:li>Ann Poe</rdf:li><rdf:li>Bo Roe</rdf:li></rdf:Seq></dc:creator>',
      '<dc:subject><rdf:Bag><rdf:li>ferry, big</rdf:li><rdf:li>storm</rdf:li></rdf:Bag></dc:subject>',
      '<plus:CopyrightOwner><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:CopyrightOwnerName>Northlight AS</plus:CopyrightOwnerName></rdf:li></rdf:Seq></plus:CopyrightOwner>',
      '<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li><rdf:Description Iptc4xmpExt:City="Vesterhavn" Iptc4xmpExt:CountryName="Norway" Iptc4xmpExt:CountryCode="NOR"/></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>',
    ].join(''),
    'photoshop:Credit="Northlight" photoshop:DateCreated="2026-11-20" Iptc4xmpExt:DigImageGUID="urn:example:northlight:0815" photoshop:TransmissionReference="Job 17"',
  );

  it('is read from properties, attributes, alternatives and structures', async () => {
    const draft = await draftOf(jpegHead(80, 60, xmpSegment(packet)));
    expect(draft).toMatchObject({
      guid: 'urn:example:northlight:0815',
      headline: 'A ferry lies in the harbour of Vesterhavn & waits',
      usageTerms: ['Editorial use only'],
      copyrightHolder: 'Northlight AS',
      keywords: ['ferry, big', 'storm'],
    });
    expect(draft.pictures[0]).toMatchObject({
      altText: 'A white ferry at a grey quay',
      creator: 'Ann Poe and Bo Roe',
      credit: 'Northlight',
      copyrightNotice: '© Northlight',
      uri: 'urn:example:northlight:0815',
      place: 'Vesterhavn, Norway',
      taken: '2026-11-20',
    });
  });

  it.each([
    ['PNG', pngFile(8, 6, white, packet), 'image/png'],
    ['WebP', webpHead(8, 6, packet), 'image/webp'],
    ['TIFF', tiffFile(8, 6, white, { packet }), 'image/tiff'],
  ])('is read from %s', async (_kind, bytes, mediaType) => {
    const draft = await draftOf(bytes, 'mole');
    expect(draft.pictures[0]).toMatchObject({ credit: 'Northlight', mediaType, width: '8', height: '6' });
  });

  it('speaks before IIM, but for a caption that is cut short', async () => {
    const short = xmpPacketOf(
      '',
      'photoshop:Headline="Ferry" photoshop:Credit="AFP" photoshop:City="Vesterhavn"',
    ).replace(
      '</rdf:Description>',
      '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A ferry lies in the har...</rdf:li></rdf:Alt></dc:description></rdf:Description>',
    );
    const draft = await draftOf(
      jpegHead(
        80,
        60,
        xmpSegment(short),
        iimSegment([
          [105, 'Boat'],
          [110, 'DPA'],
          [25, 'storm'],
          [120, 'A ferry lies in the harbour of Vesterhavn.'],
        ]),
      ),
    );
    expect(draft).toMatchObject({ headline: 'Ferry', keywords: ['storm'] });
    expect(draft.pictures[0]).toMatchObject({ credit: 'AFP', caption: 'A ferry lies in the harbour of Vesterhavn.' });
  });

  it('is left aside with a note where it is broken', async () => {
    const draft = await draftOf(
      jpegHead(
        80,
        60,
        xmpSegment('<x:xmpmeta><rdf:RDF><rdf:Description></rdf:RDF>'),
        iimSegment([[120, 'A ferry in port.']]),
      ),
    );
    expect(draft.pictures[0]!.caption).toBe('A ferry in port.');
    expect(draft.notes).toContainEqual(expect.objectContaining({ rule: 'broken-xmp' }));
  });
});

describe('a picture with Exif', () => {
  it('says who made it, when, and which side is up', async () => {
    const draft = await draftOf(
      jpegHead(
        800,
        600,
        exifSegment([
          [0x010e, 'A ferry in port.'],
          [0x0112, 6],
          [0x013b, 'Ann Poe'],
          [0x8298, '© Ann Poe'],
        ]),
      ),
    );
    expect(draft.pictures[0]).toMatchObject({
      caption: 'A ferry in port.',
      creator: 'Ann Poe',
      copyrightNotice: '© Ann Poe',
      width: '600',
      height: '800',
    });
  });

  it('does not take a camera’s own words for a caption', async () => {
    const draft = await draftOf(
      jpegHead(80, 60, exifSegment([[0x010e, 'OLYMPUS DIGITAL CAMERA']])),
      'photos/mole-1.jpg',
    );
    expect(draft.pictures[0]!.caption).toBeUndefined();
    expect(draft).toMatchObject({ headline: 'mole-1', pictures: [{ fileName: 'mole-1.jpg' }] });
  });
});

describe('a picture file', () => {
  it.each([
    ['JPEG', jpegHead(321, 123)],
    ['PNG', pngFile(321, 123, white)],
    ['GIF', gifHead(321, 123)],
    ['WebP', webpHead(321, 123, '')],
    ['TIFF', tiffFile(321, 123, white)],
  ])('tells its size as %s', (_kind, bytes) => {
    expect(readFrame(bytes)).toMatchObject({ width: 321, height: 123 });
  });

  it('carries its bytes', async () => {
    const bytes = pngFile(8, 6, white);
    expect((await draftOf(bytes)).pictures[0]!.content).toEqual({ bytes, mediaType: 'image/png' });
  });

  it('is unreadable when it ends before its size is told', async () => {
    const whole = jpegHead(800, 600, iimSegment([[120, 'A ferry in port.']]));
    for (const cut of [4, 20, whole.length - 20])
      expect(await read(whole.subarray(0, cut))).toMatchObject({
        code: 'unreadable',
        message: expect.stringContaining('cut short'),
      });
    expect(await read(pngFile(8, 6, white).subarray(0, 18))).toMatchObject({ code: 'unreadable' });
    expect(await read(jpegHead(0, 600))).toMatchObject({ code: 'unreadable' });
  });

  it('is unsafe when it has more pixels than are taken', async () => {
    expect(await read(jpegHead(40_000, 40_000))).toMatchObject({
      code: 'unsafe',
      message: 'The picture has 1600 megapixels; at most 100 are taken.',
    });
  });

  it('is read whatever bytes of its metadata are spoilt', async () => {
    const whole = jpegHead(
      80,
      60,
      exifSegment([
        [0x010e, 'A ferry in port.'],
        [0x0112, 6],
      ]),
      xmpSegment(xmpPacketOf('<dc:title>x</dc:title>')),
      iimSegment([
        [120, 'A ferry in port.'],
        [25, 'x'],
      ]),
    );
    for (let at = 4; at < whole.length - 24; at += 3) {
      const spoilt = Buffer.from(whole);
      spoilt[at] = spoilt[at]! ^ 0xff;
      const reading = await read(spoilt);
      expect(isRejection(reading) ? reading.code : reading.format).toMatch(/^(?:image|unreadable)$/);
    }
  });
});

describe('the first sentence of a caption', () => {
  it.each([
    ['A ferry in port on Friday, Nov. 20, 2026. It is late.', 'A ferry in port on Friday, Nov. 20, 2026'],
    ['Mr. J. Poe of the U.S. Navy waits. He is late.', 'Mr. J. Poe of the U.S. Navy waits'],
    ['Am 3. November lag die Fähre im Hafen. Sie wartet.', 'Am 3. November lag die Fähre im Hafen'],
    ['“Will it sail?” he asked.', '“Will it sail?”'],
    ['フェリーが港に停泊している。嵐が近づく。', 'フェリーが港に停泊している'],
  ])('%s', (caption, sentence) => {
    expect(firstSentence(caption)).toBe(sentence);
  });
});

describe('an IIM block by itself', () => {
  it('is read from TIFF', async () => {
    const draft = await draftOf(tiffFile(8, 6, white, { block: iimBlock([[120, 'A ferry in port.']]) }));
    expect(draft.pictures[0]!.caption).toBe('A ferry in port.');
  });
});
