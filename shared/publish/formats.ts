// The list of output formats; routes, media types, the front page and `convert --to` follow from it.

import { atom } from './atom.ts';
import type { Format } from './feed.ts';
import { newsmlG2 } from './newsml-g2.ts';
import { rss } from './rss.ts';

export const formats: readonly Format[] = [rss, atom, newsmlG2];

/** The format that addresses with this ending name: `rss`, `newsml`. */
export function formatByExtension(extension: string): Format | undefined {
  return formats.find((format) => format.extension === extension);
}
