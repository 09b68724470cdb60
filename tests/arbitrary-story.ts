// Stories nobody would write: every field arbitrary within its type, texts hostile. For laws that must hold whatever a wire sends.

import * as fc from 'fast-check';
import type { Entry, Feed, Site } from '../shared/publish/feed.ts';
import type {
  Block,
  Byline,
  Concept,
  Copyright,
  Credit,
  Dateline,
  Designation,
  Instant,
  Mark,
  Note,
  Picture,
  Prose,
  Rendition,
  Source,
  Story,
  StoryLink,
  TableCell,
} from '../shared/story.ts';

const traps = [
  ']]>',
  ']]',
  '<script>alert(1)</script>',
  '&amp;lt;b&gt; &nbsp; & < >',
  '"\'><img src=x onerror=alert(1)>',
  'line one\r\nline two\rline three\n\n\ttabbed',
  '\0\x01\x08\x0B\x0C\x1F\x7F\x85\x9F\uFFFE\uFFFF',
  'half \uD83D pair \uDE00 halves',
  'العبّارة \u202Ethgir ot tfel\u202C',
  '𠮷野 👩‍👩‍👧‍👦 🚢',
  ' \u00A0\u2028\u2029\uFEFF ',
  'javascript:alert(document.cookie)',
  '<!-- --> <?xml version="1.0"?> <!DOCTYPE a [<!ENTITY b "c">]> &b;',
  '-- ]]&gt; %00 %zz \\ | ^ ` { }',
  '__proto__',
  '',
] as const;

const soup = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((codes) => String.fromCharCode(...codes));

/** Any string at all: words, symbols, traps, half surrogate pairs, control characters. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 3, arbitrary: fc.constantFrom(...traps) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 2, arbitrary: soup },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...traps), { maxLength: 5 }).map((parts) => parts.join('')) },
);

export const arbitraryInstant: fc.Arbitrary<Instant> = fc
  .date({ min: new Date('1985-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const arbitraryHref = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    '/media/0123456789abcdef.jpg',
    '/media/a "b".jpg',
    'https://user:secret@pictures.example/a b|c[1].jpg?x="y"&z=%zz#a#b',
    'http://[::1]:8080/x',
    'http://a"b.example/',
    '//pictures.example/x.png',
    'kuril-1.jpg',
    'mailto:desk@wire.example?subject=a b',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'https://pictures.example/\n"onload="x',
  ),
  arbitraryText,
);

const arbitraryNumber = fc.oneof(
  fc.integer({ min: 1, max: 5000 }),
  fc.constantFrom(0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1),
);

/** A record whose other fields may each be missing. */
function record<T>(
  required: { [K in keyof T as undefined extends T[K] ? never : K]: fc.Arbitrary<T[K]> },
  optional: { [K in keyof T as undefined extends T[K] ? K : never]-?: fc.Arbitrary<NonNullable<T[K]>> },
): fc.Arbitrary<T> {
  return fc.record(
    { ...required, ...optional },
    { requiredKeys: Object.keys(required) as never[] },
  ) as unknown as fc.Arbitrary<T>;
}

function few<T>(arbitrary: fc.Arbitrary<T>, most = 3): fc.Arbitrary<T[]> {
  return fc.array(arbitrary, { maxLength: most });
}

const range = { start: fc.integer({ min: -2, max: 80 }), end: fc.integer({ min: -2, max: 80 }) };

/** Marks out of range, empty, crossing and nested in each other: more than the type allows. */
const arbitraryMark: fc.Arbitrary<Mark> = fc.oneof(
  fc.record({ kind: fc.constantFrom('strong' as const, 'emphasis' as const), ...range }),
  fc.record({ kind: fc.constant('link' as const), ...range, href: arbitraryHref }),
);

const proseFields = { text: arbitraryText };
const proseOptions = { marks: few(arbitraryMark, 6) };
const arbitraryProse: fc.Arbitrary<Prose> = record<Prose>(proseFields, proseOptions);
const arbitraryCell: fc.Arbitrary<TableCell> = record<TableCell>(proseFields, {
  ...proseOptions,
  header: fc.constant(true as const),
  colspan: arbitraryNumber,
  rowspan: arbitraryNumber,
});

const pictureIds = ['picture-1', 'picture-2', 'picture "3"', '__proto__'] as const;

