// What a picture file says of itself, by the names of the IPTC Photo Metadata Standard: XMP speaks before IIM, IIM before Exif and PNG.
// XMP caption "A ferry lies in the har" and IIM caption "A ferry lies in the harbour." → the longer one, since one is the other cut short.

import type { Note } from '../../story.ts';
import { chooseMoment, readMoment } from './dates.ts';
import { cameraCaptions, fields } from './fields.rules.ts';
import type { Field, Place } from './fields.rules.ts';
import { declaresUtf8, readIim } from './iim.ts';
import { readTags } from './tags.ts';
import { readXmp } from './xmp.ts';

export type { Field } from './fields.rules.ts';

export type PictureMetadata = {
  /** The text of a field; where it has several, as one. */
  say(field: Field): string | undefined;
  /** For fields of which a picture has many. */
  list(field: Field): readonly string[];
  /** When the picture was made, as ISO 8601 without what is not known: `2026-11-20`, `2026-11-20T06:30:00+01:00`. */
  readonly created?: string;
  readonly release?: string;
  readonly expiry?: string;
  /** Exif orientation, 1 to 8. */
  readonly orientation: number;
  readonly notes: readonly Note[];
};

/** Never throws. `mend` is given every text. */
export function readMetadata(bytes: Uint8Array, mend = (text: string): string => text): PictureMetadata {
  const tags = readTags(bytes);
  const xmp = readXmp(tags.packet);
  const iim = readIim(tags.datasets, declaresUtf8(tags.codedCharacterSet));
  const sources = (field: Field): readonly (readonly string[])[] => {
    const place: Place = fields[field];
    const inXmp = (place.xmp ?? []).map(xmp.texts).find((texts) => texts.length > 0) ?? [];
    return [
      inXmp,
      place.iim === undefined ? [] : iim(place.iim),
      textsOf(place.exif && tags.exif(place.exif)),
      textsOf(place.png && tags.png(place.png)),
    ].map((texts) => texts.map(mend));
  };
  const list = (field: Field): readonly string[] => choose(sources(field), field);
  const say = (field: Field): string | undefined => list(field).join(field === 'creator' ? ' and ' : ' ') || undefined;
  const one = (field: Field): string | undefined => list(field)[0];
  return {
    list,
    say,
    ...datesOf(one),
    orientation: tags.orientation,
    notes: xmp.isBroken
      ? [
          {
            step: 'parse',
            rule: 'broken-xmp',
            text: 'The XMP of the picture is broken; what IPTC and Exif fields say was taken instead.',
          },
        ]
      : [],
  };
}

function textsOf(text: string | undefined): readonly string[] {
  return text ? [text] : [];
}

function choose(sources: readonly (readonly string[])[], field: Field): readonly string[] {
  const saying = sources
    .map((texts) =>
      field === 'keywords'
        ? [
            ...new Set(
              texts
                .flatMap((text) => text.split(';'))
                .map((word) => word.trim())
                .filter((word) => word !== ''),
            ),
          ]
        : field === 'caption'
          ? texts.filter((text) => !cameraCaptions.has(text.toLowerCase()))
          : texts,
    )
    .filter((texts) => texts.length > 0);
  const [first = [], second = []] = saying;
  // Desks add keywords in one place and not the other; IIM cuts them at 64 bytes.
  if (field === 'keywords')
    return [
      ...first,
      ...second.filter((word) => !first.some((known) => known.toLowerCase().startsWith(word.toLowerCase()))),
    ];
  if (field !== 'caption' && field !== 'headline' && field !== 'instructions') return first;
  return saying.slice(1).find((texts) => isCutShort(first.join(' '), texts.join(' '))) ?? first;
}

/** IIM cuts captions at 2,000 bytes, other programs at less; some put dots where they cut. */
function isCutShort(text: string, whole: string): boolean {
  return whole.length > text.length && whole.startsWith(text.replace(/(?:\.{2,}|…)$/u, '').trimEnd());
}

function datesOf(one: (field: Field) => string | undefined): Pick<PictureMetadata, 'created' | 'release' | 'expiry'> {
  const iim = (day: Field, time: Field): ReturnType<typeof readMoment> => readMoment(one(day), one(time));
  const created = chooseMoment([
    readMoment(one('createdXmp')),
    iim('createdDay', 'createdTime'),
    readMoment(one('taken'), undefined, one('takenOffset')),
  ]);
  const [release, expiry] = [
    chooseMoment([iim('releaseDay', 'releaseTime')]),
    chooseMoment([iim('expiryDay', 'expiryTime')]),
  ];
  return {
    ...(created !== undefined && { created }),
    ...(release !== undefined && { release }),
    ...(expiry !== undefined && { expiry }),
  };
}
