import { describe, expect, it } from 'vitest';
import { newsmlG2 } from '../../shared/publish/newsml-g2.ts';
import { aFeed, aPicture, anEntry, site } from './a-story.ts';

const render = (parts: Parameters<typeof anEntry>[0]): string => newsmlG2.feed!(aFeed([anEntry(parts)]));

/** The items of a message by guid. */
function itemsOf(message: string): ReadonlyMap<string, string> {
  return new Map(
    [...message.matchAll(/<(newsItem|packageItem) [^>]*?guid="([^"]*)"[^]*?<\/\1>/g)].map(([item, , guid]) => [
      guid!,
      item,
    ]),
  );
}

const uri = 'tag:northlight.example,2026:ferry';

describe('a NewsML-G2 message', () => {
  it('was sent when its channel last changed', () => {
    expect(render({})).toMatch(
      /<header>\n<sent>2026-11-20T09:30:02\.000Z<\/sent>\n<sender>wire\.example\.org<\/sender>/,
    );
  });

  it('ties the text to its pictures with a package', () => {
    const items = itemsOf(
      render({ pictures: [aPicture(), aPicture({ id: 'picture-2', uri: 'urn:newsml:afp.example:2' })] }),
    );
    expect([...items.keys()]).toEqual([`${uri}#package`, uri, `${uri}#picture-1`, 'urn:newsml:afp.example:2']);
    expect([...items.get(`${uri}#package`)!.matchAll(/residref="([^"]*)"/g)].map(([, guid]) => guid)).toEqual([
      uri,
      `${uri}#picture-1`,
      'urn:newsml:afp.example:2',
    ]);
    expect(items.get(uri)).not.toContain('slipway');
  });

  it('sends a text without pictures as one item', () => {
    expect([...itemsOf(render({})).keys()]).toEqual([uri]);
  });

  it('sends a picture that stands alone as one item under the guid of the story', () => {
    const items = itemsOf(
      render({
        kind: 'picture',
        body: [{ type: 'figure', picture: 'picture-1' }],
        pictures: [aPicture({ uri })],
        keywords: ['ferry'],
      }),
    );
    expect([...items.keys()]).toEqual([uri]);
    expect(items.get(uri)).toContain('<itemClass qcode="ninat:picture"/>');
    expect(items.get(uri)).toContain('<headline>Ferry Link Returns</headline>');
    expect(items.get(uri)).toContain('<keyword>ferry</keyword>');
  });

  it('sends a picture that two stories share once', () => {
    const shared = aPicture({ uri: 'urn:newsml:afp.example:shared' });
    const message = newsmlG2.feed!(
      aFeed([
        anEntry({ pictures: [shared] }),
        anEntry({ uri: 'tag:northlight.example,2026:other', pictures: [shared] }),
      ]),
    );
    expect(message.match(/guid="urn:newsml:afp\.example:shared"/g)).toHaveLength(1);
    expect(message.match(/residref="urn:newsml:afp\.example:shared"/g)).toHaveLength(2);
    expect(message.match(/ id="group-\d+"/g)).toEqual([' id="group-1"', ' id="group-2"']);
  });

  it('sends an empty channel as an empty package, since a message must hold an item', () => {
    const message = newsmlG2.feed!(aFeed([]));
    expect([...itemsOf(message).keys()]).toEqual(['https://wire.example.org/feeds/section/harbours.newsml']);
  });

  it('is the same for one story alone', () => {
    const entry = anEntry({ pictures: [aPicture()] });
    expect([...itemsOf(newsmlG2.document!(entry, site)).keys()]).toEqual([
      ...itemsOf(newsmlG2.feed!(aFeed([entry]))).keys(),
    ]);
  });
});

