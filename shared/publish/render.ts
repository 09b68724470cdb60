// Renders a channel within bounds: readers fetch a feed whole, and some refuse one that is too long or too large.

import type { Feed, Format } from './feed.ts';

export type FeedLimits = {
  /** Most stories of a feed: 60. */
  readonly items: number;
  /** Largest feed in bytes of UTF-8, so long as `fewestItems` stories stand in it: 2 MB. */
  readonly bytes: number;
};

/** Aggregators ask for this many; they are given whatever their size, since a story that was never seen is worse than a long feed. */
export const fewestItems = 30;

/** The newest stories that the limits allow. Throws when the format has no feeds. */
export function renderFeed(format: Format, feed: Feed, { items, bytes }: FeedLimits): string {
  const { feed: render } = format;
  if (!render) throw new TypeError(`The format ${format.name} renders no feeds.`);
  const renderNewest = (count: number): string => render({ ...feed, entries: feed.entries.slice(0, count) });
  const most = Math.min(feed.entries.length, items);
  const whole = renderNewest(most);
  return fits(whole, bytes)
    ? whole
    : renderNewest(largestCount(Math.min(most, fewestItems), most, (count) => fits(renderNewest(count), bytes)));
}

/** The largest count from `few` up to, but not including, `many` that fits; `few` in any case. */
function largestCount(few: number, many: number, doesFit: (count: number) => boolean): number {
  let [low, high] = [few, many];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (doesFit(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function fits(text: string, bytes: number): boolean {
  return text.length * 3 <= bytes || (text.length <= bytes && new TextEncoder().encode(text).length <= bytes);
}
