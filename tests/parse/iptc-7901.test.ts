// IPTC 7901 by its parts: header, head, text, notebook, date-time group and the 7-bit character sets; whole messages are among the golden stories.

import { describe, expect, it } from 'vitest';
import { decode } from '../../shared/decode/decode.ts';
import type { Draft } from '../../shared/draft.ts';
import { isRejection } from '../../shared/outcome.ts';
import { takeWords } from '../../shared/parse/iptc-7901/head-lines.rules.ts';
import { readDateTimeGroup } from '../../shared/parse/iptc-7901/date-time-group.ts';
import { agencyIn, readMessageHeader } from '../../shared/parse/iptc-7901/header.ts';
import { iptc7901 } from '../../shared/parse/iptc-7901.ts';
import type { Upload } from '../../shared/upload.ts';
import { defaultLimits } from '../../shared/upload.ts';

function uploadOf(text: string, encoding: BufferEncoding = 'latin1'): Upload {
  const bytes = new Uint8Array(Buffer.from(text, encoding));
  const decoded = decode(bytes);
  if (isRejection(decoded)) throw new Error(decoded.message);
  return { name: 'wire.txt', bytes, ...decoded };
}

async function draftsOf(text: string, encoding?: BufferEncoding): Promise<readonly Draft[]> {
  const readings = await iptc7901.parse(uploadOf(text, encoding), {
    limits: defaultLimits,
    depth: 0,
    mend: (given: string) => given,
    read: async () => [],
  });
  return readings.filter((reading): reading is Draft => !isRejection(reading));
}

const header = '\u0001eca0417 3 i 12  dpa 0388\r\n\r\nNorland/harbour/\r\n';

function message(text: string): string {
  return `${header}\u0002${text.replaceAll('\n', '\r\n')}\r\n\u0003241405 GMT Nov 26\r\n\u0004`;
}

describe('recognises', () => {
  it('takes a header line behind SOH', () => {
    expect(iptc7901.recognises(uploadOf(message('Cranes stop =\n\nText.')))).toBe(true);
  });

  it('takes a header line without SOH where STX follows', () => {
    expect(iptc7901.recognises(uploadOf(message('Cranes stop =\n\nText.').slice(1)))).toBe(true);
  });

  it('takes a message that lost all its controls, by header and date-time group', () => {
    expect(iptc7901.recognises(uploadOf(message('Cranes stop =\n\nText.').replace(/[\u0001-\u0004]/g, '')))).toBe(true);
  });

  it('leaves racing results that only begin with SOH to others', () => {
    expect(iptc7901.recognises(uploadOf('\u0001CRANFORD\u001f6\u001fN\u001fN\r\n\r\n   6-CUP 2035m'))).toBe(false);
  });

  it('leaves prose that mentions a header to others', () => {
    expect(iptc7901.recognises(uploadOf('The line was abc123 4 i 211.\n\nNothing else happened.'))).toBe(false);
  });
});

describe('the header', () => {
  it.each([
    [
      'eca062 4 i 211 ccccb   dpa 061',
      { service: 'eca', sequence: '062', urgency: '4', category: 'i', words: '211', rest: 'ccccb dpa 061' },
    ],
    [
      'APA0246 5 CI 0229 II',
      { service: 'APA', sequence: '0246', urgency: '5', category: 'CI', words: '0229', rest: 'II' },
    ],
    ['bdt 0231 4 pl 143', { service: 'bdt', sequence: '0231', urgency: '4', category: 'pl', words: '143', rest: '' }],
  ])('%s', (line, expected) => {
    expect(readMessageHeader(line)).toEqual(expected);
  });

  it('is none in a line of prose', () => {
    expect(readMessageHeader('Berlin 4 August 211 people were on board')).toBeUndefined();
  });
});

describe('the agency in a header', () => {
  it.each([
    ['eca062 4 i 211 ccccb   dpa 061', 'dpa'],
    ['ecp0007 4 s 850  dpa-tns 0908', 'dpa-tns'],
    ['FRS0123 4 I 0345 FRA /AFP-QX12', 'AFP'],
    ['APA0246 5 CI 0229 II', undefined],
  ])('%s', (line, agency) => {
    expect(agencyIn(readMessageHeader(line)!)).toBe(agency);
  });
});

describe('the date-time group', () => {
  it.each([
    ['131137 GMT Nov 13', '2013-11-13T11:37 GMT'],
    ['071341 GMT Okt 15 ', '2015-10-07T13:41 GMT'],
    ['211259 Nov 18', '2018-11-21T12:59'],
    ['311200Z Mär 2024', '2024-03-31T12:00Z'],
    ['241632 MEZ Dez 98', '1998-12-24T16:32 MEZ'],
  ])('%s', (line, expected) => {
    expect(readDateTimeGroup(line)).toBe(expected);
  });

  it.each(['991137 GMT Nov 13', '132537 GMT Nov 13', '131137 GMT Xyz 13', 'dpa wsz jln'])('is none in %s', (line) => {
    expect(readDateTimeGroup(line)).toBeUndefined();
  });
});

