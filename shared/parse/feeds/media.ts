// Media RSS as it stands in RSS and Atom items: pictures with sizes, captions and credits; a group is one picture in several sizes.
// `<media:content url="…" width="1280"><media:credit role="photographer">Jane Roe</media:credit>…` → a picture by Jane Roe.

import type { DraftPicture, DraftRendition } from '../../draft.ts';
import type { Body } from '../body.ts';
import { defined, fileNameOf, safeAddress } from '../body.ts';
import type { Element } from '../element.ts';
import { attribute, child, children, textOf } from '../element.ts';

type Found = Omit<DraftPicture, 'id'>;

/** The pictures of an item, the lead picture first. `media:content` is told from Atom's `content` by its address. */
export function mediaOf(item: Element): readonly Found[] {
  const groups = children(item, 'group').map((group) => pictureOf(children(group, 'content').filter(isImage), [group, item]));
  const contents = children(item, 'content').filter((content) => attribute(content, 'url') !== undefined && isImage(content)).map((content) => pictureOf([content], [content, item]));
  const enclosures = children(item, 'enclosure').filter((enclosure) => isImage(enclosure)).map((enclosure) => pictureOf([enclosure], [item]));
  const linked = children(item, 'link').filter((link) => attribute(link, 'rel') === 'enclosure' && isImage(link)).map((link) => pictureOf([link], [item]));
  const found = once([...groups, ...contents, ...enclosures, ...linked].filter((picture) => picture !== undefined));
  if (found.length > 0) return found;
  const thumbnails = children(item, 'thumbnail').map((thumbnail) => pictureOf([thumbnail], [item]));
  const images = children(item, 'image').map((image) => pictureOf([image], [item]));
  return once([...thumbnails, ...images].filter((picture) => picture !== undefined)).slice(0, 1);
}

function isImage(element: Element): boolean {
  const kind = `${attribute(element, 'medium') ?? ''} ${attribute(element, 'type') ?? ''}`;
  if (/image/i.test(kind)) return true;
  return kind.trim() === '' && /\.(?:jpe?g|png|gif|webp|tiff?|avif)(?:[?#]|$)/i.test(addressOf(element) ?? '');
}

function addressOf(element: Element): string | undefined {
  return attribute(element, 'url') ?? attribute(element, 'href') ?? textOf(child(element, 'url'));
}

/** One picture in the sizes given; what is said of it stands in it or in what holds it, nearest first. */
function pictureOf(sizes: readonly Element[], holders: readonly Element[]): Found | undefined {
  const renditions = sizes.map(renditionOf).filter((rendition) => rendition !== undefined);
  const best = renditions.toSorted((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0))[0];
  if (!best) return undefined;
  const inside = [...sizes, ...holders.slice(0, -1)];
  const say = (name: string): string | undefined => inside.flatMap((element) => children(element, name)).map((found) => textOf(found)).find((text) => text !== undefined);
  const around = (name: string): readonly Element[] => [...inside, holders.at(-1)!].map((element) => children(element, name)).find((found) => found.length > 0) ?? [];
  const credits = around('credit');
  return defined<Found>({
    caption: say('description') ?? say('text'),
    altText: say('title'),
    credit: credits.length > 0 ? creditOf(credits) : undefined,
    copyrightNotice: around('copyright').map((found) => textOf(found)).find((text) => text !== undefined),
    href: best.href,
    fileName: fileNameOf(best.href),
    mediaType: best.mediaType,
    width: best.width,
    height: best.height,
    renditions: renditions.length > 1 ? renditions : undefined,
  });
}

/** Who made it before whom it came from; every credit is kept. */
function creditOf(credits: readonly Element[]): string | undefined {
  const rank = (credit: Element): number => (/photographer|author|artist|creator/i.test(attribute(credit, 'role') ?? '') ? 0 : 1);
  const texts = credits.toSorted((a, b) => rank(a) - rank(b)).map((credit) => textOf(credit)).filter((text) => text !== undefined);
  return texts.length > 0 ? [...new Set(texts)].join('/') : undefined;
}

function renditionOf(element: Element): DraftRendition | undefined {
  const href = safeAddress(addressOf(element));
  if (href === undefined) return undefined;
  const width = attribute(element, 'width');
  const bytes = attribute(element, 'fileSize') ?? attribute(element, 'length');
  return defined<DraftRendition>({ name: width === undefined ? 'original' : `${width}`, href, mediaType: attribute(element, 'type'), width, height: attribute(element, 'height'), bytes: bytes === '0' ? undefined : bytes });
}

function once(pictures: readonly Found[]): readonly Found[] {
  return [...new Map(pictures.map((picture) => [picture.href, picture])).values()];
}

/** The body with its own pictures and those of the item: the same address is the same picture; the others stand at the top. */
export function withMedia({ blocks, pictures }: Body, media: readonly Found[]): Body {
  const plain = (address: string | undefined): string | undefined => address?.replace(/[?#].*$/s, '');
  const taken = new Set<Found>();
  const joined = pictures.map((picture) => {
    const same = media.find((candidate) => picture.href !== undefined && [candidate.href, ...(candidate.renditions ?? []).map(({ href }) => href)].some((href) => plain(href) === plain(picture.href)));
    if (!same) return picture;
    taken.add(same);
    return { ...picture, ...same, caption: picture.caption ?? same.caption, credit: same.credit ?? picture.credit, id: picture.id };
  });
  const added = media.filter((candidate) => !taken.has(candidate)).map((candidate, index) => ({ ...candidate, id: `picture-${pictures.length + index + 1}` }));
  return { blocks: [...added.map(({ id }) => ({ type: 'figure', picture: id }) as const), ...blocks], pictures: [...added, ...joined] };
}