export const arbitraryBlock: fc.Arbitrary<Block> = fc.oneof(
  arbitraryProse.map((prose) => ({ type: 'paragraph' as const, ...prose })),
  arbitraryProse.map((prose) => ({ type: 'quote' as const, ...prose })),
  fc.tuple(arbitraryProse, arbitraryNumber).map(([prose, level]) => ({ type: 'heading' as const, level, ...prose })),
  fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items: few(arbitraryProse) }),
  fc.record({ type: fc.constant('table' as const), caption: arbitraryText, rows: few(few(arbitraryCell)) }),
  fc.record({ type: fc.constant('preformatted' as const), text: arbitraryText }),
  fc.record({ type: fc.constant('figure' as const), picture: fc.constantFrom(...pictureIds, 'picture-9') }),
);

const arbitraryByline: fc.Arbitrary<Byline> = fc.record({
  line: arbitraryText,
  people: few(
    record<Byline['people'][number]>(
      { name: arbitraryText },
      {
        role: fc.oneof(fc.constantFrom('editor', 'translator', 'photographer'), arbitraryText),
        title: arbitraryText,
        organisation: arbitraryText,
        place: arbitraryText,
        contact: fc.oneof(fc.emailAddress(), arbitraryText),
      },
    ),
  ),
  organisations: few(arbitraryText),
  given: arbitraryText,
});

const arbitraryDesignation = fc.constantFrom<Designation>(
  'archive',
  'contributor',
  'courtesy',
  'file',
  'handout',
  'illustration',
  'pool',
  'screengrab',
  'staff',
  'stringer',
  'supplied',
);

const arbitraryCredit: fc.Arbitrary<Credit> = record<Credit>(
  {
    line: arbitraryText,
    people: few(arbitraryText),
    organisations: few(arbitraryText),
    designations: few(arbitraryDesignation),
    given: arbitraryText,
  },
  {
    for: arbitraryText,
    copyright: fc.record({ holder: arbitraryText, year: arbitraryNumber }, { requiredKeys: [] }),
    licence: arbitraryText,
  },
);

const arbitraryCopyright: fc.Arbitrary<Copyright> = fc.record(
  { holder: arbitraryText, notice: arbitraryText, year: arbitraryNumber },
  { requiredKeys: [] },
);

const arbitraryMediaType = fc.oneof(fc.constantFrom('image/jpeg', 'IMAGE/PNG; q=1', 'nonsense'), arbitraryText);

const arbitraryRendition: fc.Arbitrary<Rendition> = record<Rendition>(
  { name: fc.oneof(fc.constantFrom('original', 'web-1280', 'thumbnail'), arbitraryText), href: arbitraryHref },
  { mediaType: arbitraryMediaType, width: arbitraryNumber, height: arbitraryNumber, bytes: arbitraryNumber },
);

function arbitraryPicture(id: string): fc.Arbitrary<Picture> {
  return record<Picture>(
    { id: fc.constant(id), renditions: few(arbitraryRendition) },
    {
      headline: arbitraryText,
      caption: arbitraryText,
      altText: arbitraryText,
      credit: arbitraryCredit,
      href: arbitraryHref,
      fileName: arbitraryText,
      uri: fc.oneof(fc.constant('urn:newsml:pictures.example:20261124:shared'), arbitraryText),
      mediaType: arbitraryMediaType,
      width: arbitraryNumber,
      height: arbitraryNumber,
      copyright: arbitraryCopyright,
      usageTerms: arbitraryText,
      takenAt: arbitraryInstant,
      place: arbitraryText,
      keywords: few(arbitraryText),
    },
  );
}

const arbitraryConcept: fc.Arbitrary<Concept> = fc.oneof(
  fc.constant({ scheme: 'medtop', code: '20000056', name: 'armed conflict' }),
  fc.record(
    {
      scheme: fc.oneof(
        fc.constantFrom('medtop', 'genre', 'http://cv.iptc.org/newscodes/subjectcode/', 'constructor'),
        arbitraryText,
      ),
      code: arbitraryText,
      name: arbitraryText,
    },
    { requiredKeys: [] },
  ),
);

const arbitraryDateline: fc.Arbitrary<Dateline> = record<Dateline>(
  { line: arbitraryText },
  { place: arbitraryText, date: arbitraryText, source: arbitraryText },
);

