// The corpus: twelve languages, each in every shape that has broken somebody's importer, as uploads in five formats.
// What a piece says here is what has to arrive at the other end; the same seed always gives the same pieces.

import type { Block } from '../../shared/story.ts';
import { seeded } from '../fuzz/mutate.ts';
import type { Phrases } from './phrasebook.ts';
import { phrasebook } from './phrasebook.ts';
import type { WireFormat } from './write-upload.ts';
import { writeUpload } from './write-upload.ts';

export type Piece = {
  /** `ar-forty-pictures`. */
  readonly name: string;
  readonly guid: string;
  readonly language: string;
  readonly section: string;
  readonly headline: string;
  readonly authors: readonly string[];
  readonly publishedAt: string;
  readonly body: readonly Block[];
  readonly pictures: readonly Shown[];
  readonly fate: 'published' | 'corrected' | 'killed' | 'withheld' | 'embargoed';
};

export type Shown = { readonly href: string; readonly caption: string; readonly credit: string };

export type Sent = Piece & {
  /** What the desk uploads, one after the other under the same name. */
  readonly uploads: readonly string[];
  readonly format: WireFormat;
  readonly fileName: string;
};

type Parts = Partial<Omit<Piece, 'name' | 'guid' | 'language' | 'section' | 'publishedAt'>>;

type Write = {
  readonly phrases: Phrases;
  sentence(): string;
  headline(): string;
  shown(count: number, credit?: (person: string) => string): readonly Shown[];
};

const paragraph = (text: string): Block => ({ type: 'paragraph', text });
const structured: readonly WireFormat[] = ['ninjs', 'newsml-g2', 'nitf', 'rss'];
const withStatus: readonly WireFormat[] = ['ninjs', 'newsml-g2', 'plain-text'];

/** What is odd about a story, and which formats can say it. */
const shapes: readonly (readonly [name: string, formats: readonly WireFormat[], make: (write: Write) => Parts])[] = [
  ['plain', ['plain-text', ...structured], () => ({})],
  ['one-picture', ['plain-text', ...structured], ({ shown }) => ({ pictures: shown(1) })],
  ['two-pictures', structured, ({ shown }) => ({ pictures: shown(2) })],
  ['forty-pictures', structured, ({ shown }) => ({ pictures: shown(40) })],
  [
    'table',
    structured,
    ({ phrases, sentence }) => ({ body: [paragraph(sentence()), table(phrases), paragraph(sentence())] }),
  ],
  [
    'list',
    structured,
    ({ phrases, sentence }) => ({
      body: [
        paragraph(sentence()),
        { type: 'list', ordered: false, items: phrases.words.map((text) => ({ text })) },
        paragraph(sentence()),
      ],
    }),
  ],
  [
    'quote',
    structured,
    ({ phrases, sentence }) => ({
      body: [
        paragraph(sentence()),
        { type: 'quote', text: phrases.quote },
        { type: 'heading', level: 2, text: phrases.words[0]! },
        paragraph(sentence()),
      ],
    }),
  ],
  [
    'long-headline',
    ['plain-text', ...structured],
    ({ headline }) => ({ headline: Array.from({ length: 9 }, headline).join(', ') }),
  ],
  [
    'markup',
    ['plain-text', ...structured],
    ({ headline, sentence }) => ({
      headline: `${headline()} & 3 < 4 > 2 ]]>`,
      body: [paragraph(`${sentence()} a]]>b &amp; <script>alert("1")</script> ]]]]>`), paragraph(sentence())],
    }),
  ],
  [
    'controls',
    ['plain-text', 'ninjs'],
    ({ sentence }) => ({
      body: [paragraph(`${sentence()} \u0001\u0008\u000b\u001f\u007f\ufffe${sentence()}`), paragraph(sentence())],
    }),
  ],
  [
    'emoji',
    ['plain-text', ...structured],
    ({ headline, sentence }) => ({
      headline: `🚢 ${headline()} 👩‍👩‍👧‍👦`,
      body: [paragraph(`${sentence()} 🇳🇴🏴󠁧󠁢󠁳󠁣󠁴󠁿 𠮷野家 👍🏽`), paragraph(sentence())],
    }),
  ],
  [
    'both-directions',
    structured,
    ({ sentence }) => ({
      body: [
        paragraph(`${sentence()} (العبّارة نورا – המעבורת – ferry Norra 12–34) ${sentence()}`),
        paragraph(sentence()),
      ],
    }),
  ],
  ['three-authors', structured, ({ phrases }) => ({ authors: phrases.people })],
  ['unsigned', ['plain-text', ...structured], ({ shown }) => ({ authors: [], pictures: shown(1) })],
  [
    'ampersand-credit',
    structured,
    ({ shown }) => ({ pictures: shown(2, (person) => `${person}/Lund & Hale Pictures`) }),
  ],
  [
    'preformatted',
    ['ninjs', 'newsml-g2', 'rss'],
    ({ phrases, sentence }) => ({
      body: [
        paragraph(sentence()),
        { type: 'preformatted', text: `${phrases.words[0]}   12   3\n${phrases.words[1]}    7  10` },
      ],
    }),
  ],
  ['corrected', withStatus, () => ({ fate: 'corrected' })],
  ['killed', withStatus, ({ shown }) => ({ fate: 'killed', pictures: shown(1) })],
  ['withheld', withStatus, () => ({ fate: 'withheld' })],
  ['embargoed', withStatus, ({ shown }) => ({ fate: 'embargoed', pictures: shown(1) })],
];