describe('the head', () => {
  it.each(takeWords)('knows “$sample” for a take', async ({ sample, signal }) => {
    const [draft] = await draftsOf(
      message(`${sample}\nCranes stop in Karsund =\n\nKarsund (dpa) - The cranes have stopped.`),
    );
    if (signal === 'kill') expect(draft).toMatchObject({ signal: 'kill', status: 'canceled' });
    else
      expect(draft).toMatchObject({ takeKey: sample, headline: 'Cranes stop in Karsund', ...(signal && { signal }) });
  });

  it('joins a headline of two lines and keeps a byline apart', async () => {
    const [draft] = await draftsOf(
      message('Cranes stop in Karsund after talks\ncollapse\nVon Jörg Gräf, dpa =\n\nKarsund (dpa) - Text.'),
    );
    expect(draft).toMatchObject({
      headline: 'Cranes stop in Karsund after talks collapse',
      bylines: ['Von Jörg Gräf, dpa'],
    });
  });

  it('takes a headline that only looks like a take word when it stands alone', async () => {
    const [draft] = await draftsOf(message('Update =\n\nKarsund (dpa) - Text.'));
    expect(draft).toMatchObject({ headline: 'Update' });
  });

  it('reads (Achtung) as a note', async () => {
    const [draft] = await draftsOf(message('(Achtung)\nImprint =\n\ncopyright by dpa copyright by dpa'));
    expect(draft).toMatchObject({ headline: 'Imprint', edNotes: ['(Achtung)'] });
    expect(draft!.takeKey).toBeUndefined();
    expect(draft!.body).toHaveLength(1);
  });
});

describe('the text', () => {
  it('joins wrapped lines and splits at indents', async () => {
    const [draft] = await draftsOf(
      message(
        `Cranes stop =\n\n   The cranes of the northern port of Karsund have stopped on Tuesday\nmorning.\n   The walkout halted fourteen ships, among them three of the high-\nspeed ferries.`,
      ),
    );
    expect(draft!.body).toEqual([
      { type: 'paragraph', text: 'The cranes of the northern port of Karsund have stopped on Tuesday morning.' },
      { type: 'paragraph', text: 'The walkout halted fourteen ships, among them three of the high-speed ferries.' },
    ]);
  });

  it('keeps the columns of a table', async () => {
    const [draft] = await draftsOf(
      message('Snow =\n\nTalbach         48 cm\nOberwald       112 cm\nSeeberg         73 cm'),
    );
    expect(draft!.body).toEqual([
      { type: 'preformatted', text: 'Talbach         48 cm\nOberwald       112 cm\nSeeberg         73 cm' },
    ]);
  });

  it('keeps a rule of stars between two parts of a story', async () => {
    const [draft] = await draftsOf(message('Cranes stop =\n\nFirst part.\n\n* * *\n\nSecond part.'));
    expect(draft!.body.map((block) => 'text' in block && block.text)).toEqual(['First part.', 'Second part.']);
  });

  it('holds nothing of what is not for publication', async () => {
    const [draft] = await draftsOf(
      message(
        'Cranes stop =\n\nText.\n\nThe following information is not intended for publication\n\n- Tel: +49 30 000\n\ndpa ab cd',
      ),
    );
    expect(draft!.body).toEqual([{ type: 'paragraph', text: 'Text.' }]);
    expect(draft!.edNotes!.join('\n')).toContain('+49 30 000');
  });
});

describe('character sets', () => {
  it('follows escape codes to the German set and back', async () => {
    const [draft] = await draftsOf(message('Stopp =\n\n\u001B(KB}rger \\ffnen T}ren\u001B(B [sic].'));
    expect(draft!.body).toEqual([{ type: 'paragraph', text: 'Bürger Öffnen Türen [sic].' }]);
  });

  it('leaves braces of English text alone', async () => {
    const [draft] = await draftsOf(message('Code =\n\nHe wrote {a|b|c} and {x}, and said der die das.'));
    expect(draft!.body).toEqual([{ type: 'paragraph', text: 'He wrote {a|b|c} and {x}, and said der die das.' }]);
  });

  it('reads UTF-8 and Latin-1 alike', async () => {
    const text = message('Müller öffnet Tür =\n\nDer Bürger grüßt.');
    expect((await draftsOf(text, 'utf8'))[0]!.headline).toBe('Müller öffnet Tür');
    expect((await draftsOf(text, 'latin1'))[0]!.headline).toBe('Müller öffnet Tür');
  });
});
