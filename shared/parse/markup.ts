// HTML, and the XHTML and NITF inside other formats → elements. Never fails: what browsers would mend is mended.

import { Parser } from 'htmlparser2';
import type { Element, Node } from './element.ts';
import { dropImpossible, resolveReferences } from './references.ts';

/** Deeper elements are flattened into their ancestors, so that no later walk can run out of stack. */
const deepest = 200;

/** The document as one element named `#document`. */
export function readHtml(text: string): Element {
  return read(text, false);
}

/** A fragment whose element names keep their case and whose elements close where they say so. */
export function readFragment(text: string): Element {
  return read(text, true);
}

type Open = { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly children: Node[] };

function read(text: string, xmlMode: boolean): Element {
  const root: Open = { name: '#document', attributes: new Map(), children: [] };
  const open: Open[] = [root];
  let tooDeep = 0;
  let verbatim = false;
  // In XML mode the library would know the five names of XML alone; wires write &nbsp; and &eacute; as well.
  const resolve = (part: string): string => (xmlMode && !verbatim ? resolveReferences(part) : part);
  const parser = new Parser(
    {
      onopentag(name, given) {
        if (open.length > deepest) {
          tooDeep += 1;
          return;
        }
        const attributes = new Map(
          Object.entries(given).map(([key, value]) => [localName(key), resolve(value)] as const),
        );
        const element: Open = { name: localName(name), attributes, children: [] };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext: (part) => addText(open.at(-1)!.children, resolve(part)),
      oncdatastart: () => void (verbatim = true),
      oncdataend: () => void (verbatim = false),
      onclosetag() {
        if (tooDeep > 0) tooDeep -= 1;
        else if (open.length > 1) open.pop();
      },
    },
    { xmlMode, decodeEntities: !xmlMode, recognizeSelfClosing: true },
  );
  parser.end(dropImpossible(text));
  return root;
}

function addText(siblings: Node[], text: string): void {
  const last = siblings.at(-1);
  if (typeof last === 'string') siblings[siblings.length - 1] = last + text;
  else siblings.push(text);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
