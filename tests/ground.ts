// A ground of its own for one test: the laptop's adapters over memory and a temporary folder, and a clock the test moves.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderObjects } from '../infra/laptop/folder-objects.ts';
import { sqliteObjects } from '../infra/laptop/sqlite-objects.ts';
import { changeLog, openDatabase, sqliteTable } from '../infra/laptop/sqlite-table.ts';
import { publish } from '../lambdas/publish.ts';
import { deskTables } from '../shared/desk-tables.ts';
import type { Ground } from '../shared/ground.ts';
import type { Receipt } from '../shared/outcome.ts';
import { receive } from '../shared/receive.ts';
import type { Settings } from '../shared/settings.ts';
import { defaultSettings } from '../shared/settings.ts';
import { readStory } from '../shared/store/stories.ts';
import type { Story } from '../shared/story.ts';

export type TestGround = {
  readonly ground: Ground;
  /** What was logged: event names. */
  readonly logged: string[];
  setClock(instant: string): void;
  /** Uploads a text as a desk would, a second after the upload before. */
  upload(
    key: string,
    content: string | Uint8Array,
    about?: { readonly sequencer?: string; readonly receivedAt?: string; readonly on?: Ground },
  ): Promise<Receipt>;
  /** Publishes all changes until none is left. */
  settle(on?: Ground): Promise<void>;
  /** Publishes what waits on another ground, which may break down: what failed waits on. */
  settleOn(ground: Ground): Promise<void>;
  [Symbol.dispose](): void;
};

export function testGround(settings: Partial<Settings> = {}): TestGround {
  const folder = mkdtempSync(join(tmpdir(), 'copytaster-'));
  const database = openDatabase(':memory:');
  const changes = changeLog(database);
  const logged: string[] = [];
  let now = '2026-11-24T10:00:00.000Z';
  let uploads = 0;
  const inbox = folderObjects(join(folder, 'inbox'), true);
  const clock = { now: () => now };
  const all: Settings = { ...defaultSettings, openChannels: ['*'], openDesk: true, ...settings };
  const ground: Ground = {
    inbox,
    feeds: sqliteObjects(database, 'feeds'),
    media: folderObjects(join(folder, 'media')),
    table: sqliteTable(database),
    clock,
    log: {
      info: (event) => void logged.push(event),
      warn: (event) => void logged.push(event),
      error: (event, facts) => void logged.push(`${event} ${String(facts?.['error'])}`),
    },
    settings: all,
    tables: deskTables(inbox, all.rules, clock),
  };
  return {
    ground,
    logged,
    setClock: (instant) => void (now = instant),
    async upload(key, content, about = {}) {
      uploads += 1;
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const kept = await ground.inbox.put(key, bytes, { mediaType: 'text/plain' });
      const receivedAt = about.receivedAt ?? new Date(Date.parse(now) + uploads * 1000).toISOString();
      const sequencer = about.sequencer ?? uploads.toString(16);
      const [desk = '', ...name] = key.split('/');
      return receive(about.on ?? ground, {
        desk,
        name: name.join('/'),
        key,
        objectVersion: kept.version,
        sequencer,
        bytes: bytes.length,
        receivedAt,
      });
    },
    async settle(on = ground) {
      for (let batch = changes.changesAfter(0, 500); batch.length > 0; batch = changes.changesAfter(0, 500)) {
        const Records = batch.map(({ sequence, pk, sk }) => ({
          dynamodb: { SequenceNumber: String(sequence), Keys: { pk: { S: pk }, sk: { S: sk } } },
        }));
        const { batchItemFailures } = await publish(on, { Records });
        if (batchItemFailures.length > 0) throw new Error(`Could not publish: ${logged.at(-1)}`);
        changes.forgetUpTo(batch.at(-1)!.sequence);
      }
    },
    async settleOn(other) {
      const batch = changes.changesAfter(0, 500);
      if (batch.length === 0) return;
      const Records = batch.map(({ sequence, pk, sk }) => ({
        dynamodb: { SequenceNumber: String(sequence), Keys: { pk: { S: pk }, sk: { S: sk } } },
      }));
      await publish(other, { Records });
    },
    [Symbol.dispose]() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A plain-text story with one credited picture. */
export function headlineStory(credit: string): string {
  return `Ferries Stop Over Storm\n\nThe harbour closed at noon on Tuesday, the port authority said, and will stay closed until the wind drops.\n\nA ferry in the harbour of Vesterhavn. (${credit})\n\nNo ship has left since then.\n`;
}

/** Uploads and reads back the story that stands. */
export async function storyOf(desk: TestGround, key: string, content: string | Uint8Array): Promise<Story> {
  const receipt = await desk.upload(key, content);
  const stored = receipt.outcomes[0]!;
  if (stored.outcome !== 'stored') throw new Error(`Not stored: ${JSON.stringify(stored)}`);
  return readStory(desk.ground, stored.uri, stored.version);
}
