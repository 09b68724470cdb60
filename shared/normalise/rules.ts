// What a desk may set about normalising, handed to every step. Built-in tables live in the *.rules.ts files.

import type { Authority } from './authority.ts';
import { builtInAuthority } from './authority.ts';
import type { HouseStyle } from './house-style.ts';
import { defaultStyle } from './house-style.ts';

export type Rules = {
  /** Who is an organisation, and which name it goes by. */
  readonly authority: Authority;
  /** BCP 47 tag of a story that does not say and does not show its language. Default `en`. */
  readonly language: string;
  /** IANA zone of dates that carry none. Default `UTC`. */
  readonly timeZone: string;
  /** Paragraphs to cut besides the built-in ones, compared without case and punctuation. Default none. */
  readonly boilerplate: readonly string[];
  /** How credit lines are written. */
  readonly style: HouseStyle;
};

export const defaultRules: Rules = {
  authority: builtInAuthority,
  language: 'en',
  timeZone: 'UTC',
  boilerplate: [],
  style: defaultStyle,
};
