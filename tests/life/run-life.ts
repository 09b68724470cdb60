// One life: commands over a real ground (the laptop's adapters), with crashes between any two writes, then compared with the model.

import { brotliDecompressSync } from 'node:zlib';
import { serve } from '../../lambdas/serve.ts';
import { release } from '../../lambdas/release.ts';
import { ingest } from '../../lambdas/ingest.ts';
import type { Ground } from '../../shared/ground.ts';
import { documentId } from '../../shared/publish/document-id.ts';
import { formats } from '../../shared/publish/formats.ts';
import { readReceipt } from '../../shared/store/receipts.ts';
import type { TestGround } from '../ground.ts';
import { testGround } from '../ground.ts';
import type { Upload } from './model.ts';
import { marker, standingOf, textOf } from './model.ts';

export type Command =
  | { readonly do: 'upload'; readonly story: number; readonly kind: Upload['kind']; readonly words: number; readonly delay: number }
  /** Delivers one of the events that wait: `pick` chooses, so that they come in any order. */
  | { readonly do: 'deliver'; readonly pick: number; readonly twice: boolean; readonly crashAt: number }
  | { readonly do: 'clock'; readonly seconds: number }
  | { readonly do: 'publish'; readonly crashAt: number };

const start = Date.parse('2026-11-24T10:00:00.000Z');

type Pending = { readonly upload: Upload; readonly body: string };

/** Throws with a sentence when something differs from the model. */
export async function runLife(commands: readonly Command[]): Promise<void> {
  using desk = testGround();
  const uploads: Upload[] = [];
  const waiting: Pending[] = [];
  let now = start;
  const moveClock = (to: number): void => {
    now = to;
    desk.setClock(new Date(now).toISOString());
  };
  moveClock(start);
  const deliver = async (pending: Pending, crashAt: number): Promise<void> => {
    if (crashAt > 0) await ingest(crashing(desk.ground, crashAt), { Records: [{ messageId: '1', body: pending.body }] });
    const { batchItemFailures } = await ingest(desk.ground, { Records: [{ messageId: '1', body: pending.body }] });
    if (batchItemFailures.length > 0) throw new Error(`an event failed: ${desk.logged.at(-1)}`);
  };
  for (const command of commands) {
    switch (command.do) {
      case 'upload': {
        const upload: Upload = { story: command.story, sequence: uploads.length + 1, kind: command.kind, words: command.words, ...(command.kind === 'embargo' && { until: now - start + command.delay * 1000 }) };
        uploads.push(upload);
        waiting.push({ upload, body: await put(desk, upload, now) });
        break;
      }
      case 'deliver': {
        const pending = waiting[command.pick % Math.max(1, waiting.length)];
        if (!pending) break;
        await deliver(pending, command.crashAt);
        if (!command.twice) waiting.splice(waiting.indexOf(pending), 1);
        break;
      }
      case 'clock':
        moveClock(now + command.seconds * 1000);
        await release(desk.ground);
        break;
      case 'publish':
        await publishAll(desk, command.crashAt);
        await checkNothingLeaks(desk, uploads, now);
        break;
    }
  }
  for (const pending of waiting) await deliver(pending, 0);
  await release(desk.ground);
  await publishAll(desk, 0);
  await checkNothingLeaks(desk, uploads, now);
  await compare(desk, uploads, now);
}

async function put(desk: TestGround, upload: Upload, now: number): Promise<string> {
  const key = keyOf(upload.story);
  const bytes = new TextEncoder().encode(textOf(upload, start));
  const { version } = await desk.ground.inbox.put(key, bytes, { mediaType: 'text/plain' });
  const object = { key, size: bytes.length, versionId: version, sequencer: upload.sequence.toString(16) };
  return JSON.stringify({ Records: [{ eventTime: new Date(now).toISOString(), s3: { object } }] });
}

function keyOf(story: number): string {
  return `north/story-${story}.txt`;
}

/** A ground whose writes fail from the nth on, as a process that is killed there. */
function crashing(ground: Ground, crashAt: number): Ground {
  let writes = 0;
  const guard = <A extends readonly unknown[], R>(write: (...given: A) => Promise<R>) => async (...given: A): Promise<R> => {
    writes += 1;
    if (writes >= crashAt) throw new Error('killed');
    return write(...given);
  };
  const { table, feeds, media } = ground;
  return { ...ground, table: { ...table, put: guard(table.put.bind(table)), delete: guard(table.delete.bind(table)) }, feeds: { ...feeds, put: guard(feeds.put.bind(feeds)), delete: guard(feeds.delete.bind(feeds)) }, media: { ...media, put: guard(media.put.bind(media)) }, log: { info: () => undefined, warn: () => undefined, error: () => undefined } };
}

