// The list of output formats; routes, media types, the front page and `convert --to` follow from it.

import { atom } from './atom.ts';
import type { Format } from './feed.ts';
import { html } from './html.ts';
import { jsonFeed } from './json-feed.ts';
import { newsmlG2 } from './newsml-g2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import { rss } from './rss.ts';
import { sitemap } from './sitemap.ts';

export const formats: readonly Format[] = [rss, atom, jsonFeed, newsmlG2, ninjs, nitf, html];

/** Rendered only for channels whose settings name them, since few partners read them. */
export const formatsOnRequest: readonly Format[] = [sitemap];

/** The format that addresses with this ending name: `rss`, `newsml`. */
export function formatByExtension(extension: string): Format | undefined {
  return [...formats, ...formatsOnRequest].find((format) => format.extension === extension);
}
