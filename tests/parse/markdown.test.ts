import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/draft.ts';
import { isRejection } from '../../shared/outcome.ts';
import { markdown } from '../../shared/parse/markdown.ts';
import type { ParserDesk } from '../../shared/parse/parser.ts';
import { defaultLimits } from '../../shared/upload.ts';
import type { Upload } from '../../shared/upload.ts';

const desk: ParserDesk = { limits: defaultLimits, read: () => Promise.resolve([]), mend: (text) => text, depth: 0 };

function uploadOf(text: string, name: string, mediaType?: string): Upload {
  return { name, text, mediaType, bytes: new TextEncoder().encode(text), notes: [] };
}

async function read(text: string): Promise<Draft> {
  const [reading] = await markdown.parse(uploadOf(text, 'story.md'), desk);
  if (!reading || isRejection(reading)) throw new Error('refused');
  return reading;
}

describe('recognising Markdown', () => {
  it.each([
    ['---\ntitle: Ferries stop\n---\nText', 'story.txt', true],
    ['+++\ntitle = "Ferries stop"\n+++\nText', 'story.txt', true],
    ['# Ferries stop\n\nText', 'story.md', true],
    ['# Ferries stop\n\nText', 'story.txt', false],
    ['- one\n- two', 'story.txt', false],
    ['---\nThe wind rose.\nBoard: four to three\n---\nText', 'story.txt', false],
    ['Ferries stop\n\nThe harbour closed.', 'story.md', false],
  ])('%j as %s: %s', (text, name, expected) => {
    expect(markdown.recognises(uploadOf(text, name))).toBe(expected);
  });

  it('believes the media type', () => {
    expect(markdown.recognises(uploadOf('Ferries stop', 'story', 'text/markdown; charset=utf-8'))).toBe(true);
  });
});

describe('front matter', () => {
  it('keeps dates and numbers as they were written', async () => {
    expect(await read('---\ntitle: 0012\ndate: 2026-11-09\nversion: 1_0\n---\nText')).toMatchObject({
      headline: '0012',
      created: '2026-11-09',
      version: '1_0',
    });
  });

  it('that is broken is read line by line, with a note', async () => {
    const draft = await read('---\ntitle: Kyoto: a city: waits\ntags:\n  - temples\n  - trains\nkey: [open\n---\nText');
    expect(draft).toMatchObject({ headline: 'Kyoto: a city: waits', keywords: ['temples', 'trains'] });
    expect(draft.notes).toContainEqual(expect.objectContaining({ rule: 'front-matter' }));
  });

  it('that was made to grow or to nest without end refuses nothing', async () => {
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array.from({ length: 8 }, () => `*${'abcdefg'[index]!}`).join(',')}]`)
      .join('\n')}\n---\nText`;
    expect((await read(bomb)).body).toMatchObject([{ text: 'Text' }]);
    expect((await read(`---\na: ${'['.repeat(20_000)}\n---\nText`)).body).toMatchObject([{ text: 'Text' }]);
  });

  it('holds back a draft', async () => {
    expect((await read('---\ntitle: A\ndraft: true\n---\nText')).status).toBe('withheld');
  });
});

describe('the text of Markdown', () => {
  it('has no markup but what it allows', async () => {
    const draft = await read('One <span onclick="x()">two</span> [three](javascript:alert(1)) <script>four()</script>');
    expect(draft.body).toEqual([{ type: 'paragraph', text: 'One two three' }]);
  });

  it('heads the story with its first heading', async () => {
    expect(await read('# Ferries *stop*\n\nText')).toMatchObject({
      headline: 'Ferries stop',
      body: [{ text: 'Text' }],
    });
  });

  it('takes the title of a picture or the italics below it for its caption', async () => {
    const draft = await read(
      '![A](https://a.example/a.jpg "Ships in the ice.")\n\n![B](b.jpg)\n\n*Waves at noon.*\n\n*All in italics.*',
    );
    expect(draft.pictures).toMatchObject([
      { altText: 'A', caption: 'Ships in the ice.', href: 'https://a.example/a.jpg' },
      { altText: 'B', caption: 'Waves at noon.', fileName: 'b.jpg' },
    ]);
    expect(draft.body).toHaveLength(3);
  });

  it('that nests without end is still read', async () => {
    expect((await read(`${'> '.repeat(20_000)}word`)).body.length).toBeGreaterThan(0);
  });

  it('has links within a notebook as words, but code as it was written', async () => {
    const { body } = await read(
      '# Ferries stop\n\nThe [[Harbours/Vesterhavn|harbour]] closed, as [[Jane Roe]] said.\n\n%% ask the pilot %%\n\n```\na [[b]]\n```\n',
    );
    expect(body.map((block) => ('text' in block ? block.text : ''))).toEqual([
      'The harbour closed, as Jane Roe said.',
      'a [[b]]',
    ]);
  });

  it('has the facts that Ghost writes in front matter', async () => {
    expect(
      await read(
        '---\ntitle: Ferries stop\nprimary_author: Jane Roe\ncustom_excerpt: The harbour closed.\ntags: ["#storm", ferries]\n---\nNo ship left.\n',
      ),
    ).toMatchObject({
      headline: 'Ferries stop',
      bylines: ['Jane Roe'],
      standfirst: 'The harbour closed.',
      keywords: ['storm', 'ferries'],
    });
  });
});
