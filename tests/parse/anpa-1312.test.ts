// ANPA 1312 by its parts: header, keyword line, marked head, signs and trailer; whole stories are among the golden stories.

import { describe, expect, it } from 'vitest';
import { decode } from '../../shared/decode/decode.ts';
import type { Draft } from '../../shared/draft.ts';
import { isRejection } from '../../shared/outcome.ts';
import { readKeywordLine } from '../../shared/parse/anpa-1312/keyword-line.ts';
import { readStoryHeader, readTrailer } from '../../shared/parse/anpa-1312/header.ts';
import { readSigns } from '../../shared/parse/anpa-1312/signs.ts';
import { takeKeyRows } from '../../shared/parse/anpa-1312/take-keys.rules.ts';
import { anpa1312 } from '../../shared/parse/anpa-1312.ts';
import type { Upload } from '../../shared/upload.ts';
import { defaultLimits } from '../../shared/upload.ts';

function uploadOf(text: string): Upload {
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
  const decoded = decode(bytes);
  if (isRejection(decoded)) throw new Error(decoded.message);
  return { name: 'wire.tst', bytes, ...decoded };
}

async function draftsOf(text: string): Promise<readonly Draft[]> {
  const readings = await anpa1312.parse(uploadOf(text), {
    limits: defaultLimits,
    depth: 0,
    mend: (given: string) => given,
    read: async () => [],
  });
  return readings.filter((reading): reading is Draft => !isRejection(reading));
}

function story(text: string, format = '\u0011'): string {
  return `\u0016\u0016\u0001W2417\u001f_asian\r\nr a\u0013${format} BC-US--Cranes     11-24 0412\r\n\u0002${text.replaceAll('\n', '\r\n')}\r\n\u0003AP-WF-11-24-26 1909GMT<\r\n\f\r\n\u0004`;
}

describe('recognises', () => {
  it('takes both header lines with their controls', () => {
    expect(anpa1312.recognises(uploadOf(story('^BC-US--Cranes,12<')))).toBe(true);
  });

  it('takes them without controls', () => {
    expect(
      anpa1312.recognises(uploadOf('a0105WIREnews-\nu s BC-Soccer-Cup   09-12 0344\nBC-Soccer-Cup\nCarsonde win cup')),
    ).toBe(true);
  });

  it('takes stories between ZCZC and NNNN with marked lines', () => {
    expect(anpa1312.recognises(uploadOf('ZCZC AAP\n%A\n#Harbour\n$Crane falls\nText.'))).toBe(true);
  });

  it('leaves text that mentions ZCZC, and racing results behind SOH, to others', () => {
    expect(anpa1312.recognises(uploadOf('ZCZC was how telex began.\n\nIt ended with NNNN.'))).toBe(false);
    expect(anpa1312.recognises(uploadOf('\u0001NEWS: CRANFORD\u001f6\u001fN\u001fN\r\n\r\n1. MONTAUK'))).toBe(false);
  });
});

describe('the header', () => {
  it('says priority, category, keyword, version and whether lines are kept', () => {
    expect(readStoryHeader('r z\u0014\u0012 BC-BKN--Heat-Hawks 1stLd-Writethru   02-20 0500')).toEqual({
      priority: 'r',
      category: 'z',
      format: 'tabular',
      keyword: 'BC-BKN--Heat-Hawks',
      version: '1stLd-Writethru',
    });
  });

  it('may lack the word count', () => {
    expect(readStoryHeader('r s\u0014\u0012 BC-BBO--WildCardGlance     08-18 ')).toMatchObject({
      keyword: 'BC-BBO--WildCardGlance',
      version: '',
    });
  });
});

describe('the trailer', () => {
  it.each([
    ['AP-WF-11-13-13 1509GMT<', { provider: 'AP', language: 'en', versionCreated: '2013-11-13T15:09 GMT' }],
    ['KWS-21:37-09-12-18', { provider: 'Kyodo', language: 'en', versionCreated: '2018-12-09T21:37' }],
    ['24-11-26 19-05-11', { versionCreated: '2026-11-24T19:05' }],
    ['AP-WF-13-45-13 1509GMT<', { provider: 'AP', language: 'en' }],
    ['', {}],
  ])('%s', (text, expected) => {
    expect(readTrailer(text)).toEqual(expected);
  });
});

