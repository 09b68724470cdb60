// Pictures that came with a message: read for what they say of themselves, placed where the text shows them, else at the end.
// `<img src="cid:f1">` + a part with Content-ID f1 → the picture stands where the image stood.

import type { Attachment } from 'postal-mime';
import type { Draft, DraftPicture } from '../../draft.ts';
import { isRejection } from '../../outcome.ts';
import { joinPicture } from '../../pictures/join-pictures.ts';
import type { Block, Note } from '../../story.ts';
import type { ParserDesk } from '../parser.ts';

export function isPictureFile({ mimeType, filename }: Attachment): boolean {
  return (
    /^image\/(?:jpe?g|pjpeg|png|x-png|webp|tiff|gif)$/i.test(mimeType) ||
    (/^application\/(?:octet-stream|x-download|force-download)$/i.test(mimeType) &&
      /\.(?:jpe?g|png|webp|tiff?|gif)$/i.test(filename ?? ''))
  );
}

export type Attached = {
  /** The draft with the pictures, and its body with a figure for each. */
  joinTo(draft: Draft): { readonly draft: Draft; readonly placed: readonly Block[] };
};

type Sent = { readonly contentId?: string; readonly isSmall: boolean; readonly picture: Omit<DraftPicture, 'id'> };

/** `html` tells which pictures belong to the letter-head: small ones that only the HTML part shows. */
export async function attachPictures(
  parts: readonly Attachment[],
  html: string | undefined,
  desk: ParserDesk,
  notes: Note[],
): Promise<Attached> {
  const sent: Sent[] = [];
  for (const part of parts.filter(isPictureFile)) {
    const contentId = part.contentId?.replace(/^<|>$/g, '');
    const isShown = contentId !== undefined && html?.includes(`cid:${contentId}`) === true;
    sent.push({
      ...(contentId !== undefined && { contentId }),
      isSmall: isShown && bytesOf(part).length < smallest,
      picture: await readPicture(part, sent.length + 1, desk),
    });
  }
  return { joinTo: (draft) => join(draft, sent, notes) };
}

/** Logos and buttons are smaller than this; no picture desk sends a photograph so small. In bytes. */
const smallest = 15_000;

async function readPicture(file: Attachment, number: number, desk: ParserDesk): Promise<Omit<DraftPicture, 'id'>> {
  const bytes = bytesOf(file);
  const name =
    file.filename?.trim() || `picture-${number}.${file.mimeType.replace(/^.*\/(?:x-|p)?/, '').replace('jpeg', 'jpg')}`;
  const [reading] = await desk.read({ name, mediaType: file.mimeType, bytes });
  const picture = reading && !isRejection(reading) ? reading.pictures[0] : undefined;
  return picture ? { ...picture, fileName: name } : { fileName: name, content: { bytes, mediaType: file.mimeType } };
}

function join(
  draft: Draft,
  sent: readonly Sent[],
  notes: Note[],
): { readonly draft: Draft; readonly placed: readonly Block[] } {
  const taken = new Set<Sent>();
  const pictures = draft.pictures.map((picture) => {
    const match = sent.find((each) => isNamed(picture, each));
    if (!match) return picture;
    taken.add(match);
    return { ...joinPicture(picture, { ...match.picture, id: picture.id }), fileName: match.picture.fileName! };
  });
  const left = sent.filter((each) => !taken.has(each));
  for (const { picture } of left.filter(({ isSmall }) => isSmall))
    notes.push({
      step: 'parse',
      rule: 'letter-head',
      before: picture.fileName!,
      text: 'A small picture of the letter-head was left out.',
    });
  const others = left
    .filter(({ isSmall }) => !isSmall)
    .map(({ picture }, index) => ({ ...picture, id: `picture-${draft.pictures.length + index + 1}` }));
  const figures = others.map(({ id }): Block => ({ type: 'figure', picture: id }));
  return { draft: { ...draft, pictures: [...pictures, ...others] }, placed: [...draft.body, ...figures] };
}

function isNamed({ fileName }: DraftPicture, { contentId, picture }: Sent): boolean {
  if (fileName === undefined) return false;
  return (
    fileName.toLowerCase() === picture.fileName?.toLowerCase() ||
    (contentId !== undefined && fileName === `cid:${contentId}`)
  );
}

export function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof ArrayBuffer ? new Uint8Array(content) : content;
}
