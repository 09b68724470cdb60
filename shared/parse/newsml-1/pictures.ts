// A picture of an item: its sizes as renditions, its caption, who made it and who supplies it.

import type { DraftPicture, DraftRendition } from '../../draft.ts';
import { defined, fileNameOf, safeAddress } from '../body.ts';
import type { Element } from '../element.ts';
import { attribute, child, children, descendants, textOf } from '../element.ts';
import { isPicture, isText, roleOf } from './components.ts';
import { formalName, propertiesOf } from './descriptive.ts';

/** `group` is a component as components.ts sorts them out. */
export function pictureOf(group: Element): Omit<DraftPicture, 'id'> {
  const sizes = descendants(group, 'ContentItem')
    .filter(isPicture)
    .map((item) => sizeOf(item, group));
  const renditions = sizes.filter((size): size is DraftRendition => size.href !== undefined);
  const largestFirst = sizes.toSorted((a, b) => Number(b.width ?? b.bytes ?? 0) - Number(a.width ?? a.bytes ?? 0));
  const best = largestFirst.find(({ href }) => href !== undefined) ?? largestFirst[0];
  const lines = descendants(group, 'NewsLines');
  const line = (name: string): string | undefined =>
    lines
      .flatMap((each) => children(each, name))
      .map((found) => textOf(found))
      .find((text) => text !== undefined);
  return defined<Omit<DraftPicture, 'id'>>({
    headline: line('HeadLine'),
    caption: captionOf(group),
    credit: line('CreditLine'),
    creator: line('ByLine') ?? partyOf(descendants(group, 'Creator')[0]),
    creatorTitle: line('ByLineTitle'),
    source: partyOf(descendants(group, 'Source')[0]) ?? partyOf(descendants(group, 'Provider')[0]),
    copyrightNotice: line('CopyrightLine'),
    usageTerms:
      descendants(group, 'UsageType', 'Limitations')
        .map((terms) => textOf(terms))
        .filter((text) => text !== undefined)
        .join(' ') || undefined,
    href: best?.href,
    fileName: fileNameOf(best?.href ?? best?.file),
    mediaType: best?.mediaType,
    width: best?.width,
    height: best?.height,
    taken: propertiesOf(group, /^(?:date(?:time)?(?:taken|created)|creationdate)$/i)[0],
    renditions: renditions.length > 0 ? renditions : undefined,
  });
}

function captionOf(group: Element): string | undefined {
  const texts = descendants(group, 'ContentItem')
    .filter(isText)
    .map((item) => textOf(child(item, 'DataContent')))
    .filter((text) => text !== undefined);
  return texts.length > 0
    ? [...new Set(texts)].join(' ')
    : descendants(group, 'Caption')
        .map((caption) => textOf(caption))
        .find((text) => text !== undefined);
}

function partyOf(element: Element | undefined): string | undefined {
  const party = child(element, 'Party');
  return formalName(party) ?? textOf(party);
}

type Size = Omit<DraftRendition, 'href'> & { readonly href?: string; readonly file?: string };

/** Only absolute addresses can be followed; a bare file name is kept as the picture's name. */
function sizeOf(item: Element, group: Element): Size {
  const href = safeAddress(attribute(item, 'Href'));
  const characteristics = child(item, 'Characteristics');
  const property = (name: RegExp): string | undefined =>
    children(characteristics, 'Property')
      .filter((each) => name.test(formalName(each) ?? ''))
      .map((each) => attribute(each, 'Value'))
      .find((value) => value !== undefined);
  return defined<Size>({
    name: roleNear(item, group) ?? formalName(child(item, 'Format')) ?? 'original',
    href,
    file: href === undefined ? attribute(item, 'Href') : undefined,
    mediaType: mediaTypeOf(item),
    width: property(/^(?:width|pixelwidth)$/i),
    height: property(/^(?:height|pixelheight)$/i),
    bytes: textOf(child(characteristics, 'SizeInBytes')),
  });
}

/** The type as given, or that of a format's name: "JPEG Baseline", "JPG". */
function mediaTypeOf(item: Element): string | undefined {
  const format = formalName(child(item, 'Format'));
  const kind = /^image\/[\w.+-]+$/i.exec(format ?? '')?.[0];
  const name = /\b(jpe?g|png|gif|tiff?|webp)\b/i.exec(format ?? '')?.[1]?.toLowerCase();
  return (
    formalName(child(item, 'MimeType')) ??
    kind ??
    (name && `image/${name.replace('jpg', 'jpeg').replace(/^tif$/, 'tiff')}`)
  );
}

/** The role of the component the size lies in: `Thumbnail`, `Quicklook`. */
function roleNear(item: Element, group: Element): string | undefined {
  const holder = descendants(group, 'NewsComponent').find((component) => component.children.includes(item));
  return holder && roleOf(holder) !== '' ? roleOf(holder) : undefined;
}
