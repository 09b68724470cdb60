// "[Image: kuril-1.jpg]" on a line of its own shows where a picture stands → a figure; its caption follows below it and is lifted later.

import type { DraftPicture } from '../../draft.ts';
import type { Block } from '../../story.ts';

const name = '[^\\]<>{}]{1,200}\\.(?:jpe?g|png|webp|gif|tiff?|avif)';
const word = '(?:image|photo|picture|img|pic|foto|bild|logo|video still)';
const imageLine = new RegExp(`^[[<{]\\s*(?:${word}\\b\\s*\\d{0,2}\\s*[:=]?\\s*)?(${name})\\s*[\\]>}]$`, 'iu');
/** "Photo - https://media.example/1.jpg", "(Logo: https://media.example/2.png)": as press wires say where their pictures are. */
const address = new RegExp(
  `^\\(?${word}\\s*\\d{0,2}\\s*(?:[-–:]\\s*)?(https?://[^\\s()]{1,300}\\.(?:jpe?g|png|webp|gif))\\s*\\)?$`,
  'iu',
);

/** `first` is the number of the first picture found here. The same file shown again is one picture. */
export function readImageLines(
  given: readonly Block[],
  first: number,
): { readonly blocks: readonly Block[]; readonly pictures: readonly DraftPicture[] } {
  const pictures: DraftPicture[] = [];
  const blocks = given.map((block): Block => {
    if (block.type !== 'paragraph') return block;
    const [fileName, href] = [imageLine.exec(block.text)?.[1]?.trim(), address.exec(block.text)?.[1]];
    if (fileName === undefined && href === undefined) return block;
    const known = pictures.find((picture) => picture.fileName === fileName && picture.href === href);
    const picture = known ?? {
      id: `picture-${first + pictures.length}`,
      ...(fileName !== undefined && { fileName }),
      ...(href !== undefined && { href }),
    };
    if (!known) pictures.push(picture);
    return { type: 'figure', picture: picture.id };
  });
  return { blocks, pictures };
}