const megabyte: (typeof shapes)[number] = [
  'megabyte',
  ['ninjs', 'newsml-g2', 'nitf'],
  ({ sentence }) => ({ body: longBody(sentence) }),
];
const inMegabytes = new Set(['en-GB', 'ar', 'ja']);

const extensions: Record<WireFormat, string> = {
  ninjs: 'json',
  'newsml-g2': 'xml',
  nitf: 'xml',
  rss: 'xml',
  'plain-text': 'txt',
};

/** 243 pieces. */
export const corpus: readonly Sent[] = phrasebook.flatMap((phrases, language) =>
  [...shapes, ...(inMegabytes.has(phrases.language) ? [megabyte] : [])].map(([name, formats, make], shape) => {
    const format = formats[(language + shape) % formats.length]!;
    return send(makePiece(phrases, name, language * 100 + shape, make), format);
  }),
);

function makePiece(phrases: Phrases, shape: string, number: number, make: (write: Write) => Parts): Piece {
  const { language, section } = phrases;
  const name = `${language}-${shape}`;
  const write = writer(phrases, number);
  const standard: Required<Parts> = {
    headline: write.headline(),
    authors: phrases.people.slice(number % 2, (number % 2) + 1),
    body: [write.sentence(), write.sentence(), write.sentence()].map(paragraph),
    pictures: [],
    fate: 'published',
  };
  return {
    name,
    guid: `tag:vesterhavn.example,2025:${name}`,
    language,
    section,
    publishedAt: new Date(Date.UTC(2025, 2, 1, 6, number)).toISOString(),
    ...standard,
    ...make(write),
  };
}

/** Sentences come in turn, so that no story says one twice in a row. */
function writer(phrases: Phrases, number: number): Write {
  const { headlines, sentences, captions, people } = phrases;
  const random = seeded(number);
  let next = random(sentences.length);
  const numbered = (text: string): string => text.replace('#', String(2 + random(800)));
  return {
    phrases,
    sentence: () => numbered(sentences[(next += 1) % sentences.length]!),
    headline: () => numbered(headlines[random(headlines.length)]!),
    shown: (count, credit = (person) => `${person}/Northlight`) =>
      Array.from({ length: count }, (_, index) => ({
        href: `https://pictures.example.org/${phrases.language}/${number}-${index + 1}.jpg`,
        caption: `${captions[index % captions.length]!}${index < captions.length ? '' : ` ${index + 1}`}`,
        credit: credit(people[index % people.length]!),
      })),
  };
}

function table({ words }: Phrases): Block {
  const [first, second, third, fourth] = words as readonly [string, string, string, string];
  const header = ['–', first, second].map((text) => ({ text, header: true as const }));
  return {
    type: 'table',
    rows: [header, [third, '12', '345'].map((text) => ({ text })), [fourth, '7', '1,234'].map((text) => ({ text }))],
  };
}

function longBody(sentence: () => string): readonly Block[] {
  const blocks: Block[] = [];
  for (let bytes = 0; bytes < 1_000_000; ) {
    const text = Array.from({ length: 6 }, sentence).join(' ');
    bytes += new TextEncoder().encode(text).length;
    blocks.push(paragraph(text));
  }
  return blocks;
}

function send(piece: Piece, format: WireFormat): Sent {
  const { fate } = piece;
  const first = { ...piece, headline: `${piece.headline} 1`, version: 1 };
  const last = { ...piece, version: 2 };
  const copies =
    fate === 'corrected' || fate === 'killed'
      ? [{ ...first, fate: 'published' as const }, last]
      : [{ ...piece, version: 1 }];
  return {
    ...piece,
    format,
    fileName: `${piece.name}.${extensions[format]}`,
    uploads: copies.map((copy) => writeUpload(copy, format)),
  };
}
