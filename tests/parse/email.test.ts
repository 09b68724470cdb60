// E-mail by its parts: what is a message, its text, its endings, its attachments; whole messages are among the golden stories.

import { describe, expect, it } from 'vitest';
import { decode } from '../../shared/decode/decode.ts';
import type { Draft } from '../../shared/draft.ts';
import { isRejection } from '../../shared/outcome.ts';
import { email } from '../../shared/parse/email.ts';
import { withoutEndings } from '../../shared/parse/email/endings.ts';
import { readForwarded } from '../../shared/parse/email/forwarded.ts';
import { isRealText } from '../../shared/parse/email/parts.ts';
import { tidySubject } from '../../shared/parse/email/subject.ts';
import type { Readings } from '../../shared/parse/parser.ts';
import { readUpload } from '../../shared/parse/parsers.ts';
import type { Note } from '../../shared/story.ts';
import { defaultLimits } from '../../shared/upload.ts';

function bytesOf(text: string, encoding: BufferEncoding = 'utf8'): Uint8Array {
  return new Uint8Array(Buffer.from(text.replaceAll('\n', '\r\n'), encoding));
}

async function readingsOf(text: string, encoding?: BufferEncoding): Promise<Readings> {
  const bytes = bytesOf(text, encoding);
  const decoded = decode(bytes);
  if (isRejection(decoded)) throw new Error(decoded.message);
  return (await readUpload({ name: 'mail.eml', bytes, ...decoded }, defaultLimits, decode)).readings;
}

async function draftOf(text: string, encoding?: BufferEncoding): Promise<Draft> {
  const [reading] = await readingsOf(text, encoding);
  if (!reading || isRejection(reading)) throw new Error('no draft');
  return reading;
}

const head =
  'From: Jane Doe <jane@northlight.example>\nDate: Fri, 20 Nov 2026 08:00:00 +0000\nMessage-ID: <1@northlight.example>\nSubject: Ferries stop\n';

function recognises(text: string): boolean {
  return email.recognises({ name: 'x', bytes: new Uint8Array(), text, notes: [] });
}

describe('recognises', () => {
  it.each([
    `${head}\nText.`,
    `From jane@x.example Fri Nov 20\n${head}\nText.`,
    `\n\nReceived: by x\n id y\n${head}\nText.`,
  ])('takes a message: %j', (text) => {
    expect(recognises(text)).toBe(true);
  });

  it.each([
    'Subject: Ferries\nDate: 20 November\nFrom: the islands\n\nText.',
    'Headline: Ferries stop\nByline: Jane Doe\n\nText.',
    `The story.\n\n${head}`,
    'From Tokyo to Kyoto\nDate: x\nTo: y\n',
  ])('leaves %j', (text) => {
    expect(recognises(text)).toBe(false);
  });
});

