import { describe, expect, it } from 'vitest';
import { writeOpml } from '../../shared/publish/opml.ts';
import { parseErrors } from '../well-formed.ts';
import { site } from './a-story.ts';

describe('writeOpml', () => {
  it('lists every channel with the address of its feed', () => {
    const text = writeOpml(site, [
      { name: 'all', title: 'All stories', description: '' },
      { name: 'section/أخبار', title: 'أخبار & "more"', description: 'x', language: 'ar' },
    ]);
    expect(parseErrors(text)).toEqual([]);
    expect(text.match(/<outline .*/g)).toEqual([
      '<outline type="rss" text="All stories" title="All stories" language="en" xmlUrl="https://wire.example.org/feeds/all.rss" htmlUrl="https://wire.example.org/"/>',
      '<outline type="rss" text="أخبار &amp; &quot;more&quot;" title="أخبار &amp; &quot;more&quot;" description="x" language="ar" xmlUrl="https://wire.example.org/feeds/section/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1.rss" htmlUrl="https://wire.example.org/"/>',
    ]);
  });
});
