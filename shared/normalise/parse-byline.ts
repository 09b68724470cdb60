import type { Byline } from '../story.ts';
import type { Authority } from './authority.ts';

/** Reads one byline or sign-off statement. Pure; never throws. */
export function parseByline(given: string, _authority: Authority): Byline {
  return { line: given, people: [], organisations: [], given };
}
