import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../infra/laptop/sqlite-table.ts';
import { changeLog, forgetExpired, openDatabase, sqliteTable } from '../../../infra/laptop/sqlite-table.ts';
import { SpoiltItem } from '../../../shared/spoilt-item.ts';
import { inProcesses, moduleAt } from './processes.ts';

// What every Table must do is in tests/contracts.

let folder: string;
let database: ReturnType<typeof openDatabase>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copytaster-table-'));
  database = openDatabase(join(folder, 'table.sqlite'));
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

const key = { pk: 'story#a', sk: 'head' };

describe('an item whose data is no JSON', () => {
  it('spoils no listing: only who reads it is stopped', async () => {
    const table = sqliteTable(database);
    for (const sk of ['a', 'b', 'c']) await table.put({ pk: 'kills', sk, data: 'sound' });
    database.prepare("UPDATE items SET data = '{' WHERE sk = 'b'").run();
    const { items } = await table.query({ pk: 'kills' });
    expect(items.map(({ sk }) => sk)).toEqual(['a', 'b', 'c']);
    expect([items[0]!.data, items[2]!.data]).toEqual(['sound', 'sound']);
    expect(() => items[1]!.data).toThrow(SpoiltItem);
  });
});

describe('the change log', () => {
  it('has a row for every change, oldest first, with keys and kind alone', async () => {
    const table = sqliteTable(database);
    await table.put({ ...key, revision: 1, data: 'secret' }, 'absent');
    await table.put({ ...key, revision: 2, data: 'secret' }, 'newer');
    await table.put({ pk: 'p', sk: 's', data: 1 });
    await table.delete(key);
    const changes = changeLog(database).changesAfter(0, 100);
    expect(changes.map(({ sequence: _sequence, ...change }) => change)).toEqual([
      { ...key, kind: 'put' },
      { ...key, kind: 'put' },
      { pk: 'p', sk: 's', kind: 'put' },
      { ...key, kind: 'delete' },
    ]);
    expect(sequences(changes)).toEqual(sequences(changes).toSorted((a, b) => a - b));
  });

  it('says nothing of what changed nothing', async () => {
    const table = sqliteTable(database);
    await table.put({ ...key, revision: 2, at: 'x', data: { a: 1 } });
    await table.put({ ...key, revision: 2, at: 'x', data: { a: 1 } });
    await table.put({ ...key, revision: 2, data: 'no' }, 'newer');
    await table.put({ ...key, data: 'no' }, 'absent');
    await table.delete({ pk: 'story#a', sk: 'nothing' });
    expect(changeLog(database).changesAfter(0, 100)).toHaveLength(1);
  });

  it('notices each part of an item', async () => {
    const table = sqliteTable(database);
    for (const item of [{}, { at: 'x' }, { at: 'y' }, { revision: 1 }, { forgetAt: 1 }, {}])
      await table.put({ ...key, ...item, data: 1 });
    expect(changeLog(database).changesAfter(0, 100)).toHaveLength(6);
  });

  it('goes on behind a sequence, and forgets what is done', async () => {
    const table = sqliteTable(database);
    const log = changeLog(database);
    for (let i = 0; i < 5; i += 1) await table.put({ pk: 'p', sk: `${i}`, data: 1 });
    const [first, second] = log.changesAfter(0, 2);
    expect(log.changesAfter(second!.sequence, 100).map(({ sk }) => sk)).toEqual(['2', '3', '4']);
    log.forgetUpTo(second!.sequence);
    expect(log.changesAfter(first!.sequence, 100).map(({ sk }) => sk)).toEqual(['2', '3', '4']);
  });

  it('never gives a sequence twice, also when all was forgotten', async () => {
    const table = sqliteTable(database);
    const log = changeLog(database);
    await table.put({ ...key, data: 1 });
    const { sequence } = log.changesAfter(0, 1)[0]!;
    log.forgetUpTo(sequence);
    await table.put({ ...key, data: 2 });
    expect(log.changesAfter(0, 1)[0]!.sequence).toBeGreaterThan(sequence);
  });
});

describe('what may be forgotten', () => {
  it('goes when its moment has passed, and leaves a change', async () => {
    const table = sqliteTable(database);
    await table.put({ pk: 'p', sk: 'soon', forgetAt: 100, data: 1 });
    await table.put({ pk: 'p', sk: 'late', forgetAt: 200, data: 1 });
    await table.put({ pk: 'p', sk: 'never', data: 1 });
    forgetExpired(database, 150);
    expect((await table.query({ pk: 'p' })).items.map(({ sk }) => sk)).toEqual(['late', 'never']);
    expect(changeLog(database).changesAfter(0, 100).at(-1)).toMatchObject({ sk: 'soon', kind: 'delete' });
  });
});

describe('the file', () => {
  it('keeps everything when it is opened anew', async () => {
    await sqliteTable(database).put({ ...key, at: 'x', data: [1] });
    database.close();
    database = openDatabase(join(folder, 'table.sqlite'));
    expect(await sqliteTable(database).get(key)).toEqual({ ...key, at: 'x', data: [1] });
    expect(changeLog(database).changesAfter(0, 10)).toHaveLength(1);
  });

  it('can be opened and written by several processes at once', { timeout: 60_000 }, async () => {
    const file = join(folder, 'shared.sqlite');
    const wins = (await inProcesses(4, contender, moduleAt('infra/laptop/sqlite-table.ts'), file)) as readonly number[];
    expect(wins.reduce((sum, won) => sum + won, 0)).toBe(25);
    const shared = openDatabase(file);
    expect((await sqliteTable(shared).get({ pk: 'p', sk: 'counter' }))?.revision).toBe(100);
    expect(changeLog(shared).changesAfter(0, 1000)).toHaveLength(125);
    shared.close();
  });
});

/** Takes what it can of 25 keys, and counts one counter 25 steps up. */
const contender = `
  const { openDatabase, sqliteTable } = await import(process.argv[1]);
  const table = sqliteTable(openDatabase(process.argv[2]));
  let won = 0;
  for (let i = 0; i < 25; i += 1) {
    if (await table.put({ pk: 'p', sk: 'once ' + i, data: process.pid }, 'absent')) won += 1;
    for (;;) {
      const revision = ((await table.get({ pk: 'p', sk: 'counter' }))?.revision ?? 0) + 1;
      if (await table.put({ pk: 'p', sk: 'counter', revision, data: 0 }, 'newer')) break;
    }
  }
  process.stdout.write(JSON.stringify(won));
`;

function sequences(changes: readonly Change[]): number[] {
  return changes.map(({ sequence }) => sequence);
}
