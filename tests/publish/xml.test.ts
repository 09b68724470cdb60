import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cdataElement,
  element,
  escapeText,
  join,
  plainElement,
  scriptElement,
  textElement,
  xmlDocument,
} from '../../shared/publish/xml.ts';
import type { Xml } from '../../shared/publish/xml.ts';
import { arbitraryText } from '../arbitrary-story.ts';
import { parseErrors } from '../well-formed.ts';

describe('element', () => {
  it('escapes what would end an attribute', () => {
    expect(element('a', { title: `"R&D" <b>'x'</b>` })).toBe(`<a title="&quot;R&amp;D&quot; &lt;b&gt;'x'&lt;/b&gt;"/>`);
  });

  it('leaves out attributes without a value and keeps zeros', () => {
    expect(element('a', { x: undefined, y: 0 })).toBe('<a y="0"/>');
  });

  it('makes spaces of white space in attributes, as every parser would', () => {
    expect(element('a', { title: 'one\r\ntwo\tthree' })).toBe('<a title="one two three"/>');
  });

  it('closes an empty element only where it was given no content', () => {
    expect(element('br')).toBe('<br/>');
    expect(element('td', {}, escapeText(''))).toBe('<td></td>');
  });

  it('sets each child on a line and skips those that are absent', () => {
    expect(element('a', {}, [element('b'), undefined, [element('c')]])).toBe('<a>\n<b/>\n<c/>\n</a>');
  });
});

describe('textElement', () => {
  it('writes nothing for blank text', () => {
    expect(textElement('title', ' \n ')).toBeUndefined();
    expect(textElement('title', undefined)).toBeUndefined();
  });
});

describe('escapeText', () => {
  it('drops what XML forbids and keeps tabs and line ends', () => {
    expect(escapeText('a\0\x08\x1F\x85\tb\r\nc\rd\uFFFE')).toBe('a\n\tb\nc\nd');
  });

  it('shows half a surrogate pair as a replacement character and keeps whole ones', () => {
    expect(escapeText('\uD83D 🚢 \uDE00')).toBe('\uFFFD 🚢 \uFFFD');
  });

  it('gives back exactly the cleaned text once parsed', () => {
    expect(escapeText(']]> & < > &amp;')).toBe(']]&gt; &amp; &lt; &gt; &amp;amp;');
  });
});

describe('plainElement', () => {
  it('writes markup characters as the RSS profile asks', () => {
    expect(plainElement('title', ' AT&T  <beats>\nall ')).toBe('<title>AT&#x26;T &#x3C;beats&#x3E; all</title>');
  });
});

describe('cdataElement', () => {
  it('divides an end of section over two sections', () => {
    expect(cdataElement('x', 'a]]>b' as Xml)).toBe('<x><![CDATA[a]]]]><![CDATA[>b]]></x>');
  });
});

describe('scriptElement', () => {
  it('lets no text end the element', () => {
    expect(scriptElement('application/ld+json', '{"a":"</script><!-- &"}')).not.toMatch(
      /<\/script>.*<\/script>|<!--|&/,
    );
  });
});

describe('a document', () => {
  it('is well-formed whatever stands in it', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (text, attribute) => {
        const root = element(
          'root',
          { attribute },
          join([escapeText(text), cdataElement('cdata', escapeText(text)), textElement('text', text)]),
        );
        expect(parseErrors(xmlDocument(root))).toEqual([]);
      }),
    );
  });
});
