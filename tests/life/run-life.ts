// One life: commands over a real ground (the laptop's adapters), with crashes between any two writes. After every command nothing may be found outside that
// the model does not allow there, and at the end everything is as the model says.

import { ingest } from '../../lambdas/ingest.ts';
import { release } from '../../lambdas/release.ts';
import { serve } from '../../lambdas/serve.ts';
import type { Ground } from '../../shared/ground.ts';
import { documentId } from '../../shared/publish/document-id.ts';
import { formats } from '../../shared/publish/formats.ts';
import { replay } from '../../shared/replay.ts';
import { addPartner } from '../../shared/store/partners.ts';
import { listReceipts, readReceipt } from '../../shared/store/receipts.ts';
import { readHead } from '../../shared/store/stories.ts';
import type { TestGround } from '../ground.ts';
import { testGround } from '../ground.ts';
import { crashing } from './crashing.ts';
import type { Kind, Upload } from './model.ts';
import { marker, markersIn, standingOf, textOf } from './model.ts';
import type { Outsider, Page } from './outsider.ts';
import { openOutsider } from './outsider.ts';

export type Command =
  | {
      readonly do: 'upload';
      readonly story: number;
      readonly kind: Kind;
      readonly words: number;
      readonly number: number;
      readonly delay: number;
    }
  /** Delivers one of the events that wait: `pick` chooses, so that they come in any order. */
  | { readonly do: 'deliver'; readonly pick: number; readonly twice: boolean; readonly crashAt: number }
  /** Delivers several at once, perhaps with a message among them that is none. */
  | { readonly do: 'batch'; readonly size: number; readonly poison: boolean; readonly crashAt: number }
  | { readonly do: 'clock'; readonly seconds: number; readonly crashAt: number }
  | { readonly do: 'publish'; readonly crashAt: number }
  /** The desk corrects the headline by hand. */
  | { readonly do: 'edit'; readonly story: number }
  /** The desk deletes the file, which by default means nothing. */
  | { readonly do: 'remove'; readonly story: number }
  /** Another desk sends something under the same guid. */
  | { readonly do: 'rival'; readonly story: number }
  | { readonly do: 'replay' };

const start = Date.parse('2026-11-24T10:00:00.000Z');
/** Its wire numbers its versions. */
const numbered = 4;
const poison = { messageId: 'poison', body: 'no notification' };

const keyOf = (story: number): string => `north/story-${story}.txt`;
const uriOf = (story: number): string => `tag:copytaster.localhost,2026:${keyOf(story)}`;

/** An event that waits; those that bring no upload are orders and removals. */
type Pending = { readonly body: string; readonly upload?: Upload };

type Life = {
  readonly desk: TestGround;
  readonly outsider: Outsider;
  /** The ground that everything runs on. */
  readonly ground: Ground;
  readonly uploads: Upload[];
  readonly delivered: Set<Upload>;
  readonly waiting: Pending[];
  /** Words that may be found outside: of what stood when all was last published, and of what stands while it is published again. */
  readonly allowed: Set<string>;
  /** The headline that a desk gave a story by hand. */
  readonly edited: Map<number, string>;
  now: number;
  sequence: number;
  deskKey?: string;
};

/** Throws with a sentence when something differs from the model. */
export async function runLife(commands: readonly Command[]): Promise<void> {
  using desk = testGround({ openDesk: false });
  const outsider = openOutsider(desk.ground);
  const life: Life = {
    desk,
    outsider,
    ground: outsider.watched,
    uploads: [],
    delivered: new Set(),
    waiting: [],
    allowed: new Set(),
    edited: new Map(),
    now: 0,
    sequence: 0,
  };
  moveClock(life, 0);
  for (const command of commands) {
    await obey(life, command);
    for (const page of outsider.newObjects()) checkPage(life, page);
  }
  for (const pending of life.waiting.splice(0)) await deliver(life, [pending], 0);
  await release(life.ground);
  await publish(life, 0);
  await compare(life);
}

