import { describe, expect, it } from 'vitest';
import type { Format } from '../../shared/publish/feed.ts';
import { renderFeed } from '../../shared/publish/render.ts';
import { rss } from '../../shared/publish/rss.ts';
import { aFeed, anEntry } from './a-story.ts';

const entries = Array.from({ length: 100 }, (_, place) => anEntry({ uri: `tag:northlight.example,2026:${place}` }));
const ample = { items: 60, bytes: 2_000_000 };

/** Which stories a feed holds, in its order. */
function places(text: string): readonly number[] {
  return [...text.matchAll(/<guid[^>]*>tag:northlight\.example,2026:(\d+)</g)].map(([, place]) => Number(place));
}

describe('renderFeed', () => {
  it('keeps the newest stories up to the most allowed', () => {
    expect(places(renderFeed(rss, aFeed(entries), ample))).toEqual(Array.from({ length: 60 }, (_, place) => place));
  });

  it('drops the oldest until the feed is small enough', () => {
    const whole = renderFeed(rss, aFeed(entries), ample);
    const bytes = Math.round(whole.length * 0.75);
    const held = places(renderFeed(rss, aFeed(entries), { items: 60, bytes })).length;
    expect(held).toBeGreaterThan(40);
    expect(held).toBeLessThan(50);
    expect(renderFeed(rss, aFeed(entries.slice(0, held + 1)), ample).length).toBeGreaterThan(bytes);
  });

  it('never drops below thirty, however large they are', () => {
    expect(places(renderFeed(rss, aFeed(entries), { items: 60, bytes: 1 }))).toHaveLength(30);
    expect(places(renderFeed(rss, aFeed(entries.slice(0, 5)), { items: 60, bytes: 1 }))).toHaveLength(5);
  });

  it('counts bytes, not characters', () => {
    const wide = Array.from({ length: 60 }, (_, place) =>
      anEntry({ uri: `tag:northlight.example,2026:${place}`, body: [{ type: 'paragraph', text: '港'.repeat(1000) }] }),
    );
    const whole = renderFeed(rss, aFeed(wide), { items: 60, bytes: 10_000_000 });
    const held = places(renderFeed(rss, aFeed(wide), { items: 60, bytes: whole.length + 1000 })).length;
    expect(held).toBeLessThan(60);
  });

  it('renders an empty channel', () => {
    expect(renderFeed(rss, aFeed([]), ample)).toContain('</channel>');
  });

  it('refuses a format that has no feeds', () => {
    const page: Format = { name: 'page', extension: 'page', mediaType: 'text/html', document: () => '' };
    expect(() => renderFeed(page, aFeed(), ample)).toThrow('page');
  });
});
