// Pictures: an item of its own with its sizes, or the sizes among the contents of a text.

import type { DraftPicture, DraftRendition } from '../../draft.ts';
import { defined, fileNameOf, safeAddress } from '../body.ts';
import type { Element } from '../element.ts';
import { attribute, child, children, textOf } from '../element.ts';
import { descriptionOf, headlineOf } from './headlines.ts';
import { conceptOf, partyName } from './names.ts';

/** A picture both drawn in the body and sent as an item is one picture: the item knows more. */
export function joinPictures(inBody: readonly DraftPicture[], items: readonly DraftPicture[]): readonly DraftPicture[] {
  const isSame = (a: DraftPicture, b: DraftPicture): boolean =>
    (a.href !== undefined && (a.href === b.href || (b.renditions ?? []).some(({ href }) => href === a.href))) ||
    (a.fileName !== undefined && a.fileName === b.fileName);
  const taken = new Set<DraftPicture>();
  const joined = inBody.map((picture) => {
    const item = items.find((candidate) => isSame(picture, candidate));
    if (item) taken.add(item);
    return item ? defined({ ...item, ...picture, ...item, id: picture.id }) : picture;
  });
  return [...joined, ...items.filter((item) => !taken.has(item))];
}

/** ANSA names a picture among the contents of a text: the sizes of one picture, of which nothing more is said. */
export function remotePictures(item: Element): readonly Omit<DraftPicture, 'id'>[] {
  const images = children(child(item, 'contentSet'), 'remoteContent').filter((remote) =>
    attribute(remote, 'contenttype')?.startsWith('image/'),
  );
  return images.length > 0 ? [sizesOf(images)] : [];
}

/** One picture in several sizes; where no address can be followed the largest still tells the picture's name and size. */
function sizesOf(images: readonly Element[]): Omit<DraftPicture, 'id'> {
  const renditions = images.map(renditionOf).filter((rendition) => rendition !== undefined);
  const [best] = renditions.toSorted((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0));
  const [largest] = images.toSorted((a, b) => Number(attribute(b, 'width') ?? 0) - Number(attribute(a, 'width') ?? 0));
  const {
    href,
    mediaType = attribute(largest, 'contenttype'),
    width = attribute(largest, 'width'),
    height = attribute(largest, 'height'),
  } = best ?? {};
  return defined({
    href,
    fileName: fileNameOf(href ?? attribute(largest, 'href')),
    mediaType,
    width,
    height,
    renditions,
  });
}

export function pictureOf(item: Element): Omit<DraftPicture, 'id'> {
  const content = child(item, 'contentMeta');
  const rights = child(item, 'rightsInfo');
  const sizes = sizesOf(children(child(item, 'contentSet'), 'remoteContent'));
  const creator = children(content, 'creator')
    .map((party) => partyName(party))
    .find((name) => name !== undefined);
  return defined<Omit<DraftPicture, 'id'>>({
    ...sizes,
    uri: attribute(item, 'guid'),
    headline: headlineOf(content),
    caption: descriptionOf(content, /caption|descr/i) ?? textOf(child(content, 'description')),
    altText: descriptionOf(content, /alt/i),
    credit: textOf(child(content, 'creditline')),
    creator: creator ?? textOf(child(content, 'by')),
    source: children(content, 'infoSource')
      .map((party) => partyName(party))
      .find((name) => name !== undefined),
    copyrightHolder: partyName(child(rights, 'copyrightHolder')),
    copyrightNotice: textOf(child(rights, 'copyrightNotice')),
    usageTerms: textOf(child(rights, 'usageTerms')),
    fileName: textOf(child(item, 'itemMeta', 'fileName')) ?? sizes.fileName,
    taken: textOf(child(content, 'contentCreated')),
    place: children(content, 'located')
      .map((place) => conceptOf(place).name)
      .find((name) => name !== undefined),
    keywords: children(content, 'keyword')
      .map((keyword) => textOf(keyword))
      .filter((text) => text !== undefined),
  });
}

function renditionOf(remote: Element): DraftRendition | undefined {
  const href = safeAddress(attribute(remote, 'href'));
  if (!href) return undefined;
  return defined<DraftRendition>({
    name: attribute(remote, 'rendition')?.replace(/^[^:]*:/, '') ?? 'original',
    href,
    mediaType: attribute(remote, 'contenttype'),
    width: attribute(remote, 'width'),
    height: attribute(remote, 'height'),
    bytes: attribute(remote, 'size'),
  });
}

/** Pictures that a text only links to, as dpa and ANSA do, each once: by their address, or by the name of a file that may come by itself. */
export function linkedPictures(item: Element): readonly Omit<DraftPicture, 'id'>[] {
  const links = children(child(item, 'itemMeta'), 'link')
    .map(linkedPicture)
    .filter((picture) => picture !== undefined);
  return [
    ...new Map(
      links.toReversed().map((picture) => [picture.uri ?? picture.href ?? picture.fileName, picture]),
    ).values(),
  ].toReversed();
}

const pictureFile = /\.(?:jpe?g|png|gif|webp|tiff?)$/i;

function linkedPicture(link: Element): Omit<DraftPicture, 'id'> | undefined {
  const [href, uri] = [safeAddress(attribute(link, 'href')), attribute(link, 'residref')];
  const kind = `${attribute(child(link, 'itemClass'), 'qcode') ?? ''} ${attribute(link, 'contenttype') ?? ''}`;
  const headline = textOf(child(link, 'title'));
  if (uri !== undefined && /^[\w.-]+$/.test(uri) && pictureFile.test(uri)) return defined({ fileName: uri, headline });
  const isPicture = /picture|photo|image\//i.test(kind);
  return isPicture && href !== undefined
    ? defined({ uri, href, fileName: fileNameOf(href), mediaType: /image\/\S+/.exec(kind)?.[0], headline })
    : undefined;
}