async function obey(life: Life, command: Command): Promise<void> {
  const { waiting } = life;
  switch (command.do) {
    case 'upload':
      return upload(life, command);
    case 'deliver': {
      const pending = waiting[command.pick % Math.max(1, waiting.length)];
      if (!pending) return;
      await deliver(life, [pending], command.crashAt);
      if (!command.twice) waiting.splice(waiting.indexOf(pending), 1);
      return;
    }
    case 'batch':
      return deliver(life, waiting.splice(0, command.size), command.crashAt, command.poison);
    case 'clock':
      moveClock(life, life.now + command.seconds * 1000);
      if (command.crashAt > 0) await release(crashing(life.ground, command.crashAt)).catch(() => undefined);
      return release(life.ground);
    case 'publish':
      return publish(life, command.crashAt);
    case 'edit':
      return edit(life, command.story);
    case 'remove':
      return remove(life, command.story);
    case 'rival':
      return sendAsRival(life, command.story);
    case 'replay':
      return replayAll(life);
  }
}

function moveClock(life: Life, to: number): void {
  life.now = to;
  life.desk.setClock(new Date(start + to).toISOString());
}

async function upload(
  life: Life,
  { story, kind, words, number, delay }: Command & { readonly do: 'upload' },
): Promise<void> {
  const sequence = (life.sequence += 1);
  const sent: Upload = {
    story,
    sequence,
    kind,
    words,
    at: life.now,
    ...(story === numbered && { number }),
    ...((kind === 'embargo' || kind === 'expiring') && { until: life.now + delay * 1000 }),
  };
  life.uploads.push(sent);
  life.waiting.push({ upload: sent, body: await put(life, keyOf(story), textOf(sent, start), sequence) });
}

async function put(life: Life, key: string, text: string, sequence: number): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const { version } = await life.ground.inbox.put(key, bytes, { mediaType: 'text/plain' });
  return notice(life, { key, size: bytes.length, versionId: version, sequencer: sequence.toString(16) });
}

function notice(
  life: Life,
  object: { readonly key: string; readonly sequencer: string; readonly size?: number; readonly versionId?: string },
  eventName = 'ObjectCreated:Put',
): string {
  return JSON.stringify({
    Records: [{ eventName, eventTime: new Date(start + life.now).toISOString(), s3: { object } }],
  });
}

/** A crash first, where there is to be one; then the queue brings the events again. */
async function deliver(life: Life, events: readonly Pending[], crashAt: number, withPoison = false): Promise<void> {
  const Records = events.map(({ body }, index) => ({ messageId: String(index), body }));
  if (withPoison) Records.splice(events.length / 2, 0, poison);
  if (crashAt > 0) await ingest(crashing(life.ground, crashAt), { Records });
  for (const { upload: sent } of events) if (sent) life.delivered.add(sent);
  const { batchItemFailures } = await ingest(life.ground, { Records });
  const failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  if (failed.join() !== (withPoison ? poison.messageId : ''))
    throw new Error(`of a batch failed: ${failed.join()}; ${life.desk.logged.at(-1)}`);
}

/** A crash first, where there is to be one; what the publisher left is looked at before it goes on. Then nothing but what stands may be found. */
async function publish(life: Life, crashAt: number): Promise<void> {
  const { desk, outsider } = life;
  allowStanding(life);
  if (crashAt > 0) {
    await desk.settleOn(crashing(life.ground, crashAt));
    for (const page of await poll(life)) checkPage(life, page);
  }
  await desk.settle(life.ground);
  for (const page of outsider.newObjects()) checkPage(life, page);
  life.allowed.clear();
  allowStanding(life);
  for (const page of await poll(life)) checkPage(life, page);
}

function poll({ outsider, uploads }: Life): Promise<readonly Page[]> {
  return outsider.poll(new Set(uploads.map(({ story }) => uriOf(story))));
}

function allowStanding({ delivered, allowed, now }: Life): void {
  for (const own of Map.groupBy(delivered, ({ story }) => story).values()) {
    const { state, upload: standing } = standingOf(own, now);
    if (state === 'shown' || state === 'killed') allowed.add(marker(standing!));
  }
}

/** No word may stand outside that is not allowed there. */
function checkPage({ allowed }: Life, { path, text }: Page): void {
  for (const word of markersIn(text))
    if (!allowed.has(word)) throw new Error(`${word} is not to be seen and stands in ${path}`);
}

