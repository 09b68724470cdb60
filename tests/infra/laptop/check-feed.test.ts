// `copytaster check-feed`: each rule is told when it alone is broken, and a feed that keeps them all passes.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFeed } from '../../../infra/laptop/check-feed/check-feed.ts';
import { feedRules, itemRules } from '../../../infra/laptop/check-feed/feed.rules.ts';
import type { SeenFeed } from '../../../infra/laptop/check-feed/seen-feed.ts';
import { seeFeed } from '../../../infra/laptop/check-feed/seen-feed.ts';
import { profiles } from '../../../shared/publish/profiles.rules.ts';

const words = 'The harbour stayed closed on Friday, the port authority said. '.repeat(6).trim();

const now = Date.parse('2026-11-24T10:00:00Z');

const item = (number: number): string => `<item>
<title>Ferries wait for the wind to drop, day ${number}</title>
<mi:shortTitle>Ferries wait</mi:shortTitle>
<link>https://wire.example.org/stories/${number}.html</link>
<guid isPermaLink="false">tag:x,2026:${number}</guid>
<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>
<dcterms:modified>2026-11-20T09:00:00Z</dcterms:modified>
<dc:creator>Jane Doe</dc:creator>
<description>The harbour stayed closed.</description>
<content:encoded><![CDATA[<p>${words}</p><p><a href="https://wire.example.org/more">More</a></p>]]></content:encoded>
<enclosure url="https://wire.example.org/a.jpg" length="1" type="image/jpeg"/>
<media:content url="https://wire.example.org/a.jpg" type="image/jpeg" medium="image" width="800" height="600"><media:description>A ferry.</media:description><media:credit role="photographer" scheme="urn:ebu">Ann Poe/AFP</media:credit><mi:hasSyndicationRights>1</mi:hasSyndicationRights></media:content>
<media:thumbnail url="https://wire.example.org/a-640.jpg"/>
</item>`;

