import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderObjects } from '../../../infra/laptop/folder-objects.ts';

// What every Objects must do is in tests/contracts.

const plain = { mediaType: 'text/plain' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copytaster-objects-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a writer that was killed', () => {
  it('leaves the old object or the new one, whole', { timeout: 30_000 }, async () => {
    const objects = folderObjects(folder, true);
    for (const delay of [5, 20, 45]) {
      await writeUntilKilled(folder, delay);
      const { bytes } = (await objects.get('desk/story'))!;
      expect(bytes.length).toBe(2_000_000);
      expect(bytes.every((byte) => byte === bytes[0])).toBe(true);
      expect((await objects.list('')).keys.map(({ key }) => key)).toEqual(['desk/story']);
    }
  });

  it('leaves at worst a file that no key names, swept after an hour', async () => {
    const unfinished = join(folder, 'unfinished');
    await mkdir(unfinished);
    for (const name of ['old', 'young']) await writeFile(join(unfinished, name), '{"key":"half","mediaT');
    const before = new Date(Date.now() - 2 * 3_600_000);
    await utimes(join(unfinished, 'old'), before, before);
    const objects = folderObjects(folder);
    await objects.put('whole', Buffer.from('x'), plain);
    expect((await objects.list('')).keys.map(({ key }) => key)).toEqual(['whole']);
    expect(await objects.get('half')).toBeUndefined();
    expect(await readdir(unfinished)).toEqual(['young']);
  });
});

describe('a write that fails', () => {
  it('throws, keeps what was there and leaves nothing behind', async () => {
    const objects = folderObjects(folder);
    await objects.put('kept', Buffer.from('old'), plain);
    await mkdir(join(folder, 'objects', '_blocked.o', 'x'), { recursive: true });
    await expect(objects.put('blocked', Buffer.from('new'), plain)).rejects.toThrow();
    expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
    expect((await objects.list('')).keys).toHaveLength(1);
  });
});

describe('a list', () => {
  it('leaves out files that are none of ours', async () => {
    const objects = folderObjects(folder);
    await objects.put('desk/story', Buffer.from('x'), plain);
    await writeFile(join(folder, 'objects', '.DS_Store'), '');
    await writeFile(join(folder, 'objects', '_desk.d', 'Thumbs.db'), '');
    expect((await objects.list('')).keys.map(({ key }) => key)).toEqual(['desk/story']);
  });

  it('is empty where nothing was ever put', async () => {
    expect(await folderObjects(join(folder, 'nowhere')).list('a/')).toEqual({ keys: [] });
  });

  it('tells the size also behind a long kind', async () => {
    const objects = folderObjects(folder);
    await objects.put('long-kind', Buffer.from('four'), { mediaType: `text/plain; x="${'y'.repeat(9000)}"` });
    expect((await objects.list('')).keys).toMatchObject([{ key: 'long-kind', bytes: 4 }]);
  });
});

describe('a store', () => {
  it('finds everything again when it is opened anew', async () => {
    const { version } = await folderObjects(folder, true).put('desk/story', Buffer.from('one'), plain);
    await folderObjects(folder, true).put('desk/story', Buffer.from('two'), plain);
    const reopened = folderObjects(folder, true);
    expect(Buffer.from((await reopened.get('desk/story'))!.bytes).toString()).toBe('two');
    expect(Buffer.from((await reopened.get('desk/story', version))!.bytes).toString()).toBe('one');
  });

  it.each(['', '..', '../../objects/_a.o', 'x'.repeat(300), '0'.repeat(9)])('has no version %j', async (version) => {
    const objects = folderObjects(folder, true);
    await objects.put('a', Buffer.from('x'), plain);
    expect(await objects.get('a', version)).toBeUndefined();
  });

  it('never writes outside its folder', async () => {
    const objects = folderObjects(join(folder, 'store'), true);
    for (const key of ['a/../b', 'a/..', '/etc/x', 'C:\\x', '~/x', 'a/./b'])
      await objects.put(key, Buffer.from('x'), plain);
    expect(await readdir(folder)).toEqual(['store']);
    expect((await readdir(join(folder, 'store'))).toSorted()).toEqual(['objects', 'unfinished', 'versions']);
  });
});

const writer = `
  const { folderObjects } = await import(process.argv[1]);
  const objects = folderObjects(process.argv[2], true);
  for (let i = 0; ; i += 1) {
    await objects.put('desk/story', Buffer.alloc(2_000_000, i), { mediaType: 'text/plain' });
    if (i === 0) process.stdout.write('ready');
  }
`;

/** Lets another process overwrite one object again and again, and kills it in the middle. */
async function writeUntilKilled(store: string, delayMs: number): Promise<void> {
  const adapter = new URL('../../../infra/laptop/folder-objects.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer, adapter, store], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await pause(delayMs);
  child.kill('SIGKILL');
  await once(child, 'exit');
}
