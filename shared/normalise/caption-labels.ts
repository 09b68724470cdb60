// The word that announces a caption goes: "Picture: A firefighter holds the man's hand." → "A firefighter holds the man's hand."

import { creditWords } from './captions.rules.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

const label = new RegExp(`^(?:${creditWords}|video|pic|slide)\\s?\\d{0,2}\\s?[:：]\\s*(?=\\S)`, 'iu');

export function cutCaptionLabels(copy: Copy, _rules: Rules): Copy {
  const notes = [...copy.notes];
  const pictures = copy.draft.pictures.map((picture) => {
    const said = picture.caption?.replace(label, '');
    if (said === undefined || said === picture.caption || !isSentence(said)) return picture;
    notes.push({
      step: 'caption-labels',
      rule: 'label',
      before: picture.caption!,
      after: said,
      text: 'The word that announced the caption was cut.',
    });
    return { ...picture, caption: said };
  });
  return { ...copy, draft: { ...copy.draft, pictures }, notes };
}

/** Names behind the word may be a credit that nobody understood. */
function isSentence(text: string): boolean {
  return text.split(/\s+/).length > 3 && /(?<!\p{L})\p{Ll}{2,}/u.test(text);
}