describe('a message', () => {
  it('has subject, sender, date and Message-ID, and no byline of its sender', async () => {
    const draft = await draftOf(`${head}\nThe harbour closed at noon.`);
    expect(draft).toMatchObject({
      format: 'email',
      headline: 'Ferries stop',
      provider: 'Jane Doe',
      guid: 'mid:1@northlight.example',
      created: '2026-11-20T08:00:00.000Z',
      bylines: [],
    });
  });

  it('has the headline and fields its text names', async () => {
    const draft = await draftOf(
      `${head}\nNLT\n\nHeadline: Storm shuts port\nSlug: STORM\n\nBy John Roe\n\nThe harbour closed at noon.`,
    );
    expect(draft).toMatchObject({ headline: 'Storm shuts port', slugline: 'STORM', edNotes: ['NLT'] });
    expect(draft.notes).toContainEqual(
      expect.objectContaining({ rule: 'subject-and-headline', before: 'Ferries stop' }),
    );
  });

  it('has the headline over the byline in its text', async () => {
    const draft = await draftOf(
      `${head}\nStorm shuts port\n\nBy John Roe\n\nThe harbour closed at noon on Tuesday as the wind rose.`,
    );
    expect(draft).toMatchObject({ headline: 'Storm shuts port', bylines: ['By John Roe'] });
  });

  it('does not take a greeting for a headline', async () => {
    const draft = await draftOf(
      `${head}\nDear editors\n\nBy John Roe\n\nThe harbour closed at noon on Tuesday as the wind rose.`,
    );
    expect(draft.headline).toBe('Ferries stop');
  });

  it('reads raw Latin-1 in headers and text', async () => {
    const draft = await draftOf(
      `${head.replace('Ferries stop', 'Færger står')}\nFærgerne står stille på øen.`,
      'latin1',
    );
    expect(draft).toMatchObject({ headline: 'Færger står', body: [{ text: 'Færgerne står stille på øen.' }] });
  });

  it('reads Latin-1 that says it is UTF-8', async () => {
    const draft = await draftOf(
      `${head}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nF=E6rgerne st=E5r stille.`,
    );
    expect(draft.body).toMatchObject([{ text: 'Færgerne står stille.' }]);
  });

  it('reads text that only says it is base64', async () => {
    const draft = await draftOf(
      `${head}Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nThe harbour closed at noon.`,
    );
    expect(draft.body).toMatchObject([{ text: 'The harbour closed at noon.' }]);
  });

  it('is refused as a report of delivery and as an automatic reply', async () => {
    expect(
      await readingsOf(
        `${head}Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nNot delivered.\n--b--`,
      ),
    ).toMatchObject([{ code: 'unknown-format' }]);
    expect(await readingsOf(`${head}Auto-Submitted: auto-replied\n\nI am away.`)).toMatchObject([
      { code: 'unknown-format' },
    ]);
  });

  it('is refused where its parts are nested without end', async () => {
    const nested = Array.from({ length: 60 }).reduce<string>(
      (inner, _, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n${inner}\n--b${depth}--`,
      'Text.',
    );
    expect(await readingsOf(head + nested)).toMatchObject([{ code: 'unsafe' }]);
  });
});

describe('attachments', () => {
  const part = (headers: string, body: string): string => `--b\n${headers}\n\n${body}\n`;
  const mail = (...parts: readonly string[]): string =>
    `${head}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${parts.join('')}--b--\n`;

  it('that are text are stories of the same sender and day', async () => {
    const readings = await readingsOf(
      mail(
        part('Content-Type: text/plain', 'The harbour closed at noon.'),
        part(
          'Content-Type: text/plain\nContent-Disposition: attachment; filename=mole.txt',
          'Mole holds\n\nThe mole of Vesterhavn holds, engineers said.',
        ),
      ),
    );
    expect(readings).toMatchObject([
      { format: 'email' },
      { format: 'plain-text', headline: 'Mole holds', provider: 'Jane Doe', created: '2026-11-20T08:00:00.000Z' },
    ]);
  });

  it('that nobody reads here are refused by name', async () => {
    const readings = await readingsOf(
      mail(
        part('Content-Type: text/plain', 'The harbour closed.'),
        part('Content-Type: application/pdf; name=plan.pdf\nContent-Transfer-Encoding: base64', 'JVBERi0xLjQK'),
        part(
          'Content-Type: application/octet-stream; name=x.bin\nContent-Transfer-Encoding: base64',
          'AAECAwQFBgcICQ==',
        ),
      ),
    );
    expect(readings.slice(1)).toMatchObject([
      { code: 'unknown-format', member: 'plan.pdf' },
      { code: 'unknown-format', member: 'x.bin' },
    ]);
  });

  it('that serve mail programs leave a note', async () => {
    const readings = await readingsOf(
      mail(
        part('Content-Type: text/plain', 'The harbour closed.'),
        part('Content-Type: text/x-vcard; name=jane.vcf', 'BEGIN:VCARD'),
      ),
    );
    expect(readings).toMatchObject([
      { notes: expect.arrayContaining([expect.objectContaining({ rule: 'attachment', before: 'jane.vcf' })]) },
    ]);
  });

  it('that are messages under a word of cover are the stories', async () => {
    const readings = await readingsOf(
      mail(
        part('Content-Type: text/plain', 'For tonight.'),
        part('Content-Type: message/rfc822', `${head.replace('<1@', '<2@')}\nThe harbour closed at noon.`),
      ),
    );
    expect(readings).toMatchObject([{ guid: 'mid:2@northlight.example', edNotes: ['For tonight.'] }]);
  });

  it('are as many as an archive may hold', async () => {
    const many = Array.from({ length: 201 }, () =>
      part('Content-Type: text/plain\nContent-Disposition: attachment', 'x'),
    );
    expect(await readingsOf(mail(...many))).toMatchObject([{ code: 'unsafe' }]);
  });
});

describe('endings', () => {
  it.each([
    ['Text.\n\n-- \nJane\n+47 555', 'Text.', 'signature'],
    ['Text.\n\nSent from my phone', 'Text.', 'signature'],
    ['Text.\n\nMore of it.\n\n____________\nThis e-mail is confidential.', 'Text.\n\nMore of it.', 'confidentiality'],
    [
      'Text of the story, which is longer than a line of an address block may ever be.\n\nJane Doe\nReporter\nTel: 555 0100',
      'Text of the story, which is longer than a line of an address block may ever be.',
      'signature',
    ],
  ])('%j is cut', (given, expected, rule) => {
    const notes: Note[] = [];
    expect(withoutEndings(given, 'Jane Doe', notes)).toBe(expected);
    expect(notes).toMatchObject([{ rule }]);
  });

  it.each([
    'Text.\n\nJane Doe won the race.\n\nIt was her third.',
    'This e-mail leak is about confidential papers.\n\nText.',
    '-- \nText.',
    'Text.\n-- \n',
  ])('%j loses no word', (given) => {
    const notes: Note[] = [];
    expect(withoutEndings(given, 'Jane Doe', notes).trim()).toBe(given.replace(/\n-- \n$/, '').trim());
    expect(notes).toEqual([]);
  });
});

describe('forwarded', () => {
  it('lines of a mail program go to the editors', () => {
    expect(
      readForwarded(
        'Please use.\n\n---------- Forwarded message ---------\nFrom: Press <p@x.example>\nDate: Fri\nSubject: Ferries\n\nThe harbour closed.',
      ),
    ).toEqual({
      text: '\nThe harbour closed.',
      edNotes: ['Please use.', 'From: Press <p@x.example>\nDate: Fri\nSubject: Ferries'],
    });
  });

  it.each(['From: the islands, with love\n\nText.', 'Text.\n\nFrom: a\nTo: b\nSubject: c'])('%j stays', (text) => {
    expect(readForwarded(text)).toEqual({ text, edNotes: [] });
  });
});

describe('layout', () => {
  const blocksOf = async (html: string): Promise<Draft['body']> =>
    (await draftOf(`${head}Content-Type: text/html\n\n${html}`)).body;

  it('tables are taken apart', async () => {
    const body = await blocksOf(
      '<table width="600"><tr><td>&nbsp;</td><td><table><tr><td><p>The harbour closed.</p><p>No ferry sails.</p></td></tr></table></td></tr><tr><td></td><td>We wait.</td></tr></table><div style="display:none">Preview</div>',
    );
    expect(body).toEqual([
      { type: 'paragraph', text: 'The harbour closed.' },
      { type: 'paragraph', text: 'No ferry sails.' },
      { type: 'paragraph', text: 'We wait.' },
    ]);
  });

  it('leaves tables of figures', async () => {
    expect(
      await blocksOf(
        '<p>Results.</p><table><tr><td><p>Vesterhavn</p></td><td><p>2</p></td></tr><tr><td><p>Osterhavn</p></td><td><p>1</p></td></tr></table>',
      ),
    ).toMatchObject([{ type: 'paragraph' }, { type: 'table' }]);
  });
});

describe('subject', () => {
  it.each([
    ['Fwd: RE: [desk] Ferries stop', 'Ferries stop'],
    ['AW: WG: Fähren', 'Fähren'],
    ['Re[2]: Ferries', 'Ferries'],
    ['Report: ferries stop', 'Report: ferries stop'],
    ['[desk]', '[desk]'],
    ['Re:', undefined],
  ])('%s → %s', (given, expected) => {
    expect(tidySubject(given, [])).toBe(expected);
  });
});

describe('the text part', () => {
  it('counts unless the HTML says much more', () => {
    expect(isRealText('Please use HTML.', `<p>${'The harbour closed. '.repeat(50)}</p>`)).toBe(false);
    expect(isRealText('The harbour closed at noon.', '<p>The harbour closed at noon.</p>')).toBe(true);
    expect(isRealText('  ', '<p>a</p>')).toBe(false);
  });
});
