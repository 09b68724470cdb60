// What a picture file says of itself: IPTC IIM, XMP and Exif, by the names of the IPTC Photo Metadata Standard.
// XMP speaks before IIM, IIM before Exif; IIM is UTF-8 where it says so or proves it, else Windows-1252.

import ExifReader from 'exifreader';

/** Fields by IPTC name; lists for what a picture has many of. */
export type PictureMetadata = {
  say(field: Field): string | undefined;
  list(field: Field): readonly string[];
  /** Exif orientation, 1 to 8. */
  readonly orientation: number;
};

export type Field = keyof typeof names;

/** Names in XMP, IIM and Exif. */
const names = {
  title: ['title', 'Object Name', ''],
  headline: ['Headline', 'Headline', ''],
  caption: ['description', 'Caption/Abstract', 'ImageDescription'],
  creator: ['creator', 'By-line', 'Artist'],
  creatorTitle: ['AuthorsPosition', 'By-line Title', ''],
  credit: ['Credit', 'Credit', ''],
  source: ['Source', 'Source', ''],
  copyright: ['rights', 'Copyright Notice', 'Copyright'],
  usageTerms: ['UsageTerms', '', ''],
  instructions: ['Instructions', 'Special Instructions', ''],
  created: ['DateCreated', 'Date Created', 'DateTimeOriginal'],
  sublocation: ['Location', 'Sub-location', ''],
  city: ['City', 'City', ''],
  state: ['State', 'Province/State', ''],
  country: ['Country', 'Country/Primary Location Name', ''],
  keywords: ['subject', 'Keywords', ''],
  urgency: ['Urgency', 'Urgency', ''],
  category: ['Category', 'Category', ''],
  imageGuid: ['DigImageGUID', '', ''],
  transmission: ['TransmissionReference', 'Original Transmission Reference', ''],
  altText: ['AltTextAccessibility', '', ''],
  language: ['language', 'Language Identifier', ''],
} as const;

type Tag = { readonly value?: unknown; readonly description?: unknown };
type Tags = Readonly<Record<string, Tag | readonly Tag[] | undefined>>;

/** Never throws: a file without metadata, or with broken metadata, says nothing. */
export function readMetadata(bytes: Uint8Array): PictureMetadata {
  const { xmp, iptc, exif } = loadTags(bytes);
  const isUtf8 = /G/.test(textOf(iptc['Coded Character Set']) ?? '') || undefined;
  const list = (field: Field): readonly string[] => {
    const [inXmp, inIptc, inExif] = names[field];
    const sources = [inXmp && textsOf(xmp[inXmp]), inIptc && iimTexts(iptc[inIptc], isUtf8), inExif && textsOf(exif[inExif])].filter((found): found is readonly string[] => Array.isArray(found) && found.length > 0);
    return longer(sources, field);
  };
  const time = iimTexts(iptc['Time Created'], isUtf8)[0];
  return {
    list,
    say: (field) => {
      const text = list(field).join(field === 'creator' ? ' and ' : ' ').trim();
      if (field === 'created') return text === '' ? undefined : dateOf(text, xmp['DateCreated'] === undefined ? time : undefined);
      return text === '' ? undefined : text;
    },
    orientation: orientationOf(exif),
  };
}

/** The first source speaks, unless it is only the beginning of what the next one says: IIM cuts captions at 2,000 bytes. */
function longer(sources: readonly (readonly string[])[], field: Field): readonly string[] {
  const [first = [], second = []] = sources;
  if (field !== 'caption' && field !== 'headline') return first;
  const [a = '', b = ''] = [first[0], second[0]];
  return b.length > a.length && b.startsWith(a.slice(0, Math.max(0, a.length - 3))) ? second : first;
}

function loadTags(bytes: Uint8Array): { readonly xmp: Tags; readonly iptc: Tags; readonly exif: Tags } {
  try {
    const tags = ExifReader.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer, { expanded: true }) as unknown as Readonly<Record<string, Tags | undefined>>;
    return { xmp: tags['xmp'] ?? {}, iptc: tags['iptc'] ?? {}, exif: tags['exif'] ?? {} };
  } catch {
    return { xmp: {}, iptc: {}, exif: {} };
  }
}

/** XMP and Exif: a text, a list of tags, or alternatives by language. */
function textsOf(tag: Tag | readonly Tag[] | undefined): readonly string[] {
  if (tag === undefined) return [];
  if (Array.isArray(tag)) return (tag as readonly Tag[]).flatMap(textsOf);
  const { value, description } = tag as Tag;
  if (Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null)) {
    const texts = (value as readonly Tag[]).flatMap(textsOf);
    if (texts.length > 0) return texts;
  }
  const text = typeof description === 'string' ? description : typeof value === 'string' ? value : undefined;
  const tidy = text?.replace(/\u0000+$/, '').trim();
  return tidy ? [tidy] : [];
}

function textOf(tag: Tag | readonly Tag[] | undefined): string | undefined {
  return textsOf(tag)[0];
}

/** IIM keeps bytes: they are decoded here, since most desks never set the character set. */
function iimTexts(tag: Tag | readonly Tag[] | undefined, isUtf8: boolean | undefined): readonly string[] {
  if (tag === undefined) return [];
  if (Array.isArray(tag)) return (tag as readonly Tag[]).flatMap((each) => iimTexts(each, isUtf8));
  const { value } = tag as Tag;
  if (!Array.isArray(value) || !value.every((byte) => typeof byte === 'number')) return textsOf(tag);
  const text = decodeIim(Uint8Array.from(value as readonly number[]), isUtf8).replace(/\u0000/g, '').trim();
  return text === '' ? [] : [text];
}

function decodeIim(bytes: Uint8Array, isUtf8: boolean | undefined): string {
  if (isUtf8 !== true) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }
  return new TextDecoder('utf-8').decode(bytes);
}

/** "20260208" and "093000+0900", or Exif's "2026:02:08 09:30:00" → ISO 8601. */
function dateOf(date: string, time: string | undefined): string {
  const day = /^(\d{4})[-:]?(\d\d)[-:]?(\d\d)(.*)$/s.exec(date);
  if (!day) return date;
  const clock = /^(\d\d):?(\d\d):?(\d\d)\s*([+-]\d\d:?\d\d|Z)?/.exec(day[4]!.trim().replace(/^T/, '') || (time ?? ''));
  return `${day[1]}-${day[2]}-${day[3]}${clock ? `T${clock[1]}:${clock[2]}:${clock[3]}${clock[4] ?? ''}` : ''}`;
}

function orientationOf(exif: Tags): number {
  const tag = exif['Orientation'];
  const value = tag !== undefined && !Array.isArray(tag) ? (tag as Tag).value : undefined;
  return typeof value === 'number' && value >= 1 && value <= 8 ? value : 1;
}