async function publishAll(desk: TestGround, crashAt: number): Promise<void> {
  if (crashAt > 0) await desk.settleOn(crashing(desk.ground, crashAt));
  await desk.settle();
}

async function get(desk: TestGround, path: string): Promise<{ readonly status: number; readonly text: string }> {
  const { statusCode, headers, body } = await serve(desk.ground, { rawPath: path, headers: { 'accept-encoding': 'br' }, requestContext: { http: { method: 'GET' } } });
  const bytes = Buffer.from(body, 'base64');
  return { status: statusCode, text: (headers['Content-Encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes).toString('utf8') };
}

const uriOf = (story: number): string => `tag:copytaster.localhost,2026:${keyOf(story)}`;

/** Store, every channel and every document as the model says. */
async function compare(desk: TestGround, uploads: readonly Upload[], now: number): Promise<void> {
  for (const story of new Set(uploads.map((upload) => upload.story))) {
    const own = uploads.filter((upload) => upload.story === story);
    const { state, words } = standingOf(own, now - start);
    const document = await get(desk, `/stories/${documentId(uriOf(story))}.json`);
    const expected = state === 'shown' ? 200 : state === 'killed' ? [404, 410] : 404;
    if (![expected].flat().includes(document.status)) throw new Error(`story ${story} is ${state}, its document answers ${document.status}`);
    if (state === 'shown' && !document.text.includes(marker(story, words!))) throw new Error(`story ${story} shows another version than ${words}`);
    for (const channel of ['all', 'desk/north', 'language/en']) {
      for (const { extension } of formats.filter((format) => format.feed)) {
        const { status, text } = await get(desk, `/feeds/${channel}.${extension}`);
        const shows = status === 200 && own.some((upload) => text.includes(marker(story, upload.words)) && text.includes(`says ${marker(story, upload.words)}`));
        if (state === 'shown' && !text.includes(`says ${marker(story, words!)}`)) throw new Error(`${channel}.${extension} lacks version ${words} of story ${story}`);
        if (state !== 'shown' && shows) throw new Error(`${channel}.${extension} still shows story ${story}, which is ${state}`);
      }
    }
    const receipt = await readReceipt(desk.ground.table, 'north', `story-${story}.txt`);
    if (receipt?.sequencer !== own.at(-1)!.sequence.toString(16)) throw new Error(`story ${story} has no receipt of its last upload`);
  }
}

/** No body of a held or killed version stands in anything an outsider can read: feeds, documents, pages. */
async function checkNothingLeaks(desk: TestGround, uploads: readonly Upload[], now: number): Promise<void> {
  const texts = await outside(desk, uploads);
  for (const upload of uploads) {
    const hidden = upload.kind === 'withheld' || (upload.kind === 'embargo' && upload.until! > now - start);
    // The same words may also have been sent openly.
    const open = uploads.some((other) => other.story === upload.story && other.words === upload.words && (other.kind === 'plain' || other.kind === 'usable' || (other.kind === 'embargo' && other.until! <= now - start)));
    if (!hidden || open) continue;
    const leak = texts.find(({ text }) => text.includes(`says ${marker(upload.story, upload.words)}`));
    if (leak) throw new Error(`version ${upload.words} of story ${upload.story} is held and stands in ${leak.path}`);
  }
}

async function outside(desk: TestGround, uploads: readonly Upload[]): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const feeds = ['all', 'desk/north', 'language/en', 'embargoed'].flatMap((channel) => formats.filter((format) => format.feed).map(({ extension }) => `/feeds/${channel}.${extension}`));
  const documents = [...new Set(uploads.map(({ story }) => story))].flatMap((story) => formats.filter((format) => format.document).map(({ extension }) => `/stories/${documentId(uriOf(story))}.${extension}`));
  return Promise.all([...feeds, ...documents, '/', '/feeds.opml'].map(async (path) => ({ path, text: (await get(desk, path)).text })));
}