describe('the text item', () => {
  const byline = {
    line: 'By Jane Doe',
    people: [
      {
        name: 'Jane Doe',
        title: 'Shipping Correspondent',
        organisation: 'AP',
        place: 'Skye',
        contact: 'jane@ap.example',
      },
      { name: 'E. Eff', role: 'editor' },
      { name: 'Tove Lind', role: 'translator' },
    ],
    organisations: ['Harbour Wire'],
    given: '',
  };

  it('names authors with title and house as creators and everyone else as contributors', () => {
    const text = render({ byline });
    expect(text).toContain('<by>By Jane Doe</by>');
    expect(text).toContain(
      '<creator type="cpnat:person" role="cpprole:author" jobtitle="jobtitle:Shipping%20Correspondent">\n<name>Jane Doe</name>\n<definition>Shipping Correspondent</definition>\n<personDetails>\n<affiliation>\n<name>AP</name>\n</affiliation>\n<contactInfo>\n<email>jane@ap.example</email>',
    );
    expect(text).toContain('<creator type="cpnat:organisation" role="cpprole:author">\n<name>Harbour Wire</name>');
    expect(text).toContain('<contributor type="cpnat:person" role="cpprole:editor">\n<name>E. Eff</name>');
    expect(text).toContain('<contributor type="cpnat:person" role="partyrole:translator">\n<name>Tove Lind</name>');
  });

  it('declares the vocabularies of its own that it uses, and only those', () => {
    expect(render({ byline }).match(/<scheme .*/g)).toEqual([
      '<scheme alias="jobtitle" uri="https://wire.example.org/terms/jobtitle/"/>',
      '<scheme alias="partyrole" uri="https://wire.example.org/terms/partyrole/"/>',
    ]);
    expect(render({})).not.toContain('<catalog>');
    expect(render({ headline: 'A "jobtitle:x" & role="partyrole:y"' })).not.toContain('<catalog>');
  });

  it('says where the story comes from', () => {
    const text = render({
      dateline: { line: 'PORTREE, Nov 20 (Reuters)', place: 'PORTREE', source: 'Reuters' },
      byline,
      places: [{ name: 'Skye' }],
    });
    expect(text.match(/<located[^]*?<\/located>/g)).toEqual(
      ['Skye', 'PORTREE'].map((place) => `<located type="cpnat:geoArea">\n<name>${place}</name>\n</located>`),
    );
    expect(text).toContain('<dateline>PORTREE, Nov 20 (Reuters)</dateline>');
    expect(text).toContain('role="cpprole:contentSource">\n<name>Reuters</name>');
    expect(text).toContain('<provider literal="Northlight">\n<name>Northlight</name>');
    expect(text).toContain('<creditline>Northlight</creditline>');
  });

  it('names subjects by codes of vocabularies that the catalog declares and others literally', () => {
    const subjects = [
      { scheme: 'medtop', code: '20000339', name: 'maritime transport' },
      { scheme: 'http://cv.iptc.org/newscodes/subjectcode/', code: '04015001' },
      { scheme: 'house', code: 'FER', name: 'ferries' },
      { name: 'boats' },
      { scheme: 'medtop', code: 'two words' },
      {},
    ];
    expect(render({ subjects }).match(/<subject[^>]*>/g)).toEqual([
      '<subject qcode="medtop:20000339">',
      '<subject qcode="subj:04015001"/>',
      '<subject literal="FER">',
      '<subject>',
      '<subject literal="two words"/>',
    ]);
  });

  it('carries status, signal, note, embargo and expiry in the order of the schema', () => {
    const text = render({
      signal: 'correction',
      edNote: 'The age is 64.',
      embargoedUntil: '2026-12-01T06:00:00.000Z',
      expiresAt: '2027-01-01T00:00:00.000Z',
      version: 3,
    });
    expect(text).toMatch(
      /<versionCreated>[^]*<firstCreated>[^]*<embargoed>2026-12-01T06:00:00\.000Z<[^]*<pubStatus qcode="stat:usable"\/>[^]*<edNote>The age is 64\.<[^]*<signal qcode="sig:correction"\/>[^]*<expires>/,
    );
    expect(text).toContain('version="3"');
  });

  it('links to the story it evolved from', () => {
    const text = render({
      links: [{ rel: 'evolvedFrom', uri: 'tag:northlight.example,2026:before', version: 2, title: 'Before' }],
    });
    expect(text).toContain(
      '<link rel="irel:previousVersion" residref="tag:northlight.example,2026:before" version="2" title="Before"/>',
    );
  });

  it('carries rights', () => {
    const text = render({ copyright: { holder: 'Northlight', year: 2026 }, usageTerms: 'No archive.' });
    expect(text).toContain(
      '<rightsInfo>\n<copyrightHolder>\n<name>Northlight</name>\n</copyrightHolder>\n<copyrightNotice>© 2026 Northlight</copyrightNotice>\n<usageTerms>No archive.</usageTerms>\n</rightsInfo>',
    );
  });

  it('keeps guid and version of a killed story and loses its words', () => {
    const text = render({
      status: 'canceled',
      signal: 'kill',
      version: 4,
      edNote: 'Wrong man.',
      standfirst: 'Secret',
      pictures: [aPicture()],
    });
    expect([...itemsOf(text).keys()]).toEqual([uri]);
    expect(text).toContain('<pubStatus qcode="stat:canceled"/>');
    expect(text).toContain('<edNote>Wrong man.</edNote>');
    expect(text).toContain('<body></body>');
    expect(text).not.toMatch(/Secret|slipway|Ferries/);
  });

  it('runs from right to left where its language does', () => {
    expect(render({ language: 'ar' })).toContain('xml:lang="ar" dir="rtl"');
  });

  it('says so when it knows no language', () => {
    expect(render({ language: 'no language' })).toContain('<language tag="und"/>');
  });
});

