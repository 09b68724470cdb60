// A ground of its own for one test: the laptop's adapters over a temporary folder, and a clock the test moves.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderObjects } from '../infra/laptop/folder-objects.ts';
import { changeLog, openDatabase, sqliteTable } from '../infra/laptop/sqlite-table.ts';
import { publish } from '../lambdas/publish.ts';
import type { Ground } from '../shared/ground.ts';
import type { Receipt } from '../shared/outcome.ts';
import { receive } from '../shared/receive.ts';
import type { Settings } from '../shared/settings.ts';
import { defaultSettings } from '../shared/settings.ts';

export type TestGround = {
  readonly ground: Ground;
  /** What was logged: event names. */
  readonly logged: string[];
  setClock(instant: string): void;
  /** Uploads a text as a desk would, a second after the upload before. */
  upload(key: string, content: string | Uint8Array, about?: { readonly sequencer?: string; readonly receivedAt?: string }): Promise<Receipt>;
  /** Publishes all changes until none is left. */
  settle(): Promise<void>;
  [Symbol.dispose](): void;
};

export function testGround(settings: Partial<Settings> = {}): TestGround {
  const folder = mkdtempSync(join(tmpdir(), 'copytaster-'));
  const database = openDatabase(join(folder, 'table.sqlite'));
  const changes = changeLog(database);
  const logged: string[] = [];
  let now = '2026-11-24T10:00:00.000Z';
  let uploads = 0;
  const ground: Ground = {
    inbox: folderObjects(join(folder, 'inbox'), true),
    feeds: folderObjects(join(folder, 'feeds')),
    media: folderObjects(join(folder, 'media')),
    table: sqliteTable(database),
    clock: { now: () => now },
    log: { info: (event) => void logged.push(event), warn: (event) => void logged.push(event), error: (event, facts) => void logged.push(`${event} ${String(facts?.['error'])}`) },
    settings: { ...defaultSettings, openChannels: ['*'], openDesk: true, ...settings },
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
      return receive(ground, { desk, name: name.join('/'), key, objectVersion: kept.version, sequencer, bytes: bytes.length, receivedAt });
    },
    async settle() {
      for (let batch = changes.changesAfter(0, 500); batch.length > 0; batch = changes.changesAfter(0, 500)) {
        const Records = batch.map(({ sequence, pk, sk }) => ({ dynamodb: { SequenceNumber: String(sequence), Keys: { pk: { S: pk }, sk: { S: sk } } } }));
        const { batchItemFailures } = await publish(ground, { Records });
        if (batchItemFailures.length > 0) throw new Error(`Could not publish: ${logged.at(-1)}`);
        changes.forgetUpTo(batch.at(-1)!.sequence);
      }
    },
    [Symbol.dispose]() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
