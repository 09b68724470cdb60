// How an XML document begins: its document type may name a DTD, which nothing here fetches, and declare plain characters; the element behind it tells what the document is.
// `<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]><rss version="2.0">` → rss

import type { Rejection } from '../outcome.ts';
import { reject } from '../outcome.ts';

/** With what is declared in its brackets. */
export const documentType = /<!DOCTYPE[^[>]*(?:\[(?:[^\]"']|"[^"]*"|'[^']*')*\]\s*)?>/i;

const opening = new RegExp(
  String.raw`^(?:\s+|\uFEFF|<\?[^>]{0,1000}\?>|<!--[^]{0,5000}?-->|${documentType.source})`,
  'i',
);

/** The name of the first element, without prefix: `rss`, `RDF`, `feed`; `undefined` where the text is no XML. */
export function rootName(text: string): string | undefined {
  let rest = text.slice(0, 20_000);
  for (let found = opening.exec(rest); found; found = opening.exec(rest)) rest = rest.slice(found[0].length);
  return /^<(?:[\w-]+:)?([A-Za-z][\w.-]*)(?=[\s/>])/.exec(rest)?.[1];
}

/** NewsML 1 has its DTD in parts: AFP, Kyodo and Keystone-ATS name the part for NITF in a parameter entity, which nothing here fetches. */
const partOfDtd =
  /^<!ENTITY\s+%\s+\S{1,40}\s+(?:SYSTEM|PUBLIC\s+["'][^"']{0,200}["'])\s+["'][^"']{0,200}\b(?:nitf|newsml|xhtml)[\w.-]{0,40}\.(?:dtd|mod)["']\s*>$/i;

/** A document type may only name a DTD: entities declared in it that mention entities, or files, are an attack or a mistake, never news. */
export function findEntityBomb(text: string): Rejection | undefined {
  const start = text.slice(0, 2000).search(/<!DOCTYPE/i);
  if (start < 0) return undefined;
  const declarations = text.slice(start, start + 100_000).match(/<!ENTITY\s[^>]{0,2000}>?/g) ?? [];
  const bomb = declarations.some(
    (declaration) => !partOfDtd.test(declaration) && /&[\w.-]+;|\bSYSTEM\b|\bPUBLIC\b|^<!ENTITY\s+%/.test(declaration),
  );
  return bomb
    ? reject('unsafe', 'The document declares entities that expand into others or into files; that is not read.')
    : undefined;
}
