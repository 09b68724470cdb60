// A lasting name for a story whose wire gives none: a tag URI (RFC 4151) of desk and file name,
// "newsflash/Kuril islands.txt" → "tag:copytaster.localhost,2026:newsflash/Kuril%20islands.txt".

import type { StoryUri } from './story.ts';

/** `authority` is `<domain>,<year>`; the second and later stories of one upload get `#2`, `#3` … */
export function mintUri(authority: string, key: string, part: number): StoryUri {
  const path = key.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return `tag:${authority}:${path}${part === 0 ? '' : `#${part + 1}`}`;
}