const good = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:mi="http://schemas.ingestion.microsoft.com/common/" xmlns:snf="http://www.smartnews.be/snf">
<channel><title>Islands</title><link>https://wire.example.org/</link><description>News of the islands</description><language>en</language>
<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate><snf:logo><url>https://wire.example.org/logo.png</url></snf:logo>
<atom:link rel="self" href="https://wire.example.org/feeds/islands.rss"/><atom:link rel="hub" href="https://hub.example.org/"/>
${Array.from({ length: 30 }, (_, index) => item(index + 1)).join('\n')}
</channel></rss>`;

/** One change that breaks this rule and no other of the profile; only the first occurrence is changed. */
const breaks: Readonly<Record<string, (text: string) => string>> = {
  'channel-title': (text) => text.replace('<title>Islands</title>', ''),
  'channel-link': (text) => text.replace('<link>https://wire.example.org/</link>', ''),
  'channel-description': (text) => text.replace('<description>News of the islands</description>', ''),
  'self-link': (text) => text.replace('rel="self"', 'rel="other"'),
  'self-address': (text) =>
    text.replace(
      'href="https://wire.example.org/feeds/islands.rss"',
      'href="https://wire.example.org/feeds/other.rss"',
    ),
  'utf-8': (text) => text.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
  'language-named': (text) => text.replace('<language>en</language>', ''),
  'date-form': (text) =>
    text.replace(
      '<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>\n<dcterms',
      '<pubDate>Mon, 20 Nov 2026 08:00:00 GMT</pubDate>\n<dcterms',
    ),
  recent: (text) =>
    text.replace(
      '<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>\n<dcterms',
      '<pubDate>Wed, 20 Nov 2024 08:00:00 GMT</pubDate>\n<dcterms',
    ),
  updated: (text) => text.replace('<dcterms:modified>2026-11-20T09:00:00Z</dcterms:modified>', ''),
  'author-element': (text) => text.replace('<dc:creator>', '<author>Jane Doe</author><dc:creator>'),
  'whole-enclosure': (text) => text.replace(' length="1"', ''),
  nesting: (text) => text.replace('<p>The harbour', `${'<div>'.repeat(10)}</div><p>The harbour`),
  'plain-abstract': (text) =>
    text.replace('The harbour stayed closed.<', 'The &lt;b&gt;harbour&lt;/b&gt; stayed closed.<'),
  'shorter-description': (text) => text.replace('The harbour stayed closed.<', `${words} ${words}<`),
  'author-named': (text) => text.replace('<dc:creator>Jane Doe</dc:creator>', ''),
  'picture-caption': (text) => text.replace('<media:description>A ferry.</media:description>', ''),
  'picture-address': (text) =>
    text.replace('<media:content url="https://wire.example.org/a.jpg"', '<media:content url="/a.jpg"'),
  'picture-once': (text) =>
    text.replace('<media:description>', '<media:description>A ship.</media:description><media:description>'),
  'credit-role': (text) => text.replace('role="photographer"', 'role="Photographer"'),
  language: (text) => text.replace('<language>en</language>', ''),
  'channel-date': (text) => text.replace('<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate><snf', '<snf'),
  'short-description': (text) => text.replace('News of the islands', 'News of the islands and of the wide sea'),
  logo: (text) => text.replace(/<snf:logo>.*<\/snf:logo>/, ''),
  'one-megabyte': (text) => text.replace(words, words.repeat(3000)),
  'two-megabytes': (text) => text.replaceAll(words, words.repeat(200)),
  'thirty-items': (text) => text.replace(item(30), ''),
  hub: (text) => text.replace('rel="hub"', 'rel="other"'),
  'unique-guids': (text) => text.replace('tag:x,2026:2<', 'tag:x,2026:1<'),
  title: (text) => text.replace('<title>Ferries wait for the wind to drop, day 1</title>', ''),
  'plain-title': (text) => text.replace('drop, day 1<', 'drop, &lt;b&gt;day&lt;/b&gt; 1<'),
  link: (text) => text.replace('<link>https://wire.example.org/stories/1.html</link>', '<link>/stories/1.html</link>'),
  guid: (text) => text.replace('<guid isPermaLink="false">tag:x,2026:1</guid>', ''),
  'guid-address': (text) => text.replace('<guid isPermaLink="false">', '<guid>'),
  date: (text) =>
    text.replace(
      'tag:x,2026:1</guid>\n<pubDate>Fri, 20 Nov 2026 08:00:00 GMT',
      'tag:x,2026:1</guid>\n<pubDate>yesterday',
    ),
  'one-enclosure': (text) =>
    text.replace(
      '<enclosure',
      '<enclosure url="https://wire.example.org/b.jpg" length="1" type="image/jpeg"/><enclosure',
    ),
  'description-first': (text) =>
    text
      .replace('<description>The harbour stayed closed.</description>', '')
      .replace('<enclosure', '<description>The harbour stayed closed.</description><enclosure'),
  'title-length': (text) => text.replace('Ferries wait for the wind to drop, day 1<', 'Ferries wait<'),
  'short-title': (text) => text.replace('<mi:shortTitle>Ferries wait', `<mi:shortTitle>${'Ferries wait '.repeat(5)}`),
  'secure-link': (text) =>
    text.replace('<link>https://wire.example.org/stories/1', '<link>http://wire.example.org/stories/1'),
  'full-text': (text) =>
    text.replace(/<content:encoded>[^]*?<\/content:encoded>/, '').replace('The harbour stayed closed.', words),
  'no-script': (text) => text.replace('<p>The harbour', '<script>x()</script><p>The harbour'),
  'absolute-addresses': (text) => text.replace('href="https://wire.example.org/more"', 'href="/more"'),
  'article-size': (text) => text.replace(words, words.repeat(3000)),
  author: (text) => text.replace('<dc:creator>Jane Doe</dc:creator>', ''),
  'author-name': (text) => text.replace('>Jane Doe<', '>By Jane Doe<'),
  picture: (text) => text.replace(/<media:content[^]*?<\/media:content>/, ''),
  'picture-credit': (text) => text.replace(/<media:credit.*<\/media:credit>/, ''),
  'picture-type': (text) => text.replace('type="image/jpeg" medium="image"', 'medium="document"'),
  'picture-rights': (text) => text.replace('<mi:hasSyndicationRights>1</mi:hasSyndicationRights>', ''),
  'picture-size': (text) => text.replace('width="800" height="600"', 'width="320" height="240"'),
  'long-enough': (text) => text.replace(words, 'Closed.'),
  thumbnail: (text) => text.replace('<media:thumbnail url="https://wire.example.org/a-640.jpg"/>', ''),
};

const seen = (text: string): SeenFeed => {
  const feed = seeFeed(text, {
    address: 'https://wire.example.org/feeds/islands.rss',
    encoding: /encoding="([^"]*)"/.exec(text)![1]!.toLowerCase(),
  });
  if (typeof feed === 'string') throw new Error(feed);
  return feed;
};

describe('the rules of the profiles', () => {
  it.each(profiles.map(({ name }) => name))('%s: a good feed keeps them all', (profile) => {
    expect(checkFeed(seen(good), profile, now)).toEqual([]);
  });

  it.each([...feedRules, ...itemRules].map((rule) => [rule.name, rule] as const))(
    '%s is told where it alone is broken',
    (name, { profiles: [first] }) => {
      const broken = breaks[name]!(good);
      expect(broken).not.toBe(good);
      expect(checkFeed(seen(broken), first!, now).map(({ rule }) => rule)).toEqual([name]);
    },
  );

  it('ask nothing of a withdrawn story that it cannot have', () => {
    const killed = good.replace(
      /<content:encoded>[^]*?<\/content:encoded>\n<enclosure[^]*?<\/media:content>\n<media:thumbnail[^>]*>/,
      '<media:status state="deleted"/>',
    );
    expect(checkFeed(seen(killed), 'newsbreak', now)).toEqual([]);
  });
});

type Run = { readonly status: number; readonly out: string; readonly err: string };

function copytaster(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) =>
    execFile(process.execPath, ['infra/laptop/copytaster.ts', 'check-feed', ...args], (error, out, err) =>
      resolve({ status: Number(error?.code ?? 0), out, err }),
    ),
  );
}

describe('copytaster check-feed', () => {
  it('reads a feed from an address, and says in words what it misses', async () => {
    const server = createServer(({ headers }, response) =>
      response.end(
        good
          .replace('<dc:creator>Jane Doe</dc:creator>', '')
          .replace('https://wire.example.org/feeds/islands.rss', `http://${headers.host}/`),
      ),
    ).listen(0, '127.0.0.1');
    try {
      await new Promise((resolve) => server.once('listening', resolve));
      const { status, out } = await copytaster(
        '--profile',
        'newsbreak',
        `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      );
      expect({ status, out }).toEqual({
        status: 3,
        out: 'must   tag:x,2026:1: It names no author (dc:creator). [author; NewsBreak publisher FAQ]\n1 of the rules missed must be kept, 0 should be.\n',
      });
    } finally {
      server.close();
    }
  });

  it('ends with 0 for a good file and with 2 for what is no feed, broken or not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copytaster-'));
    try {
      writeFileSync(join(folder, 'good.rss'), good);
      writeFileSync(join(folder, 'atom.xml'), '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>');
      writeFileSync(join(folder, 'broken.rss'), good.replace('</channel>', ''));
      const runs = await Promise.all(
        ['good.rss', 'atom.xml', 'broken.rss', 'none.rss'].map((name) => copytaster(join(folder, name))),
      );
      expect(runs.map(({ status }) => status)).toEqual([0, 2, 2, 2]);
      expect(runs[0]!.out).toBe('The feed and its 30 items keep all rules of default.\n');
      expect(runs.slice(1).map(({ err }) => err.trim().split('\n').length)).toEqual([1, 1, 1]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
