// "[Image: kuril-1.jpg]" on a line of its own shows where a picture stands → a figure; its caption follows below it and is lifted later.

import type { DraftPicture } from '../../draft.ts';
import type { Block } from '../../story.ts';

const imageLine = /^\[\s*(?:image|photo|picture|img|pic|foto|bild|video still)\s*[:=]?\s*([^\]]{1,200}\.(?:jpe?g|png|webp|gif|tiff?|avif))\s*\]$/iu;

/** `first` is the number of the first picture found here. The same file shown again is one picture. */
export function readImageLines(given: readonly Block[], first: number): { readonly blocks: readonly Block[]; readonly pictures: readonly DraftPicture[] } {
  const pictures: DraftPicture[] = [];
  const blocks = given.map((block): Block => {
    const fileName = block.type === 'paragraph' ? imageLine.exec(block.text)?.[1]?.trim() : undefined;
    if (fileName === undefined) return block;
    const known = pictures.find((picture) => picture.fileName === fileName);
    const picture = known ?? { id: `picture-${first + pictures.length}`, fileName };
    if (!known) pictures.push(picture);
    return { type: 'figure', picture: picture.id };
  });
  return { blocks, pictures };
}
