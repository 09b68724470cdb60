// Our own feeds read back by our own parsers give the same story: what a partner with this software would have.
// Pictures without an address, or as small as an icon, are no pictures in HTML: their captions come back as text, so such stories are tried in the other formats only.
// A text that says no more than its headline comes back as the headline alone.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRejection } from '../../shared/outcome.ts';
import { formatByExtension } from '../../shared/publish/formats.ts';
import { takeContents } from '../../shared/pictures/contents.ts';
import { finish, readBytes } from '../../shared/receive.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { Block, Story } from '../../shared/story.ts';

const site = { title: 'Copytaster', publicUrl: 'https://wire.example.org', language: 'en' };
const folder = join(import.meta.dirname, '../stories');

async function storiesOf(bytes: Uint8Array, name: string, key = `desk/${name}`): Promise<readonly Story[]> {
  const { readings, digest = '' } = await readBytes(bytes, name, undefined, defaultSettings.limits);
  return readings.flatMap((reading, part) => {
    if (isRejection(reading)) return [];
    const { draft } = takeContents(reading);
    const finished = finish(
      draft,
      { key, format: draft.format, digest, receivedAt: '2026-11-24T10:00:00.000Z' },
      'desk',
      defaultSettings,
      part,
    );
    return isRejection(finished) ? [] : [{ ...finished.story, version: finished.givenVersion ?? 1 }];
  });
}

/** Golden stories that go out whole: usable text. */
const golden: readonly (readonly [string, Story])[] = (
  await Promise.all(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => {
        const file = readdirSync(join(folder, name)).find((each) => each.startsWith('input.'))!;
        const stories = await storiesOf(readFileSync(join(folder, name, file)), file);
        return stories
          .filter(({ status, kind }) => status === 'usable' && kind === 'text')
          .map((story, index) => [`${name}${index > 0 ? ` ${index + 1}` : ''}`, story] as const);
      }),
  )
).flat();

async function readBack(extension: string, story: Story): Promise<Story> {
  const format = formatByExtension(extension)!;
  const entry = { story, changedAt: '2026-11-24T10:00:00.000Z' };
  const text =
    format.document && !format.feed
      ? format.document(entry, site)
      : format.feed!({
          site,
          channel: { name: 'all', title: 'All', description: 'All' },
          entries: [entry],
          updatedAt: entry.changedAt,
        });
  const [read] = await storiesOf(new TextEncoder().encode(text), `feed.${extension}`);
  if (!read) throw new Error('nothing was read back');
  return read;
}

const words = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The body as text, block by block, without figures. */
function bodyOf({ body }: Story): readonly string[] {
  const textOf = (block: Block): string => {
    if (block.type === 'list') return block.items.map(({ text }) => text).join(' ');
    if (block.type === 'table') return [block.caption ?? '', ...block.rows.flat().map(({ text }) => text)].join(' ');
    return 'text' in block ? block.text : '';
  };
  return body.filter(({ type }) => type !== 'figure').map((block) => words(textOf(block)));
}

const links = ({ body }: Story): readonly string[] =>
  body.flatMap((block) =>
    'marks' in block ? (block.marks ?? []).flatMap((mark) => (mark.kind === 'link' ? [mark.href] : [])) : [],
  );

function onlyHeadline(story: Story): boolean {
  const [first, ...others] = bodyOf(story);
  return others.length === 0 && words(first).replace(/[.。]$/u, '') === words(story.headline);
}

/** What every partner needs of a story, whatever the format. */
function essence(story: Story): object {
  return {
    headline: words(story.headline),
    authors: (story.byline?.people ?? []).filter(({ role }) => role === undefined).map(({ name }) => name),
    body: bodyOf(story),
    links: links(story),
    pictures: story.pictures
      .filter(({ href }) => href !== undefined)
      .map(({ caption, credit }) => ({ caption: words(caption), credit: credit?.line ?? '' })),
  };
}

describe.each([['rss'], ['atom'], ['json'], ['newsml'], ['nitf']])('a story as %s', (extension) => {
  const inHtml = ['rss', 'atom', 'json'].includes(extension);
  const tried = golden.filter(
    ([, story]) =>
      !(inHtml && story.pictures.some(({ href, width = 1000 }) => href === undefined || width < 100)) &&
      (!inHtml || (story.body.length > 0 && !onlyHeadline(story))),
  );

  it.each(tried)('%s comes back with its headline, authors, body, links, captions and credits', async (_, story) => {
    const read = await readBack(extension, story);
    // Atom wants an author for every entry: where nobody signs the provider stands in.
    const unsigned = extension === 'atom' && (essence(story) as { authors: readonly string[] }).authors.length === 0;
    expect({ ...essence(read), ...(unsigned && { authors: [] }) }).toEqual(essence(story));
  });
});
