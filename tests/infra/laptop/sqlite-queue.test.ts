import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Queue } from '../../../infra/laptop/sqlite-queue.ts';
import { sqliteQueue } from '../../../infra/laptop/sqlite-queue.ts';
import { openDatabase } from '../../../infra/laptop/sqlite-table.ts';
import { inProcesses, moduleAt } from './processes.ts';

let folder: string;
let database: ReturnType<typeof openDatabase>;
let queue: Queue;
let now = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copytaster-queue-'));
  database = openDatabase(join(folder, 'queue.sqlite'));
  now = 1_000_000;
  queue = sqliteQueue(database, () => now);
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

describe('a message', () => {
  it('comes in the order of sending, as many as are asked for', () => {
    for (const body of ['a', 'b', 'ü\n"', 'd']) queue.send(body);
    expect(bodies(3)).toEqual(['a', 'b', 'ü\n"']);
    expect(bodies(3)).toEqual(['d']);
    expect(bodies(3)).toEqual([]);
  });

  it('is hidden once received, for longer each time, and comes again unless deleted', () => {
    queue.send('a');
    const waits = [1000, 2000, 4000, 8000];
    for (const [i, wait] of waits.entries()) {
      expect(queue.receive(10)).toMatchObject([{ body: 'a', attempts: i + 1 }]);
      now += wait - 1;
      expect(bodies(10)).toEqual([]);
      now += 1;
    }
    expect(queue.isEmpty()).toBe(false);
    queue.delete(queue.receive(10)[0]!.id);
    expect(queue.isEmpty()).toBe(true);
    now += 1_000_000;
    expect(bodies(10)).toEqual([]);
  });

  it('is hidden for as long as whoever received it says', () => {
    queue.send('a');
    queue.hide(queue.receive(1)[0]!.id, 3600);
    now += 3_599_999;
    expect(bodies(10)).toEqual([]);
    now += 1;
    expect(bodies(10)).toEqual(['a']);
  });

  it('becomes a dead letter when five attempts failed, and holds nobody up', () => {
    queue.send('bad');
    exhaust();
    queue.send('good');
    expect(bodies(10)).toEqual(['good']);
    expect(queue.deadLetters()).toMatchObject([{ body: 'bad', attempts: 5 }]);
  });

  it('comes again from the dead letters when asked to', () => {
    queue.send('bad');
    exhaust();
    expect(bodies(10)).toEqual([]);
    expect(queue.isEmpty()).toBe(true);
    expect(queue.redrive()).toBe(1);
    expect(queue.deadLetters()).toEqual([]);
    expect(queue.receive(10)).toMatchObject([{ body: 'bad', attempts: 1 }]);
    expect(queue.redrive()).toBe(0);
  });

  it('deleted late or twice, or never known, is no error', () => {
    queue.send('a');
    const { id } = queue.receive(1)[0]!;
    queue.delete(id);
    queue.delete(id);
    queue.delete('nonsense');
    expect(queue.isEmpty()).toBe(true);
  });
});

describe('the queue', () => {
  it('keeps what it holds when it is opened anew', () => {
    queue.send('a');
    queue.send('b');
    queue.receive(1);
    database.close();
    database = openDatabase(join(folder, 'queue.sqlite'));
    queue = sqliteQueue(database, () => now);
    expect(bodies(10)).toEqual(['b']);
    now += 1000;
    expect(queue.receive(1)).toMatchObject([{ body: 'a', attempts: 2 }]);
  });

  it('gives a message to one of several processes', { timeout: 60_000 }, async () => {
    for (let i = 0; i < 200; i += 1) queue.send(String(i));
    const file = join(folder, 'queue.sqlite');
    const received = (await inProcesses(
      4,
      consumer,
      moduleAt('infra/laptop/sqlite-table.ts'),
      moduleAt('infra/laptop/sqlite-queue.ts'),
      file,
    )) as readonly string[][];
    expect(received.flat().toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 200 }, (_, i) => String(i)),
    );
    expect(queue.isEmpty()).toBe(true);
  });
});

/** Its clock stands still, so that nothing received comes again. */
const consumer = `
  const { openDatabase } = await import(process.argv[1]);
  const { sqliteQueue } = await import(process.argv[2]);
  const queue = sqliteQueue(openDatabase(process.argv[3]), () => 2_000_000);
  const received = [];
  for (let messages; (messages = queue.receive(3)).length > 0; ) {
    for (const { id, body } of messages) received.push(body), queue.delete(id);
  }
  process.stdout.write(JSON.stringify(received));
`;

function bodies(most: number): readonly string[] {
  return queue.receive(most).map(({ body }) => body);
}

/** Receives everything five times, and waits until it would be due once more. */
function exhaust(): void {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect(queue.receive(10)).toHaveLength(1);
    now += 60_000;
  }
}
