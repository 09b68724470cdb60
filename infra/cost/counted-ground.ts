// A ground whose ports count: how often each is asked, with how many bytes, and how many units DynamoDB would bill for it.
// put story#… head, 800 bytes, conditional → table.put: 1 call, 1 write unit.

import { setTimeout as pause } from 'node:timers/promises';
import { deskTables } from '../../shared/desk-tables.ts';
import type { Ground } from '../../shared/ground.ts';
import type { Item, ItemKey, Objects, Table } from '../../shared/ports.ts';

export type Operation = `table.${keyof Table}` | `${StoreName}.${keyof Objects}`;
export type StoreName = 'inbox' | 'feeds' | 'media';

/** `units` are read or write units of DynamoDB, and 0 for objects. */
export type Used = { readonly calls: number; readonly bytes: number; readonly units: number };
export type Tally = Readonly<Partial<Record<Operation, Used>>>;

/** What is kept, by key, so that a write is billed with what it replaces; one for all functions that share a ground. */
export type Ledger = {
  readonly items: Map<string, { readonly bytes: number; readonly at?: string }>;
  readonly objects: Map<string, number>;
};

export function newLedger(): Ledger {
  return { items: new Map(), objects: new Map() };
}

export type CountedGround = {
  readonly ground: Ground;
  /** What was used since it was asked last. */
  take(): Tally;
};

/** `wait`: milliseconds that an operation takes longer than it does here; by default none. The desk's tables are read through the counters too. */
export function countGround(
  ground: Ground,
  ledger: Ledger = newLedger(),
  wait: (operation: Operation) => number = () => 0,
): CountedGround {
  let tally: Partial<Record<Operation, Used>> = {};
  const count = async (operation: Operation, bytes: number, units = 0): Promise<void> => {
    const before = tally[operation] ?? { calls: 0, bytes: 0, units: 0 };
    tally[operation] = { calls: before.calls + 1, bytes: before.bytes + bytes, units: before.units + units };
    const ms = wait(operation);
    if (ms > 0) await pause(ms);
  };
  const inbox = countObjects(ground.inbox, 'inbox', ledger, count);
  const counted: Ground = {
    ...ground,
    inbox,
    feeds: countObjects(ground.feeds, 'feeds', ledger, count),
    media: countObjects(ground.media, 'media', ledger, count),
    table: countTable(ground.table, ledger, count),
    tables: deskTables(inbox, ground.settings.rules, ground.clock),
  };
  return {
    ground: counted,
    take() {
      const taken = tally;
      tally = {};
      return taken;
    },
  };
}

type Count = (operation: Operation, bytes: number, units?: number) => Promise<void>;

function countTable(table: Table, { items }: Ledger, count: Count): Table {
  return {
    async get(key) {
      const item = await table.get(key);
      const bytes = item ? sizeOf(item) : 0;
      await count('table.get', bytes, readUnits(bytes));
      return item;
    },
    async put(item, condition) {
      const before = items.get(nameOf(item));
      const written = await table.put(item, condition);
      const bytes = sizeOf(item);
      if (written) items.set(nameOf(item), { bytes, at: item.at });
      await count('table.put', bytes, written ? putUnits(bytes, item.at, before) : writeUnits(before?.bytes ?? 0));
      return written;
    },
    async delete(key) {
      const before = items.get(nameOf(key));
      await table.delete(key);
      items.delete(nameOf(key));
      const units = writeUnits(before?.bytes ?? 0);
      await count('table.delete', before?.bytes ?? 0, before?.at === undefined ? units : 2 * units);
    },
    async query(query) {
      const page = await table.query(query);
      const bytes = page.items.reduce((sum, item) => sum + sizeOf(item), 0);
      await count('table.query', bytes, readUnits(bytes));
      return page;
    },
  };
}

/** The index holds items with `at` a second time; one that moves in its order is taken out there and put in again (Developer Guide, local secondary indexes). */
function putUnits(
  bytes: number,
  at: string | undefined,
  before: { readonly bytes: number; readonly at?: string } | undefined,
): number {
  const units = writeUnits(Math.max(bytes, before?.bytes ?? 0));
  const intoIndex = at === undefined ? 0 : writeUnits(bytes);
  const outOfIndex = before?.at === undefined || before.at === at ? 0 : writeUnits(before.bytes);
  return units + intoIndex + outOfIndex;
}

/** All our reads are strongly consistent: a unit for each 4 KB. */
function readUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 4096));
}

function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1024));
}

/** Names of attributes, the mark of a conditional write and two numbers, as lambdas/aws/table.ts writes them. */
const ownBytes = 100;

function sizeOf({ pk, sk, at = '', data }: Item): number {
  return Buffer.byteLength(pk + sk + at) + Buffer.byteLength(JSON.stringify(data)) + ownBytes;
}

function nameOf({ pk, sk }: ItemKey): string {
  return JSON.stringify([pk, sk]);
}

function countObjects(objects: Objects, store: StoreName, ledger: Ledger, count: Count): Objects {
  return {
    async get(key, version) {
      const object = await objects.get(key, version);
      await count(`${store}.get`, object?.bytes.length ?? 0);
      return object;
    },
    async put(key, bytes, about) {
      const kept = await objects.put(key, bytes, about);
      ledger.objects.set(`${store}/${key}${kept.version === undefined ? '' : `?${kept.version}`}`, bytes.length);
      await count(`${store}.put`, bytes.length);
      return kept;
    },
    async delete(key) {
      await objects.delete(key);
      ledger.objects.delete(`${store}/${key}`);
      await count(`${store}.delete`, 0);
    },
    async list(prefix, cursor) {
      const page = await objects.list(prefix, cursor);
      await count(`${store}.list`, 0);
      return page;
    },
  };
}

/** DynamoDB bills 100 bytes more for each item and each entry of an index. */
const overhead = 100;

/** Bytes that are kept. */
export function keptBytes({ items, objects }: Ledger): { readonly table: number; readonly objects: number } {
  let table = 0;
  for (const { bytes, at } of items.values()) table += (bytes + overhead) * (at === undefined ? 1 : 2);
  return { table, objects: [...objects.values()].reduce((sum, bytes) => sum + bytes, 0) };
}
