// Pictures as feeds name them: every rendition that can be fetched, best first, and what must be printed with it.

import type { Copyright, Credit, Picture } from '../story.ts';
import { mediaUrl } from './addresses.ts';
import { pixels } from './blocks.ts';
import { oneLine } from './clean-text.ts';
import type { Site } from './feed.ts';

/** One fetchable file of a picture. */
export type Shot = {
  /** `original`, `web-1280`; `best` for the picture's own address. */
  readonly name: string;
  readonly url: string;
  readonly mediaType?: string;
  readonly width?: number;
  readonly height?: number;
  /** Size in bytes. */
  readonly bytes?: number;
};

/** The best first: the picture's own address, else the widest. Each address once. */
export function shotsOf(picture: Picture, site: Site): readonly Shot[] {
  const { href, mediaType, width, height, renditions } = picture;
  const own = href === undefined ? [] : [{ name: 'best', href, mediaType, width, height }];
  const wide = renditions.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0));
  const shots = new Map<string, Shot>();
  for (const rendition of [...own, ...wide]) {
    const url = mediaUrl(site, rendition.href);
    if (url === undefined) continue;
    const known = shots.get(url);
    shots.set(url, known ? complete(known, rendition) : measure(rendition, url));
  }
  return [...shots.values()].map((shot) => ({ ...shot, mediaType: shot.mediaType ?? guessMediaType(shot.url) }));
}

/** `© 2022 Newsflash`: the notice as given, else made of year and holder, else what the credit says. */
export function copyrightOf({
  copyright,
  credit,
}: {
  readonly copyright?: Copyright;
  readonly credit?: Credit;
}): string | undefined {
  return notice(copyright) ?? notice(credit?.copyright);
}

/** What may be done with the picture, licence included: `Editorial use only. Licence: CC-BY-SA-4.0.` */
export function usageOf({ usageTerms, credit }: Picture): string | undefined {
  const licence = oneLine(credit?.licence ?? '');
  return [oneLine(usageTerms ?? ''), licence && `Licence: ${licence}.`].filter(Boolean).join(' ') || undefined;
}

/** Copyright and terms as one text: `© 2022 Newsflash. Editorial use only.` */
export function rightsLine(copyright: string | undefined, terms: string | undefined): string | undefined {
  if (!copyright || !terms) return copyright || terms || undefined;
  return `${copyright}${/[.!?。]$/.test(copyright) ? '' : '.'} ${terms}`;
}

/** The line that must be printed with the picture. */
export function creditOf({ credit }: Picture): string | undefined {
  return oneLine(credit?.line ?? '') || undefined;
}

function notice(copyright: Copyright | undefined): string | undefined {
  const given = oneLine(copyright?.notice ?? '');
  if (given) return given;
  const holder = oneLine(copyright?.holder ?? '');
  return holder ? ['©', copyright?.year, holder].filter(Boolean).join(' ') : undefined;
}

type Measures = Omit<Shot, 'url'>;

/** The picture's own address often repeats that of a rendition which knows more, such as its size. */
function complete(shot: Shot, { name, mediaType, width, height, bytes }: Measures): Shot {
  const more = measure({ name, mediaType, width, height, bytes }, shot.url);
  return {
    ...shot,
    name: shot.name === 'best' ? more.name : shot.name,
    mediaType: shot.mediaType ?? more.mediaType,
    width: shot.width ?? more.width,
    height: shot.height ?? more.height,
    bytes: shot.bytes ?? more.bytes,
  };
}

function measure({ name, mediaType, width, height, bytes }: Measures, url: string): Shot {
  return {
    name,
    url,
    mediaType: tidyMediaType(mediaType),
    width: pixels(width),
    height: pixels(height),
    bytes: pixels(bytes),
  };
}

function tidyMediaType(given: string | undefined): string | undefined {
  const type = given?.split(';', 1)[0]?.trim().toLowerCase();
  return type && /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(type) ? type : undefined;
}

function guessMediaType(url: string): string | undefined {
  const ending = /\.(\w{3,4})(?:\?|#|$)/.exec(url)?.[1];
  return ending ? mediaTypes.get(ending.toLowerCase()) : undefined;
}

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['tif', 'image/tiff'],
  ['tiff', 'image/tiff'],
  ['webp', 'image/webp'],
]);
