// What must hold for any upload at all: it is taken or refused, never thrown; and what is taken comes out well-formed and valid in every format.

import { Parser } from 'htmlparser2';
import { formats } from '../../shared/publish/formats.ts';
import { isRejection } from '../../shared/outcome.ts';
import { finish, readBytes } from '../../shared/receive.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { Story } from '../../shared/story.ts';
import { atomErrors, newsmlErrors, ninjsErrors, nitfErrors, parseErrors } from '../standards.ts';

const schemas = new Map([
  ['newsml-g2', newsmlErrors],
  ['nitf', nitfErrors],
  ['ninjs', ninjsErrors],
  ['atom', atomErrors],
]);

export type Tried = { readonly stories: number; readonly refused: number };

/** Throws with a sentence when something does not hold. */
export async function tryUpload(bytes: Uint8Array, name: string, withSchemas: boolean): Promise<Tried> {
  const { readings, digest = '' } = await readBytes(bytes, name, undefined, defaultSettings.limits);
  let refused = 0;
  const stories: Story[] = [];
  for (const [part, reading] of readings.entries()) {
    if (isRejection(reading)) {
      refused += 1;
      if (reading.message.trim() === '') throw new Error('A refusal without words.');
      continue;
    }
    const source = { key: `desk/${name}`, format: reading.format, digest, receivedAt: '2026-11-24T10:00:00.000Z' };
    const finished = finish(reading, source, 'desk', defaultSettings, part);
    if (isRejection(finished)) refused += 1;
    else stories.push({ ...finished.story, version: 1 });
  }
  if (refused + stories.length === 0) throw new Error('An upload without any outcome.');
  for (const story of stories.slice(0, 5)) judge(story, withSchemas);
  return { stories: stories.length, refused };
}

function judge(story: Story, withSchemas: boolean): void {
  const site = { title: 'Copytaster', publicUrl: 'https://wire.example.org', language: 'en' };
  const entry = { story, changedAt: '2026-11-24T10:00:00.000Z' };
  const feed = {
    site,
    channel: { name: 'all', title: 'All', description: 'All stories' },
    entries: [entry],
    updatedAt: entry.changedAt,
  };
  for (const { name, mediaType, feed: render, document } of formats) {
    const text = render ? render(feed) : document!(entry, site);
    const errors = /xml/.test(mediaType) ? parseErrors(text) : /json/.test(mediaType) ? jsonErrors(text) : [];
    const invalid =
      errors.length === 0 && withSchemas && !(name === 'ninjs' && render) ? (schemas.get(name)?.(text) ?? []) : [];
    if (errors.length + invalid.length > 0)
      throw new Error(`${name}: ${[...errors, ...invalid].slice(0, 2).join('; ').slice(0, 400)}`);
    if (/html/.test(mediaType) && carriesScript(text)) throw new Error(`${name}: script from the wire came through`);
  }
}

function jsonErrors(text: string): readonly string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** A real element or attribute that runs, as a browser would read it. */
function carriesScript(html: string): boolean {
  let found = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if ((name === 'script' && attributes['type'] !== 'application/ld+json') || name === 'iframe' || name === 'object')
        found = true;
      for (const [attribute, value] of Object.entries(attributes))
        if (
          /^on/i.test(attribute) ||
          (/^(?:href|src|action|poster|srcset)$/.test(attribute) && /^\s*(?:javascript|data|vbscript):/i.test(value))
        )
          found = true;
    },
  });
  parser.end(html);
  return found;
}