describe('a picture item', () => {
  const item = (parts: Parameters<typeof aPicture>[0]): string =>
    itemsOf(render({ pictures: [aPicture(parts)] })).get(`${uri}#picture-1`)!;

  it('has caption, credit line, photographer and supply chain', () => {
    const credit = {
      line: 'Jane Roe/AFP/Getty Images',
      people: ['Jane Roe'],
      organisations: ['AFP', 'Getty Images'],
      designations: ['handout'],
      licence: 'CC-BY-4.0',
      given: '',
    } as const;
    const picture = item({ credit });
    expect(picture).toContain('<creditline>Jane Roe/AFP/Getty Images</creditline>');
    expect(picture).toContain('<by>Jane Roe</by>');
    expect(picture).toContain('<description role="drol:caption">The ferry at the slipway.</description>');
    expect(picture.match(/<infoSource[^]*?<\/infoSource>/g)).toEqual([
      '<infoSource type="cpnat:organisation" role="cpprole:contentSource">\n<name>AFP</name>\n</infoSource>',
      '<infoSource type="cpnat:organisation" role="cpprole:imgSupplier">\n<name>Getty Images</name>\n</infoSource>',
    ]);
    expect(picture).toContain('<usageTerms>Licence: CC-BY-4.0.</usageTerms>');
    expect(picture).toContain('<name>handout</name>');
  });

  it('offers every rendition with its measures', () => {
    const renditions = [{ name: 'thumbnail', href: 'https://img.example/t.jpg', width: 160, height: 107, bytes: 900 }];
    expect(item({ renditions, width: 3000, height: 2000 }).match(/<remoteContent.*/g)).toEqual([
      '<remoteContent href="https://wire.example.org/media/5f70bf18.jpg" rendition="rnd:highRes" contenttype="image/jpeg" width="3000" height="2000"/>',
      '<remoteContent href="https://img.example/t.jpg" rendition="rnd:thumbnail" contenttype="image/jpeg" width="160" height="107" size="900"/>',
    ]);
  });

  it('has no content set before it can be fetched', () => {
    expect(item({ href: undefined })).not.toContain('contentSet');
  });
});
