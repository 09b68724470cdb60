// Picture files are kept once, by digest: a draft's picture with bytes becomes one with an address, a size and the renditions that will be made of it.
// {content: 2 MB of JPEG, width: 3000} → {href: "/media/9f86….jpg", renditions: web-640, web-1280, web-1920}

import { createHash } from 'node:crypto';
import type { Draft, DraftPicture } from '../draft.ts';
import { planRenditions } from './plan-renditions.ts';

export type PictureFile = { readonly name: string; readonly bytes: Uint8Array; readonly mediaType: string };

/** The draft without bytes, and the files it had. */
export function takeContents(draft: Draft): { readonly draft: Draft; readonly files: readonly PictureFile[] } {
  const files: PictureFile[] = [];
  const pictures = draft.pictures.map((picture) => {
    const { content, ...rest } = picture;
    if (!content) return picture;
    const name = `${createHash('sha256').update(content.bytes).digest('hex')}.${extensionOf(content.mediaType)}`;
    files.push({ name, ...content });
    return settle(rest, name, content.mediaType);
  });
  return files.length === 0 ? { draft, files } : { draft: { ...draft, pictures }, files };
}

function settle(picture: DraftPicture, name: string, mediaType: string): DraftPicture {
  const size = { width: Number(picture.width), height: Number(picture.height) };
  const planned = planRenditions(name, mediaType, size).map(({ name: role, file, mediaType: type, width, height }) => ({
    name: role,
    href: `/media/${file}`,
    mediaType: type,
    width: String(width),
    height: String(height),
  }));
  return { ...picture, href: `/media/${name}`, mediaType, renditions: planned };
}

const extensions = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['image/gif', 'gif'],
  ['image/tiff', 'tif'],
]);

function extensionOf(mediaType: string): string {
  return extensions.get(mediaType) ?? 'bin';
}
