// A picture file from a picture desk: JPEG, PNG, WebP, TIFF or GIF with what IPTC IIM, XMP and Exif say of it.
// kuril-1.jpg with a caption and By-line "JANE ROE", Credit "AFP" → a picture item with caption, photographer and credit.

import type { Draft, DraftPicture } from '../draft.ts';
import { reject } from '../outcome.ts';
import type { Concept, Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined, fileNameOf } from './body.ts';
import { firstSentence } from './image/first-sentence.ts';
import { kindOf, readFrame } from './image/frame.ts';
import type { PictureMetadata } from './image/metadata.ts';
import type { Parser, ParserDesk, Readings } from './parser.ts';

export const image: Parser = { format: 'image', recognises, parse };

function recognises({ bytes }: Upload): boolean {
  return kindOf(bytes) !== undefined;
}

async function parse({ bytes, name }: Upload, { limits, mend }: ParserDesk): Promise<Readings> {
  const frame = readFrame(bytes);
  if (!frame?.width || !frame.height)
    return [reject('unreadable', 'The picture is cut short or broken: its size can’t be read.')];
  const { mediaType, width, height } = frame;
  if (width * height > limits.imagePixels)
    return [
      reject(
        'unsafe',
        `The picture has ${megapixels(width * height)} megapixels; at most ${megapixels(limits.imagePixels)} are taken.`,
      ),
    ];
  // Exif is a large library that stories in text never need.
  const { readMetadata } = await import('./image/metadata.ts');
  const metadata = readMetadata(bytes, mend);
  const isTurned = metadata.orientation >= 5;
  const picture: DraftPicture = {
    ...describe(metadata),
    id: 'picture-1',
    fileName: fileNameOf(name.replace(/[?#]/g, '_')),
    mediaType,
    width: String(isTurned ? height : width),
    height: String(isTurned ? width : height),
    content: { bytes, mediaType },
  };
  return [makeDraft(defined(picture), metadata, name)];
}

function megapixels(pixels: number): string {
  return (pixels / 1e6).toFixed(pixels < 1e7 ? 1 : 0);
}

function makeDraft(picture: DraftPicture, metadata: PictureMetadata, name: string): Draft {
  const { say, list } = metadata;
  const notes: Note[] = [...metadata.notes];
  return defined<Draft>({
    format: 'image',
    kind: 'picture',
    guid: uniqueId(say('imageGuid')),
    language: list('language').length === 1 ? say('language') : undefined,
    headline: headlineOf(picture, say('title'), name, notes),
    slugline: say('title'),
    body: [{ type: 'figure', picture: picture.id }],
    pictures: [picture],
    keywords: list('keywords'),
    subjects: subjectsOf(metadata),
    genres: list('genre').map((text) => ({ name: text.replace(/^\d+:/, '') })),
    places: placesOf(metadata),
    urgency: say('urgency') === '0' ? undefined : say('urgency'),
    edNotes: list('instructions'),
    copyrightHolder: say('copyrightHolder'),
    copyrightNotice: say('copyright'),
    usageTerms: list('usageTerms'),
    embargo: metadata.release,
    expires: metadata.expiry,
    notes: notes.length > 0 ? notes : undefined,
  });
}

/** A picture without any words is headed by its file name, so that a story which names it still finds it. */
function headlineOf(
  { headline, caption }: DraftPicture,
  title: string | undefined,
  name: string,
  notes: Note[],
): string {
  if (headline !== undefined) return headline;
  const made = caption === undefined ? (title ?? stemOf(name)) : firstSentence(caption);
  notes.push({
    step: 'parse',
    rule: 'picture-headline',
    after: made,
    text: `The picture has no headline; its ${caption === undefined ? (title === undefined ? 'file name' : 'title') : 'caption'} heads it.`,
  });
  return made;
}

function stemOf(name: string): string {
  const base = fileNameOf(name.replace(/[?#]/g, '_')) ?? name;
  return base.replace(/\.[A-Za-z]{3,4}$/, '') || base;
}

function describe(metadata: PictureMetadata): Omit<DraftPicture, 'id'> {
  const { say, list, created } = metadata;
  const place = [say('city') ?? say('sublocation'), say('state'), say('country')].filter((part) => part !== undefined);
  return {
    headline: say('headline'),
    caption: say('caption'),
    altText: say('altText'),
    credit: say('credit'),
    creator: say('creator'),
    creatorTitle: say('creatorTitle'),
    source: say('source'),
    copyrightHolder: say('copyrightHolder'),
    copyrightNotice: say('copyright'),
    // "No archives" is asked of whoever prints it: it goes with the picture wherever it goes.
    usageTerms: [say('usageTerms'), say('instructions')].filter((terms) => terms !== undefined).join(' ') || undefined,
    uri: uniqueId(say('imageGuid')) ?? uniqueId(say('transmission')),
    taken: created,
    place: place.length > 0 ? [...new Set(place)].join(', ') : undefined,
    keywords: list('keywords').length > 0 ? list('keywords') : undefined,
  };
}

/** Only what is made to be unique, an absolute URI or a UUID: "GAC103" and "Job 17" are used again. */
function uniqueId(given: string | undefined): string | undefined {
  if (given === undefined || given.length > 500) return undefined;
  const uuid = /^\{?([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\}?$/i.exec(given)?.[1];
  if (uuid !== undefined) return `urn:uuid:${uuid.toLowerCase()}`;
  return /^(?:urn|tag|https?|doi|info|guid|uuid|xmp\.(?:iid|did)|adobe):\S{6,}$/i.test(given) ? given : undefined;
}

/** Categories, supplemental categories, and IPTC's subject codes: "IPTC:15054000:Sport:Soccer". */
function subjectsOf({ list }: PictureMetadata): readonly Concept[] {
  const coded = list('subjectCode').map((text): Concept => {
    const code = /(?<!\d)\d{8}(?!\d)/.exec(text)?.[0];
    const name = text
      .split(':')
      .findLast((part) => /\p{L}/u.test(part) && part !== 'IPTC')
      ?.trim();
    return defined({ scheme: code === undefined ? undefined : 'subj', code, name });
  });
  return [
    ...coded.filter(({ code, name }) => code ?? name),
    ...list('category').map((code) => ({ scheme: 'iim-category', code })),
    ...list('supplementalCategories').map((name) => ({ name })),
  ];
}

function placesOf({ say }: PictureMetadata): readonly Concept[] {
  const [city, country, code] = [say('city'), say('country'), say('countryCode')];
  return [
    ...(city === undefined ? [] : [{ name: city }]),
    ...(country === undefined ? [] : [defined<Concept>({ code, name: country })]),
  ];
}