const arbitraryLink: fc.Arbitrary<StoryLink> = record<StoryLink>(
  { rel: fc.constantFrom('evolvedFrom', 'seeAlso', 'translationOf', 'partOf'), uri: arbitraryText },
  { version: arbitraryNumber, title: arbitraryText },
);

const arbitrarySource: fc.Arbitrary<Source> = record<Source>(
  {
    key: fc.oneof(fc.constantFrom('northlight/a.txt', 'A desk/b.txt'), arbitraryText),
    format: fc.constant('plain-text'),
    digest: fc.constant('0'.repeat(64)),
    receivedAt: arbitraryInstant,
  },
  { objectVersion: fc.constant('v1'), sequencer: fc.constant('0061F8') },
);

const arbitraryNote: fc.Arbitrary<Note> = record<Note>(
  { step: fc.constant('credits'), rule: fc.constant('rule'), text: arbitraryText },
  { before: arbitraryText, after: arbitraryText },
);

export const arbitraryStory: fc.Arbitrary<Story> = record<Story>(
  {
    uri: fc.oneof(
      fc.uuid().map((id) => `urn:uuid:${id}`),
      fc.webUrl(),
      arbitraryText,
    ),
    version: fc.oneof(fc.integer({ min: 1, max: 2_000_000_000 }), arbitraryNumber),
    status: fc.constantFrom('usable', 'usable', 'usable', 'withheld', 'canceled'),
    kind: fc.constantFrom('text', 'text', 'picture'),
    language: fc.oneof(fc.constantFrom('en', 'en-GB', 'ar', 'he', 'ja', 'zh-Hant-TW', 'und'), arbitraryText),
    headline: arbitraryText,
    body: few(arbitraryBlock, 6),
    pictures: fc.subarray([...pictureIds]).chain((ids) => fc.tuple(...ids.map(arbitraryPicture))),
    subjects: few(arbitraryConcept),
    genres: few(arbitraryConcept),
    keywords: few(arbitraryText),
    places: few(arbitraryConcept),
    firstCreatedAt: arbitraryInstant,
    versionCreatedAt: arbitraryInstant,
    provider: arbitraryText,
    links: few(arbitraryLink),
    source: arbitrarySource,
    notes: few(arbitraryNote, 1),
  },
  {
    signal: fc.constantFrom('update', 'correction', 'kill', 'takedown'),
    edNote: arbitraryText,
    kicker: arbitraryText,
    slugline: arbitraryText,
    standfirst: arbitraryText,
    takeKey: arbitraryText,
    byline: arbitraryByline,
    dateline: arbitraryDateline,
    urgency: arbitraryNumber,
    copyright: arbitraryCopyright,
    usageTerms: arbitraryText,
    embargoedUntil: arbitraryInstant,
    expiresAt: arbitraryInstant,
    chain: fc.constantFrom('tag:northlight.example,2026:first', 'urn:x:root'),
  },
);

export const site: Site = { title: 'Copytaster', publicUrl: 'https://wire.example.org', language: 'en' };

export const arbitraryEntry: fc.Arbitrary<Entry> = fc.record({ story: arbitraryStory, changedAt: arbitraryInstant });

export const arbitraryFeed: fc.Arbitrary<Feed> = record<Feed>(
  {
    site: fc.constantFrom(site, { ...site, title: '<wire> & "co"' }),
    channel: fc.record(
      {
        name: fc.oneof(fc.constantFrom('all', 'section/أخبار', 'a b/c?d#e'), arbitraryText),
        title: arbitraryText,
        description: arbitraryText,
        language: arbitraryText,
      },
      { requiredKeys: ['name', 'title', 'description'] },
    ),
    entries: few(arbitraryEntry, 4),
    updatedAt: arbitraryInstant,
  },
  {
    hubs: fc.constant(['https://hub.example.org/?a=1&b=2']),
    day: fc.constant({ day: '2026-11-23', cursor: 'eyJwayI6IngifQ' }),
    previousPage: fc.constant({ day: '2026-11-22' }),
    nextPage: fc.constant({ day: '2026-11-24' }),
    more: fc.constant({ since: '2026-11-23T10:00:00.000Z', limit: '50', cursor: 'eyJwayI6IngifQ' }),
  },
);
