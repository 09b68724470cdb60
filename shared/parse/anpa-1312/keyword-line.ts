// The keyword line: "BC-US--Ethanol-Losing Grassland, 1st Ld-Writethru,1140<" → slugline, take key "1st Ld-Writethru".

import type { StoryHeader } from './header.ts';
import { unmarked } from './signs.ts';
import { takeKeyRow } from './take-keys.rules.ts';
import type { TakeKeyRow } from './take-keys.rules.ts';

export type KeywordLine = {
  readonly slugline: string;
  readonly takeKey?: string;
  readonly signal?: TakeKeyRow['signal'];
  readonly continues: boolean;
};

/** Whether a line begins as keyword lines do: `BC-`, `AM-`, `PM-` or `AP-` and no sentence. */
export function isKeywordLine(line: string): boolean {
  return /^(?:AM|PM|BC|AP)-\S/i.test(unmarked(line));
}

/** Take words and the word count are the last parts between commas. */
export function readKeywordLine(line: string): KeywordLine {
  const parts = unmarked(line).split(',');
  const takes: string[] = [];
  while (parts.length > 1) {
    const part = parts.at(-1)!.trim();
    if (!/^\d{0,5}$/.test(part) && !takeKeyRow(part)) break;
    if (!/^\d{0,5}$/.test(part)) takes.unshift(part);
    parts.pop();
  }
  return withTakes(parts.join(',').trim(), takes);
}

/** AAP writes slug and take key with only a space between: the slug is what the header says. */
export function readSlugAndTake(line: string, { keyword }: StoryHeader): KeywordLine | undefined {
  const text = unmarked(line);
  const slug = keyword.replace(/^(?:AM|PM|BC|AP)-/i, '').toLowerCase();
  const plain = text.toLowerCase().replaceAll(' ', '-');
  if (slug === '' || !(plain.startsWith(slug) || slug.startsWith(plain))) return undefined;
  // The header cuts a slug at 24 characters; then the take key cannot be told from it.
  if (keyword.length >= 24 || !/^(?:\s|$)/.test(text.slice(slug.length))) return withTakes(text, []);
  const take = text.slice(slug.length).trim();
  return withTakes(text.slice(0, slug.length), take === '' ? [] : [take]);
}

/** From the header alone, where the text has no keyword line. */
export function keywordOf({ keyword, version }: StoryHeader): KeywordLine {
  return withTakes(keyword, version === '' ? [] : [version]);
}

function withTakes(slugline: string, takes: readonly string[]): KeywordLine {
  const rows = takes.map(takeKeyRow);
  const signal = (['kill', 'correction', 'update'] as const).find((one) => rows.some((row) => row?.signal === one));
  return {
    slugline,
    ...(takes.length > 0 && { takeKey: takes.join(', ') }),
    ...(signal && { signal }),
    continues: rows.some((row) => row?.continues === true),
  };
}
