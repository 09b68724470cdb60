// A picture file from a picture desk: JPEG, PNG, WebP, TIFF or GIF with what IPTC IIM, XMP and Exif say of it.
// kuril-1.jpg with a caption and By-line "JANE ROE", Credit "AFP" → a picture item with caption, photographer and credit.

import type { Draft, DraftPicture } from '../draft.ts';
import { reject } from '../outcome.ts';
import type { Upload } from '../upload.ts';
import { defined } from './body.ts';
import { readFrame } from './image/frame.ts';
import type { PictureMetadata } from './image/metadata.ts';
import { readMetadata } from './image/metadata.ts';
import type { Parser, ParserDesk, Readings } from './parser.ts';

export const image: Parser = { format: 'image', recognises, parse };

function recognises({ bytes, text }: Upload): boolean {
  return text === '' && readFrame(bytes.subarray(0, 64)) !== undefined;
}

function parse({ bytes, name }: Upload, { limits }: ParserDesk): Readings {
  const { mediaType, width, height } = readFrame(bytes)!;
  if (!width || !height) return [reject('unreadable', 'The picture is cut short or broken: its size can’t be read.')];
  if (width * height > limits.imagePixels) return [reject('unsafe', `The picture has ${Math.round((width * height) / 1e6)} megapixels; at most ${Math.round(limits.imagePixels / 1e6)} are taken.`)];
  const metadata = readMetadata(bytes);
  const turned = metadata.orientation >= 5;
  const picture: DraftPicture = { ...describe(metadata), id: 'picture-1', fileName: baseName(name), mediaType, width: String(turned ? height : width), height: String(turned ? width : height), content: { bytes, mediaType } };
  const { say, list } = metadata;
  return [
    defined<Draft>({
      format: 'image',
      kind: 'picture',
      guid: guidOf(metadata),
      language: say('language'),
      headline: say('headline') ?? firstSentence(picture.caption) ?? say('title') ?? stemOf(name),
      slugline: say('title'),
      body: [{ type: 'figure', picture: 'picture-1' }],
      pictures: [defined(picture)],
      keywords: list('keywords'),
      subjects: list('category').map((code) => ({ scheme: 'iim-category', code })),
      urgency: say('urgency'),
      edNotes: list('instructions'),
      copyrightNotice: say('copyright'),
      usageTerms: list('usageTerms'),
      created: say('created'),
    }),
  ];
}

function describe({ say, list }: PictureMetadata): Omit<DraftPicture, 'id'> {
  const place = [say('sublocation'), say('city'), say('state'), say('country')].filter((part) => part !== undefined);
  return {
    headline: say('headline'),
    caption: say('caption'),
    altText: say('altText'),
    credit: say('credit'),
    creator: say('creator'),
    creatorTitle: say('creatorTitle'),
    source: say('source'),
    copyrightNotice: say('copyright'),
    usageTerms: say('usageTerms'),
    taken: say('created'),
    place: place.length > 0 ? [...new Set(place)].join(', ') : undefined,
    keywords: list('keywords').length > 0 ? list('keywords') : undefined,
  };
}

/** Only what is made to be unique; transmission references are used again. */
function guidOf({ say }: PictureMetadata): string | undefined {
  const guid = say('imageGuid');
  return guid !== undefined && /^[a-z][a-z\d+.-]*:\S+$/i.test(guid) ? guid : undefined;
}

function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}

/** Short words with a stop (Sept., Mr., St.) end no sentence. */
function firstSentence(caption: string | undefined): string | undefined {
  return caption === undefined ? undefined : (/^.{15,}?(?<!\b\p{Lu}\p{L}{0,3})[.!?。](?=\s|$)/su.exec(caption)?.[0].replace(/[.。]$/u, '') ?? caption);
}

/** "kuril-1.jpg" → "kuril-1": a picture that says nothing of itself still finds its story by name. */
function stemOf(name: string): string {
  return baseName(name).replace(/\.[^.]*$/, '');
}
