import { describe, expect, it } from 'vitest';
import { nitf } from '../../shared/publish/nitf.ts';
import { aPicture, anEntry, site } from './a-story.ts';

const render = (parts: Parameters<typeof anEntry>[0]): string => nitf.document!(anEntry(parts), site);

describe('NITF', () => {
  it('carries head and text', () => {
    const byline = {
      line: 'By Jane Doe',
      people: [{ name: 'Jane Doe', title: 'Shipping Correspondent' }],
      organisations: [],
      given: '',
    };
    const text = render({
      byline,
      dateline: { line: 'SKYE, Nov 20' },
      standfirst: 'From Friday.',
      urgency: 4,
      keywords: ['ferry'],
    });
    expect(text).toContain(
      '<doc-id regsrc="Northlight" id-string="tag:northlight.example,2026:ferry"/>\n<urgency ed-urg="4"/>\n<date.issue norm="20261120T080000Z"/>',
    );
    expect(text).toContain(
      '<byline>By Jane Doe<byttl>Shipping Correspondent</byttl></byline>\n<distributor>Northlight</distributor>\n<dateline>SKYE, Nov 20</dateline>\n<abstract>\n<p>From Friday.</p>\n</abstract>',
    );
    expect(text).toContain('<p>Ferries will cross the sound again from Friday.</p>');
  });

  it('sets pictures into the text with caption and credit, also before they can be fetched', () => {
    const body = [
      { type: 'figure', picture: 'picture-1' },
      { type: 'paragraph', text: 'One.' },
    ] as const;
    const text = render({
      body,
      pictures: [
        aPicture({ href: undefined, fileName: 'ferry.jpg' }),
        aPicture({ id: 'picture-2', width: 3000, height: 2000 }),
      ],
    });
    expect(text.match(/<media-reference [^>]*>/g)).toEqual([
      '<media-reference name="ferry.jpg" source-credit="Jane Roe/AFP" alternate-text="The ferry at the slipway."/>',
      '<media-reference source="https://wire.example.org/media/5f70bf18.jpg" name="picture-2" mime-type="image/jpeg" width="3000" height="2000" source-credit="Jane Roe/AFP" alternate-text="The ferry at the slipway."/>',
    ]);
    expect(text.match(/<media-producer>Jane Roe\/AFP<\/media-producer>/g)).toHaveLength(2);
    expect(text.indexOf('ferry.jpg')).toBeLessThan(text.indexOf('One.'));
  });

  it('leaves out lists and tables that are empty, which its schema forbids', () => {
    expect(
      render({
        body: [
          { type: 'list', ordered: false, items: [] },
          { type: 'table', caption: 'Standings', rows: [[]] },
        ],
      }),
    ).toContain('<body.content>\n<p>Standings</p>\n</body.content>');
  });

  it('tells of a kill and a correction', () => {
    const killed = render({ status: 'canceled', edNote: 'Wrong man.' });
    expect(killed).toContain('<docdata management-status="canceled">');
    expect(killed).toContain('Wrong man.');
    expect(killed).not.toContain('Ferries');
    expect(render({ signal: 'correction', edNote: 'The age is 64.' })).toContain(
      '<correction info="Correction: The age is 64."',
    );
  });
});
