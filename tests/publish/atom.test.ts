import { describe, expect, it } from 'vitest';
import { atom } from '../../shared/publish/atom.ts';
import { aFeed, aPicture, anEntry } from './a-story.ts';

const render = (parts: Parameters<typeof anEntry>[0]): string => atom.feed!(aFeed([anEntry(parts)]));

describe('an Atom feed', () => {
  it('makes a tombstone of a killed story, before all entries as the grammar wants', () => {
    const feed = atom.feed!(
      aFeed([
        anEntry(),
        anEntry({ uri: 'tag:northlight.example,2026:killed', status: 'canceled', edNote: 'Wrong man.' }),
      ]),
    );
    expect(feed).toContain(
      '<at:deleted-entry ref="tag:northlight.example,2026:killed" when="2026-11-20T09:30:02.000Z">\n<at:comment>Killed: Ferry Link Returns. This story was withdrawn by Northlight and must not be used. Wrong man.</at:comment>',
    );
    expect(feed.indexOf('<at:deleted-entry')).toBeLessThan(feed.indexOf('<entry'));
    expect(feed.match(/<entry/g)).toHaveLength(1);
  });

  it('names every author apart, and helpers as contributors', () => {
    const byline = {
      line: 'By Jane Doe and John Roe',
      people: [{ name: 'Jane Doe' }, { name: 'John Roe' }, { name: 'E. Eff', role: 'editor' }],
      organisations: [],
      given: '',
    };
    expect(
      [...render({ byline }).matchAll(/<(author|contributor)>\n<name>([^<]*)</g)].map(
        ([, kind, name]) => `${kind} ${name}`,
      ),
    ).toEqual(['author Copytaster', 'author Jane Doe', 'author John Roe', 'contributor E. Eff']);
    expect(render({})).toContain('<author>\n<name>Northlight</name>');
  });

  it('gives a story whose guid is no address the address of its page as id', () => {
    expect(render({ uri: 'L1N14N0FF' })).toMatch(/<id>https:\/\/wire\.example\.org\/stories\/[a-z2-7]{20}\.html<\/id>/);
  });

  it('links to pictures and describes them', () => {
    const feed = render({
      pictures: [aPicture({ renditions: [{ name: 'original', href: '/media/5f70bf18.jpg', bytes: 900 }] })],
    });
    expect(feed).toContain(
      '<link rel="enclosure" type="image/jpeg" href="https://wire.example.org/media/5f70bf18.jpg" length="900"/>',
    );
    expect(feed).toContain('<media:credit role="photographer" scheme="urn:ebu">Jane Roe/AFP</media:credit>');
  });

  it('has no content element where there is nothing to show', () => {
    expect(render({ body: [] })).not.toContain('<content');
  });
});
