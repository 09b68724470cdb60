// Holds a feed against the rules of a profile.

import { feedRules, itemRules, notForKills } from './feed.rules.ts';
import type { SeenFeed } from './seen-feed.ts';

export type Miss = {
  readonly rule: string;
  readonly level: 'must' | 'should';
  /** What is wrong, in a sentence. */
  readonly message: string;
  readonly source: string;
  /** Which item; absent for the feed as a whole. */
  readonly item?: string;
};

/** What the feed misses, first of itself, then item by item. `now` in milliseconds since 1970: some partners take no old stories. */
export function checkFeed(feed: SeenFeed, profile: string, now: number): readonly Miss[] {
  const concerns = ({ profiles }: { readonly profiles: readonly string[] }): boolean =>
    profiles.includes('default') || profiles.includes(profile);
  const ofFeed = feedRules
    .filter(concerns)
    .flatMap(({ name, level, source, miss }) => missed({ rule: name, level, source }, miss(feed)));
  const ofItems = feed.items.flatMap((item) =>
    itemRules
      .filter((rule) => concerns(rule) && !(item.isKill && notForKills.has(rule.name)))
      .flatMap(({ name, level, source, miss }) =>
        missed({ rule: name, level, source, item: item.name }, miss(item, now)),
      ),
  );
  return [...ofFeed, ...ofItems];
}

function missed(about: Omit<Miss, 'message'>, message: string | undefined): readonly Miss[] {
  return message === undefined ? [] : [{ ...about, message }];
}
