import { describe, expect, it } from 'vitest';
import { copyrightOf, rightsLine, shotsOf, usageOf } from '../../shared/publish/pictures.ts';
import { aPicture, site } from './a-story.ts';

describe('shotsOf', () => {
  it('joins the picture with the rendition of the same address, and sorts the others by width', () => {
    const renditions = [
      { name: 'thumbnail', href: 'https://img.example/t.jpg', width: 160 },
      { name: 'web', href: 'https://img.example/w.webp', width: 1280 },
      { name: 'original', href: '/media/5f70bf18.jpg', bytes: 900, mediaType: 'image/jpeg' },
    ];
    expect(shotsOf(aPicture({ renditions, width: 3000, height: 2000 }), site)).toEqual([
      {
        name: 'original',
        url: 'https://wire.example.org/media/5f70bf18.jpg',
        mediaType: 'image/jpeg',
        width: 3000,
        height: 2000,
        bytes: 900,
      },
      { name: 'web', url: 'https://img.example/w.webp', mediaType: 'image/webp', width: 1280 },
      { name: 'thumbnail', url: 'https://img.example/t.jpg', mediaType: 'image/jpeg', width: 160 },
    ]);
  });

  it('leaves out what cannot be fetched, and measures that are none', () => {
    const renditions = [
      { name: 'x', href: 'loose.jpg' },
      { name: 'y', href: 'https://img.example/y', width: -1, height: 1.5, bytes: 0, mediaType: 'nonsense' },
    ];
    expect(shotsOf(aPicture({ href: 'javascript:x', renditions }), site)).toEqual([
      { name: 'y', url: 'https://img.example/y' },
    ]);
  });
});

describe('rights', () => {
  it('take the notice as given, else make one, else ask the credit', () => {
    expect(copyrightOf({ copyright: { notice: '© AFP, all rights reserved', holder: 'AFP' } })).toBe(
      '© AFP, all rights reserved',
    );
    expect(copyrightOf({ copyright: { holder: 'AFP', year: 2026 } })).toBe('© 2026 AFP');
    expect(copyrightOf(aPicture({ credit: { ...aPicture().credit!, copyright: { holder: 'Jane Roe' } } }))).toBe(
      '© Jane Roe',
    );
    expect(copyrightOf({})).toBeUndefined();
  });

  it('name the licence among the terms', () => {
    expect(
      usageOf(aPicture({ usageTerms: 'No archive.', credit: { ...aPicture().credit!, licence: 'CC-BY-4.0' } })),
    ).toBe('No archive. Licence: CC-BY-4.0.');
  });

  it('stand in one line, divided by a full stop', () => {
    expect([
      rightsLine('© AFP', 'No archive.'),
      rightsLine('© AFP.', 'No archive.'),
      rightsLine(undefined, 'No archive.'),
      rightsLine('', ''),
    ]).toEqual(['© AFP. No archive.', '© AFP. No archive.', 'No archive.', undefined]);
  });
});
