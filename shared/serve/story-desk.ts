// A desk and its stories: corrections by hand, the versions a story had, and what changed between two of them.

import { diffWordsWithSpace } from 'diff';
import type { Ground } from '../ground.ts';
import { originalOf } from '../original.ts';
import { orderToReadAgain } from '../read-again.ts';
import { changeEdits, readEdits } from '../store/edits.ts';
import { documentKey } from '../store/keys.ts';
import type { DocumentPointer } from '../store/renderings.ts';
import type { Head, StoredVersion } from '../store/stories.ts';
import { isUnreadable, readHead, readVersion } from '../store/stories.ts';
import type { Story } from '../story.ts';
import type { Visitor } from './admission.ts';
import { maySpeakFor } from './admission.ts';
import { readCorrections } from './corrections.ts';
import type { Request, Response } from './request.ts';
import { problem } from './request.ts';
import { small } from './page.ts';

const nothing = problem(404, 'Not found', 'There is no such story, or it is another desk’s.');

/** PATCH with JSON: `{"headline":"Ferries stop","pictures":{"picture-1":{"credit":"Jane Roe/AFP"}}}`; null takes a correction back. */
export async function patchStory(ground: Ground, request: Request, visitor: Visitor, id: string): Promise<Response> {
  const head = await headOf(ground, visitor, id);
  if (!head) return nothing;
  const corrections = readCorrections(new TextDecoder().decode(request.body ?? new Uint8Array()));
  if (typeof corrections === 'string') return problem(400, 'Not a correction', corrections);
  const by = visitor.partner?.name ?? head.desk;
  const edits = await changeEdits(ground.table, head.uri, (before) =>
    corrections({ ...before, by, at: ground.clock.now() }),
  );
  if (!(await hasOriginal(ground, head)))
    return problem(
      409,
      'The original is gone',
      'The correction is kept, but the upload it belongs to is no longer in the inbox; it counts from the next upload on.',
    );
  await orderToReadAgain(ground, head.uri);
  return {
    ...(await small(request, 'application/json', `${JSON.stringify({ uri: head.uri, edits }, undefined, 2)}\n`)),
    status: 202,
  };
}

async function hasOriginal(ground: Ground, { order }: Head): Promise<boolean> {
  return (await originalOf(ground, order)) !== undefined;
}

/** GET: the versions, newest first, and the desk's corrections; `?diff=1..3` shows what changed between two. */
export async function answerVersions(
  ground: Ground,
  request: Request,
  visitor: Visitor,
  id: string,
): Promise<Response> {
  const head = await headOf(ground, visitor, id);
  if (!head) return nothing;
  const asked = request.query.get('diff');
  if (asked !== null) return answerDifference(ground, request, head, asked);
  const versions: object[] = [];
  for (let version = head.version; version >= 1 && versions.length < 200; version -= 1) {
    const described = await describeVersion(ground, head.uri, version);
    if (described) versions.push(described);
  }
  const edits = await readEdits(ground.table, head.uri);
  return small(
    request,
    'application/json',
    `${JSON.stringify({ uri: head.uri, desk: head.desk, versions, ...(edits && { edits }) }, undefined, 2)}\n`,
  );
}

/** One that can't be read is named, so that nobody takes it for one that never was. */
async function describeVersion(ground: Ground, uri: string, version: number): Promise<object | undefined> {
  try {
    const stored = await readVersion(ground, uri, version);
    return stored && describe(stored);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { version, unreadable: true };
  }
}

function describe({ story, head }: StoredVersion): object {
  const { version, status, signal, headline, edNote, versionCreatedAt, source } = story;
  return { version, status, signal, headline, edNote, versionCreatedAt, storedAt: head.changedAt, upload: source.key };
}

async function answerDifference(ground: Ground, request: Request, { uri }: Head, asked: string): Promise<Response> {
  const [, from, to] = /^(\d{1,15})\.\.(\d{1,15})$/.exec(asked) ?? [];
  const [before, after] = await Promise.all(
    [from, to].map((version) => (version === undefined ? undefined : readVersion(ground, uri, Number(version)))),
  );
  if (!before || !after) return problem(400, 'Which versions?', 'Ask for two versions that the story has: ?diff=1..2.');
  const parts = diffWordsWithSpace(textOf(before.story), textOf(after.story), { timeout: 2000 }) ?? [
    { value: textOf(before.story), removed: true },
    { value: textOf(after.story), added: true },
  ];
  const changes = parts.map(({ value, added, removed }) => ({
    ...(added ? { added: value } : removed ? { removed: value } : { same: value }),
  }));
  return small(
    request,
    'application/json',
    `${JSON.stringify({ uri, from: before.story.version, to: after.story.version, changes }, undefined, 2)}\n`,
  );
}

/** The story as a reader would see it, line by line. */
function textOf({ headline, standfirst, byline, dateline, body, pictures }: Story): string {
  const blocks = body.map((block) => {
    if (block.type === 'list') return block.items.map(({ text }) => `- ${text}`).join('\n');
    if (block.type === 'table') return block.rows.map((row) => row.map(({ text }) => text).join(' | ')).join('\n');
    return 'text' in block
      ? block.text
      : `[${pictures.find(({ id }) => id === block.picture)?.caption ?? block.picture}]`;
  });
  const captions = pictures.map(({ caption, credit }) => [caption, credit?.line].filter(Boolean).join(' – '));
  return [headline, standfirst, byline?.line, dateline?.line, ...blocks, ...captions].filter((part) => part).join('\n');
}

/** The story's head, for whoever speaks for its desk. */
async function headOf(ground: Ground, visitor: Visitor, id: string): Promise<Head | undefined> {
  const pointer = (await ground.table.get(documentKey(id)))?.data as DocumentPointer | undefined;
  const head = pointer && (await readHead(ground.table, pointer.uri));
  return head && maySpeakFor(ground, visitor, head.desk) ? head : undefined;
}
