// Atom's text constructs and content: plain, escaped HTML, XHTML, or another kind of XML.
// `<title type="html">Ferries &amp;lt;b&amp;gt;stop&amp;lt;/b&amp;gt;</title>` → "Ferries stop".

import type { Draft } from '../../draft.ts';
import type { Note } from '../../story.ts';
import type { Body } from '../body.ts';
import type { Element } from '../element.ts';
import { attribute, child, children, descendants, isElement, textOf } from '../element.ts';
import { readIllustrated } from '../html/pictures.ts';
import { readNitf } from '../nitf.ts';
import { plainLine, readElementBody, readItemBody, repeatsText } from './item-body.ts';

/** A text construct as one line. */
export function lineOf(element: Element | undefined): string | undefined {
  const type = attribute(element, 'type') ?? '';
  return /html/i.test(type) && element!.children.every((node) => !isElement(node))
    ? plainLine(element!.children.join(''))
    : textOf(element);
}

export type AtomContent = {
  readonly body: Body;
  readonly standfirst?: string;
  /** What a document inside the content says besides its text. */
  readonly said: Partial<Draft>;
};

/** The content; the summary stands in where the content is elsewhere or no text, else it is the standfirst. */
export function contentOf(entry: Element, base: string | undefined, notes: Note[]): AtomContent {
  const content = children(entry, 'content').find((each) => attribute(each, 'url') === undefined);
  const summary = child(entry, 'summary');
  const { body, said } = content ? read(content, attribute(content, 'base') ?? base) : { body: nothing, said: {} };
  const src = attribute(content, 'src');
  if (src !== undefined)
    notes.push({
      step: 'parse',
      rule: 'content-elsewhere',
      before: src,
      text: 'The entry only says where its text stands; nothing is fetched.',
    });
  if (body.blocks.some((block) => block.type !== 'figure'))
    return repeatsText(lineOf(summary), body) ? { body, said } : { body, said, standfirst: lineOf(summary)! };
  const described = summary ?? child(entry, 'media.description') ?? child(child(entry, 'group'), 'media.description');
  const second = described ? read(described, base).body : nothing;
  return {
    body:
      second.blocks.length > 0
        ? {
            blocks: [...body.blocks, ...renumbered(second, body).blocks],
            pictures: [...body.pictures, ...renumbered(second, body).pictures],
          }
        : body,
    said,
  };
}

const nothing: Body = { blocks: [], pictures: [] };

/** Pictures of a second text behind those of the first. */
function renumbered({ blocks, pictures }: Body, { pictures: before }: Body): Body {
  const ids = new Map(pictures.map(({ id }, index) => [id, `picture-${before.length + index + 1}`]));
  return {
    blocks: blocks.map((block) => (block.type === 'figure' ? { ...block, picture: ids.get(block.picture)! } : block)),
    pictures: pictures.map((picture) => ({ ...picture, id: ids.get(picture.id)! })),
  };
}

function read(content: Element, base: string | undefined): { readonly body: Body; readonly said: Partial<Draft> } {
  const nitf = descendants(content, 'nitf')[0];
  if (nitf) {
    const { body, pictures, format: _format, notes: _notes, ...said } = readNitf(nitf);
    return { body: { blocks: body, pictures }, said };
  }
  const type = attribute(content, 'type') ?? attribute(content, 'mode') ?? 'text';
  const text = content.children.filter((node) => !isElement(node)).join('');
  if (content.children.some(isElement)) return { body: readIllustrated(content, base), said: {} };
  if (/html|escaped/i.test(type) || /<\/?(?:p|br|div|a|b|i|em|strong|ul|ol|li|img|span)[\s/>]/i.test(text))
    return { body: readElementBody(content, base), said: {} };
  // A picture or another file in base64 is no text.
  if (/^(?:image|audio|video|application\/(?!.*(?:xml|text)))/i.test(type)) return { body: nothing, said: {} };
  return { body: readItemBody(text.replace(/&/g, '&amp;').replace(/</g, '&lt;')), said: {} };
}
