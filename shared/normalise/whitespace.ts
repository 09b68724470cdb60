// White space as people read it: "Kuril\u00a0 Islands " → "Kuril Islands". Preformatted blocks keep theirs.

import type { Draft, DraftPicture } from '../draft.ts';
import { tidyProse } from '../prose.ts';
import type { Block, TableCell } from '../story.ts';
import type { Copy } from './step.ts';

/** Fields that are one line of text; statements whose original is kept byte for byte are tidied by the steps that read them. */
const oneLiners = [
  'kicker',
  'headline',
  'slugline',
  'standfirst',
  'takeKey',
  'dateline',
  'provider',
  'copyrightHolder',
  'copyrightNotice',
  'guid',
  'version',
  'status',
  'language',
] as const;

export function tidyWhitespace(copy: Copy): Copy {
  const { draft } = copy;
  const lines: Record<string, string | undefined> = {};
  for (const name of oneLiners) if (draft[name] !== undefined) lines[name] = oneLine(draft[name]);
  const body = draft.body.map(tidyBlock).filter((block) => !isBlank(block));
  const tidied: Draft = {
    ...draft,
    ...lines,
    body,
    keywords: draft.keywords?.map(oneLine),
    pictures: draft.pictures.map(tidyPicture),
  };
  return { ...copy, draft: tidied };
}

function tidyBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return { type: block.type, ...tidyProse(block) };
    case 'heading':
      return { type: 'heading', level: block.level, ...tidyProse(block) };
    case 'list':
      return { ...block, items: block.items.map(tidyProse).filter(({ text }) => text !== '') };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(tidyCell)) };
    case 'preformatted':
    case 'figure':
      return block;
  }
}

function tidyCell({ text, marks, ...spans }: TableCell): TableCell {
  return { ...spans, ...tidyProse({ text, ...(marks && { marks }) }) };
}

/** What parts two sections where no line can be drawn: "___", "* * *". */
const rule = /^(?:[_*=~#•·–—-]\s*){2,}$/u;

function isBlank(block: Block): boolean {
  if (block.type === 'list') return block.items.length === 0;
  return (
    'text' in block &&
    (block.text.trim() === '' || (block.type === 'paragraph' && block.text.length < 100 && rule.test(block.text)))
  );
}

function tidyPicture(picture: DraftPicture): DraftPicture {
  const { caption, headline, altText } = picture;
  return {
    ...picture,
    ...(caption !== undefined && { caption: oneLine(caption) }),
    ...(headline !== undefined && { headline: oneLine(headline) }),
    ...(altText !== undefined && { altText: oneLine(altText) }),
  };
}

/** White space collapsed and trimmed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