describe('the keyword line', () => {
  it.each(takeKeyRows)('knows “$sample” for a take', ({ sample, signal }) => {
    expect(readKeywordLine(`^BC-US--Crane Strike, ${sample},212<`)).toMatchObject({
      slugline: 'BC-US--Crane Strike',
      takeKey: sample,
      ...(signal && { signal }),
    });
  });

  it('keeps a comma of the slug', () => {
    expect(readKeywordLine('^BC-US--Obit-Poe, Ann, 2nd Ld,<')).toMatchObject({
      slugline: 'BC-US--Obit-Poe, Ann',
      takeKey: '2nd Ld',
    });
  });

  it('leaves out the number of a service before it', () => {
    expect(readKeywordLine('^*9006< ^AP-Top-Headlines,0176<')).toMatchObject({ slugline: 'AP-Top-Headlines' });
  });
});

describe('signs', () => {
  it.each([
    ["``Help,'' she said _ twice", '“Help,” she said — twice'],
    ['5{ games, snake_case', '5½ games, snake_case'],
    ['collapsed (% ).', 'collapsed.'],
    ['Tampa\u0010 Bay\u001f\u001e 73\u001e \u001e 52', 'Tampa Bay\t73\t52'],
  ])('%s', (line, expected) => {
    expect(readSigns(line)).toBe(expected);
  });
});

describe('a story', () => {
  it('joins byline and title, and keeps notes and pictures out of the body', async () => {
    const [draft] = await draftsOf(
      story(
        '^BC-US--Cranes, 1st Ld-Writethru,12<\n^Cranes stop<\n^AP Photo KRS101<\n^(Eds: Adds quote.)<\n^By ANN POE=\n^AP Business Writer=\n\t   KARSUND, Maine (AP) _ The cranes have stopped.\n\t   Eds: Will be updated.',
      ),
    );
    expect(draft).toMatchObject({
      headline: 'Cranes stop',
      takeKey: '1st Ld-Writethru',
      bylines: ['By ANN POE, AP Business Writer'],
      edNotes: ['AP Photo KRS101', 'Adds quote.', 'Will be updated.'],
      body: [{ type: 'paragraph', text: 'KARSUND, Maine (AP) — The cranes have stopped.' }],
    });
  });

  it('heads an alert with its own words', async () => {
    const [draft] = await draftsOf(
      story('^BC-US--APNewsAlert,17<\n\t   KARSUND, Maine (AP) _ Gov. Brekke closes the harbor.'),
    );
    expect(draft!.headline).toBe('Gov. Brekke closes the harbor');
    expect(draft!.body).toHaveLength(1);
  });

  it('goes on with a take that follows in the same file', async () => {
    const drafts = await draftsOf(
      story('^BC-US--Cranes, Bjt,12<\n^Cranes stop<\n\t   First.\n\t   MORE') +
        story('^BC-US--Cranes, 1st Add,12<\n\t   Second.'),
    );
    expect(drafts).toHaveLength(1);
    expect(drafts[0]!.body.map((block) => 'text' in block && block.text)).toEqual(['First.', 'Second.']);
  });

  it('holds back an advance, and not what is for immediate release', async () => {
    const [advance] = await draftsOf(
      story('^BC-US--Cranes, Adv 29,12<\n^For release Sunday, Nov. 29, and thereafter<\n^Cranes sing<\n\t   Text.'),
    );
    const [immediate] = await draftsOf(story('^BC-US--Cranes,12<\n^For immediate release 24 Nov<\n\t   Text.'));
    expect(advance).toMatchObject({ embargo: 'Sunday, Nov. 29', headline: 'Cranes sing' });
    expect(immediate!.embargo).toBeUndefined();
  });

  it('keeps the lines of a table and makes a paragraph of the sentence above it', async () => {
    const sentence =
      'Minimum and maximum temperatures as recorded for the previous day and forecast for the current and following day in each city.';
    const [draft] = await draftsOf(
      story(`^BC-WEA--Weather,<\n\t   ${sentence}\n\t   ;MIN;MAX<\n\t   Karsund;2;5<\n^END<`, '\u0012'),
    );
    expect(draft!.headline).toBe('Weather');
    expect(draft!.body).toEqual([
      { type: 'paragraph', text: sentence },
      { type: 'preformatted', text: ';MIN;MAX\nKarsund;2;5' },
    ]);
  });
});
