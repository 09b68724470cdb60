// Markdown with front matter, as small desks write it: "---\ntitle: Ferries stop\nauthor: Jane Doe\n---\nThe *harbour* …" → headline, byline, body.
// Front matter speaks like the header lines of plain text; the text goes through HTML and the allow-list.

import type { Draft, DraftPicture } from '../draft.ts';
import type { Block } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined } from './body.ts';
import type { Body } from './body.ts';
import { readIllustrated, renumbered } from './html/pictures.ts';
import { withoutFurniture } from './html/prune.ts';
import { plain } from './html/top.ts';
import { hasFrontMatter, takeFrontMatter } from './markdown/front-matter.ts';
import { renderMarkdown } from './markdown/render.ts';
import { readHtml } from './markup.ts';
import type { Parser, Readings } from './parser.ts';
import { blocksOf, groupLines } from './plain-text/blocks.ts';

export const markdown: Parser = { format: 'markdown', recognises, parse };

/** Front matter at the top, a media type that says so, or a name that does over marks that bear it out: a plain text may begin its lines with `-` or `#`. */
function recognises({ text, name, mediaType }: Upload): boolean {
  if (hasFrontMatter(text)) return true;
  if (/^\s*</.test(text) || !/\p{L}/u.test(text)) return false;
  return (
    /\bmarkdown\b/.test(mediaType ?? '') ||
    (/\.(?:md|markdown|mdown|mkd)$/i.test(name) && hasMarks(text.slice(0, 50_000)))
  );
}

/** A heading, a link, a picture, emphasis, a list or a quotation. */
function hasMarks(text: string): boolean {
  return /^ {0,3}#{1,6}\s+\S|^ {0,3}(?:=+|-+)\s*$|!?\[[^\]\n]{1,300}\]\([^)\n]{1,2000}\)|^ {0,3}>\s?\S|^ {0,3}(?:[-*+]|\d{1,3}[.)])\s+\S|\*{1,2}[^\s*][^*\n]{0,500}\*|(?:^|\s)_{1,2}[^\s_][^_\n]{0,500}_|^\[[^\]\n]{1,100}\]:\s/m.test(
    text,
  );
}

async function parse({ text }: Upload): Promise<Readings> {
  const { head, rest } = await takeFrontMatter(text);
  const html = await renderMarkdown(withFigures(withoutNotebook(rest)));
  const body: Body =
    html === undefined
      ? { blocks: blocksOf(groupLines(rest.split('\n'))), pictures: [] }
      : captioned(readIllustrated(withoutFurniture(readHtml(html)), undefined, head.pictures.length + 1));
  const { headline, blocks } = takeTitle(body.blocks, head.headline);
  const named = new Map(
    head.pictures.flatMap((picture) => (keyOf(picture) === undefined ? [] : [[keyOf(picture), picture] as const])),
  );
  const known = new Set(body.pictures.map(keyOf).filter((key) => key !== undefined));
  const above = head.pictures.filter((picture) => !known.has(keyOf(picture) ?? ''));
  const whole = renumbered(
    {
      blocks: [
        ...head.body.filter((block) => block.type !== 'figure' || above.some(({ id }) => id === block.picture)),
        ...blocks,
      ],
      pictures: [...above, ...body.pictures.map((picture) => ({ ...named.get(keyOf(picture) ?? ''), ...picture }))],
    },
    1,
  );
  return [
    defined<Draft>({
      ...head,
      format: 'markdown',
      kind: 'text',
      headline,
      body: whole.blocks,
      pictures: whole.pictures,
    }),
  ];
}

/** Obsidian's links within a notebook are words, its comments nobody's to read; what Liquid puts in (Jekyll, Eleventy) is not here. */
function withoutNotebook(text: string): string {
  return outsideCode(text, (words) =>
    words
      .replace(/(?<!!)\[\[(?:[^[\]|\n]{1,200}\|)?([^[\]|\n]{1,200})\]\]/g, '$1')
      .replace(/^[ \t]*%%[^%\n]{0,2000}%%[ \t]*$/gm, '')
      .replace(/^[ \t]*\{%[^%\n]{0,500}%\}[ \t]*$/gm, ''),
  );
}

/** Fenced code stays as it was written. */
function outsideCode(text: string, change: (words: string) => string): string {
  return text
    .split(/^(`{3,}[^`\n]*\n(?:(?!```).*\n)*`{3,}[ \t]*)$/m)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

/** Hugo's figure: `{{< figure src="a.jpg" caption="…" attr="Ann Poe" >}}`. */
function withFigures(text: string): string {
  return text.replace(/^\{\{[<%]\s*figure\s([^\n]{1,2000}?)\/?[>%]\}\}[ \t]*$/gm, (whole, inside: string) => {
    const said = (name: string): string | undefined =>
      new RegExp(`(?:^|\\s)${name}\\s*=\\s*"([^"]{1,1000})"`).exec(inside)?.[1];
    const [source, caption, credit] = [said('src') ?? said('link'), said('caption') ?? said('title'), said('attr')];
    if (source === undefined) return whole;
    const words = [caption, credit && `Photo: ${credit}`]
      .filter((part) => part !== undefined)
      .join(caption && !/[.!?]$/.test(caption) ? '. ' : ' ');
    return `<figure><img src="${escaped(source)}" alt="${escaped(said('alt') ?? '')}">${words === '' ? '' : `<figcaption>${escaped(words)}</figcaption>`}</figure>`;
  });
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** The picture that front matter names is often shown in the text as well, under another path. */
function keyOf({ href, fileName }: DraftPicture): string | undefined {
  return fileName ?? href?.replace(/[?#].*$/s, '');
}

/** `# Title` at the top heads the story; where front matter does, the same words go from the text. */
function takeTitle(
  blocks: readonly Block[],
  headline: string | undefined,
): { readonly headline?: string; readonly blocks: readonly Block[] } {
  const at = blocks.findIndex(({ type }) => type !== 'figure');
  const first = blocks[at];
  const isTitle = first?.type === 'heading' && (headline === undefined || plain(first.text) === plain(headline));
  return isTitle
    ? { headline: headline ?? first.text, blocks: blocks.filter((_, index) => index !== at) }
    : { headline, blocks };
}

/** A line of its own in italics directly below a picture is its caption. */
function captioned({ blocks, pictures }: Body): Body {
  const captions = new Map<string, string>();
  const kept = blocks.filter((block, index) => {
    const above = blocks[index - 1];
    if (above?.type !== 'figure' || block.type !== 'paragraph' || !isItalic(block)) return true;
    if (pictures.find(({ id }) => id === above.picture)?.caption !== undefined) return true;
    captions.set(above.picture, block.text);
    return false;
  });
  return {
    blocks: kept,
    pictures: pictures.map((picture) => defined({ ...picture, caption: captions.get(picture.id) ?? picture.caption })),
  };
}

function isItalic({ text, marks }: Extract<Block, { readonly type: 'paragraph' }>): boolean {
  return (marks ?? []).some((mark) => mark.kind === 'emphasis' && mark.start === 0 && mark.end === text.length);
}
