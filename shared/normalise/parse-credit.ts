import type { Credit } from '../story.ts';
import type { Authority } from './authority.ts';

/** Reads one credit statement. Pure; never throws; text without information gives an empty line. */
export function parseCredit(given: string, _authority: Authority): Credit {
  return { line: given, people: [], organisations: [], designations: [], given };
}
