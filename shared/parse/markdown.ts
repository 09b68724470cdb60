// Markdown with front matter, as small desks write it: "---\ntitle: Ferries stop\nauthor: Jane Doe\n---\nThe *harbour* …" → headline, byline, body.
// Front matter speaks like the header lines of plain text; the text goes through HTML and the allow-list.

import { marked } from 'marked';
import { parseDocument } from 'yaml';
import type { Draft } from '../draft.ts';
import type { Block, Note } from '../story.ts';
import type { Upload } from '../upload.ts';
import { defined, readBody } from './body.ts';
import { isObject, textIn, textsIn } from './json-fields.ts';
import { readHtml } from './markup.ts';
import type { Parser, Readings } from './parser.ts';
import { readPlainText } from './plain-text.ts';

export const markdown: Parser = { format: 'markdown', recognises, parse };

const frontMatter = /^\s*---[ \t]*\n([^]{0,50000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Front matter at the top, or a name or type that says so. */
function recognises({ text, name, mediaType }: Upload): boolean {
  const matter = frontMatter.exec(text.slice(0, 60_000))?.[1];
  if (matter !== undefined && /^[\w-]+\s*:/m.test(matter)) return true;
  return (/\.(?:md|markdown|mdown)$/i.test(name) || /markdown/.test(mediaType ?? '')) && /\p{L}/u.test(text) && !/^\s*</.test(text);
}

function parse({ text }: Upload): Readings {
  const notes: Note[] = [];
  const match = frontMatter.exec(text);
  const head = match ? readFrontMatter(match[1]!, notes) : undefined;
  const html = marked.parse(match ? text.slice(match[0].length) : text, { async: false, gfm: true });
  const { blocks, pictures } = readBody(readHtml(html));
  const [first] = blocks;
  const title = first?.type === 'heading' && head?.headline === undefined ? first.text : undefined;
  const repeated = first?.type === 'heading' && first.text === head?.headline;
  const body = captioned(title !== undefined || repeated ? blocks.slice(1) : blocks);
  const shifted = (head?.pictures ?? []).map((picture, index) => ({ ...picture, id: `picture-head-${index + 1}` }));
  return [
    defined<Draft>({
      ...head,
      format: 'markdown',
      kind: 'text',
      headline: head?.headline ?? title,
      body: [...shifted.map(({ id }) => ({ type: 'figure', picture: id }) as const), ...body.blocks],
      pictures: [...shifted, ...pictures.map((picture) => defined({ ...picture, caption: picture.caption ?? body.captions.get(picture.id) ?? titleOf(html, picture.href) ?? picture.altText }))],
      notes: [...(head?.notes ?? []), ...notes],
    }),
  ];
}

/** As header lines: one table of names serves plain text and front matter. */
function readFrontMatter(text: string, notes: Note[]): Draft {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: true, maxAliasCount: 0 } as Parameters<typeof parseDocument>[1]);
  const value: unknown = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  if (!isObject(value)) {
    notes.push({ step: 'parse', rule: 'front-matter', before: text, text: 'The front matter is broken YAML; it was read line by line.' });
    return readPlainText(`${text}\n`);
  }
  const lines = Object.keys(value).flatMap((name) => {
    const texts = textsIn(value, name);
    const objects = Array.isArray(value[name]) ? value[name].filter(isObject) : [];
    const named = objects.map((object) => textIn(object, 'name', 'title')).filter((each) => each !== undefined);
    return [...texts, ...named].length > 0 ? [`${name.replace(/_/g, ' ')}: ${[...texts, ...named].map((each) => each.replace(/\s+/g, ' ')).join(/author|byline|writer/i.test(name) ? ' and ' : ', ')}`] : [];
  });
  return readPlainText(`${lines.join('\n')}\n`);
}

/** A line of its own in italics directly below a picture is its caption. */
function captioned(blocks: readonly Block[]): { readonly blocks: readonly Block[]; readonly captions: ReadonlyMap<string, string> } {
  const captions = new Map<string, string>();
  const kept = blocks.filter((block, index) => {
    const above = blocks[index - 1];
    const isItalic = block.type === 'paragraph' && (block.marks ?? []).some((mark) => mark.kind === 'emphasis' && mark.start === 0 && mark.end === block.text.length);
    if (above?.type !== 'figure' || !isItalic || block.type !== 'paragraph') return true;
    captions.set(above.picture, block.text);
    return false;
  });
  return { blocks: kept, captions };
}

/** `![alt](ship.jpg "Ships in the ice")`. */
function titleOf(html: string, href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  const found = readHtml(html);
  const walk = (element: typeof found): string | undefined => {
    for (const node of element.children) {
      if (typeof node === 'string') continue;
      if (node.name === 'img' && node.attributes.get('src') === href) return node.attributes.get('title');
      const inner = walk(node);
      if (inner !== undefined) return inner;
    }
    return undefined;
  };
  return walk(found);
}