async function edit(life: Life, story: number): Promise<void> {
  const { ground } = life;
  life.deskKey ??= await addPartner(
    ground.table,
    { name: 'north', kind: 'desk', channels: [], embargoed: false },
    ground.clock.now(),
  );
  const headline = `Corrected by hand at ${life.sequence}`;
  const orders: Pending[] = [];
  const inbox: Ground['inbox'] = {
    ...ground.inbox,
    async put(key, bytes, about) {
      const done = await ground.inbox.put(key, bytes, about);
      orders.push({
        body: notice(life, {
          key,
          size: bytes.length,
          versionId: done.version,
          sequencer: (life.sequence += 1).toString(16),
        }),
      });
      return done;
    },
  };
  const request = {
    rawPath: `/stories/${documentId(uriOf(story))}`,
    headers: { authorization: `Bearer ${life.deskKey}` },
    requestContext: { http: { method: 'PATCH' } },
    body: JSON.stringify({ headline }),
  };
  const { statusCode } = await serve({ ...ground, inbox }, request);
  // A story has an address once it was published.
  if (statusCode === 404) return;
  if (statusCode !== 202) throw new Error(`a correction of story ${story} answers ${statusCode}`);
  life.edited.set(story, headline);
  life.waiting.push(...orders);
}

async function remove(life: Life, story: number): Promise<void> {
  const key = keyOf(story);
  await life.ground.inbox.delete(key);
  life.waiting.push({
    body: notice(life, { key, sequencer: (life.sequence += 1).toString(16) }, 'ObjectRemoved:DeleteMarkerCreated'),
  });
}

async function sendAsRival(life: Life, story: number): Promise<void> {
  const before = await readHead(life.ground.table, uriOf(story));
  if (!before) return;
  const name = `rival-${(life.sequence += 1)}.txt`;
  const body = await put(
    life,
    `south/${name}`,
    `Headline: Another\nGuid: ${uriOf(story)}\n\nAnother body of ${marker({ story, words: 99 })}.\n`,
    life.sequence,
  );
  await ingest(life.ground, { Records: [{ messageId: '1', body }] });
  const [outcome] = (await readReceipt(life.ground.table, 'south', name))?.outcomes ?? [];
  if (outcome?.outcome !== 'rejected' || outcome.code !== 'duplicate-guid-other-desk')
    throw new Error(`a rival of story ${story} was not refused`);
  if ((await readHead(life.ground.table, uriOf(story)))?.revision !== before.revision)
    throw new Error(`a rival changed story ${story}`);
}

/** Reading again raises no version, but where a correction by hand waited for that. */
async function replayAll({ ground, edited }: Life): Promise<void> {
  const { changed, missing } = await replay(ground, { pause: async () => undefined });
  const unedited = changed.find(({ uri }) => ![...edited.keys()].some((story) => uriOf(story) === uri));
  if (unedited) throw new Error(`a replay changed ${unedited.uri}: ${unedited.fields.join()}`);
  if (missing.length > 0) throw new Error(`a replay misses ${missing.join()}`);
}

/** Store, every channel and every document as the model says, and a receipt for every upload. */
async function compare(life: Life): Promise<void> {
  const { outsider, uploads, edited, ground } = life;
  for (const [story, own] of Map.groupBy(uploads, (each) => each.story)) {
    const { state, upload: standing } = standingOf(own, life.now);
    const document = await outsider.get(`/stories/${documentId(uriOf(story))}.json`);
    const expected = state === 'shown' ? [200] : state === 'hidden' ? [404] : [404, 410];
    if (!expected.includes(document.status))
      throw new Error(`story ${story} is ${state}, its document answers ${document.status}`);
    const says = `says ${marker(standing!)}`;
    if (state === 'shown' && !document.text.includes(says))
      throw new Error(`story ${story} shows another version than ${says}`);
    const headline = edited.get(story);
    if (state === 'shown' && headline !== undefined && !document.text.includes(headline))
      throw new Error(`story ${story} lost what was corrected by hand`);
    for (const channel of ['all', 'desk/north', 'language/en']) {
      for (const { extension } of formats.filter((format) => format.feed)) {
        const { text } = await outsider.get(`/feeds/${channel}.${extension}`);
        if (text.includes(says) !== (state === 'shown'))
          throw new Error(`${channel}.${extension} has story ${story} wrong, which is ${state}`);
      }
    }
    const receipt = await readReceipt(ground.table, 'north', `story-${story}.txt`);
    if (receipt?.sequencer !== own.at(-1)!.sequence.toString(16))
      throw new Error(`story ${story} has no receipt of its last upload`);
  }
  const { receipts } = await listReceipts(ground.table, 'north', 500);
  if (receipts.length !== uploads.length) throw new Error(`${uploads.length} uploads left ${receipts.length} receipts`);
}
