// Media RSS as it stands in RSS and Atom items: pictures with sizes, captions and credits; a group is one picture in several sizes.
// `<media:content url="…" width="1280"><media:credit role="photographer">Jane Roe</media:credit>…` → a picture by Jane Roe.

import type { DraftPicture } from '../../draft.ts';
import type { Body } from '../body.ts';
import type { Element } from '../element.ts';
import { attribute, children } from '../element.ts';
import { pictureOf } from './media-picture.ts';
import type { Found } from './media-picture.ts';

/** The pictures of an item, the lead picture first. */
export function mediaOf(item: Element, base?: string): readonly Found[] {
  const take = (sizes: readonly Element[], holders: readonly Element[]): Found | undefined =>
    pictureOf(sizes, holders, base);
  const groups = children(item, 'group').map((group) => take(contentsOf(group), [group, item]));
  const contents = contentsOf(item).map((content) => take([content], [content, item]));
  const enclosures = children(item, 'enclosure')
    .filter(isImage)
    .map((enclosure) => take([enclosure], [item]));
  const linked = children(item, 'link')
    .filter((link) => attribute(link, 'rel') === 'enclosure' && isImage(link))
    .map((link) => take([link], [item]));
  const found = once([...groups, ...contents, ...enclosures, ...linked]);
  if (found.length > 0) return found;
  // Without a picture of its own the item shows its thumbnail: one of them, however many sizes there are.
  const thumbnails = [item, ...children(item, 'group'), ...children(item, 'media.content', 'content')].map((holder) =>
    take(children(holder, 'thumbnail'), [holder, item]),
  );
  const images = children(item, 'image', 'itunes.image', 'googleplay.image').map((image) => take([image], [item]));
  return once([...thumbnails, ...images]).slice(0, 1);
}

/** `media:content` is told from Atom's `content` by its address. */
function contentsOf(holder: Element): readonly Element[] {
  return children(holder, 'media.content', 'content').filter(
    (content) => attribute(content, 'url') !== undefined && isImage(content),
  );
}

function isImage(element: Element): boolean {
  const kind = `${attribute(element, 'medium') ?? ''} ${attribute(element, 'type') ?? ''}`;
  if (/image/i.test(kind)) return true;
  return (
    !/video|audio|text|html|application\/(?!octet-stream)/i.test(kind) &&
    /\.(?:jpe?g|png|gif|webp|tiff?|avif)(?:[?#]|$)/i.test(attribute(element, 'url') ?? attribute(element, 'href') ?? '')
  );
}

/** An address given twice is one picture; what the first says of it counts, and the second fills what the first leaves open. The same file asked for in other sizes is a rendition. */
function once(pictures: readonly (Found | undefined)[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const picture of pictures) {
    if (picture?.href === undefined) continue;
    const key =
      keysOf(picture).find((each) => found.has(each)) ??
      [...found].find(([, other]) => keysOf(other).includes(fileKey(picture.href!)))?.[0] ??
      fileKey(picture.href);
    const first = found.get(key);
    found.set(key, first ? merge(first, picture) : picture);
  }
  return [...found.values()];
}

function keysOf({ href, renditions = [] }: Found): readonly string[] {
  return [href, ...renditions.map((rendition) => rendition.href)].filter((each) => each !== undefined).map(fileKey);
}

/** Without the query where the path names a picture file: image servers take the wanted size there. */
export function fileKey(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  return /\.(?:jpe?g|png|gif|webp|tiff?|avif)$/i.test(path) ? path : address.replace(/#.*$/s, '');
}

function merge(first: Found, second: Found): Found {
  if (first.href === second.href) return { ...second, ...first };
  const larger = Number(second.width ?? 0) > Number(first.width ?? 0) ? second : first;
  const { href, fileName, mediaType, width, height } = larger;
  const sizes = [...(first.renditions ?? [renditionOf(first)]), ...(second.renditions ?? [renditionOf(second)])];
  return { ...second, ...first, href, fileName, mediaType, width, height, renditions: sizes };
}

function renditionOf({ href, mediaType, width, height }: Found): NonNullable<Found['renditions']>[number] {
  return {
    name: width ?? 'original',
    href: href!,
    ...(mediaType !== undefined && { mediaType }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
}

/** The body with its own pictures and those of the item: the same address is the same picture; the others stand at the top. */
export function withMedia({ blocks, pictures }: Body, media: readonly Found[]): Body {
  const taken = new Set<Found>();
  const joined = pictures.map((picture): DraftPicture => {
    const same = media.find(
      (candidate) =>
        picture.href !== undefined &&
        [candidate.href, ...(candidate.renditions ?? []).map(({ href }) => href)].some(
          (href) => href !== undefined && fileKey(href) === fileKey(picture.href!),
        ),
    );
    if (!same) return picture;
    taken.add(same);
    return {
      ...picture,
      ...same,
      caption: picture.caption ?? same.caption,
      altText: picture.altText ?? same.altText,
      credit: same.credit ?? picture.credit,
      id: picture.id,
    };
  });
  const added = media
    .filter((candidate) => !taken.has(candidate))
    .map((candidate, index) => ({ ...candidate, id: `picture-${pictures.length + index + 1}` }));
  return {
    blocks: [...added.map(({ id }) => ({ type: 'figure', picture: id }) as const), ...blocks],
    pictures: [...added, ...joined],
  };
}
