// Addresses on a page are often relative to it: "/images/ship.jpg" on https://news.example.org/2026/ferry → https://news.example.org/images/ship.jpg.

import { safeAddress } from '../body.ts';

/** The absolute web address; `undefined` for any other kind, and for relative ones where the page does not say where it stood. */
export function webAddress(given: string | undefined, base?: string): string | undefined {
  const text = given?.trim();
  if (text === undefined || text === '' || text.length > 2000) return undefined;
  const absolute = safeAddress(
    text.startsWith('//') && base === undefined ? `https:${text}` : (URL.parse(text, base)?.href ?? text),
  );
  return absolute !== undefined && /^https?:/.test(absolute) ? absolute : undefined;
}

export type Candidate = { readonly address: string; readonly width?: string; readonly density?: string };

/**
 * The pictures of a `srcset`: "ship-640.jpg 640w, ship-1280.jpg 1280w" (HTML, 4.8.4.2.2).
 * Addresses may hold commas themselves, so that only white space ends one.
 */
export function readSrcset(text: string | undefined): readonly Candidate[] {
  const found: Candidate[] = [];
  let address: string | undefined;
  // "a.jpg 1x,b.jpg 2x": the comma behind a size ends it with or without white space.
  const spaced = (text ?? '').slice(0, 50_000).replace(/(\s\d+(?:\.\d+)?[wxh]),(?=\S)/g, '$1, ');
  for (const token of spaced.split(/\s+/)) {
    if (token === '' || token === ',') continue;
    if (address !== undefined && /^\d+(?:\.\d+)?[wxh],?$/.test(token)) {
      const [, number, unit] = /^([\d.]+)([wxh])/.exec(token)!;
      found.push({ address, ...(unit === 'w' && { width: number! }), ...(unit === 'x' && { density: number! }) });
      address = undefined;
      continue;
    }
    if (address !== undefined) found.push({ address });
    address = token.replace(/^,+/, '');
    if (!address.endsWith(',')) continue;
    found.push({ address: address.replace(/,+$/, '') });
    address = undefined;
  }
  if (address !== undefined && address !== '') found.push({ address });
  return found;
}
