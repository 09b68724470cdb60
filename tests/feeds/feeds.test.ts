// Golden output: what every format makes of a handful of channels. `npx vitest run tests/feeds -u` writes it anew; read the difference.

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Entry, Feed } from '../../shared/publish/feed.ts';
import { formats } from '../../shared/publish/formats.ts';
import { site } from '../publish/a-story.ts';
import { atomErrors, catalogAliases, newsmlErrors, ninjsErrors, nitfErrors } from '../standards.ts';

const cases = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

const judges = new Map([
  ['atom', atomErrors],
  ['newsml-g2', newsmlErrors],
  ['ninjs', ninjsErrors],
  ['nitf', nitfErrors],
]);

function readFeed(name: string): Feed {
  return { site, ...(JSON.parse(readFileSync(`${import.meta.dirname}/${name}/stories.json`, 'utf8')) as Omit<Feed, 'site'>) };
}

/** JSON goes out on one line; on disk a difference should be read line by line. */
function legible(text: string): string {
  return text.startsWith('{') ? `${JSON.stringify(JSON.parse(text), undefined, 2)}\n` : text;
}

describe.each(cases)('%s', (name) => {
  const feed = readFeed(name);
  const [first] = feed.entries as readonly [Entry | undefined];

  it.each(formats.map((format) => [format.name, format] as const))('renders as %s', async (_, { extension, feed: renderFeed, document }) => {
    if (renderFeed) await expect(legible(renderFeed(feed))).toMatchFileSnapshot(`./${name}/feed.${extension}`);
    else if (first) await expect(legible(document!(first, site))).toMatchFileSnapshot(`./${name}/document.${extension}`);
  });

  for (const format of formats.filter((candidate) => judges.has(candidate.name))) {
    const invalid = judges.get(format.name);
    it.skipIf(!invalid)(`is valid as ${format.name} (npm run schemas fetches what judges it)`, () => {
      const documents = feed.entries.map((entry) => format.document?.(entry, site));
      for (const text of [format.feed?.(feed), ...documents]) if (text !== undefined) expect(invalid!(text)).toEqual([]);
    });
  }

  const aliases = catalogAliases('catalog.IPTC-G2-Standards_41.xml');
  it.skipIf(aliases.size === 0)('uses no vocabulary in NewsML-G2 that its catalogs do not declare', () => {
    const text = formats.find((format) => format.name === 'newsml-g2')!.feed!(feed);
    const own = [...text.matchAll(/<scheme alias="([^"]+)"/g)].map(([, alias]) => alias!);
    const used = [...text.matchAll(/ (?:qcode|role|type|rel|rendition|jobtitle)="([a-z][\w-]*):[^"/]/g)].map(([, alias]) => alias!);
    expect(used.filter((alias) => !aliases.has(alias) && !own.includes(alias))).toEqual([]);
  });
});
