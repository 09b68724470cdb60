import { describe, expect, it } from 'vitest';
import { resolveLeftovers } from '../../shared/parse/references.ts';

describe('what a wire escaped twice', () => {
  it.each([
    ['Q&amp;A with the keeper', 'Q&A with the keeper'],
    ['&#8220;We wait&#8221; &frac12;', '“We wait” ½'],
    ['800<endash>-</endash>900', '800-900'],
  ])('%s is resolved', (left, right) => {
    expect(resolveLeftovers(left)).toBe(right);
  });

  it.each(['a]]>b &amp; <script>alert("1")</script>', 'Write &amp; for &, and &lt; for <', 'R&D &amp; sales', 'AT&T'])(
    '%s was not, and stays as it is written',
    (text) => {
      expect(resolveLeftovers(text)).toBe(text);
    },
  );
});
