import { describe, expect, it } from 'vitest';
import { isRightToLeft, writeBody, writeTextBody } from '../../shared/publish/blocks.ts';
import { aPicture, aStory, site } from './a-story.ts';

const figure =
  '<figure><img src="https://wire.example.org/media/5f70bf18.jpg" alt="The ferry at the slipway."/><figcaption>The ferry at the slipway. <span class="credit">(Jane Roe/AFP)</span></figcaption></figure>';

describe('writeBody', () => {
  it('leads the first paragraph in with the dateline and keeps its marks in place', () => {
    const body = [
      { type: 'heading', level: 2, text: 'News' },
      { type: 'paragraph', text: 'It rains.', marks: [{ kind: 'strong', start: 3, end: 8 }] },
    ] as const;
    const story = aStory({ dateline: { line: 'SKYE, Nov 20' }, body });
    expect(writeBody(story, site)).toBe('<h2>News</h2>\n<p>SKYE, Nov 20 – It <strong>rains</strong>.</p>\n');
  });

  it('sets pictures where the text names them, once, and the others at the end', () => {
    const body = [
      { type: 'figure', picture: 'picture-2' },
      { type: 'paragraph', text: 'One.' },
      { type: 'figure', picture: 'picture-2' },
      { type: 'figure', picture: 'nobody' },
    ] as const;
    const pictures = [aPicture(), aPicture({ id: 'picture-2', href: undefined, caption: 'Later.', credit: undefined })];
    expect(writeBody(aStory({ body, pictures }), site)).toBe(
      `<figure><figcaption>Later.</figcaption></figure>\n<p>One.</p>\n${figure}\n`,
    );
  });

  it('shows caption and credit of a picture that cannot be fetched yet', () => {
    const story = aStory({ body: [], pictures: [aPicture({ href: undefined })] });
    expect(writeBody(story, site)).toBe(
      '<figure><figcaption>The ferry at the slipway. <span class="credit">(Jane Roe/AFP)</span></figcaption></figure>\n',
    );
  });

  it('says so when the text runs from right to left', () => {
    expect(writeBody(aStory({ language: 'ar', body: [{ type: 'paragraph', text: 'خبر' }] }), site)).toBe(
      '<div dir="rtl">\n<p>خبر</p>\n</div>',
    );
  });

  it('writes lists, tables, quotes and preformatted text', () => {
    const body = [
      { type: 'list', ordered: true, items: [{ text: 'a' }] },
      { type: 'table', caption: 'C', rows: [[{ text: 'h', header: true, colspan: 2 }]] },
      { type: 'quote', text: 'q' },
      { type: 'preformatted', text: 'a  <b>\n  c' },
      { type: 'heading', level: 9, text: 'deep' },
    ] as const;
    expect(writeBody(aStory({ body }), site).replaceAll('\n', '|')).toBe(
      '<ol>|<li>a</li>|</ol>|<table>|<caption>C</caption>|<tbody>|<tr>|<th colspan="2">h</th>|</tr>|</tbody>|</table>|<blockquote><p>q</p></blockquote>|<pre>a  &lt;b&gt;|  c</pre>|<h6>deep</h6>|',
    );
  });
});

describe('writeTextBody', () => {
  it('holds neither dateline nor pictures', () => {
    const story = aStory({
      dateline: { line: 'SKYE' },
      body: [
        { type: 'paragraph', text: 'One.' },
        { type: 'figure', picture: 'picture-1' },
      ],
      pictures: [aPicture()],
    });
    expect(writeTextBody(story)).toBe('<p>One.</p>\n');
  });
});

describe('isRightToLeft', () => {
  it.each(['ar', 'AR-eg', 'he', 'fa', 'ur', 'ku-Arab-IQ', 'yi'])('says yes of %s', (language) => {
    expect(isRightToLeft(language)).toBe(true);
  });

  it.each(['en', 'ja', 'az-Latn', 'ku', 'ar-Latn', ''])('says no of "%s"', (language) => {
    expect(isRightToLeft(language)).toBe(false);
  });
});
