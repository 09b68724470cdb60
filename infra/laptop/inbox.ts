// The inbox on this machine: what S3 and its notifications do on AWS. Files dropped into <inbox>/<desk>/ and uploads over HTTP are kept,
// version by version, and announced to the queue as S3 would announce them.

import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { watch } from 'chokidar';
import type { FSWatcher } from 'chokidar';
import type { Objects, Table } from '../../shared/ports.ts';
import { inboxFileKey } from '../../shared/store/keys.ts';
import type { Queue } from './sqlite-queue.ts';

export type Inbox = {
  /** The inbox bucket: a put announces itself. */
  readonly objects: Objects;
  /** Takes in what lies in the folder already and whatever comes; resolves when the folder is being watched. */
  watch(): Promise<void>;
  /** Whether a file is being taken in just now. */
  isBusy(): boolean;
  close(): Promise<void>;
};

export type InboxGround = {
  readonly folder: string;
  /** Keeps every version of every upload. */
  readonly originals: Objects;
  readonly queue: Queue;
  readonly table: Table;
  /** Whether a file that is removed from the folder is removed from the bucket; its versions stay. */
  readonly withdrawRemoved: boolean;
  /** Called after something was announced. */
  readonly announced: () => void;
  readonly failed: (file: string, error: unknown) => void;
};

export function makeInbox(ground: InboxGround): Inbox {
  let watcher: FSWatcher | undefined;
  const underWay = new Map<string, Promise<void>>();
  // One file at a time is read once, however many notices the watcher gives of one copy.
  const notice = (file: string): void => {
    const taken = (underWay.get(file) ?? Promise.resolve())
      .then(() => takeFile(ground, file))
      .catch((error: unknown) => ground.failed(file, error))
      .finally(() => underWay.get(file) === taken && underWay.delete(file));
    underWay.set(file, taken);
  };
  const noticeRemoval = (file: string): void => {
    if (ground.withdrawRemoved) void removeFile(ground, file).catch((error: unknown) => ground.failed(file, error));
  };
  return {
    objects: {
      ...ground.originals,
      async put(key, bytes, about) {
        const kept = await ground.originals.put(key, bytes, about);
        announce(ground, 'ObjectCreated:Put', key, bytes.length, kept.version, nanosecondsNow());
        return kept;
      },
    },
    async watch() {
      const started = watch(ground.folder, { ignored: isUnfinished, ignoreInitial: true });
      watcher = started;
      started.on('add', notice).on('change', notice).on('unlink', noticeRemoval);
      await new Promise<void>((resolve) => started.once('ready', () => resolve()));
      // What lies there is looked for only now: chokidar misses a folder that is made while it starts (seen 3 times in 60).
      for (const file of await filesIn(ground.folder)) notice(file);
    },
    isBusy: () => underWay.size > 0,
    async close() {
      await watcher?.close();
    },
  };
}

/** Hidden files, and what editors, browsers and copying programs write before they rename. */
export function isUnfinished(path: string): boolean {
  const name = path.slice(path.lastIndexOf(sep) + 1);
  return (name.startsWith('.') && name !== '.') || /~$|\.(?:tmp|part|partial|crdownload|swp)$/i.test(name);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return files.filter((file) => !relative(folder, file).split(sep).some(isUnfinished));
}

/** Keeps and announces a file, once for each time it was written. */
async function takeFile(ground: InboxGround, file: string): Promise<void> {
  const key = keyOf(ground, file);
  const written = await settled(file);
  if (written === undefined || (await isKnown(ground.table, key, written))) return;
  const bytes = await readFile(file);
  const kept = await ground.originals.put(key, bytes, { mediaType: 'application/octet-stream' });
  announce(ground, 'ObjectCreated:Put', key, bytes.length, kept.version, written);
  await ground.table.put({ ...inboxFileKey(key), data: String(written) });
}

/** Programs that save by removing and writing anew put a file back at once: then nothing was removed. */
async function removeFile(ground: InboxGround, file: string): Promise<void> {
  await pause(500);
  const key = keyOf(ground, file);
  if (await stat(file).catch(() => undefined)) return;
  await ground.originals.delete(key);
  announce(ground, 'ObjectRemoved:DeleteMarkerCreated', key, 0, undefined, nanosecondsNow());
}

function keyOf({ folder }: InboxGround, file: string): string {
  return relative(folder, file).split(sep).join('/').normalize('NFC');
}

/** Waits until the file is no longer being written; gives the moment of its last change in nanoseconds, `undefined` when it has gone. */
async function settled(file: string): Promise<bigint | undefined> {
  for (;;) {
    const before = await stat(file, { bigint: true }).catch(() => undefined);
    if (!before?.isFile()) return undefined;
    await pause(40);
    const after = await stat(file, { bigint: true }).catch(() => undefined);
    if (after?.ctimeNs === before.ctimeNs && after.size === before.size) return after.ctimeNs;
  }
}

/** Whether this very state of the file was taken in before, perhaps by a run before this one. */
async function isKnown(table: Table, key: string, written: bigint): Promise<boolean> {
  return (await table.get(inboxFileKey(key)))?.data === String(written);
}

/** The notification S3 would send; the moment of the change in nanoseconds is its sequencer. */
function announce(
  ground: InboxGround,
  eventName: string,
  key: string,
  bytes: number,
  version: string | undefined,
  written: bigint,
): void {
  const eventTime = new Date(Number(written / 1_000_000n)).toISOString();
  const sequencer = written.toString(16);
  const object = { key: encodeURIComponent(key), size: bytes, versionId: version, sequencer };
  ground.queue.send(JSON.stringify({ Records: [{ eventName, eventTime, s3: { object } }] }));
  ground.announced();
}

let lastNanoseconds = 0n;

/** Rises with every call, also within one clock tick. */
function nanosecondsNow(): bigint {
  const now = BigInt(Date.now()) * 1_000_000n;
  lastNanoseconds = now > lastNanoseconds ? now : lastNanoseconds + 1n;
  return lastNanoseconds;
}
