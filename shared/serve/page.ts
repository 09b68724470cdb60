// A page for people: one template, escaped text, no scripts.

import { compress } from '../compress.ts';
import { tagOf } from '../store/renderings.ts';
import { entityTag, isStillGood } from './conditional.ts';
import { chooseEncoding, encodedAs } from './encodings.ts';
import type { Request, Response } from './request.ts';

/** Markup that is safe to place in a page; made by `html` only. */
export type Html = { readonly markup: string };

/** Escapes every value that is not already Html; lists are joined. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (Html | readonly Html[] | string | number | undefined)[]
): Html {
  const written = values.map((value) => {
    if (value === undefined) return '';
    if (typeof value === 'object') return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
    return escape(String(value));
  });
  return { markup: parts.reduce((text, part, index) => text + written[index - 1] + part) };
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
:root{color-scheme:light dark;--ink:#1c1b19;--paper:#fbfaf7;--faint:#6d6a63;--line:#dedad0;--good:#1e6b3a;--bad:#a3261b;--accent:#8a3b12}
@media(prefers-color-scheme:dark){:root{--ink:#ebe8e1;--paper:#191817;--faint:#a19c91;--line:#3a3733;--good:#7cc796;--bad:#f0897c;--accent:#e0a071}}
body{font:16px/1.5 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper);max-width:62rem;margin:0 auto;padding:2rem 1.25rem 4rem}
header{border-bottom:3px double var(--line);margin-bottom:1.5rem}h1{font-size:2rem;margin:0}h2{font-size:1.2rem;margin:2rem 0 .5rem}
header p{margin:.25rem 0 1rem;color:var(--faint)}a{color:var(--accent);text-underline-offset:.15em}nav{margin-bottom:1rem}nav a{margin-right:1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line)}
th{font-weight:normal;font-style:italic;color:var(--faint)}.number{text-align:right;font-variant-numeric:tabular-nums}td{overflow-wrap:anywhere}td.number{overflow-wrap:normal}.faint{color:var(--faint);font-size:.875rem}
code,pre{font:13px/1.5 ui-monospace,Menlo,Consolas,monospace}pre{background:color-mix(in srgb,var(--line) 35%,transparent);padding:.75rem 1rem;overflow-x:auto}
.stored{color:var(--good)}.rejected{color:var(--bad)}ul.notes{margin:.25rem 0 0;padding-left:1.1rem;font-size:.875rem;color:var(--faint)}time{white-space:nowrap}
@media(max-width:40rem){body{padding:1.25rem .9rem 3rem}table{font-size:.875rem}td,th{padding-right:.5rem}time{white-space:normal;overflow-wrap:normal}}`;

/** A whole page; small enough to be compressed on the spot. Pages show what is now and are not cached. */
export async function page(request: Request, title: string, subtitle: string, content: Html): Promise<Response> {
  const { markup } = html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${{ markup: style }}</style></head>
<body><header><h1>${title}</h1><p>${subtitle}</p></header>
${content}
</body></html>
`;
  return small(request, 'text/html; charset=utf-8', markup);
}

/** A small text made on request, with a tag of its content. */
export async function small(request: Request, mediaType: string, text: string): Promise<Response> {
  const bytes = new TextEncoder().encode(text);
  const encoding = bytes.length > 1000 ? chooseEncoding(request.headers['accept-encoding']) : undefined;
  const tag = tagOf(bytes);
  const headers = { 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding', ETag: entityTag(tag, encoding) };
  if (isStillGood(request, { tag })) return { status: 304, headers };
  return {
    status: 200,
    headers: { ...headers, 'Content-Type': mediaType, ...encodedAs(encoding) },
    body: encoding ? await compress(bytes, encoding) : bytes,
  };
}
