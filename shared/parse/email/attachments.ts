// Pictures that came with a message: read for what they say of themselves, placed where the text shows them, else at the end.

import type { Attachment } from 'postal-mime';
import type { Draft, DraftPicture } from '../../draft.ts';
import { isRejection } from '../../outcome.ts';
import { joinPicture } from '../../pictures/join-pictures.ts';
import type { Block } from '../../story.ts';
import type { ParserDesk } from '../parser.ts';

export function isPictureFile({ mimeType, filename }: Attachment): boolean {
  return /^image\/(?:jpe?g|pjpeg|png|webp|tiff|gif)$/i.test(mimeType) || (/^application\/octet-stream$/i.test(mimeType) && /\.(?:jpe?g|png|webp|tiff?|gif)$/i.test(filename ?? ''));
}

export type Attached = {
  /** The draft with the pictures, and its body with a figure for each. */
  joinTo(draft: Draft): { readonly draft: Draft; readonly placed: readonly Block[] };
};

type Sent = { readonly contentId?: string; readonly picture: Omit<DraftPicture, 'id'> };

export async function attachPictures(files: readonly Attachment[], desk: ParserDesk): Promise<Attached> {
  const sent: Sent[] = [];
  for (const file of files) sent.push({ contentId: file.contentId?.replace(/^<|>$/g, ''), picture: await readPicture(file, desk) });
  return { joinTo: (draft) => join(draft, sent) };
}

async function readPicture(file: Attachment, desk: ParserDesk): Promise<Omit<DraftPicture, 'id'>> {
  const bytes = bytesOf(file);
  const name = file.filename ?? 'picture';
  const [reading] = await desk.read({ name, mediaType: file.mimeType, bytes });
  const picture = reading && !isRejection(reading) ? reading.pictures[0] : undefined;
  return picture ? { ...picture, fileName: name } : { fileName: name, content: { bytes, mediaType: file.mimeType } };
}

function join(draft: Draft, sent: readonly Sent[]): { readonly draft: Draft; readonly placed: readonly Block[] } {
  const taken = new Set<Sent>();
  const pictures = draft.pictures.map((picture) => {
    const match = sent.find((each) => (picture.fileName !== undefined && sameName(each.picture.fileName, picture.fileName)) || (each.contentId !== undefined && picture.fileName === `cid:${each.contentId}`));
    if (!match) return picture;
    taken.add(match);
    const joined = joinPicture(picture, { ...match.picture, id: picture.id });
    return picture.fileName?.startsWith('cid:') ? { ...joined, fileName: match.picture.fileName } : joined;
  });
  const others = sent.filter((each) => !taken.has(each)).map(({ picture }, index) => ({ ...picture, id: `picture-${draft.pictures.length + index + 1}` }));
  const figures = others.map(({ id }): Block => ({ type: 'figure', picture: id }));
  return { draft: { ...draft, pictures: [...pictures, ...others] }, placed: [...draft.body, ...figures] };
}

function sameName(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

export function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof ArrayBuffer ? new Uint8Array(content) : content;
}
