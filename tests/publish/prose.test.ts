import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeProse } from '../../shared/publish/prose.ts';
import type { Mark } from '../../shared/story.ts';
import { arbitraryBlock } from '../arbitrary-story.ts';
import { fragmentErrors } from '../well-formed.ts';

const text = 'See the map of Skye.';
const link = (start: number, end: number, href: string): Mark => ({ kind: 'link', start, end, href });
const strong = (start: number, end: number): Mark => ({ kind: 'strong', start, end });
const emphasis = (start: number, end: number): Mark => ({ kind: 'emphasis', start, end });

describe('writeProse', () => {
  it('writes marks that nest, the outer one first', () => {
    const marks = [emphasis(8, 11), strong(8, 19)];
    expect(writeProse({ text, marks })).toBe('See the <strong><em>map</em> of Skye</strong>.');
  });

  it('ends a mark that crosses another with it', () => {
    expect(writeProse({ text, marks: [strong(4, 11), emphasis(8, 14)] })).toBe(
      'See <strong>the <em>map</em></strong> of Skye.',
    );
  });

  it.each([
    ['https://example.org/a?b=1&c="2"', 'See the <a href="https://example.org/a?b=1&amp;c=%222%22">map</a> of Skye.'],
    ['mailto:desk@example.org', 'See the <a href="mailto:desk@example.org">map</a> of Skye.'],
    ['javascript:alert(1)', 'See the map of Skye.'],
    ['data:text/html,x', 'See the map of Skye.'],
    ['/relative', 'See the map of Skye.'],
    [' \u0001javascript:alert(1)', 'See the map of Skye.'],
  ])('links to %s only where that is safe', (href, written) => {
    expect(writeProse({ text, marks: [link(8, 11, href)] })).toBe(written);
  });

  it('keeps the words of a link within a link', () => {
    const marks = [link(4, 19, 'https://a.example/'), link(8, 11, 'https://b.example/')];
    expect(writeProse({ text, marks })).toBe('See <a href="https://a.example/">the map of Skye</a>.');
  });

  it('never divides a character', () => {
    expect(writeProse({ text: 'A🚢B', marks: [strong(0, 2)] })).toBe('<strong>A</strong>🚢B');
  });

  it('never divides a line end', () => {
    expect(writeProse({ text: 'A\r\nB', marks: [strong(1, 2)] })).toBe('A<br/>\nB');
  });

  it('drops marks out of range', () => {
    expect(writeProse({ text: 'ab', marks: [strong(5, 9), strong(-3, 1), strong(1, 1)] })).toBe('<strong>a</strong>b');
  });

  it('keeps line breaks', () => {
    expect(writeProse({ text: 'one\ntwo' })).toBe('one<br/>\ntwo');
  });

  it('stays well-formed and keeps every word, however the marks lie', () => {
    fc.assert(
      fc.property(arbitraryBlock, (block) => {
        fc.pre(block.type === 'paragraph');
        const written = writeProse(block);
        expect(fragmentErrors(written)).toEqual([]);
        expect(written.replace(/<br\/>|<\/?(?:strong|em|a)(?: [^>]*)?>/g, '')).toBe(
          writeProse({ text: block.text }).replaceAll('<br/>', ''),
        );
      }),
    );
  });

  it('survives marks nested a hundred thousand deep', () => {
    const deep = 'x'.repeat(200_000);
    const marks = Array.from({ length: 100_000 }, (_, at) => strong(at, deep.length - at));
    expect(writeProse({ text: deep, marks }).replace(/<[^>]*>/g, '')).toBe(deep);
  });
});
