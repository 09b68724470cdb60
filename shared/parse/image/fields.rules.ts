// What a picture file can say of itself, and where: properties of XMP, datasets of IPTC IIM, tags of Exif and of PNG.
// Names and numbers as in the IPTC Photo Metadata Standard 2023.2, IIM 4.2 and Exif 2.32.

export type Place = {
  /** Property names without prefix; `/` leads into a structure. The first that says something speaks. */
  readonly xmp?: readonly string[];
  /** Dataset of record 2: 120 for 2:120. */
  readonly iim?: number;
  readonly exif?: string;
  readonly png?: string;
};

export const fields = {
  title: { xmp: ['title'], iim: 5, png: 'Title' },
  headline: { xmp: ['Headline'], iim: 105 },
  caption: { xmp: ['description'], iim: 120, exif: 'ImageDescription', png: 'Description' },
  altText: { xmp: ['AltTextAccessibility', 'ExtDescrAccessibility'] },
  creator: { xmp: ['creator'], iim: 80, exif: 'Artist', png: 'Author' },
  creatorTitle: { xmp: ['AuthorsPosition'], iim: 85 },
  credit: { xmp: ['Credit'], iim: 110 },
  source: { xmp: ['Source'], iim: 115 },
  copyright: { xmp: ['rights'], iim: 116, exif: 'Copyright', png: 'Copyright' },
  copyrightHolder: { xmp: ['CopyrightOwner/CopyrightOwnerName', 'Owner'] },
  usageTerms: { xmp: ['UsageTerms'] },
  instructions: { xmp: ['Instructions'], iim: 40 },
  sublocation: { xmp: ['Location', 'LocationShown/Sublocation', 'LocationCreated/Sublocation'], iim: 92 },
  city: { xmp: ['City', 'LocationShown/City', 'LocationCreated/City'], iim: 90 },
  state: { xmp: ['State', 'LocationShown/ProvinceState', 'LocationCreated/ProvinceState'], iim: 95 },
  country: { xmp: ['Country', 'LocationShown/CountryName', 'LocationCreated/CountryName'], iim: 101 },
  countryCode: { xmp: ['CountryCode', 'LocationShown/CountryCode', 'LocationCreated/CountryCode'], iim: 100 },
  keywords: { xmp: ['subject'], iim: 25 },
  category: { xmp: ['Category'], iim: 15 },
  supplementalCategories: { xmp: ['SupplementalCategories'], iim: 20 },
  subjectCode: { xmp: ['SubjectCode'], iim: 12 },
  genre: { xmp: ['IntellectualGenre'], iim: 4 },
  urgency: { xmp: ['Urgency'], iim: 10 },
  imageGuid: { xmp: ['DigImageGUID'] },
  transmission: { xmp: ['TransmissionReference'], iim: 103 },
  language: { xmp: ['language'], iim: 135 },
  /** Dates are read by themselves: IIM keeps day and time apart. */
  createdXmp: { xmp: ['DateCreated'] },
  createdDay: { iim: 55 },
  createdTime: { iim: 60 },
  taken: { xmp: ['DateTimeOriginal', 'CreateDate'], exif: 'DateTimeOriginal' },
  takenOffset: { xmp: ['OffsetTimeOriginal'], exif: 'OffsetTimeOriginal' },
  releaseDay: { iim: 30 },
  releaseTime: { iim: 35 },
  expiryDay: { iim: 37 },
  expiryTime: { iim: 38 },
} as const satisfies Readonly<Record<string, Place>>;

export type Field = keyof typeof fields;

/** What cameras and programs write where the caption belongs. In lower case. */
export const cameraCaptions: ReadonlySet<string> = new Set([
  'olympus digital camera',
  'sony dsc',
  'minolta digital camera',
  'konica minolta digital camera',
  'kodak digital still camera',
  'digital camera',
  'samsung digital camera',
  'samsung camera pictures',
  'dcim',
  'exif_jpeg_picture',
  'exif jpeg',
  'jpeg',
  'untitled',
  'default',
  'dcf 1.0',
  'ascii',
  'binary',
  'created with gimp',
  'processed with vsco',
  'screenshot',
  'dig',
  'vivo',
  'mde',
  'cof',
  'hdr',
  'bty',
  'oznor',
  'edf',
  'sdr',
  'rhdr',
  'ptr',
  'null',
]);
